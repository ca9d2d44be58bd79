"""Coverage is triage: whatever the article says is a fact, is waived with a reason, or is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from dateline.checking.date_agreement import dates_of, says
from dateline.checking.evidence import ArticleText, Spans
from dateline.checking.findings import Findings, Found, lies_in
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.quantities import Amount, QuantityError, parse_amount, show_amount
from dateline.facts.records import Fact, Figure
from dateline.facts.wording import even, find_words
from dateline.language import FoundDate, FoundName, FoundQuantity, FoundQuotation
from dateline.problems import Position, Problem, Rule

ClaimKind = Literal["date", "quantity", "quotation", "name"]
# The facts that may be made of an item.
FACT_KINDS_FOR: Final[Mapping[ClaimKind, tuple[Kind, ...]]] = {
    "date": (Kind.EVENT,),
    "quantity": (Kind.FIGURE,),
    "quotation": (Kind.QUOTATION,),
    "name": (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE),
}
Verdict = Literal["covered", "waived", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something in the article that could be a fact, and what became of it.

    `readings` are what the words would say as a fact, the likeliest first: a date in EDTF, a number
    with its unit. `fields` are the same as a sheet has it, by the names of its fields. `facts` are
    the ids that cover it, `reason` is the waiver's.
    """

    kind: ClaimKind
    text: str
    span: Span
    position: Position
    readings: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    facts: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def reading(self) -> str:
        return self.readings[0]

    @property
    def verdict(self) -> Verdict:
        if self.facts:
            return "covered"
        return "open" if self.reason is None else "waived"


def triage(
    briefing: Briefing, article: ArticleText, spans: Spans, findings: Findings
) -> tuple[Claim, ...]:
    """Every item of the article in reading order, each with its verdict."""
    waivers = [(span, waiver.why) for waiver in briefing.waived for span in article.find(waiver)]
    items = (
        item
        for block in briefing.article.blocks
        for item in _items(block, briefing, spans, findings)
    )
    return tuple(_waived(item, waivers) for item in items)


def _waived(item: Claim, waivers: Iterable[tuple[Span, str]]) -> Claim:
    if item.facts:
        return item
    reasons = [why for span, why in waivers if holds(span, item.span)]
    if not reasons:
        return item
    return replace(item, reason=reasons[0])


def holds(outer: Span, inner: Span) -> bool:
    return outer.block == inner.block and outer.start <= inner.start and inner.end <= outer.end


