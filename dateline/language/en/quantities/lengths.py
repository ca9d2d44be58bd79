"""Lengths of time from one unit to a longer or shorter one: "six months to a year"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.language.en.quantities.numbers import Draft
from dateline.language.en.quantities.ranges import changes
from dateline.language.en.words import DASH, NUMBER_WORDS, compile_pattern, read_number

_NUMBER: Final = rf"(?:{NUMBER_WORDS}|[0-9]{{1,3}}|an?|half an)"
_UNIT: Final = r"(?:second|minute|hour|day|week|month|year)"
_LENGTHS: Final = compile_pattern(
    rf"(?<![\w.,-])(?P<between>between )?(?P<low>{_NUMBER}) (?P<short>{_UNIT})s?"
    rf"(?P<to> to |{DASH}to{DASH}| and )(?P<high>{_NUMBER}) (?P<long>{_UNIT})s?\b"
    r"(?! (?:ago|earlier|later|before|after|old|and a half)\b|-)"
)
_MAY_BE: Final = compile_pattern(rf"{_UNIT}s?(?: to | and |{DASH}to{DASH})(?:{_NUMBER}) {_UNIT}")
_FROM: Final = compile_pattern(r"\bfrom $")
# How many of the shorter unit are the longer one, where that is certain.
_IN: Final = {
    ("second", "minute"): 60,
    ("minute", "hour"): 60,
    ("hour", "day"): 24,
    ("day", "week"): 7,
    ("month", "year"): 12,
}


def find_lengths(text: str) -> Iterator[Draft]:
    """In the shorter unit: from 6 to 12 months; nothing where something went from one to the other."""
    for found in _LENGTHS.finditer(text) if _MAY_BE.search(text) else ():
        units = found["short"].lower(), found["long"].lower()
        is_range = found["between"] or found["to"] != " and "
        is_change = _FROM.search(text, 0, found.start()) and changes(text, found.start())
        is_said_by_words = units[0] == units[1] and _has_one(found)
        is_known = is_said_by_words or units in _IN or units[::-1] in _IN
        if not is_known or not is_range or is_change:
            continue
        low = _value(found["low"]) * _IN.get(units[::-1], 1)
        high = _value(found["high"]) * _IN.get(units, 1)
        if low < high:
            unit = units[1] if units[::-1] in _IN else units[0]
            yield Draft(found.start(), found.end(), low, high, unit, measured=True)


def _has_one(found: re.Match[str]) -> bool:
    """Whether one of the lengths is “a week” or “half an hour”, which has no number of its own."""
    return any(found[name].lower().endswith(("a", "an")) for name in ("low", "high"))


def _value(words: str) -> Decimal:
    word = words.lower()
    if word.startswith("half"):
        return Decimal("0.5")
    return Decimal(1) if word in {"a", "an"} else read_number(words)
