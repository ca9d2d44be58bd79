"""Proposals are held to the checks of the build: what these refuse is not proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from dateline.checking import Checked
from dateline.drafting.proposing.proposal import RECORDS, Proposal, field_at

# Each turn takes away what was refused, which may be what another check rested on.
_TURNS: Final = 3
# Fields that belong together: where one goes, so do the others.
_TOGETHER: Final[Mapping[str, tuple[str, ...]]] = {
    "as_of": ("as_of", "date_from"),
    "period": ("period", "date_from"),
    "said_on": ("said_on", "date_from"),
    "date_from": ("as_of", "period", "said_on", "date_from"),
}


def without_refused(
    proposals: Iterable[Proposal], read: Callable[[Iterable[Proposal]], Checked]
) -> tuple[Proposal, ...]:
    """The proposals as the checks accept them as facts.

    A refused field that a fact needs is left empty and asked for; any other is left out.
    """
    left = {proposal.id: proposal for proposal in proposals}
    for _ in range(_TURNS):
        refused = list(_refused(left, read(left.values())))
        for proposal, field in refused:
            left[proposal] = _without(left[proposal], field)
        if not refused:
            break
    return tuple(left.values())


def _refused(left: Mapping[str, Proposal], checked: Checked) -> Iterable[tuple[str, str]]:
    """The proposals and fields that a check refuses; what is no field of it is for a human."""
    found: dict[tuple[str, str], None] = {}
    for problem in checked.problems:
        proposal = left.get(problem.position.path)
        field = field_at(proposal, problem.position) if proposal else None
        if proposal and field and proposal.fields.get(field) is not None:
            found[proposal.id, field] = None
    return found


def _without(proposal: Proposal, field: str) -> Proposal:
    needed = {
        info.alias or name
        for name, info in RECORDS[proposal.kind].model_fields.items()
        if info.is_required()
    }
    main = {"date", "expected", "evidence", "unit", *needed}
    if field in main:
        asks = tuple(dict.fromkeys((*proposal.asks, field)))
        return replace(proposal.with_fields({field: None}), asks=asks)
    return proposal.without(*_TOGETHER.get(field, (field,)))
