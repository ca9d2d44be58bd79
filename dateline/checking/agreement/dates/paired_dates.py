"""Which date of its evidence a number has, where several numbers each have one."""

from collections.abc import Iterator
from typing import Final

from dateline.checking.agreement.dates.said_dates import allows, covers
from dateline.checking.agreement.quantities.quantity_agreement import is_value
from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import lies_in
from dateline.facts.article import Span
from dateline.facts.dates import Date
from dateline.facts.records import Figure
from dateline.language import FoundDate, FoundQuantity
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule

_BETWEEN: Final = compile_later(r"\s*(?:(?:late|early|in|on|at|for|during|by|as of)\s+)*")


def check_paired_date(figure: Figure, words: FactWords) -> Iterator[Problem]:
    """In “nine on Saturday and at 17 on Sunday”, nine is not of Sunday."""
    date = figure.when
    if date is None or figure.date_from:
        return
    for span in words.spans:
        pairs = _pairs(span, words)
        own = next((said for number, said in pairs if is_value(figure.value, number)), None)
        if own is None or not own.readings or covers(own, date) or allows(own, date):
            continue
        if any(covers(other, date) for _, other in pairs):
            yield _problem(figure, date, own, words)


def _pairs(span: Span, words: FactWords) -> list[tuple[FoundQuantity, FoundDate]]:
    """The numbers of a passage with their dates, where right after each number is one of its own."""
    quantities = words.findings.quantities[span.block]
    numbers = [each for each in quantities if lies_in(each, span) and each.low is not None]
    dates = [each for each in words.findings.dates[span.block] if lies_in(each, span)]
    pairs = list(zip(numbers, dates, strict=False))
    text = words.blocks[span.block].text
    is_each = all(_BETWEEN.fullmatch(text, number.end, date.start) for number, date in pairs)
    return pairs if len(numbers) == len(dates) and is_each else []


def _problem(figure: Figure, date: Date, own: FoundDate, words: FactWords) -> Problem:
    field = "period" if figure.period else "as_of"
    return words.problem(
        Rule.AGREEMENT_DATE,
        field,
        found=f"‘{figure.id}’ is dated {date.text}, but its evidence gives {figure.value.text} "
        f"with “{own.text}” ({own.readings[0]})",
        fix="write the date that stands with this number, or correct the number, "
        "and shorten the evidence to the words of this number alone",
    )
