"""The heads of tables, which shorten what prose spells out: "Jan-Oct 25", "2025 Q3", "EUR bn", "pp"."""

import re
from calendar import month_name
from typing import Final

from dateline.language.en.words import MONTHS
from dateline.patterns import compile_later

_SHORT_MONTH: Final = compile_later(
    rf"\b({'|'.join(name.title() for name in MONTHS if len(name) <= 4 and name != 'may')})\b\.?"
)
_YEAR_FIRST: Final = compile_later(r"\b(\d{4})[ /-]?([QH][1-4])\b")
_PART: Final = compile_later(r"\b([QH][1-4])[ /-]?(?:(\d{4})|['’]?(\d\d))\b")
_CLIPPED: Final = compile_later(r"(?<=[a-z]) ['’](\d\d)\b")
_FORECAST: Final = compile_later(
    r"\b((?:FY ?['’]?)?\d{4}(?:[-–/]\d\d)?|FY ?['’]?\d\d) ?[efpr]\b", re.IGNORECASE
)
_END: Final = compile_later(r"\b[Ee]nd[ -](?=\d{4}\b)")
# A time that the numbers are only compared with: "Change on 2024", "Up from 2024", "2015 = 100".
_COMPARED: Final = compile_later(
    r"\bon (?:the )?\d{4}\b|\b(?:vs\.?|versus|against|than|over|relative to|compared (?:with|to)|prices of"
    r"|(?:change|rise|growth|increase|fall|up|down)\b.{0,20}\b(?:on|from|since|to))"
    r" (?:the )?(?:\w+\.? ){0,2}\d{4}\b|\d =",
    re.IGNORECASE,
)


def spell_out_dates(head: str) -> str:
    """A head as prose would have it; empty where it compares its numbers with those of another time."""
    if _COMPARED.search(head):
        return ""
    text = _FORECAST.sub(r"\1", head)
    text = _SHORT_MONTH.sub(lambda found: month_name[MONTHS[found[1].lower()]], text)
    text = _CLIPPED.sub(r" 20\1", _YEAR_FIRST.sub(r"\2 \1", text))
    text = _PART.sub(lambda found: f"{found[1]} {found[2] or f'20{found[3]}'}", text)
    return _END.sub("the end of ", text).strip()


_SHORT_UNITS: Final = {
    "pp": "percentage points",
    "pps": "percentage points",
    "% pts": "percentage points",
    "pct points": "percentage points",
    "'000": "thousand",
    "000s": "thousand",
    "000": "thousand",
}
# "£000", "$'000s"
_ZEROS: Final = compile_later(r"([$€£¥₹]|\bRs\.?) ?'?000s?\b")
_PLURAL: Final = compile_later(
    r"\b(thousand|million|billion|trillion|lakh|crore)s\b(?: of)?", re.IGNORECASE
)
_IN: Final = compile_later(r"(?:.*\b)?\bin\b ", re.IGNORECASE)


def spell_out_unit(head: str) -> str:
    """The unit that a part of a head names, as it would follow a number: "in thousands" is "thousand"."""
    text = _IN.sub("", head.strip(), count=1).replace("’", "'").removesuffix(".")
    text = _ZEROS.sub(r"\1 thousand", text)
    return _PLURAL.sub(lambda found: found[1].lower(), _SHORT_UNITS.get(text.casefold(), text))
