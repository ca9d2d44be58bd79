"""Weekdays and weekends: last Friday, Tuesday week, the Friday before last."""

import datetime as dt
import re
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    MONTH_NAME,
    NOT_CLAUSE,
    PART,
    THAT,
    THAT_YEAR,
    WEEKDAY_NAME,
    Atom,
    Atoms,
    Context,
    Meaning,
    atom,
    date_rule,
    fixed,
    from_today,
    read_month,
    read_weekday,
    weekly,
    year_meaning,
)
from dateline.language.en.dates.before_of import is_of_a_deed
from dateline.language.en.dates.intervals import DAY, Interval
from dateline.language.en.tense import looks_ahead
from dateline.language.en.words import (
    ORDINALS,
    compile_pattern,
)

# Names and habits that contain a weekday but are not dates.
_NOT_WEEKDAY_AFTER: Final = (
    r"(?! (?:times|telegraph|mirror|express|mail|post|herald|sun|people|roasts?|lunch(?:es)?|best"
    r"|school|league|night (?:live|football|lights)|addams|afc|club|nights"
    r"|trains?|buses|bus service|ferries|flights|services|prayers?|papers?|newspapers?|editions?|supplements?|markets"
    r"|mornings|afternoons|evenings|opening|openings|hours|timetables?|trading|worship|mass|sermons?"
    r"|closures|deliveries|collections|sailings|crossings|sittings|shifts|classes"
    r"|licen[cs]es|shopping|working|observance|surcharges?|fares"
    r"|drivers|leagues|clubs|matinees|sisters?|titles?|tabloids?|stablemate|shoppers|columns?|brunch(?:es)?|dinners?|drinks|footballers?)\b)"
)
_NOT_WEEKDAY_BEFORE: Final = (
    r"(?<!every\s)(?<!each\s)(?<!mail\son\s)(?<!bloody\s)(?<!sheffield\s)(?<!super\s)(?<!ruby\s)"
    r"(?<!freaky\s)(?<!happy\s)(?<!good\s)(?<!most\s)(?<!girl\s)(?<!first\s)(?<!second\s)"
    r"(?<!third\s)(?<!fourth\s)(?<!play\sfor\s)"
)

_NTH_WEEKDAY: Final = (
    rf"(?:the )?(?P<nth>first|second|third|fourth|last) (?P<day>{WEEKDAY_NAME}) (?:of"
    rf"|in) (?P<month>{MONTH_NAME})(?P<year>{THAT_YEAR})?"
)


@date_rule(rf"\b{_NTH_WEEKDAY}", signs=["day"])
def nth_weekday(match: re.Match[str]) -> Atoms:
    """The first Monday of September."""
    nth = -1 if match["nth"].lower() == "last" else ORDINALS[match["nth"].lower()]
    on = intervals.nth_weekday(read_month(match["month"]), read_weekday(match["day"]), nth)
    meaning = year_meaning(match["year"], lambda year: intervals.day(on(year)))
    yield atom(match, "day", meaning, dated=bool(match["year"]))


@date_rule(
    rf"\bthe (?P<day>{WEEKDAY_NAME}){PART}? (?P<way>before|after)"
    r"(?= *(?:[.,;:)!?]|$| (?:and|but|in|at|with|he|she|they|it|we|I)\b))",
    signs=["before", "after"],
)
def weekday_beside(match: re.Match[str]) -> Atoms:
    """The Friday before: the nearest before or after the day last named."""
    number, way = read_weekday(match["day"]), 1 if match["way"].lower() == "after" else -1
    yield atom(match, "weekday", _beside_anchor(number, way))


