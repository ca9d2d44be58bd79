"""The smallest date expressions: each rule reads one form and says what it may mean.

An atom's meaning is a function of its context: the day of publication, the tense, and the date named
before. joining.py makes ranges of atoms, and widening.py adds the words in front of them.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from dateline.frozen import dataclass
from dateline.language import DateKind
from dateline.language.en.dates import intervals
from dateline.language.en.dates.intervals import DAY, Interval
from dateline.language.en.tense import Tense
from dateline.language.en.words import MONTHS, WEEKDAYS, compile_pattern, one_of


@dataclass(frozen=True, slots=True)
class Context:
    """What a meaning depends on; `anchor` is the last date named before, if any.

    `dated` where the year of the anchor was named too, `aside` where it only opened a sentence about
    something later ("Ringed in June 1991, it came back in May"); `stretch` is the last of more than
    a day, and `years` are those named. `southern` where the story is from a place with winter in July.
    """

    written: dt.date
    tense: Tense = "open"
    anchor: Interval | None = None
    dated: bool = False
    aside: bool = False
    stretch: Interval | None = None
    years: tuple[int, ...] = ()
    southern: bool = False


Meaning = Callable[[Context], tuple[Interval, ...]]


@dataclass(frozen=True, slots=True)
class Atom:
    """An expression found, with its meaning not yet resolved.

    `dangling` ones ("the year") are dates only after "the end of", "the first half of" and so on.
    `tense` is set where the words themselves look back or ahead, `dated` where they name the year,
    `joined` where they are already two dates joined, `which` where they say which of two ("next
    Monday"), whatever the verb, `certain` where they count from publication alone ("last month"),
    `unsure` where no verb tells which of their readings is meant ("FY24").
    """

    start: int
    end: int
    kind: DateKind
    meaning: Meaning
    dangling: bool = False
    tense: Tense | None = None
    dated: bool = False
    joined: bool = False
    which: bool = False
    certain: bool = False
    unsure: bool = False


# Meanings


def fixed(*readings: Interval) -> Meaning:
    return lambda _context: readings


def yearly(at: Callable[[int], Interval]) -> Meaning:
    """A day, month or season without its year: the last one, the next one, or both, by the tense.

    Where that is open, or would take a day almost a year away, the nearer comes first. If the
    paragraph has just spoken of a year that is over, that year's is a reading too: the first, if
    it spoke of a day or a month, and none of the others is just over.
    """

    def meaning(context: Context) -> tuple[Interval, ...]:
        readings = _nearest(at, context)
        if span := span_spoken_of(context):
            return (*(day for day in around(at, span.last.year) if lies_in(day, span)), *readings)
        year = year_spoken_of(context)
        if year is None:
            return readings
        spoken = list(_spoken_of(at, year, context))
        exact = context.anchor is not None and len(context.anchor.text) != len("2024")
        is_news = any(0 <= (context.written - day.last).days < _NEWS for day in readings)
        if exact and context.tense == "past" and not (is_news or context.aside):
            return (*spoken, *readings)
        return (*readings, *spoken)

    return meaning


def _spoken_of(at: Callable[[int], Interval], year: int, context: Context) -> Iterator[Interval]:
    """Of the year spoken of; after a day or month that is over, the next such day before that."""
    anchor, every = context.anchor, list(around(at, year))
    if anchor and len(anchor.text) != len("2024") and year < context.written.year:
        yield from [day for day in every if day.last >= anchor.first][:1]
    yield from (day for day in every if day.first.year == year)


# The days after which what happened is no news.
_NEWS: Final = 60


def _nearest(at: Callable[[int], Interval], context: Context) -> tuple[Interval, ...]:
    found = list(around(at, context.written.year))
    past = [interval for interval in found if interval.first <= context.written][-1:]
    future = [interval for interval in found if interval.last >= context.written][:1]
    if past == future or not past or not future:
        return tuple(past or future)
    back, ahead = past[0], future[0]
    wait = (ahead.first - context.written).days
    age = (context.written - back.last).days
    one_day = back.first == back.last
    if context.tense == "past" and not (one_day and age > 330):
        return (back,)
    if context.tense == "future" and not (one_day and wait > 330):
        return (ahead,)
    near, far = (back, ahead) if age <= wait else (ahead, back)
    is_plain = context.tense == "open" and one_day and abs(age - wait) > 270
    return (near,) if is_plain else (near, far)


def year_spoken_of(context: Context) -> int | None:
    """The year of the day, month or year named before, if it lies on the side that the verb looks to."""
    anchor = context.anchor
    if anchor is None or not context.dated or len(anchor.text) not in {4, 7, 10}:
        return None
    year, now = anchor.first.year, context.written.year
    is_possible = year < now if context.tense == "past" else year > now
    return year if year != now and (context.tense == "open" or is_possible) else None


def span_spoken_of(context: Context) -> Interval | None:
    """The twelve months named before, if they are over: "fiscal 2021, which ended on June 30"."""
    anchor = context.anchor
    if anchor is None or not context.dated or context.tense == "future" or "/" not in anchor.text:
        return None
    is_year = (anchor.last - anchor.first).days in {364, 365}
    return anchor if is_year and (context.written - anchor.last).days > _NEWS else None


def lies_in(day: Interval, span: Interval) -> bool:
    return span.first <= day.first and day.last <= span.last


def around(at: Callable[[int], Interval], year: int) -> Iterator[Interval]:
    for number in range(max(1, year - 8), min(9999, year + 9)):
        try:
            yield at(number)
        except ValueError:  # 29 February
            continue


def near(at: Callable[[int], Interval], which: str) -> Meaning:
    """The last one over, the one of this year, the next; "the following" counts from the anchor.

    Of what is over this year, “last April” may be that of last year, too, as “next May” may be a
    year beyond that of this year: usage differs.
    """
    if which == "that":
        return _that(at)

    def meaning(context: Context) -> tuple[Interval, ...]:
        today = context.written
        if which == "this":
            now = at(today.year)
            begun = now.last.year > now.first.year and today.month < 7
            return (at(today.year - 1) if begun else now,)
        if which.startswith("the "):
            if context.anchor is None:
                return ()
            today = context.anchor.last if which.endswith("following") else context.anchor.first
        found = list(around(at, today.year))
        if which in {"last", "the previous"}:
            outwards = [interval for interval in reversed(found) if interval.last < today]
        else:
            outwards = [interval for interval in found if interval.first > today]
        years = {day.year for found in outwards[:1] for day in (found.first, found.last)}
        may_be_beyond = which in {"last", "next"} and years == {context.written.year}
        return _as_spoken(outwards[: 2 if may_be_beyond else 1], context)

    return meaning


def _as_spoken(readings: Sequence[Interval], context: Context) -> tuple[Interval, ...]:
    """Those first that lie in the twelve months that the paragraph is about."""
    span = span_spoken_of(context)
    return tuple(sorted(readings, key=lambda day: span is not None and not lies_in(day, span)))


def _that(at: Callable[[int], Interval]) -> Meaning:
    """That November: the first after the date last named, or the one of its year."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        if context.anchor is None:
            return yearly(at)(context)
        year = context.anchor.first.year
        after = [day for day in around(at, year) if day.last >= context.anchor.first][:1]
        return tuple(
            dict.fromkeys((*after, *(day for day in around(at, year) if day.first.year == year)))
        )

    return meaning


def weekly(weekday: int) -> Meaning:
    """A weekday: past by default, ahead where the verb says so, else both, the past one first.

    If the paragraph has just named a day that is long over, the one after it is a reading too.
    """

    def meaning(context: Context) -> tuple[Interval, ...]:
        return (*_nearest_weekdays(weekday, context), *_weekday_after(weekday, context))

    return meaning


def _nearest_weekdays(weekday: int, context: Context) -> tuple[Interval, ...]:
    back = context.written - (context.written.weekday() - weekday) % 7 * DAY
    ahead = context.written + (weekday - context.written.weekday()) % 7 * DAY
    if context.tense == "past":
        return (intervals.day(back),)
    if back == ahead:
        later = (intervals.day(ahead + 7 * DAY),) if context.tense == "future" else ()
        return (intervals.day(ahead), *later)
    if context.tense == "future":
        return (intervals.day(ahead),)
    is_tomorrow = (ahead - context.written).days == 1
    return tuple(map(intervals.day, (ahead, back) if is_tomorrow else (back, ahead)))


def _weekday_after(weekday: int, context: Context) -> tuple[Interval, ...]:
    anchor = context.anchor
    if anchor is None or len(anchor.text) != len("2024-09-11") or context.tense == "future":
        return ()
    if (context.written - anchor.last).days < 2 * 7:
        return ()
    return (intervals.day(anchor.last + ((weekday - anchor.last.weekday()) % 7 or 7) * DAY),)


def from_today(unit: str, steps: int) -> Meaning:
    return lambda context: (intervals.shift(intervals.day(context.written), unit, steps),)


def from_anchor(unit: str, steps: int) -> Meaning:
    """Counted from the date last named: "a day earlier", "two years later".

    Without one, what is earlier is counted from publication, and what is later has no reading.
    """

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor
        if anchor and unit in {"day", "week"} and anchor.first != anchor.last:
            days = (anchor.last - anchor.first).days
            if unit == "day" and days < 7:
                anchor = intervals.day(anchor.last if steps > 0 else anchor.first)
            elif unit == "week" and days == 6:
                first, last = (day + 7 * steps * DAY for day in (anchor.first, anchor.last))
                return (intervals.span(intervals.day(first), intervals.day(last)),)
            else:
                anchor = None
        if anchor is None:
            if steps > 0:
                return ()
            anchor = intervals.day(context.written)
        elif unit == "week":
            there = anchor.first + 7 * steps * DAY
            return (intervals.day(there), intervals.week(there))
        elif unit == "year":
            return _years_from(anchor, steps)
        elif unit == "month":
            return _months_from(anchor, steps)
        return (intervals.shift(anchor, unit, steps),)

    return meaning


_LONGEST_MONTH: Final = 31
_MONTHS: Final = 12


def _months_from(anchor: Interval, steps: int) -> tuple[Interval, ...]:
    """Months after or before a month, or the end of a longer time; twelve of them are that time of another year."""
    if (anchor.last - anchor.first).days <= _LONGEST_MONTH:
        day = () if steps % _MONTHS else _anniversary(anchor, steps // _MONTHS)
        return (intervals.shift(anchor, "month", steps), *day)
    end = intervals.day(anchor.last if steps > 0 else anchor.first)
    whole = () if steps % _MONTHS else _years_from(anchor, steps // _MONTHS)
    return (*whole, intervals.shift(end, "month", steps))


def _anniversary(anchor: Interval, years: int) -> tuple[Interval, ...]:
    """The same day of another year, as of accounts: “at 31 March it had £3m, and a year later £2m”."""
    is_day = len(anchor.text) == len("2024-09-11")
    return (years_on(anchor, years),) if is_day else ()


def _years_from(anchor: Interval, steps: int) -> tuple[Interval, ...]:
    """The same month or stretch of months of another year, or that year; of 2025-26 the years of accounts."""
    whole = intervals.shift(anchor, "year", steps)
    if day := _anniversary(anchor, steps):
        return (whole, *day)
    if _is_of_two_years(anchor):
        first = anchor.first.year + steps
        accounts = (intervals.months_from(first, begin, _MONTHS) for begin in _ACCOUNTS)
        return (years_on(anchor, steps), *accounts)
    if len(anchor.begin) != len("2024-09") and "/" not in anchor.text:
        return (whole,)
    if (anchor.last - anchor.first).days > 366 or "[" in anchor.text:
        return (whole,)
    return (years_on(anchor, steps), intervals.year(anchor.last.year + steps))


# The months that begin what is named by two years: in Britain, Australia, America.
_ACCOUNTS: Final = (4, 7, 10)


def _is_of_two_years(anchor: Interval) -> bool:
    ends = (anchor.begin, anchor.finish)
    is_of_years = "/" in anchor.text and all(len(end) == len("2025") for end in ends)
    return is_of_years and anchor.last.year == anchor.first.year + 1


def years_on(anchor: Interval, steps: int) -> Interval:
    """The same day, month or stretch so many years later."""

    def moved(text: str, day: dt.date) -> Interval:
        then, text = intervals.in_year(day, day.year + steps), text.rstrip("~")
        if len(text) == len("2024"):
            return intervals.year(then.year)
        return (
            intervals.month(then.year, then.month)
            if len(text) == len("2024-09")
            else intervals.day(then)
        )

    first, last = moved(anchor.begin, anchor.first), moved(anchor.finish, anchor.last)
    return first if "/" not in anchor.text else intervals.span(first, last)


# Rules

Atoms = Iterator[Atom]
Reader = Callable[[re.Match[str]], Atoms]


@dataclass(frozen=True, slots=True)
class DateRule:
    """One form of date: the pattern of its words, and what the words of a match mean.

    No match is without any of its `signs`: they are in lower case, and quicker to look for.
    """

    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    read: Reader

    def find(self, text: str, folded: str) -> list[Atom]:
        """The atoms in a text, which is also given in lower case."""
        for sign in self.signs:
            if sign in folded:
                return [atom for match in self.pattern.finditer(text) for atom in self.read(match)]
        return []


def date_rule(pattern: str, *, signs: Iterable[str] = ("",)) -> Callable[[Reader], DateRule]:
    """Turn the function below, which reads a match of the pattern, into a rule."""
    return lambda read: DateRule(compile_pattern(pattern), tuple(signs), read)


def atom(
    match: re.Match[str],
    kind: DateKind,
    meaning: Meaning,
    *,
    dated: bool = False,
    dangling: bool = False,
) -> Atom:
    return Atom(match.start(), match.end(), kind, meaning, dated=dated, dangling=dangling)


LEAD: Final = compile_pattern(r"\b(?P<word>from|between) (?:the )?$")
_WHOLE_MONTHS: Final = {name for name in MONTHS if len(name) > 4} | {"may", "june", "july"}
MONTH_NAME: Final = one_of(_WHOLE_MONTHS)
MONTH_SIGNS: Final = sorted({name[:3] for name in MONTHS})
UNIT_SIGNS: Final = ("day", "week", "month", "quarter", "year", "decade", "century")
MONTH: Final = rf"(?:{MONTH_NAME}|{one_of(MONTHS.keys() - _WHOLE_MONTHS)}\.?)"
YEAR: Final = r"(?<![0-9])(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9])"
# A year before 1000 has a day or a month in front, and nothing after it that it counts.
_OLD_YEAR: Final = (
    r",? (?:(?:AD|CE) [1-9][0-9]{0,3}(?![0-9])|[1-9][0-9]{0,3} (?:AD\b|BCE?\b|B\.C\.|CE\b)"
    r"|[1-9][0-9]{2}(?![\w%°]|[.,:/-][0-9])"
    r"(?=['’\n.,;:)!?]|$| (?:at|in|by|when|after|before|but|he|she|the|near|as|on|outside|under|while"
    r"|where|which)\b))"
)
THAT_YEAR: Final = rf"(?:(?:,? | of ){YEAR}| (?:(?:of )?(?:last|this|next) year)|{_OLD_YEAR}| '[0-9]{{2}}(?![0-9]))"
WEEKDAY_NAME: Final = one_of(name for name in WEEKDAYS if len(name) > 5)
WEEKDAY: Final = rf"(?:{WEEKDAY_NAME}|{one_of(name for name in WEEKDAYS if len(name) < 6)}\.?)"
PART: Final = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|teatime|noon|midday|midnight))"
B: Final = r"(?<![\w$£€.,/])"


# "The November", and not what follows "said": "that Thursday will be hot".
THAT: Final = (
    r"(?<!said\s)(?<!says\s)(?<!hope\s)(?<!chance\s)(?<!fears\s)(?<!say\s)(?<!means\s)(?<!so\s)that"
)
NOT_CLAUSE: Final = r"(?! (?:will|would|was|were|is|are|had|has|may|might|could|should|can|must|looks|brought|saw)\b)"


def read_month(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def read_weekday(words: str) -> int:
    return WEEKDAYS[words.lower().rstrip(".")]


def full_year(digits: str) -> int:
    """A year written in full, or its last two digits: '98 is 1998, '24 is 2024."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (2000 if number < 50 else 1900)


def year_meaning(words: str | None, at: Callable[[int], Interval]) -> Meaning:
    """The meaning of a day or month with its year's words: ", 2024", " last year", or none."""
    if not words:
        return yearly(at)
    if found := re.search(r"[0-9]+", words):
        if "b" in words.lower():
            return lambda _context: (intervals.before_christ(at, int(found[0])),)
        number = full_year(found[0]) if re.search(r"['’-]", words) else int(found[0])
        return lambda _context: (at(number),)
    steps = {"last": -1, "this": 0, "next": 1}[words.split()[-2].lower()]
    return lambda context: (at(context.written.year + steps),)
