"""How long after something else a text says that something was: “twelve months later”, “a year on”."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Final

from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.reckoning.spans import months_of
from dateline.facts.article import Span
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en.words import COUNT
from dateline.patterns import compile_later

_LAPSE: Final = compile_later(
    rf"\b(?P<length>(?i:{COUNT}) (?:day|week|month|year|decade)s?) (?:later|earlier|afterwards|after|before|ago|on)\b"
)
# Units of which others are so many: what is a year later is twelve months later.
_PARTS: Final = {"week": ("day", 7), "year": ("month", 12), "decade": ("month", 120)}


def lapse_of(found: FoundDate) -> FoundQuantity | None:
    """The length by which a date is counted from another."""
    counted = _LAPSE.fullmatch(found.text)
    lengths = read_quantities(f"it took {counted['length'].lower()}.") if counted else ()
    return next(
        (replace(each, start=found.start, end=found.end, text=found.text) for each in lengths), None
    )


def lapses_in(statements: Statements) -> Iterator[tuple[FoundQuantity, Statement]]:
    """The lengths by which the article counts, each where it does."""
    for block in statements.blocks:
        for match in _LAPSE.finditer(block.text):
            span = Span(block=block.number, start=match.start(), end=match.end())
            where = Statement(text=match[0], span=span, position=block.position(match.start()))
            lengths = read_quantities(f"it took {match['length'].lower()}.")
            yield from ((length, where) for length in lengths)


def is_same_lapse(first: FoundQuantity, second: FoundQuantity) -> bool:
    return first.low is not None and _in_parts(first) == _in_parts(second)


def _in_parts(length: FoundQuantity) -> tuple[str | None, Decimal]:
    unit, count = _PARTS.get(length.unit or "", (length.unit, 1))
    return unit, (length.low or Decimal(0)) * count


def is_between_dates(lapse: FoundQuantity, statements: Statements) -> bool:
    """Whether two dates that the article or a fact has are so far apart, as far as they tell."""
    ends = statements.bounds
    unit, count = _in_parts(lapse)
    if unit == "day":
        days = (end.first_day.toordinal() for end in ends if end.day)
        leeway = _LEEWAY if lapse.unit == "week" else 0
        return any(abs(abs(a - b) - count) <= leeway for a, b in combinations(days, 2))
    if lapse.unit == "month":
        months = months_of(ends)
        return any(abs(a - b) == count for a, b in combinations(months, 2))
    return any(12 * abs(a.year - b.year) == count for a, b in combinations(ends, 2))


# What is “three weeks later” need not be on the same weekday.
_LEEWAY: Final = 3
