"""Civil dates as an editor writes them: EDTF (ISO 8601-2), levels 0 and 1, and one set form.

A date keeps the granularity it was written with: nothing here invents a day, asks a clock or
knows a zone. Years run from 0001 to 9999 of the Gregorian calendar.
"""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from dateline.facts.date_words import MONTHS, WEEKDAYS, explain_slip, quoted
from dateline.facts.invalid import InvalidValueError
from dateline.facts.phrasing import join_words
from dateline.problems import Rule

DateForm = Literal["point", "range", "since", "until", "one-of"]


class DateError(InvalidValueError):
    """A refused date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilDate:
    """A day, a month, a year or a decade; a decade is held as its first year."""

    year: int
    month: int | None = None
    day: int | None = None
    decade: bool = False

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        year = self.year + 9 if self.decade else self.year
        month = self.month or 12
        return dt.date(year, month, self.day or _days(year, month))

    @property
    def fineness(self) -> int:
        """0 for a decade, 1 for a year, 2 for a month, 3 for a day."""
        return 0 if self.decade else 1 + (self.month is not None) + (self.day is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """What a sheet's `date` holds.

    A point starts and ends with the same civil date; `since` has no end, `until` no start. A one-of
    starts with the earliest of its `choices` and ends with the latest.
    """

    text: str
    form: DateForm
    start: CivilDate | None
    end: CivilDate | None
    approximate: bool = False
    uncertain: bool = False
    choices: tuple[CivilDate, ...] = ()


# Reading


def parse_date(text: str) -> Date:
    """The date that `text` writes in EDTF; raises DateError, and nothing else, for all other text."""
    date = _read(text.strip())
    if date is None:
        raise _malformed(text.strip())
    return date


def _read(text: str) -> Date | None:
    """The date; None where the text is not EDTF, DateError where the calendar lacks the date."""
    if text.startswith("[") and text.endswith("]"):
        return _parse_choices(text)
    return _parse_range(text) if text.count("/") == 1 else _parse_point(text)


_CIVIL: Final = r"[0-9]{3}X|[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_POINT: Final = re.compile(rf"({_CIVIL})([~?%]?)")


def _parse_end(text: str) -> tuple[CivilDate, str] | None:
    """A civil date and its mark, or None where the text has another form."""
    match = _POINT.fullmatch(text)
    return (_civil(match[1]), match[2]) if match else None


def _civil(text: str) -> CivilDate:
    year, month, day = _numbers(text)
    if year == 0:
        found = f"{quoted(text)} is before the year 0001"
        raise DateError(Rule.DATE_IMPOSSIBLE, found, "write a year from 0001 to 9999")
    if month is not None and not 1 <= month <= 12:
        raise _no_such_month(text, year, month, day)
    if month is not None and day is not None and not 1 <= day <= _days(year, month):
        raise _no_such_day(text, year, month)
    return CivilDate(year=year, month=month, day=day, decade=text.endswith("X"))


def _numbers(text: str) -> tuple[int, int | None, int | None]:
    parts = dict(enumerate(int(part) for part in text.replace("X", "0").split("-")))
    return parts[0], parts.get(1), parts.get(2)


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _no_such_month(text: str, year: int, month: int, day: int | None) -> DateError:
    found = f"{quoted(text)} has month {month:02}, but a year has 12"
    fix = f"write a month from 01 to 12, or {year:04} if the month is not known"
    if day is None and month > year % 100:
        last = year - year % 100 + month
        fix = f"write {year:04}/{last:04} for the years, or a month from 01 to 12"
    elif day is not None and 1 <= day <= 12 < month <= _days(year, day):
        fix = f"write {year:04}-{day:02}-{month} if month and day are swapped"
    return DateError(Rule.DATE_IMPOSSIBLE, found, fix)


def _no_such_day(text: str, year: int, month: int) -> DateError:
    days, shown = _days(year, month), show_civil(CivilDate(year=year, month=month))
    found = f"{quoted(text)} does not exist: {shown} has {days} days"
    known = f"{year:04}-{month:02}"
    fix = f"write a day from 01 to {days}, or {known} if the day is not known"
    return DateError(Rule.DATE_IMPOSSIBLE, found, fix)


def _marked(
    text: str, form: DateForm, start: CivilDate | None, end: CivilDate | None, mark: str
) -> Date:
    about, doubted = mark in ("~", "%"), mark in ("?", "%")
    return Date(text=text, form=form, start=start, end=end, approximate=about, uncertain=doubted)


def _parse_point(text: str) -> Date | None:
    read = _parse_end(text)
    return _marked(text, "point", read[0], read[0], read[1]) if read else None


def _parse_range(text: str) -> Date | None:
    before, after = text.split("/")
    start, end = _parse_end(before), _parse_end(after)
    if start and after == "..":
        return _marked(text, "since", start[0], None, start[1])
    if end and before == "..":
        return _marked(text, "until", None, end[0], end[1])
    if start is None or end is None:
        return None
    mark = _shared_mark(start[1], end[1])
    alike = [f"{part.rstrip('~?%')}{mark}" for part in (before, after)]
    _check_order(text, alike, start[0], end[0])
    if start[1] != end[1]:
        found = f"{quoted(text)} has different marks at its two ends"
        raise DateError(Rule.DATE_MALFORMED, found, f"write {'/'.join(alike)}")
    return _marked(text, "range", start[0], end[0], mark)


def _shared_mark(start: str, end: str) -> str:
    return start if start == end else "%" if start and end else start + end


def _check_order(text: str, ends: list[str], start: CivilDate, end: CivilDate) -> None:
    if start.last_day < end.first_day:
        return
    before, after = ends
    if end.last_day < start.first_day:
        found, fix = "ends before it begins", f"write {after}/{before}"
    elif start == end:
        found, fix = "ends where it begins", f"write {before}"
    else:
        wider = before if start.fineness < end.fineness else after
        found, fix = "has one end inside the other", f"write both equally exact, or {wider} alone"
    raise DateError(Rule.DATE_ORDER, f"{quoted(text)} {found}", fix)


def _parse_choices(text: str) -> Date | None:
    parts = [part.strip() for part in text[1:-1].split(",")]
    read = [_parse_end(part) for part in parts]
    choices = sorted((end[0] for end in read if end and not end[1]), key=_civil_key)
    if len(choices) < len(parts):
        return None
    if len(choices) == 1:
        found = f"{quoted(text)} is a choice with only one date"
        raise DateError(Rule.DATE_MALFORMED, found, f"write {parts[0]}")
    for earlier, later in pairwise(choices):
        if earlier.last_day >= later.first_day:
            found = f"{quoted(text)} has {show_civil(later)} twice"
            raise DateError(Rule.DATE_MALFORMED, found, "write dates of which only one can be true")
    return Date(text=text, form="one-of", start=choices[0], end=choices[-1], choices=tuple(choices))


def _malformed(text: str) -> DateError:
    slip = explain_slip(text)
    meant, errors = _possible(slip.meant)
    if errors and not meant:
        return errors[0]
    found = slip.found
    if len(meant) > 1:
        found = f"{quoted(text)} may be {join_words(map(show_date, meant), 'or')}"
    write = f"write {join_words((date.text for date in meant), 'or')}{slip.also}"
    return DateError(Rule.DATE_MALFORMED, found, write if meant else slip.advice)


def _possible(texts: Sequence[str]) -> tuple[list[Date], list[DateError]]:
    dates, errors = [], []
    for text in texts:
        try:
            date = _read(text)
        except DateError as error:
            errors.append(error)
        else:
            dates.extend([date] if date else [])
    return dates, errors


# Showing


def show_civil(date: CivilDate) -> str:
    """A civil date in British English: "11 September 2024", "September 2024", "the 1990s"."""
    if date.decade:
        return f"the {date.year}s"
    year = str(date.year) if date.year >= 1000 else f"AD {date.year}"
    return f"{_day_and_month(date)} {year}".lstrip()


def day_words(day: dt.date) -> str:
    return show_civil(CivilDate(year=day.year, month=day.month, day=day.day))


def _day_and_month(date: CivilDate) -> str:
    month = MONTHS[date.month - 1] if date.month else ""
    return f"{date.day} {month}" if date.day else month


def show_date(date: Date, *, weekday: bool = False, reason: str = "") -> str:
    """The shortest words that are not ambiguous; `reason` is of the date's uncertainty."""
    words = _span_words(date)
    if weekday and date.form == "point" and date.start and not date.approximate:
        name = weekday_name(date.start)
        words = f"{name}, {words}" if name else words
    if not date.uncertain:
        return words
    return f"{words} (uncertain: {reason})" if reason else f"{words} (uncertain)"


