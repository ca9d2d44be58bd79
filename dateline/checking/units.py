"""Whether a sheet and a sentence count the same thing."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dateline.language import en
from dateline.language.en.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    LONG_UNITS,
    SHORT_UNITS,
)

# What has one normal name however it is written. Any other unit is a counted noun, which stands
# in the sheet and in the article as their authors chose.
_TABLES: Final = (CURRENCY_SIGNS, CURRENCY_WORDS, LONG_UNITS, SHORT_UNITS)
MEASURES: Final = {name for table in _TABLES for name in table.values()} | {"share", "times"}
_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def normal(unit: str) -> str:
    """The grammar's one name for a unit: `km`, `kilometres` and `kilometre` are the same."""
    if unit in MEASURES:
        return unit
    if unit in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[unit]
    if unit in SHORT_UNITS:  # "5 m" in prose may be anything, `unit: m` is metres
        return SHORT_UNITS[unit]
    found = en.find_quantities(f"5 {unit}")
    return found[0].unit if len(found) == 1 and found[0].unit else unit


def is_measure(unit: str) -> bool:
    return normal(unit) in MEASURES or is_money(unit)


def is_money(unit: str) -> bool:
    """Whether this is a currency; an ISO 4217 code has three capital letters."""
    return len(normal(unit)) == 3 and normal(unit).isupper()


def sign_of(code: str, text: str) -> str | None:
    """The sign by which a text names a currency: “£” of GBP."""
    signs = [sign for sign, name in CURRENCY_SIGNS.items() if name == code and sign != code]
    return next((sign for sign in sorted(signs, key=len, reverse=True) if sign in text), None)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one: the same measure, or the same noun whatever stands before it."""
    if is_measure(one) or is_measure(other):
        return normal(one) == normal(other)
    return names_unit(one, other)


def names_unit(unit: str, text: str) -> bool:
    """Whether the noun of a unit stands in a text: the last word of "US troops", in any number."""
    words = _WORD.findall(unit.casefold())
    return bool(words) and _stem(words[-1]) in set(map(_stem, _WORD.findall(text.casefold())))


def _stem(word: str) -> str:
    """A noun without the ending of its plural, near enough to tell it from another."""
    for ending, singular in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + singular
    return word
