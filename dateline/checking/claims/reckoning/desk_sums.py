"""Sums that a desk does without saying so: the others of a whole, how long a sum lasts, how much that is a month."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.unit_agreement import rate_of, same_unit
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.reckoning.arithmetic import (
    is_hedge,
    is_near_result,
    is_near_share,
    is_single,
)
from dateline.checking.claims.reckoning.shares_before import of_the_rest
from dateline.facts.hedges import Hedge
from dateline.facts.units import is_measured
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_WHOLE: Final = 100
# Who did not do what the others did.
_NOT_SO: Final = compile_later(
    r"\b(?:not|n[o']t|n’t|never|none|nothing|without|away|absent|abstain\w*|miss(?:ed|es|ing)?|fail(?:ed|s)?"
    r"|others?|rest|refused?|declin(?:ed|es)|lack(?:s|ed)?|neither)\b"
)


def is_share_of_others(
    claimed: FoundQuantity, text: str, numbers: Iterable[FoundQuantity], label: str
) -> bool:
    """Whether it is what a share of its fact leaves, of who did not do the same: “two-thirds stayed away”."""
    value = in_percent(claimed).low
    if claimed.unit not in ("share", "percent") or value is None:
        return False
    is_left = _OTHER.search(text, 0, claimed.start) is not None
    says_not = is_left or _NOT_SO.search(text, claimed.end, claimed.end + _AFTER) is not None
    return says_not != bool(_NOT_SO.search(label)) and any(
        own.unit in ("share", "percent")
        and is_hedge(claimed.hedge, of_the_rest(own.hedge))
        and abs(_WHOLE - (in_percent(own).low or 0) - value) < 1
        for own in numbers
    )


# So far after a share it is said what its people did.
_AFTER: Final = 80
_OTHER: Final = compile_later(
    r"\b(?:the|all|its|their) (?:other|remaining|rest of the) $", re.IGNORECASE
)


def is_other_part(
    claimed: FoundQuantity, text: str, beside: Iterable[tuple[FoundQuantity, FoundQuantity]]
) -> bool:
    """Whether it is “the other 16” of a sentence that has 41 of 57, or “16 of them were not”."""
    end = claimed.end
    is_of_them = _OF_THEM.match(text, end) and _NOT_SO.search(text, end, end + _AFTER)
    is_other = is_of_them or _OTHER.search(text, 0, claimed.start)
    if claimed.hedge or not is_other or _is_measure(claimed):
        return False
    return any(
        part.low and whole.low and abs(whole.low - part.low) == claimed.low
        for part, whole in beside
        if not (_is_measure(part) or _is_measure(whole))
    )


_OF_THEM: Final = compile_later(r"\s+of (?:them|those|these)\b")


def is_share_of_them(
    claimed: FoundQuantity, text: str, beside: Iterable[tuple[FoundQuantity, FoundQuantity]]
) -> bool:
    """Whether it is the share of “them” that the sentence of their number has: seven in ten, of 57 and 41."""
    if claimed.unit not in ("share", "percent") or not _OF_THEM.match(text, claimed.end):
        return False
    return any(
        is_near_share(claimed, _WHOLE * part.low / whole.low)
        for whole, part in beside
        if part.low and whole.low and part.low < whole.low
        if not (_is_measure(part) or _is_measure(whole))
    )


def is_rate_or_time(claimed: FoundQuantity, text: str, numbers: Sequence[FoundQuantity]) -> bool:
    """Whether a text has a sum and a time, or a sum and a rate, that give it: £7m at £5m a year is 1.4 years."""
    written = [each for each in read_quantities(text) if each.start != claimed.start]
    rate = rate_of(claimed.unit) if claimed.unit else None
    if rate:
        results = _ratios(written, written, lambda a, b: a == rate.unit and same_unit(b, rate.per))
    else:
        results = _ratios([*written, *numbers], written, lambda a, b: _lasts(a, b, claimed.unit))
    return any(_is_roughly(claimed, result) for result in results)


def _lasts(amount: str, rate: str, time: str | None) -> bool:
    of = rate_of(rate)
    return of is not None and time is not None and of.unit == amount and same_unit(of.per, time)


def _ratios(
    amounts: Iterable[FoundQuantity],
    others: Sequence[FoundQuantity],
    go_together: Callable[[str, str], bool],
) -> Iterator[Decimal]:
    for amount, other in product(amounts, others):
        if not (is_single(amount) and is_single(other) and amount.unit and other.unit):
            continue
        if amount.low and other.low and go_together(amount.unit, other.unit):
            yield amount.low / other.low


def _is_roughly(claimed: FoundQuantity, result: Decimal) -> bool:
    """Whether a number is so much, or above or below it by up to a fifth, as its hedge says."""
    value = claimed.low or Decimal(0)
    match claimed.hedge:
        case None:
            return is_near_result(claimed, result)
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return value < result <= value * _FIFTH_MORE
        case Hedge.ABOUT:
            return abs(value - result) * 20 <= value
        case _:
            return result < value <= result * _FIFTH_MORE


_FIFTH_MORE: Final = Decimal("1.2")


def _is_measure(found: FoundQuantity) -> bool:
    return is_measured(found.unit or "")
