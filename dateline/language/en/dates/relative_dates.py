"""Dates counted from the day of publication or from another date."""

import datetime as dt
import re
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    NOT_CLAUSE,
    PART,
    THAT,
    UNIT_SIGNS,
    Atom,
    Atoms,
    Context,
    Meaning,
    atom,
    date_rule,
    fixed,
    from_anchor,
    from_today,
    yearly,
    years_on,
)
from dateline.language.en.dates.before_of import is_of_a_deed
from dateline.language.en.dates.intervals import DAY, Interval
from dateline.language.en.dates.same_time import season_from
from dateline.language.en.words import (
    COUNT,
    NUMBER_WORDS,
    compile_pattern,
    one_of,
    read_number,
)
from dateline.patterns import compile_later

_COUNTED_UNIT: Final = r"(?:days?|nights?|weeks?|fortnights?|months?|years?|decades?)"


def read_unit(words: str) -> str:
    """The singular name of a unit of time; a night is dated by its evening."""
    singular = words.lower().rstrip("s")
    return "day" if singular == "night" else singular


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
    r"|month|quarter|year|decade|century)\b(?!-)(?! in which\b)",
    signs=UNIT_SIGNS,
)
def near_unit(match: re.Match[str]) -> Atoms:
    """Last month, this week, next year, last century."""
    if _titled(match, match["unit"]) or not is_of_a_deed(match):
        return
    steps = _STEP[match["which"].lower().split()[-1]]
    meaning = from_today(read_unit(match["unit"]), steps)
    yield Atom(match.start(), match.end(), "relative", meaning, certain=True)


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


