"""What was not checked, fact by fact, so that no page claims that it was."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Literal

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.dates.said_dates import says
from dateline.checking.agreement.dates.saying_days import is_news, is_said_near
from dateline.checking.agreement.quantities.quantity_agreement import is_value
from dateline.checking.agreement.quantities.unread_numbers import is_written
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.fact_words import FactWords, paragraphs
from dateline.checking.basis.findings import Findings, speakers_of, touching, with_heads
from dateline.checking.basis.other_values import LocatedValues
from dateline.checking.waivers import WAIVABLE
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Event, Fact, Figure, OtherValue, Quotation
from dateline.frozen import dataclass
from dateline.problems import Rule
from dateline.words import deferred

# A fact as a whole, its date, or what a rule checks.
What = Literal["everything", "its date"] | Rule


class Reason(StrEnum):
    """Why something was not checked, where no editor says why."""

    DAY_NOT_GIVEN = deferred("the article does not say on which day something was said")
    SPEAKER_NOT_READ = deferred("the article says it in words that the program cannot read")
    NUMBER_NOT_READ = deferred("the article writes it in a form that the program cannot read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """`why` is a reason, or what an editor wrote; of "its date", where that comes from."""

    fact: str
    what: What
    why: str


def find_unchecked(
    briefing: Briefing, spans: Spans, values: LocatedValues, findings: Findings
) -> Iterator[Unchecked]:
    """Facts that rest on a source alone, dates from elsewhere, and waived checks."""
    for fact in briefing.facts:
        if not spans[fact.id] and not fact.derived:
            yield Unchecked(fact=fact.id, what="everything", why="it is not in the article")
        others = ((value.figure, value.spans) for value in values.get(fact.id, ()))
        elsewhere = (
            _date_from(dated, near, briefing, findings)
            for dated, near in ((fact, spans[fact.id]), *others)
        )
        for why in dict.fromkeys(filter(None, elsewhere)):
            yield Unchecked(fact=fact.id, what="its date", why=why)
        if _has_day_of_saying_unread(fact, briefing, spans, findings):
            yield Unchecked(fact=fact.id, what="its date", why=Reason.DAY_NOT_GIVEN)
        if isinstance(fact, Quotation) and not _is_speaker_read(fact, spans, findings):
            why = Reason.SPEAKER_NOT_READ
            yield Unchecked(fact=fact.id, what=Rule.AGREEMENT_SPEAKER, why=why)
        if isinstance(fact, Figure) and _is_unread(fact, briefing, spans, findings):
            why = Reason.NUMBER_NOT_READ
            yield Unchecked(fact=fact.id, what=Rule.AGREEMENT_VALUE, why=why)
        yield from _waived(fact)


def _date_from(
    fact: Fact, near: Sequence[Span], briefing: Briefing, findings: Findings
) -> str | None:
    """Where a fact has a date from that its words do not give."""
    if not isinstance(fact, Event | Figure | Quotation) or not fact.date_from:
        return None
    if isinstance(fact, Quotation):
        near = paragraphs(briefing.article.blocks, near)  # the date may be anywhere there
    dates = [date for date, _ in touching(with_heads(findings, near).dates, near)]
    if all(any(says(date, own) for date in dates) for own in dates_of(fact)):
        return None
    return fact.date_from


def _is_unread(figure: Figure, briefing: Briefing, spans: Spans, findings: Findings) -> bool:
    """Whether its number is in its words as no quantity that the grammar knows."""
    if figure.derived or any(waiver.check == Rule.AGREEMENT_VALUE for waiver in figure.waive):
        return False
    near = spans[figure.id]
    every = with_heads(findings, near)
    read = [found for found, _ in touching(every.quantities, near)]
    return not any(is_value(figure.value, found) for found in read) and is_written(
        figure.value, every, near, briefing.article.blocks
    )


def _has_day_of_saying_unread(
    fact: Fact, briefing: Briefing, spans: Spans, findings: Findings
) -> bool:
    """Whether something was said on a day that is not in the words around it, nor news."""
    match fact:
        case Quotation(said_on=said_on, date_from=None) if said_on:
            days = [said_on]
        case Event():
            days = [way.said_on for way in fact.expected if way.said_on and not way.source]
        case _:
            return False
    words = FactWords.of(fact, briefing, findings, spans[fact.id])
    return bool(words.spans) and not all(
        is_said_near(day, words) or is_news(day, words) for day in days
    )


def _is_speaker_read(quotation: Quotation, spans: Spans, findings: Findings) -> bool:
    """Whether somebody is read, or the check is waived, or there are no words to read."""
    is_waived = any(waiver.check == Rule.AGREEMENT_SPEAKER for waiver in quotation.waive)
    read = [speakers_of(findings, span) for span in spans[quotation.id]]
    return is_waived or not read or any(read)


def _waived(fact: Fact) -> Iterator[Unchecked]:
    """The waived checks; without a value to compare with, unit and hedge are not checked either."""
    waivers = [*fact.waive, *(waiver for value in _others(fact) for waiver in value.waive)]
    waived = dict.fromkeys(
        (rule, waiver.why) for waiver in waivers for rule in WAIVABLE if rule == waiver.check
    )
    rules = {rule for rule, _ in waived}
    for rule, why in waived:
        yield Unchecked(fact=fact.id, what=rule, why=why)
        if rule == Rule.AGREEMENT_VALUE and isinstance(fact, Figure):
            fields = ((Rule.AGREEMENT_UNIT, fact.unit), (Rule.AGREEMENT_HEDGE, fact.hedge))
            for other, written in fields:
                if written and other not in rules:
                    yield Unchecked(fact=fact.id, what=other, why=why)


def _others(fact: Fact) -> tuple[OtherValue, ...]:
    return (*fact.history, *fact.values, *fact.revised) if isinstance(fact, Figure) else ()
