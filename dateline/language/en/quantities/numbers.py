"""A number as prose writes it: sign, currency, digits or words, scale and unit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from math import prod
from typing import Final

from dateline.facts.units import (
    CODES_LIKE_WORDS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURE_SYMBOLS,
    MEASURE_WORDS,
)
from dateline.frozen import dataclass
from dateline.language.en.quantities.nouns import read_counted
from dateline.language.en.words import (
    COUNTED,
    DASH,
    DIGITS,
    NUMBER_WORDS,
    ONES,
    SCALES,
    SHORT_SCALES,
    TEENS,
    TENS,
    VULGAR,
    compile_pattern,
    one_of,
    one_spaced,
    read_number,
)
from dateline.patterns import compile_later


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
    """A quantity before its hedge is read; `per` is what a rate is counted for."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    measured: bool = False
    pair: bool = False
    per: str | None = None


def _escaped(words: Iterable[str]) -> str:
    return one_of(re.escape(word).replace(r"\ ", " ") for word in words)


_FIRST_WORDS: Final = (*ONES, *TEENS, *TENS, *SCALES, "dozen", "half", "quarter", "third", "minus")
_SIGN: Final = r"(?:(?P<sign>minus |(?<![\w)%])[-\u2212–](?=[0-9$£€.])|\+(?=[0-9]))?)"
# "a quarter of a million", "half a dozen", "quarter million".
_PARTS_OF_SCALES: Final[Mapping[str, Decimal]] = {
    "half": Decimal("0.5"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75"),
    "third": Decimal(1) / 3, "two thirds": Decimal(2) / 3,
}  # fmt: skip
_SCALE_WORD: Final = one_of([*SCALES, "dozen"])
_PART: Final = (
    rf"(?:an?(?: |{DASH}))?(?P<part>(?:half|quarter)(?=(?:(?: of)? an?)?(?: |{DASH}){_SCALE_WORD}\b)"
    rf"|(?:third|three(?: |{DASH})quarters|two(?: |{DASH})thirds)(?= of an? {_SCALE_WORD}\b))"
    rf"(?:(?: of)? an?)?"
)
_AND_A_PART: Final = (
    rf"(?: |{DASH})and(?: |{DASH})(?:a(?: |{DASH})(?:half|quarter)|three(?: |{DASH})quarters)"
)
_EIGHTHS: Final = r"[1-7]/[2348](?![0-9/])"
# "lakh crore" and "thousand billion"; in Indian English also "5 lakhs".
_SCALE: Final = (
    rf"(?:(?:hundred|thousand|lakh|million)(?: |{DASH}))?(?:{_SCALE_WORD}|lakhs|crores)(?!s?\w)"
)
_SIGNS: Final = _escaped(CURRENCY_SIGNS.keys() - CURRENCY_CODES - {"R"})
_CODE: Final = (
    rf"(?=[A-Z]{{3}} ?[0-9])(?:{one_of(CURRENCY_CODES - CODES_LIKE_WORDS)}"
    rf"|{one_of(CODES_LIKE_WORDS)}(?= ?[0-9.,]+ ?(?:bn|m|million|billion|trillion)\b))"
)
# "R5 billion", "R12.50", "R2 500", but not "the R5".
_RAND: Final = (
    r"R(?= ?(?:[0-9]{1,3}(?:[ ,][0-9]{3})+(?![0-9])|[0-9]+\.[0-9]{2}(?![0-9])"
    r"|[0-9.]+ ?(?:bn|m|million|billion|trillion)\b))"
)
_BODY: Final = (
    rf"(?P<money>(?-i:{_SIGNS}|{_CODE}|{_RAND}) ?)?(?P<inner>(?<=[$£€])[-\u2212](?=[0-9]))?"
    rf"(?P<number>{DIGITS}(?P<vulgar>[½¼¾⅓⅔⅛])?|[½¼¾⅓⅔⅛]|{_PART}|{NUMBER_WORDS}"
    r"|an?(?= dozen\b)|(?<=the\s)dozen|(?<=some\s)dozen|(?<=another\s)dozen)"
    rf"(?P<half>{_AND_A_PART}|(?<=[0-9])(?: |{DASH}){_EIGHTHS})?"
    rf"(?:(?: ?|{DASH})(?P<scale>{_SCALE})(?P<more>{_AND_A_PART}(?! of\b))?"
    rf"|(?P<short> ?(?:{one_of(SHORT_SCALES)}))(?![\w/²³]))?"
)
_NUMBER: Final = compile_pattern(rf"{_SIGN}{_BODY}")
# Where a number may start: with a digit or a sign, or as one of its words does.
_MAY_START: Final = compile_pattern(
    r"(?<![\w.,/:#@=×&^+])(?:(?<=magnitude-)|(?<=near-)|(?<![A-Za-z0-9%][-\u2010-\u2013]))(?<!['’])"
    rf"(?:(?=[^\w\s]|[0-9½¼¾⅓⅔⅛])|(?={_SIGNS})|(?-i:(?=[A-Z]{{3}} ?[0-9]|R ?[0-9]))"
    rf"|(?=(?:{'|'.join(sorted({word[:2] for word in _FIRST_WORDS}))})|an?(?: |{DASH})))"
)
_MOST_DIGITS: Final = 18


def read_number_at(text: str, position: int) -> WrittenNumber | None:
    """The number that starts at `position`, with its currency or measure but no counted noun."""
    match = _NUMBER.match(text, position)
    if match is None or (len(match["number"]) > _MOST_DIGITS and match["number"][0].isdigit()):
        return None
    scale = _scale(match)
    end = match.end()
    if match["short"] and scale is None:
        end, scale = match.start("short"), 1
    number = WrittenNumber(match.start(), end, match["number"], _mantissa(match), scale or 1)
    if match["money"]:
        sign = one_spaced(match["money"])
        return replace(number, unit=CURRENCY_SIGNS.get(sign, sign), measured=True)
    return _below_zero(text, _measure(text, number))


def ends_with_word(text: str, number: WrittenNumber) -> bool:
    """Whether the number ends where a word ends: "737s", "5G" and "4x4" are names."""
    after = text[number.end : number.end + 2]
    if re.match("[0-9]|,[0-9]", after):
        return False  # "$310,0000"
    return number.measured or not re.match(r"\w|[.,:/×][0-9]", after)


def starts(text: str) -> list[int]:
    """The places of numbers; after one of them the next is looked for."""
    found, after = [], 0
    for place in _MAY_START.finditer(text):
        if place.start() >= after and (number := _NUMBER.match(text, place.start())):
            found.append(place.start())
            after = number.end()
    return found


def _mantissa(match: re.Match[str]) -> Decimal:
    number = match["number"].strip()
    if number in VULGAR:
        value = VULGAR[number]
    elif match["vulgar"]:
        value = read_number(number[:-1]) + VULGAR[match["vulgar"]]
    elif match["part"]:
        value = _PARTS_OF_SCALES[" ".join(_WORDS.findall(match["part"].lower()))]
    else:
        value = read_number(number)
    if more := match["half"] or match["more"]:
        value += _part_after(more) * _own_scale(number)
    return -value if (match["sign"] or match["inner"] or "+").strip() != "+" else value


def _part_after(words: str) -> Decimal:
    """What "and a half", "and three quarters" or "1/2" adds."""
    if "/" in words:
        above, below = words[1:].split("/")
        return Decimal(above) / Decimal(below)
    if "three" in words.lower():
        return Decimal("0.75")
    return Decimal("0.5") if words.lower().endswith("half") else Decimal("0.25")


def _own_scale(number: str) -> int:
    """What "and a half" is half of: of a million in "a million and a half", else of one."""
    last = _WORDS.findall(number.lower())[-1:]
    return SCALES.get(last[0], 1) if last and last[0] != "hundred" else 1


_WORDS: Final = compile_later("[a-z]+")


def _scale(match: re.Match[str]) -> int | None:
    """The factor of the scale words; None where a short form means a unit instead."""
    if match["scale"]:
        return prod(_SCALE_VALUES[word] for word in _WORDS.findall(match["scale"].lower()))
    if not match["short"]:
        return 1
    short = match["short"].strip()
    return SHORT_SCALES[short.lower()] if match["money"] or _is_scale(match, short) else None


def _is_scale(match: re.Match[str], short: str) -> bool:
    """Whether a short form after a number that is not money is a scale."""
    if short in {"mm", "t", "T", "b", "cr"} or not match["number"][0].isdigit():
        return False
    if short == "m":
        return _is_million(match)
    return match["short"] != " k" and (len(short) > 1 or _counts_something(match, short))


_SCALE_VALUES: Final = {**SCALES, "dozen": 12, "lakhs": SCALES["lakh"], "crores": SCALES["crore"]}


def _counts_something(match: re.Match[str], short: str) -> bool:
    """Whether one letter is a scale: "10k people", "7B parameters", not "Flat 12B", "3M", "4K"."""
    if short == "k":
        return (
            match["number"] not in _RACED_IN_K
            or read_counted(match.string, match.end()) is not None
        )
    if (match["number"], short) in {("4", "K"), ("8", "K"), ("2", "K")}:
        return False
    before = match.string[max(0, match.start() - 16) : match.start()]
    return read_counted(match.string, match.end()) is not None and not _LETTERED.search(before)


_RACED_IN_K: Final = frozenset({"1", "2", "3", "5", "8", "10", "15", "20", "50", "100"})
# Distances that are raced: "the 100m final", "his 200m titles".
_RACED: Final = frozenset({50, 55, 60, 100, 110, 200, 300, 400, 600, 800})
_IN_MILLIONS: Final = compile_pattern(
    r"[£$€]|\b(?:list|number|population|unemploy|jobless|total|viewer|sales|customer"
    r"|user|subscri|voter|member"
    r"|audience|household|copies|download|views|follower|people|million|bn|m (?:euro|dollar|yen))"
)


# "Between 1.2m and 1.5m people": the first counts what the second does.
_LINKED_MILLION: Final = compile_pattern(
    rf"(?: (?:and|to|or) | ?{DASH} ?)[0-9]+(?:\.[0-9]+)?m(?!\w)"
)


def _is_million(match: re.Match[str]) -> bool:
    """Whether "m" without a currency is a million ("2.3m people") and not a metre ("a 2m wall")."""
    text, mantissa = match.string, match["number"].replace(",", "")
    if match["short"].startswith(" ") or not mantissa[0].isdigit():
        return False
    if Decimal(mantissa.rstrip("½¼¾⅓⅔⅛")) >= 1000:
        return False
    linked = _LINKED_MILLION.match(text, match.end())
    end = linked.end() if linked else match.end()
    if _MONEY_WORDS.match(text, end) or _BARRELS.match(text, end):
        return True
    counted = read_counted(text, end)
    if counted is not None:
        return counted[0].lower() in COUNTED or Decimal(mantissa) not in _RACED
    before = max(0, match.start() - 90)
    return any(said.search(text, before, match.start()) for said in (_IN_MILLIONS, _MILLIONS))


# “98m litres a day, against 91m a year earlier”
_MILLIONS: Final = compile_pattern(
    r"\b[0-9]+(?:\.[0-9]+)?m (?:litres?|liters?|gallons?|barrels?|tonnes?|tons?|people|passengers|customers|visitors"
    r"|users|workers|homes|households|journeys|trips|visits|copies|doses|shares|tickets|vehicles|cars|birds|trees)\b"
    r"[^.;:!?]*$"
)


_CODES: Final = [
    sign for sign in CURRENCY_SIGNS if sign.isalpha() and sign.isupper() and sign != "R"
]
_BARRELS: Final = compile_later(r" ?(?P<scale>m|k|)(?:b/d|bpd|bopd|boe/d|boepd|bbl/d)(?!\w)")
_LIKE_WORDS: Final = compile_later(rf" {one_of(CODES_LIKE_WORDS)}(?!\w)")
_AFTER: Final = {
    word.lower(): name for word, name in (MEASURE_WORDS | CURRENCY_WORDS | CURRENCY_SIGNS).items()
} | {"c": "degree Celsius", "f": "degree Fahrenheit"}
_MONEY_WORDS: Final = compile_pattern(
    rf"(?: |{DASH})(?P<word>{_escaped(CURRENCY_WORDS)}|(?-i:{_escaped(_CODES)}))(?!\w)"
)
# After a stroke: "12 kg/m³", "5 m/s".
PER_SYMBOLS: Final = (
    r"(?-i:h|hr|s|sec|min|d|day|wk|week|month|yr|year|kg|km|km²|km2|l|L|litre|ml|mL|dl|dL|lb|t|tonne|ton|ha"
    r"|m²|m2|m³|m3|sq ft|sq m|MWh|kWh|GWh|bbl|barrel|person|head|night|gallon)"
)
_SHORT: Final = compile_later(
    rf"(?P<gap> ?|{DASH})(?P<word>{one_of(map(re.escape, MEASURE_SYMBOLS))})"
    rf"(?:(?<=[%°º])|(?!\w|/(?!{PER_SYMBOLS}(?!\w))))"
)
_LONG: Final = compile_pattern(
    rf"(?P<gap> |{DASH})?(?P<word>{_escaped(MEASURE_WORDS).replace(' ', f'(?: |{DASH})')})(?!\w)"
)
# Not units after a space or hyphen: "12 st", "5 ms".
# Symbols that also follow number words: "nine km".
_AFTER_WORDS: Final = frozenset(
    {"km", "kg", "cm", "mm", "mph", "km/h", "MW", "GW", "kWh", "MWh", "GWh", "TWh"}
)
_ONLY_CLOSE: Final = frozenset({"mi", "st", "ms", "bp", "pt", "kt", "pc", "cc"})
# Before "12C" these make it the name of a place or a form, not degrees.
_LETTERED: Final = compile_later(
    r"\b(?:seats?|section|terminal|gate|flat|unit|row|block|class|form|year|room|building|appendix"
    r"|schedule|dock|vitamin|pad|bay|stand|hangar|berth|platform|apartment|apt\.?|suite|locker|cell"
    r"|ward|exhibit|table|plot|lot|annex|article|chapter|clause|paragraph|exit|route|bus)\s+$",
    re.IGNORECASE,
)
# "A nurse who has lived in 9F since 2011".
_LIVED_IN: Final = compile_pattern(
    r"\b(?:liv(?:e|es|ed|ing)|mov(?:e|ed|ing)|stay\w*|resid\w+|sleeps?|slept|rent\w*|neighbou?rs?|tenants?|sat|sits)"
    r" (?:in|into|at|of|from)\s+$"
)
_WARM: Final = compile_pattern(
    r"\b(?:degrees?|temperatures?|celsius|fahrenheit|mercury|highs?|lows?|heat\w*|hot|hottest|cold\w*"
    r"|warm\w*|frost\w*|froze\w*|freez\w+|chill|weather|thermometers?)\b|°|[0-9][CF]\b"
)
_A_NAME: Final = compile_later(
    r"\b(?!At|About|Around|Over|Nearly|Almost|Some|To|A|The)[A-Z][\w’'-]*\s+$"
)


def _measure(text: str, number: WrittenNumber) -> WrittenNumber:
    end = number.end
    if money := _MONEY_WORDS.match(text, end):
        code = _AFTER[one_spaced(money["word"]).lower()]
        return replace(number, end=money.end(), unit=code, measured=True, joined=_dashed(text, end))
    if number.scale > 1 and (like_word := _LIKE_WORDS.match(text, end)):
        code = like_word[0].strip()
        return replace(number, end=like_word.end(), unit=code, measured=True)
    if barrels := _BARRELS.match(text, end):
        scale = number.scale * {"m": 10**6, "k": 1000}.get(barrels["scale"], 1)
        return replace(number, end=barrels.end(), scale=scale, unit="barrel/day", measured=True)
    short = _SHORT.match(text, end)
    written_out = short is not None and short["word"] in _AFTER_WORDS
    if short and (number.in_digits or written_out) and _fits(short, text, number):
        unit, joined = MEASURE_SYMBOLS[short["word"]], _dashed(text, end)
        return replace(number, end=short.end(), unit=unit, measured=True, joined=joined)
    long = _LONG.match(text, end)
    if long is None or (long["gap"] is None and not number.in_digits):
        return number
    return _long_measure(text, number, long)


def _fits(short: re.Match[str], text: str, number: WrittenNumber) -> bool:
    """Whether letters after a number are a unit: "12 m" and "12 C" hardly are, "12C" is."""
    word = short["word"]
    if word in {"C", "F"}:
        return _is_temperature(text, number, short)
    letters = word.isalpha() and word.isascii()
    if (
        short["gap"]
        and (letters or short["gap"] != " ")
        and text[short.end() : short.end() + 1] != "/"
    ):
        dashed_metre = word == "m" and short["gap"] != " "
        if (len(word) < 2 and not dashed_metre) or word in _ONLY_CLOSE:
            return False
    return word != "st" or not _is_ordinal(text, number, short.end())


def _is_ordinal(text: str, number: WrittenNumber, end: int) -> bool:
    """The 91st minute: not 91 stone, unless pounds follow."""
    first = number.mantissa % 10 == 1 and number.mantissa % 100 != 11
    return first and re.match(r" ?[0-9]+ ?lb", text[end : end + 6]) is None


def _is_temperature(text: str, number: WrittenNumber, short: re.Match[str]) -> bool:
    before = text[max(0, number.start - 90) : number.start]
    if abs(number.mantissa) >= 4000 or _LETTERED.search(before[-16:]):
        return False
    if short["gap"] not in {"", " "}:
        return False
    if not short["gap"] and not (_A_NAME.search(before) or _LIVED_IN.search(before)):
        return True
    return number.mantissa < 0 or _WARM.search(before + text[short.end() :][:60]) is not None


_BELOW_ZERO: Final = compile_pattern(
    r" below zero(?: (?P<scale>celsius|centigrade|fahrenheit|(?-i:C|F)))?(?!\w)"
)


def _below_zero(text: str, number: WrittenNumber) -> WrittenNumber:
    """12 below zero Fahrenheit: −12."""
    below = _BELOW_ZERO.match(text, number.end)
    if below is None or (number.unit and not number.unit.startswith("degree")):
        return number
    unit = _AFTER[below["scale"].lower()] if below["scale"] else number.unit or "degree"
    cold = -abs(number.mantissa)
    return replace(number, end=below.end(), mantissa=cold, unit=unit, measured=True)


_DASH_OLD: Final = compile_later(rf"{DASH}olds?\b")
_OLD: Final = compile_later(r"\s+olds?\b")


def _long_measure(text: str, number: WrittenNumber, long: re.Match[str]) -> WrittenNumber:
    words = one_spaced(long["word"]).lower()
    words = words if words in _AFTER else re.sub(DASH, " ", words)
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
