"""Days without the name of their month: the 11th of this month, by the 20th, Monday the 13th."""

import datetime as dt
import re
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    WEEKDAY,
    Atom,
    Atoms,
    Context,
    atom,
    date_rule,
    read_weekday,
)
from dateline.language.en.dates.calendar_dates import NTH_DAY, read_day
from dateline.language.en.dates.intervals import Interval
from dateline.language.en.words import DASH, compile_pattern

_OF_A_MONTH: Final = (
    r"(?P<which>this|last|next|the following|the previous|that|the same|the current) month"
)


@date_rule(
    rf"\b(?=[0-9a-w])(?:the )?(?P<nth>{NTH_DAY}) of {_OF_A_MONTH}\b(?!['’-])", signs=["month"]
)
def day_of_month(match: re.Match[str]) -> Atoms:
    """The 11th of this month."""
    which = match["which"].lower().split()[-1]
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    number, named = read_day(match["nth"]), which in {"that", "same", "following", "previous"}

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor if named else intervals.day(context.written)
        return (_in_month(anchor.first, step, number),) if anchor else ()

    yield atom(match, "day", meaning)


def _in_month(date: dt.date, step: int, number: int) -> Interval:
    return intervals.day(intervals.month(date.year, date.month + step).first.replace(day=number))


_DIGIT_DAY: Final = r"(?:3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)(?![0-9A-Za-z-])"
_DIGIT_DAY_SIGNS: Final = [
    f"{digit}{ending}" for digit in range(10) for ending in ("st", "nd", "rd", "th")
]


# Holes of golf, floors, minutes, places and centuries have numbers too.
_NOT_A_DAY: Final = compile_pattern(
    r"\b(?:holes?|birdie[ds]?|bogeys?|bogeyed|par|green|fairway|putt(?:s|ed)?|tee|eagled?|floors?|laps?|minutes?"
    r"|innings?|rounds?|rank(?:s|ed|ing)?|grid|seed(?:ed)?|storey|deck|platform|overs?|wicket|century|centuries)\b"
)
_WEEKDAY_BEFORE: Final = compile_pattern(rf"\b(?P<weekday>{WEEKDAY}),? $")
_DAY_BEFORE: Final = compile_pattern(
    r"\b(?:on|by|until|till|before|after|since|from|to|through|and|or) $"
)


@date_rule(
    rf"\bthe (?P<nth>{_DIGIT_DAY})(?: of the month)?(?=['’]?[.,;:)!?\n—–]|$| (?:{DASH}|(?:and|or|to|but|when|with|as"
    r"|while|after|before|until|at|he|she|it|they|we|if|because|where|which|who|that|for|was|were|is|will|has|had|the|his|her|their|a|an)\b))",
    signs=_DIGIT_DAY_SIGNS,
)
def bare_day(match: re.Match[str]) -> Atoms:
    """By the 20th, Monday the 13th: of the month last named, or the last or next such day."""
    text, start = match.string, match.start()
    cited = _WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
    is_day = cited or _DAY_BEFORE.search(text, max(0, start - 10), start)
    if not is_day or _NOT_A_DAY.search(text, max(0, start - 120), match.end() + 60):
        return
    number = read_day(match["nth"])

    def meaning(context: Context) -> tuple[Interval, ...]:
        if cited is None:
            return _days_of_the_month(context, number)
        return _weekday_of_a_month(context, number, read_weekday(cited["weekday"]))

    yield Atom(cited.start() if cited else start, match.end(), "day", meaning)


def _weekday_of_a_month(context: Context, number: int, weekday: int) -> tuple[Interval, ...]:
    """Monday, the 13th: the nearest such day, on the side that the verb looks to."""
    days = [day for step in range(-12, 13) if (day := _try_month(context.written, step, number))]
    fit = [day for day in days if day.first.weekday() == weekday]
    back = [day for day in fit if day.first <= context.written][-1:]
    ahead = [day for day in fit if day.first >= context.written][:1]
    if context.tense == "open":
        return tuple(sorted({*back, *ahead}, key=lambda day: abs(day.first - context.written)))
    return tuple(back if context.tense == "past" else ahead)


def _days_of_the_month(context: Context, number: int) -> tuple[Interval, ...]:
    """That day of the month last named; else the last one, the next one, or both, by the tense."""
    if (anchor := context.anchor) and len(anchor.text) in {7, 10}:
        same = _try_month(anchor.first, 0, number)
        if (same and same.first > anchor.first) or len(anchor.text) == 7:
            return (same,) if same else ()
        later = _try_month(anchor.first, 1, number)
        return tuple(filter(None, (same, later)))
    found = [_try_month(context.written, step, number) for step in (-2, -1, 0, 1, 2)]
    back = [day for day in found if day and day.first <= context.written][-1:]
    ahead = [day for day in found if day and day.first >= context.written][:1]
    if context.tense == "past":
        return tuple(back)
    return tuple(ahead) if context.tense == "future" else tuple(dict.fromkeys(back + ahead))


def _try_month(date: dt.date, step: int, number: int) -> Interval | None:
    try:
        return _in_month(date, step, number)
    except ValueError:
        return None
