"""Dates: their smallest expressions are found, joined into ranges, widened and resolved."""

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.facts.dates import GREGORIAN
from dateline.language import FoundDate
from dateline.language.en.dates import (
    bare_days,
    calendar_dates,
    feasts,
    fiscal,
    intervals,
    months,
    relative_dates,
    same_time,
    seasons,
    vague_times,
    weekdays,
)
from dateline.language.en.dates.atoms import (
    MONTH,
    WEEKDAY,
    Atom,
    Context,
    lies_in,
    read_weekday,
    span_spoken_of,
    year_spoken_of,
)
from dateline.language.en.dates.intervals import Interval, whole_of
from dateline.language.en.dates.joining import join
from dateline.language.en.dates.widening import widen
from dateline.language.en.tense import never_came, read_tense
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

# Of two that find the same words, the first decides.
RULES: Final = (
    weekdays.nth_weekday,
    weekdays.weekday_beside,
    weekdays.weekday,
    relative_dates.today,
    relative_dates.near_unit,
    weekdays.weekend,
    same_time.same_of_year,
    same_time.year_earlier,
    relative_dates.overnight,
    relative_dates.ago,
    relative_dates.ahead,
    relative_dates.apart,
    weekdays.before_last,
    relative_dates.within,
    weekdays.week_on,
    relative_dates.neighbour,
    relative_dates.stretch,
    feasts.bank_holiday,
    feasts.holiday,
    feasts.moving_feast,
    relative_dates.dangling,
    relative_dates.unit_end,
    relative_dates.middle,
    relative_dates.turn_of_year,
    relative_dates.new_year,
    vague_times.vague,
    vague_times.spell,
    calendar_dates.no_day,
    calendar_dates.days_first,
    calendar_dates.days_last,
    calendar_dates.day_first,
    calendar_dates.month_first,
    months.month_and_year,
    months.near_month,
    months.bare_month,
    bare_days.day_of_month,
    bare_days.bare_day,
    calendar_dates.iso_day,
    calendar_dates.numeric_day,
    calendar_dates.slashed_day,
    calendar_dates.september_eleventh,
    calendar_dates.clipped_year,
    calendar_dates.decade,
    calendar_dates.decade_in_words,
    calendar_dates.turn_of_century,
    calendar_dates.century,
    calendar_dates.era,
    calendar_dates.years_of_era,
    calendar_dates.year_range,
    calendar_dates.bare_year,
    seasons.season,
    seasons.seasons_ago,
    fiscal.quarter,
    fiscal.month_quarter,
    fiscal.half_year,
    fiscal.half,
    fiscal.fiscal_year,
    fiscal.year_of_accounts,
)


def find_dates(text: str, *, written: dt.date, southern: bool = False) -> tuple[FoundDate, ...]:
    """Every date of the text, in order, resolved against the day it was written; no spans overlap.

    Where the words name a day that the calendar lacks ("31 February"), the date has no reading.
    """
    found: list[FoundDate] = []
    context, paragraph = Context(written, southern=southern), 0
    for atom in _atoms(text):
        if text.find("\n\n", paragraph, atom.start) >= 0:
            context, paragraph = Context(written, southern=southern), atom.start
        if resolved := _resolve(text, atom, context):
            date, reading = resolved
            found.append(date)
            if reading:
                context = _after(date, reading, context, aside=_is_aside(text, atom))
    return tuple(found)


# A participle that begins a sentence, up to its date.
_OPENING: Final = compile_later(
    r"(?:^|[.!?][\"'”’)]*\s)(?:[A-Z][a-z]+ed|Born|Built|Begun|Bought|Sold|Made|Laid|Sunk|Found|Taken|Written|Sworn"
    r"|Drawn|Shut|Cut|Set)\s[^.,;:]{0,60}$"
)


def _is_aside(text: str, atom: Atom) -> bool:
    is_opening = text.startswith(",", atom.end) and atom.kind in ("day", "month", "year")
    return is_opening and _OPENING.search(text, max(0, atom.start - 90), atom.start) is not None


def _after(date: FoundDate, reading: Interval, before: Context, *, aside: bool) -> Context:
    """The context of what follows a date in the paragraph."""
    year = reading.first.year
    is_of_then = year == year_spoken_of(replace(before, tense="open"))
    is_named = date.dated and year == reading.last.year
    return Context(
        before.written,
        anchor=reading,
        dated=(date.dated or is_of_then) and "/.." not in date.readings[0],
        aside=aside,
        stretch=reading if reading.first < reading.last else before.stretch,
        years=(*before.years, year) if is_named else before.years,
        southern=before.southern,
    )