_BUSINESS: Final = compile_later(
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


_UNITS_ON: Final = tuple(f"{unit}{s} on" for unit in (*UNIT_SIGNS, "night") for s in ("", "s"))


@date_rule(
    rf"\b(?P<count>{COUNT}) (?P<unit>{_COUNTED_UNIT}) (?P<way>earlier|later|previously|afterwards"
    r"|(?:before|after) that|before(?= *(?:[.,;:)!?]|$))|on(?= *(?:[.,;:)!?]|$)| (?:he|she|they|it|we) ))"
    r"(?!\w)(?! than\b)",
    signs=["earlier", "later", "previously", "afterwards", "after that", "before", *_UNITS_ON],
)
def apart(match: re.Match[str]) -> Atoms:
    """A day earlier, two years later: counted from the date last named; not “a year later than planned”.

    “Up from 187 a year before” is a date; “two years before” may be no more than so long.
    """
    if match["way"].lower() == "before" and not _IS_ONE.search(match.string[: match.end("count")]):
        return
    way = -1 if match["way"].lower().startswith(("earlier", "previously", "before")) else 1
    unit, count = _elapsed(match["unit"], _count(match["count"]))
    yield replace(atom(match, "relative", from_anchor(unit, way * count)), unsure=unit == "year")


_IS_ONE: Final = compile_pattern(r"(?<!\bthan\s)(?:\ba|\bone)$")
_THOSE: Final = tuple(
    f"that {unit}" for unit in (*UNIT_SIGNS, "night", "evening", "morning", "afternoon")
)
_PARTS_OF_DAY: Final = frozenset({"night", "evening", "morning", "afternoon"})


@date_rule(
    rf"\b(?:(?P<part>earlier|later|late|early)(?: on)?(?: in)? )?"
    rf"(?P<which>the|this|{THAT}|the same|that same|that very) "
    r"(?P<unit>day|night|evening|morning|afternoon|week|month|year|decade|century)"
    rf"\b(?!-|['’](?!s\b)){NOT_CLAUSE}(?! (?:as|that|when)\b)",
    signs=["earl", "late", "that same", "that very", "the same", *_THOSE],
)
def within(match: re.Match[str]) -> Atoms:
    """Later in the year, that month: the unit of publication, or of the date last named."""
    if not is_of_a_deed(match):
        return
    unit, named = match["unit"].lower(), match["which"].lower() not in {"the", "this"}
    unit = "day" if unit in _PARTS_OF_DAY else unit
    if named:
        yield atom(match, "relative", _same_unit(unit, otherwise=fixed()))
    elif match["part"] and unit != "day":
        yield atom(match, "relative", from_today(unit, 0))


@date_rule(
    r"\bthe (?:(?:very )?(?P<which>previous|preceding|following|next) (?P<unit>day|night"
    r"|evening|morning|afternoon|week|month|quarter|season|year|decade|century)|(?P<unit2>day|night"
    r"|evening|morning|week|month|season|year) (?P<way>before|after|earlier)(?= *(?:[.,;:)!?]|$|and\b"
    r"|but\b|when\b|with\b|in\b|at\b|to\b|from\b|(?:he|she|it|they|we|I) had\b)))(?!-)\b",
    signs=["previous", "preceding", "following", "next", "before", "after", "earlier"],
)
def neighbour(match: re.Match[str]) -> Atoms:
    """The previous night, the following day, the year before."""
    unit = (match["unit"] or match["unit2"]).lower()
    unit = "day" if unit in _PARTS_OF_DAY else unit
    word = (match["which"] or match["way"]).lower()
    steps = 1 if word in {"following", "next", "after"} else -1
    before = match.string[max(0, match.start() - 12) : match.start()]
    if word == "next" and unit != "day" and _DURING.search(before):
        return
    if unit == "quarter" and not in_business(match):
        return
    meaning = partial(season_from, steps) if unit == "season" else from_anchor(unit, steps)
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


@date_rule(
    r"\b(?<=of\s)(?P<the>the|this|last|next|the previous|the following|that|the same"
    r"|the current|the coming) (?P<unit>day|week|month|year|decade|century)\b(?!['’-])"
    r"(?! of (?:the|its|their|his|her|our) (?!lord\b)[a-z]|(?<=year) of (?:the )?(?:accounts|results)\b)",
    signs=UNIT_SIGNS,
)
def dangling(match: re.Match[str]) -> Atoms:
    """The year, after "the end of" or "the first half of"; alone it is not a date."""
    word = match["the"].lower().split()[-1]
    steps = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(word, 0)
    unit = read_unit(match["unit"])
    meaning = from_today(unit, steps)
    if word in {"that", "same"}:
        meaning = _same_unit(unit, otherwise=from_today(unit, 0))
    dangles = word in {"the", "that", "same", "current"}
    yield atom(match, "relative", meaning, dangling=dangles)


def _same_unit(unit: str, *, otherwise: Meaning) -> Meaning:
    """That year: the one that the date last named lies in; ValueError where no unit holds it."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        anchor = context.anchor
        same = intervals.shift(anchor, unit, 0) if anchor else None
        if anchor and same and anchor.last > same.last:
            same = None
        if same is None and not (there := otherwise(context)):
            raise ValueError("no date is named that lies in one")
        return (same,) if same else there

    return meaning


@date_rule(
    r"\b(?P<by>by |before |until )?(?:the )?(?:(?P<unit>week|month|quarter|year|decade|century)(?:['’]s |-)end\b(?!-)"
    r"|(?P<unit2>week|month|year|decade|century) is (?:out|over|up|done)\b)"
    r"(?! (?:party|parties|reviews?|closing|bonus))",
    signs=["s end", "-end", "–end", " is out", " is over", " is up", " is done"],
)
def unit_end(match: re.Match[str]) -> Atoms:
    """Year-end, by month's end, before the year is out: the last month or day of the unit."""
    unit = (match["unit"] or match["unit2"]).lower()
    if match["unit2"] and not match["by"]:
        return

    def meaning(context: Context) -> tuple[Interval, ...]:
        last = intervals.shift(intervals.day(context.written), unit, 0).last
        end = intervals.shift(intervals.day(last), _FINER.get(unit, "day"), 0)
        return (intervals.until(end) if match["by"] else end,)

    yield atom(match, "relative", meaning)


_FINER: Final = {"quarter": "month", "year": "month", "decade": "year", "century": "year"}


@date_rule(
    r"(?:(?P<by>\b(?:by|before|until|till|since) )|\b)(?:the )?mid-?(?P<unit>week|month|year)\b(?! [a-z]+s\b|-)",
    signs=["mid"],
)
def middle(match: re.Match[str]) -> Atoms:
    """Mid-month, by midweek: of the unit of publication, else of the next or the last one."""
    unit, word = match["unit"].lower(), (match["by"] or "").strip().lower()

    def meaning(context: Context) -> tuple[Interval, ...]:
        steps = (0, -1) if context.tense == "past" else (0, 1)
        units = (intervals.shift(intervals.day(context.written), unit, step) for step in steps)
        middles = [_middle(each, unit) for each in units]
        back = context.tense == "past"
        is_gone = middles[0].first > context.written if back else middles[0].last < context.written
        first = middles[1] if is_gone else middles[0]
        return (
            intervals.since(first)
            if word == "since"
            else intervals.until(first)
            if word
            else first,
        )

    yield atom(match, "relative", meaning)


def _middle(whole: Interval, unit: str) -> Interval:
    if unit == "year":
        return intervals.month(whole.first.year, 6)
    days = intervals.third(whole, "mid")
    return days or intervals.span(*(intervals.day(whole.first + n * DAY) for n in (1, 3)))


@date_rule(r"\bthe turn of the year\b(?!['’])", signs=["turn of the year"])
def turn_of_year(match: re.Match[str]) -> Atoms:
    """The turn of the year: December or January."""
    yield atom(match, "relative", yearly(lambda year: intervals.months_from(year, 12, 2)))


@date_rule(
    r"\b(?:(?<=in\s)|(?<=into\s)|(?<=until\s)|(?<=before\s)"
    r"|(?<=by\s))the new year\b(?! (?:honours|list|party|celebrations))",
    signs=["year"],
)
def new_year(match: re.Match[str]) -> Atoms:
    """In the new year: the year after publication; until then is until its first day."""
    before = match.string[max(0, match.start() - 7) : match.start()].lower()
    year = from_today("year", 1)
    is_bound = before.endswith(("until ", "before ", "by "))
    first_day: Meaning = lambda context: (intervals.day(year(context)[0].first),)  # noqa: E731
    yield atom(match, "relative", first_day if is_bound else year)
