"""What the build did not check, fact by fact: never passed off as agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.facts.records import Event, Fact, Figure, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.checking.evidence import Spans
    from dateline.facts.briefing import Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """Something about a fact that no check has held against the article, and why not."""

    fact: str
    what: str
    why: str


def find_unchecked(briefing: Briefing, spans: Spans) -> Iterator[Unchecked]:
    """Facts that rest on a source alone, dates from elsewhere, and checks that were waived."""
    for fact in briefing.facts:
        if not spans[fact.id] and not fact.derived:
            yield Unchecked(fact=fact.id, what="everything", why="it is not in the article")
        if isinstance(fact, Event | Figure | Quotation) and fact.date_from:
            yield Unchecked(fact=fact.id, what="its date", why=_whence(fact.date_from, briefing))
        yield from _waived(fact)


def _whence(date_from: str, briefing: Briefing) -> str:
    other = briefing.fact_by_id.get(date_from)
    return f"taken from “{other.title}”" if isinstance(other, Event) else date_from


def _waived(fact: Fact) -> Iterator[Unchecked]:
    for waiver in fact.waive:
        yield Unchecked(fact=fact.id, what=waiver.check, why=waiver.why)