def meets(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _items(block: Block, briefing: Briefing, spans: Spans, findings: Findings) -> list[Claim]:
    """What one block holds, by where it begins."""
    at = block.number
    dates = [one for one in findings.dates.get(at, ()) if one.readings]
    quantities = _apart(findings.quantities.get(at, ()), findings.dates.get(at, ()))
    quotations = findings.quotations.get(at, ())
    names = _apart(findings.names.get(at, ()), dates)
    items = [
        *(_item("date", one, block, _dated(one, block, briefing, spans)) for one in dates),
        *(
            _item("quantity", one, block, _counted(one, block, briefing, spans))
            for one in quantities
        ),
        *(
            _item("quotation", one, block, _quoted(one, block, briefing, spans))
            for one in quotations
        ),
        *(_item("name", one, block, (one.known,) if one.known else ()) for one in names),
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
    kind: ClaimKind,
    found: FoundDate | FoundQuantity | FoundQuotation | FoundName,
    block: Block,
    facts: tuple[str, ...],
) -> Claim:
    fields = _fields_of(found)
    parts = ("hedge", "value", "unit") if kind == "quantity" else (next(iter(fields)),)
    said = " ".join(fields[name] for name in parts if name in fields)
    return Claim(
        kind=kind,
        text=" ".join(found.text.split()),
        span=Span(block=block.number, start=found.start, end=found.end),
        position=block.position(found.start),
        readings=found.readings if isinstance(found, FoundDate) else (said,),
        fields=tuple(fields.items()),
        facts=facts,
    )


def _fields_of(
    found: FoundDate | FoundQuantity | FoundQuotation | FoundName,
) -> dict[str, str]:
    """What was found, by the fields of a sheet."""
    match found:
        case FoundDate():
            date = {"date": found.readings[0]}
            whence = {"date_from": f"“{found.text}”, read from the date of publication"}
            return date | whence if found.kind in ("weekday", "relative") else date
        case FoundQuantity():
            return _amount_fields(found)
        case FoundQuotation():
            return {"words": " ".join(found.text.split())}
        case FoundName():
            return {"name": " ".join(found.text.split())}


def _amount_fields(found: FoundQuantity) -> dict[str, str]:
    """Value, unit and hedge. Two thirds, which no digits say as well, stay in words."""
    value = _words_of(found) if found.low is None else _digits_of(found)
    if value is None:
        return {"value": found.text}
    told = {"value": value, "unit": found.unit, "hedge": found.hedge}
    return {name: text for name, text in told.items() if text}


_MAGNITUDE = re.compile(r".*\b(?:dozen|score|hundred|thousand|million|billion|trillion)s?\b")


def _words_of(found: FoundQuantity) -> str:
    """A quantity without digits, without what it counts."""
    magnitude = _MAGNITUDE.match(found.text)
    return magnitude[0] if magnitude else found.text.removesuffix(f" {found.unit}")


def _digits_of(found: FoundQuantity) -> str | None:
    """A number or a range as an editor would write it; None where that would not be exact."""
    shown = show_amount(Amount(text=found.text, low=found.low, high=found.high), None).plain
    try:
        read = parse_amount(shown)
    except QuantityError:
        return None
    return shown if (read.low, read.high) == (found.low, found.high) else None


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


def _counted(
    found: FoundQuantity, block: Block, briefing: Briefing, spans: Spans
) -> tuple[str, ...]:
    """The figures that rest on these words and have their value, as a number or word for word."""
    resting = _resting_on(briefing.figures, found, block, spans)
    return tuple(
        one.id for one in resting if isinstance(one, Figure) and _has_value(one.value, found)
    )


def _has_value(value: Amount, found: FoundQuantity) -> bool:
    if value.is_words:
        return bool(find_words(even(value.text.casefold()), even(found.text.casefold())))
    return (value.low, value.high) == (found.low, found.high)


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


def check_coverage(
    briefing: Briefing, article: ArticleText, items: Sequence[Claim], *, told: Sequence[Span]
) -> Iterator[Problem]:
    """Nothing is open, and each waiver answers something that would be.

    What lies in a stretch that is `told` of already, for a fact has lost its words there, is no
    second fault.
    """
    for item in items:
        if item.verdict == "open" and not any(meets(span, item.span) for span in told):
            yield Problem(
                position=item.position,
                rule=Rule.COVERAGE_OPEN,
                found=f"no sheet has the {item.kind} “{item.text}”",
                fix=f"make it a fact ({_sheets_for(item.kind)}), or waive it in coverage.yaml with a reason",
            )
    yield from check_idle_waivers(briefing, article, items)


def _sheets_for(item: ClaimKind) -> str:
    *others, last = (kind.sheet for kind in FACT_KINDS_FOR[item])
    return f"{', '.join(others)} or {last}" if others else last


def check_idle_waivers(
    briefing: Briefing, article: ArticleText, items: Sequence[Claim]
) -> Iterator[Problem]:
    """A waiver in coverage.yaml has something to answer for."""
    waived = [item for item in items if item.verdict == "waived"]
    for waiver in briefing.waived:
        spans = article.find(waiver)
        if len(spans) == 1 and not any(holds(spans[0], item.span) for item in waived):
            yield Problem(
                position=waiver.origin.of("words"),
                rule=Rule.COVERAGE_IDLE,
                found=f"nothing in “{waiver.words}” is open",
                fix="take the waiver out",
            )
