"""Text as it is searched: letters, digits and spellings evened out, then cut into terms.

`static/search/folding.js` does the same in the browser, and a test runs both on the same cases.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

from dateline.patterns import compile_later

_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ŧ": "t", "ı": "i", "ς": "σ",
    "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه",
    "ە": "ه", "ٱ": "ا",
    "٫": ".", "٬": ",", "’": "'", "‘": "'", "ʼ": "'", "′": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
}  # fmt: skip
# A hamza alone, the stroke that lengthens an Arabic word, signs of transliteration, and what shows nothing.
_DROPPED: Final = "ءـʿʾʻ\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_ZEROS: Final = (0x660, 0x6F0, 0x966, 0x9E6)
EVEN: Final = (
    _LETTERS
    | dict.fromkeys(_DROPPED, "")
    | {chr(zero + digit): str(digit) for zero in _ZEROS for digit in range(10)}
)
_EVEN_TABLE: Final = str.maketrans(EVEN)
_FOREIGN: Final = compile_later(r"[^\x00-\x7f]+")
# Scripts that put no spaces between words: each letter is searched for itself.
_CLOSE_SET: Final = compile_later("([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")


def fold(text: str) -> str:
    """The text in lower case, without marks on its letters, with the digits 0 to 9."""
    lower = text.lower()
    return lower if lower.isascii() else _FOREIGN.sub(_fold_run, lower)


def _fold_run(found: re.Match[str]) -> str:
    return _folded(found[0])


@lru_cache(maxsize=4096)
def _folded(run: str) -> str:
    letters = (letter for letter in normalize("NFKD", run) if category(letter)[0] != "M")
    return _CLOSE_SET.sub(r" \1 ", "".join(letters).lower().translate(_EVEN_TABLE))


# A letter or a digit is `[^\W_]` here and `[\p{L}\p{N}]` there; `U.S.` and `Iraq's` are words too.
_WORD: Final = compile_later(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
    r"|(?:[^\W\d_]\.)+[^\W\d_]?(?![^\W_])|(?![0-9])[^\W_]+(?:'[^\W_]+)*"
)
_ELIDED: Final = compile_later("^(?:[ldjnscmt]|qu)'")


def words_of(folded: str) -> list[str]:
    """The words and numbers of a folded text, in order."""
    return _WORD.findall(folded)


def term_of(word: str) -> str:
    """A word without its plural, possessive and dots; a number without commas and zeros at its end."""
    if word[0] in _DIGITS:
        return _shorten(word.replace(",", ""))
    if "'" in word:
        word = _ELIDED.sub("", word.removesuffix("'s"), 1).replace("'", "")
    word = word.replace(".", "")
    if word[-1] == "s" and len(word) > 3 and word.isascii():
        return word[:-3] + "y" if word.endswith("ies") else _singular(word)
    return word


def _singular(word: str) -> str:
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word if word[-2] in "sui" else word[:-1]


_DIGITS: Final = "0123456789"


def _shorten(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


# Numbers that are written in two words, and dates


_SCALES: Final = {
    3: "thousand الف الاف هزار",
    5: "lakh",
    6: "million millions m mn مليون ميليون ملايين",
    7: "crore",
    9: "billion billions bn milliard milliards milliarden مليار ميليارد مليارات",
    12: "trillion trillions tn تريليون",
}
POWERS: Final = {name: power for power, names in _SCALES.items() for name in names.split()}
_NUMBER: Final = compile_later(r"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?")
_THOUSANDS: Final = compile_later(r"(?: [0-9]{3})+(?![0-9,]|\.[0-9])")
_SCALE: Final = compile_later(
    rf"[ -]?({'|'.join(sorted(POWERS, key=len, reverse=True))})(?![^\W_])"
)
_MONTH_NAMES: Final = (
    "january jan ژانويه يناير كانون_الثاني",
    "february feb فوريه فبراير شباط",
    "march mar مارس اذار",
    "april apr اوريل ابريل نيسان",
    "may مه مايو ايار",
    "june jun ژوين يونيو حزيران",
    "july jul ژوييه يوليو تموز",
    "august aug اوت اغسطس اب",
    "september sept sep سپتامبر سبتمبر ايلول",
    "october oct اكتبر اكتوبر تشرين_الاول",
    "november nov نوامبر نوفمبر تشرين_الثاني",
    "december dec دسامبر ديسمبر كانون_الاول",
)
MONTHS: Final = {
    name.replace("_", " "): number
    for number, names in enumerate(_MONTH_NAMES, start=1)
    for name in names.split()
}
_BEFORE_YEAR: Final = compile_later(
    r"(?:(?<![^\W_])(?<![.,])([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?(?<![^\W_])"
    rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})"
    r"\.?(?: ([0-9]{1,2})(?:st|nd|rd|th)?)?,? \Z"
)
_AFTER_YEAR: Final = compile_later(r"-([0-9]{2})(?:-([0-9]{2}))?(?![0-9])")
# As long as "the 11th of September, " or a name of two words.
_LONGEST_BEFORE: Final = 30


def compounds_of(folded: str) -> Iterator[str]:
    """What several words say together: "2 500" and "2.5 thousand" as 2500, a date as 2024-09-11."""
    spaced = 0
    for match in _NUMBER.finditer(folded):
        number, end = match[0], match.end()
        if folded[match.start() - 1 : match.start()].isalnum():
            continue
        if scale := _SCALE.match(folded, end):
            yield _times(number.replace(",", ""), POWERS[scale[1]])
        if len(number) <= 3 and number.isdecimal() and end > spaced:
            if more := _THOUSANDS.match(folded, end):
                spaced = more.end()
                yield folded[match.start() : spaced].replace(" ", "")
        elif len(number) == 4 and number.isdecimal():
            yield from _dates(folded, match.start(), end)


def _times(number: str, power: int) -> str:
    """A decimal number times a power of ten."""
    whole, _, part = number.partition(".")
    digits = whole + part.ljust(power, "0")[:power]
    return _shorten(f"{digits.lstrip('0') or '0'}.{part[power:]}")


def _dates(folded: str, start: int, end: int) -> Iterator[str]:
    """The dates whose year is there."""
    year = folded[start:end]
    before = _BEFORE_YEAR.search(folded[max(0, start - _LONGEST_BEFORE) : start])
    if before:
        yield from _date(year, MONTHS[before[2]], before[1] or before[3])
    elif after := _AFTER_YEAR.match(folded, end):
        yield from _date(year, int(after[1]), after[2])


def _date(year: str, month: int, day: str | None) -> Iterator[str]:
    """The month, and the day if there is one."""
    if 1 <= month <= 12:
        yield f"{year}-{month:02}"
        if day and 1 <= int(day) <= 31:
            yield f"{year}-{month:02}-{int(day):02}"


def terms_of(text: str) -> set[str]:
    """Everything that a text can be found by."""
    folded = fold(text)
    return {*map(term_of, set(words_of(folded))), *compounds_of(folded)}
