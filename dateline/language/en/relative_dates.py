"""Weekdays, holidays, and dates counted from the day of publication or from another date."""

import datetime as dt
import re
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.language.en import intervals
from dateline.language.en.atoms import (
    MONTH_NAME,
    NOT_CLAUSE,
    PART,
    THAT,
    THAT_YEAR,
    UNIT_SIGNS,
    WEEKDAY_NAME,
    Atom,
    Atoms,
    B,
    Context,
    Meaning,
    atom,
    date_rule,
    fixed,
    from_anchor,
    from_today,
    near,
    read_month,
    read_weekday,
    weekly,
    year_meaning,
    years_on,
)
from dateline.language.en.intervals import DAY, HOLIDAYS, Interval
from dateline.language.en.same_time import season_from
from dateline.language.en.tense import AHEAD_OF
from dateline.language.en.words import (
    COUNT,
    DASH,
    LAST_OF_NUMBER,
    NUMBER_WORDS,
    ORDINALS,
    compile_pattern,
    one_of,
    read_number,
)

_COUNTED_UNIT: Final = r"(?:days?|nights?|weeks?|fortnights?|months?|years?|decades?)"


def read_unit(words: str) -> str:
    """The singular name of a unit of time; a night is dated by its evening."""
    singular = words.lower().rstrip("s")
    return "day" if singular == "night" else singular


