"""Widening: the words in front of a date that say which part of it, or that it is open."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.frozen import dataclass
from dateline.language import DateKind
from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import WEEKDAY_NAME, Atom, Context, Meaning
from dateline.language.en.dates.intervals import DAY, Interval
from dateline.language.en.dates.open_ends import onwards, opened
from dateline.language.en.dates.relative_dates import read_unit
from dateline.language.en.tense import Tense
from dateline.language.en.words import (
    COUNT,
    DASH,
    ORDINALS,
    WEEKDAYS,
    compile_pattern,
    one_of,
    read_number,
)

Change = Callable[[Interval, re.Match[str]], tuple[Interval, ...]]
_COARSE: Final = frozenset({"month", "quarter", "season", "year", "decade", "century", "relative"})


@dataclass(frozen=True, slots=True)
class Widening:
    """Words before a date, the kinds of date that may follow, and the kind it becomes (None: the same).

    The words end with one of `ends`, in lower case.
    """

    pattern: re.Pattern[str]
    kinds: frozenset[str]
    makes: DateKind | None
    ends: tuple[str, ...]
    change: Change


def _widening(
    pattern: str,
    kinds: frozenset[str] = _COARSE,
    makes: DateKind | None = "range",
    ends: tuple[str, ...] = ("",),
) -> Callable[[Change], Widening]:
    """Turn the function below into a widening by the words of the pattern."""
    compiled = compile_pattern(rf"(?<!\w)(?:{pattern})$")
    return lambda change: Widening(compiled, kinds, makes, ends, change)


def widen(text: str, atom: Atom) -> Atom:
    """Take in the words in front, the nearest first: "by | the end of | 2026"."""
    if atom.kind in {"vague", "ambiguous"}:
        return atom
    for _ in range(3):
        atom = _changed(text, atom)
    return opened(text, onwards(text, atom))


def _changed(text: str, atom: Atom) -> Atom:
    before = text[max(0, atom.start - 48) : atom.start].casefold().rstrip()
    for widening in WIDENINGS:
        if not before.endswith(widening.ends):
            continue
        match = widening.pattern.search(text, max(0, atom.start - 48), atom.start)
        if match and atom.kind in widening.kinds and match.end() == atom.start:
            kind = widening.makes or atom.kind
            meaning = _applied(atom.meaning, widening.change, match)
            tense: Tense | None = "past" if match.groupdict().get("back") else atom.tense
            return replace(
                atom,
                start=match.start(),
                kind=kind,
                meaning=meaning,
                dangling=False,
                tense=tense,
            )
    return atom


def _applied(meaning: Meaning, change: Change, match: re.Match[str]) -> Meaning:
    def changed(context: Context) -> tuple[Interval, ...]:
        return tuple(new for interval in meaning(context) for new in change(interval, match))

    return changed


@_widening(
    r"(?:the )?(?P<part>early|late|mid|earlier|later)(?: in )|(?:(?:the )?(?P<part2>early|late|mid)"
    rf"|(?P<part3>earlier|later))(?: the | |{DASH})|(?:the )?(?P<middle>middle) of ",
    makes=None,
)
def part_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """Early 2024, mid-September: that third, or the whole; later in 2024: in 2024, hardly its last third."""
    word = (match["part"] or match["part2"] or match["part3"] or "mid").lower()
    part = intervals.third(interval, {"earlier": "early", "later": "late"}.get(word, word))
    if part is None:
        return (interval,)
    return (interval, part) if word.endswith("er") else (part, interval)


@_widening(rf"(?:the )?(?:very )?(?P<which>start|beginning|end|close)(?: of |{DASH})", makes=None)
def edge_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The end of 2023: its last month, or the year; of a month, the month."""
    if (interval.last - interval.first).days not in range(360, 370):
        return (interval,)
    edge = interval.first if match["which"].lower() in {"start", "beginning"} else interval.last
    return (intervals.month(edge.year, edge.month), interval)


