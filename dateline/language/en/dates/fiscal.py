"""Quarters and halves of years, and the years of accounts, which begin when a firm or a country says."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    YEAR,
    Atom,
    Atoms,
    Context,
    Meaning,
    around,
    atom,
    date_rule,
    fixed,
    year_meaning,
)
from dateline.language.en.dates.calendar_dates import NTH
from dateline.language.en.dates.homes import beginning_at_home
from dateline.language.en.dates.intervals import Interval
from dateline.language.en.words import DASH, ORDINALS, compile_pattern, one_of

_EARNINGS: Final = (
    r"(?:profits?|revenues?|earnings|results|sales|loss(?:es)?|gdp|growth|net|figures|output|report"
    r"|income|trading|update|operating|pre-?tax|core|adjusted|dividend|deliveries)"
)
_ACCOUNTS: Final = ("financial", "fiscal", "business", "accounting")
_FISCAL: Final = rf"(?:{'|'.join(_ACCOUNTS)})"
# The months that years of accounts begin with, those of most firms first: the calendar's, those of
# Australia, of India and Britain, and of the American government.
_BEGINNINGS: Final = (1, 7, 4, 10)
_OWN: Final = rf"(?P<own>(?:last|this|next) year|{YEAR})"
_QUARTER_OF: Final = (
    rf"(?: of| in)?(?: {_FISCAL})?(?: year)?,? (?P<split>20[0-9]{{2}})[-–/][0-9]{{2}}(?![0-9])"
    rf"|(?: of| in)?,? FY ?(?P<short>20[0-9]{{2}}|[0-9]{{2}})(?![\w-])"
    rf"|(?: of| in)?(?: the)? (?P<named>{_FISCAL})(?: year)?,? {YEAR}|(?: of)?,? {YEAR}"
    rf"| of (?P<now>the|its|their|this|(?:the )?(?:last|next|current|previous)) (?:fiscal|financial year|fiscal year)\b"
    rf"|(?: of)? (?:last|this|next) year| of (?:the|its|their) (?:{_FISCAL} )?year"
)


@date_rule(
    rf"\b(?:(?:{_OWN}['’]s |the |its |their )?(?:fiscal )?{NTH}(?: fiscal| financial)?(?P<gap> |{DASH})quarter\b"
    rf"(?P<money>(?: [a-z-]+)? {_EARNINGS}\b)?|Q(?P<q>[1-4])(?:\b|(?=FY)))(?P<year>{_QUARTER_OF})?",
    signs=["quarter", "q"],
)
def quarter(match: re.Match[str]) -> Atoms:
    """Q3 2023, the third quarter of last year, first-quarter profits; not a match's quarter."""
    words, year = match["words"], match["year"] or match["own"]
    number = int(match["q"] or match["digits"] or ORDINALS.get((words or "").lower(), 0))
    if not 1 <= number <= 4 or (words or "").lower() == "opening":
        return
    if not (year or match["q"] or match["money"] or _of_business(match)):
        return
    if not year and _ENDS_ON.match(match.string, match.end()):
        return
    possessive = re.match(r"(?:its|their) ", match[0], re.IGNORECASE)
    start = match.start() + (len(possessive[0]) if possessive else 0)
    end = match.start("money") if match["money"] and not year else match.end()
    meaning, is_unsure = _meaning_of_quarter(match, number)
    yield Atom(start, end, "quarter", meaning, unsure=is_unsure)


# Then the day of its end says which months it has.
_ENDS_ON: Final = compile_pattern(r",? (?:that|which) (?:will )?end(?:s|ed)? (?:on|in) ")


def _meaning_of_quarter(match: re.Match[str], number: int) -> tuple[Meaning, bool]:
    """What a quarter means, and whether it is of a year of accounts, whose months are not certain."""
    year = match["year"] or f" {match['own'] or ''}"
    if match["split"]:
        return fixed(*_quarters(int(match["split"]) + 1, number, (4, 7))), True
    if match["short"] or match["named"]:
        digits = match["short"] or re.findall("[0-9]+", year)[-1]
        return fixed(*_quarters(int(digits) % 2000 + 2000, number, _BEGINNINGS)), True
    at = lambda y: intervals.quarter(y, number)  # noqa: E731
    if match["now"]:
        return _latest_of(number), True
    if re.search(r"[0-9]|last|next|this", year):
        return year_meaning(year, at), False
    if re.search("fiscal|financial|business|accounting", match[0], re.IGNORECASE):
        return _latest_of(number), True
    return (_reported(at), False) if _reports(match) else (_of_year_named(at), True)


def _quarters(year: int, number: int, beginnings: Iterable[int]) -> list[Interval]:
    """A quarter of the years of accounts that end in a year."""
    return [
        intervals.months_from(year - (begin > 1), begin + 3 * number - 3, 3) for begin in beginnings
    ]


