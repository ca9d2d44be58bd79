"""Rates: what follows a quantity and makes it one of something for each of another."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.facts.units import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURE_SYMBOLS,
    MEASURE_WORDS,
)
from dateline.language.en.quantities.numbers import PER_SYMBOLS, Draft, read_number_at
from dateline.language.en.speech import OF_OTHERS, ROLES
from dateline.language.en.words import COUNTED, DASH, DIGITS, compile_pattern, one_of, one_spaced
from dateline.patterns import compile_later

_GAP: Final = rf"(?: |{DASH})"
_TIMES: Final = "minute|hour|day|week|fortnight|month|year|decade"
# After "a" these may as well begin something else: "after ten minutes a second goal".
_OFTEN_OTHER: Final = (
    "second|night|quarter|season|head|share|unit|piece|round|game|match|shift|term|seat|trip|voyage"
    "|visit|crossing|adult|student|customer|resident|worker|visitor|family|car|vehicle|bag"
)
_GOODS: Final = (
    "person|quintal|kg|tola|maund|bale|crate|sack|barrel|gallon|lit(?:re|er)|tonne|ton|bushel|acre[ -]foot|acre|hectare"
    "|kilo(?:gram(?:me)?)?|pound|ounce"
    "|pint|mile|kilomet(?:re|er)|(?:square |cubic )?(?:met(?:re|er)|foot|yard)|inch|ticket|bottle|pack"
    "|dose|copy|page|word|megawatt-hour|kilowatt-hour|therm|household|passenger|pupil|child|lap|session"
    r"|dozen(?=[.,;:)!?]|$| (?:in|on|at|last|this|from|to|and|but|than|by|for|or|when|now|a (?:week|month|year) ago)\b)"
)
_ENDS: Final = (
    r"(?=$|[.,;:!?)\]]| ?[-–—] | (?:and|or|but|an?|in|at|to|for|from|with|during|when|while|as|on|by|of|over"
    r"|than|is|was|are|were|since|until|before|through|into|under|because|that|so|if)\b)"
)
_NOT_THAT_AGO: Final = (
    r"(?![\w’'])(?! (?:ago|earlier|later|before|after|previously|old|long|sooner|on(?! average))\b)"
)
_WORDS: Final = one_of(
    re.escape(word).replace(r"\ ", " ")
    for word in (*MEASURE_WORDS, *CURRENCY_WORDS)
    if not word.startswith(("per", "%"))
)
_OF_WHAT: Final = rf"(?: of(?: the)?(?: [a-z-]+){{1,2}}?| extra| more)?{_GAP}"
# How a rate begins: little follows that is none, so that the long patterns are seldom needed.
_BEGINNING: Final = compile_pattern(
    rf"{_OF_WHAT}(?:(?P<per>per{_GAP})|(?P<to>to the )|an?{_GAP}|each |every |p\.?a|(?:hour|dai|night|week|month"
    r"|year|annual)ly)|/"
)
_PER: Final = compile_pattern(
    rf"{_OF_WHAT}(?:per{_GAP}(?:(?P<each_of>{DIGITS}) ?(?P<measure>{PER_SYMBOLS})(?!\w)|"
    rf"(?P<per>(?:(?:{DIGITS}|million|thousand|hundred) )?(?:{_WORDS}(?!\w)"
    rf"|(?!cent\b|se\b|usual\b|annum\b)[a-z][a-z’'-]*[a-z](?!\w)(?: (?:{one_of(COUNTED)}|births))?)))"
    r"|(?P<annum>per annum))"
)
_TO_THE: Final = compile_pattern(
    rf"{_OF_WHAT}to the (?P<to>{one_of(map(re.escape, CURRENCY_WORDS))}"
    r"|pound|gallon|lit(?:re|er)|acre|hectare|mile)(?!\w)"
)
_OTHERWISE: Final = compile_pattern(
    rf"{_OF_WHAT}(?:an?{_GAP}(?:(?P<time>{_TIMES}){_NOT_THAT_AGO}"
    rf"|(?P<other>{_OFTEN_OTHER}){_ENDS}"
    rf"|(?P<goods>{_GOODS})(?![\w]|-[a-z])|(?<=-)(?P<dashed>{_OFTEN_OTHER})(?!\w)"
    rf"|(?P<noun>[a-z]{{2,}})(?= (?:an?|per|every|each) (?:{_TIMES}){_NOT_THAT_AGO}))"
    rf"|(?:each|every)(?: single)? (?P<each>{_TIMES}|second|night|season|quarter){_NOT_THAT_AGO}"
    r"|(?P<annum>p\.a\.|pa\b)"
    rf"|(?P<adverb>hourly|daily|nightly|weekly|monthly|yearly|annually){_ENDS})"
    rf"|/ ?(?P<symbol>{PER_SYMBOLS})(?![\w/])"
    rf"|/(?P<word>{_TIMES}|night|person)(?![\w/])"
)
_ADVERBS: Final = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "yearly": "year", "annually": "year",
}  # fmt: skip
_SYMBOL_NAMES: Final = {
    "h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "d": "day", "wk": "week",
    "yr": "year", "bbl": "barrel", "L": "litre", "mL": "millilitre", "dl": "decilitre", "dL": "decilitre",
    "lb": "pound",
}  # fmt: skip
# A fraction or a year of age is of nothing a day.
_RATELESS: Final = frozenset({"share", "magnitude"})


def rated(text: str, draft: Draft) -> Draft:
    """The draft with the rate after it, if any: "€900 a day", "12 deaths per 100,000 people"."""
    if draft.pair or draft.unit in _RATELESS:
        return draft
    match = _rate_after(text, draft.end) or _price_of(text, draft)
    if match is None:
        return _against(text, draft)
    per, end = _per_name(match), match.end()
    second = _rate_after(text, end)
    if second and not re.match(" (?:of|extra|more) |[^0-9]*[0-9]", second[0]):
        per, end = f"{per}/{_per_name(second)}", second.end()
    return replace(draft, end=end, per=per)


# What money is paid for, right before the end of its phrase: “£8.50 a jar for her honey”.
_PRICED: Final = compile_pattern(
    r" an? (?P<priced>[a-z]{3,}(?:-[a-z]+)?)(?=$|[.,;:!?)\]—–]| (?:for|from|to|in|at|and|or|but|than|on|this|last"
    r"|while|when|instead|more|before|after|compared|against|up|down)\b)"
)
# “With £5m a club in Leeds can buy …”
_BEGINS_OTHERWISE: Final = compile_later(
    r"\b(?:with|without|after|worth) (?:[a-z]+ ){0,2}$", re.IGNORECASE
)
_NO_GOODS: Final = frozenset(
    "minute hour day week fortnight month year decade century moment second third quarter half few little"
    " lot bit further fifth tenth number man woman firm".split()
)


def _price_of(text: str, draft: Draft) -> re.Match[str] | None:
    """“Sh150,000 a boat”: what somebody pays for each, and not who did something."""
    if draft.unit not in CURRENCY_CODES and draft.unit not in ("penny", "cent"):
        return None
    priced = _PRICED.match(text, draft.end)
    if priced is None or priced["priced"].lower() in _NO_GOODS | ROLES | OF_OTHERS:
        return None
    return None if _BEGINS_OTHERWISE.search(text, 0, draft.start) else priced


def rate_follows(text: str, position: int) -> bool:
    return rate_end(text, position) is not None


def rate_end(text: str, position: int) -> int | None:
    match = _rate_after(text, position)
    return match.end() if match else None


def _rate_after(text: str, position: int) -> re.Match[str] | None:
    beginning = _BEGINNING.match(text, position)
    if beginning is None:
        return None
    form = _PER if beginning["per"] else _TO_THE if beginning["to"] else _OTHERWISE
    return form.match(text, position)


def _per_name(match: re.Match[str]) -> str:
    name, words = next((name, words) for name, words in match.groupdict().items() if words)
    match name:
        case "annum":
            return "year"
        case "adverb":
            return _ADVERBS[words.lower()]
        case "each_of":
            return f"{words} {_symbol_name(match['measure'])}"
        case "symbol":
            return _symbol_name(words)
        case "to":
            return _currency(words)
    return _name(words)


def _symbol_name(symbol: str) -> str:
    return _SYMBOL_NAMES.get(symbol) or MEASURE_SYMBOLS.get(symbol) or symbol


def _name(words: str) -> str:
    name = one_spaced(words).lower()
    return _NAMES.get(name, name)


_NAMES: Final = {word.lower(): unit for word, unit in ({**CURRENCY_WORDS, **MEASURE_WORDS}).items()}
_NAMES["kg"] = MEASURE_SYMBOLS["kg"]

# Rates of exchange

_IS_AGAINST: Final = compile_later(r"\s+(?:against|versus|for)\s", re.IGNORECASE)
_AGAINST: Final = compile_pattern(
    rf" (?:against|versus|for) (?:the|an?|one) (?:US )?(?P<to>{one_of(map(re.escape, CURRENCY_WORDS))}|pound)"
    r"(?!\w)"
)
_MONEY_NAME: Final = compile_pattern(
    rf"\b(?P<word>{one_of(map(re.escape, CURRENCY_WORDS))}|pound)\b"
)


def _against(text: str, draft: Draft) -> Draft:
    """The yuan traded at 7.24 against the dollar."""
    if draft.unit or not draft.low or not _IS_AGAINST.match(text, draft.end):
        return draft
    against = _AGAINST.match(text, draft.end)
    if against is None:
        return draft
    per = _currency(against["to"])
    if currency_before(text, draft.start, per) is None:
        return draft
    return replace(draft, end=against.end(), per=per)


def currency_before(text: str, position: int, per: str) -> str | None:
    """The currency other than `per` last named in the sentence: the unit of "388.40 per euro"."""
    sentence = re.split(r"[.!?]\s+(?=[A-Z])", text[max(0, position - 160) : position])[-1]
    named = [_currency(match["word"]) for match in _MONEY_NAME.finditer(sentence)]
    return next((code for code in reversed(named) if code != per), None)


def _currency(word: str) -> str:
    return "GBP" if word.lower() == "pound" else _name(word)


_EQUALS: Final = compile_pattern(
    rf"(?:(?P<sign>{one_of(map(re.escape, CURRENCY_SIGNS))}) ?1|1 (?P<word>{one_of(map(re.escape, CURRENCY_WORDS))}))"
    r" ?= ?"
)


def find_equations(text: str) -> Iterator[Draft]:
    """€1 = 388.40 forints."""
    if "=" not in text:
        return
    for match in _EQUALS.finditer(text):
        number = read_number_at(text, match.end())
        if number and number.measured:
            per = CURRENCY_SIGNS[match["sign"]] if match["sign"] else _name(match["word"])
            unit, value = number.unit, number.value
            yield Draft(match.start(), number.end, value, value, unit, measured=True, per=per)
