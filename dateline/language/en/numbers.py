"""A number as prose writes it: sign, currency, digits or words, scale and unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from dateline.facts.units import CURRENCY_SIGNS, CURRENCY_WORDS, MEASURE_SYMBOLS, MEASURE_WORDS
from dateline.language.en.nouns import read_counted
from dateline.language.en.words import (
    COUNTED,
    DASH,
    DIGITS,
    NUMBER_WORDS,
    SCALES,
    SHORT_SCALES,
    VULGAR,
    compile_pattern,
    one_of,
    one_spaced,
    read_number,
)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number with its scale applied. `mantissa` is the number as written, without it.

    `measured` where the unit is in the table of units, not a counted noun. `joined` where a hyphen
    joins the unit to the number ("34-year").
    """

    start: int
    end: int
    written: str
    mantissa: Decimal
    scale: int
    unit: str | None = None
    measured: bool = False
    joined: bool = False

    @property
    def value(self) -> Decimal:
        return self.mantissa * self.scale

    @property
    def in_digits(self) -> bool:
        return self.written[:1].isdigit() or self.written[:1] == "."


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity before its hedge is read."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    measured: bool = False


def _escaped(words: Iterable[str]) -> str:
    return one_of(re.escape(word).replace(r"\ ", " ") for word in words)


_SIGN: Final = r"(?:(?P<sign>minus |(?<![\w)%])[-\u2212–](?=[0-9$£€.])|\+(?=[0-9]))?)"
_HALF: Final = (
    rf"(?:half an? (?=dozen|{one_of(SCALES)})|a quarter of a (?=million|billion)"
    rf"|a half(?={DASH}| )(?=.(?:million|billion)))"
)
_BODY: Final = (
    rf"(?P<money>(?-i:{_escaped(CURRENCY_SIGNS)}) ?)?(?P<inner>(?<=[$£€])[-\u2212](?=[0-9]))?"
    rf"(?P<number>{DIGITS}(?P<vulgar>[½¼¾⅓⅔⅛])?|[½¼¾⅓⅔⅛]|(?:half "
    rf"|quarter )?{NUMBER_WORDS}|{_HALF}|(?:half )?an?(?= dozen\b)|half(?= dozen\b)"
    r"|(?<=the\s)dozen|(?<=some\s)dozen|(?<=another\s)dozen"
    rf"|half(?={DASH}million|{DASH}billion|{DASH}dozen))"
    rf"(?P<half>(?: |{DASH})and(?: |{DASH})a(?: |{DASH})(?:half|quarter))?"
    rf"(?:(?: ?|{DASH})(?P<scale>{one_of([*SCALES, 'dozen'])})(?!s?\w)"
    rf"|(?P<short> ?(?:{one_of(SHORT_SCALES)}))(?![\w/²³]))?"
)
_START: Final = compile_pattern(
    rf"(?<![\w.,/:#@=×&^+])(?:(?<=magnitude-)|(?<![A-Za-z0-9%][-\u2010-\u2013]))(?<!['’]){_SIGN}{_BODY}"
)
# The second of a pair, after its dash.
_NEXT: Final = compile_pattern(rf"{_SIGN}{_BODY}")
_MOST_DIGITS: Final = 18


def read_number_at(text: str, position: int) -> WrittenNumber | None:
    """The number that starts at `position`, with its currency or measure but no counted noun."""
    match = _NEXT.match(text, position)
    if match is None or (len(match["number"]) > _MOST_DIGITS and match["number"][0].isdigit()):
        return None
    scale = _scale(match)
    end = match.end()
    if match["short"] and scale is None:
        end, scale = match.start("short"), 1
    number = WrittenNumber(match.start(), end, match["number"], _mantissa(match), scale or 1)
    if match["money"]:
        return replace(number, unit=CURRENCY_SIGNS[one_spaced(match["money"])], measured=True)
    return _measure(text, number)


def ends_with_word(text: str, number: WrittenNumber) -> bool:
    """Whether the number ends where a word ends: "737s", "5G" and "4x4" are names."""
    after = text[number.end : number.end + 2]
    return number.measured or not re.match(r"\w|[.,:/×][0-9]", after)


def starts(text: str) -> list[int]:
    return [match.start() for match in _START.finditer(text)]


def _mantissa(match: re.Match[str]) -> Decimal:
    number = match["number"].strip()
    if number in VULGAR:
        value = VULGAR[number]
    elif match["vulgar"]:
        value = read_number(number[:-1]) + VULGAR[match["vulgar"]]
    else:
        value = _words_value(number)
    if match["half"]:
        value += Decimal("0.5") if match["half"].lower().endswith("half") else Decimal("0.25")
    return -value if (match["sign"] or match["inner"] or "+").strip() != "+" else value


def _words_value(number: str) -> Decimal:
    lower = number.lower()
    if lower.startswith("half"):
        rest = lower.removeprefix("half").strip()
        return Decimal("0.5") * (read_number(rest) if rest else 1)
    if lower.startswith("a quarter"):
        return Decimal("0.25")
    return Decimal("0.5") if lower.startswith("a half") else read_number(lower)