@_widening(r"(?:the )?(?P<which>first|second|latter|last|other) half of ")
def half_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The first half of 2024: January to June; of a month, its first 15 days."""
    first = match["which"].lower() == "first"
    days = (interval.last - interval.first).days
    if days > 360:
        middle = intervals.shift(interval, "month", 6 * (days + 1) // 365)
        end = intervals.shift(middle, "month", -1)
        return (intervals.months(interval, end) if first else intervals.months(middle, interval),)
    if days < 27:
        return (interval,)
    if first:
        return (_whole(interval.first, interval.first + 14 * DAY, "day"),)
    return (_whole(interval.first + 15 * DAY, interval.last, "day"),)


_NTHS: Final = one_of([*ORDINALS, "last", "final", "closing"])


@_widening(
    rf"(?:the )?(?P<nth>{_NTHS})(?: (?P<count>{COUNT}|few))? (?P<unit>days?|weeks?"
    r"|weekend|months?|quarters?|years?|decades?) of ",
    ends=(" of",),
)
def nth_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The first five months of 2024, the second week of March."""
    if (match["count"] or "").lower() == "few":
        return (interval,)
    unit = read_unit(match["unit"])
    count = int(read_number(match["count"])) if match["count"] else 1
    nth = ORDINALS.get(match["nth"].lower())
    if unit == "quarter":
        unit, count = "month", 3 * count
    if unit == "weekend":
        return (_weekend(interval, nth or -1),)
    if nth is None:
        begin = _stepped(interval.last + DAY, unit, -count)
        return (_whole(begin, interval.last, unit),)
    begin = _stepped(interval.first, unit, (nth - 1) * count)
    return (_whole(begin, _stepped(begin, unit, count) - DAY, unit),)


def _stepped(date: dt.date, unit: str, steps: int) -> dt.date:
    if unit in {"day", "week"}:
        return date + steps * (7 if unit == "week" else 1) * DAY
    if unit == "month":
        return intervals.month(date.year, date.month + steps).first
    return dt.date(date.year + steps * (10 if unit == "decade" else 1), 1, 1)


def _whole(first: dt.date, last: dt.date, unit: str) -> Interval:
    """From day to day, written as exactly as the unit counts."""
    if unit in {"day", "week"}:
        return intervals.span(intervals.day(first), intervals.day(last))
    if unit == "month":
        return intervals.months(intervals.day(first), intervals.day(last))
    return intervals.span(intervals.year(first.year), intervals.year(last.year))


def _weekend(interval: Interval, nth: int) -> Interval:
    first = interval.first + (5 - interval.first.weekday()) % 7 * DAY
    last = interval.last - (interval.last.weekday() - 5) % 7 * DAY
    saturday = first + 7 * (nth - 1) * DAY if nth > 0 else last
    return _whole(saturday, saturday + DAY, "day")


@_widening(
    r"(?:the )?(?P<season>spring|summer|autumn|fall|winter) of ",
    frozenset({"year", "relative"}),
    "season",
)
def season_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The summer of last year."""
    return (intervals.season(interval.first.year, match["season"]),)


@_widening(
    rf"the (?P<unit>day|night|week|weekend|month|{WEEKDAY_NAME}) (?P<way>before|after) (?:the )?",
    frozenset({"day", "weekday"}),
    ends=(" before", " after", " the"),
)
def beside(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The week before Christmas: its seven days; the Tuesday after Easter, the night before 4 July."""
    way = 1 if match["way"].lower() == "after" else -1
    unit, day = match["unit"].lower(), interval.last if way > 0 else interval.first
    if unit in WEEKDAYS:
        away = (WEEKDAYS[unit] - day.weekday()) * way % 7 or 7
        return (intervals.day(day + way * away * DAY),)
    if unit == "weekend":
        away = (5 - day.weekday()) % 7 or 7 if way > 0 else -((day.weekday() - 5) % 7 or 7)
        return (_whole(day + away * DAY, day + (away + 1) * DAY, "day"),)
    if unit == "month":
        month = intervals.month(day.year, day.month + way)
        return (intervals.month(day.year, day.month), month) if way < 0 else (month,)
    far = day + way * {"week": 7}.get(unit, 1) * DAY
    first, last = sorted((day + way * DAY, far))
    return (intervals.day(far),) if first == last else (_whole(first, last, "day"),)