@date_rule(
    rf"\b{_NOT_WEEKDAY_BEFORE}(?:(?P<which>last|this|next|this coming|this past"
    rf"|{THAT}(?= {WEEKDAY_NAME}\b{NOT_CLAUSE})|the following|the previous|late|early|later|earlier on|earlier) )?"
    rf"(?P<day>{WEEKDAY_NAME})(?!s\b){PART}?(?: (?:of )?(?P<week>last week|next week"
    rf"|this week))?\b{_NOT_WEEKDAY_AFTER}",
    signs=["day"],
)
def weekday(match: re.Match[str]) -> Atoms:
    """Sunday, last Friday, Tuesday next week, Monday night."""
    if not match["day"][0].isupper() or _is_any(match):
        return
    which, week = (match["which"] or "").lower(), (match["week"] or "").lower()
    start = match.start("day") if which.startswith("earlier") or which == "later" else match.start()
    if not which and looks_ahead(match.string, match.start(), match.end()):
        which = "this"
    meaning = _weekday_meaning(read_weekday(match["day"]), which, week)
    says_which = which not in {"", "this"} or bool(week)
    yield Atom(start, match.end(), "weekday", meaning, which=says_which)


# "It was like a market on a Saturday", "it's Tuesday": of no certain week; "a Friday raid" may be.
_ANY_BEFORE: Final = compile_pattern(r"\b(?:an?|any|some) $|\bit's (?:just |only )?$")
_ANY_AFTER: Final = compile_pattern(
    r"(?:[.,;:!?)”’\"]|$| (?:in|and|or|when|at|as|with|for|before|after|if|but|by|to"
    r"|it|he|she|they|we|you|I|the|this)\b)"
)


