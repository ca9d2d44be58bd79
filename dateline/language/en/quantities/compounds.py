"""Lengths and weights in two units, one within the other: "five hours and 40 minutes" is 340 minutes."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.facts.units import CURRENCY_WORDS
from dateline.language.en.quantities.numbers import Draft
from dateline.language.en.words import DASH, NUMBER_WORDS, compile_pattern, one_of, read_number

# Each unit with its spellings, how many of the next it has, and what that is.
_UNITS: Final = {
    "year": ("years?|yrs?", 12, "month"),
    "month": ("months?|mths?", None, ""),
    "week": ("weeks?|wks?", 7, "day"),
    "day": ("days?", 24, "hour"),
    "hour": ("hours?|hrs?|h", 60, "minute"),
    "minute": ("minutes?|mins?|m", 60, "second"),
    "second": ("seconds?|secs?|s", None, ""),
    "stone": ("stones?|st", 14, "pound"),
    "pound": ("pounds?|lbs?", 16, "ounce"),
    "ounce": ("ounces?|oz", None, ""),
    "foot": ("feet|foot|ft", 12, "inch"),
    "inch": ("inch(?:es)?|ins?", None, ""),
}
_NUMBER: Final = rf"(?:{NUMBER_WORDS}|[0-9]{{1,3}}|an?)"
_SPELLED: Final = "|".join(f"(?:{spelled})" for spelled, _, _ in _UNITS.values())
_PART: Final = rf"{_NUMBER}(?: ?|{DASH})(?:{_SPELLED})"
_COMPOUND: Final = compile_pattern(
    rf"(?<![\w.,$£€-])(?<!between\s)(?P<parts>{_PART}(?:(?:, and |,? and |, | |{DASH}and{DASH}|{DASH}){_PART}){{1,2}})"
    rf"(?![\w/]|{DASH}\w|['’]s\b)"
)
_ONE: Final = compile_pattern(
    rf"(?<!\w)(?P<number>{_NUMBER})(?: ?|{DASH})(?P<unit>{_SPELLED})(?!\w)"
)
_MAY_BE: Final = compile_pattern(
    rf"(?:{_SPELLED})(?:, and |,? and |, | |{DASH}and{DASH}|{DASH})(?:[0-9]|{NUMBER_WORDS}|an? )"
)
_RATIOS: Final = {unit: (count, finer) for unit, (_, count, finer) in _UNITS.items()}


def find_compounds(text: str) -> Iterator[Draft]:
    """In the finest unit named, where each is the next within the one before, and less than one of it."""
    for found in _COMPOUND.finditer(text) if _MAY_BE.search(text) else ():
        total: Decimal | None = None
        last = ""
        for part in _ONE.finditer(text, *found.span("parts")):
            unit, number = _unit(part["unit"]), _value(part["number"])
            total = number if total is None else _added(total, last, number, unit)
            last = unit
            if total is None:
                break
        if total is not None:
            yield Draft(found.start(), found.end(), total, total, last, measured=True)


_COIN: Final = "(?:cents?|pence|p|pennies|paise|centavos)"
_WHOLE: Final = rf"(?P<whole>{_NUMBER}) (?P<money>{one_of([*CURRENCY_WORDS, 'pounds?'])})"
_MONEY: Final = compile_pattern(
    rf"(?<![\w.,$£€-]){_WHOLE},? and (?P<coins>{NUMBER_WORDS}|[0-9]{{1,2}}) ?{_COIN}(?!\w)"
)
_MAY_BE_MONEY: Final = compile_pattern(rf" and [\w-]+ ?{_COIN}\b")


def find_sums_in_coins(text: str) -> Iterator[Draft]:
    """“A euro and five cent” is 1.05 euros, “two pounds and 50 pence” 2.50 pounds."""
    for found in _MONEY.finditer(text) if _MAY_BE_MONEY.search(text) else ():
        coins = _value(found["coins"])
        code = _CODES[found["money"].lower()]
        if coins < _COINS:
            total = _value(found["whole"]) + coins / _COINS
            yield Draft(found.start(), found.end(), total, total, code, measured=True)


_CODES: Final = {word.lower(): code for word, code in CURRENCY_WORDS.items()} | {
    "pound": "GBP",
    "pounds": "GBP",
}
_COINS: Final = 100


def _added(total: Decimal, last: str, number: Decimal, unit: str) -> Decimal | None:
    count, finer = _RATIOS[last]
    return total * count + number if count and finer == unit and number < count else None


def _unit(word: str) -> str:
    folded = word.lower()
    return next(unit for unit, (spelled, _, _) in _UNITS.items() if re.fullmatch(spelled, folded))


def _value(words: str) -> Decimal:
    return Decimal(1) if words.lower() in {"a", "an"} else read_number(words)
