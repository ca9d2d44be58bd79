"""Whom and what a briefing names, as the pages across briefings need it: in few bytes, for thousands are in memory.

`index` has a line for each person, organisation and place, by which one knows whether two briefings mean the
same; `facts` has one for each event and figure that another briefing may have as well. `notes` is all that
the pages of those whom it names show of the briefing, packed until such a page is made.
"""

import json
import unicodedata
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import field
from typing import Final, Self

from dateline.facts.kinds import Kind
from dateline.frozen import dataclass
from dateline.problems import Position

NAMED_KINDS: Final = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
# An index has their first letters.
_BY_LETTER: Final = {"p": Kind.PERSON, "o": Kind.ORGANISATION, "l": Kind.PLACE}
_FACTS: Final = {kind.value: kind for kind in (Kind.EVENT, Kind.FIGURE)}
_LETTERS: Final = {kind: letter for letter, kind in _BY_LETTER.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    index: str = ""
    facts: str = ""
    notes: str = ""

    def unpack(self) -> "BriefingNotes":
        return BriefingNotes.unpack(self.notes) if self.notes else BriefingNotes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One whom a briefing names, and what two briefings must agree on.

    `shared` says that the site's own sheet has them. `born` are the first and the last year in which they may
    have been born; `place` is where the briefing has their record: file, line and column. `formerly` are ids that the
    site’s own sheet says they had before.
    """

    kind: Kind
    shared: bool
    id: str
    name: str
    born: str = ""
    point: str = ""
    same_as: str = ""
    place: str = ""
    formerly: str = ""

    @classmethod
    def read(cls, line: str) -> Self:
        head, own, name, born, point, same_as, place, formerly = line.split("\t")
        return cls(
            kind=_BY_LETTER[head[0]],
            shared=head[1] == "=",
            id=own,
            name=name,
            born=born,
            point=point,
            same_as=same_as,
            place=place,
            formerly=formerly,
        )

    @property
    def line(self) -> str:
        head = f"{_LETTERS[self.kind]}{'=' if self.shared else '-'}"
        values = (
            self.id,
            self.name,
            self.born,
            self.point,
            self.same_as,
            self.place,
            self.formerly,
        )
        return "\t".join((head, *(" ".join(value.split()) for value in values)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMention:
    """An event or a figure, and by what another briefing may have the same.

    `likeness` is the same for facts that are alike in all but their value; without it, only `same_as`, which an
    editor wrote, leads to others. Figures that are alike are the same if they name somebody in common: `names` are
    those of the briefing that a figure names. `value` is what readers see, and `place` where `same_as` is written.
    """

    kind: Kind
    id: str
    likeness: str = ""
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    value: str = ""
    place: str = ""

    @classmethod
    def read(cls, line: str) -> Self:
        kind, own, likeness, names, same_as, value, place = line.split("\t")
        return cls(
            kind=_FACTS[kind],
            id=own,
            likeness=likeness,
            names=tuple(names.split()),
            same_as=tuple(same_as.split()),
            value=value,
            place=place,
        )

    @property
    def line(self) -> str:
        joined = (" ".join(self.names), " ".join(self.same_as), " ".join(self.value.split()))
        return "\t".join((self.kind, self.id, self.likeness, *joined, self.place))


def read_facts(facts: str) -> tuple[FactMention, ...]:
    return tuple(map(FactMention.read, facts.split("\n"))) if facts else ()


def position_of(place: str) -> Position:
    path, line, column = place.rsplit(":", 2)
    return Position(path=path, line=int(line), column=int(column))


def read_index(index: str) -> tuple[Mention, ...]:
    return tuple(map(Mention.read, index.split("\n"))) if index else ()


@dataclass(frozen=True, slots=True)
class NotedFact:
    """A fact in the briefing's own words: `note` is its date or value, and `is_quoted` where it has words there."""

    id: str
    kind: str
    words: str
    note: str
    is_quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedName:
    """What a briefing says of someone: `said` and `facts` are numbers of its facts.

    `whole` is the id of the organisation that a person acts for, or of what an organisation is a part of.
    `sentence` is the one of the article in which their evidence begins, empty where they have none.
    """

    role: str
    why: str
    whole: str = ""
    original: tuple[str, str] = ("", "")
    born: str = ""
    said: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingNotes:
    facts: tuple[NotedFact, ...] = ()
    names: Mapping[str, NotedName] = field(default_factory=dict)

    def pack(self) -> str:
        names = {own: _values(name) for own, name in self.names.items()}
        text = json.dumps([[_values(fact) for fact in self.facts], names], ensure_ascii=False)
        return b64encode(zlib.compress(text.encode(), 6)).decode()

    @classmethod
    def unpack(cls, packed: str) -> Self:
        facts, names = json.loads(zlib.decompress(b64decode(packed)))
        return cls(
            facts=tuple(NotedFact(*fact) for fact in facts),
            names={own: _name_of(values) for own, values in names.items()},
        )


def _values(noted: NotedFact | NotedName) -> list[object]:
    return [getattr(noted, name) for name in noted.__slots__]


def _name_of(values: list[object]) -> NotedName:
    plain = (tuple(value) if isinstance(value, list) else value for value in values)
    return NotedName(**dict(zip(NotedName.__slots__, plain, strict=True)))  # type: ignore[arg-type]


def same_name(name: str) -> str:
    """What two spellings of one name have in common."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
