"""The same in other terms: seventy days of ten weeks, or “under 53 of a quota of 212” of less than a quarter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import SaidQuantity, Statements
from dateline.checking.claims.reckoning.arithmetic import is_hedge
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# How many of a unit another has; of measures no number is rounded away.
_UNITS: Final = (
    ("day", "week", 7), ("month", "year", 12), ("year", "decade", 10), ("hour", "day", 24), ("minute", "hour", 60),
    ("centimetre", "metre", 100), ("millimetre", "centimetre", 10), ("millimetre", "metre", 1000),
    ("metre", "kilometre", 1000), ("gram", "kilogram", 1000), ("kilogram", "tonne", 1000),
    ("millilitre", "litre", 1000),
)  # fmt: skip
_METRIC: Final = frozenset(
    (small, large)
    for small, large, count in _UNITS
    if count in (10, 100, 1000) and large != "decade"
)
_OF: Final = compile_later(r"\s+of\s+(?:\w+\s+){0,3}")


def in_other_units(claimed: FoundQuantity) -> Iterator[FoundQuantity]:
    """The same in a larger or smaller unit: a length of time where it is a whole number, a measure exactly."""
    low, high = claimed.low, claimed.high
    if low is None or high is None or claimed.pair:
        return
    for small, large, count in _UNITS:
        is_metric = (small, large) in _METRIC
        if claimed.unit == small and (is_metric or not (low % count or high % count)):
            yield replace(claimed, low=low / count, high=high / count, unit=large)
        if claimed.unit == large:
            yield replace(claimed, low=low * count, high=high * count, unit=small)


def hedged_share(
    claimed: FoundQuantity, text: str, statements: Statements
) -> Sequence[SaidQuantity]:
    """The shares, hedged alike, that a number is of the one that the text names as its whole."""
    wholes = [
        whole.low
        for whole in read_quantities(text)
        if whole.low and _OF.fullmatch(text, claimed.end, whole.start)
    ]
    if claimed.hedge is None or claimed.low is None or claimed.low != claimed.high:
        return ()
    shares = {100 * claimed.low / Decimal(whole) for whole in wholes}
    return [
        said
        for said in statements.quantities
        if said[0].unit == "share"
        and is_hedge(claimed.hedge, said[0].hedge)
        and in_percent(said[0]).low in shares
    ]