# Names and habits that contain a weekday but are not dates.
_NOT_WEEKDAY_AFTER: Final = (
    r"(?! (?:times|telegraph|mirror|express|mail|post|herald|sun|people|roasts?|lunch(?:es)?|best"
    r"|school|league|night (?:live|football|lights)|addams|afc|club|nights"
    r"|trains?|buses|bus service|ferries|flights|services|prayers?|papers?|newspapers?|editions?|supplements?|markets"
    r"|mornings|afternoons|evenings|opening|openings|hours|timetables?|trading|worship|mass|sermons?"
    r"|drivers|leagues|clubs|matinees|shoppers|columns?|brunch(?:es)?|dinners?|drinks|footballers?)\b)"
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
    if not which and AHEAD_OF.search(match.string, max(0, match.start() - 16), match.start()):
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
        return readings[::-1] if context.tense == "open" else readings

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
        if anchor is None or anchor.first != anchor.last:
            return either(context)
        away = (number - anchor.first.weekday()) * direction % 7 or 7
        return (intervals.day(anchor.first + direction * away * DAY),)

    return meaning


def _beside(number: int, direction: int) -> Meaning:
    """The nearest such weekday before or after publication, and the one a week beyond it."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        away = (number - context.written.weekday()) * direction % 7 or 7
        near = context.written + direction * away * DAY
        return (intervals.day(near), intervals.day(near + direction * 7 * DAY))

    return meaning


_TODAY: Final = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "this lunchtime": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


@date_rule(
    rf"\b(?:(?:earlier|later|late|early) )?(?P<word>{one_of(_TODAY)}){PART}?\b",
    signs=["day", "tomorrow", "this", "last", "tonight"],
)
def today(match: re.Match[str]) -> Atoms:
    """Today, last night, yesterday morning, the day after tomorrow."""
    words = " ".join(match["word"].lower().split())
    if _titled(match, match["word"]):
        return
    meaning = from_today("day", _TODAY[words])
    yield Atom(match.start("word"), match.end(), "relative", meaning, certain=True)


def _titled(match: re.Match[str], word: str) -> bool:
    """Whether the words are part of a title: "Last Week Tonight", "USA Today", "This Morning"."""
    last = word.rsplit(maxsplit=1)[-1]
    before = match.string[max(0, match.start() - 4) : match.start()]
    return last[0].isupper() and (last != word or re.search(r"[\w)]\s+$", before) is not None)


_STEP: Final = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


@date_rule(
    r"(?<!of\sthe\s)\b(?P<which>last|this|next|the coming|this past|this coming) (?:calendar )?(?P<unit>week"
    r"|month|quarter|year|decade|century)\b(?!-)(?! (?:of|in which)\b)",
    signs=UNIT_SIGNS,
)
def near_unit(match: re.Match[str]) -> Atoms:
    """Last month, this week, next year, last century."""
    if _titled(match, match["unit"]):
        return
    steps = _STEP[match["which"].lower().split()[-1]]
    meaning = from_today(read_unit(match["unit"]), steps)
    yield Atom(match.start(), match.end(), "relative", meaning, certain=True)


@date_rule(
    r"\b(?:(?:at|over|during|on) )?(?P<which>the|this|last|next|this past|this coming|the coming|the previous"
    r"|the following|that|the same|the next) (?:bank holiday |long |holiday "
    r"|opening )?weekend\b(?! of\b)(?P<way> (?:before|after)(?= *(?:[.,;:)!?]|$)))?",
    signs=["weekend"],
)
def weekend(match: re.Match[str]) -> Atoms:
    """The weekend, last weekend: Saturday to Sunday; the following weekend, after a date named."""
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


_WENT_ON_OVERNIGHT: Final = compile_pattern(
    r"\b(?P<verb>[a-z]+(?:ed|en)|fell|rose|fought|sank|grew|lost|hit|shot|struck|broke|began|kept|held|came|went"
    r"|swept|set|drove|cut|left|froze|blew|shut|spread|slept|brought|took|was|were|hurt|made"
    r"|gave)\b(?: [^.;:,]{0,60})?[ ,]$"
)


@date_rule(
    r"(?<![\w-])overnight(?=[.,;:)!?]|$| (?:and|but|as|in|on the|at|by|after|when|while|to the"
    r"|from the|with|into the)\b)",
    signs=["overnight"],
)
def overnight(match: re.Match[str]) -> Atoms:
    """Overnight, after a past verb: the night before publication, or that of the day last named."""
    text, start = match.string, match.start()
    begin = start == 0 or text[:start].rstrip()[-1:] in {".", "!", "?", ":", ""}
    if not begin and not _WENT_ON_OVERNIGHT.search(text, max(0, start - 90), start):
        return

    def meaning(context: Context) -> tuple[Interval, ...]:
        published = _night(context.written - DAY)
        anchor = context.anchor
        if anchor and len(anchor.text) == 10 and anchor.first < context.written - DAY:
            return (published, _night(anchor.first))
        return (published,)

    yield atom(match, "relative", meaning)


def _night(day: dt.date) -> Interval:
    return intervals.span(intervals.day(day), intervals.day(day + DAY))


_LAPSE: Final = (
    rf"(?P<count>{COUNT}|few|several)(?P<half> and a half)? (?P<unit>{_COUNTED_UNIT})"
    r"(?P<half2> and a half)?"
)


def _count(words: str) -> int:
    return 12 if words.lower() == "a dozen" else int(read_number(words))


_BUSINESS: Final = re.compile(
    r"\b(?:profits?|revenues?|earnings|results|sales|growth|gdp|output|economy|figures|net|income)\b|per ?cent|%",
    re.IGNORECASE,
)


def in_business(match: re.Match[str]) -> bool:
    """Whether the words around it are about a firm's or an economy's quarter, not a match's."""
    around = match.string[max(0, match.start() - 120) : match.end() + 120]
    return _BUSINESS.search(around) is not None


def _elapsed(unit: str, count: int) -> tuple[str, int]:
    """The unit and count with decades in years and fortnights in weeks."""
    name = read_unit(unit)
    finer = {"decade": ("year", 10 * count), "fortnight": ("week", 2 * count)}
    return finer.get(name, (name, count))


@date_rule(rf"\b{_LAPSE} ago(?: (?P<same>today|tomorrow|this week|this month))?\b", signs=["ago"])
def ago(match: re.Match[str]) -> Atoms:
    """Two years ago, as coarse as the unit; two and a half are a month; a week ago is that day or its week."""
    if match["count"].lower() in {"few", "several"}:
        yield atom(match, "vague", fixed())
        return
    unit, count = _elapsed(match["unit"], _count(match["count"]))
    meaning = _lapse(unit, -count)
    if (unit, count) == ("year", 1) and _COMPARED.search(
        match.string, max(0, match.start() - 48), match.start()
    ):
        yield replace(atom(match, "relative", partial(_compared, -count)), unsure=True)
        return
    if match["same"]:
        words = match["same"].lower().split()[-1]
        meaning = lambda context: _same_day(context, unit, count, words)  # noqa: E731
    elif match["half"] or match["half2"]:
        half = {"year": 6, "decade": 60}.get(read_unit(match["unit"]))
        meaning = _lapse("month", -12 * count - half) if half else fixed()
    yield atom(match, "relative", meaning)


# "Up from 81 euros a year ago", "dearer than a year earlier".
_COMPARED: Final = compile_pattern(
    r"\b(?:from|than|against|versus|compared (?:with|to)|higher|lower|more|less|up|down|half|twice|double)\b"
    r"[^.;:]{0,40}$"
)


def _compared(steps: int, context: Context) -> tuple[Interval, ...]:
    """A year ago, in a comparison: that year, the same stretch as before, the month, the day."""
    today, anchor = intervals.day(context.written), context.anchor
    day, month = years_on(today, steps), intervals.shift(today, "month", 12 * steps)
    year, before = intervals.shift(today, "year", steps), []
    if anchor and (anchor.last - anchor.first).days <= 366 and "[" not in anchor.text:
        before = [years_on(anchor, steps)]
    return (year, *before, month, day)


def _same_day(context: Context, unit: str, count: int, same: str) -> tuple[Interval, ...]:
    """That day a year ago today; its week, or its month."""
    day = _day_ago(context, unit, count)
    if same == "month":
        return (intervals.shift(day, same, 0),)
    return (day, intervals.shift(day, same, 0)) if same == "week" else (day,)


def _day_ago(context: Context, unit: str, count: int) -> Interval:
    if unit == "year":
        return intervals.day(intervals.in_year(context.written, context.written.year - count))
    return intervals.day(context.written - count * {"week": 7}.get(unit, 1) * DAY)


def _lapse(unit: str, steps: int) -> Meaning:
    """So many units from publication: a day, a day or its week, a month, a year."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        today = intervals.day(context.written)
        if unit == "week":
            there = context.written + 7 * steps * DAY
            return (intervals.day(there), intervals.week(there))
        return (intervals.shift(today, unit, steps),)

    return meaning


@date_rule(
    rf"\b(?:in (?P<count>{COUNT}) (?P<unit>{_COUNTED_UNIT})['’]s?['’]? time"
    rf"|(?P<count2>{COUNT}) (?P<unit2>{_COUNTED_UNIT}) from (?:now|today))\b",
    signs=["time", "now", "today"],
)
def ahead(match: re.Match[str]) -> Atoms:
    """In two weeks' time, three years from now."""
    words, unit = match["count"] or match["count2"], match["unit"] or match["unit2"]
    yield atom(match, "relative", _lapse(*_elapsed(unit, _count(words))))


@date_rule(
    rf"\b(?P<count>{COUNT}) (?P<unit>{_COUNTED_UNIT}) (?P<way>earlier|later|previously"
    r"|afterwards)\b",
    signs=["earlier", "later", "previously", "afterwards"],
)
def apart(match: re.Match[str]) -> Atoms:
    """A day earlier, two years later: counted from the date last named."""
    way = 1 if match["way"].lower() in {"later", "afterwards"} else -1
    unit, count = _elapsed(match["unit"], _count(match["count"]))
    yield replace(atom(match, "relative", from_anchor(unit, way * count)), unsure=unit == "year")


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
    r"\b(?:earlier|later|late|early) (?:in )?(?P<which>the|that|the same|this) (?P<unit>week|month|year|decade)\b(?!-)",
    signs=["earl", "late"],
)
def within(match: re.Match[str]) -> Atoms:
    """Later in the year, earlier that month: the unit of publication, or of the date last named."""
    unit, named = match["unit"].lower(), match["which"].lower() not in {"the", "this"}

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor if named else intervals.day(context.written)
        return (intervals.shift(anchor, unit, 0),) if anchor else ()

    yield atom(match, "relative", meaning)


