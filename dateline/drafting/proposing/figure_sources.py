"""Who says a number, and the words of the article that it rests on."""

from __future__ import annotations

import re
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.stubs import LONGEST, choose_passage
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.drafting.proposing.passages import field_of
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.kinds import ACTORS
from dateline.facts.records import Passage
from dateline.language.en.headlines.number_kinds import is_reported_beside

# “…,” said Ann Lee, who has two boats; “…,” she assured about 200 supporters.
_AFTER_QUOTATION: Final = re.compile(r"[,.]?[”\"’']?,? [^“\"”;]*$")
_CALLED_FOR: Final = re.compile(
    r"(?P<who>[^,;:“”]{3,60})(?:, (?:which|who) [^,;:“”]{3,60},)? called for(?: [a-z]+){0,4} "
)
_ACCORDING: Final = re.compile(
    r"According to (?![^,]*\b(?:figures|data|statistics|census|study|survey|poll|records)\b)[^,]{3,80}, "
)
_SAYS_MORE: Final = re.compile(
    r"\b(?:adding|saying|warning|claiming|noting|that|estimating|and (?:said|added|warned|claimed|estimated))\b"
)


def said_by(finding: Finding, nearby: NearbyFindings) -> str | None:
    """The id of who says the number: in a quotation its speaker, elsewhere who reports the clause.

    What only says whose the words before are is the paper's own: “…,” she assured 200 people.
    """
    quotation = nearby.quotation_around(finding)
    if quotation:
        return dict(quotation.fields).get("speaker")
    own = (finding.span.start, finding.span.end)
    is_beside = is_reported_beside(nearby.text(finding), nearby.sentence(finding), own)
    if is_beside or _is_beside_quotation(finding, nearby):
        return None
    return nearby.reporter(finding) or _caller(finding, nearby)


def _caller(finding: Finding, nearby: NearbyFindings) -> str | None:
    """The only one named before “called for” in the sentence: “Norland, which has 40 clerks, called for €15”."""
    text, (start, _) = nearby.text(finding), nearby.sentence(finding)
    called = _CALLED_FOR.fullmatch(text, start, finding.span.start)
    names = nearby.within(finding, "name", start, called.end("who")) if called else []
    ids = nearby.ids_of(names, ACTORS)
    return ids[0] if len(ids) == 1 and len(names) == 1 else None


def is_according(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether its sentence begins with those who say so: “According to the prosecution, …”."""
    return _ACCORDING.match(nearby.text(finding), nearby.sentence(finding)[0]) is not None


def _is_beside_quotation(finding: Finding, nearby: NearbyFindings) -> bool:
    text, start = nearby.text(finding), nearby.whole_sentence(finding)[0]
    before = [
        other
        for other in nearby.within(finding, "quotation", 0, finding.span.start)
        if other.span.end > start
    ]
    between = text[before[-1].span.end : finding.span.start] if before else ""
    return bool(before and _AFTER_QUOTATION.match(between) and not _SAYS_MORE.search(between))


def evidence_of(finding: Finding, unit: str | None, nearby: NearbyFindings) -> SheetValue:
    """The sentence of the number; with all of a quotation that it begins with, and the one with its unit."""
    text, (start, end) = nearby.text(finding), nearby.whole_sentence(finding)
    passage = choose_passage(finding, nearby.checked.passages)
    noun = (unit or "").partition("/")[0]
    is_far = (
        noun not in text[start:end] and noun in text[:start] and "unit" not in dict(finding.fields)
    )
    if is_far:
        start = nearby.voices.antecedents.passages[finding.span.block].sentence_at(
            text.rindex(noun, 0, start)
        )[0]
    is_usual = nearby.quotation_around(finding) or start == nearby.sentence(finding)[0]
    if is_usual or passage.row:
        return field_of(passage)
    whole = Passage(words=" ".join(text[start:end].split()))
    is_good = end - start <= LONGEST and len(nearby.checked.passages.find(whole)) == 1
    return field_of(whole if is_good else passage)
