"""Numbers in the words of a fact that are no quantity or date that the grammar knows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dateline.checking.basis.findings import Findings
from dateline.facts.article import Block, Span
from dateline.facts.quantities import Amount
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en.words import NUMBER_WORDS, read_number
from dateline.patterns import compile_later

_ANY = compile_later(rf"\d[\d.,]*|\b(?!one\b){NUMBER_WORDS}", re.IGNORECASE)
# A number by itself: no part of a time, a name such as 12B or a longer number.
_ALONE = compile_later(
    rf"(?<![\w:/#.,])(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?![\w:/%]|[.,]\d|\s?[ap]\.?m\b)|(?!one\b){NUMBER_WORDS})",
    re.IGNORECASE,
)


def has_unread_number(findings: Findings, spans: Iterable[Span], blocks: Sequence[Block]) -> bool:
    return any(True for _ in _unread(_ANY, findings, spans, blocks))


def is_written(
    value: Amount, findings: Findings, spans: Iterable[Span], blocks: Sequence[Block]
) -> bool:
    """Whether the words write the number or the pair, but not as a quantity that is read."""
    numbers = [read_number(number) for number in _unread(_ALONE, findings, spans, blocks)]
    if value.may_be_pair:
        return any(pair == (value.low, value.high) for pair in pairwise(numbers))
    return value.value is not None and value.value in numbers


def _unread(
    pattern: re.Pattern[str], findings: Findings, spans: Iterable[Span], blocks: Sequence[Block]
) -> Iterator[str]:
    for span in spans:
        read: list[FoundQuantity | FoundDate] = [*findings.quantities[span.block]]
        read += findings.dates[span.block]
        for number in pattern.finditer(blocks[span.block].text, span.start, span.end):
            if not any(found.start <= number.start() < found.end for found in read):
                yield number[0]
