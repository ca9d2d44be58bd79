"""The unit of a number, where the words around it say what its own do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from dateline.checking.agreement.quantities.currencies import meant_by
from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.facts.units import is_measured, is_money
from dateline.language import FoundQuantity
from dateline.language.en.headlines.labels.number_in_sentence import noun_of_whole

# Countries that call their money dollars.
_DOLLARS: Final[Mapping[str, str]] = {
    "Australia": "AUD",
    "Canada": "CAD",
    "Hong Kong": "HKD",
    "New Zealand": "NZD",
    "Singapore": "SGD",
}
# Countries whose money has a name that others share; pounds are weights too.
_MONEY_OF: Final[Mapping[str, str]] = {
    country.replace("_", " "): code
    for code, country in (
        pair.split(":")
        for pair in """KES:Kenya SOS:Somalia TZS:Tanzania UGX:Uganda ARS:Argentina CLP:Chile COP:Colombia CUP:Cuba
        DOP:Dominican_Republic MXN:Mexico PHP:Philippines UYU:Uruguay INR:India LKR:Sri_Lanka MUR:Mauritius NPR:Nepal
        PKR:Pakistan SCR:Seychelles BHD:Bahrain DZD:Algeria IQD:Iraq JOD:Jordan KWD:Kuwait LYD:Libya RSD:Serbia
        TND:Tunisia AED:United_Arab_Emirates MAD:Morocco IRR:Iran OMR:Oman YER:Yemen QAR:Qatar SAR:Saudi_Arabia
        CHF:Switzerland BIF:Burundi DJF:Djibouti GNF:Guinea RWF:Rwanda NOK:Norway SEK:Sweden DKK:Denmark ISK:Iceland
        ZMW:Zambia MWK:Malawi""".split()
    )
}
# How two countries spell what others call by nearly the same name.
_SPELT: Final[Mapping[str, Collection[str]]] = {"kroner": ("DKK", "NOK"), "kronor": ("SEK",)}
_SHARES: Final = frozenset({"percent", "percentage points", "share", "times"})
# “2.1 million passengers, short of the 3.6 million it saw in 2007”, “37 people were hurt and nine died”.
_SAME_THING: Final = re.compile(
    r"(?:\b(?:from|to|than|against|with|short of|up on|down on|of)(?: the)?|\band) $"
)
# “Of those, 1,140 had waited more than a year”
_OF_THOSE: Final = re.compile(
    r"Of (?:those|these|them),? (?:(?:about|around|nearly|almost|some|only|just|more than|at least) )*"
)
_NO_NOUN: Final = re.compile(
    r"$|[.,;)]| an? (?:year|month|week) (?:ago|earlier|before)\b"
    r"| (?:it|they|he|she|we|that|in|last|this|on|at|by|when|who|were|was|are|is|had|have|has|remain(?:ed)?"
    r"|died|did|since)\b"
)
_EACH: Final = re.compile(
    r".*[0-9](?: [mbtq]\w+illion)? (?:a|per|each|every) (year|month|week|day|hour)"
)
_ALIKE: Final = 50
_MANY: Final = 1000


def unit_of_number(finding: Finding, nearby: NearbyFindings) -> str | None:
    """Its unit, empty where only a human knows it.

    Dollars are those of the only country of dollars in which the story is, rupees of the only one of rupees.
    """
    unit = dict(finding.fields).get("unit")
    if unit == "":
        return _money_of_article(finding, nearby)
    if not unit:
        whole = noun_of_whole(nearby.text(finding)[finding.span.end : nearby.sentence(finding)[1]])
        return whole or _unit_before(finding, nearby)
    if not unit.startswith("USD"):
        base = unit.partition("/")[0]
        meant = meant_by(base, finding.text)
        own = _only_of_countries(nearby, meant) if len(meant) > 1 else None
        return unit.replace(base, own) if own else unit
    if "US" in finding.text:
        return unit
    code = _dollars_of(nearby)
    return unit.replace("USD", code) if code else unit


def _dollars_of(nearby: NearbyFindings) -> str | None:
    """Those of the only country of dollars that the story names, if it is from there.

    Not in “DARMSTADT, Germany”, though Western Australia is named, nor in a story of Norway, which does not say
    where it is from, and names New Zealand.
    """
    countries = nearby.countries & {*_DOLLARS, "United States"}
    is_from = (
        nearby.dated_from in countries
        if nearby.dated_from is not None
        else countries == nearby.countries
    )
    return _DOLLARS.get(min(countries)) if len(countries) == 1 and is_from else None


def _money_of_article(finding: Finding, nearby: NearbyFindings) -> str:
    """Money without its country is that of the article’s other sums: “4 kroner”, of “9 Danish kroner”.

    Else it is that of the only country with such money in the dateline or the text.
    The first of its name is meant where millions of it cannot be a weight: “35 million pounds”.
    """
    found = finding.found
    assert isinstance(found, FoundQuantity)
    code, slash, per = (found.unit or "").partition("/")
    spelt = next((codes for word, codes in _SPELT.items() if word in found.text), None)
    meant = [each for each in meant_by(code, found.text) if spelt is None or each in spelt]
    others = [dict(other.fields).get("unit") or "" for other in nearby.checked.coverage]
    bases = [unit.partition("/")[0] for unit in others]
    first = next((base for base in bases if base in meant and is_money(base)), None)
    first = first or (meant[0] if spelt and len(meant) == 1 else None)
    first = first or _only_of_countries(nearby, meant)
    is_sum = is_money(code) and _OF_MONEY.search(found.text)
    code = first or (code if is_sum else "")
    return f"{code}{slash}{per}" if code else ""


def _only_of_countries(nearby: NearbyFindings, meant: Collection[str]) -> str | None:
    countries = {*nearby.countries, nearby.dated_from or ""}
    codes = {_MONEY_OF.get(country) for country in countries} & {*meant}
    return next(iter(codes)) if len(codes) == 1 else None


_OF_MONEY: Final = re.compile(r"\b(?:m|bn|million|billion) pounds?\b")


def is_noun(unit: str | None) -> bool:
    base = (unit or "").partition("/")[0]
    return bool(base) and not (is_measured(base) or is_money(base) or base in _SHARES)


def _unit_before(finding: Finding, nearby: NearbyFindings) -> str | None:
    """What the number before counts, where this one goes on from it."""
    found, text = finding.found, nearby.text(finding)
    if not isinstance(found, FoundQuantity) or found.pair or not found.low or found.unit:
        return None
    before = [
        other
        for other in nearby.within(finding, "quantity", 0, finding.span.start)
        if other is not finding
    ]
    if not before:
        return None
    nearest = unit_of_number(before[-1], nearby) or ""
    start, _ = nearby.sentence(finding)
    if each := _EACH.fullmatch(found.text):
        counted = {dict(other.fields).get("unit") for other in before if _is_large(other)} - {None}
        only = next(iter(counted)) if len(counted) == 1 else None
        return f"{only}/{each[1]}" if only and is_noun(only) and _is_large(finding) else None
    if _OF_THOSE.fullmatch(text, start, finding.span.start):
        earlier = (unit_of_number(other, nearby) for other in reversed(before))
        return next((unit for unit in earlier if is_noun(unit)), None)
    goes_on = _SAME_THING.search(text, start, finding.span.start) and _NO_NOUN.match(
        text, finding.span.end
    )
    is_here = before[-1].span.start >= start and _is_like(before[-1], finding)
    if is_money(nearest.partition("/")[0]):
        is_sum = _SUM.match(text, finding.span.start) or (
            goes_on and is_here and _is_large(finding)
        )
        return f"{nearest.partition('/')[0]}{_per(found)}" if is_sum and is_here else None
    return nearest if goes_on and is_here and is_noun(nearest) else None


# “cost €290 million and save 180 million a year”
_SUM: Final = re.compile(
    r"[0-9][0-9.,]* (?:million|billion)(?: (?:a|per|each|every) (?:year|month|week|day|share))?"
    r"(?=$|[.,;)]| (?:it|they|he|she|we|that|in|last|this|on|at|by|when|from|until|since|for|and)\b)"
)


def _per(found: FoundQuantity) -> str:
    each = _EACH.fullmatch(found.text)
    return f"/{each[1]}" if each else ""


def _is_large(finding: Finding) -> bool:
    found = finding.found
    return isinstance(found, FoundQuantity) and found.low is not None and found.low >= _MANY


def _is_like(other: Finding, finding: Finding) -> bool:
    first, second = other.found, finding.found
    if not (isinstance(first, FoundQuantity) and isinstance(second, FoundQuantity)):
        return False
    if not (first.low and second.low):
        return False
    return 1 / _ALIKE < first.low / second.low < _ALIKE
