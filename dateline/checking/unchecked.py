"""What the build did not check, fact by fact: never passed off as agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.checking.date_agreement import dates_of, says
from dateline.checking.evidence import Spans
from dateline.checking.findings import Findings, touching
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Event, Fact, Figure, Quotation
from dateline.problems import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """Something about a fact that no check has held against the article, and why not."""

    fact: str
    what: str
    why: str


def find_unchecked(briefing: Briefing, spans: Spans, findings: Findings) -> Iterator[Unchecked]:
    """Facts that rest on a source alone, dates from elsewhere, and checks that were waived."""
    for fact in briefing.facts:
        if not spans[fact.id] and not fact.derived:
            yield Unchecked(fact=fact.id, what="everything", why="it is not in the article")
        if isinstance(fact, Event | Figure | Quotation) and fact.date_from:
            said = [one for one, _ in touching(findings.dates, _told_in(fact, briefing, spans))]
            if not all(any(says(one, date) for one in said) for date in dates_of(fact)):
                whence = _whence(fact.date_from, briefing)
                yield Unchecked(fact=fact.id, what="its date", why=whence)
        yield from _waived(fact)


def _told_in(fact: Fact, briefing: Briefing, spans: Spans) -> list[Span]:
    """Where a fact's date may stand: in its words; for a quotation, anywhere in its paragraph."""
    if not isinstance(fact, Quotation):
        return list(spans[fact.id])
    blocks = [briefing.article.blocks[number] for number in {one.block for one in spans[fact.id]}]
    return [Span(block=block.number, start=0, end=len(block.text)) for block in blocks]


def _whence(date_from: str, briefing: Briefing) -> str:
    other = briefing.fact_by_id.get(date_from)
    return f"taken from “{other.title}”" if isinstance(other, Event) else date_from


def _waived(fact: Fact) -> Iterator[Unchecked]:
    """Each waived check; without a number to hold them against, unit and hedge go with the value."""
    for waiver in fact.waive:
        yield Unchecked(fact=fact.id, what=waiver.check, why=waiver.why)
        if waiver.check == Rule.AGREEMENT_VALUE and isinstance(fact, Figure):
            for what, told in (
                (Rule.AGREEMENT_UNIT, fact.unit),
                (Rule.AGREEMENT_HEDGE, fact.hedge),
            ):
                if told and what not in {one.check for one in fact.waive}:
                    yield Unchecked(fact=fact.id, what=what, why=waiver.why)
