"""Stretches of the civil calendar with their EDTF text, and the holidays that news names."""

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Final

from dateline.facts.dates import known_date
from dateline.frozen import dataclass
from dateline.patterns import compile_later

DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `first` to `last`, and the EDTF text that says so as coarsely as the prose."""

    text: str
    first: dt.date
    last: dt.date

    @property
    def begin(self) -> str:
        """The EDTF text of the start: the whole text of a point."""
        return self.text.strip("[]").replace(",", "/").split("/")[0]

    @property
    def finish(self) -> str:
        return self.text.strip("[]").replace(",", "/").split("/")[-1]


def day(date: dt.date) -> Interval:
    return Interval(date.isoformat(), date, date)


def month(year: int, number: int) -> Interval:
    """A month; `number` may lie outside 1 to 12 and then moves the year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    text = f"{year:04}-{number:02}"
    return Interval(text, dt.date(year, number, 1), dt.date(year, number, last))


def year(number: int) -> Interval:
    return Interval(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31))


def in_year(date: dt.date, number: int) -> dt.date:
    """The same day of another year; 28 February for a 29th that it lacks."""
    return date.replace(year=number, day=min(date.day, calendar.monthrange(number, date.month)[1]))


def decade(number: int) -> Interval:
    start = number - number % 10
    return Interval(f"{start // 10:03}X", dt.date(start, 1, 1), dt.date(start + 9, 12, 31))


def century(number: int) -> Interval:
    """The nth century as the hundred years that share two digits: the 19th is 1800 to 1899."""
    return span(year(number * 100 - 100), year(number * 100 - 1))


def before_christ(at: Callable[[int], Interval], number: int) -> Interval:
    """That day, month or year of a year BC, in astronomers' count; its days are the first known.

    The calendar of `datetime` begins with AD 1 and repeats itself every 400 years.
    """
    stand_in = at((1 - number) % 400 + 400)
    return Interval(_years(1 - number) + stand_in.text[len("9999") :], dt.date.min, dt.date.min)


def years_before_christ(first: int, last: int) -> Interval:
    """From a year BC to a later one; ValueError where they are reversed."""
    if first <= last:
        raise ValueError(f"{first} BC is not before {last} BC")
    return Interval(f"{_years(1 - first)}/{_years(1 - last)}", dt.date.min, dt.date.min)


def _years(number: int) -> str:
    return f"{'-' * (number < 0)}{abs(number):04}"


def _is_reversed(start: Interval, end: Interval) -> bool:
    if end.last == dt.date.min and start.text[0] == end.text[0] == "-":
        return end.text > start.text
    return end.last < start.first


def span(start: Interval, end: Interval) -> Interval:
    """From the start of one interval to the end of another; ValueError where they make none."""
    if _is_reversed(start, end):
        raise ValueError(f"{start.text} is after {end.text}")
    if start.begin == end.finish:
        return start
    if dt.date.min < end.first <= start.last:
        raise ValueError(f"{start.text} and {end.text} overlap")
    return Interval(f"{start.begin}/{end.finish}", start.first, end.last)


_THIRD: Final = compile_later("-(?:early|mid|late)$")


def third(whole: Interval, part: str) -> Interval | None:
    """The early, middle or late part of a decade, year or month; nothing else has such parts."""
    if not _HAS_THIRDS.fullmatch(whole.text):
        return None
    text = f"{whole.text}-{part}"
    days = known_date(text).start
    return Interval(text, days.first_day, days.last_day) if days else None


_HAS_THIRDS: Final = compile_later(r"[0-9]{3}X|[0-9]{4}(?:-[0-9]{2})?")


def whole_of(part: Interval) -> Interval:
    """The decade, year or month of which it is a part; itself where it is none."""
    text = _THIRD.sub("", part.text)
    if text == part.text or "/" in text:
        return part
    days = known_date(text)
    assert days.start
    return Interval(text, days.start.first_day, days.start.last_day)


def since(start: Interval) -> Interval:
    return Interval(f"{start.begin}/..", start.first, dt.date.max)


def until(end: Interval) -> Interval:
    return Interval(f"../{end.finish}", dt.date.min, end.last)


def months(first: Interval, last: Interval) -> Interval:
    """The months from one day's month to another's."""
    return span(month(first.first.year, first.first.month), month(last.last.year, last.last.month))


def week(date: dt.date) -> Interval:
    """The week, Monday to Sunday, that holds the day (ISO 8601)."""
    monday = date - date.weekday() * DAY
    return span(day(monday), day(monday + 6 * DAY))


def months_from(year_number: int, number: int, count: int) -> Interval:
    return span(month(year_number, number), month(year_number, number + count - 1))


def quarter(year_number: int, number: int) -> Interval:
    return span(month(year_number, number * 3 - 2), month(year_number, number * 3))


def half(year_number: int, number: int) -> Interval:
    return span(month(year_number, number * 6 - 5), month(year_number, number * 6))


def season(year_number: int, name: str, *, southern: bool = False) -> Interval:
    """A meteorological season; one that begins in December runs into the next year."""
    start = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name.lower()]
    start = (start + 6) % 12 or 12 if southern else start
    return span(month(year_number, start), month(year_number, start + 2))


def shift(interval: Interval, unit: str, steps: int) -> Interval:
    """The day, week, month, year, … `steps` units from the start of the interval."""
    base = interval.first
    quarters = (base.month - 1) // 3 + steps
    moved: dict[str, Callable[[], Interval]] = {
        "day": lambda: day(base + steps * DAY),
        "week": lambda: week(base + 7 * steps * DAY),
        "month": lambda: month(base.year, base.month + steps),
        "quarter": lambda: quarter(base.year + quarters // 4, quarters % 4 + 1),
        "year": lambda: year(base.year + steps),
        "decade": lambda: decade(base.year + 10 * steps),
        "century": lambda: century(base.year // 100 + 1 + steps),
    }
    return moved[unit]()


def nth_weekday(number: int, weekday: int, nth: int) -> Callable[[int], dt.date]:
    """The nth such weekday of a month, or the last one where nth is -1."""

    def on(year_number: int) -> dt.date:
        days = calendar.Calendar().itermonthdates(year_number, number)
        fitting = [date for date in days if date.month == number and date.weekday() == weekday]
        return fitting[nth if nth < 0 else nth - 1]

    return on
