"""Which numbers of an article are figures, and which nobody wants."""

from __future__ import annotations

import re
from typing import Final

from dateline.checking.basis.findings import read_quantities
from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.facts.records import Person
from dateline.facts.units import is_measured, is_money
from dateline.language import FoundQuantity
from dateline.language.en.words import TIME_UNITS

_OLD: Final = re.compile(r"[- ]years?[- ]olds?\b")
# “her two children”, “14 months after the visit”, “25 years of experience”.
_OWN: Final = re.compile(r"\b(?:his|her|their|my|our|your) $", re.IGNORECASE)
# “a mother of four”
_PARENT_OF: Final = re.compile(
    r"\b(?:mother|father|parent|mum|mom|dad|grandmother|grandfather|grandparent)s? of $",
    re.IGNORECASE,
)
_FROM_DAY: Final = re.compile(
    r" (?:after|before|later|earlier|ago|of (?:\w+ )?(?:experience|service))\b"
)
_OF_ALL: Final = re.compile(r" of (?:the|its|his|her|their) (?:[\w-]+[’']s? )?[0-9]+ [a-z]")
# “120 kilometres to the south-west”
_AWAY: Final = re.compile(
    r" (?:(?:to the |further )?(?:north|south|east|west)[a-z-]*|away|from here|down the (?:road|coast))\b"
)
# “a 2kg packet of flour”, “60-litre drums”
_PACKED: Final = re.compile(
    r"[- ](?:plastic |paper |steel |glass |cardboard )?"
    r"(?:packet|pack|bag|sack|box|bottle|can|tin|jar|carton|barrel|cylinder|drum|loa[fv]|keg|cask|crate|tub|pouch|canister)"
    r"(?:e?s)?\b"
)
# “Six of the 22 clerks”: the 22.
_PART_BEFORE: Final = re.compile(r" of (?:the|its|his|her|their) (?:[\w-]+[’']s? )?")
# “About a third of what they had forecast”: of no sum that is given.
_OF_WHAT: Final = re.compile(r" (?:of|as much as) what\b")
_NEAR: Final = 30
_FEW: Final = 10
_LONG: Final = 100
_LARGE: Final = 1000


