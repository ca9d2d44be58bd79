"""Months: September 2023, last March, and May where it is neither a name nor a verb."""

import re
from dataclasses import replace
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import (
    MONTH,
    MONTH_NAME,
    MONTH_SIGNS,
    NOT_CLAUSE,
    THAT,
    THAT_YEAR,
    YEAR,
    Atoms,
    B,
    atom,
    date_rule,
    near,
    read_month,
    year_meaning,
    yearly,
)
from dateline.language.en.words import DASH, compile_pattern
from dateline.patterns import compile_later


@date_rule(rf"{B}(?P<month>{MONTH})(?![A-Za-z])(?P<year>{THAT_YEAR})", signs=MONTH_SIGNS)
def month_and_year(match: re.Match[str]) -> Atoms:
    """September 2023, May of 1968, October last year."""
    if match["month"][0].isupper():
        month = read_month(match["month"])
        meaning = year_meaning(match["year"], lambda year: intervals.month(year, month))
        yield atom(match, "month", meaning, dated=True)


@date_rule(
    rf"{B}(?P<which>last|this|next|this coming|the following|the previous"
    rf"|{THAT}(?= {MONTH_NAME}\b{NOT_CLAUSE})) (?P<month>{MONTH_NAME})(?![A-Za-z])",
    signs=MONTH_SIGNS,
)
def near_month(match: re.Match[str]) -> Atoms:
    """Last September, this March, next May, that November."""
    if match["month"][0].isupper():
        month = read_month(match["month"])
        which = match["which"].lower()
        meaning = near(lambda year: intervals.month(year, month), which)
        yield replace(atom(match, "month", meaning), which=which in {"last", "next"})


# Months whose names are also names of people or other words count only after one of these.
_NAMES_TOO: Final = frozenset({"march", "april", "may", "june", "august"})
_MONTH_BEFORE: Final = compile_pattern(
    r"(?:\b(?:in|since|by|until|till|from|of|to|between|and|early|late|mid|through"
    r"|during|for|before|than|dry|wet|cold|warm|hot|mild"
    rf"|after|the|or|every|throughout|end of|start of|{DASH}|{MONTH_NAME},?|,)(?: |{DASH})|[-–(])$"
)
_EVERY: Final = compile_pattern(r"\b(?:every|each)(?: other| second)? $")
_PART_BEFORE: Final = compile_pattern(
    r"\b(?:weekends?|weeks?|days?|nights?|half|end|start|beginning|middle|rest|month) (?:of|in) $"
)
_NOUN_AFTER: Final = compile_later(r"\s+(?!(?:be|have|not|or|and|of)\b)[a-z]{3,}")
_NAME_AFTER: Final = compile_later(
    r"\s+[A-Z][a-z]|['’]s\s|\s+(?:said|says|told|was|is|has|for|on)\b"
)
_MONTH_AND: Final = compile_pattern(
    rf"\b{MONTH}(?: {YEAR})?(?:,? (?:and|or|to|through)|,) (?:in )?$"
)
# "April itself", "March was the driest", "May's figures": months where no person of the name is about.
_ITSELF: Final = compile_pattern(
    r" (?:itself|alone|onwards?)\b| (?:is|was|has been|had been|will be) (?:(?:the|an?|also|very"
    r"|unusually|so|even|by far|only|generally|mostly|exceptionally|particularly) )*(?:[a-z]+est"
    r"|(?:wett|dri|cold|warm|hott|cool|mild|bett|quiet|busi|snowi|sunni|stormi)er|worse|most|least|dry|wet|hot|warm|cold|cool|mild|bad|good|quiet|busy|record|sunny|stormy)\b"
)
_OF_THE_MONTH: Final = compile_pattern(
    r"'s (?:[a-z-]+ ){0,3}(?:snow(?:fall)?|rain(?:s|fall)?|storms?|floods?|flooding|heat|heatwave"
    r"|frosts?|drought|weather"
    r"|fires?|wildfires?|earthquake|quake|figures?|data|numbers|readings?|totals?|rates?|rise|fall|drop|increase|cuts?|inflation"
    r"|jobs|sales|output|exports|imports|prices|survey|poll|elections?|vote|ballot|referendum|summit"
    r"|meeting|budget|report|results|record|peak|level|high|low|deadline|attacks?|strikes?|protests?|explosion"
    r"|blast|crash|match|game|race|final|tournament|festival|fair|coup|harvest|temperatures?|average|estimate"
    r"|forecast|pact|deal|agreement|ceasefire|truce|launch|edition|issue|bill)\b"
)
_SURNAME_OR_NAME: Final = (
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Minister|President|Secretary|Theresa|Brian|Fredric)\.? {name}\b"
    r"|\b{name} (?:said|says|told|added|[A-Z][a-z]+)"
)


@date_rule(rf"{B}(?P<month>{MONTH_NAME})(?![A-Za-z])", signs=MONTH_SIGNS)
def bare_month(match: re.Match[str]) -> Atoms:
    """March, where the words around make it a month."""
    name = match[0].lower()
    if _EVERY.search(match.string, max(0, match.start() - 16), match.start()):
        return
    if match[0][0].isupper() and (name not in _NAMES_TOO or _is_month(match)):
        month = read_month(name)
        yield atom(match, "month", yearly(lambda year: intervals.month(year, month)))


def _is_month(match: re.Match[str]) -> bool:
    """Whether a word that is also a name or a verb is a month here."""
    text, start, end = match.string, match.start(), match.end()
    if _MONTH_AND.search(text, max(0, start - 32), start):
        return not re.match(r"\s+(?:said|says|told|has|have)\b", text[end:])
    if _ITSELF.match(text, end) or _OF_THE_MONTH.match(text, end):
        return not re.search(_SURNAME_OR_NAME.format(name=match[0]), text)
    if _PART_BEFORE.search(text, max(0, start - 16), start):
        return True
    lead = _MONTH_BEFORE.search(text[max(0, start - 24) : start])
    if lead is None or (_NAME_AFTER.match(text, end) and "in " not in lead[0].lower()):
        return False
    word, is_may = lead[0].strip().lower(), match[0].lower() == "may"
    if is_may and word in {",", "and", "for"}:
        return False
    return not (is_may and word == "the") or _NOUN_AFTER.match(text, end) is not None
