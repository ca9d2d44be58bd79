"""Words of the article that a text about a fact rests on are covered by that fact."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.checking.claims.judging.claim_records import Claim
from dateline.checking.coverage.coverage import Finding
from dateline.facts.records import Fact


def cover_claimed(triaged: Sequence[Finding], claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """The findings, those that no fact has covered by the facts whose texts say the same of them.

    Only words near the evidence of the fact, or of one that it refers to, count.
    """
    facts: dict[object, dict[str, None]] = {}
    for claim in claims:
        if claim.result == "supported" and isinstance(claim.owner, Fact) and not claim.is_far:
            for support in claim.support:
                place = (claim.kind, support.position, " ".join(support.text.split()))
                facts.setdefault(place, {})[claim.owner.id] = None
    return tuple(
        replace(finding, facts=tuple(facts[place]))
        if finding.verdict in ("open", "offered")
        and finding.kind != "name"
        and (place := (finding.kind, finding.position, finding.text)) in facts
        else finding
        for finding in triaged
    )
