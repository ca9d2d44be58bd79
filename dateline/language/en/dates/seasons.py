"""Seasons: summer 2016, last winter, two autumns ago; in the south winter is in July."""

import re
from collections.abc import Callable
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
    full_year,
    near,
    yearly,
)
from dateline.language.en.dates.homes import lies_south
from dateline.language.en.dates.intervals import Interval
from dateline.language.en.words import (
    COUNT,
    DASH,
    read_number,
)
from dateline.patterns import compile_later

_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
_NEAR: Final = frozenset({"last", "this", "next", "that", "the previous", "the following"})
_PART_OF_SPAN: Final = frozenset({"last", "this", "next", "that", "the"})
# “The depth of the fall” is of a fall.
_A_FALL: Final = compile_later(
    r"\b(?:depth|height|length|speed|scale|size|extent|cause|time|day|site|place|scene|victims?) $",
    re.IGNORECASE,
)
# “The fall in sales”, but “in the fall in Vermont”, “this fall in the north” and “last fall in bars”.
_FALL_OF: Final = compile_later(r" (?:in|of|from|by|to) (?!(?:the )?[A-Z]|[0-9])")
_FALL_OF_WHAT: Final = compile_later(r" in (?!(?:the|an?|our|its|their|your|my|his|her) |[A-Z0-9])")
_BEFORE_FALL: Final = frozenset({"last", "this", "next", "that", "in the", "of the", "by the"})


@date_rule(
    r"\b(?:(?P<which>last|this|next|that|the coming|the previous|the following|the next|in the"
    r"|over the|during the|of the"
    r"|by the|since the|until the|in) )?(?:early |late "
    rf"|mid-)?{_SEASON}\b(?:(?: of)?,? (?P<year>{YEAR}(?:(?:{DASH}|/)[0-9]{{2}}(?![0-9]))?"
    rf"|'[0-9]{{2}}(?![0-9])))?(?! (?:olympics|games|paralympics|school|schedule|timetable|collection"
    r"|camp|term|holidays?|onions?|break|court|street|down|short|apart|in love|tides?|onions|due|below|behind|ill)\b)",
    signs=["spring", "summer", "autumn", "fall", "winter"],
)
def season(match: re.Match[str]) -> Atoms:
    """Summer 2016, last winter, in the spring; "a summer holiday" is not a date."""
    name, which = match["season"], (match["which"] or "").lower()
    start = match.start("season")
    if which:
        first = which.split()[0]
        start = match.start() + (0 if first in _PART_OF_SPAN else len(first) + 1)
    if not (match["year"] or which) or (name.lower() == "fall" and which and _falls(match, which)):
        return
    southern, northern = (
        _season_meaning(match["year"], which, partial(intervals.season, name=name, southern=south))
        for south in (True, False)
    )
    is_southern = lies_south(match)

    def meaning(context: Context) -> tuple[Interval, ...]:
        may_be_southern = context.southern or is_southern
        return (*(southern(context) if may_be_southern else ()), *northern(context))

    says_which = which in {"last", "next"}
    dated, unsure = bool(match["year"]), is_southern or not says_which
    yield Atom(start, match.end(), "season", meaning, dated=dated, which=says_which, unsure=unsure)


def _falls(match: re.Match[str], which: str) -> bool:
    """Whether a fall is of what went down, and no season."""
    if which not in _BEFORE_FALL:
        return True
    if which == "of the" and _A_FALL.search(match.string, 0, match.start()):
        return True
    of = _FALL_OF if which.endswith(" the") else _FALL_OF_WHAT
    is_of_year = bool(match["year"]) or which in ("last", "next")
    return not is_of_year and of.match(match.string, match.end()) is not None


@date_rule(
    rf"\b(?P<count>{COUNT}) (?P<season>spring|summer|autumn|fall|winter)s ago\b", signs=["s ago"]
)
def seasons_ago(match: re.Match[str]) -> Atoms:
    """Two summers ago."""
    at, count = partial(intervals.season, name=match["season"]), int(read_number(match["count"]))

    def meaning(context: Context) -> tuple[Interval, ...]:
        begun = [
            season for season in around(at, context.written.year) if season.first <= context.written
        ]
        last = begun[-1].first.year - (begun[-1].last >= context.written)
        return (at(last - count + 1), at(context.written.year - count))

    yield atom(match, "season", meaning)


def _season_meaning(year: str | None, which: str, at: Callable[[int], Interval]) -> Meaning:
    if year is None:
        return near(at, which) if which in _NEAR else yearly(at)
    first, *second = re.split(r"(?<=[0-9]{4}).", year.lstrip("'’"))
    number = full_year(first)
    return fixed(at(number)) if second else partial(_season_of, at, number)


def _season_of(at: Callable[[int], Interval], year: int, context: Context) -> tuple[Interval, ...]:
    """That of a year; of a winter of two years the one that begins in it, or the one that ends in it."""
    begun, ended = at(year), at(year - 1)
    if ended.last.year < year:
        return (begun,)
    is_to_come = begun.first > context.written and context.tense != "future"
    return (ended, begun) if is_to_come else (begun, ended)
