r"""Regular expressions that take what the reader takes as a single value.

They are for programs in any language: ECMA 262 with its flag `u`, so without `(?i:…)`. White space
around a value, and how much of it is inside, makes no difference to the reader.
"""

import re
from collections.abc import Iterable
from typing import Final

from dateline.facts import fields
from dateline.facts.dates import PARTS
from dateline.facts.editor_addresses import EDITORS
from dateline.facts.quantities import POWERS, WHOLE
from dateline.facts.rates import is_time
from dateline.facts.units import (
    CODES_AND_SIGNS,
    CURRENCY_SIGNS,
    MEASURE_SYMBOLS,
    MEASURE_WORDS,
    SCALE_WORDS,
)


def whole(pattern: str) -> str:
    """The pattern for the whole of a value."""
    return rf"^\s*(?=\S)(?:{pattern})(?<=\S)\s*$"


def _any_case(word: str) -> str:
    """The word in small or capital letters; a space stands for any white space."""
    letters = (f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in word)
    return "".join(letters).replace(" ", r"\s+")


def _one_of(words: Iterable[str]) -> str:
    """Any of the words, which are text and no patterns, the longest first."""
    escaped = (re.sub(r"([\\^$.*+?()[\]{}|/])", r"\\\1", word) for word in words)
    return f"(?:{'|'.join(sorted(escaped, key=lambda word: (-len(word), word)))})"


# Dates

_LEAP: Final = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
_DAY_OF_YEAR: Final = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_FULL_DAY: Final = rf"(?:[0-9]{{4}}-{_DAY_OF_YEAR}|{_LEAP})"
_PART: Final = rf"(?:-(?:{'|'.join(PARTS)}))?"
_CIVIL: Final = (
    rf"(?:(?!-0000)-?(?:{_FULL_DAY}|[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]))?{_PART})"
    rf"|(?!000X)[0-9]{{3}}X{_PART})"
)
_END: Final = f"{_CIVIL}[~?%]?"
# Both ends of a range have the same mark, or only one of them has one.
_ALIKE: Final = r"(?![^\/]*([~?%])\/[^\/]*(?!\1)[~?%]\s*$)"
_SET: Final = rf"\s*{_CIVIL}(?:\s*,\s*{_CIVIL})+\s*"
DATE: Final = rf"{_END}|{_ALIKE}{_END}\/{_END}|{_END}\/\.\.|\.\.\/{_END}|\[{_SET}\]|\{{{_SET}\}}"
SEVERAL_DATES: Final = _SET
DATES: Final = rf"\s*{_CIVIL}(?:\s*,\s*{_CIVIL})*\s*"
DAY: Final = rf"(?!0000){_FULL_DAY}"
MOMENT: Final = rf"{DAY}(?: (?:[01][0-9]|2[0-3]):[0-5][0-9])?"


# Amounts

_SCALE: Final = f"(?:{'|'.join(map(_any_case, POWERS))})"
_NUMBER: Final = rf"[-\u2212]?{WHOLE}(?:\.[0-9]+)?"
_WITH_SCALE: Final = rf"(?:\s*{_SCALE})?"
_SCALED: Final = f"{_NUMBER}{_WITH_SCALE}"
_TO: Final = r"(?:\s+to\s+|\s*[-\u2010-\u2013]\s*)"
_NO_SIGN: Final = rf"{WHOLE}(?:\.[0-9]+)?"
_SMALL: Final = r"[0-9]{1,3}(?:\.5)?"
_NUMBERS: Final = "|".join(
    [
        _SCALED,
        rf"{_NO_SIGN}\s+against\s+{_NO_SIGN}",
        rf"{_SMALL}[-\u2010-\u2013]{_SMALL}",
        rf"[1-9][0-9]{{0,2}}(?:\/|\s+in\s+)(?!0){WHOLE}",
        rf"±\s*(?=[0-9.,]*[1-9]){_NO_SIGN}{_WITH_SCALE}",
        rf"{_NUMBER}{_TO}{_NUMBER}",
        rf"{_SCALED}{_TO}{_NUMBER}\s*{_SCALE}",
    ]
)
# The reader takes numbers of up to 60 characters and 24 digits, and words without any digit.
_SHORT: Final = r"(?=(?:\S|\s+(?=\S)){1,60}\s*$)(?![\s\S]*[0-9.,]{25})"
_WORDS: Final = r"(?![\s\S]*\p{N})[\s\S]*\p{L}[\s\S]*"
AMOUNT: Final = rf"{_SHORT}(?:{_NUMBERS})|{_WORDS}"
_LETTER: Final = r"[\p{L}\p{N}_]"
AGE: Final = rf"[\s\S]*(?<!{_LETTER})[1-9]0s(?!{_LETTER})[\s\S]*|{AMOUNT}"


# Units: any text but what has more in it than a unit