@date_rule(
    rf"\ba week (?:on|from) (?P<day>{WEEKDAY_NAME})\b|\b(?P<day2>{WEEKDAY_NAME}) week\b(?!['’s-])",
    signs=["week"],
)
def week_on(match: re.Match[str]) -> Atoms:
    """A week on Friday, Friday week: the one after the coming one."""
    number = read_weekday(match["day"] or match["day2"])
    beside = _beside(number, 1)
    yield atom(match, "weekday", lambda context: beside(context)[1:])


@date_rule(
    r"\bthe (?:(?P<which>previous|preceding|following|next|same) (?P<unit>day|night"
    r"|evening|morning|afternoon|week|month|quarter|season|year|decade|century)|(?P<unit2>day|night"
    r"|evening|week|month|season|year) (?P<way>before|after|earlier)(?= *(?:[.,;:)!?]|$|and\b"
    r"|but\b|when\b|with\b|in\b|at\b|to\b|from\b)))(?!-)\b",
    signs=["previous", "preceding", "following", "next", "same", "before", "after", "earlier"],
)
def neighbour(match: re.Match[str]) -> Atoms:
    """The previous night, the following day, the year before."""
    unit = (match["unit"] or match["unit2"]).lower()
    unit = "day" if unit in {"night", "evening", "morning", "afternoon"} else unit
    word = (match["which"] or match["way"]).lower()
    steps = 0 if word == "same" else 1 if word in {"following", "next", "after"} else -1

    def meaning(context: Context) -> tuple[Interval, ...]:
        if not steps and context.anchor is None:
            raise ValueError("no day is named that it could be the same as")
        return from_anchor(unit, steps)(context)

    before = match.string[max(0, match.start() - 12) : match.start()]
    ahead = word == "next" and unit != "day" and _DURING.search(before)
    if unit == "quarter" and not in_business(match):
        return
    if unit == "season":
        meaning = partial(season_from, steps)
    if (word != "same" or unit == "day") and not ahead:
        yield replace(atom(match, "relative", meaning), unsure=unit in ("year", "season"))


