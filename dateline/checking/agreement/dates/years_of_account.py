"""The year of accounts that a paragraph is about, said once and meant by each of its figures."""

import re
from typing import Final

from dateline.checking.agreement.dates.period_words import is_year_long
from dateline.checking.basis.fact_words import FactWords, sentences_around
from dateline.checking.basis.findings import touching
from dateline.facts.article import Span
from dateline.facts.dates import Date, first_day, last_day, parse_date, same_days
from dateline.facts.records import Figure
from dateline.language import FoundDate
from dateline.patterns import compile_later


def is_in_force(date: Date, figure: Figure, words: FactWords) -> bool:
    """Whether a number without a date of its own is of the year of accounts that was named last before it.

    “From £31m”, “against £31m” and “£31m a year earlier” are the year before. Another date in the sentence of the
    number settles it otherwise.
    """
    if not is_year_long(date) or not words.spans:
        return False
    span = words.spans[0]
    text = words.blocks[span.block].text
    begin, end = sentences_around(text, span)
    own = [
        found
        for found in words.findings.dates[span.block]
        if begin <= found.start < end and found.readings
        if not (is_year_before(found.text) or is_only_compared(found, text))
    ]
    years = _named_before(span.block, begin, words)
    if own:
        before = [found for found in own if found.end <= span.start]
        years = _years(before[-1]) if before else []
    fits = _follows if _is_compared(figure, words) else same_days
    return any(fits(date, year) for year in years)


def is_only_compared(found: FoundDate, text: str) -> bool:
    """Whether a number is only set against that time, and not of it: the 2024 of “£16.4m more than in 2024”."""
    return _THAN_IN.search(text, 0, found.start) is not None


_THAN_IN: Final = compile_later(
    r"\b(?:more|less|fewer|higher|lower|better|worse|larger|smaller) than (?:(?:in|for|at|during) )?(?:the )?$"
)


def _named_before(number: int, begin: int, words: FactWords) -> list[Date]:
    """What the last words before this place that name a period as long as a year may mean.

    Not those of the year compared with: “to £187m in the year to 31 July, from £195m in 2024-25”.
    """
    for block in reversed(words.briefing.article.blocks[: number + 1]):
        before = [
            years
            for found in words.findings.dates[block.number]
            if found.kind != "relative" and (block.number < number or found.start < begin)
            if not _COMPARED_YEAR.search(words.blocks[block.number].text[: found.start])
            if (years := _years(found))
        ]
        if before:
            return before[-1]
    return []


def _years(found: FoundDate) -> list[Date]:
    readings = map(parse_date, found.readings)
    return [read for read in readings if read.form == "range" and is_year_long(read)]


def _follows(date: Date, year: Date) -> bool:
    end, start = last_day(date), first_day(year)
    return end is not None and start is not None and (start - end).days == 1


COMPARED_WITH: Final = r"\b(?:from|against|than|versus|compared (?:with|to)|(?:up|down) on)"
_COMPARED: Final = compile_later(
    rf"{COMPARED_WITH}\s"
    r"(?:a (?:profit|loss|deficit|surplus) of |about |around |nearly |almost |just |some |over |more than )?$"
)
# “From £195.6m in” 2024-25, but not “from £31m to £38m in” it.
_COMPARED_YEAR: Final = compile_later(
    rf"{COMPARED_WITH}\s(?:(?!to\b)[a-z]+\s){{0,3}}[^\s\w]?\d[\w.,]*(?:\s(?!to\b)[a-z]+){{0,3}}\s$"
)
_YEAR_BEFORE: Final = (
    r"(?:(?:a|the|one) year (?:before|earlier)|the (?:previous|preceding|prior) year"
    r"|(?:twelve|12) months (?:before|earlier))\b"
)
_IS_YEAR_BEFORE: Final = compile_later(rf"{_YEAR_BEFORE}$", re.IGNORECASE)
_THEN: Final = compile_later(
    rf",?(?: (?!than|on|over|in|less|more|fewer|up|down)[a-z]+){{0,2}} (?:in )?{_YEAR_BEFORE}",
    re.IGNORECASE,
)


_NAMES_YEAR: Final = compile_later(r"(?:last|this|next) year$", re.IGNORECASE)


def names_year_of_accounts(text: str) -> bool:
    """Whether words such as “last year” may mean a year of accounts, where an article has such years."""
    return is_year_before(text) or _NAMES_YEAR.match(" ".join(text.split())) is not None


def is_year_before(text: str) -> bool:
    """Whether words are “the year before”, which beside years of accounts is one of these."""
    return _IS_YEAR_BEFORE.match(" ".join(text.split())) is not None


def _is_compared(figure: Figure, words: FactWords) -> bool:
    """Whether another number is compared with this one: “£19m, down from £31m” or “£31m a year earlier”, of 31."""
    value = figure.value
    wanted = None if value.is_words else value.low
    return any(
        wanted is not None
        and found.low in (wanted, 100 * wanted)
        and _compares(words, span, found.start, found.end)
        for found, span in touching(words.findings.quantities, words.spans)
    )


def _compares(words: FactWords, span: Span, start: int, end: int) -> bool:
    text = words.blocks[span.block].text
    is_after = _COMPARED.search(text, max(0, start - 50), start) is not None
    return is_after or _THEN.match(text, end) is not None
