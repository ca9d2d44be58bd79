"""Coverage: every finding of the article is in a fact, is waived with a reason, or is open.

A name is never open, nor is what is said in passing: it is offered, for an editor to choose from.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from dateline.checking.agreement.quantities.quantity_fields import fields_of_quantity
from dateline.checking.agreement.quantities.unit_agreement import currency_of
from dateline.checking.basis.evidence import ArticleText, Spans
from dateline.checking.basis.fact_words import any_of
from dateline.checking.basis.findings import AnyFound, Findings, TableReading, overlap
from dateline.checking.coverage.covering import Cover, facts_below, find_covers, holds, is_of_cells
from dateline.checking.coverage.grades import find_offered
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.records import CoverageWaiver
from dateline.facts.tables import Tables
from dateline.facts.undecided import Undecided
from dateline.frozen import dataclass
from dateline.language import Found, FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule

FindingKind = Literal["date", "quantity", "quotation", "name"]
# What readers and editors call them.
FINDING_NAMES: Final[Mapping[FindingKind, str]] = {
    "date": "date",
    "quantity": "number",
    "quotation": "quotation",
    "name": "name",
}
# The kinds of fact that a finding can become.
FACT_KINDS_FOR: Final[Mapping[FindingKind, tuple[Kind, ...]]] = {
    "date": (Kind.EVENT,),
    "quantity": (Kind.FIGURE,),
    "quotation": (Kind.QUOTATION,),
    "name": (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE),
}
Verdict = Literal["covered", "waived", "undecided", "open", "offered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A date, quantity, quotation or name in the article, and what became of it.

    `found` is what the grammar gave, and `position` where its first word is. `readings`, the
    likeliest first, are a date in EDTF or a number with its unit; `fields` are the
    same by the names of a sheet's fields. `facts` cover it, `again` where their evidence is
    elsewhere; `reason` is the waiver's. `undecided` proposals would cover it, once they are facts.
    What no fact has is `offered` where it need not be one.
    """

    kind: FindingKind
    found: AnyFound
    text: str
    span: Span
    position: Position
    readings: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    facts: tuple[str, ...] = ()
    again: bool = False
    reason: str | None = None
    undecided: tuple[Undecided, ...] = ()
    offered: bool = False

    @property
    def reading(self) -> str:
        return self.readings[0]

    @property
    def verdict(self) -> Verdict:
        if self.facts:
            return "covered"
        if self.reason is not None:
            return "waived"
        if self.undecided:
            return "undecided"
        return "offered" if self.offered else "open"


_KINDS: Final[Mapping[type[AnyFound], FindingKind]] = {
    FoundDate: "date",
    FoundQuantity: "quantity",
    FoundQuotation: "quotation",
    FoundName: "name",
}


def triage(
    briefing: Briefing, article: ArticleText, spans: Spans, findings: Findings
) -> tuple[Finding, ...]:
    """The findings of the article in reading order, each with its verdict."""
    waivers = [(span, waiver.why) for waiver in briefing.waived for span in article.find(waiver)]
    names = {waiver.words: waiver.why for waiver in briefing.waived if waiver.words}
    below = facts_below(briefing, spans, findings)
    codes = filter(None, (currency_of(figure.unit) for figure in briefing.figures))
    used = [code for code, _ in Counter(codes).most_common()]
    offered = set(find_offered(briefing, spans, findings))
    found = [
        (found, _finding(found, block, findings, used, offered=(block.number, found) in offered))
        for block in briefing.article.blocks
        for found in _found_in(block, findings)
        if not (below.get(block.number) == () and is_of_cells(found, block))
    ]
    placed = ((item, finding.span) for item, finding in found)
    covers = find_covers(placed, briefing, spans, below, findings)
    decided = (
        _with_verdict(finding, cover, [*_reasons(finding, waivers, names)])
        for (_, finding), cover in zip(found, covers, strict=True)
    )
    proposed = [
        (proposal, [span for passage in proposal.passages for span in article.find(passage)])
        for proposal in briefing.undecided
    ]
    return tuple(_with_proposals(finding, proposed, article.tables) for finding in decided)


def _reasons(
    finding: Finding, waivers: Sequence[tuple[Span, str]], names: Mapping[str, str]
) -> Iterator[str]:
    """Why an editor put it aside: these words, or a name, which is the same wherever it is."""
    yield from (why for span, why in waivers if holds(span, finding.span))
    if finding.kind == "name" and finding.text in names:
        yield names[finding.text]


def _with_verdict(finding: Finding, cover: Cover, reasons: Sequence[str]) -> Finding:
    """What became of a finding. Words that an editor waives are waived, though a fact says it too."""
    if reasons and (cover.again or not cover.facts):
        return replace(finding, reason=reasons[0])
    return replace(finding, facts=cover.facts, again=cover.again)


def _with_proposals(
    finding: Finding, proposed: Sequence[tuple[Undecided, Sequence[Span]]], tables: Tables
) -> Finding:
    """What no fact has, with the proposals that rest on its words and say what it says."""
    if finding.facts or finding.reason is not None:
        return finding
    said = {*finding.readings, *(text for _, text in finding.fields)}
    is_name = finding.kind == "name"
    undecided = tuple(
        proposal
        for proposal, spans in proposed
        if (said & proposal.texts or _has_words(proposal, finding))
        and (
            proposal.kind in FACT_KINDS_FOR["name"]
            if is_name
            else any(_is_about(span, finding.span, tables) for span in spans)
        )
    )
    return replace(finding, undecided=undecided)