def _latest_of(number: int) -> Meaning:
    """That quarter of the firm's own year: the latest one, whichever month its year begins with."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        quarters = (
            _latest(partial(_quarter_of_accounts, number, begin))(context) for begin in _BEGINNINGS
        )
        return tuple(interval for found in quarters for interval in found)

    return meaning


def _quarter_of_accounts(number: int, begin: int, year: int) -> Interval:
    return intervals.months_from(year - (begin > 1), begin + 3 * number - 3, 3)


_BUSINESS: Final = compile_pattern(
    rf"\b(?:{_EARNINGS}|prices?|shares?|orders|exports|imports)\b|\bper ?cent|%|economy|[0-9]pc\b"
)
# Matches have halves too.
_MATCH: Final = compile_pattern(
    r"\b(?:goals?|goalless|scor(?:ed?|ing)|penalt(?:y|ies)|minutes?|match|matches|half-?time|try|tries|touchdowns?"
    r"|possession|striker|keeper|coach|lead|led|whistle|pitch|players?|teams?|ball|header|side)\b"
)


def _around(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 120) : match.end() + 120]


def _of_business(match: re.Match[str]) -> bool:
    """Whether the words around it are about a firm's or an economy's quarter, not a match's."""
    return _BUSINESS.search(_around(match)) is not None


def _latest(at: Callable[[int], Interval]) -> Meaning:
    """The latest quarter that ended by publication, or the next one where the verb looks ahead."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        found = list(around(at, context.written.year))
        if context.tense == "future":
            return tuple([interval for interval in found if interval.last >= context.written][:1])
        return tuple([interval for interval in found if interval.last <= context.written][-1:])

    return meaning


def _of_year_named(at: Callable[[int], Interval]) -> Meaning:
    """Those of the years named before, and the latest: the last named, but for a year compared with.

    “€3m in 2022, up from €2m in 2021, as sales rose in the fourth quarter” is about 2022.
    """
    latest = _latest(at)

    def meaning(context: Context) -> tuple[Interval, ...]:
        named = [at(year) for year in dict.fromkeys(reversed(context.years))]
        first, *others = (*named, *latest(context)) or (None,)
        is_year = context.anchor is not None and len(context.anchor.text) == len("2021")
        if first and others and is_year and first.first.year + 1 == others[0].first.year:
            return (others[0], first, *others[1:])
        return (first, *others) if first else ()

    return meaning


_REPORTS: Final = compile_pattern(
    r"\b(?:reports?|publish(?:es)?|posts?|releases?|announces?|unveils?|presents?|issues?|delivers?"
    r"|reporting|publishing|releasing|announcing)(?: its| their| the)?(?: first)? $"
)
_RESULTS: Final = compile_pattern(r" (?:[a-z-]+ ){0,2}(?:results|earnings|figures|report|update)\b")
# A firm reports within about so many days of the end of a quarter.
_REPORTED_WITHIN: Final = 100


def _reports(match: re.Match[str]) -> bool:
    """Whether a quarter's results are to be published, which look back from that day."""
    end = match.start("money") if match["money"] else match.end()
    before = _REPORTS.search(match.string, max(0, match.start() - 32), match.start())
    return before is not None or _RESULTS.match(match.string, end) is not None


def _reported(at: Callable[[int], Interval]) -> Meaning:
    """The quarter of results: one that is just over, also where they are still to be published."""
    latest = _latest(at)

    def meaning(context: Context) -> tuple[Interval, ...]:
        over = latest(replace(context, tense="past"))
        if context.tense != "future":
            return over
        coming = latest(context)
        is_due = any((context.written - last.last).days <= _REPORTED_WITHIN for last in over)
        return (*over, *coming) if is_due else (*coming, *over)

    return meaning


_ENDS_QUARTERS: Final = {"march": 1, "june": 2, "september": 3, "december": 4}


@date_rule(
    rf"\b(?:the )?(?:(?P<before>{YEAR}) )?(?:(?:January|April|July|October)(?:{DASH}| to ))?"
    rf"(?P<month>{one_of(_ENDS_QUARTERS)})"
    rf"(?: (?P<between>{YEAR}))?(?: |{DASH})quarter\b(?P<year>(?: of)? {YEAR}"
    r"|(?: of)? (?:last|this|next) year)?",
    signs=["quarter"],
)
def month_quarter(match: re.Match[str]) -> Atoms:
    """The March quarter: January to March."""
    if not match["month"][0].isupper():
        return
    number = _ENDS_QUARTERS[match["month"].lower()]
    at = lambda year: intervals.quarter(year, number)  # noqa: E731
    named = match["before"] or match["between"] or match["year"]
    meaning = year_meaning(f" {named.strip()}", at) if named else _latest(at)
    yield atom(match, "quarter", meaning, dated=bool(named))


