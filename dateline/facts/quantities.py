"""The value of a figure as an editor writes it: a number, a range, or words alone.

A number is a `Decimal` as precise as it was written: "5 billion" is 5E+9, "3.10" is 3.10. Nothing
here rounds a value that is shown, or shows a digit that was not written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from dateline.facts.units import find_unit

if TYPE_CHECKING:
    from dateline.facts.units import Unit

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
    if scale and abs(value) >= 1000 and "." not in digits:
        # "5000 million" is 5 billion; the 0 of "3.10 billion" was meant.
        value = value.normalize()
    scaled = value.scaleb(_POWERS[scale] if scale else 0)
    return scaled or abs(scaled)


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

_SCALES: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
_COLLECTIVE: Final = re.compile(
    r"(?:.*\b)?(?:dozens|scores|hundreds|thousands|millions|billions|trillions"
    r"|half|thirds?|quarters?|fifths?|tenths?|majority|minority)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmount:
    """An amount in the parts that are set in different sizes, and whole.

    `before` and `after` touch the number and hold their own space: "$" and " billion", or "%".
    `unit` stands behind a space, and is empty where the number says it all. `spoken` has words in
    place of signs and symbols.
    """

    before: str
    number: str
    after: str
    unit: str
    spoken: str

    @property
    def plain(self) -> str:
        return f"{self.before}{self.number}{self.after} {self.unit}".rstrip()


def show_number(value: Decimal) -> str:
    """Every digit of the number, grouped from 1,000 on, with a true minus (CLDR, English)."""
    return f"{value:,f}".replace("-", "\u2212")


def show_amount(amount: Amount, unit: str | None) -> ShownAmount:
    """An amount with its unit, in English.

    Millions and more are in words where that changes no digit. A range names sign, scale and unit
    once: "$5 to 6 billion".
    """
    known = find_unit(unit) if unit else None
    if amount.is_words:
        return _words_alone(amount.text, known.many if known else unit or "")
    words = _unit_words(amount, known, unit or "")
    number, scale = _digits(amount, "")
    spoken = " ".join(part for part in (number.replace("\u2212", "minus "), scale, words) if part)
    before, after = "", f" {scale}" if scale else ""
    if known and known.leading:
        before, number = _with_sign(amount, known.short)
        words = ""
    elif known and known.tight:
        after, words = after + known.short, ""
    shown = known.short if words and known and known.short else words
    return ShownAmount(before=before, number=number, after=after, unit=shown, spoken=spoken)


def _words_alone(text: str, unit: str) -> ShownAmount:
    after = " of" if unit and _COLLECTIVE.fullmatch(text.lower()) else ""
    spoken = f"{text}{after} {unit}".rstrip()
    return ShownAmount(before="", number=text, after=after, unit=unit, spoken=spoken)


def _unit_words(amount: Amount, known: Unit | None, unit: str) -> str:
    """The unit for one or for many; "1.0" is many (CLDR plural rules, English)."""
    if known is None:
        return unit
    value = amount.value
    return known.one if value is not None and show_number(abs(value)) == "1" else known.many


def _with_sign(amount: Amount, sign: str) -> tuple[str, str]:
    """A currency's sign and the number; a minus stands before the sign (CLDR, English)."""
    sign = f"{sign} " if sign[-1].isalpha() else sign
    number, _ = _digits(amount, "")
    if "\u2212" not in number:
        return sign, number
    if amount.is_range:
        return "", _digits(amount, sign)[0]
    return f"\u2212{sign}", number.removeprefix("\u2212")


def _digits(amount: Amount, sign: str) -> tuple[str, str]:
    """The number or both ends of the range, and the scale that holds for all of it."""
    if amount.low is None or amount.high is None:
        return amount.text, ""
    (low, below), (high, above) = _scaled(amount.low), _scaled(amount.high)
    if not amount.is_range:
        return _signed(low, sign), below
    if below == above or amount.low == 0:
        return f"{_signed(low, sign)} to {_signed(high, sign)}", above
    if below and above:
        return f"{_signed(low, sign)} {below} to {_signed(high, sign)} {above}", ""
    # "900 to 1 million" would be read as 900 million.
    return f"{_signed(amount.low, sign)} to {_signed(amount.high, sign)}", ""


def _signed(value: Decimal, sign: str) -> str:
    number = show_number(value)
    return f"\u2212{sign}{number[1:]}" if value < 0 else f"{sign}{number}"


def _scaled(value: Decimal) -> tuple[Decimal, str]:
    """The number in its largest scale, where that neither adds nor takes a digit.

    Written with a scale, it keeps its digits ("3.10 billion"). Written out, it is scaled where two
    decimals hold all of it: 1,250,000 is 1.25 million, 1,234,567 stays.
    """
    exponent = value.as_tuple().exponent
    written_out = exponent == 0
    for power, name in _SCALES:
        if abs(value) >= 10**power and isinstance(exponent, int) and exponent >= 0:
            scaled = value.scaleb(-power)
            scaled = scaled.normalize() if written_out else scaled
            decimals = -int(scaled.as_tuple().exponent)
            return (value, "") if written_out and decimals > 2 else (scaled, name)
    return value, ""
