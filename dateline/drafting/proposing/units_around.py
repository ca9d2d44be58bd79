"""The unit of a number, where the words around it say what its own do not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.facts.units import is_measured, is_money
from dateline.language import FoundQuantity

# Countries that call their money dollars.
_DOLLARS: Final[Mapping[str, str]] = {
    "Australia": "AUD",
    "Canada": "CAD",
    "Hong Kong": "HKD",
    "New Zealand": "NZD",
    "Singapore": "SGD",
}
_SHARES: Final = frozenset({"percent", "percentage points", "share", "times"})
# “2.1 million passengers, short of the 3.6 million it saw in 2007”, “37 people were hurt and nine died”.
_SAME_THING: Final = re.compile(
    r"(?:\b(?:from|to|than|against|with|short of|up on|down on|of)(?: the)?|\band) $"
)
_NO_NOUN: Final = re.compile(
    r"$|[.,;)]| (?:it|they|he|she|we|that|in|last|this|on|at|by|when|who|were|was|are|is|had|have|has|remain(?:ed)?"
    r"|died|did|since)\b"
)
_EACH: Final = re.compile(
    r".*[0-9](?: [mbtq]\w+illion)? (?:a|per|each|every) (year|month|week|day|hour)"
)
_ALIKE: Final = 50
_MANY: Final = 1000


def unit_of_number(finding: Finding, nearby: NearbyFindings) -> str | None:
    """Its unit; dollars are those of the only country of dollars in which the story is."""
    unit = dict(finding.fields).get("unit")
    if not unit:
        return unit if unit == "" else _unit_before(finding, nearby)
    if not unit.startswith("USD") or "US" in finding.text:
        return unit
    countries = nearby.countries & {*_DOLLARS, "United States"}
    code = _DOLLARS.get(min(countries)) if len(countries) == 1 else None
    return unit.replace("USD", code) if code else unit


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
    nearest = dict(before[-1].fields).get("unit")
    start, _ = nearby.sentence(finding)
    if each := _EACH.fullmatch(found.text):
        counted = {dict(other.fields).get("unit") for other in before if _is_large(other)} - {None}
        only = next(iter(counted)) if len(counted) == 1 else None
        return f"{only}/{each[1]}" if only and is_noun(only) and _is_large(finding) else None
    goes_on = _SAME_THING.search(text, start, finding.span.start) and _NO_NOUN.match(
        text, finding.span.end
    )
    is_here = before[-1].span.start >= start and _is_like(before[-1], finding)
    return nearest if goes_on and is_here and is_noun(nearest) else None


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
