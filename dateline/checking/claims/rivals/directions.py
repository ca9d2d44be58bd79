"""Which way and how much a number compares: “0.3 percent less than this year”, where the article has that much more."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.reckoning.arithmetic import is_near_share
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

_MORE: Final = "more|higher|bigger|larger|greater|longer|older|heavier|taller|faster|later|dearer"
_LESS: Final = "less|fewer|lower|smaller|shorter|younger|lighter|slower|earlier|cheaper"
_THAN: Final = compile_later(
    rf"\s+(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\s+than\s+(?P<what>\w+(?:\s+\w+)?)"
)


def is_turned(
    claimed: FoundQuantity, text: str, support: Sequence[Statement], statements: Statements
) -> bool:
    """Whether all that has the number compares it with the same, the other way."""
    own = _THAN.match(text, claimed.end)
    said = [
        _THAN.match(statements.text_of(each.span), each.span.end) for each in support if each.span
    ]
    ways = {
        bool(other["more"]) == bool(own["more"])
        for other in said
        if own and other and other["what"].casefold() == own["what"].casefold()
    }
    return ways == {False}


def opposite_of(
    claimed: FoundQuantity, text: str, support: Sequence[Statement], statements: Statements
) -> str | None:
    """The words beside a number of which all that the article says of it are the opposite: “makes” of “lost £14.6m”."""
    own = [*_sides(text, claimed.start, claimed.end)]
    if not own:
        return None
    said = [
        side
        for each in support
        if each.span
        for side in _sides(statements.text_of(each.span), each.span.start, each.span.end)
    ]
    for side in own:
        if {other.is_first for other in said if other.pair == side.pair} == {not side.is_first}:
            return side.words
    return None


def _sides(text: str, start: int, end: int) -> Iterator[en.OneSide]:
    yield from en.sides_beside(text, start, end)
    if (way := en.way_by(text, start, end)) != "change":
        yield en.OneSide("change", way == "rise", f"a {way} of")


_OTHER: Final = compile_later(
    r"\s+(?:(?P<more>more)|less|fewer|higher|lower)\s+than\s+(?:(?:the|its|their|a)\s+)?"
)
_SHARES: Final = ("share", "percent")


def is_miscompared(claimed: FoundQuantity, quantities: Sequence[FoundQuantity], text: str) -> bool:
    """Whether a text has two numbers that are apart by another share: “$100m, a half more than the $80m”."""
    way = _OTHER.match(text, claimed.end)
    if claimed.unit not in _SHARES or way is None:
        return False
    first = [each for each in quantities if each.end <= claimed.start]
    other = next((each for each in quantities if each.start == way.end()), None)
    if not first or other is None or match_unit(first[-1], other) != "same":
        return False
    now, then = first[-1].low, other.low
    if not now or not then or "." in text[first[-1].end : claimed.start].rstrip("."):
        return False
    apart = 100 * (now - then) / then
    return not is_near_share(claimed, abs(Decimal(apart)))
