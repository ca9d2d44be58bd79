"""Whether the words that a fact rests on still say it, checked by the kind of the fact."""

from collections.abc import Iterator

from dateline.checking.date_agreement import check_event_dates
from dateline.checking.evidence import Spans, passages_of
from dateline.checking.fact_words import FactWords
from dateline.checking.figure_agreement import check_figure
from dateline.checking.findings import Findings
from dateline.checking.name_agreement import check_name
from dateline.checking.quotation_agreement import check_quotation
from dateline.facts.briefing import Briefing
from dateline.facts.records import Event, Fact, Figure, Named, Quotation
from dateline.problems import Problem


def check_agreement(
    fact: Fact, briefing: Briefing, spans: Spans, findings: Findings
) -> Iterator[Problem]:
    """A fact agrees with its words; one without words, or whose words are not found, is skipped."""
    if not spans[fact.id] or len(spans[fact.id]) < len(passages_of(fact)):
        return
    words = FactWords(fact=fact, briefing=briefing, findings=findings, spans=spans[fact.id])
    match fact:
        case Figure():
            yield from check_figure(fact, words)
        case Event():
            yield from check_event_dates(fact, words)
        case Quotation():
            yield from check_quotation(fact, words)
        case Named():
            yield from check_name(fact, words)