def _is_any(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    before = _ANY_BEFORE.search(text, max(0, start - 24), start)
    return before is not None and _ANY_AFTER.match(text, match.end()) is not None


def _weekday_meaning(number: int, which: str, week: str) -> Meaning:
    if week:
        return _in_week(number, {"last week": -1, "this week": 0}.get(week, 1))
    if which in {"last", "this past"}:
        return _beside(number, -1)
    if which in {"next", "this coming"}:
        return _beside(number, 1)
    if which in {"the previous", "the following"}:
        return _beside_anchor(number, 1 if which == "the following" else -1)
    if which == "that":
        return _that_weekday(number)
    return _this(number) if which == "this" else weekly(number)


def _that_weekday(number: int) -> Meaning:
    """That Friday: the first from the day last named on."""
    either = weekly(number)

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor
        if anchor is None or (anchor.last - anchor.first).days > 7:
            return either(context)
        return (intervals.day(anchor.first + (number - anchor.first.weekday()) % 7 * DAY),)

    return meaning


def _this(number: int) -> Meaning:
    """This Sunday: the coming one, unless the verb looks back."""
    either = weekly(number)

    def meaning(context: Context) -> tuple[Interval, ...]:
        readings = either(context)
        if context.tense != "open":
            return readings
        return tuple(sorted(readings, key=lambda day: day.first < context.written))

    return meaning


def _in_week(number: int, steps: int) -> Meaning:
    def meaning(context: Context) -> tuple[Interval, ...]:
        monday = context.written - context.written.weekday() * DAY
        return (intervals.day(monday + (7 * steps + number) * DAY),)

    return meaning


def _beside_anchor(number: int, direction: int) -> Meaning:
    """The following Tuesday: the nearest after the day last named, else after publication."""
    either = _beside(number, direction)

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor
        if anchor is None or (anchor.last - anchor.first).days > 6:
            return either(context)
        day = anchor.last if direction > 0 else anchor.first
        away = (number - day.weekday()) * direction % 7 or 7
        return (intervals.day(day + direction * away * DAY),)

    return meaning


def _beside(number: int, direction: int) -> Meaning:
    """The nearest such weekday before or after publication, and the one a week beyond it."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        away = (number - context.written.weekday()) * direction % 7 or 7
        near = context.written + direction * away * DAY
        return (intervals.day(near), intervals.day(near + direction * 7 * DAY))

    return meaning


@date_rule(
    r"\b(?:(?:at|over|during|on) )?(?P<which>the|this|last|next|this past|this coming|the coming|the previous"
    r"|the following|that|the same|the next) (?:bank holiday |long |holiday "
    r"|opening )?weekend\b(?P<way> (?:before|after)(?= *(?:[.,;:)!?]|$)))?",
    signs=["weekend"],
)
def weekend(match: re.Match[str]) -> Atoms:
    """The weekend, last weekend: Saturday to Sunday; the following weekend, after a date named."""
    if not is_of_a_deed(match):
        return
    which, way = match["which"].lower(), (match["way"] or "").strip().lower()
    steps = {"the previous": -1, "the following": 1, "the next": 1, "that": 0, "the same": 0}
    step = {"before": -1, "after": 1}.get(way, steps.get(which))
    meaning = _weekend_from_today(which)
    if step is not None:
        meaning = _weekend_from_anchor(step, meaning if which == "the previous" else fixed())
    yield Atom(match.start("which"), match.end(), "relative", meaning)


def _weekend_from_anchor(step: int, otherwise: Meaning) -> Meaning:
    """The weekend before or after the date last named, or the one that it lies in."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor
        if anchor is None or (anchor.last - anchor.first).days > 7:
            return otherwise(context)
        day = anchor.last if step > 0 else anchor.first
        if step == 0:
            return (_two_days(day + (5 - day.weekday()) * DAY),)
        ahead, back = (5 - day.weekday()) % 7 or 7, (day.weekday() - 5) % 7
        back += 7 if day.weekday() >= 5 else 0
        return (_two_days(day + (ahead if step > 0 else -back) * DAY),)

    return meaning


def _two_days(saturday: dt.date) -> Interval:
    return intervals.span(intervals.day(saturday), intervals.day(saturday + DAY))


def _weekend_from_today(which: str) -> Meaning:
    def meaning(context: Context) -> tuple[Interval, ...]:
        today = context.written
        saturday = today - (today.weekday() - 5) % 7 * DAY
        within = today.weekday() >= 5
        looks_back = which in {"last", "this past", "the previous"} or context.tense == "past"
        back = saturday - 7 * DAY if within and which in {"last", "the previous"} else saturday
        past, future = _two_days(back), _two_days(saturday + 7 * DAY)
        if looks_back or (within and which != "next"):
            return (past,)
        if which in {"next", "this coming", "the coming"} or context.tense == "future":
            return (future,)
        return (future, past) if which == "this" else (past, future)

    return meaning


@date_rule(
    rf"\bthe (?:(?P<unit>week|month|year) (?P<way>before last|after next)|(?P<day>{WEEKDAY_NAME}) before last)\b",
    signs=["last", "next"],
)
def before_last(match: re.Match[str]) -> Atoms:
    """The week before last, the Friday before last, the week after next."""
    if match["unit"]:
        steps = -2 if match["way"].endswith("last") else 2
        yield atom(match, "relative", from_today(match["unit"].lower(), steps))
        return
    beside = _beside(read_weekday(match["day"]), -1)
    yield atom(match, "weekday", lambda context: beside(context)[1:])


@date_rule(
    rf"\b(?P<count>a|two|three) (?:week(?P<s>s)?|(?P<fortnight>fortnight)) (?:(?:on|from|this) )?"
    rf"(?P<day>{WEEKDAY_NAME}|today|tomorrow)\b"
    rf"|(?P<last>\blast )?\b(?P<day2>{WEEKDAY_NAME}|(?:this day|today|tomorrow)(?= week))"
    r" (?:week|fortnight)\b(?!['’s-])",
    signs=["week", "fortnight"],
)
def week_on(match: re.Match[str]) -> Atoms:
    """A week on Friday, Friday week, a fortnight today, last Friday week: so many weeks beyond it."""
    count = {"two": 2, "three": 3}.get((match["count"] or "a").lower(), 1)
    weeks = count * (2 if match["fortnight"] or match[0].lower().endswith("fortnight") else 1)
    word = (match["day"] or match["day2"]).lower().replace("this day", "today")
    if match["count"] and (count > 1) != bool(match["s"]) and not match["fortnight"]:
        return

    def meaning(context: Context) -> tuple[Interval, ...]:
        if word in {"today", "tomorrow"}:
            first = context.written + (word == "tomorrow") * DAY
        else:
            first = _beside(read_weekday(word), -1 if match["last"] else 1)(context)[0].first
        return (intervals.day(first + (-1 if match["last"] else 1) * 7 * weeks * DAY),)

    yield atom(match, "weekday", meaning)
