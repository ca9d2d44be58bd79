"""A first look at a short text, so that the grammar reads only those that may have something."""

import re
from typing import Final

from dateline.language.en.words import MONTHS, ONES, SCALES, TEENS, TENS, WEEKDAYS, one_of
from dateline.patterns import compile_later

_MAY_COUNT: Final = compile_later(
    rf"[\d½¼¾⅛⅓⅔]|\b(?:{one_of({**ONES, **TEENS, **TENS, **SCALES})}s?\b"
    r"|decades|centuries|dozens?|scores?|half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?"
    r"|tenths?|elevenths?|twelfths?|(?:fif|six)teenths?|(?:twen|thir|fif)tieths?|teens|hundredths?|thousandths?|twice|thrice|double|triple|treble|quadruple|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|couple|several|\w+fold"
    r"|an? (?:\w+ )?(?:second|minute|hour|day|week|fortnight|month|year|decade|century|mile|kilomet|met|ton|point))",
    re.IGNORECASE,
)
_MAY_DATE: Final = compile_later(
    rf"\d|\b(?:{one_of(MONTHS)}|{one_of(WEEKDAYS)})\b|(?:day|night|week|weekend|year|month|decade|season)s?\b|\bcentur"
    r"|\b(?:today|tomorrow|yesterday|morning|afternoon|evening|fortnight|quarter|half|halves|spring|summer|autumn|winter|fall|christmas"
    r"|easter|eve|whitsun|pentecost|candlemas|michaelmas|lammas|epiphany|hogmanay|juneteenth|mardi gras"
    r"|ramadan|eid|diwali|hanukkah|thanksgiving|halloween|ago|antiquity|noughties|era|BCE?|AD)\b"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b",
    re.IGNORECASE,
)


def may_have_quantities(text: str) -> bool:
    return _MAY_COUNT.search(text) is not None


def may_have_dates(text: str) -> bool:
    return _MAY_DATE.search(text) is not None
