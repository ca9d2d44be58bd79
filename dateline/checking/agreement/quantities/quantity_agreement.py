"""Whether two texts say the same quantity: a sheet and its evidence, a headline and the article."""

from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.currencies import is_coin_of
from dateline.checking.agreement.quantities.unit_agreement import (
    UnitMatch,
    match_units,
    measure_name,
    rate_of,
    same_per,
    units_of,
)
from dateline.facts.hedges import Hedge, without_hedge
from dateline.facts.quantities import Amount
from dateline.facts.units import unit_name
from dateline.facts.wording import even, find_words
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A quantity in a sheet, in the terms in which one is found in prose."""

    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    hedge: Hedge | None
    pair: bool = False


def stated(amount: Amount, unit: str | None, hedge: Hedge | None) -> Stated:
    return Stated(
        text=amount.text,
        low=amount.low,
        high=amount.high,
        unit=unit,
        hedge=hedge,
        pair=amount.pair,
    )


def is_value(amount: Amount, found: FoundQuantity) -> bool:
    """Whether a number, a range or a pair is the one that was found; "3-8" is either."""
    is_alike = amount.may_be_pair if found.pair else not amount.pair
    return is_alike and (amount.low, amount.high) == (found.low, found.high)


def is_negative_of(amount: Amount, found: FoundQuantity) -> bool:
    """Whether only the sign differs: -8 and "fell 8%"."""
    if amount.low is None or amount.high is None or amount.pair or found.pair:
        return False
    return (-amount.high, -amount.low) == (found.low, found.high)


def same_value(claim: Stated | FoundQuantity, support: FoundQuantity) -> bool:
    """Whether two values are equal: numbers, both ends of a range, or the words without digits.

    A half is 50 percent. A pair, such as a score, equals no range.
    """
    if claim.low is None or support.low is None:
        return _same_words(claim.text, support.text)
    scale = _scale(claim, support)
    ends = (scale * support.low, None if support.high is None else scale * support.high)
    return (claim.low, claim.high) == ends and claim.pair == support.pair


def match_unit(claim: Stated | FoundQuantity, support: FoundQuantity) -> UnitMatch:
    if _scale(claim, support) != 1:
        return "same"
    # "3/8 of the bakeries": a sheet has the noun, the sentence the share.
    is_fraction = support.unit == "share" and not (claim.unit and measure_name(claim.unit))
    if is_fraction:
        return "near"
    theirs = units_of(support)
    if isinstance(claim, FoundQuantity) and len(mine := units_of(claim)) > 1:
        # "$5m" is said of "$5m" and of "A$5m".
        own = {unit_name(unit) for unit in theirs}
        if own & set(mine):
            return "same"
    return match_units(claim.unit, theirs)


def _scale(claim: Stated | FoundQuantity, support: FoundQuantity) -> Decimal:
    """What the number of the support is multiplied by: a half is 50 percent."""
    rates = [rate_of(unit) if unit else None for unit in (claim.unit, support.unit)]
    if rates[0] and rates[1] and not same_per(rates[0].per, rates[1].per):
        return Decimal(1)
    units = [
        rate.unit if rate else unit
        for rate, unit in zip(rates, (claim.unit, support.unit), strict=True)
    ]
    names = [measure_name(unit) if unit else None for unit in units]
    if any(rates) and not all(rates):
        return Decimal(1)
    if names == ["percent", "share"]:
        return Decimal(100)
    if names[0] and names[1] and names[0] != names[1]:
        if is_coin_of(names[1], names[0]):
            return Decimal("0.01")
        if is_coin_of(names[0], names[1]):
            return Decimal(100)
    return Decimal("0.01") if names == ["share", "percent"] else Decimal(1)


_MAGNITUDE: Final = compile_later(
    r".*\b(?:dozen|score|hundred|thousand|million|billion|trillion|lakh|crore)s?\b"
)


def _same_words(claim: str, support: str) -> bool:
    """Whether two values in words are the same, apart from their hedges and what they count."""
    words, others = (even(without_hedge(text).casefold()) for text in (claim, support))
    magnitudes = [_MAGNITUDE.match(each.text) for each in (words, others)]
    if magnitudes[0] and magnitudes[1]:
        return magnitudes[0][0] == magnitudes[1][0]
    return bool(find_words(words, others) or find_words(others, words))
