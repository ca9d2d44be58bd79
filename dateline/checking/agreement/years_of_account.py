"""The year of accounts that a paragraph is about, said once and meant by each of its figures."""

from typing import Final

from dateline.checking.agreement.period_words import is_year_long
from dateline.checking.basis.fact_words import FactWords, sentences_around
from dateline.checking.basis.findings import touching
from dateline.facts.article import Span
from dateline.facts.dates import Date, first_day, last_day, parse_date, same_days
from dateline.facts.records import Figure
from dateline.language import FoundDate
from dateline.patterns import compile_later


def is_in_force(date: Date, figure: Figure, words: FactWords) -> bool:
    """Whether a number without a date of its own is of the year of accounts that was named last before it.

    “From £31m”, “against £31m” is the year before. A date in the sentence of the number settles it otherwise.
    """
    if not is_year_long(date) or not words.spans:
        return False
    span = words.spans[0]
    text = words.blocks[span.block].text
    begin, end = sentences_around(text, span)
    own = words.findings.dates[span.block]
    years = _named_before(span.block, begin, words)
    if any(begin <= found.start < end and found.readings for found in own):
        return False
    fits = _is_year_before if _is_compared(figure, words) else same_days
    return any(fits(date, year) for year in years)


def _named_before(number: int, begin: int, words: FactWords) -> list[Date]:
    """What the last words before this place that name a period as long as a year may mean."""
    for block in reversed(words.briefing.article.blocks[: number + 1]):
        before = [
            years
            for found in words.findings.dates[block.number]
            if found.kind != "relative" and (block.number < number or found.start < begin)
            if (years := _years(found))
        ]
        if before:
            return before[-1]
    return []


def _years(found: FoundDate) -> list[Date]:
    readings = map(parse_date, found.readings)
    return [read for read in readings if read.form == "range" and is_year_long(read)]


def _is_year_before(date: Date, year: Date) -> bool:
    end, start = last_day(date), first_day(year)
    return end is not None and start is not None and (start - end).days == 1


COMPARED_WITH: Final = r"\b(?:from|against|than|versus|compared (?:with|to)|(?:up|down) on)"
_COMPARED: Final = compile_later(
    rf"{COMPARED_WITH}\s"
    r"(?:a (?:profit|loss|deficit|surplus) of |about |around |nearly |almost |just |some |over |more than )?$"
)


def _is_compared(figure: Figure, words: FactWords) -> bool:
    """Whether the words compare another number with this one: “£19m, down from £31m”, of 31."""
    value = figure.value
    wanted = None if value.is_words else value.low
    return any(
        found.low == wanted and _compares(words, span, found.start)
        for found, span in touching(words.findings.quantities, words.spans)
    )


def _compares(words: FactWords, span: Span, start: int) -> bool:
    return _COMPARED.search(words.blocks[span.block].text, max(0, start - 50), start) is not None
