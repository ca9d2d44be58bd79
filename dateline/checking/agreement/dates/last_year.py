"""What “last year”, “this year” and “next year” may be where the article names years of accounts."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from dateline.checking.agreement.dates.fact_dates import DatedField
from dateline.checking.agreement.dates.period_words import (
    DateInWords,
    is_of_that_year,
    is_year_long,
)
from dateline.checking.agreement.dates.years_of_account import (
    COMPARED_WITH,
    names_year_of_accounts,
)
from dateline.checking.basis.fact_words import FactWords, sentences_around
from dateline.facts.dates import (
    Date,
    first_day,
    known_date,
    last_day,
    same_days,
)
from dateline.facts.records import FigureKind
from dateline.language import FoundDate
from dateline.patterns import compile_later

AHEAD = frozenset({FigureKind.FORECAST, FigureKind.TARGET, FigureKind.AGREED})


_THIS = compile_later(r"(?:this|the current) ", re.IGNORECASE)


_THIS_OR_NEXT = compile_later(r"(?:this|the current|next|the coming) year")


_LAST = compile_later(r"last year\b", re.IGNORECASE)


_YEAR = 365


_COMPARED = compile_later(rf"{COMPARED_WITH}\b(?:[^.;:]|\.\d){{0,40}}$", re.IGNORECASE)


def is_last_year_of_accounts(found: FoundDate, field: DatedField) -> bool:
    """Whether “last year” may be the year of accounts that ended last, if the article names that year.

    The date is that year, or its last day; “this year” is the one after it.
    """
    date, published = field.date, field.words.briefing.front.published
    first, last = first_day(date), last_day(date)
    if first is None or last is None:
        return False
    years = _dates_of_article(field.words)
    if first <= published <= last and _THIS.match(found.text):
        ends = {last_day(year) for year in years if year.form == "range"}
        return is_of_that_year(found, date) and first - dt.timedelta(days=1) in ends
    if is_of_that_year(found, date) and _is_before_those(date, found, field):
        return True
    if is_before_named(found, date, field.words):
        return True
    if not (0 <= (published - last).days < _YEAR):
        return False
    is_day = date.form == "point" and date.start and date.start.day
    return any(
        is_of_that_year(found, year)
        and (same_days(year, date) or (is_day and last_day(year) == last))
        for year in years
    )


def _is_before_those(date: Date, found: FoundDate, field: DatedField) -> bool:
    """Whether it is the year before that of the accounts which the article tells of: they ended within a year.

    “Will cost £4.2m, against £9.1m last year”, of a firm whose year has just ended; not “cost £9.1m last year”.
    """
    published, last = field.words.briefing.front.published, last_day(date)
    is_compared = any(
        found in field.words.findings.dates[span.block]
        and _COMPARED.search(field.words.blocks[span.block].text[: found.start])
        for span in field.words.spans
    )
    return is_compared and any(
        year.form == "range"
        and first_day(year) == (last and last + dt.timedelta(days=1))
        and is_year_long(year)
        and (end := last_day(year)) is not None
        and 0 <= (published - end).days < _YEAR
        for year in _dates_of_article(field.words)
    )


def is_before_named(found: FoundDate, date: Date, words: FactWords) -> bool:
    """Whether “last year” is the year of accounts before one that its sentence names: “none for 2025-26”."""
    if not (is_of_that_year(found, date) and _LAST.match(found.text)):
        return False
    end = last_day(date)
    before = (
        named
        for span in words.spans
        for named in words.findings.dates[span.block]
        if named.end <= found.start
        and found in words.findings.dates[span.block]
        and named.start >= sentences_around(words.blocks[span.block].text, span)[0]
    )
    return end is not None and any(
        is_year_long(year) and first_day(year) == end + dt.timedelta(days=1)
        for named in before
        for year in map(known_date, named.readings)
    )


def is_year_ahead(touched: Sequence[DateInWords], field: DatedField) -> bool:
    """Whether “this year” of a forecast may be the year of accounts that has begun, and “next year” the one after it.

    The article names the year of accounts that ended last.
    """
    date, published = field.date, field.words.briefing.front.published
    first = first_day(date)
    if first is None or not is_year_long(date) or len(touched) != 1:
        return False
    text = " ".join(touched[0][0].text.lower().split())
    began = _year_earlier(first) if text.startswith(("next", "the coming")) else first
    ends = {
        last_day(year)
        for year in _dates_of_article(field.words)
        if year.form == "range" and is_year_long(year)
    }
    return (
        _THIS_OR_NEXT.fullmatch(text) is not None
        and began - dt.timedelta(days=1) in ends
        and 0 <= (published - began).days < _YEAR
    )


def _year_earlier(day: dt.date) -> dt.date:
    """The day on which the year of accounts before the one that begins on this day began."""
    return day.replace(year=day.year - 1, day=min(day.day, 28))


def may_be_of_accounts(found: FoundDate, field: DatedField) -> bool:
    """Whether “last year” may be a year of accounts, which the article names."""
    years = (year for year in _dates_of_article(field.words) if year.form == "range")
    return names_year_of_accounts(found.text) and any(map(is_year_long, years))


def _dates_of_article(words: FactWords) -> Iterator[Date]:
    said = (each for block in words.findings.dates for each in block)
    in_tables = (each for cell in words.findings.in_tables.values() for each in cell.dates)
    yield from (known_date(reading) for each in (*said, *in_tables) for reading in each.readings)
