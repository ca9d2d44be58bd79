"""From a briefing to proposals: what its article holds and its sheets lack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.checking import Checked, check_briefing
from dateline.drafting.proposing.events import propose_events
from dateline.drafting.proposing.figures import propose_figures
from dateline.drafting.proposing.known_names import KnownNames
from dateline.drafting.proposing.named import propose_named
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.proposal import Proposal, record_of
from dateline.drafting.proposing.quotations import propose_quotations
from dateline.drafting.proposing.refusals import without_refused
from dateline.drafting.proposing.words_said import with_words_said
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import FACT_KINDS


def propose(
    briefing: Briefing, *, today: date, site_language: str, known: KnownNames | None = None
) -> tuple[Proposal, ...]:
    """The proposals, in reading order of the article; `known` are those whom the site has.

    Names come first: who speaks, and what a number belongs to, is read with the names known.
    """

    def read(briefing: Briefing) -> Checked:
        return check_briefing(briefing, today=today, site_language=site_language)

    ids = NewIds(used_ids(briefing))
    named = tuple(propose_named(briefing, read(briefing), ids, known or {}))
    filled = with_proposals(briefing, named)
    nearby = NearbyFindings.of(filled, read(filled), [proposal.id for proposal in named])
    figures = propose_figures(nearby, ids)
    events = propose_events(nearby, ids, figures)
    quotations = tuple(propose_quotations(nearby, ids))
    reasoned = with_words_said(named, quotations)
    accepted = without_refused(
        (*reasoned, *figures.proposals, *events, *quotations),
        lambda made: read(with_proposals(briefing, made)),
    )
    return tuple(sorted(accepted, key=lambda each: (each.span.block, each.span.start)))


def with_proposals(briefing: Briefing, proposals: Iterable[Proposal]) -> Briefing:
    """The briefing as if the proposals were facts, with stand-ins for what is left empty."""
    records = [(proposal.kind, record_of(proposal)) for proposal in proposals]
    added: dict[str, Any] = {
        kind.plural: (*briefing.records(kind), *(made for other, made in records if other is kind))
        for kind in FACT_KINDS
    }
    return replace(briefing, **added)


def used_ids(briefing: Briefing) -> Sequence[str]:
    """All that no new record may be called."""
    groups = (
        *(group.id for group in briefing.groups),
        *(period.id for period in briefing.periods),
        *(source.id for source in briefing.sources),
    )
    former = (old for fact in briefing.facts for old in (fact.id, *fact.formerly))
    removed = (removal.id for removal in briefing.removed)
    return [*former, *groups, *removed, *briefing.known_ids]