def is_wanted(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is open, or a measure that is said in passing: “a 32-kilometre line”."""
    if not nearby.is_left(finding) or is_of_no_use(finding, nearby) or _is_whole(finding, nearby):
        return False
    unit = dict(finding.fields).get("unit")
    is_long = sum(sign.isdigit() for sign in finding.text) > 1
    is_beside = (
        _is_part(finding, nearby) or _is_headlined(finding, nearby) or _is_subject(finding, nearby)
    )
    is_measure = is_long and bool(unit) and is_measured(unit or "")
    return not finding.offered or is_beside or is_measure


def is_idle(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether nobody wants a number of which no words say what it counts: a few, a time, a way."""
    found = finding.found
    assert isinstance(found, FoundQuantity)
    if finding.span.block in nearby.checked.passages.tables.by_block or found.low is None:
        return False
    is_bare = not found.unit and not found.pair
    return (
        found.unit in TIME_UNITS
        or found.unit == "times"
        or (
            found.low <= _FEWEST and not is_measured(found.unit or "") and found.unit not in _SHARES
        )
        or (is_bare and found.low < _LONG)
    )


_FEWEST: Final = 3
_SHARES: Final = frozenset({"percent", "percentage points", "share"})


def _is_whole(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether the number before is a part of it, which is the figure: the 22 of “six of the 22 clerks”."""
    before = nearby.within(finding, "quantity", 0, finding.span.start)
    text = nearby.text(finding)
    return (
        bool(before)
        and _PART_BEFORE.fullmatch(text, before[-1].span.end, finding.span.start) is not None
        and not _is_compared(before[-1], nearby)
    )


def _is_compared(finding: Finding, nearby: NearbyFindings) -> bool:
    """“Less than half of the €31 million that they had asked for”: the sum is the figure, and no part of it."""
    text, unit = nearby.text(finding), dict(finding.fields).get("unit")
    is_rough = dict(finding.fields).get("hedge") and isinstance(finding.found, FoundQuantity)
    if not is_rough or unit or finding.found.unit != "share":  # type: ignore[union-attr]
        return False
    whole = [
        other
        for other in nearby.within(finding, "quantity", finding.span.end, len(text))
        if _PART_BEFORE.fullmatch(text, finding.span.end, other.span.start)
    ]
    return bool(whole) and is_money((dict(whole[0].fields).get("unit") or "").partition("/")[0])


def _is_subject(finding: Finding, nearby: NearbyFindings) -> bool:
    """“Eleven claims are before the courts”: a sentence begins with several of a thing that is counted."""
    found, (start, _) = finding.found, nearby.sentence(finding)
    assert isinstance(found, FoundQuantity)
    is_several = found.low is not None and found.low > _FEWEST and not found.pair
    return is_several and finding.span.start == start and found.unit not in TIME_UNITS


def _is_part(finding: Finding, nearby: NearbyFindings) -> bool:
    """“Six of the 22 clerks”: a small number beside that of all."""
    return _OF_ALL.match(nearby.text(finding), finding.span.end) is not None


def _is_headlined(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether title or standfirst has the number and what it counts: “Nine new routes” of “nine routes”."""
    found, front = finding.found, nearby.briefing.front
    assert isinstance(found, FoundQuantity)
    if not found.unit or finding.span.block in nearby.checked.passages.tables.by_block:
        return False
    return any(
        (other.low, other.high) == (found.low, found.high)
        and 0 <= words[other.start :].find(found.unit) <= _NEAR
        for words in (front.title or "", front.standfirst or "")
        for other in read_quantities(words)
    )


def is_of_no_use(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is an age, somebody's family, a time counted from a day, a size of pack, or the same number again."""
    text, found = nearby.text(finding), finding.found
    assert isinstance(found, FoundQuantity)
    after = text[finding.span.end :]
    is_small = found.low is not None and found.low <= _FEW
    is_short = found.low is not None and found.low < _LONG
    unit = (found.unit or "").partition("/")[0]
    is_counted = not is_measured(found.unit or "")
    is_in_quotation = nearby.quotation_around(finding) is not None
    return (
        _is_age(finding, nearby)
        or bool(_PARENT_OF.search(text, 0, finding.span.start))
        or bool(_OLD.search(f"{found.text}{after[:9]}", max(0, len(found.text) - 9)))
        or (is_small and is_counted and bool(_OWN.search(text, 0, finding.span.start)))
        or (is_short and found.unit in TIME_UNITS and bool(_FROM_DAY.match(after)))
        or (found.unit == "times" and is_in_quotation)
        or _AWAY.match(after) is not None
        or (not (is_counted or is_money(unit)) and _PACKED.match(after) is not None)
        or _is_compared(finding, nearby)
        or (found.unit == "share" and _OF_WHAT.match(after) is not None)
        or _is_again(finding, nearby, is_in_quotation=is_in_quotation)
    )


def _is_age(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is how old somebody is, whether or not a proposal names them: “a porter, 54,”."""
    found = finding.found
    if isinstance(found, FoundQuantity) and found.unit == "year" and finding.text.isdigit():
        return True
    facts = [nearby.briefing.fact_by_id[fact] for fact in finding.facts]
    ages = {str(fact.age) for fact in facts if isinstance(fact, Person) and fact.age}
    return isinstance(found, FoundQuantity) and str(found.low) in ages


def _is_again(finding: Finding, nearby: NearbyFindings, *, is_in_quotation: bool) -> bool:
    """Whether the article has the same large number of the same unit before; in a quotation, without it."""
    found = finding.found
    assert isinstance(found, FoundQuantity)
    if found.low is None or finding.span.block in nearby.checked.passages.tables.by_block:
        return False
    for other in nearby.checked.coverage:
        if other.span == finding.span:
            return False
        same = other.found
        if not isinstance(same, FoundQuantity) or (same.low, same.high) != (found.low, found.high):
            continue
        is_same_unit = same.unit == found.unit and bool(found.unit) and found.low >= _LARGE
        is_echo = is_in_quotation and not found.unit and found.low > _FEW
        if (
            other.kind == "quantity"
            and nearby.is_left(other)
            and (is_echo or (is_same_unit and is_money((found.unit or "").partition("/")[0])))
        ):
            return True
    return False
