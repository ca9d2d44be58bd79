"""What an author may have meant by a value that is neither a number, a range nor words alone.

Text to text, as in `date_words`: `quantities.py` reads what is proposed here before it proposes it.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches
from itertools import product
from typing import Final

from dateline.facts.hedges import HEDGE_SIGNS, HEDGES_BEFORE
from dateline.facts.units import CURRENCY_SIGNS, find_unit
from dateline.frozen import dataclass
from dateline.patterns import compile_later


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSlip:
    """Values that a text may mean, what belongs beside the value by field, and another reading in words."""

    values: tuple[str, ...]
    beside: dict[str, str]
    also: str = ""


def explain_value(text: str) -> ValueSlip:
    """Separate hedge, currency and unit from a text, and correct the number that is left."""
    if counted := _OF_ALL.fullmatch(text):
        return ValueSlip(values=(f"{counted[1]}/{counted[2]}", counted[1]), beside={})
    digits = _LETTER_O.sub(lambda letters: "0" * len(letters[0]), _PLUS_OR_MINUS.sub("±", text))
    rest, hedge = _take_hedge(_LONG_WORD.sub(_correct_scale, digits))
    rest, unit = _take_unit(rest)
    metres = re.fullmatch(r"([0-9.,]+) ?m", rest) if not unit else None
    also = f"{metres[1]} and metres in `unit`" if metres else ""
    beside = {"unit": _UNSURE.get(unit, unit), "hedge": hedge}
    return ValueSlip(values=(*_values(rest), rest), beside=beside, also=also)


# "9 of 17", "9 out of 17 matches".
_OF_ALL: Final = compile_later(r"([0-9]+) (?:out )?of (?:the )?([0-9]+)(?: [^\W\d].*)?")
# Several countries write "$" and "¥", and pounds are money or a weight.
_UNSURE: Final = {
    "pounds": "GBP (money) or pounds (weight)",
    "$": "USD or another dollar",
    "¥": "JPY or CNY",
}
_PLUS_OR_MINUS: Final = compile_later(r"^(?:\+ ?/? ?[-\u2212]|± |plus or minus) ?", re.IGNORECASE)
_LONG_SCALES: Final = ("thousand", "million", "billion", "trillion", "crore")
_LONG_WORD: Final = compile_later(r"\b[a-z]{5,}\b")


def _correct_scale(word: re.Match[str]) -> str:
    """A word as it is, or the scale that it misspells: “milion”."""
    return next(iter(get_close_matches(word[0], _LONG_SCALES, n=1, cutoff=0.85)), word[0])


_LETTER_O: Final = compile_later("(?<=[0-9,])[Oo]+(?=[0-9Oo,.]|$)")
_HEDGES: Final = HEDGES_BEFORE | HEDGE_SIGNS
_HEDGED: Final = compile_later(
    rf"({'|'.join(map(re.escape, sorted(_HEDGES, key=len, reverse=True)))}) ?(.*[0-9].*)",
    re.IGNORECASE,
)


def _take_hedge(text: str) -> tuple[str, str]:
    match = _HEDGED.fullmatch(text)
    return (match[2], _HEDGES[match[1].lower()]) if match else (text, "")


_SCALE: Final = "thousand|million|billion|trillion|lakh crore|lakh|crore|k|mn|bn|tn|m|b|cr"
_SIGNS: Final = "|".join(
    map(re.escape, sorted(CURRENCY_SIGNS, key=lambda sign: (-len(sign), sign)))
)
_BEFORE: Final = compile_later(rf"({_SIGNS}|[A-Z]{{3}})\s*(.*)")
_AFTER: Final = compile_later(
    rf"(.*[0-9½¼¾](?: ?(?:{_SCALE})\b)?)\s*(?!(?:{_SCALE}|and|or|to|in)\b|e[0-9])"
    r"([^\W\d_½¼¾⅓⅔].*|[%°$€£].*)",
    re.IGNORECASE,
)


def _take_unit(text: str) -> tuple[str, str]:
    """The text without its currency or unit, and that unit as the sheet should name it."""
    if match := _BEFORE.fullmatch(text):
        unit = match[1] if match[1] in _UNSURE else _spelled_out(match[1])
        return match[2].replace(match[1], ""), unit
    if match := _AFTER.fullmatch(text):
        return match[1], _spelled_out(match[2].removeprefix("of "))
    return text, ""


def _spelled_out(unit: str) -> str:
    known = find_unit(unit)
    if known is None:
        return unit
    return known.name if known.leading else known.plural


_JOINED: Final = compile_later(
    r"(?<=[\w½¼¾])(?:\s+(?:to|and|or)\s+|\s*[-\u2010-\u2015]\s*)", re.IGNORECASE
)
_SCALED: Final = compile_later(rf"([-\u2212]?.*?)\s*({_SCALE})?", re.IGNORECASE)
_SHORT: Final = {"m": "million", "b": "billion", "cr": "crore"}


def _values(text: str) -> tuple[str, ...]:
    ends = _JOINED.split(re.sub("^(?:between|from) ", "", text.strip(), flags=re.IGNORECASE))
    if len(ends) > 2 or not all(ends):
        return ()
    return tuple(" to ".join(ends) for ends in product(*(_end(end) for end in ends)))


def _end(text: str) -> tuple[str, ...]:
    match = _SCALED.fullmatch(text)
    if match is None:
        return ()
    scale = (match[2] or "").lower()
    scale = _SHORT.get(scale, scale)
    return tuple(f"{number} {scale}".rstrip() for number in _corrected(match[1]))


def _corrected(number: str) -> tuple[str, ...]:
    """A number in the forms that are read: 1 000, 1.000,5 and 1,5 as other languages write them."""
    number = number.strip().removeprefix("+")
    sign = number[:1] if number[:1] in ("-", "\u2212") else ""
    for pattern, *corrections in _CORRECTIONS:
        if pattern.fullmatch(number.removeprefix(sign)):
            return tuple(sign + correct(number.removeprefix(sign)) for correct in corrections)
    return ()


def _grouped(number: str) -> str:
    return f"{Decimal(number.replace(',', '').rstrip('.')):,f}"


def _with_fraction(number: str) -> str:
    """Turn "2½" into 2.5; a third has no end of digits and is left alone."""
    return str(int(number[:-1] or "0") + Decimal(str(unicodedata.numeric(number[-1]))))


def _pointed(number: str) -> str:
    return number.replace(",", ".")


def _swapped(number: str) -> str:
    return number.translate(str.maketrans(".,", ",."))


def _padded(number: str) -> str:
    """Turn "12,00" into 1,200: with the digit that its group lacks."""
    return f"{int(number.replace(',', '')):,}"


# Each form, with every number that it may mean.
_CORRECTIONS: Final[tuple[tuple[re.Pattern[str], *tuple[Callable[[str], str], ...]], ...]] = (
    (compile_later(r"[0-9]+\.?|0*\.[0-9]+"), _grouped),
    (compile_later(r"[1-9][0-9]{0,2}\.[0-9]{3}"), str, _swapped),
    (compile_later(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*(?:\.[0-9]+)?"), str),
    (compile_later(r"[0-9]+\.[0-9]+"), _grouped),
    (
        compile_later(r"[0-9]{1,3}(?:[ '’_\u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?"),
        lambda number: re.sub(r"[^0-9.]", ",", number),
    ),
    (compile_later(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}"), _swapped),
    (compile_later(r"[0-9]+,[0-9]|0,[0-9]+"), _pointed),
    (compile_later(r"[0-9]+,[0-9]{2}"), _pointed, _padded),
    (compile_later(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"), _grouped),
    (compile_later(r"[0-9]*[½¼¾]"), _with_fraction),
)
