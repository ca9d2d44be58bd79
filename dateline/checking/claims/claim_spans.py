"""How long something lasted: the time between two days that one paragraph names."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from dateline.checking.claims.statements import Statements
from dateline.facts.dates import CivilDate
from dateline.language import FoundQuantity

# The days of a unit, and how far from a number of them a time may be.
_DAYS: Final = {"day": (1.0, 0.0), "week": (7.0, 0.15), "month": (30.44, 0.3)}


def is_time_between(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether a number of days, weeks or months is that from one day to another, with it or without."""
    if claimed.low is None or claimed.low != claimed.high or claimed.unit not in _DAYS:
        return False
    length, leeway = _DAYS[claimed.unit]
    wanted = float(claimed.low) * length
    return any(
        abs(wanted - days) <= leeway * length
        for apart in _days_apart(statements)
        for days in (apart, apart + 1)
    )


def _days_apart(statements: Statements) -> Iterator[int]:
    named: dict[int, set[CivilDate]] = defaultdict(set)
    for date, place in statements.dates:
        if place.span:
            named[place.span.block] |= {end for end in (date.start, date.end) if end and end.day}
    for days in named.values():
        for first, second in combinations(days, 2):
            yield abs((second.first_day - first.first_day).days)