# Quantities are looked for outside dates, so that each text is asked for twice.
@lru_cache(maxsize=64)
def _atoms(text: str) -> tuple[Atom, ...]:
    widened = [widen(text, atom) for atom in join(text, _choose(text))]
    return tuple(join(text, _without_overlaps(widened)))


def _resolve(text: str, atom: Atom, before: Context) -> tuple[FoundDate, Interval | None] | None:
    if atom.dangling:
        return None
    tense = atom.tense or read_tense(text, atom.start, atom.end)
    context = replace(before, tense=tense)
    try:
        readings = atom.meaning(context)
    except (ValueError, OverflowError):
        if atom.kind != "day":
            return None
        readings = ()  # 30 February 2024
    readings = _named_again(text, atom, readings, context)
    readings = _after_beginning(text, atom, readings, context)
    readings = _due_then(text, atom, readings, context)
    date = FoundDate(
        start=atom.start,
        end=atom.end,
        text=text[atom.start : atom.end],
        readings=tuple(dict.fromkeys(interval.text for interval in readings)),
        kind=atom.kind if readings else "vague",
        dated=atom.dated or atom.certain or _YEAR.search(text, atom.start, atom.end) is not None,
        open=_is_open(atom, readings, context),
        misfit=atom.kind in ("day", "range") and _misfits(text, atom, readings),
    )
    return date, _anchor(readings[0]) if readings else None


_EDGE: Final = compile_pattern(
    r"(?:the )?(?:very )?(?P<which>start|beginning|first day|end|last day) of "
)


def _named_again(
    text: str, atom: Atom, readings: tuple[Interval, ...], context: Context
) -> tuple[Interval, ...]:
    """“July 1, the start of fiscal 2027”: that day, and the times that begin with it."""
    anchor, edge = context.anchor, _EDGE.match(text, atom.start)
    if edge is None or anchor is None or len(anchor.text) != len("2024-09-11"):
        return readings
    if text[max(0, atom.start - 2) : atom.start] != ", ":
        return readings
    if edge["which"].lower() in {"end", "last day"}:
        alike = tuple(each for each in readings if each.last == anchor.last)
    else:
        alike = tuple(each for each in readings if each.first == anchor.first)
    return (anchor, *alike) if alike else readings


_ENDING: Final = compile_pattern(
    r"\b(?:ends?|ending|finish(?:es|ing)?|conclud(?:es?|ing)|lasts?|lasting|runs?|running|expires?|until|till|through)\b"
    r"[^,;:“”]{0,30}$"
)


def _after_beginning(
    text: str, atom: Atom, readings: tuple[Interval, ...], context: Context
) -> tuple[Interval, ...]:
    """“Begins on Sunday, March 15 and is due to end on Saturday”: the Saturday after that Sunday."""
    anchor, first = context.anchor, readings[0] if readings else None
    if atom.kind != "weekday" or anchor is None or first is None or first.first != first.last:
        return readings
    is_day = len(anchor.text) == len("2024-09-11")
    is_before = context.written < anchor.first and first.first < anchor.first
    if not (is_day and is_before and _ENDING.search(text, 0, atom.start)):
        return readings
    days = (first.first - anchor.first).days % _WEEK or _WEEK
    return (intervals.day(anchor.first + dt.timedelta(days=days)),)


_WEEK: Final = 7


def _due_then(
    text: str, atom: Atom, readings: tuple[Interval, ...], context: Context
) -> tuple[Interval, ...]:
    """“It fell on 3 May 2021. A check due on 26 April was never made”: the nearest to that day comes first."""
    anchor = context.anchor if context.dated else None
    if anchor is None or len(readings) < 2 or not never_came(text, atom.start, atom.end):
        return readings
    return tuple(sorted(readings, key=lambda each: abs(each.last - anchor.first)))


# "Next Friday" within so many days may be the one after it.
_SOON: Final = 3
# So are "next May" in April, and "last October" in November, which may be that of the year before.
_NEAR: Final = 60


