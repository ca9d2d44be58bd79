"""Numbers that words tell of others: ten weeks of “ten weeks later”, a half of “halved”, 4/9 of “four of nine”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import lies_in, read_quantities, touching
from dateline.facts.article import Span
from dateline.language import FoundDate, FoundQuantity, en
from dateline.patterns import compile_later

_COUNTED = compile_later(
    r"(?P<length>.+?) (?:later|earlier|ago|before|after|afterwards|on)", re.IGNORECASE
)
_MULTIPLYING = compile_later(
    r"\b(?P<verb>halv|doubl|trebl|tripl|quadrupl)(?:e|es|ed|ing)\b", re.IGNORECASE
)
_TIMES = {"doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4}


def said_in_words(words: FactWords) -> Iterator[tuple[FoundQuantity, Span]]:
    """The lengths that dates are counted by, what verbs multiply by, and parts of a whole, each with its passage."""
    for date, span in touching(words.findings.dates, words.spans):
        yield from ((length, span) for length in _counted_by(date))
    for span in words.spans:
        text, found = words.blocks[span.block].text, words.findings.quantities[span.block]
        yield from ((times, span) for times in _multiplied_by(text, span))
        parts = en.find_parts_of_wholes(text, found)
        yield from ((part, span) for part in parts if lies_in(part, span))


def is_counted(date: FoundDate) -> bool:
    """Whether a date is counted from another: “ten weeks later”."""
    return _COUNTED.fullmatch(date.text) is not None


def _counted_by(date: FoundDate) -> Iterator[FoundQuantity]:
    if counted := _COUNTED.fullmatch(date.text):
        for length in read_quantities(f"it took {counted['length'].lower()}."):
            yield replace(length, start=date.start, end=date.end, text=date.text)


def _multiplied_by(text: str, span: Span) -> Iterator[FoundQuantity]:
    for match in _MULTIPLYING.finditer(text, span.start, span.end):
        times = _TIMES.get(match["verb"].lower())
        value = Decimal(times) if times else Decimal("0.5")
        yield FoundQuantity(
            start=match.start(),
            end=match.end(),
            text=match[0],
            low=value,
            high=value,
            unit="times" if times else "share",
            hedge=None,
        )
