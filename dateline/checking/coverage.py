"""Coverage is triage: whatever the article says is a fact, is waived with a reason, or is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dateline.checking.agreement import says
from dateline.checking.evidence import Passages, Spans
from dateline.checking.findings import Findings, Found, lies_in
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date
from dateline.facts.language import FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.facts.records import Event, Fact, Figure, Quotation
from dateline.problems import Place, Problem

Kind = Literal["date", "quantity", "quotation", "name"]
Verdict = Literal["covered", "waived", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something in the article that could be a fact, and what became of it.

    `facts` are the ids that cover it, `reason` is the waiver's, `reading` what the words would say
    as a fact: a date in EDTF, a number with its unit.
    """

    kind: Kind
    text: str
    span: Span
    place: Place
    reading: str
    facts: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def verdict(self) -> Verdict:
        if self.facts:
            return "covered"
        return "open" if self.reason is None else "waived"


def triage(briefing: Briefing, spans: Spans, findings: Findings) -> tuple[Item, ...]:
    """Every item of the article in reading order, each with its verdict."""
    article = Passages.of(briefing.article)
    waivers = [(span, waiver.why) for waiver in briefing.waived for span in article.find(waiver)]
    items = (
        item
        for block in briefing.article.blocks
        for item in _items(block, briefing, spans, findings)
    )
    return tuple(_waived(item, waivers) for item in items)


def _waived(item: Item, waivers: Iterable[tuple[Span, str]]) -> Item:
    if item.facts:
        return item
    reasons = [why for span, why in waivers if holds(span, item.span)]
    if not reasons:
        return item
    return Item(
        kind=item.kind,
        text=item.text,
        span=item.span,
        place=item.place,
        reading=item.reading,
        reason=reasons[0],
    )


def holds(outer: Span, inner: Span) -> bool:
    return outer.block == inner.block and outer.start <= inner.start and inner.end <= outer.end


def _items(block: Block, briefing: Briefing, spans: Spans, findings: Findings) -> list[Item]:
    """What one block holds, by where it begins."""
    at = block.number
    dates = [one for one in findings.dates.get(at, ()) if one.readings]
    quantities = _apart(findings.quantities.get(at, ()), findings.dates.get(at, ()))
    quotations = findings.quotations.get(at, ())
    names = _apart(findings.names.get(at, ()), dates)
    items = [
        *(
            _item("date", one, block, _dated(one, block, briefing, spans), one.readings[0])
            for one in dates
        ),
        *(
            _item("quantity", one, block, _counted(one, block, briefing, spans), _amount(one))
            for one in quantities
        ),
        *(
            _item("quotation", one, block, _quoted(one, block, briefing, spans), one.text)
            for one in quotations
        ),
        *(_item("name", one, block, (one.known,) if one.known else (), one.text) for one in names),
    ]
    return sorted(items, key=lambda item: (item.span.start, item.span.end))


def _apart(found: Sequence[Found], others: Sequence[FoundDate]) -> list[Found]:
    """What does not lie in a date: the five of "the first five months", the May of "by May"."""
    return [
        one
        for one in found
        if not any(other.start < one.end and one.start < other.end for other in others)
    ]


def _item(
    kind: Kind,
    found: FoundDate | FoundQuantity | FoundQuotation | FoundName,
    block: Block,
    facts: tuple[str, ...],
    reading: str,
) -> Item:
    span = Span(block=block.number, start=found.start, end=found.end)
    return Item(
        kind=kind,
        text=found.text,
        span=span,
        place=block.place(found.start),
        reading=reading,
        facts=facts,
    )


def _amount(found: FoundQuantity) -> str:
    if found.low is None or found.high is None:
        return found.text
    ends = dict.fromkeys(f"{one.normalize():f}" for one in (found.low, found.high))
    return " ".join(filter(None, [found.hedge, " to ".join(ends), found.unit]))


def _resting_on(facts: Iterable[Fact], found: Found, block: Block, spans: Spans) -> list[Fact]:
    """The facts whose evidence holds what was found."""
    return [
        fact
        for fact in facts
        if any(span.block == block.number and lies_in(found, span) for span in spans[fact.id])
    ]


