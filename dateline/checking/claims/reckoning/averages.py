"""So much a year or a day, of a sum over several: “£10.4m a year”, of £31.2m in three years."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.unit_agreement import rate_of, same_unit
from dateline.checking.basis.findings import number_of, read_quantities
from dateline.checking.claims.reckoning.arithmetic import is_near_result, is_single
from dateline.checking.claims.reckoning.named_figures import as_amount
from dateline.facts.records import Figure, FigureKind
from dateline.language import FoundQuantity

_DAYS: Final = {"day": Decimal(1), "week": Decimal(7), "year": Decimal("365.25")}
_MONTHS: Final = 12


def is_average(claimed: FoundQuantity, figures: Iterable[tuple[Figure, str]]) -> bool:
    """Whether it is a figure’s number divided by the time that its period, its label or its words give."""
    rate = rate_of(claimed.unit) if claimed.unit else None
    if rate is None:
        return False
    return any(
        is_near_result(claimed, (as_amount(number_of(figure)).low or Decimal(0)) / count)
        for figure, words in figures
        if figure.unit and same_unit(figure.unit, rate.unit) and _is_sum(figure, claimed)
        for count in _counts(figure, words, rate.per)
    )


def _is_sum(figure: Figure, claimed: FoundQuantity) -> bool:
    is_hedged = figure.hedge not in (None, claimed.hedge) and figure.kind != FigureKind.LEGAL_LIMIT
    return is_single(as_amount(number_of(figure))) and not is_hedged


def _counts(figure: Figure, words: str, per: str) -> Iterator[Decimal]:
    """How many of a time it is for: days of its period, and “three seasons” of its label or words."""
    period = figure.period
    if period and period.start and period.end:
        days = period.end.ends - period.start.begins + 1
        if per in _DAYS:
            yield days / _DAYS[per]
        if per == "month":
            yield days * _MONTHS / _DAYS["year"]
    for said in (*read_quantities(figure.label), *read_quantities(words)):
        if said.unit and same_unit(said.unit, per) and is_single(said) and said.low:
            yield said.low
