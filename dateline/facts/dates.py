"""Civil dates as an editor writes them: EDTF (ISO 8601-2), levels 0 and 1, sets, and parts of a span.

A date keeps the granularity it was written with: nothing here invents a day, asks a clock or
knows a zone. Years run to 9999 and are those of astronomers: 0000 is 1 BC, -0043 is 44 BC. EDTF has no
parts of a year or month; `2027-mid` is ours.
"""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from dateline.facts.invalid import InvalidValueError
from dateline.facts.phrasing import join_words, quoted
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Rule
from dateline.words import _, spoken

DateForm = Literal["point", "range", "since", "until", "one-of", "all-of"]
PlainEnd = Literal["start", "end"]
Third = Literal["early", "mid", "late"]
PARTS: Final[tuple[Third, ...]] = ("early", "mid", "late")


class DateError(InvalidValueError):
    """A refused date."""


# Every 400 years the calendar repeats itself, after this many days.
_CYCLE: Final = 146_097


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilDate:
    """A day, a month, a year or a decade, or a third of one; a decade is held as its first year."""

    year: int
    month: int | None = None
    day: int | None = None
    decade: bool = False
    part: Third | None = None

    @property
    def begins(self) -> int:
        """The first day, counted from 1 January AD 1 as 1."""
        return self._third[0]

    @property
    def ends(self) -> int:
        return self._third[1]

    @property
    def _third(self) -> tuple[int, int]:
        """The first and last day: of an early, middle or late one the days of that third."""
        last_year = self.year + 9 if self.decade else self.year
        last_month = self.month or 12
        first = _ordinal(self.year, self.month or 1, self.day or 1)
        last = _ordinal(last_year, last_month, self.day or _days(last_year, last_month))
        if self.part is None:
            return first, last
        number = PARTS.index(self.part)
        if self.month:
            first += 10 * number
            return first, last if self.part == "late" else first + 9
        if self.decade:
            years = ((0, 3), (3, 7), (7, 10))[number]
            return (
                _ordinal(self.year + years[0], 1, 1),
                _ordinal(self.year + years[1] - 1, 12, 31),
            )
        end = 4 * number + 4
        return _ordinal(self.year, end - 3, 1), _ordinal(self.year, end, _days(self.year, end))

    @property
    def first_day(self) -> dt.date:
        """The first day; of years before AD 1, which `datetime` does not know, 1 January AD 1."""
        return _day_at(self.begins)

    @property
    def last_day(self) -> dt.date:
        return _day_at(self.ends)

    @property
    def fineness(self) -> int:
        """0 for a decade, 1 for a year, 2 for a month, 3 for a day, whole or a part."""
        return 0 if self.decade else 1 + (self.month is not None) + (self.day is not None)


def _ordinal(year: int, month: int, day: int) -> int:
    cycles = 0 if year >= 1 else (400 - year) // 400
    return dt.date(year + 400 * cycles, month, day).toordinal() - cycles * _CYCLE