def _span_words(date: Date) -> str:
    about = "about " if date.approximate else ""
    if date.end is None:
        return f"since {about}{show_civil(date.start)}" if date.start else ""
    if date.start is None:
        end = show_civil(date.end)
        return f"by {about}{end}" if date.end.day else f"by {about}the end of {end}"
    if date.form == "point":
        return about + show_civil(date.start)
    if date.form == "range":
        return f"{about}{_before(date.start, date.end)} to {show_civil(date.end)}"
    return about + _alternatives(date.choices)


def _alternatives(choices: Sequence[CivilDate]) -> str:
    shortened = [_before(earlier, later) for earlier, later in pairwise(choices)]
    return f"{', '.join(shortened)} or {show_civil(choices[-1])}"


def _before(date: CivilDate, following: CivilDate) -> str:
    """The date without the month and year that the date after it repeats."""
    if date.year != following.year or date.month is None or following.month is None:
        return show_civil(date)
    if date.month == following.month and date.day and following.day:
        return str(date.day)
    return _day_and_month(date)


def weekday_name(date: CivilDate) -> str | None:
    return WEEKDAYS[date.first_day.weekday()] if date.day else None


def html_datetime(date: Date) -> str | None:
    """The date for HTML's `<time datetime>`: one certain year, month or day; else None."""
    if date.form != "point" or date.approximate or date.uncertain:
        return None
    return None if date.start is None or date.start.decade else date.text


