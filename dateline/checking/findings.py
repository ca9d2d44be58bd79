"""What the grammar of the language finds in the article: read once, used by every check."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial

from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.wording import compose
from dateline.language import Found, FoundDate, FoundName, FoundQuantity, FoundQuotation, en

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """The blocks that head a cell, and the dates that they give it, placed on the whole cell."""

    heads: tuple[int, ...]
    dates: tuple[FoundDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What is in the text of each block, by the block's number, in reading order.

    `in_tables` has what the heads of a table say, by the block of the cell.
    """

    dates: Sequence[Sequence[FoundDate]]
    quantities: Sequence[Sequence[FoundQuantity]]
    quotations: Sequence[Sequence[FoundQuotation]]
    names: Sequence[Sequence[FoundName]]
    in_tables: Mapping[int, TableReading] = field(default_factory=dict)


def find_all(briefing: Briefing) -> Findings:
    aliases = {
        " ".join(compose(form).text.split()): named.id
        for named in briefing.named
        for name in (named.name, *named.aliases)
        for form in en.name_forms(name)
    }
    find_names = partial(en.find_names, aliases=aliases)
    blocks = briefing.article.blocks
    return Findings(
        dates=[read_dates(block.text, briefing) for block in blocks],
        quantities=[read_quantities(block.text) for block in blocks],
        quotations=[en.find_quotations(block.text) for block in blocks],
        names=_without_words([find_names(block.text) for block in blocks], blocks),
    )


def nothing_in(briefing: Briefing) -> Findings:
    """What is found in an article in a language that no grammar reads."""
    nothing: list[tuple[()]] = [() for _ in briefing.article.blocks]
    return Findings(dates=nothing, quantities=nothing, quotations=nothing, names=nothing)


# The preview reads the article again on each save; most of its blocks are unchanged.
@lru_cache(maxsize=4096)
def _find_dates(text: str, written: date) -> Sequence[FoundDate]:
    return en.find_dates(text, written=written)


@lru_cache(maxsize=4096)
def read_quantities(text: str) -> Sequence[FoundQuantity]:
    return en.find_quantities(text)


def read_dates(text: str, briefing: Briefing) -> Sequence[FoundDate]:
    """The dates in an editor's own words, read relative to publication as the article's are."""
    return _find_dates(text, briefing.front.published)


def _without_words(
    names: Sequence[Sequence[FoundName]], blocks: Sequence[Block]
) -> Sequence[Sequence[FoundName]]:
    """The names without words that have a capital only because of where they are.

    A single word that the sheets do not know is a name where the article also has it inside a
    sentence, and nowhere in lower case.
    """
    words = (word for block in blocks for word in _WORD.findall(block.text))
    lower = {word for word in words if word.islower()}
    certain = [
        {name for name in found if name.known or not _is_doubtful(name, block)}
        for found, block in zip(names, blocks, strict=True)
    ]
    inside = {word for found in certain for name in found for word in _WORD.findall(name.text)}

    def is_name(name: FoundName, sure: Container[FoundName]) -> bool:
        is_capital = name in sure or name.text in inside
        return bool(name.known) or (is_capital and name.text.lower() not in lower)

    return [
        [name for name in found if is_name(name, sure)]
        for found, sure in zip(names, certain, strict=True)
    ]


def _is_doubtful(name: FoundName, block: Block) -> bool:
    stands_alone = block.kind in ("heading", "cell", "caption")
    return en.may_be_a_word(block.text, name, stands_alone=stands_alone)


def with_heads(findings: Findings, spans: Iterable[Span]) -> Findings:
    """The findings as evidence has them: the dates of its heads are those of a cell, too."""
    cells = [span.block for span in spans if span.block in findings.in_tables]
    if not cells:
        return findings
    dates = list(findings.dates)
    for block in dict.fromkeys(cells):
        dates[block] = [*findings.in_tables[block].dates, *dates[block]]
    return replace(findings, dates=dates)


def touching(found: Sequence[Sequence[Found]], spans: Iterable[Span]) -> list[tuple[Found, Span]]:
    return [(item, span) for span in spans for item in found[span.block] if overlap(item, span)]


AnyFound = FoundDate | FoundQuantity | FoundQuotation | FoundName
# A stretch of the text of one block.
Placed = Span | AnyFound


def overlap(first: Placed, second: Placed) -> bool:
    return first.start < second.end and second.start < first.end


def lies_in(inner: Placed, outer: Placed) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
