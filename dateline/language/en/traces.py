"""A first look at a short text, so that the grammar reads only those that may have something."""

import re
from typing import Final

_MAY_COUNT: Final = re.compile(
    r"\d|[½¼¾⅛⅓⅔]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty"
    r"|forty|fifty|hundred|thousand|million|[bt]rillion|billion|dozen|score|half|halv|third"
    r"|quarter|fifth|tenth|twelfth|twentieth|thirtieth"
    r"|twice|thrice|fold|couple|\ban? (?:\w+ )?(?:second|minute|hour|day|week|fortnight"
    r"|month|year|decade|century|mile|kilomet|met|ton|point)|lakh|crore",
    re.IGNORECASE,
)
_MAY_DATE: Final = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
    r"|days?\b|today|tomorrow|yesterday|tonight|night|week|fortnight|month|year|decade|centur"
    r"|quarter|half|season|spring|summer|autumn|winter|\bfall\b|christmas|easter|\beve\b|ramadan|eid|diwali"
    r"|hanukkah|thanksgiving|halloween|ago\b|antiquity|eighties|nineties|sixties|seventies"
    r"|fifties|forties|thirties|twenties|noughties|era\b|\b(?:BC|AD|BCE|CE)\b",
    re.IGNORECASE,
)


def may_have_quantities(text: str) -> bool:
    return _MAY_COUNT.search(text) is not None


def may_have_dates(text: str) -> bool:
    return _MAY_DATE.search(text) is not None