def _is_open(atom: Atom, readings: tuple[Interval, ...], context: Context) -> bool:
    """Whether none of several readings is much the likeliest."""
    if len({reading.text for reading in readings}) < 2:
        return False
    if atom.unsure or (context.southern and atom.kind == "season"):
        return True
    year, span = year_spoken_of(context), span_spoken_of(context)
    is_of_then = any(reading.first.year == year for reading in readings)
    is_of_then = is_of_then or (span is not None and any(lies_in(day, span) for day in readings))
    if atom.which:
        anchor = context.anchor if context.dated else None
        is_of_then = is_of_then or (anchor is not None and lies_in(readings[1], anchor))
        return is_of_then or _may_be_beyond(atom, readings[0], context)
    is_other_side = _looks_away(readings[0], context)
    return atom.kind == "ambiguous" or context.tense == "open" or is_of_then or is_other_side


def _may_be_beyond(atom: Atom, reading: Interval, context: Context) -> bool:
    """Whether it is so near that “last” or “next” may be said of the one beyond it."""
    ahead, back = reading.first - context.written, context.written - reading.last
    if atom.kind == "weekday":
        return 0 < ahead.days <= _SOON
    return 0 < max(ahead, back).days <= _NEAR


def _looks_away(reading: Interval, context: Context) -> bool:
    """Whether a date lies on the side that the verb does not look to: 11 December, in November."""
    if context.tense == "past":
        return reading.first > context.written
    return context.tense == "future" and reading.last < context.written


def _anchor(reading: Interval) -> Interval | None:
    """What later dates are counted from: “by Friday, May 29” too names a day."""
    if reading.text.startswith("../"):
        reading = _end_of(reading)
    elif reading.text.endswith("/.."):
        reading = replace(reading, text=reading.begin, last=reading.first)
    reading = whole_of(reading)
    return reading if ".." not in reading.text and reading.first > dt.date.min else None


def _end_of(reading: Interval) -> Interval:
    """The day, month or year that ends an open range."""
    first = {4: reading.last.replace(month=1, day=1), 7: reading.last.replace(day=1)}
    return Interval(reading.finish, first.get(len(reading.finish), reading.last), reading.last)


_YEAR: Final = compile_later(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_WEEKDAY_FIRST: Final = compile_pattern(rf"(?:(?:next|last|this) )?(?P<day>{WEEKDAY})(?!\w)")
_WEEKDAY_OF_DAY: Final = compile_pattern(
    rf"(?<!\w)(?P<day>{WEEKDAY})(?!\w),?(?: the)? (?:[0-9]{{1,2}}(?![0-9]|:)|{MONTH} [0-9]{{1,2}}(?![0-9]))"
)


def _misfits(text: str, atom: Atom, readings: tuple[Interval, ...]) -> bool:
    """Whether the words have a weekday that none of the readings begins or ends with.

    Of “from Tuesday, June 9, to Monday, July 20” the first is to be the first, the second the last.
    """
    pattern = _WEEKDAY_FIRST if atom.kind == "day" else _WEEKDAY_OF_DAY
    match = pattern.match if atom.kind == "day" else pattern.search
    first = match(text, atom.start, atom.end)
    if first is None or not readings:
        return False
    second = _WEEKDAY_OF_DAY.search(text, first.end(), atom.end)
    named = [read_weekday(found["day"]) for found in (first, second) if found]
    sides = ((first.end(), atom.end), (atom.start, first.start()))
    others = [_ANOTHER_DAY.search(text, *side) is not None for side in sides]
    alone = slice(1) if others[0] else slice(-1, None) if others[1] else slice(None)
    return not any(_fits(named, _ends(reading), alone) for reading in readings)


_ANOTHER_DAY: Final = compile_later(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


def _ends(reading: Interval) -> list[dt.date]:
    """The first day and the last, one of them where it is a day or has an open end."""
    if reading.text.startswith("../"):
        return [reading.last]
    is_one = reading.text.endswith("/..") or reading.first == reading.last
    return [reading.first] if is_one else [reading.first, reading.last]


def _fits(named: list[int], ends: list[dt.date], alone: slice) -> bool:
    """Whether the weekdays are those of a reading's ends; one `alone` is of the first, the last or either."""
    if min(ends) < GREGORIAN:
        return True
    days = [day.weekday() for day in ends]
    return named == days if len(named) == len(days) else named[0] in days[alone]


def _choose(text: str) -> list[Atom]:
    """The atoms of the text without overlaps: the one that starts first, then the longer."""
    folded = text.casefold()
    return _without_overlaps([atom for rule in RULES for atom in rule.find(text, folded)])


def _without_overlaps(found: list[Atom]) -> list[Atom]:
    chosen: list[Atom] = []
    for atom in sorted(found, key=lambda atom: (atom.start, -atom.end)):
        if not chosen or atom.start >= chosen[-1].end:
            chosen.append(atom)
    return chosen