# "The third quarter, which ended on Dec. 31" has its days from its end; that end is a date as well.
_QUARTER_THAT: Final = (
    r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th) "
    r"(?=(?:(?:fiscal|financial) )?quarter,? (?:that|which) end)"
)
_SAYS_WHEN: Final = compile_pattern(r"\b(?:that|which) (?:will )?end")
_YEAR_OF: Final = r"(?:financial|fiscal|tax|business|accounting|budget)"


@_widening(
    rf"(?:(?:the|its|their|an?|new|next) ){{0,2}}{_YEAR_OF} (?P<unit>year|quarter)(?:,? (?:that|which))?"
    r" (?:(?P<back>began|started)|begins|beginning|starts|starting|will (?:begin|start))(?: (?:on|in))? ",
    frozenset({"day", "month"}),
)
def from_then_on(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The fiscal year that begins on April 1: its twelve months, or that day."""
    first, length = interval.first, 12 if match["unit"].lower() == "year" else 3
    if first.day == 1:
        return (intervals.months_from(first.year, first.month, length), interval)
    after = intervals.month(first.year, first.month + length).first
    return (_whole(first, after.replace(day=first.day) - DAY, "day"), interval)


@_widening(
    rf"(?:(?:the|its|their|an?) )?(?:(?:first |last )?(?P<count>{COUNT}) |{_QUARTER_THAT})?"
    r"(?:(?:financial|fiscal|full|tax|calendar|business|accounting) )?(?P<unit>weeks?|months?|years?|quarter)"
    r"(?:,? (?:that|which))?"
    r" (?:to|up to|to the end of|(?<!\ba\sweek\s)(?<!\ba\smonth\s)(?<!\ba\syear\s)through"
    r"|(?:(?P<back>ended)|ends|ending|will end|runs? to|runs? until)"
    r"(?: (?:on|in|at the end of))?) ",
    _COARSE | {"day"},
    ends=(" to", " ended", " ending", " through", " of", " on", " in"),
)
def up_to(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The three months to June, the year ended 31 March 2024."""
    count = int(read_number(match["count"])) if match["count"] else 1
    unit = read_unit(match["unit"])
    last = interval.last
    if unit == "week":
        return (_whole(last - (7 * count - 1) * DAY, last, "day"),)
    length = count * {"year": 12, "quarter": 3}.get(unit, 1)
    month_start = intervals.month(last.year, last.month - length + 1).first
    if interval.first < last:
        return (_whole(month_start, last, "month"),)
    if (last + DAY).day == 1:
        whole = _whole(month_start, last, "month")
        return (whole, interval) if _SAYS_WHEN.search(match[0]) else (whole,)
    before = intervals.month(last.year, last.month - length)
    begin = before.first.replace(day=min(last.day, before.last.day)) + DAY
    return (_whole(begin, last, "day"),)


@_widening(
    r"(?:around|about|circa|c\.|c|approximately|roughly|some time in) |c\.",
    frozenset({"year"}),
    None,
)
def circa(interval: Interval, _match: re.Match[str]) -> tuple[Interval, ...]:
    """Circa 1850."""
    return (Interval(f"{interval.text.rstrip('~')}~", interval.first, interval.last),)


@_widening(r"(?:the )?week (?P<word>of|beginning|starting|commencing) ", frozenset({"day"}))
def week_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The week of 11 May: that of the calendar, or the seven days from then."""
    seven = _whole(interval.first, interval.first + 6 * DAY, "day")
    own = intervals.week(interval.first)
    return (own, seven) if match["word"].lower() == "of" else (seven,)


# The first that fits decides.
WIDENINGS: Final = (
    week_of,
    part_of,
    edge_of,
    half_of,
    nth_of,
    season_of,
    beside,
    up_to,
    from_then_on,
    circa,
)