def _dated(found: FoundDate, block: Block, briefing: Briefing, spans: Spans) -> tuple[str, ...]:
    """The facts that rest on these words and bear one of their dates."""
    resting = _resting_on(briefing.facts, found, block, spans)
    return tuple(fact.id for fact in resting if any(says(found, date) for date in dates_of(fact)))


def dates_of(fact: Fact) -> Iterator[Date]:
    """Every date that a fact bears."""
    match fact:
        case Event():
            ends = [fact.date, *(end for one in fact.expected for end in (one.window, one.said_on))]
        case Figure():
            ends = [fact.period, fact.as_of]
        case Quotation():
            ends = [fact.said_on]
        case _:
            ends = []
    yield from (one for one in ends if one)


def _counted(
    found: FoundQuantity, block: Block, briefing: Briefing, spans: Spans
) -> tuple[str, ...]:
    """The figures that rest on these words and have their value."""
    resting = _resting_on(briefing.figures, found, block, spans)
    return tuple(
        one.id
        for one in resting
        if isinstance(one, Figure)
        and (one.value.is_words or (one.value.low, one.value.high) == (found.low, found.high))
        and one.value.is_words == (found.low is None)
    )


def _quoted(
    found: FoundQuotation, block: Block, briefing: Briefing, spans: Spans
) -> tuple[str, ...]:
    """The quotations whose words lie between these marks."""
    return tuple(
        one.id
        for one in briefing.quotations
        if any(
            span.block == block.number and found.start <= span.start and span.end <= found.end
            for span in spans[one.id]
        )
    )


def check_coverage(briefing: Briefing, items: Sequence[Item]) -> Iterator[Problem]:
    """Nothing is open, and each waiver answers something that would be."""
    for item in items:
        if item.verdict == "open":
            yield Problem(
                place=item.place,
                rule="coverage.open",
                found=f"no sheet has the {item.kind} “{item.text}”",
                fix=f"make it a fact ({_SHEET[item.kind]}), or waive it in coverage.yaml with a reason",
            )
    yield from check_idle_waivers(briefing, items)


_SHEET: dict[Kind, str] = {
    "date": "timeline.yaml",
    "quantity": "figures.yaml",
    "quotation": "quotations.yaml",
    "name": "people.yaml, organisations.yaml or places.yaml",
}


def check_idle_waivers(briefing: Briefing, items: Sequence[Item]) -> Iterator[Problem]:
    """A waiver in coverage.yaml has something to answer for."""
    article = Passages.of(briefing.article)
    waived = [item for item in items if item.verdict == "waived"]
    for waiver in briefing.waived:
        spans = article.find(waiver)
        if len(spans) == 1 and not any(holds(spans[0], item.span) for item in waived):
            yield Problem(
                place=waiver.origin.of("words"),
                rule="coverage.idle",
                found=f"nothing in “{waiver.words}” is open",
                fix="take the waiver out",
            )


def coverage_to_json(items: Sequence[Item]) -> dict[str, list[dict[str, Any]]]:
    """The triage as command.md has it: what is covered, waived and open, each in reading order."""
    told: dict[str, list[dict[str, Any]]] = {"covered": [], "waived": [], "open": []}
    for item in items:
        one = {"text": item.text, "kind": item.kind, "line": item.place.line}
        match item.verdict:
            case "covered":
                told["covered"].append(one | {"facts": list(item.facts)})
            case "waived":
                told["waived"].append(one | {"reason": item.reason})
            case "open":
                told["open"].append(one | {"reading": item.reading})
    return told


def stub(item: Item) -> str:
    """A fact to paste into a sheet and to finish, for something that is open."""
    words = item.text.replace("'", "''")
    match item.kind:
        case "date":
            return f"- id: \n  title: \n  date: {item.reading}\n  evidence: '{words}'\n"
        case "quantity":
            return f"- id: \n  label: \n  value: {item.reading}\n  kind: \n  evidence: '{words}'\n"
        case "quotation":
            return f"- id: \n  words: '{words}'\n  speaker: \n"
        case "name":
            return f"- id: \n  name: '{words}'\n  evidence: '{words}'\n"
