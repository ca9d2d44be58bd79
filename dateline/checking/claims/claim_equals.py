"""The same in other terms: seventy days of ten weeks, or “under 53 of a quota of 212” of less than a quarter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.claim_arithmetic import is_hedge
from dateline.checking.claims.statements import SaidQuantity, Statements
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# How many of a unit another has.
_UNITS: Final = (
    ("day", "week", 7), ("month", "year", 12), ("year", "decade", 10), ("hour", "day", 24), ("minute", "hour", 60),
)  # fmt: skip
_OF: Final = compile_later(r"\s+of\s+(?:\w+\s+){0,3}")


def in_other_units(claimed: FoundQuantity) -> Iterator[FoundQuantity]:
    """A length of time in the next larger unit, and in the next smaller one, where it is a whole number of it."""
    low, high = claimed.low, claimed.high
    if low is None or high is None or claimed.pair:
        return
    for small, large, count in _UNITS:
        if claimed.unit == small and not (low % count or high % count):
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
