"""Two facts that say the same on the same words, where the longer words say something else too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.checking.coverage import Claim, holds
from dateline.checking.evidence import Spans
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate
from dateline.facts.records import Event, Fact, Figure
from dateline.problems import Problem, Related, Rule


def check_twins(briefing: Briefing, spans: Spans, items: Sequence[Claim]) -> Iterator[Problem]:
    """What a fact's words add to those of another with the same date or value is its own.

    “2,500 in Iraq” and “2,500 in Iraq and 900 in Syria”: where both figures are 2,500 and no sheet
    has the 900, the second has taken the number of the first.
    """
    for item in items:
        if item.verdict == "open" and item.kind in ("date", "quantity"):
            facts = briefing.events if item.kind == "date" else briefing.figures
            for fact in facts:
                twin = _twin(fact, facts, item, spans)
                if twin:
                    yield _problem(fact, twin, item)


def _twin(fact: Fact, facts: Sequence[Fact], item: Claim, spans: Spans) -> Fact | None:
    """Another fact that says the same, on words that lie within this one's and lack the item."""
    if not any(holds(span, item.span) for span in spans[fact.id]):
        return None
    return next(
        (one for one in facts if _alike(fact, one) and _within(fact, one, item, spans)), None
    )


def _alike(fact: Fact, other: Fact) -> bool:
    if fact is other:
        return False
    if isinstance(fact, Figure) and isinstance(other, Figure):
        value = fact.value
        return not value.is_words and (value.low, value.high) == (other.value.low, other.value.high)
    return bool(_main_dates(fact) & _main_dates(other))


def _main_dates(fact: Fact) -> set[CivilDate | None]:
    """When it happened or is expected, by the end; not the day on which somebody said so."""
    if not isinstance(fact, Event):
        return set()
    dates = [fact.date, *(one.window for one in fact.expected)]
    return {date.end or date.start for date in dates if date}


def _within(fact: Fact, other: Fact, item: Claim, spans: Spans) -> bool:
    return any(
        holds(outer, inner) and outer != inner and not holds(inner, item.span)
        for outer in spans[fact.id]
        for inner in spans[other.id]
    )


def _problem(fact: Fact, twin: Fact, item: Claim) -> Problem:
    is_figure = isinstance(fact, Figure)
    field = (
        "value" if is_figure else "date" if isinstance(fact, Event) and fact.date else "expected"
    )
    return Problem(
        position=fact.origin.of(field),
        rule=Rule.AGREEMENT_VALUE if is_figure else Rule.AGREEMENT_DATE,
        found=f"‘{fact.id}’ says the same as ‘{twin.id}’, whose words are part of its own; "
        f"they go on with “{item.text}”, which no fact has",
        fix=f"write {item.reading}, or shorten the evidence to the words that both rest on",
        related=(Related(position=item.position, note=f"“{item.text}”"),),
    )