@date_rule(
    r"\b(?:the )?(?P<which>past|last|previous|next|coming"
    rf"|following) (?:(?P<count>{NUMBER_WORDS}|[0-9]{{1,3}}|dozen) )?(?P<unit>hours"
    rf"|{_COUNTED_UNIT})\b(?!-)(?! of\b)",
    signs=["past", "last", "previous", "next", "coming", "following"],
)
def stretch(match: re.Match[str]) -> Atoms:
    """The past three years, the next 10 days: counted from publication."""
    if not match[0].lower().startswith("the") and not match["count"]:
        return
    unit, count = read_unit(match["unit"]), 1
    if match["count"]:
        count = 12 if match["count"].lower() == "dozen" else int(read_number(match["count"]))
    elif match["unit"].lower().endswith("s") or not _spans(match):
        return
    if match["which"].lower() == "last" and _LASTS.search(
        match.string, max(0, match.start() - 16), match.start()
    ):
        return
    way = 1 if match["which"].lower() in {"next", "coming", "following"} else -1
    if unit == "hour":
        unit, count = "day", max(1, round(count / 24))
    yield atom(match, "range", _from_now(*_elapsed(unit, way * count)))


# "Will last 20 days"; "the last week to apply".
_LASTS: Final = compile_pattern(
    r"(?:\b(?:will|would|shall|may|might|can|could|should|must|to|not|does|do|did|likely to|cannot|never|usually|often"
    r"|also|only|both|all|typically|normally)|n['’]t|['’]ll) $"
)
_FOR_WHAT: Final = compile_pattern(r" (?:for|to|when|that|on which|in which|before) ")
_DURING: Final = compile_pattern(r"\b(?:over|in|within|during|for|throughout) $")


