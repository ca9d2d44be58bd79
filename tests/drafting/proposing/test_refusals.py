"""The checks refuse nothing that `new` proposes, once its blanks are filled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.checking import check_briefing
from dateline.drafting.proposing.draft import DraftRefused, parse_draft
from dateline.drafting.proposing.proposal import field_at
from dateline.drafting.proposing.propose import with_proposals
from dateline.problems import Rule
from dateline.reading.content import ARTICLE, Folder, read_site

SITES = Path(__file__).parents[2] / "sites"


def articles() -> list[Folder]:
    sites = [read_site(folder) for folder in sorted(SITES.glob("*/content"))]
    return [
        Folder(slug=folder.slug, shown_as=folder.shown_as, files={ARTICLE: folder.files[ARTICLE]})
        for site in sites
        for folder in site.folders
        if ARTICLE in folder.files
    ]


@pytest.mark.parametrize("folder", articles(), ids=lambda folder: folder.shown_as)
def test_the_checks_refuse_no_proposal(folder: Folder) -> None:
    try:
        draft = parse_draft(folder, today=date(2026, 1, 1), language="en")
    except DraftRefused:
        return  # an article that is itself wrong
    proposals = {proposal.id: proposal for proposal in draft.propose()}
    briefing = with_proposals(draft.briefing, proposals.values())
    checked = check_briefing(briefing, today=draft.today, site_language="en")
    for problem in checked.problems:
        proposal = proposals.get(problem.position.path)
        if proposal is None or problem.severity == "follow-up":
            continue
        field = field_at(proposal, problem.position)
        field = "evidence" if problem.rule == Rule.EVIDENCE_MISSING else field
        assert field, problem
        assert proposal.fields.get(field) is None, problem
