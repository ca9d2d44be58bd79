"""Two facts with the same date or value, one of which was probably meant to have another."""

from collections.abc import Iterator, Sequence

from dateline.checking.basis.evidence import Spans
from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.covering import holds
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate
from dateline.facts.records import Event, Fact, Figure
from dateline.problems import Problem, Related, Rule


def check_twins(briefing: Briefing, spans: Spans, triaged: Sequence[Finding]) -> Iterator[Problem]:
    """A fact whose evidence says more than that of its twin has the date or value of what is added.

    “2,500 in Iraq” and “2,500 in Iraq and 900 in Syria”: where both figures are 2,500 and no sheet
    has the 900, the second was given the number of the first.
    """
    for finding in triaged:
        is_here = finding.facts and not finding.again
        if finding.kind in ("date", "quantity") and not (is_here or finding.reason):
            facts = briefing.events if finding.kind == "date" else briefing.figures
            for fact in facts:
                if twin := _twin(fact, facts, finding, spans):
                    yield _twin_problem(fact, twin, finding)


def _twin(fact: Fact, facts: Sequence[Fact], finding: Finding, spans: Spans) -> Fact | None:
    if not any(holds(span, finding.span) for span in spans[fact.id]):
        return None
    twins = (other for other in facts if _says_the_same(fact, other))
    return next((twin for twin in twins if _rests_within(fact, twin, finding, spans)), None)


def _says_the_same(fact: Fact, other: Fact) -> bool:
    if fact is other:
        return False
    if isinstance(fact, Figure) and isinstance(other, Figure):
        ends = [(value.low, value.high, value.pair) for value in (fact.value, other.value)]
        return not fact.value.is_words and ends[0] == ends[1]
    return bool(_main_dates(fact) & _main_dates(other))


def _main_dates(fact: Fact) -> set[CivilDate | None]:
    """The ends of when it happened or is expected; not the day on which somebody said so."""
    if not isinstance(fact, Event):
        return set()
    dates = [fact.date, *(expectation.window for expectation in fact.expected)]
    return {date.end or date.start for date in dates if date}


def _rests_within(fact: Fact, twin: Fact, finding: Finding, spans: Spans) -> bool:
    return any(
        holds(outer, inner) and outer != inner and not holds(inner, finding.span)
        for outer in spans[fact.id]
        for inner in spans[twin.id]
    )


def _twin_problem(fact: Fact, twin: Fact, finding: Finding) -> Problem:
    is_figure = isinstance(fact, Figure)
    date_field = "date" if isinstance(fact, Event) and fact.date else "expected"
    return Problem(
        position=fact.origin.of("value" if is_figure else date_field),
        rule=Rule.AGREEMENT_VALUE if is_figure else Rule.AGREEMENT_DATE,
        found=f"‘{fact.id}’ says the same as ‘{twin.id}’, although its evidence goes on to say "
        f"“{finding.text}”" + ("" if finding.facts else ", which is in no sheet"),
        fix=f"if ‘{fact.id}’ is about “{finding.text}”, write {finding.reading}; "
        "if not, shorten its evidence to leave that out",
        related=(Related(position=finding.position, note=f"“{finding.text}”"),),
    )