def _spans(match: re.Match[str]) -> bool:
    """Whether one unit is a stretch: "the past year" is, "the next year" only after "over"."""
    which, unit = match["which"].lower(), match["unit"].lower()
    is_final = unit in {"day", "night"} or _FOR_WHAT.match(match.string, match.end())
    if which in {"past", "coming"} or (which == "last" and not is_final):
        return True
    if which == "last":
        return _DURING.search(match.string, max(0, match.start() - 12), match.start()) is not None
    before = match.string[max(0, match.start() - 12) : match.start()]
    return match["which"].lower() == "next" and _DURING.search(before) is not None


def _from_now(unit: str, steps: int) -> Meaning:
    if unit == "year" and abs(steps) == 1:
        unit, steps = "month", 12 * steps

    def meaning(context: Context) -> tuple[Interval, ...]:
        today = intervals.day(context.written)
        if unit in {"day", "week"}:
            there = intervals.day(context.written + steps * (7 if unit == "week" else 1) * DAY)
        else:
            there, today = intervals.shift(today, unit, steps), intervals.shift(today, unit, 0)
        return (intervals.span(*((there, today) if steps < 0 else (today, there))),)

    return meaning


_HOLIDAY_SIGNS: Final = {name.split()[-1] for name in HOLIDAYS}


@date_rule(
    rf"{B}(?:(?P<which>last|this|next) )?(?P<name>{one_of(HOLIDAYS)})\b(?!['’]s? (?:tree|card|present|dinner"
    r"|market))(?! (?:tree|cards?|presents?|dinner|markets?|shopping|lights|carol"
    r"|agreement|accords?|island|party|parties|decorations|movies?|films?|songs?|costumes?|eggs?|bunny"
    rf"|number|rising))(?P<year>{THAT_YEAR})?",
    signs=_HOLIDAY_SIGNS,
)
def holiday(match: re.Match[str]) -> Atoms:
    """New Year's Eve, Good Friday 2024."""
    on = HOLIDAYS[" ".join(match["name"].lower().replace("’", "'").split())]
    if not match["name"][0].isupper() or _surname(match):
        return

    def at(year: int) -> Interval:
        return intervals.day(on(year))

    which = (match["which"] or "").lower()
    meaning = near(at, which) if which else year_meaning(match["year"], at)
    yield atom(match, "day", meaning, dated=bool(match["year"]))


# Feasts whose day the moon gives: which one it is, a calendar of the year says.
_MOVING_FEASTS: Final = (
    r"(?:Diwali|Deepavali|Deepawali|Eid(?:[ -](?:al|ul)-\w+)?|Ramadan|Ramzan|Passover|Hanukkah|Yom Kippur|Rosh Hashanah"
    r"|Holi|Navratri|Dussehra|Dasara|Onam|Pongal|Vesak|(?:Lunar|Chinese) New Year|Orthodox Easter|Pentecost|Whitsun)"
)


@date_rule(
    rf"\b(?:by|before|until|till|after|since|on|at|over|during) (?P<feast>(?-i:{_MOVING_FEASTS}))\b(?! [a-z]+s\b)",
    signs="hdrpynovlce",
)
def moving_feast(match: re.Match[str]) -> Atoms:
    """By Diwali: a time without a date."""
    yield Atom(match.start("feast"), match.end(), "vague", fixed())


_SAYS: Final = re.compile(r"\s+(?:said|says|told|added|wrote)\b")
_CAPITAL_BEFORE: Final = re.compile(
    r"\b(?!(?:On|At|By|Before|After|Since|Until|Till|From|For|This|Last|Next|And|But|In|Every|Around)\b)"
    r"[A-Z][a-z]+\s$"
)


def _surname(match: re.Match[str]) -> bool:
    """Whether it is a surname or the end of another name: "Jerryl Christmas", "White Christmas"."""
    text, start = match.string, match.start()
    before = _CAPITAL_BEFORE.search(text, max(0, start - 16), start)
    return before is not None or _SAYS.match(text, match.end()) is not None