@date_rule(
    rf"\b(?:{_OWN}['’]s |the |its |their )?(?P<half>first|second|latter)"
    rf"(?: |{DASH})half\b(?P<money>(?: [a-z-]+)? {_EARNINGS}\b)?(?! of\b)(?P<year> {YEAR})?",
    signs=["half"],
)
def half(match: re.Match[str]) -> Atoms:
    """The first half, of the year named before; not a match's half."""
    year = match["own"] or match["year"]
    if not year and (not _of_business(match) or _MATCH.search(_around(match))):
        return
    number = 1 if match["half"].lower() == "first" else 2
    at = lambda y: intervals.half(y, number)  # noqa: E731
    end = match.start("money") if match["money"] and not match["year"] else match.end()
    meaning = year_meaning(f" {year.strip()}", at) if year else _of_year_named(at)
    yield Atom(match.start(), end, "range", meaning, dated=bool(year), unsure=not year)


@date_rule(rf"\bH(?P<half>[12]) (?P<year>{YEAR})", signs=["h1", "h2"])
def half_year(match: re.Match[str]) -> Atoms:
    """H1 2024."""
    yield atom(match, "range", fixed(intervals.half(int(match["year"]), int(match["half"]))))


@date_rule(
    rf"\b(?:FY ?['’]?|fiscal(?: year)? |(?:the )?{_FISCAL} year )(?P<year>20[0-9]{{2}}|[0-9]{{2}})"
    r"(?P<to>[-–/](?:20)?[0-9]{2})?(?![\w/-])"
    rf"|\b(?:the )?(?P<year2>20[0-9]{{2}})(?P<to2>[-–/](?:20)?[0-9]{{2}})? {_FISCAL} year\b(?!s)",
    signs=["fy", *_ACCOUNTS],
)
def fiscal_year(match: re.Match[str]) -> Atoms:
    """Fiscal 2024, FY24, the 2023-24 financial year: which months it has is the firm's own."""
    number = int(match["year"] or match["year2"]) % 2000 + 2000
    if match["to"] or match["to2"]:
        readings = [intervals.months_from(number, begin, 12) for begin in (4, 7, 10)]
    else:
        readings = [_accounts(number - (begin > 1), begin) for begin in _BEGINNINGS]
        readings.append(_accounts(number, 4))  # as in Japan
    home = beginning_at_home(match)
    if home and home not in _BEGINNINGS:
        readings.append(intervals.months_from(number - 1, home, 12))
    meaning = _as_before(fixed(*sorted(readings, key=lambda year: year.first.month != home)))
    yield Atom(match.start(), match.end(), "year", meaning, dated=True, unsure=True)


def _accounts(year: int, begin: int) -> Interval:
    """The year of accounts that begins with a month of a year."""
    return intervals.year(year) if begin == 1 else intervals.months_from(year, begin, 12)


def _as_before(meaning: Meaning) -> Meaning:
    """Of several years of accounts first the one that ends in the month of one named before."""

    def ordered(context: Context) -> tuple[Interval, ...]:
        anchor, readings = context.anchor, meaning(context)
        if anchor is None or not _is_a_year(anchor):
            return readings
        return tuple(sorted(readings, key=lambda year: year.last.month != anchor.last.month))

    return ordered


def _is_a_year(interval: Interval) -> bool:
    return "/" in interval.text and (interval.last - interval.first).days in {364, 365}


_THIS: Final = (
    r"(?P<which>the|its|their|this|last|next|that|the same|the (?:current|present|last|previous|past|next|coming|new"
    r"|following))"
)


@date_rule(
    rf"\b(?P<by>by |before |until )?{_THIS} (?P<kind>{_FISCAL}) year(?P<end>(?:['’]s |-| )end)?\b(?!['’-])",
    signs=_ACCOUNTS,
)
def year_of_accounts(match: re.Match[str]) -> Atoms:
    """Last financial year; by the end of the financial year: in March, June, September or December."""
    which = match["which"].lower().split()[-1]
    steps = {"last": -1, "previous": -1, "past": -1}.get(which, 0)
    steps = 1 if which in {"next", "coming", "following"} else steps
    order = (4, 7, 1, 10) if match["kind"].lower() == "financial" else (1, 10, 7, 4)
    home = beginning_at_home(match)
    in_order = sorted(order, key=lambda begin: begin != home)
    meaning = _as_before(partial(_years_of_accounts, in_order, steps))
    start = match.start() if match["end"] else match.start("which")
    if match["end"]:
        meaning = partial(_until_the_end if match["by"] else _last_months, meaning)
    dangles = which in {"the", "its", "their", "that", "same"} and not match["end"]
    yield Atom(start, match.end(), "relative", meaning, dangling=dangles, unsure=True)


def _years_of_accounts(order: Iterable[int], steps: int, context: Context) -> tuple[Interval, ...]:
    """The years of accounts that the day of publication lies in, or those before or after."""
    day = context.written
    return tuple(_accounts(day.year + steps - (day.month < begin), begin) for begin in order)


def _last_months(years: Meaning, context: Context) -> tuple[Interval, ...]:
    return tuple(intervals.month(year.last.year, year.last.month) for year in years(context))


def _until_the_end(years: Meaning, context: Context) -> tuple[Interval, ...]:
    return tuple(map(intervals.until, _last_months(years, context)))
