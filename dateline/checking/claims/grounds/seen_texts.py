"""Every text of a briefing that readers see, besides the article itself."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dateline.facts.briefing import Briefing
from dateline.facts.described import DescribedField, SeenByReaders, fields_of
from dateline.facts.origin import Key
from dateline.facts.records import (
    BriefPoint,
    Correction,
    Fact,
    FigureGroup,
    FrontMatter,
    Period,
    Picture,
    Record,
    Removal,
)
from dateline.frozen import dataclass
from dateline.problems import Position

Owner = FrontMatter | Fact | Period | FigureGroup | Removal


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenText:
    """A text that readers see: the record that an editor would look for it in, and its field there.

    `holder` is the record that has the field: the owner, or one within it. One that is not firm may go
    beyond the article, and one that places its record may name what lies around it.
    """

    owner: Owner
    path: tuple[Key, ...]
    holder: Record
    field: str
    text: str
    is_firm: bool
    places: bool = False

    def position(self, offset: int) -> Position:
        return self.holder.origin.inside(*self._place, text=self.text, offset=offset)

    @property
    def _place(self) -> tuple[Key, ...]:
        """Its path below the holder; a single value may be written without a list around it."""
        place = self.path[-2:] if isinstance(self.path[-1], int) else (self.field,)
        return place if place in self.holder.origin.values else (self.field,)

    def end(self, offset: int) -> Position:
        """Where the character after one of the text is, as it was written: after the last of a claim."""
        before = reversed(range(offset))
        last = next((at for at in before if self.text[at].isalnum()), offset - 1)
        place = self.position(last)
        return replace(place, column=place.column + offset - last)

    @property
    def called(self) -> str:
        """What messages call it: “the headline”, “the summary of ‘visit’”, “point 2 of the brief”."""
        owner, holder = self.owner, self.holder
        if isinstance(holder, BriefPoint):
            return f"point {int(self.path[1]) + 1} of the brief"
        field = f"the `{self.field}`"
        if isinstance(holder, Picture):
            return f"{field} of {holder.file}"
        if isinstance(holder, Correction):
            field += " of a correction"
        if isinstance(owner, FrontMatter):
            return {"title": "the headline"}.get(self.field, field.replace("`", ""))
        return f"{field} of ‘{owner.id}’"


def seen_texts(briefing: Briefing) -> Iterator[SeenText]:
    owners: tuple[Owner, ...] = (briefing.front, *briefing.facts, *briefing.periods)
    for owner in (*owners, *briefing.groups, *briefing.removed):
        yield from _texts_in(owner, owner, ())


def _texts_in(owner: Owner, holder: Record, path: tuple[Key, ...]) -> Iterator[SeenText]:
    for field, mark in _seen_fields(type(holder)):
        if field.written in holder.origin.lent:
            continue  # the newsroom says so of whatever story
        for number, value in enumerate(field.values(holder)):
            below = (*path, field.written, *([number] if field.many else []))
            if isinstance(value, Record):
                yield from _texts_in(owner, value, below)
            elif mark:
                yield SeenText(
                    owner=owner,
                    path=below,
                    holder=holder,
                    field=field.written,
                    text=value,
                    is_firm=mark.firm,
                    places=mark.places,
                )


@cache
def _seen_fields(record: type[Record]) -> list[tuple[DescribedField, SeenByReaders | None]]:
    """The fields that readers see or that have others in them, with the mark of those seen."""
    marked = [(field, field.mark(SeenByReaders)) for field in fields_of(record)]
    return [(field, mark) for field, mark in marked if mark or field.is_record]
