"""Proposals as the texts of sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Final

from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.edits import Sheet, add_records
from dateline.facts.kinds import Kind

_WIDTH: Final = 96


def sheets_of(
    proposals: Iterable[Proposal], begun: Mapping[str, bytes] | None = None
) -> Mapping[str, bytes]:
    """A sheet for each kind of fact that is proposed, by its name, with what is `begun` of it."""
    by_kind: dict[Kind, list[Proposal]] = {}
    for proposal in proposals:
        by_kind.setdefault(proposal.kind, []).append(proposal)
    sheets = {
        kind.sheet: add_records(
            Sheet(name=kind.sheet, data=(begun or {}).get(kind.sheet)),
            kind.plural,
            [(proposal.record_fields, _comment(proposal)) for proposal in proposed],
        )
        for kind, proposed in by_kind.items()
    }
    return {name: sheet.data or b"" for name, sheet in sheets.items()}


def _comment(proposal: Proposal) -> str:
    """The sentence, unless the evidence is all of it."""
    if proposal.sentence in str(proposal.fields):
        return ""
    return "\n".join(wrap(f"“{proposal.sentence}”", _WIDTH))
