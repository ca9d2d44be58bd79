"""What a claim rests on, and how near to it that is."""

from collections.abc import Iterable

from dateline.checking.basis.evidence import Spans
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import LEVELS, Level, Statement, Surroundings
from dateline.facts.records import BriefPoint, Fact
from dateline.frozen import dataclass
from dateline.problems import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a claim rests on, how near it is, and the fact whose field says so."""

    level: Level
    text: str
    position: Position
    fact: str | None


def surroundings_of(seen: SeenText, spans: Spans) -> Surroundings:
    if isinstance(seen.holder, BriefPoint):
        return Surroundings(refers=seen.holder, spans=spans)
    if isinstance(seen.owner, Fact):
        return Surroundings(own=frozenset({seen.owner.id}), refers=seen.owner, spans=spans)
    return Surroundings(spans=spans)


def nearest_support(where: Iterable[Statement], near: Surroundings) -> tuple[Support, ...]:
    """The statements of the nearest level."""
    levels: dict[Level, list[Statement]] = {}
    for statement in where:
        levels.setdefault(near.level(statement), []).append(statement)
    level = next((level for level in LEVELS if level in levels), None)
    if level is None:
        return ()
    return tuple(
        Support(level=level, text=each.text, position=each.position, fact=each.fact)
        for each in levels[level]
    )
