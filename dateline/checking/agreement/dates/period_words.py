"""Which words give a date of a figure without being that date: a quarter its last day, “from” a start."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import touching
from dateline.facts.article import Span
from dateline.facts.dates import Date, first_day, last_day, parse_date, same_days
from dateline.facts.records import Fact, Figure, FigureKind
from dateline.language import FoundDate
from dateline.patterns import compile_later

DateInWords = tuple[FoundDate, Span]


def dates_in_effect(date: Date, field: str, words: FactWords) -> list[DateInWords]:
    """The words that give a figure its date, where none of them is that date itself."""
    touched = touching(words.findings.dates, words.spans)
    found = [said for said in touched if _starts(said, date, words)]
    beside = list(beside_change(words))
    found += [said for said in beside if _is_same(said[0], date)]
    if field == "as_of":
        cells = [said for said in touched if words.blocks[said[1].block].kind == "cell"]
        found += [said for said in (*cells, *beside) if _ends(said[0], date)]
    return found


def _starts(said: DateInWords, date: Date, words: FactWords) -> bool:
    """Whether a time begins there: “from 2027” is 2027 and all after it, as is a limit cut to 50 “in 2019”."""
    found, span = said
    before = words.blocks[span.block].text[: found.start]
    starts = re.search(r"\b[Ff]rom\s+$", before) or (_lasts(words.fact) and _SET.search(before))
    return bool(date.form == "since" and starts) and any(
        parse_date(reading).start == date.start for reading in found.readings
    )


_SET: Final = compile_later(
    r"\b(?:cut|lower\w*|reduc\w+|rais\w+|lift\w*|increas\w+|set|chang\w+|brought|put|fix\w+|impos\w+|introduc\w+"
    r"|agreed|settled|fell|rose|went|goes|rises|dropped)\b(?:[^.;:!?]|\.(?=\d)){0,80}\b(?:in|on|at)\s+$"
)


def _lasts(fact: Fact) -> bool:
    """Whether a number holds until another takes its place: a limit, a price, what was agreed."""
    return isinstance(fact, Figure) and fact.kind in _LASTING


_LASTING: Final = frozenset({FigureKind.LEGAL_LIMIT, FigureKind.AGREED, FigureKind.PRICE})
_PERIODS: Final = frozenset({"quarter", "year", "range"})


def _ends(found: FoundDate, date: Date) -> bool:
    """Whether the date is the end of a period: what a table has for a quarter may be of its last day."""
    is_day = date.form == "point" and date.start is not None and date.start.month is not None
    readings = map(parse_date, found.readings)
    is_period = is_day and found.kind in _PERIODS
    return is_period and any(last_day(reading) == last_day(date) for reading in readings)


_YEAR_UP_TO: Final = compile_later(r"\byears?\b.*[\d\w]$", re.IGNORECASE)
_END_OF: Final = compile_later(r"(?:the )?(?:end|close) of\b", re.IGNORECASE)
_LATER: Final = compile_later(r"\b(?:later|earlier|before|after that|on)$", re.IGNORECASE)
_COUNTED: Final = compile_later(r"\b(?:to|end(?:ed|ing|s)?|through|until)\b", re.IGNORECASE)


def ends_a_year(found: FoundDate, date: Date) -> bool:
    """Whether the words name a time by its end, which is the date: “the year to March 31”, “the end of June”.

    “Twelve months later” may be a year of accounts, and so its last day; “a year before” the end of a month,
    the end of that month.
    """
    if date.form != "point" or date.start is None or date.start.month is None:
        return False
    if _END_OF.match(found.text):
        return any(last_day(parse_date(text)) == last_day(date) for text in found.readings)
    years = [read for read in map(parse_date, found.readings) if read.form == "range"]
    if found.kind == "relative" and _LATER.search(found.text):
        months = [read for read in map(parse_date, found.readings) if _is_month(read)]
        years = [*(read for read in years if is_year_long(read)), *months]
    elif not (_YEAR_UP_TO.search(found.text) and _COUNTED.search(found.text)):
        return False
    return any(last_day(year) == last_day(date) for year in years)


def _is_month(read: Date) -> bool:
    civil = read.start
    is_to_the_month = civil is not None and civil.month is not None and civil.day is None
    return read.form == "point" and is_to_the_month


def is_of_that_year(found: FoundDate, date: Date) -> bool:
    """Whether “the year before” may be a year of accounts, most of which need not lie in that of the calendar."""
    if found.kind != "relative" or date.form != "range" or not is_year_long(date):
        return False
    years = [_whole_year(read) for read in map(parse_date, found.readings)]
    return any(civil.year in years for civil in date.bounds)


def _whole_year(read: Date) -> int | None:
    is_whole = read.form == "point" and read.start is not None and read.start.month is None
    return read.start.year if read.start and is_whole else None


def is_year_long(date: Date) -> bool:
    first, last = first_day(date), last_day(date)
    return first is not None and last is not None and (last - first).days in (364, 365)


_CHANGE: Final = compile_later(
    r"\b(?:changes?|chg|difference|diff|growth|increase|decrease|rise|fall|gain|loss)\b"
    r"|\+ ?/ ?[-–−]|±|[Δ∆]",
    re.IGNORECASE,
)


def is_of_change(head: str) -> bool:
    """Whether the numbers below a head are what has changed from one cell of their row to another."""
    return _CHANGE.search(head) is not None


def _is_same(found: FoundDate, date: Date) -> bool:
    return any(same_days(parse_date(reading), date) for reading in found.readings)


def beside_change(words: FactWords) -> Iterator[DateInWords]:
    """The dates of the other cells of its row, for a cell below “Change”."""
    tables = words.findings.in_tables
    for span in words.spans:
        reading = tables.get(span.block)
        if reading is None or reading.dates:
            continue
        if any(is_of_change(words.blocks[head].text) for head in reading.heads):
            row = max(head for head in reading.heads if head < span.block)
            others = (other.dates for other in tables.values() if row in other.heads)
            every = (found for dates in others for found in dates)
            yield from ((replace(found, start=0, end=span.end), span) for found in every)
