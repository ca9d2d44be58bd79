"""The same time of another year: the same night last year, the same period of 2017, the season before."""

import re
from dataclasses import replace
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import Atoms, Context, atom, date_rule, years_on
from dateline.language.en.dates.intervals import Interval
from dateline.language.en.words import COUNT, read_number

_SAME: Final = (
    r"the (?:same|corresponding|equivalent|comparable) (?:(?P<count>two|three|six|nine|[1-9]|1[01])[ -])?"
    r"(?P<unit>day|date|night|evening|morning|afternoon|weekend|weeks?|months?|quarter|half|season|period|stretch)"
)
_YEARS_BACK: Final = rf"(?P<back>{COUNT}) years? (?:ago|earlier|before|previously)"
_YEAR_BEFORE: Final = r"the (?:year before|(?:previous|preceding|prior) year)"


@date_rule(
    rf"\b(?:(?P<first>last year,? (?:on|at|in) ){_SAME}|{_SAME.replace('<', '<the_')}(?: (?:of |in |during )?"
    rf"(?:(?P<last>last year)|{_YEAR_BEFORE}|(?P<year>[12][0-9]{{3}}))| {_YEARS_BACK}))\b(?!['’-])",
    signs=["the same", "corresponding", "equivalent", "comparable"],
)
def same_of_year(match: re.Match[str]) -> Atoms:
    """The same night last year, the same period of 2017: the one last named, in another year."""
    unit = (match["unit"] or match["the_unit"]).lower()
    count, year = match["count"] or match["the_count"], match["year"]
    back = int(read_number(match["back"])) if match["back"] else 1
    is_last = bool(match["first"] or match["last"])
    same = _Same(unit, count, back, int(year) if year else None, is_last=is_last)
    yield replace(atom(match, "relative", same), unsure=not same.is_of_days)


@date_rule(
    r"\bthe (?:year-earlier|year-ago|prior-year|previous-year) (?P<unit>month|quarter|half|period)\b(?!['’-])",
    signs=["year"],
)
def year_earlier(match: re.Match[str]) -> Atoms:
    """The year-earlier period: the one last named, a year before; without one, of no certain time."""
    same = _Same(match["unit"].lower())
    yield replace(
        atom(match, "relative", lambda context: same(context) if context.stretch else ()),
        unsure=True,
    )


# How many days a stretch named before has that is "the same month", "the same period".
_LENGTHS: Final = {"month": (28, 31), "quarter": (89, 92), "half": (180, 184)}
_OF_DAYS: Final = frozenset(
    {"day", "date", "night", "evening", "morning", "afternoon", "week", "weekend"}
)


@dataclass(frozen=True, slots=True)
class _Same:
    """What was named before, so many years back or in a year; of an unknown stretch, that year."""

    unit: str
    count: str | None = None
    back: int = 1
    year: int | None = None
    is_last: bool = False

    @property
    def is_of_days(self) -> bool:
        return self.unit in _OF_DAYS

    def __call__(self, context: Context) -> tuple[Interval, ...]:
        today = intervals.day(context.written)
        if self.is_of_days:
            anchor = context.anchor or today
            return (_in_year(anchor, self._year_from(anchor, context)),)
        stretch = self._named_before(context)
        if stretch is None:
            return (intervals.year(self._year_from(today, context)),)
        year = self._year_from(stretch, context)
        return (years_on(stretch, year - stretch.first.year), intervals.year(year))

    def _year_from(self, anchor: Interval, context: Context) -> int:
        year = self.year or anchor.first.year - self.back
        return min(year, context.written.year - 1) if self.is_last else year

    def _named_before(self, context: Context) -> Interval | None:
        unit = self.unit.rstrip("s")
        stretch, anchor = context.stretch, context.anchor or intervals.day(context.written)
        least, most = _LENGTHS.get(unit, (5, 366))
        count = int(read_number(self.count)) if self.count else 1
        if stretch and least * count <= (stretch.last - stretch.first).days + 1 <= most * count:
            return stretch if len(stretch.text) != len("2024") else None
        if unit != "month" or self.count:
            return None
        is_one = anchor.first.replace(day=1) == anchor.last.replace(day=1)
        return intervals.shift(anchor, "month", 0) if is_one else None


def _in_year(anchor: Interval, year: int) -> Interval:
    moved = [
        intervals.in_year(day, year + day.year - anchor.first.year)
        for day in (anchor.first, anchor.last)
    ]
    first, last = (intervals.day(day) for day in moved)
    if len(anchor.text) == 7:
        return intervals.month(year, anchor.first.month)
    return first if anchor.first == anchor.last else intervals.span(first, last)


def season_from(steps: int, context: Context) -> tuple[Interval, ...]:
    """The season before the 2016-17 season, or before that of 2016, which may be of two years."""
    anchor = context.anchor
    if anchor is None or set(map(len, anchor.text.split("/"))) != {len("2016")}:
        return ()
    year = years_on(anchor, steps)
    if "/" in anchor.text:
        return (year,) if anchor.last.year == anchor.first.year + 1 else ()
    first = year.first.year
    both = (intervals.span(intervals.year(at), intervals.year(at + 1)) for at in (first - 1, first))
    return (year, *both)
