"""What an article says in passing: numbers, dates and quotations that are seldom what a story is about.

A closed list of forms. Money, percentages, tolls, counts in digits, days of a month and quotations of a
sentence are never among them.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.facts.units import find_unit, is_money
from dateline.facts.wording import sentences
from dateline.language import FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.language.en.words import MONTHS, compile_pattern, one_of
from dateline.patterns import compile_later

# Quotations with fewer words than this.
_SHORT: Final = 6
# Small numbers in words, as "half a dozen letters".
_FEW: Final = compile_pattern(
    r"(?:(?:some|about|around|only|just|nearly|almost|under|over|below|above|at least|up to|more than|fewer than"
    r"|less than|the first|the last) )?(?:half a dozen|a (?:few|dozen|handful|couple)|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)\b(?!-thirds|-fifths|-sixths|-quarters|-tenths)"
)
_TIME: Final = frozenset(
    "second minute hour day night week weekend fortnight month year decade".split()
)
_BEFORE_TIME: Final = compile_pattern(
    r"\b(?:in|after|within|over|for|every|under|through|during|about|around|nearly|almost|than|at least)"
    r"(?: (?:about|around|nearly|almost|just|only|the|the (?:last|past|first|next)|more than|less than"
    r"|at least|some|under|over|up to))? $"
)
_OF_TIME: Final = compile_pattern(r" of [a-z]")
# “14 months after the storm”: counted from a day.
_FROM_DAY: Final = compile_pattern(r" (?:after|before) ")
# “tried twice”, “was cancelled three times last year”; not “twice as much”.
_OFTEN: Final = compile_pattern(r"once|twice|three times")
_AS_MUCH: Final = compile_pattern(
    r" (?:as|more|less|the|its|their|his|her|that|what|over|than|a (?:day|week|month|year)|per|[a-z]+er)\b"
)
# Of what lasts, these are news: "was jailed for five years", "a 70-minute delay".
_LASTING: Final = compile_pattern(
    r"\b(?:jail|sentenc|prison|imprison|custody|ban\b|bans\b|banned|suspen|probation|term\b|terms\b|detain|last(?:s|ed|ing)"
    r"\b|took\b|takes\b|delay|held up|late\b|record\b|wait|deadline|limit|maximum|minimum|strike|walkout|stoppage"
    r"|outage|blackout|siege|ceasefire|truce|curfew|closure|closed|shut|hostage|captivity|trapped|extend|extension"
    r"|postpone|age of|court\b|judge|to (?:leave|pay|decide|comply|reply|respond|appeal|agree)\b"
    r"|longest|shortest|fastest|slowest)"
)
# Where people are harmed or held, their number is news however small, and so is a result.
_TOLL: Final = compile_pattern(
    r"\b(?:dead|deaths?|die[sd]?|dying|kill|injur|wound|hurt|missing|fatal|victim|casualt|surviv|drown|bod(?:y|ies)\b"
    r"|bur(?:ned|nt)|shot|stabb|attack|arrest|charg|detain|convict|jail|hostage|kidnap|abduct|rescu|trapped|evacuat"
    r"|hospital|treated|infect|sick|ill\b|poison|miscarr|deport|expel|sacked|dismissed|resign|quit\b|laid off"
    r"|redundan|crash|collaps|explo|lost\b|feared|s[au]nk|suspect|fled\b|flee|stranded|cut off|stepped down"
    r"|seized|stolen|voted|held\b|freed|hunger|starv)"
)
_SCALE: Final = compile_pattern(r"\b(?:hundred|thousand|million|billion|trillion|lakh|crore)")
_COUNTED: Final = compile_pattern(
    r"^(?:votes?|seats?|goals?|points?|runs?|wickets?|tries|try|medals?|titles?|wins?|victor(?:y|ies)|defeats?|games?"
    r"|sets?|deaths?|cases?|jobs?|homes?|houses?|strikes?|arrests?|bodies|abstentions?|magnitude|times|pairs?)$"
)
_ADJECTIVE: Final = compile_pattern(
    r"(?:[a-z]+ )?(?:[0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+)[-‐‑](?:[a-z]+)(?:[-‐‑][a-z]+)*"
)
# So many letters around a length of time say of what it is.
_NEAR: Final = 40
_OPENS: Final = compile_pattern(
    r"(?:[(\[])(?:(?:about|around|roughly|nearly|some|or|just over|just under|over) )?$"
)
_CLOSES: Final = compile_later(r"(?: [CFK])?[)\]]")
_AGE_BEFORE: Final = compile_pattern(
    r"(?:, ?| \()(?:now |then |aged? |who is )?$| aged (?:[0-9]{1,3}(?:, [0-9]{1,3})*,? and )?$"
)
_AGE_AFTER: Final = compile_later(r"[,.;:)–—]| (?:and|said|who|was|has|of)\b|$")
_SINCE: Final = compile_pattern(
    rf"since (?:(?:last|early|late|mid|the)[ -])?(?:{one_of(month for month in MONTHS if len(month) > 2)}\.?"
    r"|week|month|year|spring|summer|autumn|winter|weekend|fall)"
)
_SAID_BEFORE: Final = compile_pattern(
    r"\b(?:said|told|says|tells|added|wrote|announced|confirmed|warned)(?: (?:the )?\w+)? $"
)
_SAID_AFTER: Final = compile_pattern(
    r" (?:said|told|added|wrote|warned)\b|,? (?:that|in a statement|told|by phone)\b"
)


def is_number_in_passing(
    text: str, found: FoundQuantity, others: Sequence[FoundQuantity], people: Sequence[FoundName]
) -> bool:
    """An age, a conversion, how long something took, how often, an adjective ("64-page"), or a few things."""
    unit = found.unit or ""
    if unit == "times":
        return _OFTEN.fullmatch(found.text) is not None and not _AS_MUCH.match(text, found.end)
    if found.pair or unit in ("percent", "percentage points", "share"):
        return False
    if _converts(text, found, others):
        return True
    return not is_money(unit) and (
        _is_age(text, found, people)
        or _is_duration(text, found, unit)
        or _is_adjective(text, found, unit)
        or _is_a_few(text, found, unit)
    )


def _converts(text: str, found: FoundQuantity, others: Sequence[FoundQuantity]) -> bool:
    """“9 billion forints ($23 million)”, “-11 C (12.2 F)”: another unit of the same, in brackets."""
    opens = _OPENS.search(text, max(0, found.start - 20), found.start)
    closes = _CLOSES.match(text, found.end)
    if not opens or not closes:
        return False
    before = next((other for other in others if text[other.end : opens.start()] == " "), None)
    if before is None or before.unit == found.unit:
        return False
    if found.unit is None:
        return (before.unit or "").startswith("degree") and closes[0] != ")"
    units = [find_unit(quantity.unit or "") for quantity in (before, found)]
    if all(is_money(quantity.unit or "") for quantity in (before, found)):
        return True  # also of money that goes by its name alone: “20m soles (£4.3m)”
    kinds = {unit.kind for unit in units if unit}
    return all(units) and kinds in ({"money"}, {"measure"})


def _is_age(text: str, found: FoundQuantity, people: Sequence[FoundName]) -> bool:
    """“Pia Holm, 67,”, “Holm (67)”, “aged 67”."""
    before = _AGE_BEFORE.search(text, max(0, found.start - 24), found.start)
    if found.unit != "year" or not found.text.isdigit() or not before:
        return False
    is_named = any(person.end == before.start() for person in people)
    is_aged = "aged" in before[0].lower()
    return (is_named or is_aged) and _AGE_AFTER.match(text, found.end) is not None


def _is_duration(text: str, found: FoundQuantity, unit: str) -> bool:
    """“in 12 seconds”, “for 20 years”, “14 months after it”, where the sentence is of no term or delay."""
    around = text[max(0, found.start - _NEAR) : found.end + _NEAR]
    if unit not in _TIME or "-" in found.text or _LASTING.search(around):
        return False
    return bool(
        _BEFORE_TIME.search(text, max(0, found.start - 30), found.start)
        or _OF_TIME.match(text, found.end)
        or _FROM_DAY.match(text, found.end)
        or _FEW.match(found.text)
    )


def _is_adjective(text: str, found: FoundQuantity, unit: str) -> bool:
    """“a 64-page report”, “a 15-minute break”; but not “a 12-year sentence”."""
    if not _ADJECTIVE.fullmatch(found.text) or _COUNTED.match(unit) or "strong" in found.text:
        return False
    return not _LASTING.search(text, found.end, found.end + _NEAR)


def _is_a_few(text: str, found: FoundQuantity, unit: str) -> bool:
    """“three warnings”, “half a dozen letters”; but not two dead, two votes, or two miles."""
    known = find_unit(unit)
    if _COUNTED.match(unit) or (known and known.kind != "noun"):
        return False
    is_few = _FEW.match(found.text) and not _SCALE.search(found.text)
    return bool(is_few) and not _TOLL.search(_sentence(text, found))


def is_date_in_passing(text: str, found: FoundDate) -> bool:
    """“later this month”, “since May”, “said yesterday”: counted from elsewhere, and of no one day."""
    if found.kind == "range":
        return _SINCE.fullmatch(found.text) is not None
    if found.kind != "relative" or not found.readings:
        return False
    if re.fullmatch(r"\d{4}-\d\d-\d\d", found.readings[0]):
        said = _SAID_BEFORE.search(text, max(0, found.start - 40), found.start)
        return bool(said or _SAID_AFTER.match(text, found.end)) and found.text.lower() != "tomorrow"
    return True


def is_quotation_in_passing(found: FoundQuotation) -> bool:
    return len(found.text.split()) < _SHORT


def _sentence(text: str, found: FoundDate | FoundQuantity) -> str:
    begin, end = next(
        (span for span in sentences(text) if span[0] <= found.start < span[1]),
        (found.start, found.end),
    )
    return text[begin:end]
