"""How long something lasted: the time between two days that one paragraph names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.basis.findings import read_dates
from dateline.checking.claims.grounds.statements import Statements, Surroundings, is_publication
from dateline.checking.claims.grounds.word_stems import stems
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate, known_date
from dateline.facts.hedges import Hedge
from dateline.facts.records import Event
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# The days of a unit, and how far from a number of them a time may be.
_DAYS: Final = {"day": (1.0, 0.0), "week": (7.0, 0.15), "month": (30.44, 0.3)}


def is_time_between(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether a number of days, weeks or months is that from one day to another, with it or without."""
    if claimed.low is None or claimed.low != claimed.high or claimed.unit not in _DAYS:
        return False
    return any(
        _is_true(claimed, days) for apart in _days_apart(statements) for days in (apart, apart + 1)
    )


def is_months_ago(value: Decimal, hedge: Hedge | None, statements: Statements) -> bool:
    """Whether it is the time from a day that the article names to its publication: “almost five months”."""
    published = [date.start for date, place in statements.dates if not (place.span or place.fact)]
    days = {date.start for date, _ in statements.dates if date.start and date.start.day}
    length, leeway = _DAYS["month"]
    for now in published[:1] if hedge in (None, Hedge.NEARLY, Hedge.ABOUT, Hedge.MORE_THAN) else ():
        spans = [(now.first_day - day.first_day).days / length for day in days if now]
        if any(abs(float(value) - span) < leeway for span in spans):
            return True
    return False


def is_years_apart(value: Decimal, statements: Statements) -> bool:
    years = {end.year for end in statements.bounds}
    return any(year + int(value) in years for year in years)


def is_length(claimed: FoundQuantity, near: Surroundings, statements: Statements) -> bool:
    """Whether the article counts so much from or to a day, or it lies between two days and nothing else is given."""
    if _is_time_ago(claimed, statements):
        return True
    return not _is_given(claimed, near, statements) and is_time_between(claimed, statements)


def _is_given(claimed: FoundQuantity, near: Surroundings, statements: Statements) -> bool:
    """Whether the words of the text’s own facts, or their paragraphs, give a length in that unit."""
    return any(
        said.unit == claimed.unit and place.span and near.level(place) in ("own", "paragraph")
        for said, place in statements.quantities
    )