@date_rule(
    r"\b(?<=of\s)(?P<the>the|this|last|next|the previous|the following|that|the same"
    r"|the current|the coming) (?P<unit>day|week|month|year|decade|century)\b(?!['’-])",
    signs=UNIT_SIGNS,
)
def dangling(match: re.Match[str]) -> Atoms:
    """The year, after "the end of" or "the first half of"; alone it is not a date."""
    word = match["the"].lower().split()[-1]
    steps = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(word, 0)
    unit = read_unit(match["unit"])
    meaning = from_today(unit, steps)
    if word in {"that", "same"}:
        meaning = _same_unit(unit)
    dangles = word in {"the", "that", "same", "current"}
    yield atom(match, "relative", meaning, dangling=dangles)


def _same_unit(unit: str) -> Meaning:
    """That year: the one of the date last named, else of publication."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        return (intervals.shift(context.anchor or intervals.day(context.written), unit, 0),)

    return meaning


@date_rule(
    r"\b(?:by |before |until )?(?:the )?year(?:['’]s |-)end\b(?! (?:party|parties|review))",
    signs=["year"],
)
def year_end(match: re.Match[str]) -> Atoms:
    """Year-end, by year's end: December."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        december = intervals.month(context.written.year, 12)
        return (intervals.until(december) if match[0][:1] in "bBuU" else december,)

    yield atom(match, "relative", meaning)


@date_rule(
    r"\b(?:(?<=in\s)|(?<=into\s)|(?<=until\s)|(?<=before\s)"
    r"|(?<=by\s))the new year\b(?! (?:honours|list|party|celebrations))",
    signs=["year"],
)
def new_year(match: re.Match[str]) -> Atoms:
    """In the new year: the year after publication."""
    yield atom(match, "relative", from_today("year", 1))


_MANY_SIGNS: Final = (
    "hours", "days", "weeks", "months", "years", "decades", "centuries", "generations",
)  # fmt: skip
_MANY: Final = one_of(_MANY_SIGNS)
_SOME: Final = r"(?:few|several|couple of)"
_LONG_AGO: Final = r"(?:dozens|hundreds|thousands|tens of thousands|millions|billions)"
_TIME: Final = "|".join(
    [
        rf"(?:the )?(?:recent|coming|intervening|ensuing) {_MANY}(?! of)",
        (
            rf"(?:(?:the |these )?(?:past|last|next|coming|previous|following|first|final|early|closing) )?"
            rf"(?:a )?{_SOME} {_MANY}(?: (?:ago|earlier|later|before|after|on))?"
        ),
        rf"for (?:many |several |some |countless )?{_MANY}(?! of)",
        rf"(?:many |some |{_LONG_AGO} of )?{_MANY} (?:ago|earlier|later|afterwards)",
        rf"over the {_MANY}",
        rf"in (?:the )?{_MANY} (?:ahead|since|to come|after|before|leading up|that followed|following)",
        r"in (?:years|months|weeks|decades|generations|centuries)(?! (?:of|past|gone|when|as|and)\b| [0-9])",
        rf"the {_MANY} (?:ahead|to come|that followed|leading up)",
        rf"(?:many|some) {_MANY}",
        rf"within {_MANY}",
        r"the other day",
    ]
)
# After one of these the words are part of another expression, or do not mean a time.
_COUNTED_BEFORE: Final = compile_pattern(
    rf"(?:{LAST_OF_NUMBER}|{DASH}|\b(?:million|billion|thousand|hundred|dozen|these|those|happy"
    r"|golden|first|second|third|early|his|her|their|no|as|half|quarter)) ?$"
)


@date_rule(rf"\b(?:{_TIME})\b", signs=[*_MANY_SIGNS, "day"])
def vague(match: re.Match[str]) -> Atoms:
    """Recent months, for years, weeks ago: a time without a date."""
    if not _COUNTED_BEFORE.search(match.string, max(0, match.start() - 16), match.start()):
        yield atom(match, "vague", fixed())


@date_rule(
    r"(?:\b(?:after|despite|following|amid|with|by|through|spent|in|took|for) |(?<=\.\s)|(?<=,\s)|\A)"
    rf"(?P<spell>(?:many )?{_MANY})(?= of (?!age\b))",
    signs=_MANY_SIGNS,
)
def spell(match: re.Match[str]) -> Atoms:
    """Despite months of talks."""
    yield Atom(match.start("spell"), match.end("spell"), "vague", fixed())
