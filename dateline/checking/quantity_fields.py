"""A quantity that was found in prose, as the fields of a sheet write it."""

import re
from typing import Final

from dateline.facts.hedges import without_hedge
from dateline.facts.quantities import Amount, QuantityError, parse_amount, show_amount
from dateline.language import FoundQuantity

_MAGNITUDE: Final = re.compile(r".*\b(?:dozen|score|hundred|thousand|million|billion|trillion)s?\b")


def fields_of_quantity(found: FoundQuantity) -> dict[str, str]:
    """Value, unit and hedge. Two thirds, which digits cannot say exactly, stay in words."""
    value = _words_of(found) if found.low is None else _digits_of(found)
    unit = found.unit
    if value is None:
        value, unit = without_hedge(found.text), None
    fields = {"value": value, "unit": unit, "hedge": found.hedge}
    return {name: text for name, text in fields.items() if text}


def _words_of(found: FoundQuantity) -> str:
    magnitude = _MAGNITUDE.match(found.text)
    return magnitude[0] if magnitude else found.text.removesuffix(f" {found.unit}")


def _digits_of(found: FoundQuantity) -> str | None:
    """A number or a range as an editor would write it; None where that would not be exact."""
    shown = show_amount(Amount(text=found.text, low=found.low, high=found.high), None).plain
    try:
        read = parse_amount(shown)
    except QuantityError:
        return None
    return shown if (read.low, read.high) == (found.low, found.high) else None
