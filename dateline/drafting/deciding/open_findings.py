"""What the check lists as open, and no proposal is made of: a record with its words, and the rest to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking import Checked
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.coverage.coverage import FACT_KINDS_FOR, Finding
from dateline.checking.coverage.stubs import choose_passage, is_to_come
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.passages import field_of
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.proposing.propose import used_ids
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind

# What an editor writes of each kind.
_ASKED: Final = {
    Kind.EVENT: ("title",),
    Kind.FIGURE: ("label", "kind"),
    Kind.QUOTATION: ("speaker",),
}


def open_findings(
    briefing: Briefing, checked: Checked, proposals: Sequence[Proposal]
) -> Iterator[Proposal]:
    """A record for each open finding that is in the evidence of no other, proposed or undecided, of its kind."""
    ids = NewIds([*used_ids(briefing), *(each.id for each in proposals)])
    passages = [
        (each.kind, span)
        for each in briefing.undecided
        for passage in each.passages
        for span in checked.passages.find(passage)
    ]
    held = [*passages, *((each.kind, each.span) for each in proposals)]
    for finding in checked.coverage:
        kind = FACT_KINDS_FOR[finding.kind][0]
        if finding.verdict == "open" and not any(
            each is kind and span.block == finding.span.block and _meet(span, finding)
            for each, span in held
        ):
            yield _record(finding, kind, briefing, checked, ids)


def _meet(span: Span, finding: Finding) -> bool:
    return span.start < finding.span.end and finding.span.start < span.end


def _record(
    finding: Finding, kind: Kind, briefing: Briefing, checked: Checked, ids: NewIds
) -> Proposal:
    text = briefing.article.blocks[finding.span.block].text
    start, end = sentences_around(text, finding.span)
    fields: dict[str, SheetValue] = {name: each for name, each in finding.fields if each}
    if kind is Kind.EVENT and is_to_come(finding, briefing.front.published):
        fields["expected"] = {"window": fields.pop("date")}
    evidence = field_of(choose_passage(finding, checked.passages))
    if kind is not Kind.QUOTATION or not isinstance(evidence, str):
        fields["evidence"] = evidence
    asked = [name for name in _ASKED[kind] if name not in fields]
    sentence = " ".join(text[start:end].split())
    return Proposal(
        kind=kind,
        id=ids.give(sentence, kind.value),
        fields={**dict.fromkeys(asked), **fields},
        asks=_ASKED[kind],
        sentence=sentence,
        span=finding.span,
    )