# Comparing


def first_day(date: Date) -> dt.date | None:
    """The first day that the date may mean as written; None where its start is open."""
    return date.start.first_day if date.start else None


def last_day(date: Date) -> dt.date | None:
    """The last day that the date may mean as written; None where its end is open."""
    return date.end.last_day if date.end else None


def exact_bounds(date: Date) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that the date may mean; None where it is open or in doubt."""
    if date.approximate or date.uncertain:
        return None, None
    return first_day(date), last_day(date)


_OPEN: Final = dt.date.max.toordinal() + 1


def sort_key(date: Date) -> tuple[int, int, int]:
    """Order by start, then coarser first, then longer first; "until" is placed at its last day."""
    last = last_day(date)
    length = -(last.toordinal() if last else _OPEN)
    if date.start:
        return (*_civil_key(date.start), length)
    if date.end:
        return (date.end.last_day.toordinal(), date.end.fineness, length)
    raise ValueError("a date has a start or an end")


def _civil_key(date: CivilDate) -> tuple[int, int]:
    return date.first_day.toordinal(), date.fineness


def contains(outer: Date, inner: Date) -> bool:
    """Whether all that `inner` may mean lies in `outer`, choice by choice; marks of doubt are ignored."""
    return all(
        any(begin <= first and last <= end for begin, end in _spans(outer))
        for first, last in _spans(inner)
    )


def _spans(date: Date) -> list[tuple[dt.date, dt.date]]:
    if date.choices:
        return [(choice.first_day, choice.last_day) for choice in date.choices]
    return [(first_day(date) or dt.date.min, last_day(date) or dt.date.max)]