def _day_at(ordinal: int) -> dt.date:
    return dt.date.fromordinal(max(ordinal, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """What a sheet's `date` holds.

    A point starts and ends with the same civil date; `since` has no end, `until` no start. A one-of
    and an all-of start with the earliest of their `choices` and end with the latest. `bare` is what is
    only said to be “by September 2025”, not by its end.
    """

    text: str
    form: DateForm
    start: CivilDate | None
    end: CivilDate | None
    approximate: bool = False
    uncertain: bool = False
    # The end of a range that has no mark, where the other one has.
    plain_end: PlainEnd | None = None
    choices: tuple[CivilDate, ...] = ()
    bare: bool = False

    @property
    def bounds(self) -> tuple[CivilDate, ...]:
        """Where it starts and where it ends, without an open end."""
        return tuple(end for end in (self.start, self.end) if end)


# Reading


def parse_date(text: str) -> Date:
    """The date that `text` writes in EDTF; raises DateError, and nothing else, for all other text."""
    date = _read(text.strip())
    if date is None:
        raise _malformed(text.strip())
    return date


# The checks read the few dates of an article many times.
known_date = lru_cache(maxsize=1024)(parse_date)


def _read(text: str) -> Date | None:
    """The date; None where the text is not EDTF, DateError where the calendar lacks the date."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _parse_choices(text)
    return _parse_range(text) if text.count("/") == 1 else _parse_point(text)


_CIVIL: Final = (
    r"[0-9]{3}X(?:-(?:early|mid|late))?"
    r"|(?!-0000)-?[0-9]{4}(?:-[0-9]{2}(?:-(?:[0-9]{2}|early|mid|late))?|-(?:early|mid|late))?"
)
_POINT: Final = compile_later(rf"({_CIVIL})([~?%]?)")


def _parse_end(text: str) -> tuple[CivilDate, str] | None:
    """A civil date and its mark, or None where the text has another form."""
    match = _POINT.fullmatch(text)
    return (_civil(match[1]), match[2]) if match else None


def _civil(text: str) -> CivilDate:
    year, month, day = _numbers(text)
    if text.startswith("000X"):
        found = f"{quoted(text)} begins before the year 0001"
        raise DateError(Rule.DATE_IMPOSSIBLE, found, "write 0001/0009 for the years from AD 1 to 9")
    if month is not None and not 1 <= month <= 12:
        raise _no_such_month(text, year, month, day)
    if month is not None and day is not None and not 1 <= day <= _days(year, month):
        raise _no_such_day(text, year, month)
    part = next((part for part in PARTS if text.endswith(part)), None)
    return CivilDate(year=year, month=month, day=day, decade="X" in text, part=part)


def _numbers(text: str) -> tuple[int, int | None, int | None]:
    years, *rest = text.lstrip("-").replace("X", "0").split("-")
    year = -int(years) if text.startswith("-") else int(years)
    parts = dict(enumerate(int(part) for part in rest if part.isdigit()))
    return year, parts.get(0), parts.get(1)


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
    if start[1] and end[1] and start[1] != end[1]:
        found = f"{quoted(text)} has different marks at its two ends"
        raise DateError(Rule.DATE_MALFORMED, found, f"write {'/'.join(alike)}")
    date = _marked(text, "range", start[0], end[0], mark)
    if start[1] == end[1]:
        return date
    return replace(date, plain_end="end" if start[1] else "start")


def _shared_mark(start: str, end: str) -> str:
    return start if start == end else "%" if start and end else start + end


def _check_order(text: str, ends: list[str], start: CivilDate, end: CivilDate) -> None:
    if start.ends < end.begins:
        return
    before, after = ends
    if end.ends < start.begins:
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
    form: DateForm = "one-of" if text.startswith("[") else "all-of"
    if len(choices) == 1:
        found = f"{quoted(text)} is a {_SETS[form]} with only one date"
        raise DateError(Rule.DATE_MALFORMED, found, f"write {parts[0]}")
    for earlier, later in pairwise(choices):
        if earlier.ends >= later.begins:
            found = f"{quoted(text)} has {show_civil(later)} twice"
            raise DateError(
                Rule.DATE_MALFORMED, found, "write dates of which none contains another"
            )
    return Date(text=text, form=form, start=choices[0], end=choices[-1], choices=tuple(choices))


_SETS: Final = {"one-of": "choice", "all-of": "list"}


def _malformed(text: str) -> DateError:
    from dateline.facts.date_words import explain_slip  # most sheets have no slip

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
    """A civil date as its language writes it: "11 September 2024", "mid-2027", "44 BC"."""
    return spoken().formats.date(date)


def year_words(year: int) -> str:
    return spoken().formats.year(year)


def moment_words(moment: dt.datetime) -> str:
    """A day and a time by the clock: "1 December 2026, 06:00"."""
    return f"{day_words(moment.date())}, {moment:%H:%M}"


def day_words(day: dt.date) -> str:
    return show_civil(CivilDate(year=day.year, month=day.month, day=day.day))


def show_date(date: Date, *, weekday: bool = False, reason: str = "") -> str:
    """The shortest words that are not ambiguous; `reason` is of the date's uncertainty."""
    if date.form == "range" and date.start and date.end:
        return _range_words(date, date.start, date.end, reason)
    words = _span_words(date)
    if weekday and date.form == "point" and date.start and not date.approximate:
        name = weekday_name(date.start)
        words = _("%(weekday)s, %(date)s", weekday=name, date=words) if name else words
    return _doubted(words, reason) if date.uncertain else words


def _doubted(words: str, reason: str) -> str:
    if reason:
        return _("%(date)s (uncertain: %(reason)s)", date=words, reason=reason)
    return _("%(date)s (uncertain)", date=words)


def _about(words: str, date: Date) -> str:
    return _("about %(date)s", date=words) if date.approximate else words


def _span_words(date: Date) -> str:
    if date.end is None:
        return _("since %(date)s", date=_about(show_civil(date.start), date)) if date.start else ""
    end = show_civil(date.end)
    if date.start is None:
        return _until_words(date, end, is_exact=date.bare or bool(date.end.day or date.end.part))
    if date.form == "point":
        return _about(end, date)
    shortened = [
        spoken().formats.date_before(earlier, later) for earlier, later in pairwise(date.choices)
    ]
    formats = spoken().formats
    listed = formats.one_of if date.form == "one-of" else formats.all_of
    return _about(listed([*shortened, end]), date)


def _until_words(date: Date, end: str, *, is_exact: bool) -> str:
    if is_exact:
        return _("by %(date)s", date=_about(end, date))
    if date.approximate:
        return _("by about the end of %(date)s", date=end)
    return _("by the end of %(date)s", date=end)


def _range_words(date: Date, start: CivilDate, end: CivilDate, reason: str) -> str:
    """A range; a mark of doubt is on both of its ends, or on the one that is not `plain_end`."""
    begins, ends = spoken().formats.date_before(start, end), show_civil(end)
    if date.approximate and date.plain_end == "start":
        ends = _about(ends, date)
    else:
        begins = _about(begins, date)
    if date.uncertain and date.plain_end == "end":
        begins = _doubted(begins, reason)
    words = _("%(start)s to %(end)s", start=begins, end=ends)
    return _doubted(words, reason) if date.uncertain and date.plain_end != "end" else words


# Days before it are of the Julian calendar, whose weekdays are others.
GREGORIAN: Final = dt.date(1582, 10, 15)


def weekday_name(date: CivilDate) -> str | None:
    """The weekday of a day; None before the Gregorian calendar."""
    day = date.first_day
    return spoken().formats.weekday(day.weekday()) if date.day and day >= GREGORIAN else None


def html_datetime(date: Date) -> str | None:
    """The date for HTML's `<time datetime>`: one certain year, month or day; else None."""
    start = date.start
    if date.form != "point" or date.approximate or date.uncertain or start is None:
        return None
    return None if start.decade or start.part or start.year < 1 else date.text


# Comparing


def first_day(date: Date) -> dt.date | None:
    """The first day that the date may mean as written; None where its start is open."""
    return date.start.first_day if date.start else None


def last_day(date: Date) -> dt.date | None:
    """The last day that the date may mean as written; None where its end is open."""
    return date.end.last_day if date.end else None


def is_before_christ(date: Date) -> bool:
    """Whether it begins, or ends, before AD 1: `datetime` has no such day."""
    return any(end.year < 1 for end in date.bounds)


def edtf_text(date: Date) -> str:
    """The date in EDTF alone: `2027-mid`, which EDTF lacks, as about its months or days."""
    ends = [*date.bounds, *date.choices]
    if not any(end.part for end in ends):
        return date.text
    cut = None if any(end.month for end in ends) else -3
    first = f"{_iso_day(date.start.begins)[:cut]}~" if date.start else ".."
    last = f"{_iso_day(date.end.ends)[:cut]}~" if date.end else ".."
    return f"{first}/{last}"


def _iso_day(ordinal: int) -> str:
    cycles = 0 if ordinal >= 1 else (_CYCLE - ordinal) // _CYCLE
    day = dt.date.fromordinal(ordinal + cycles * _CYCLE)
    year = day.year - 400 * cycles
    return f"{'-' * (year < 0)}{abs(year):04}-{day:%m-%d}"


def exact_bounds(date: Date) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that the date may mean; None where it is open, in doubt or BC."""
    if date.approximate or date.uncertain:
        return None, None
    first = first_day(date) if date.start and date.start.year > 0 else None
    return first, last_day(date) if date.end and date.end.year > 0 else None


_OPEN: Final = dt.date.max.toordinal() + 1


def sort_key(date: Date) -> tuple[int, int, int]:
    """Order by start, then coarser first, then longer first; "until" is placed at its last day."""
    length = -(date.end.ends if date.end else _OPEN)
    if date.start:
        return (*_civil_key(date.start), length)
    if date.end:
        return (date.end.ends, date.end.fineness, length)
    raise ValueError("a date has a start or an end")


def _civil_key(date: CivilDate) -> tuple[int, int]:
    return date.begins, date.fineness


def contains(outer: Date, inner: Date) -> bool:
    """Whether all that `inner` may mean lies in `outer`, choice by choice; marks of doubt are ignored."""
    return all(
        any(begin <= first and last <= end for begin, end in _spans(outer))
        for first, last in _spans(inner)
    )


def same_days(first: Date, second: Date) -> bool:
    """Whether two dates begin and end on the same days, as 2024-06 and 2024-06-01/2024-06-30 do."""
    return not (first.choices or second.choices) and _spans(first) == _spans(second)


def _spans(date: Date) -> list[tuple[int, int]]:
    if date.choices:
        return [(choice.begins, choice.ends) for choice in date.choices]
    begins = date.start.begins if date.start else -_OPEN
    return [(begins, date.end.ends if date.end else _OPEN)]
