"""Events and figures that several briefings have: where an editor says so, or where they are alike (likeness.py)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from dateline.facts.kinds import Kind
from dateline.facts.mentions import FactMention
from dateline.frozen import dataclass
from dateline.pages.summary import Summary

# A fact by the number of its briefing and its id there.
FactPlace = tuple[int, str]
# As many others are shown with a fact.
MOST: Final = 5


@dataclass(frozen=True, slots=True)
class OtherTelling:
    """The same fact in another briefing; `value` is empty where it is the same as here.

    `state` is what that briefing knows by now of something expected, where this one waits.
    """

    slug: str
    id: str
    title: str
    language: str
    value: str
    state: str = ""


@dataclass(slots=True)
class _Groups:
    """Which facts are the same, each with the first of its group (a union-find)."""

    first: dict[FactPlace, FactPlace] = field(default_factory=dict)

    def of(self, place: FactPlace) -> FactPlace:
        way = []
        while (above := self.first.get(place, place)) != place:
            way.append(place)
            place = above
        self.first.update(dict.fromkeys(way, place))
        return place

    def join(self, place: FactPlace, other: FactPlace) -> None:
        first, second = sorted((self.of(place), self.of(other)))
        if first != second:
            self.first[second] = first


def find_same_facts(
    newest: Sequence[Summary],
) -> Mapping[str, Mapping[str, tuple[Kind, tuple[OtherTelling, ...]]]]:
    """By a briefing's slug and the fact's id: its kind, and where else it is, the newest first."""
    lines = dict(_lines(newest))
    groups = _Groups()
    seen: dict[tuple[str, str], FactPlace] = {}
    for place, line in lines.items():
        for alike in _alike(line):
            groups.join(place, seen.setdefault(alike, place))
    numbers = {summary.slug: number for number, summary in enumerate(newest)}
    for place, target in _named_by_editors(lines):
        slug, _stroke, own = target.partition("/")
        other = (numbers.get(slug, -1), own)
        if other in lines:
            groups.join(place, other)
    return _others(groups, lines, newest)


def _lines(newest: Sequence[Summary]) -> Iterator[tuple[FactPlace, str]]:
    for number, summary in enumerate(newest):
        for line in summary.mentions.facts.split("\n") if summary.mentions.facts else ():
            yield (number, line.split("\t", 2)[1]), line


def _alike(line: str) -> Iterator[tuple[str, str]]:
    """What a fact has in common with every other that is the same."""
    kind, _own, likeness, names, _rest = line.split("\t", 4)
    if likeness and kind == Kind.EVENT:
        yield likeness, ""
    elif likeness:
        yield from ((likeness, name) for name in names.split())


def _named_by_editors(lines: Mapping[FactPlace, str]) -> Iterator[tuple[FactPlace, str]]:
    for place, line in lines.items():
        same_as = line.split("\t", 5)[4]
        yield from ((place, target) for target in same_as.split())


def _others(
    groups: _Groups, lines: Mapping[FactPlace, str], newest: Sequence[Summary]
) -> Mapping[str, Mapping[str, tuple[Kind, tuple[OtherTelling, ...]]]]:
    members: dict[FactPlace, list[FactPlace]] = defaultdict(list)
    for place in groups.first:
        members[groups.of(place)].append(place)
    found: dict[str, dict[str, tuple[Kind, tuple[OtherTelling, ...]]]] = defaultdict(dict)
    for first, joined in members.items():
        group = {place: FactMention.read(lines[place]) for place in sorted({first, *joined})}
        for place, own in group.items():
            others = [
                _telling(newest[number], other, own)
                for (number, _id), other in group.items()
                if number != place[0]
            ]
            if others:
                found[newest[place[0]].slug][own.id] = (own.kind, tuple(others[:MOST]))
    return found


def _telling(summary: Summary, other: FactMention, own: FactMention) -> OtherTelling:
    return OtherTelling(
        slug=summary.slug,
        id=other.id,
        title=summary.title,
        language=summary.language,
        value="" if other.value == own.value else other.value,
    )
