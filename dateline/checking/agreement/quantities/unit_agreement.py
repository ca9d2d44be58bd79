"""Whether a sheet and a sentence count the same thing."""

import re
from collections.abc import Iterable
from string import ascii_letters
from typing import Final, Literal

from dateline.checking.agreement.quantities.currencies import meant_by
from dateline.facts.rates import Rate, read_rate
from dateline.facts.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURE_SYMBOLS,
    Unit,
    find_unit,
    unit_name,
)
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# The same; less or other words of the same kind ("dead" for "people"); another measure or money.
UnitMatch = Literal["same", "near", "other"]

# The unit of a fraction in prose; in a sheet, "shares" are counted.
_FRACTION: Final = "share"
_ALONE: Final = frozenset({*ascii_letters, "time"})
_NUMBER: Final = compile_later(r"[0-9][0-9.,]*")
_WORD: Final = compile_later(r"[^\W\d_]+")


def rate_of(unit: str) -> Rate | None:
    """The two units of a rate, however it is spelled: "kph", "EUR/day", "lorries a day"."""
    known = find_unit(MEASURE_SYMBOLS.get(unit, unit))
    return read_rate(known.name) if known and ("/" in known.name or " per " in known.name) else None


def measure_name(unit: str) -> str | None:
    """The name of a measure or currency, the same for all spellings; None for any other noun.

    Other words may follow: "tonnes of wheat" are tonnes; but "t shirts" are shirts, and "TRY
    scorers" and "time trials" are no money and no time in prose either.
    """
    words = unit.split()
    leading = [" ".join(words[:length]) for length in range(len(words), 0, -1)]
    for text in leading:
        found = find_unit(text)
        if found and found.kind in ("measure", "money") and (text == unit or _leads(text, found)):
            return found.name
    return _FRACTION if unit == _FRACTION else None


def _leads(text: str, unit: Unit) -> bool:
    is_code = unit.kind == "money" and text.isupper()
    return text not in _ALONE and (text in CURRENCY_SIGNS or not is_code)


def units_of(quantity: FoundQuantity) -> tuple[str, ...]:
    """The unit of a quantity, or all that it may have: “500 pounds” are money or a weight."""
    if quantity.unit is None:
        return ()
    money, stroke, per = quantity.unit.partition("/")
    return tuple(f"{each}{stroke}{per}" for each in meant_by(money, quantity.text))


def currency_of(unit: str | None) -> str | None:
    """The code of the currency of a unit or of a rate, where the sheet names its country."""
    money = (unit or "").partition("/")[0]
    known = find_unit(money) if money else None
    is_money = known is not None and known.kind == "money"
    return known.name if known and is_money and not is_bare(money) else None


def is_bare(money: str) -> bool:
    return len(meant_by(money, money)) > 1 and money != "$"


def sign_of(code: str, text: str) -> str | None:
    """The sign by which a text names a currency: “£” of GBP."""
    signs = [sign for sign, name in CURRENCY_SIGNS.items() if name == code and sign != code]
    return next((sign for sign in sorted(signs, key=len, reverse=True) if sign in text), None)


def same_unit(unit: str, other: str) -> bool:
    """Whether two units are the same measure, or the same noun whatever words precede it."""
    rates = rate_of(unit), rate_of(other)
    if rates[0] and rates[1]:
        is_per_same = same_per(rates[0].per, rates[1].per)
        return is_per_same and same_unit(rates[0].unit, rates[1].unit)
    if any(rates):
        return False
    names = [MEASURE_SYMBOLS.get(spelled) or measure_name(spelled) for spelled in (unit, other)]
    if any(names):
        return names[0] == names[1]
    if unit_name(unit) == unit_name(other):
        return True
    # "100,000 people", of whom 14 die, are not "10,000 people".
    return _NUMBER.findall(unit) == _NUMBER.findall(other) and names_unit(unit, other)


def is_rate_of(rate: str, unit: str) -> bool:
    """Whether a rate is of this unit: "EUR/day" of euros, which may be said without the day."""
    parts = rate_of(rate)
    return parts is not None and rate_of(unit) is None and same_unit(parts.unit, unit)


def same_per(per: str, other: str) -> bool:
    """Whether two rates are for the same: "per 1,000 people" is not "per 100,000 people"."""
    digits = ["".join(filter(str.isdigit, text)) for text in (per, other)]
    return digits[0] == digits[1] and same_unit(per, other)


def match_units(unit: str | None, others: Iterable[str]) -> UnitMatch:
    """How a unit fits one that may be any of the others; no others where a number has no unit."""
    every = tuple(others)
    if unit in every or (unit and len(every) > 1 and unit_name(unit) in every):
        return "same"
    matches = {_match(unit, other) for other in every} or {_match(unit, None)}
    return "same" if "same" in matches else "near" if "near" in matches else "other"


def _match(unit: str | None, other: str | None) -> UnitMatch:
    if unit == other or (unit and other and same_unit(unit, other)):
        return "same"
    if {_points_name(unit), _points_name(other)} == _POINTS:
        # "Up 4.8 points" is said of percentage points; points may be of an index as well.
        return "same" if other == _OF_PERCENT else "near"
    if unit and other and (rate_of(unit) or rate_of(other)):
        # "€900" is said of "€900 a day"; but "€900 a week" is not, nor is it said of "€900".
        return "near" if is_rate_of(other, unit) else "other"
    names = [measure_name(each) if each else None for each in (unit, other)]
    if "degree" in names and all(name and name.startswith("degree") for name in names):
        return "near"
    return "other" if any(names) else "near"


_OF_PERCENT: Final = "percentage points"
_POINTS: Final = {"point", _OF_PERCENT}


def _points_name(unit: str | None) -> str | None:
    return "point" if unit == "points" else unit


def names_unit(unit: str, text: str) -> bool:
    """Whether the noun of a unit occurs in a text: the last word of "US troops", in any number.

    A currency occurs by any of its names: "The forint eased to 388.40 per euro".
    """
    known = find_unit(unit)
    if known and known.kind == "money":
        return any(
            re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
            for word, code in CURRENCY_WORDS.items()
            if code == known.name
        )
    words = _WORD.findall(unit.casefold())
    if not words:
        return unit in text
    return _stem(words[-1]) in set(map(_stem, _WORD.findall(text.casefold())))


def _stem(word: str) -> str:
    """A noun without the ending of its plural, near enough to tell it from another."""
    for ending, singular in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + singular
    return word
