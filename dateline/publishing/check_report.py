"""What `check` found in a briefing, for programs: what the article says, and what other texts claim.

docs/check-report.md describes the keys and check-report.schema.json their types; they do not change.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.checking import Checked
from dateline.checking.claims.grounds.support import Support
from dateline.checking.claims.judging.claim_records import Claim
from dateline.checking.coverage.coverage import Finding
from dateline.facts.article import Article
from dateline.facts.briefing import Briefing
from dateline.facts.records import FrontMatter
from dateline.language import FoundDate, FoundQuantity, FoundQuotation
from dateline.problems import Position

ReportEntry = Mapping[str, Any]


def findings_to_json(checked: Checked, briefing: Briefing) -> list[ReportEntry]:
    """Every date, quantity, quotation and name of the article, in reading order."""
    return [
        {
            "kind": finding.kind,
            "text": finding.text,
            **_place(finding, briefing.article),
            "readings": list(finding.readings),
            **dict(_read(finding, checked)),
            "result": finding.verdict,
            "facts": list(finding.facts),
            "again": finding.again,
            "reason": finding.reason,
        }
        for finding in checked.coverage
    ]


def _place(finding: Finding, article: Article) -> ReportEntry:
    """Where it begins, and where the character after it is."""
    block = article.blocks[finding.span.block]
    first = block.position_in_word(finding.span.start)
    last = block.position_in_word(finding.span.end - 1)
    return {"start": _spot(first, article, 0), "end": _spot(last, article, 1)}


def _spot(position: Position, article: Article, further: int) -> ReportEntry:
    offset = article.offset(position) + further
    return {"line": position.line, "column": position.column + further, "offset": offset}


def _read(finding: Finding, checked: Checked) -> Iterator[tuple[str, Any]]:
    """What the grammar read, each sort of finding with keys of its own."""
    match finding.found:
        case FoundDate() as date:
            yield "form", date.kind
        case FoundQuantity() as quantity:
            yield "value", _value(quantity)
            yield from (("unit", quantity.unit), ("hedge", quantity.hedge))
        case FoundQuotation():
            place = (finding.span.block, finding.span.start)
            speakers = checked.spoken.get(place)
            yield "speakers", sorted(speakers.ids) if speakers else None


def _value(quantity: FoundQuantity) -> ReportEntry | None:
    """Exact decimals as text; None where the words give no digits."""
    if quantity.low is None:
        return None
    high = None if quantity.high is None else f"{quantity.high:f}"
    return {"low": f"{quantity.low:f}", "high": high, "pair": quantity.pair}


def claims_to_json(checked: Checked) -> list[ReportEntry]:
    """Every claim of a text that readers see, field by field."""
    return [_claim(claim) for claim in checked.claims]


def _claim(claim: Claim) -> ReportEntry:
    return {
        "kind": claim.kind,
        "text": claim.text,
        "record": None if isinstance(claim.owner, FrontMatter) else claim.owner.id,
        "field": ".".join(map(str, claim.path)),
        **_at(claim.position),
        "end": {"line": claim.end.line, "column": claim.end.column},
        "result": claim.result,
        "far": claim.is_far,
        "support": [_support(support) for support in claim.support],
    }


def _support(support: Support) -> ReportEntry:
    near = {"level": support.level, "text": support.text, "fact": support.fact}
    return {**near, **_at(support.position)}


def _at(position: Position) -> ReportEntry:
    return {"path": position.path, "line": position.line, "column": position.column}
