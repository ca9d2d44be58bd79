"""A quantity that was found in prose, as the fields of a sheet write it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.unit_agreement import units_of
from dateline.facts.hedges import without_hedge
from dateline.facts.quantities import Amount, QuantityError, parse_amount, show_amount
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_MAGNITUDE: Final = compile_later(
    r".*\b(?:dozen|score|hundred|thousand|million|billion|trillion|lakh|crore)s?\b",
    re.IGNORECASE,
)
_INDIAN: Final = compile_later(r"[0-9][0-9.,]*[ -](?:lakh crore|lakh|crore)", re.IGNORECASE)
# An end of a pair that a hyphen joins to the other: 8-3, 6.5-3.5.
_SHORT: Final = compile_later(r"[0-9]{1,3}(?:\.5)?")
_MOST_PARTS: Final = 100


def fields_of_quantity(found: FoundQuantity, used: Sequence[str] = ()) -> dict[str, str]:
    """Value, unit and hedge; a share is a fraction, which says it exactly and has no unit.

    Of money without a country, the unit is that of the figures that a sheet has, the most `used`
    first. It is left blank where the words may mean several: pounds are money or a weight.
    """
    value, units = write_value(found), units_of(found)
    if value is None:
        value, units = without_hedge(found.text), ()
    fields = {"value": value}
    if units and units != ("share",):
        fields["unit"] = _likeliest(units, used)
    return fields | ({"hedge": found.hedge.value} if found.hedge else {})


def _likeliest(units: Sequence[str], used: Sequence[str]) -> str:
    by_money = {unit.partition("/")[0]: unit for unit in units}
    meant = next((by_money[code] for code in used if code in by_money), None)
    is_usual = len(units) == 1 or units[0].partition("/")[0] in (
        "USD",
        "INR",
        "CHF",
        "RON",
        "TRY",
        "ZMW",
        "AZN",
    )
    return meant or (units[0] if is_usual else "")


def write_value(found: FoundQuantity) -> str | None:
    """The value as an editor would write it; None where that would not be exact."""
    if found.low is None or found.high is None:
        return _words_of(found)
    if found.pair:
        return _in_order(found.low, found.high)
    if found.unit == "share" and found.low == found.high:
        return _fraction(found.low) or _so_many_in(found)
    if found.low == -found.high and found.high:
        return f"±{_shown(found.high, found.high)}"
    if (indian := _INDIAN.search(found.text)) and _reads_as(found, indian[0]):
        return indian[0]
    shown = _shown(found.low, found.high)
    return shown if _reads_as(found, shown) else None


def _reads_as(found: FoundQuantity, value: str) -> bool:
    try:
        read = parse_amount(value)
    except QuantityError:
        return False
    return (read.low, read.high) == (found.low, found.high)


def _words_of(found: FoundQuantity) -> str:
    text = without_hedge(found.text)
    magnitude = _MAGNITUDE.match(text)
    return magnitude[0] if magnitude else text.removesuffix(f" {found.unit}")


def _in_order(first: Decimal, second: Decimal) -> str:
    """A pair; one that rises, with a hyphen, would be a range."""
    ends = f"{first:f}", f"{second:f}"
    is_plain = first >= second and all(_SHORT.fullmatch(end) for end in ends)
    return ("-" if is_plain else " against ").join(ends)


def _fraction(value: Decimal) -> str | None:
    """The fraction with the fewest parts that is exactly the value: 3/8."""
    for parts in range(2, _MOST_PARTS + 1):
        part = (value * parts).to_integral_value()
        if 0 < part < parts and part / parts == value:
            return f"{part}/{parts}"
    return None


def _so_many_in(found: FoundQuantity) -> str | None:
    """“212 in 31,806” of “212 votes out of 31,806”: a share that no simple fraction is exactly."""
    both = _SOME_OF_ALL.fullmatch(without_hedge(found.text))
    value = f"{both[1]} in {both[2]}" if both else ""
    return value if both and _reads_as(found, value) else None


_SOME_OF_ALL: Final = compile_later(r"([0-9][0-9,]*)\b.* ([0-9][0-9,]*)")


def _shown(low: Decimal, high: Decimal) -> str:
    return show_amount(Amount(text="", low=low, high=high), None).plain
