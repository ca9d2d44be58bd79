"""Which findings an editor must make facts or waive, and which are only offered, as names are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import AnyFound, Findings
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Person
from dateline.language import FoundDate, FoundName, FoundQuantity, en
from dateline.patterns import compile_later

# “It was bought in May, and twelve months later it shut”: what is after is another clause.
_GOES_ON: Final = compile_later(r"\b(?:and|but)\s$")
_CLAUSE_END: Final = compile_later(r"[,;:.!?…—–](?=\s|$)")


def find_offered(
    briefing: Briefing, spans: Spans, findings: Findings
) -> Iterator[tuple[int, AnyFound]]:
    """The findings that hold nothing up, by their block: names, and what is said in passing.

    Nothing in a table is: its cells are there to be read.
    """
    events: dict[int, list[Span]] = defaultdict(list)
    for event in briefing.events:
        for span in spans[event.id]:
            events[span.block].append(span)
    for block in briefing.article.blocks:
        number = block.number
        yield from ((number, name) for name in findings.names[number])
        if block.kind != "cell":
            numbers = [*_numbers(block, findings, briefing), *_echoes(block, findings)]
            yield from ((number, found) for found in numbers)
            yield from (
                (number, found) for found in _dates(block, findings, numbers, events[number])
            )
            quotations = filter(en.is_quotation_in_passing, findings.quotations[number])
            yield from ((number, found) for found in quotations)


def _numbers(block: Block, findings: Findings, briefing: Briefing) -> list[FoundQuantity]:
    quantities = findings.quantities[block.number]
    people = [name for name in findings.names[block.number] if _is_person(name, briefing)]
    return [
        found
        for found in quantities
        if en.is_number_in_passing(block.text, found, quantities, people)
    ]


def _echoes(block: Block, findings: Findings) -> Iterator[FoundQuantity]:
    """“A win by 611 is no joke” beside “by 611 votes”: in a quotation, a number that the story has with its noun."""
    spans = [(quoted.start, quoted.end) for quoted in findings.quotations[block.number]]
    if not spans:
        return
    counted = {found.low for each in findings.quantities for found in each if found.unit}
    for found in findings.quantities[block.number]:
        is_within = any(start <= found.start < end for start, end in spans)
        if is_within and found.unit is None and found.low in counted and not found.pair:
            yield found


def _is_person(name: FoundName, briefing: Briefing) -> bool:
    if name.known:
        return isinstance(briefing.fact_by_id[name.known], Person)
    return en.may_be_a_person(name.text)


def _dates(
    block: Block, findings: Findings, numbers: Sequence[FoundQuantity], events: Sequence[Span]
) -> Iterator[FoundDate]:
    """Not the date of a number ("$1.4 billion a year earlier"), nor one in a clause of an event."""
    ends = {found.end for found in findings.quantities[block.number] if found not in numbers}
    for found in findings.dates[block.number]:
        begin, end = _clause_around(block.text, found)
        is_beside = any(event.start < end and begin < event.end for event in events)
        is_dating = found.start - 1 in ends
        if not (is_beside or is_dating) and en.is_date_in_passing(block.text, found):
            yield found


def _clause_around(text: str, found: FoundDate) -> tuple[int, int]:
    """Where the words between two commas, stops or “and” before a date begin and end, that have it."""
    ends = [end.start() for end in _CLAUSE_END.finditer(text)]
    before = [end + 1 for end in ends if end < found.start]
    if _GOES_ON.search(text, 0, found.start):
        before.append(found.start)
    after = [end for end in ends if end >= found.end]
    return (before[-1] if before else 0), (after[0] if after else len(text))
