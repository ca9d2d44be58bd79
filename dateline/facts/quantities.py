"""The value of a figure as an editor writes it: a number, a range, or words alone.

A number is a `Decimal` as precise as it was written: "5 billion" is 5E+9, "3.10" is 3.10. Nothing
here rounds a value that is shown, or shows a digit that was not written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Rule = Literal["figure.value", "figure.compare"]


class QuantityError(ValueError):
    """A refused quantity: `code` is the rule, `found` what stands there, `fix` what to write."""

    def __init__(self, code: Rule, found: str, fix: str) -> None:
        super().__init__(code, found, fix)
        self.code = code
        self.found = found
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.found}; {self.fix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A value: `low` and `high` are equal for one number, and None for words alone."""

    text: str
    low: Decimal | None
    high: Decimal | None

    @property
    def is_words(self) -> bool:
        return self.low is None

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    @property
    def value(self) -> Decimal | None:
        """The one number; None for a range and for words."""
        return None if self.is_range else self.low


# Reading

_POWERS: Final = {
    "k": 3, "thousand": 3, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
_WHOLE: Final = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_NUMBER: Final = rf"([-\u2212]?{_WHOLE}(?:\.[0-9]+)?)(?: ?({'|'.join(_POWERS)}))?"
_ONE: Final = re.compile(_NUMBER)
_RANGE: Final = re.compile(rf"{_NUMBER}(?: to | ?[-\u2010-\u2013] ?){_NUMBER}")
_LONGEST: Final = 24


def parse_amount(text: str) -> Amount:
    """The amount that `text` writes; raises QuantityError where it holds a digit and no number."""
    text = " ".join(text.split())
    if one := _ONE.fullmatch(text):
        value = _number(one[1], one[2])
        return Amount(text=text, low=value, high=value)
    if ends := _RANGE.fullmatch(text):
        low, high = _range(text, ends)
        return Amount(text=text, low=low, high=high)
    if not text or any(unicodedata.category(character)[0] == "N" for character in text):
        raise _unreadable(text)
    return Amount(text=text, low=None, high=None)


def _number(digits: str, scale: str | None) -> Decimal:
    if len(digits) > _LONGEST:
        raise QuantityError(
            "figure.value", f"“{digits[:23]}…” is too long", "write it as 5 billion"
        )
    value = Decimal(digits.replace(",", "").replace("\u2212", "-"))
    power = _POWERS[scale] if scale else 0
    # "5000 million" is 5 billion, but the 0 of "3.10 billion" was meant.
    while power and value >= 1000 and value % 10 == 0:
        value, power = Decimal(int(value) // 10), power + 1
    return abs(value.scaleb(power)) if value == 0 else value.scaleb(power)


def _range(text: str, ends: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Both ends of a range; a scale at its end holds for its start: "5-6 billion"."""
    low, high = _number(ends[1], ends[2] or ends[4]), _number(ends[3], ends[4])
    if low < high and not (ends[2] and not ends[4]):
        return low, high
    raise QuantityError(
        "figure.value", f"“{text}” is not a range", "write the smaller number first"
    )


def _unreadable(text: str) -> QuantityError:
    return QuantityError(
        "figure.value", f"“{text[:60]}” is not a number", "write 2,500, 900 to 1,000 or 5 billion"
    )


# Showing


def show_number(value: Decimal) -> str:
    """Every digit of the number, grouped from 1,000 on, with a true minus (CLDR, English)."""
    return f"{value:,f}".replace("-", "\u2212")
