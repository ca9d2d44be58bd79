"""Which dates words say, cover or allow."""

import re
from collections.abc import Sequence

from dateline.checking.agreement.dates.period_words import (
    DateInWords,
    ends_a_year,
)
from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import read_dates, touching
from dateline.facts.article import Span
from dateline.facts.dates import (
    CivilDate,
    Date,
    contains,
    known_date,
    last_day,
    same_days,
)
from dateline.facts.records import Event, Figure, Quotation
from dateline.facts.wording import even, find_words
from dateline.language import FoundDate
from dateline.patterns import compile_later

_QUOTED = compile_later(r"[“\"‘]([^“”\"]+?)[”\"’](?!\w)")


def quoted_dates(fact: Event | Figure | Quotation, words: FactWords) -> list[FoundDate]:
    """Dates that `date_from` quotes or derives: of “the day before ‘Wednesday’”, Tuesday too."""
    date_from = fact.date_from or ""
    quoted = [
        Span(block=block.number, start=start, end=end)
        for passage in _QUOTED.findall(date_from)
        for block in words.blocks
        for start, end in find_words(even(passage), even(block.text))
    ]
    found = [date for date, _ in touching(words.findings.dates, quoted) if date.readings]
    derived = read_dates(_QUOTED.sub(r"\1", date_from), words.briefing) if found else ()
    return [*found, *(date for date in derived if date.readings)]


def says(found: FoundDate, date: Date) -> bool:
    """Whether some reading of the words is this date.

    "by September 2025" and "since 2003" name a month and a year that an event may be dated by; the end
    of 2026 is the end of its December.
    """
    readings = [known_date(reading) for reading in found.readings]
    return any(_is(reading, date) or _is_season(found, reading, date) for reading in readings)


# “No dividend since autumn 2022”: the last was in it.
_SINCE_SEASON = compile_later(r"since .*\b(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_MONTHS_OF_SEASON = 3


def season_of(found: FoundDate, reading: Date) -> Date | None:
    """The season since which something is so, as the stretch that it was."""
    start = reading.start
    if reading.form != "since" or start is None or not _SINCE_SEASON.match(found.text):
        return None
    last = 12 * start.year + (start.month or 1) - 1 + _MONTHS_OF_SEASON - 1
    first = f"{start.year:04d}-{start.month or 1:02d}"
    return known_date(f"{first}/{last // 12:04d}-{last % 12 + 1:02d}")


def _is_season(found: FoundDate, reading: Date, date: Date) -> bool:
    season = season_of(found, reading)
    return season is not None and same_days(season, date)


def _is(reading: Date, date: Date) -> bool:
    if (reading.start, reading.end, reading.choices) == (date.start, date.end, date.choices):
        return not date.choices or reading.form == date.form
    if same_days(reading, date):
        return True
    if reading.form == "until" and date.form in ("until", "point"):
        return last_day(reading) == last_day(date)
    return reading.form == "since" and date.form == "point" and reading.start == date.start


def is_likely(found: FoundDate, date: Date) -> bool:
    """Whether it is the likeliest reading, one in or around that, or as likely as the others."""
    first, *others = map(known_date, found.readings)
    fitting = [other for other in others if _is(other, date)]
    nested = any(contains(first, other) or contains(other, first) for other in fitting)
    return found.open or _is(first, date) or _is_season(found, first, date) or nested


def covers(found: FoundDate, date: Date) -> bool:
    """Whether the words say this date, one of its days, or an end of it, as the day of a feast by which."""
    is_open = date.form in ("since", "until")
    is_whole = is_open or (date.start and date.end)
    parts = {date.start, date.end, *date.choices} if is_whole else set()
    return (says(found, date) or ends_a_year(found, date)) or any(
        reading.form == "point" and reading.start in parts
        for reading in map(known_date, found.readings)
    )


def together(touched: Sequence[DateInWords], date: Date) -> list[DateInWords]:
    """The findings that only together say a date: each of several, or both days of a range."""
    wanted = date.choices if date.form == "all-of" else (date.start, date.end)
    is_range = date.form == "range" and all(civil and civil.day for civil in wanted)
    if date.form != "all-of" and not is_range:
        return _from_and_until(touched, date)
    points = [
        [said for said in touched if any(known_date(r).start == civil for r in said[0].readings)]
        for civil in wanted
    ]
    return [said for saying in points for said in saying] if all(points) else []


def _from_and_until(touched: Sequence[DateInWords], date: Date) -> list[DateInWords]:
    """Of “borrowed in 2021, to be repaid by 2041” the two ends of 2021 to 2041."""
    if date.form != "range":
        return []
    begins = [said for said in touched if _has(said[0], "point", date.start)]
    ends = [said for said in touched if _has(said[0], "until", date.end)]
    follow = [end for end in ends if any(begin[0].end <= end[0].start for begin in begins)]
    return [*begins, *follow] if begins and follow else []


def _has(found: FoundDate, form: str, civil: CivilDate | None) -> bool:
    readings = map(known_date, found.readings)
    return any(read.form == form and civil in (read.start, read.end) for read in readings)


def allows(found: FoundDate, date: Date) -> bool:
    closed = [read for read in map(known_date, found.readings) if read.start and read.end]
    return covers(found, date) or any(contains(reading, date) for reading in closed)
