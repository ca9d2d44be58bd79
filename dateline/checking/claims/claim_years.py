"""Years and months from one date to another: “nearly 39 years before”, of December 1987 and November 2026."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Final

from dateline.checking.agreement.date_agreement import dates_of
from dateline.checking.claims.statements import Statements, Surroundings
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date
from dateline.facts.hedges import Hedge
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_MONTHS: Final = {"year": 12, "month": 1}
_DAYS: Final = Decimal("30.437")
_APART: Final = compile_later(r"\s+(?:before|after|earlier|later|apart|since|until)\b")
_YEARS: Final = compile_later(r"\b(?:years?|decades?|century|centuries)\b(?!-old| old)")


def is_time_apart(claimed: FoundQuantity, text: str) -> bool:
    """Whether it says how long before or after something else something was."""
    return claimed.unit in _MONTHS and _APART.match(text, claimed.end) is not None


def is_age(found: FoundQuantity) -> bool:
    """Whether years are said as those of an age: “34-year-old”, “children under three”, “Abella, 29”."""
    return found.unit == "year" and _YEARS.search(found.text) is None


def without_ages(statements: Statements, claimed: FoundQuantity) -> Statements:
    """The statements without ages that say it otherwise: of a time apart nothing is said by “children under three”."""
    kept = [
        said
        for said in statements.quantities
        if not is_age(said[0]) or (claimed.hedge is None and said[0].hedge is None)
    ]
    return replace(statements, quantities=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Apart:
    """How many months two dates are apart, at least and at most."""

    least: Decimal
    most: Decimal

    def fit(self, claimed: FoundQuantity, months: Decimal) -> bool:
        """Whether a length is true of them; one in years is rounded to years, as its hedge says."""
        step = Decimal(_MONTHS[claimed.unit or "year"])
        match claimed.hedge:
            case Hedge.MORE_THAN | Hedge.AT_LEAST:
                return self.most >= months and self.least < months + step
            case Hedge.NEARLY | Hedge.UP_TO | Hedge.FEWER_THAN:
                return self.least <= months and self.most > months - step
            case Hedge.ABOUT:
                return self.most > months - step / 2 and self.least < months + step / 2
            case _:
                return self.most >= months and self.least < months + step


def are_years_apart(
    claimed: FoundQuantity,
    text: str,
    near: Surroundings,
    statements: Statements,
    briefing: Briefing,
) -> bool:
    """Whether it is the time between a date of the text’s own event, or else any, and another one."""
    if not is_time_apart(claimed, text) or claimed.low is None or claimed.low != claimed.high:
        return False
    months = claimed.low * _MONTHS[claimed.unit or "year"]
    every = [date for date, _ in statements.dates if _is_known(date)]
    own = [
        date
        for event in briefing.events
        if event.id in near.own
        for date in dates_of(event)
        if _is_known(date)
    ]
    return any(
        apart.fit(claimed, months)
        for first, second in product(own or every, every)
        for apart in _between(first, second)
    )


def _is_known(date: Date) -> bool:
    """Whether a date is known to the month at least."""
    return all(end is not None and end.month for end in (date.start, date.end))


def _days_of(date: Date) -> tuple[int, int]:
    assert date.start
    assert date.end
    return date.start.begins, date.end.ends


def _between(first: Date, second: Date) -> Iterator[_Apart]:
    earlier, later = sorted(map(_days_of, (first, second)))
    if later[0] > earlier[1]:
        least, most = later[0] - earlier[1], later[1] - earlier[0]
        yield _Apart(least=least / _DAYS, most=most / _DAYS)
