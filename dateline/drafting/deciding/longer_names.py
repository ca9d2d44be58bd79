"""The evidence of a name that was cut too short: it grows with the name that an editor corrects."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.checking.basis.fact_words import sentences_around
from dateline.drafting.deciding.items import NAMED, Desk, Item
from dateline.drafting.sheets.edits import Fields
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.article import Span
from dateline.facts.records import Passage
from dateline.facts.wording import even, find_words


def with_longer_evidence(desk: Desk, item: Item, fields: Fields) -> Fields:
    """The fields with the corrected name in `evidence`, if the article has it where the old one was found."""
    name, evidence = fields.get("name"), fields.get("evidence")
    is_own = evidence == item.fields.get("evidence")
    if item.kind not in NAMED or not isinstance(name, str) or name == item.fields.get("name"):
        return fields
    where = _where(desk, item, name) if is_own else None
    longer = _lengthened(desk, evidence, where) if where else evidence
    return fields if longer == evidence else {**fields, "evidence": longer}


def _where(desk: Desk, item: Item, name: str) -> Span | None:
    """Where the article has the name around the words of the record, and goes beyond them."""
    if item.block is None:
        return None
    text = desk.draft.briefing.article.blocks[item.block].text
    for start, end in find_words(even(name), even(text)):
        over = [mark for mark in item.marks if mark.start < end and start < mark.end]
        if any(start < mark.start or mark.end < end for mark in over):
            return Span(block=item.block, start=start, end=end)
    return None


def _lengthened(desk: Desk, evidence: SheetValue, where: Span) -> SheetValue:
    if isinstance(evidence, list):
        return [
            _lengthened(desk, each, where) if isinstance(each, str) else each for each in evidence
        ]
    words = evidence if isinstance(evidence, str) else None
    if isinstance(evidence, dict):
        words = str(evidence.get("words") or "") or None
    found = desk.checked.passages.find(Passage(words=words)) if words else ()
    for span in found:
        if span.block == where.block and span.start < where.end and where.start < span.end:
            return next(_once(desk, span, where), evidence)
    return evidence


def _once(desk: Desk, span: Span, where: Span) -> Iterator[str]:
    """The words of both, and their sentence, where the article has them once."""
    text = desk.draft.briefing.article.blocks[where.block].text
    start, end = min(span.start, where.start), max(span.end, where.end)
    whole = Span(block=where.block, start=start, end=end)
    for first, last in ((start, end), sentences_around(text, whole)):
        words = " ".join(text[first:last].split())
        if len(desk.checked.passages.find(Passage(words=words))) == 1:
            yield words