def _scale(match: re.Match[str]) -> int | None:
    """The factor of the scale word; None where a short form means a unit instead."""
    if match["scale"]:
        word = match["scale"].lower()
        return 12 if word == "dozen" else SCALES[word]
    if not match["short"]:
        return 1
    short = match["short"].strip()
    if match["money"]:
        return SHORT_SCALES[short.lower()]
    if short in {"mm", "t", "T", "b", "cr"} or not match["number"][0].isdigit():
        return None
    if short == "m":
        return 10**6 if _is_million(match) else None
    return None if match["short"] == " k" else SHORT_SCALES[short.lower()]


# Distances that are raced: "the 100m final", "his 200m titles".
_RACED: Final = frozenset({50, 55, 60, 100, 110, 200, 300, 400, 600, 800})
_IN_MILLIONS: Final = compile_pattern(
    r"[£$€]|\b(?:list|number|population|unemploy|jobless|total|viewer|sales|customer"
    r"|user|subscri|voter|member"
    r"|audience|household|copies|download|views|follower|people|million|bn|m (?:euro|dollar|yen))"
)


def _is_million(match: re.Match[str]) -> bool:
    """Whether "m" without a currency is a million ("2.3m people") and not a metre ("a 2m wall")."""
    text, mantissa = match.string, match["number"].replace(",", "")
    if match["short"].startswith(" ") or not mantissa[0].isdigit():
        return False
    if Decimal(mantissa.rstrip("½¼¾⅓⅔⅛")) >= 1000:
        return False
    if _MONEY_WORDS.match(text, match.end()):
        return True
    counted = read_counted(text, match.end())
    if counted is not None:
        return counted[0].lower() in COUNTED or Decimal(mantissa) not in _RACED
    return _IN_MILLIONS.search(text, max(0, match.start() - 90), match.start()) is not None


_CODES: Final = [sign for sign in CURRENCY_SIGNS if sign.isalpha() and sign.isupper()]
_AFTER: Final = {
    word.lower(): name for word, name in (MEASURE_WORDS | CURRENCY_WORDS | CURRENCY_SIGNS).items()
}
_MONEY_WORDS: Final = compile_pattern(
    rf"(?: |{DASH})(?P<word>{_escaped(CURRENCY_WORDS)}|(?-i:{_escaped(_CODES)}))(?!\w)"
)
_SHORT: Final = re.compile(
    rf"(?P<gap> ?)(?P<word>{one_of(map(re.escape, MEASURE_SYMBOLS))})(?:(?<=[%°º])|(?!\w|/(?!h)))"
)
_LONG: Final = compile_pattern(rf"(?P<gap> |{DASH})?(?P<word>{_escaped(MEASURE_WORDS)})(?!\w)")
# Not units after a space: "12 st", "5 ms".
_ONLY_CLOSE: Final = frozenset({"mi", "st", "ms", "bp", "pt", "kt"})
# Before "12C" these make it the name of a place or a form, not degrees.
_LETTERED: Final = re.compile(
    r"\b(?:seat|section|terminal|gate|flat|unit|row|block|class|form|year|room|building|appendix"
    r"|schedule|dock|vitamin)\s+$",
    re.IGNORECASE,
)


def _measure(text: str, number: WrittenNumber) -> WrittenNumber:
    end = number.end
    if money := _MONEY_WORDS.match(text, end):
        code = _AFTER[one_spaced(money["word"]).lower()]
        return replace(number, end=money.end(), unit=code, measured=True, joined=_dashed(text, end))
    short = _SHORT.match(text, end)
    if short and number.in_digits and _fits(short, text, number):
        return replace(number, end=short.end(), unit=MEASURE_SYMBOLS[short["word"]], measured=True)
    long = _LONG.match(text, end)
    if long is None or (long["gap"] is None and not number.in_digits):
        return number
    return _long_measure(text, number, long)


def _fits(short: re.Match[str], text: str, number: WrittenNumber) -> bool:
    """Whether letters after a number are a unit: "12 m" and "12 C" hardly are, "12C" is."""
    word = short["word"]
    letters = word.isalpha() and word.isascii()
    if short["gap"] and letters and (len(word) < 2 or word in _ONLY_CLOSE):
        return False
    if word in {"C", "F"}:
        labelled = _LETTERED.search(text[: number.start][-16:])
        return not labelled and abs(number.mantissa) < 4000
    return True


_DASH_OLD: Final = re.compile(rf"{DASH}olds?\b")
_OLD: Final = re.compile(r"\s+olds?\b")


def _long_measure(text: str, number: WrittenNumber, long: re.Match[str]) -> WrittenNumber:
    words = one_spaced(long["word"]).lower()
    unit, end, gap = _AFTER[words], long.end(), long["gap"] or ""
    joined = bool(gap) and not gap.isspace()
    after = text[end : end + 1]
    if not joined and after and after in "-‐–" and not unit.startswith("percent"):
        return number
    if unit == "times" and not (words == "times" or joined):
        return number
    if unit == "pound" and (
        number.scale >= 10**6 or re.match(r"\s*\((?:US)?\$|\s+sterling", text[end : end + 12])
    ):
        unit = "GBP"
    if joined or unit in {"year", "month", "week", "day"}:
        older = (_DASH_OLD if joined else _OLD).match(text, end)
        end = older.end() if older else end
    return replace(number, end=end, unit=unit, measured=True, joined=joined)


def _dashed(text: str, position: int) -> bool:
    return re.match(DASH, text[position : position + 1]) is not None
