"""The small closed vocabularies of English dates and numbers, and the pieces of patterns.

Patterns are written with a plain space where prose may have any white space inside one
paragraph; `compile_pattern` widens it, and `'` and `-` to the marks that typesetters use.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from dateline.patterns import compile_later, write_later

MONTHS: Final[Mapping[str, int]] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9,
    "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final[Mapping[str, int]] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "mon": 0, "tues": 1, "tue": 1, "weds": 2, "wed": 2, "thurs": 3, "thur": 3,
    "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
ORDINALS: Final[Mapping[str, int]] = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
ONES: Final[Mapping[str, int]] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS: Final[Mapping[str, int]] = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final[Mapping[str, int]] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final[Mapping[str, int]] = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "quadrillion": 10**15, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# "m" is a million after a sum of money; without one it is a metre (see quantities.py).
SHORT_SCALES: Final[Mapping[str, int]] = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "t": 10**12, "cr": 10**7,
}  # fmt: skip
VULGAR: Final[Mapping[str, Decimal]] = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"),
    "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
}  # fmt: skip

# `plain` in __init__.py has replaced all other white space before a pattern is applied.
SPACE: Final = r"(?: {1,3})"
# A hyphen, or a dash used as one between numbers.
DASH: Final = r"[-\u2010-\u2014]"
_HEAVIER: Final = {" ": SPACE, "'": "['’]"}
_PIECE: Final = compile_later(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|[ ']", re.DOTALL)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Ignore case; outside brackets and unescaped, a space means SPACE, and ' either mark."""
    return write_later(partial(_widen, pattern), re.IGNORECASE)


def _widen(pattern: str) -> str:
    return _PIECE.sub(lambda piece: _HEAVIER.get(piece[0], piece[0]), pattern)


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def is_abbreviation(word: str) -> bool:
    """Whether its capitals make a word another one: "US" is not "us", nor "WHO" "who"."""
    letters = word.rstrip(".")
    return letters.isupper() and len(letters) > 1


def one_spaced(words: str) -> str:
    return " ".join(words.split())


_GAP: Final = rf"(?:{DASH}| )"
_SMALL: Final = (
    rf"(?:{one_of(TENS)}(?:{_GAP}{one_of(ONES)}(?![a-z]))?|{one_of(TEENS)}|{one_of(ONES)})"
)
_HUNDRED: Final = rf"{_GAP}hundred(?![a-z])"
_GROUP: Final = rf"(?:an?(?={_HUNDRED})|{_SMALL})(?:{_HUNDRED}(?:(?: and)? {_SMALL}(?![a-z]))?)?"
_BIG: Final = one_of(word for word in SCALES if word != "hundred")
# "twenty-three", "two hundred and fifty thousand"; "a million" but not "a" alone.
NUMBER_WORDS: Final = (
    rf"(?:(?:{_GROUP}|an?(?={_GAP}{_BIG}))(?:{_GAP}{_BIG}(?!s)(?:(?: and)? {_GROUP}(?![a-z]))?)"
    rf"{{0,3}})(?![a-z])"
)
# The last word of each of these, or the last digit of another number.
LAST_OF_NUMBER: Final = rf"(?:[0-9]|\b{one_of([*ONES, *TEENS, *TENS, *SCALES])})"
# Also "2 500" with any space, but not "2 500-kg bombs" or "the 3 200m races".
DIGITS: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:[ ][0-9]{3})+"
    rf"(?![0-9a-z]|[ ,./:][0-9]|{DASH}[a-z])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
)
COUNT: Final = rf"(?:{NUMBER_WORDS}|[0-9]{{1,3}}|an?|a dozen)"


def read_number(words: str) -> Decimal:
    """The value of digits or of number words that DIGITS or NUMBER_WORDS matched."""
    if words[0].isdigit() or words[0] == ".":
        return Decimal(words.replace(",", "").replace(" ", ""))
    total = group = 0
    for word in re.split(r"[^a-z]+", words.lower()):
        if word == "hundred":
            group = max(group, 1) * 100
        elif word in SCALES and total and not group:
            total *= SCALES[word]  # "two lakh crore"
        elif word in SCALES:
            total, group = total + max(group, 1) * SCALES[word], 0
        elif word == "dozen":
            group = max(group, 1) * 12
        else:
            group += ONES.get(word) or TEENS.get(word) or TENS.get(word) or (word in {"a", "an"})
    return Decimal(total + group)


# What precedes a person's name and may be left out. A king or a pope has no other name.
TITLES: Final = frozenset(
    """sir dame lord lady dr prof professor mr mrs ms miss rev reverend sen senator rep gov governor
    gen general col colonel maj major capt captain lt lieutenant sgt sergeant judge justice president
    minister chancellor ambassador councillor cllr coun ald alderman det insp supt brig cpl""".split()
)
# Words that are part of no name and of no noun phrase: articles, pronouns, prepositions, forms of
# "be" and "have".
FUNCTION_WORDS: Final = frozenset(
    """that a in and are from is no of it or has as an at the this these those he him his she her
    its they them their we us our you your i me my who whom whose which one but nor so on by for
    to with if not was were be been have had said""".split()
)
# Others that open sentences and end noun phrases.
CONNECTIVES: Final = frozenset(
    """behind without within into over under after before since until during between among amid
    against across along around about above below near off out up down than per yet when where while
    because although though each every either neither both all some more most only also just even
    still then now there here via like despite later earlier together today tomorrow yesterday last
    next again beyond two three four five six seven eight nine ten how why what instead""".split()
)
TIME_UNITS: Final = frozenset(
    """second minute hour day night week fortnight month quarter year decade century season""".split()
)

# Words that follow a number as what it counts although they do not end in -s.
# After a time of departure: “the 21.40 night express”, “the 7.15 from Leeds”.
SERVICE: Final = (
    r" (?:(?:(?:late|last|early|first)[ -])?(?:night|morning|evening|afternoon|overnight|fast|slow"
    r"|stopping|direct|high-speed|commuter|passenger|intercity|regional|boat) ){0,2}(?:from|to|express|train|sleeper"
    r"|service|bus|coach|ferry|flight|departure|tram)\b"
)
PLURALS: Final = frozenset(
    """police staff crew personnel aircraft spacecraft sheep fish deer cattle teeth feet mice geese
    lives wives species series headquarters offspring criteria bacteria dead injured wounded
    homeless missing troops youth clergy livestock poultry salmon buffalo oxen folk sq inmates dice
    alumni fungi cacti nuclei larvae media percent""".split()
)  # fmt: skip
# Counted people and things: after one of these a bare four-digit number is not a year, and a
# capitalised word before the number no label ("In Gaza 40 people").
COUNTED: Final = frozenset(
    """people men women children residents civilians soldiers troops police officers passengers
        students workers employees jobs homes houses families voters pupils patients prisoners
        inmates victims refugees migrants protesters demonstrators fans supporters members
        deaths cases fatalities casualties injuries arrests birds animals trees cars vehicles
        tonnes tons miles kilometres kilometers metres meters feet acres hectares pages words
        copies tickets seats rooms beds doses species staff crew dead injured wounded missing
        firefighters volunteers spectators delegates shares dollars pounds euros yen calories
        megawatts rupees households businesses schools villagers villages shops flights visitors
        tourists mourners guests years months weeks days hours minutes""".split()
)
