"""The years of a budget, which tables head “2026-27”, “2026/27” or “FY27”, and when they begin."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.words import MONTHS, compile_pattern, one_of
from dateline.patterns import compile_later

_YEAR: Final = r"(?:fiscal|financial|budget|business|accounting|tax) year"
_MONTH: Final = (
    rf"(?:the )?(?:(?P<day>\d\d?)(?:st|nd|rd|th)? (?:of )?)?(?P<month>{one_of(MONTHS)})\b"
)
_BEGINS: Final = compile_pattern(
    rf"\b(?:{_YEAR}|fiscal (?:20)?[0-9]{{2}})(?:,? (?:that|which))? "
    r"(?P<verb>begin(?:s|ning)?|began|start(?:s|ed|ing)?|runs from"
    rf"|from|end(?:s|ed|ing)?)(?: (?:on|in|every|each|at the end of|with))* {_MONTH}"
)


_END: Final = (
    rf"(?:(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? (?P<month>{one_of(MONTHS)})"
    rf"|(?P<first>{one_of(MONTHS)}) (?P<last>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)\b"
)
_YEAR_TO: Final = compile_pattern(rf"\byears? (?:to|end|ended|ending)(?: on)?(?: the)? {_END}")
_ON_A_DAY: Final = compile_pattern(rf"(?:^|\b(?:at|on) |[,;:(] ?)(?:the )?{_END}(?!,? \d)")
# From this day on a month is over, for years that end with it.
_LAST_DAYS: Final = 28


def beginning_of_years(texts: Iterable[str]) -> int | None:
    """The month that fiscal years begin with, where the texts say one and no other but January."""
    read = list(texts)
    months = {_first_month(found) for text in read for found in _BEGINS.finditer(text)}
    ends = (_month_and_day(found) for text in read for found in _YEAR_TO.finditer(text))
    months |= {month % 12 + 1 for month, day in ends if day >= _LAST_DAYS}
    months -= {1}
    return months.pop() if len(months) == 1 else None


def _month_and_day(found: re.Match[str]) -> tuple[int, int]:
    month = MONTHS[(found["month"] or found["first"]).lower().rstrip(".")]
    return month, int(found["day"] or found["last"])


def year_to(head: str, year: int) -> str | None:
    """What a year below “year to 30 June” or “30 June” is: twelve months to that day; “at 30 June”, the day."""
    found = _YEAR_TO.search(head) or _ON_A_DAY.search(head)
    if found is None:
        return None
    month, day = _month_and_day(found)
    try:
        end = intervals.day(dt.date(year, month, day))
    except ValueError:
        return None
    if month == _LAST_MONTH and day >= _LAST_DAYS:
        return intervals.year(year).text
    if re.match("(?:at|on) ", found[0], re.IGNORECASE):
        return end.text
    if day < _LAST_DAYS:
        begin = intervals.in_year(end.first, year - 1) + dt.timedelta(days=1)
        return intervals.span(intervals.day(begin), end).text
    return intervals.months_from(year - 1, month + 1, 12).text


_LAST_MONTH: Final = 12


def _first_month(found: re.Match[str]) -> int:
    month = MONTHS[found["month"].lower().rstrip(".")]
    return month % 12 + 1 if found["verb"].lower().startswith("end") else month


_SPLIT: Final = compile_later(
    r"(?:(?:FY|[Ff]iscal(?: year)?) ?)?((?:19|20)\d\d)[-–/](?:19|20)?(\d\d)"
)
_SHORT: Final = compile_later(r"(?:FY ?['’]?|[Ff]iscal (?:year )?)(?:20)?(\d\d)")


def readings_of_year(text: str, beginning: int | None) -> Sequence[str]:
    """What a year of accounts may mean, “2026-27” or “FY27”, the likeliest first; else nothing.

    Twelve months that begin in the first year and end in the second, or both years. A year that
    alone is named is mostly that of its end; that of its beginning in Japan.
    """
    if split := _SPLIT.fullmatch(text):
        first = int(split[1])
        if (first + 1) % 100 != int(split[2]):
            return ()
        both, months = [f"{first}/{first + 1}"], _twelve_months(first, beginning)
        return [*months, *both] if beginning else [*both, *months]
    if short := _SHORT.fullmatch(text):
        year = 2000 + int(short[1])
        ended, begun = (_twelve_months(first, beginning) for first in (year - 1, year))
        return [*ended, str(year), *begun] if beginning else [str(year), *ended, *begun]
    return ()


def _twelve_months(first: int, beginning: int | None) -> list[str]:
    """The years of accounts that begin in a year: one, where their first month is known."""
    begins = (beginning,) if beginning else range(2, 13)
    return [intervals.months_from(first, month, 12).text for month in begins]