def _has_words(proposal: Undecided, finding: Finding) -> bool:
    """Whether a proposed quotation has the words of one that was found, which may be a part of it."""
    words = finding.text.removesuffix(",")
    is_quotation = finding.kind == "quotation" and proposal.kind is Kind.QUOTATION
    return is_quotation and any(words in text for text in proposal.texts)


def _is_about(evidence: Span, own: Span, tables: Tables) -> bool:
    """Whether evidence has the words of a finding, or is a cell of the row or column of its cell."""
    cell, other = (tables.by_block.get(span.block) for span in (evidence, own))
    if cell and other:
        return cell.row == other.row or cell.column == other.column
    return evidence.block == own.block and overlap(evidence, own)


def _found_in(block: Block, findings: Findings) -> list[AnyFound]:
    number = block.number
    all_dates = findings.dates[number]
    dates = [date for date in all_dates if date.readings]
    found: list[AnyFound] = [
        *dates,
        *_outside(findings.quantities[number], all_dates),
        *findings.quotations[number],
        *_outside(findings.names[number], dates),
    ]
    return sorted(found, key=lambda item: (item.start, item.end))


def _outside(found: Sequence[Found], dates: Sequence[FoundDate]) -> list[Found]:
    """What is not part of a date: the five of "the first five months", the May of "by May"."""
    return [item for item in found if not any(overlap(item, date) for date in dates)]


def _finding(
    found: AnyFound, block: Block, findings: Findings, used: Sequence[str], *, offered: bool
) -> Finding:
    kind, fields = _KINDS[type(found)], _fields_of(found, used)
    if kind == "quantity" and (cell := findings.in_tables.get(block.number)):
        fields |= _time_in(cell)
    said = findings.spoken.get((block.number, found.start)) if kind == "quotation" else None
    if said and len(said.ids) == 1:
        fields |= {"speaker": min(said.ids)}
    names = ("hedge", "value", "unit") if kind == "quantity" else (next(iter(fields)),)
    reading = " ".join(fields[name] for name in names if fields.get(name))
    return Finding(
        kind=kind,
        found=found,
        text=" ".join(found.text.split()),
        span=Span(block=block.number, start=found.start, end=found.end),
        position=block.position(found.start),
        readings=found.readings if isinstance(found, FoundDate) else (reading,),
        fields=tuple(fields.items()),
        offered=offered,
    )


def _time_in(cell: TableReading) -> dict[str, str]:
    """The date of a number by the heads of its row and its column, where they have one that is certain."""
    certain = [date for date in cell.dates if not date.open]
    if len(cell.dates) != 1 or not certain:
        return {}
    name = "as_of" if certain[0].kind == "day" else "period"
    return {name: certain[0].readings[0]}


# “four days later”, “the following night”
_OF_ANOTHER: Final = compile_later(
    r"\b(?:later|earlier|before|after|afterwards|following)\b|\bthe (?:next|same) [a-z]+$",
    re.IGNORECASE,
)


def _fields_of(found: AnyFound, used: Sequence[str]) -> dict[str, str]:
    match found:
        case FoundDate():
            date = {"date": found.readings[0]}
            start = "named before it" if _OF_ANOTHER.search(found.text) else "of publication"
            source = {"date_from": f"“{found.text}”, counted from the day {start}"}
            return date | source if found.kind in ("weekday", "relative") else date
        case FoundQuantity():
            return fields_of_quantity(found, used)
        case FoundQuotation():
            return {"words": " ".join(found.text.split())}
        case FoundName():
            return {"name": " ".join(found.text.split())}


def check_coverage(
    briefing: Briefing,
    article: ArticleText,
    triaged: Sequence[Finding],
    *,
    reported: Sequence[Span],
) -> Iterator[Problem]:
    """No finding is open but in a `reported` span, where a fact is wrong; no waiver is idle.

    Names that no sheet has are offered, as is what is said in passing, and hold nothing up.
    """
    for finding in triaged:
        own = finding.span
        is_reported = any(span.block == own.block and overlap(span, own) for span in reported)
        if finding.verdict == "open" and not is_reported:
            sheets = any_of(kind.sheet for kind in FACT_KINDS_FOR[finding.kind])
            found = f"the {FINDING_NAMES[finding.kind]} “{finding.text}” is in no sheet"
            fix = f"make it a fact in {sheets}, or list its words in coverage.yaml, as `- words:` with `why:`"
            yield Problem(finding.position, Rule.COVERAGE_OPEN, found, fix)
    waived = [finding for finding in triaged if finding.verdict == "waived"]
    for waiver in briefing.waived:
        spans = article.find(waiver)
        if len(spans) == 1 and not any(holds(spans[0], finding.span) for finding in waived):
            yield _idle(waiver, spans[0], triaged)


def _idle(waiver: CoverageWaiver, own: Span, triaged: Sequence[Finding]) -> Problem:
    """The problem of a waiver that nothing needs, or whose words are only some of those that are open."""
    words = f"“{waiver.words}”" if waiver.words else waiver.called
    wider = [
        finding.text
        for finding in triaged
        if finding.verdict == "open" and holds(finding.span, own)
    ]
    found = f"nothing in {words} needs a waiver"
    if wider:
        found = f"{words} is only a part of what is open, “{wider[0]}”"
    fix = f"write `words: {wider[0]}`" if wider else "remove the waiver"
    return Problem(
        waiver.origin.of("words" if waiver.words else "row"), Rule.COVERAGE_IDLE, found, fix
    )