def _is_time_ago(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether the article counts back or on by so much: “six weeks”, of “six weeks ago”."""
    if claimed.unit not in (*_DAYS, "year"):
        return False
    counted = re.compile(
        rf"\b{re.escape(claimed.text)} (?:ago|earlier|later|before)\b", re.IGNORECASE
    )
    return any(counted.search(place.text) for _, place in statements.dates if place.span)


def is_time_from_publication(
    claimed: FoundQuantity, statements: Statements, near: Surroundings
) -> bool:
    """Whether it is the time from publication to a day that the evidence names: “nine days”, until Nov. 23."""
    if claimed.low is None or claimed.low != claimed.high or claimed.unit not in _DAYS:
        return False
    written = [date.start for date, place in statements.dates if is_publication(place)]
    days = [
        end.first_day
        for date, place in statements.dates
        if place.span and near.level(place) in ("own", "fact", "paragraph")
        for end in date.bounds
        if end.day
    ]
    return any(
        _is_true(claimed, abs((day - now.first_day).days)) for now in written if now for day in days
    )


def _is_true(claimed: FoundQuantity, days: float) -> bool:
    """Whether a length is true of so many days; “just under 30 weeks” of 29.6."""
    length, leeway = _DAYS[claimed.unit or "day"]
    over = days / length - float(claimed.low or 0)
    match claimed.hedge:
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return -leeway <= over < 1
        case Hedge.NEARLY | Hedge.UP_TO | Hedge.FEWER_THAN:
            return -1 < over <= leeway
        case _:
            return abs(over) <= leeway


def lasts_otherwise(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether a number of weeks or months is the time between no two days, nor any length that is given."""
    if claimed.unit not in ("week", "month") or claimed.low is None or claimed.hedge is None:
        return False
    days = sorted({end.first_day.toordinal() for end in statements.bounds if end.day})
    if len(days) < _FEW or any(_is_about(claimed, said) for said, _ in statements.quantities):
        return False
    return not any(_is_roughly(claimed, last - first) for first, last in combinations(days, 2))


def _is_about(claimed: FoundQuantity, said: FoundQuantity) -> bool:
    """Whether a length is given in the same unit or another: 90 days of three months."""
    each = _IN_DAYS.get(said.unit or "")
    return (
        each is not None and said.low is not None and _is_roughly(claimed, float(said.low) * each)
    )


def _is_roughly(claimed: FoundQuantity, days: float) -> bool:
    return abs(days / _DAYS[claimed.unit or "day"][0] - float(claimed.low or 0)) < 1


# So many days must be known before they tell how long something lasted.
_FEW: Final = 3
_IN_DAYS: Final = {
    **{unit: days for unit, (days, _) in _DAYS.items()},
    "quarter": 91.3,
    "year": 365.25,
}


_TO_EVENT: Final = compile_later(r"\s+(?:after|before|from|until)\s+(?P<event>[^.;:]+)")


def is_time_to_event(
    claimed: FoundQuantity, text: str, near: Surroundings, briefing: Briefing
) -> bool:
    """Whether it lies between the text’s own event and one that it names: “18 days after the vote”."""
    named = _TO_EVENT.match(text, claimed.end)
    if named is None or claimed.low is None or claimed.unit not in _DAYS:
        return False
    words = stems(named["event"])
    own = [day for event in briefing.events if event.id in near.own for day in _days_of(event)]
    there = [
        day
        for event in briefing.events
        if event.id not in near.own and set(words) & set(stems(event.title))
        for day in _days_of(event)
    ]
    return any(_is_true(claimed, abs(second - first)) for first in own for second in there)


def is_months_between(
    claimed: FoundQuantity, text: str, near: Surroundings, briefing: Briefing
) -> bool:
    """Whether so many months lie between that of the text’s own event and that of publication, or of what it names."""
    is_of_months = claimed.unit == "month" and claimed.hedge in _ABOUT
    if claimed.low is None or not (is_of_months or claimed.unit == "year"):
        return False
    own = [event for event in briefing.events if event.id in near.own]
    named = _TO_EVENT.match(text, claimed.end)
    words = frozenset(stems(named["event"])) if named else frozenset()
    others = [event for event in briefing.events if words & frozenset(stems(event.title))]
    dates = [date for event in others for date in dates_of(event)]
    dates += [known_date(each) for found in read_dates(text, briefing) for each in found.readings]
    if named is None:
        dates.append(known_date(f"{briefing.front.published:%Y-%m-%d}"))
    there = {month for date in dates for month in months_of(date.bounds)}
    here = {month for event in own for date in dates_of(event) for month in months_of(date.bounds)}
    apart = {abs(first - second) for first in here for second in there}
    if claimed.unit == "year":
        return any(_is_true_of_years(claimed, months) for months in apart)
    return claimed.low in apart


def _is_true_of_years(claimed: FoundQuantity, months: int) -> bool:
    """Whether so many months are a number of years, as its hedge says: 13 of them about one."""
    over = months - 12 * int(claimed.low or 0)
    match claimed.hedge:
        case Hedge.ABOUT:
            return abs(over) <= _FEW_MONTHS
        case Hedge.MORE_THAN:
            return 0 < over < 2 * _FEW_MONTHS
        case Hedge.NEARLY:
            return -_FEW_MONTHS <= over < 0
        case _:
            return False


_FEW_MONTHS: Final = 2
_ABOUT: Final = (None, Hedge.ABOUT)


def months_of(ends: Iterable[CivilDate]) -> Iterator[int]:
    """The months of those that name one, all counted from the same."""
    return (12 * end.year + end.month for end in ends if end.month)


def _days_of(event: Event) -> Iterator[int]:
    for date in dates_of(event):
        for end in date.bounds:
            if end.day:
                yield end.first_day.toordinal()


def _days_apart(statements: Statements) -> Iterator[int]:
    named: dict[int, set[CivilDate]] = defaultdict(set)
    for date, place in statements.dates:
        if place.span:
            named[place.span.block] |= {end for end in date.bounds if end.day}
    for days in named.values():
        for first, second in combinations(days, 2):
            yield abs((second.first_day - first.first_day).days)
