"""Whether a sheet and a sentence count the same thing."""

import re
from string import ascii_letters
from typing import Final

from dateline.facts.units import CURRENCY_SIGNS, CURRENCY_WORDS, MEASURE_SYMBOLS, Unit, find_unit
from dateline.language import FoundQuantity

# The unit of a fraction in prose; in a sheet, "shares" are counted.
_FRACTION: Final = "share"
_ALONE: Final = frozenset({*ascii_letters, "time"})
_POUNDS: Final = ("pound", *(code for word, code in CURRENCY_WORDS.items() if "pounds" in word))
_BARE_POUNDS: Final = re.compile(r"(?<!british )\bpounds?$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")


def measure_name(unit: str) -> str | None:
    """The name of a measure or currency, the same for all spellings; None for any other noun.

    Other words may follow: "tonnes of wheat" are tonnes; but "t shirts" are shirts, and "TRY
    scorers" and "time trials" are no money and no time in prose either.
    """
    words = unit.split()
    leading = [" ".join(words[:length]) for length in range(len(words), 0, -1)]
    for text in leading:
        found = find_unit(text)
        if found and found.kind != "noun" and (text == unit or _leads(text, found)):
            return found.name
    return _FRACTION if unit == _FRACTION else None


def _leads(text: str, unit: Unit) -> bool:
    is_code = unit.kind == "money" and text.isupper()
    return text not in _ALONE and (text in CURRENCY_SIGNS or not is_code)


def units_of(quantity: FoundQuantity) -> tuple[str, ...]:
    """The unit of a quantity, or all that it may have: “500 pounds” are money or a weight."""
    if quantity.unit in ("pound", "GBP") and _BARE_POUNDS.search(quantity.text):
        return _POUNDS
    return (quantity.unit,) if quantity.unit else ()


def sign_of(code: str, text: str) -> str | None:
    """The sign by which a text names a currency: “£” of GBP."""
    signs = [sign for sign, name in CURRENCY_SIGNS.items() if name == code and sign != code]
    return next((sign for sign in sorted(signs, key=len, reverse=True) if sign in text), None)


def same_unit(unit: str, other: str) -> bool:
    """Whether two units are the same measure, or the same noun whatever words precede it."""
    names = [MEASURE_SYMBOLS.get(spelled) or measure_name(spelled) for spelled in (unit, other)]
    return names[0] == names[1] if any(names) else names_unit(unit, other)


def names_unit(unit: str, text: str) -> bool:
    """Whether the noun of a unit occurs in a text: the last word of "US troops", in any number."""
    words = _WORD.findall(unit.casefold())
    return bool(words) and _stem(words[-1]) in set(map(_stem, _WORD.findall(text.casefold())))


def _stem(word: str) -> str:
    """A noun without the ending of its plural, near enough to tell it from another."""
    for ending, singular in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + singular
    return word
