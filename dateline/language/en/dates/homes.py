"""Where a paragraph is at home: which months its years of accounts and its seasons have."""

import re
from typing import Final

from dateline.language.en.dates.fiscal_years import beginning_of_years
from dateline.language.en.words import compile_pattern

# The month that years of accounts begin with there.
_HOMES: Final = {
    10: compile_pattern(
        r"\b(?-i:NASA|Congress|White House|Pentagon|Capitol Hill|Senate|Medicare|U\.S\.|US Treasury)(?!\w)"
    ),
    4: compile_pattern(
        r"₹|\b(?:crore|lakh|rupees|(?-i:India|Indian|HMRC|Whitehall|the Centre|NHS))\b"
    ),
    7: compile_pattern(
        r"\b(?-i:Australian?|Canberra|New South Wales|Queensland|New Zealand)\b|A\$"
        r"|\b(?:state(?:'s)? (?:budget|lawmakers|legislature|senators?)|statehouse|(?-i:Lawmakers|Legislature)"
        r"|school (?:district|board)|county commissioners|community college)\b"
    ),
}
_SOUTH: Final = compile_pattern(
    r"\b(?-i:Australian?s?|Tasmanian?|New Zealand|Queensland|New South Wales|Sydney|Melbourne|Brisbane|Adelaide"
    r"|Hobart|Canberra|Darwin|Auckland|Otago|Waikato|Bass Strait|South African?|Cape Town|Johannesburg|Durban|Pretoria"
    r"|KwaZulu-Natal|Western Cape|Namibian?|Botswana|Zimbabwean?|Harare|Lesotho|Argentin(?:a|e|ian)|Buenos Aires"
    r"|Patagonian?|Chilean?|Uruguay(?:an)?|Montevideo|Paraguay(?:an)?|Brazil(?:ian)?|S[aã]o Paulo|Peru(?:vian)?"
    r"|Bolivian?|Antarctica?|Falklands?)\b"
)


def _paragraph(match: re.Match[str]) -> str:
    text = match.string
    first, last = text.rfind("\n\n", 0, match.start()) + 1, text.find("\n\n", match.end())
    return text[first : last if last >= 0 else len(text)]


def beginning_at_home(match: re.Match[str]) -> int | None:
    """The month that years of accounts begin with in the paragraph of a match, if it tells."""
    paragraph = _paragraph(match)
    if said := beginning_of_years([paragraph]):
        return said
    found = [begin for begin, words in _HOMES.items() if words.search(paragraph)]
    return found[0] if len(found) == 1 else None


def lies_south(match: re.Match[str]) -> bool:
    """Whether the paragraph of a match names a place where winter is in July."""
    return is_southern(_paragraph(match))


def is_southern(text: str) -> bool:
    return _SOUTH.search(text) is not None