_PER: Final = f"(?:{'|'.join(map(_any_case, ('per', 'each', 'every')))})"
_ONE_OF_TIME: Final = _any_case("a") + "[nN]?"
_STROKE: Final = r"[^\/]*[^\/\s](?:\s*\/\s*[^\/\s]+)?\s*\/\s*[^\/\s][^\/]*"
_SPELLED: Final = rf"\S[\s\S]*?\s+(?:{_PER}\s+\S[\s\S]*|{_ONE_OF_TIME}\s+\S+\s*)"
_SCALE_WORD: Final = _one_of(SCALE_WORDS)
_SIGN: Final = _one_of(CURRENCY_SIGNS).replace(" ", r"\s+")
_CODE: Final = _one_of({*CODES_AND_SIGNS} - {*CURRENCY_SIGNS})
_OF_TIME: Final = [word for word, unit in MEASURE_WORDS.items() if is_time(unit)]
_TIME_SIGNS: Final = [sign for sign, unit in MEASURE_SYMBOLS.items() if is_time(unit)]
_TIME: Final = f"(?:{'|'.join([*map(_any_case, _OF_TIME), _one_of(_TIME_SIGNS)])})"
# "Million people a day" is a rate, "million people" and "million people a head" are more than a unit.
_RATE: Final = (
    rf"{_STROKE}$|\S[\s\S]*?\s+(?:{_PER}\s+\S|an?\s+{_TIME}\s*$|A[nN]?\s+\S+\s*$|aN\s+\S+\s*$)"
)
_MORE_THAN_A_UNIT: Final = (
    rf"(?!{_RATE}){_SCALE_WORD}(?:\s|$)",
    rf"{_SIGN}\s+(?!\/\s*[^\/\s][^\/]*$)\S",
    rf"{_CODE}\s+(?:{_SCALE_WORD}(?:\s|$)|{_PER}\s+[^\/\s][^\/]*$|{_ONE_OF_TIME}\s+[^\/\s]+\s*$)",
    rf"(?=[^\/]*\/)(?!{_STROKE}$)(?!{_SPELLED}$)",
)
UNIT: Final = f"{''.join(f'(?!{pattern})' for pattern in _MORE_THAN_A_UNIT)}\\S[\\s\\S]*"


# Addresses: what every right one has. The reader also knows hosts that are written in disguise.

_SHOWN: Final = r"[^\p{C}\p{Z}\\]"
_HTTP: Final = f"{_any_case('http')}[sS]?"
_WEB: Final = rf"{_HTTP}:\/\/(?:(?![\/?#@]){_SHOWN})+(?:[\/?#]{_SHOWN}*)?"
_MAIL_TO: Final = rf"{_any_case('mailto')}:(?!\/\/[^\/?#])(?=[^?#]+(?:@|%40)[^?#]){_SHOWN}+"
ADDRESS: Final = f"{_WEB}|{_MAIL_TO}"
MAIL: Final = rf"(?={_SHOWN}*\s*$){fields.MAIL.pattern}"
# Only the gaps for the id of a fact and for its page have braces.
REPORT: Final = rf"(?=(?:[^{{}}]|\{{(?:fact|page)\}})*$)(?:{ADDRESS})"
_OF_SITE: Final = r'[^\p{C}\p{Z}\\?#"<>\/]'
SITE: Final = rf"{_HTTP}:\/\/(?:(?!@){_OF_SITE})+(?:\/(?!\.\.?(?:\/|\s*$)){_OF_SITE}+)*\/?"
_HERE: Final = rf"{_HTTP}:\/\/(?:{_any_case('localhost')}|127\.|\[)"
EDITOR: Final = (
    rf"(?=(?:{'|'.join(map(_any_case, sorted(EDITORS)))}):|{_HERE})"
    r"(?=[\s\S]*\{path\})(?=(?:[^{}]|\{(?:path|line|column)\})*$)"
    rf"{_SHOWN}+"
)
TIME_ZONE: Final = r"[A-Za-z0-9][A-Za-z0-9_+\-.\/]*"


# Numbers as text

# Whole numbers above these, with as many zeros before them as you like.
_ABOVE: Final = {
    90: r"9[1-9]|[1-9][0-9]{2,}",
    100: r"10[1-9]|1[1-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,}",
    180: r"18[1-9]|19[0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,}",
}
_DECIMAL: Final = r"(?=[^eE]*\p{Nd})[+\-]?[\p{Nd}_]*\.?[\p{Nd}_]*(?:[eE][+\-]?[\p{Nd}_]+)?"
_SEPARATOR: Final = r"[\s,%]"


def degrees(limit: int) -> str:
    return rf"(?![+\-]?{_beyond(limit)}\s*$){_DECIMAL}"


def _beyond(limit: int) -> str:
    return rf"0*(?:(?:{_ABOVE[limit]})(?:\.[0-9]*)?|{limit}\.0*[1-9][0-9]*)"


_NEGATIVE: Final = r"-[0-9.]*[1-9][0-9.]*"
_PERCENTAGE: Final = rf"(?!(?:\+?{_beyond(100)}|{_NEGATIVE})(?:{_SEPARATOR}|$))" + _DECIMAL.replace(
    "[^eE]", r"[^eE\s,%]"
)
FOCUS: Final = rf"{_SEPARATOR}*{_PERCENTAGE}{_SEPARATOR}+{_PERCENTAGE}{_SEPARATOR}*"
PART_OF_FOCUS: Final = (
    rf"{_SEPARATOR}*(?:{_PERCENTAGE}(?:{_SEPARATOR}+{_PERCENTAGE})?)?{_SEPARATOR}*"
)
SEPARATORS: Final = rf"{_SEPARATOR}*"
