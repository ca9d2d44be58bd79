"""The quotations of an article, each with the speaker that its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.stubs import choose_passage
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.passages import field_of
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.kinds import Kind

# What interrupts a quotation to name its speaker: “…,” said Ann Lee. “…”, and no other sentence.
_INTERRUPTION: Final = re.compile(r"[”\"’']?,? [^“”\"]{4,160}[,.][ ]*[“\"‘']?")
_SENTENCE_END: Final = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?]\s+[A-Z]")


def propose_quotations(nearby: NearbyFindings, ids: NewIds) -> Iterator[Proposal]:
    """One for each quotation; the parts of one that names its speaker in between are one."""
    parts: list[Finding] = []
    for finding in nearby.checked.coverage:
        if finding.kind != "quotation" or not nearby.is_left(finding):
            continue
        if parts and not _goes_on(parts[-1], finding, nearby):
            yield from _whole(parts, nearby, ids)
            parts = []
        parts.append(finding)
    yield from _whole(parts, nearby, ids)


def _whole(parts: Sequence[Finding], nearby: NearbyFindings, ids: NewIds) -> Iterator[Proposal]:
    """The quotation of these parts; a few words alone are none, as “We came to decide” is."""
    is_long = any(part.verdict == "open" for part in parts)
    if is_long and all(part.verdict == "open" or part.offered for part in parts):
        yield _proposal(parts, nearby, ids)


def _goes_on(first: Finding, second: Finding, nearby: NearbyFindings) -> bool:
    """Whether the second has the rest of what the same speaker says, after a comma and “said …”."""
    if first.span.block != second.span.block or not first.text.endswith(","):
        return False
    speaker = dict(first.fields).get("speaker")
    between = nearby.text(first)[first.span.end : second.span.start]
    is_interrupted = _INTERRUPTION.fullmatch(between) and not _SENTENCE_END.search(between.strip())
    return bool(speaker and is_interrupted) and dict(second.fields).get("speaker") == speaker


def _proposal(parts: Sequence[Finding], nearby: NearbyFindings, ids: NewIds) -> Proposal:
    first = parts[0]
    passage = choose_passage(first, nearby.checked.passages)
    is_again = passage.before or passage.after
    evidence: list[SheetValue] = [part.text for part in parts] if len(parts) > 1 else []
    said = nearby.day_of_saying(first)
    words = _joined(parts, nearby)
    fields: dict[str, SheetValue] = {
        "words": words,
        "speaker": dict(first.fields).get("speaker"),
        **({"said_on": said.reading} if said else {}),
        **({"date_from": dict(said.fields)["date_from"]} if said and len(said.fields) > 1 else {}),
        **({"evidence": evidence or field_of(passage)} if evidence or is_again else {}),
    }
    return Proposal(
        kind=Kind.QUOTATION,
        id=ids.give(words, "quotation"),
        fields=fields,
        asks=("speaker",),
        sentence=nearby.sentence_text(first),
        span=first.span,
        sure=fields["speaker"] is not None,
    )


def _joined(parts: Sequence[Finding], nearby: NearbyFindings) -> str:
    """The parts as they were said; “she said.” ends a sentence that has a comma before it."""
    words = parts[0].text
    for before, part in pairwise(parts):
        between = nearby.text(part)[before.span.end : part.span.start].rstrip(" “\"‘'")
        is_new = between.endswith(".")
        words = f"{words.removesuffix(',')}. {part.text}" if is_new else f"{words} {part.text}"
    return words.removesuffix(",")
