"""Sums that a headline rounds: “loses £22m”, of “lost £22.4m”, where both stand with the same word."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.agreement.quantities.unit_agreement import currency_of
from dateline.checking.claims.grounds.statements import SaidQuantity, Statements, Surroundings
from dateline.checking.claims.grounds.word_stems import stem_of, stems
from dateline.checking.claims.reckoning.arithmetic import is_single
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# The shortest number that is left of another one.
_DIGITS: Final = 2
_CLAUSE: Final = compile_later(r"[.,;:!?)(—–](?=\s|$)|\s[-—–]\s|\(|\b(?:as|while|but)\b")
_SMALL: Final = compile_later(r"(?<![^\W\d_])[a-z]{4,}")


def shortened(
    claimed: FoundQuantity, text: str, near: Surroundings, statements: Statements
) -> Iterator[SaidQuantity]:
    """What the article says of a sum that stands rounded above it; nothing in the text of a fact or a point."""
    if near.own or near.refers or currency_of(claimed.unit) is None:
        return
    words = {stem_of(word) for word in _SMALL.findall(_clause(text, claimed))} - {""}
    yield from (
        (found, place)
        for found, place in statements.quantities
        if place.span and _is_short_for(claimed, found) and match_unit(claimed, found) == "same"
        if words & {*stems(_clause(statements.text_of(place.span), found))}
    )


def _is_short_for(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether two digits or more are what the other number is rounded to, and neither has a hedge."""
    if not (is_single(claimed) and is_single(found)) or claimed.hedge or found.hedge:
        return False
    if claimed.low is None or found.low is None or claimed.low == found.low:
        return False
    _, digits, exponent = claimed.low.normalize().as_tuple()
    step = Decimal(1).scaleb(int(exponent))
    is_rounded = int(exponent) > 0 and abs(claimed.low - found.low) * 2 <= step
    return len(digits) >= _DIGITS and is_rounded


def _clause(text: str, found: FoundQuantity) -> str:
    ends = [match.end() for match in _CLAUSE.finditer(text, 0, found.start)]
    after = _CLAUSE.search(text, found.end)
    return text[ends[-1] if ends else 0 : after.start() if after else len(text)]
