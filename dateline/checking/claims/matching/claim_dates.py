"""Whether a date in a text that readers see is one that the article or a fact gives."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, Literal

from dateline.checking.claims.grounds.statements import (
    SaidDate,
    Statement,
    Statements,
    is_publication,
)
from dateline.facts.dates import CivilDate, Date, contains, known_date, same_days, weekday_name
from dateline.language import FoundDate
from dateline.patterns import compile_later

# "unsure" where the same words stand in the article, and mean another day there.
DateFit = Literal["same", "unsure"]

_YEAR: Final = compile_later(r"\d{3}")
_DIGIT: Final = compile_later(r"\d")


def fit_date(claimed: FoundDate, statements: Statements) -> tuple[DateFit | None, list[Statement]]:
    """How well the best statements fit a date of a text, and which these are.

    The same date, or a finer one that lies in it; never a coarser one.
    """
    same = [said for text in claimed.readings for said in statements.by_reading.get(text, ())]
    readings = [known_date(text) for text in claimed.readings]
    if not same or claimed.open:
        within = [said for reading in readings for said in _within(claimed, reading, statements)]
        same += [said for said in within if _may_support(claimed, said[1])]
    if not same and not _YEAR.search(claimed.text):
        same = [
            said
            for said in statements.dates
            if _is_day_of_any_year(readings, said[0]) and _may_support(claimed, said[1])
        ]
        if claimed.kind == "season":
            same += [said for said in statements.dates if _is_season_of_any_year(readings, said[0])]
    same += _in_its_words(claimed, statements) if same else ()
    if own := year_of_accounts(claimed.text):
        same = [said for said in same if year_of_accounts(said[1].text) in (None, own)]
    if same:
        return "same", _where(same)
    if claimed.kind == "day" and not _DIGIT.search(claimed.text):
        about = [said for said in statements.article.dates if _is_about(readings, said[0])]
        if about:
            return "unsure", []
    words = claimed.text.casefold()
    weekdays = _of_that_weekday(claimed, readings, statements)
    if weekdays := weekdays or _of_those_weekdays(claimed, statements):
        return "unsure", _where(weekdays)
    alike = [said for said in statements.dates if said[1].text.casefold() == words]
    if not alike:
        return None, []
    return ("unsure" if claimed.kind == "weekday" else "same"), _where(alike)


def _in_its_words(claimed: FoundDate, statements: Statements) -> list[SaidDate]:
    """The same words in the article: without a verb, “by noon on Wednesday” may be past or to come."""
    words = claimed.text.casefold()
    if _YEAR_AGO.fullmatch(words):
        return [
            said
            for said in statements.article.dates
            if _YEAR_AGO.fullmatch(said[1].text.casefold())
        ]
    if " " not in words or not _WEEKDAY.search(words):
        return []
    return [said for said in statements.article.dates if said[1].text.casefold() == words]


_BEFORE: Final = compile_later(r"\b(?:before|by) $", re.IGNORECASE)
# So many days before a feast something is still said to be before it.
_SHORTLY: Final = 14


def is_before_feast(claimed: FoundDate, text: str, statements: Statements) -> bool:
    """Whether something is due by a day shortly before the feast of the text: “before Christmas”, of 19 December."""
    if _DIGIT.search(claimed.text) or not _BEFORE.search(text, 0, claimed.start):
        return False
    feasts = [day for day in map(known_date, claimed.readings) if day.form == "point"]
    due = [said.end for said, _ in statements.dates if said.form == "until" and said.end]
    return claimed.kind == "day" and any(
        0 < feast.start.begins - end.ends <= _SHORTLY
        for feast in feasts
        for end in due
        if feast.start and feast.start.day and end.day
    )


# “A year ago” and “twelve months ago” are one time.
_YEAR_AGO: Final = compile_later(r"(?:(?:a|one) year|(?:twelve|12) months) ago")
# A year of accounts by its number, which no story gives to two of them.
_ACCOUNTS: Final = compile_later(
    r"\b(?:fiscal(?: year)?|FY) ?['’]?(?:20)?(?P<year>[0-9]{2})\b", re.IGNORECASE
)


def year_of_accounts(words: str) -> str | None:
    """The last two digits of the year that “fiscal 2026” or “FY26” names."""
    found = _ACCOUNTS.search(words)
    return found["year"] if found else None


_THAT_DAY: Final = compile_later(
    r"\bthat (?P<day>\w+day)(?: (?:morning|afternoon|evening|night))?$"
)


def find_day_before(
    claimed: FoundDate, statements: Statements, is_near: Callable[[Statement], bool]
) -> list[Statement]:
    """The days near to a text that “that Friday” in it may mean."""
    that = _THAT_DAY.search(claimed.text)
    return _where(
        said
        for said in (statements.dates if that else ())
        if that and is_near(said[1]) and _has_weekday(said[0], that["day"])
    )


def _has_weekday(date: Date, name: str) -> bool:
    ends = [end for end in _ends(date) if end.day]
    is_short = bool(ends) and (ends[-1].last_day - ends[0].first_day).days <= _A_FEW_DAYS
    return is_short and any(weekday_name(end) == name for end in ends)


# So long may last what has a day of its own: a weekend, no week.
_A_FEW_DAYS: Final = 3


_FROM_TO: Final = compile_later(r"from (?P<first>\w+day) (?:to|until|till) (?P<last>\w+day)")
_DAYS_OF_WEEK: Final = 7


def _of_those_weekdays(claimed: FoundDate, statements: Statements) -> list[SaidDate]:
    """The stretches from the one weekday to the other: a verb may have put “from Monday to Wednesday” a week early."""
    days = _FROM_TO.fullmatch(claimed.text)
    return [
        said
        for said in (statements.dates if days else ())
        if days and (start := said[0].start) and (end := said[0].end)
        if (weekday_name(start), weekday_name(end)) == (days["first"], days["last"])
        if (end.last_day - start.first_day).days < _DAYS_OF_WEEK
    ]


def _of_that_weekday(
    claimed: FoundDate, readings: Sequence[Date], statements: Statements
) -> list[SaidDate]:
    """The days of facts and weekdays of the article that it may mean: a week before or after."""
    day = _only_end(readings[0]) if len(readings) == 1 else None
    name = weekday_name(day) if day else None
    if day is None:
        return []
    is_named = name is not None and name in claimed.text
    return [
        said
        for said in statements.dates
        if name
        and ((is_named and said[1].fact) or said[1].text.casefold().endswith(name.casefold()))
        and is_week_apart(said[0], day)
    ]


def is_week_apart(date: Date, day: CivilDate) -> bool:
    end = date.start
    return (
        end is not None
        and bool(end.day and day.day)
        and abs((end.first_day - day.first_day).days) == _WEEK
    )


def _only_end(reading: Date) -> CivilDate | None:
    """The day of “on Thursday”, “by Thursday” or “since Thursday”."""
    if reading.form == "point":
        return reading.start
    return None if reading.start and reading.end else reading.start or reading.end


_WEEK: Final = 7


def is_loose(claimed: FoundDate, support: Iterable[Statement], statements: Statements) -> bool:
    """Whether none says the date itself, but only one that lies in it, or that of publication."""
    words = claimed.text.casefold()
    exact = {said for text in claimed.readings for _, said in statements.by_reading.get(text, ())}
    return not any(
        (said in exact and not is_publication(said)) or words in said.text.casefold()
        for said in support
    )


def _may_support(claimed: FoundDate, statement: Statement) -> bool:
    """The day of publication is what “this week” is about, but not what “November” is about."""
    return not is_publication(statement) or claimed.kind in ("relative", "weekday", "day")


def _where(said: Iterable[SaidDate]) -> list[Statement]:
    return list(dict.fromkeys(statement for _, statement in said))


def _within(claimed: FoundDate, reading: Date, statements: Statements) -> Sequence[SaidDate]:
    if same := [said for said in statements.dates if same_days(said[0], reading)]:
        return same
    if claimed.kind != "range":
        return [said for said in statements.dates if _lies_in(said[0], reading)]
    is_closed = reading.start is not None and reading.end is not None
    single = [said for said in statements.dates if not is_closed or said[0].form != "range"]
    meant = _ends if is_closed else partial(_ends_alike, reading)
    ends = [_at_end(end, single, meant) for end in _ends(reading)]
    if not all(ends) and reading.start and reading.end:
        ranges = [said for said in statements.dates if said[0].form == "range"]
        ends = [
            _at_end(reading.start, ranges, lambda date: [date.start]),
            _at_end(reading.end, ranges, lambda date: [date.end]),
        ]
    return [said for found in ends for said in found] if all(ends) else []


def _ends_alike(reading: Date, said: Date) -> Sequence[CivilDate | None]:
    """Of a stretch of time, “until October” is the end of it and “since October” the beginning."""
    if said.form != "range":
        return _ends(said)
    return [said.start if reading.form == "since" else said.end]


def _at_end(
    end: CivilDate, dates: Iterable[SaidDate], ends: Callable[[Date], Sequence[CivilDate | None]]
) -> list[SaidDate]:
    return [said for said in dates if any(own and _is_in(own, end) for own in ends(said[0]))]


def _lies_in(said: Date, reading: Date) -> bool:
    """Whether a date, or one end of a stretch of time, lies in the reading of a claim."""
    if (
        reading.form not in ("since", "until")
        and said.start
        and said.end
        and contains(reading, said)
    ):
        return True
    first = reading.start or reading.end
    is_one = first is not None and (reading.form == "point" or not (reading.start and reading.end))
    return is_one and any(_is_in(end, first) for end in _ends(said) if first)


def _ends(date: Date) -> list[CivilDate]:
    return [*dict.fromkeys((*date.bounds, *date.choices))]


def _is_in(inner: CivilDate, outer: CivilDate) -> bool:
    return outer.begins <= inner.begins and inner.ends <= outer.ends


def _is_day_of_any_year(readings: Iterable[Date], said: Date) -> bool:
    """Whether the words name no year, and the day or month is that of a date of another year."""
    return any(
        reading.start == reading.end
        and reading.start is not None
        and reading.start.month is not None
        and any(_is_same_day(reading.start, end) for end in _ends(said))
        for reading in readings
    )


def _is_season_of_any_year(readings: Iterable[Date], said: Date) -> bool:
    months = [end and end.month for end in (said.start, said.end)]
    return said.form == "range" and any(
        months == [end and end.month for end in (reading.start, reading.end)]
        for reading in readings
    )


# A feast names the days around it: two days before Christmas.
_AROUND: Final = 14


def _is_about(readings: Iterable[Date], said: Date) -> bool:
    day = said.start
    return (
        day is not None
        and bool(day.day)
        and any(
            reading.start is not None and abs(reading.start.begins - day.begins) <= _AROUND
            for reading in readings
        )
    )


def _is_same_day(claimed: CivilDate, said: CivilDate) -> bool:
    return claimed.month == said.month and claimed.day in (None, said.day)


def nearest_dates(claimed: FoundDate, statements: Statements) -> list[Statement]:
    """What the article says of the same kind: other weekdays, or dates that differ in one part."""
    article = [said for said in statements.dates if said[1].span]
    if claimed.kind == "weekday":
        return _where(said for said in article if _WEEKDAY.search(said[1].text))
    ends = [end for text in claimed.readings for end in _ends(known_date(text))]
    return _where(
        said
        for said in article
        if any(_differ_in_one(end, own) for end in ends for own in _ends(said[0]))
    )


_WEEKDAY: Final = compile_later("(?:sun|mon|tues|wednes|thurs|fri|satur)day", re.IGNORECASE)


def _differ_in_one(claimed: CivilDate, said: CivilDate) -> bool:
    if claimed.fineness != said.fineness:
        return False
    pairs = ((claimed.year, said.year), (claimed.month, said.month), (claimed.day, said.day))
    return sum(own != other for own, other in pairs) <= 1
