"""A part of a whole that the text or its figure names: “3 per cent of the 9,840”, a third of “the £32.5m”."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.basis.findings import number_of, read_quantities
from dateline.checking.claims.grounds.statements import Statements
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.reckoning.arithmetic import is_near_result, is_near_share, is_single
from dateline.facts.records import Figure
from dateline.facts.units import is_measured
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_OF: Final = compile_later(r"\s+of\s+(?:(?:the|its|their|all|some|those)\s+)?")


def is_part(claimed: FoundQuantity, text: str, figures: Sequence[Figure]) -> bool:
    """Whether it is what a figure is of a whole in the text, or what a share is of the figure’s own whole."""
    if claimed.unit in ("percent", "share"):
        wholes = [
            each for each in read_quantities(text) if _OF.fullmatch(text, claimed.end, each.start)
        ]
        parts = [*_parts(wholes, figures)]
        if _OF.match(text, claimed.end):
            parts += [each for figure in figures for each in _parts(_wholes_of(figure), [figure])]
        return any(is_near_share(claimed, 100 * part / whole) for part, whole in parts)
    return any(
        match_unit(claimed, whole) == "same" and is_near_result(claimed, _share(figure) * whole.low)
        for figure in figures
        for whole in _wholes_of(figure)
        if is_single(whole) and whole.low is not None and _share(figure)
    )


def _wholes_of(figure: Figure) -> Sequence[FoundQuantity]:
    return read_quantities(figure.whole) if figure.whole else ()


_ALL_OF_IT: Final = compile_later(
    r"\b(?:whole|entire|all of|outright|full|100 ?(?:%|per ?cent))\b", re.IGNORECASE
)


def is_whole_of_share(
    claimed: FoundQuantity, text: str, numbers: Iterable[FoundQuantity], words: Sequence[str]
) -> bool:
    """Whether it is what the whole comes to, of “£20m for a quarter of the shares”."""
    if not _ALL_OF_IT.search(text):
        return False
    priced = [
        (number.low, in_percent(share).low)
        for number in numbers
        for said in words
        for price in read_quantities(said)
        if price.low == number.low and match_unit(claimed, number) == "same"
        if price.hedge == claimed.hedge and price.low == price.high
        for share in read_quantities(said)
        if share.unit in ("share", "percent") and _FOR.fullmatch(said, price.end, share.start)
    ]
    return any(
        is_near_result(claimed, 100 * price / share) for price, share in priced if price and share
    )


_FOR: Final = compile_later(r"\s+(?:for|buys|to buy)\s+")
_LEFT: Final = compile_later(r"\b(?:left|remain\w*|rest|still|other)\b", re.IGNORECASE)
_OF_WHOLE: Final = compile_later(r"\s+of\s+(?P<whole>(?:[\w'’-]+ ?){1,4})")


def is_rest_of_share(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether a share is what the article’s share of the same whole leaves: “a quarter of the shaft is left”."""
    own = _OF_WHOLE.match(text, claimed.end)
    if own is None or not _LEFT.search(text):
        return False
    words = set(stems(own["whole"]))
    for found, place in statements.quantities:
        if place.span and make_a_whole(claimed, found):
            of = _OF_WHOLE.match(statements.text_of(place.span), place.span.end)
            if of and words & set(stems(of["whole"])):
                return True
    return False


def make_a_whole(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether two shares are all of something together, as a third and two-thirds are."""
    shares = [in_percent(each) for each in (claimed, found)]
    parts = [each.low for each in shares if each.unit == "percent" and each.low is not None]
    return len(parts) == len(shares) and abs(sum(parts, -_WHOLE)) <= 1


_WHOLE: Final = Decimal(100)


def is_part_of(
    claimed: FoundQuantity, shares: Sequence[FoundQuantity], wholes: Iterable[FoundQuantity]
) -> bool:
    """Whether it is what a share in percent comes to of a number beside it: a third of 6.4 million tonnes."""
    return any(
        is_near_result(claimed, share.low * whole.low / 100)
        for whole in (wholes if shares else ())
        if is_single(whole) and whole.low is not None and match_unit(claimed, whole) == "same"
        for share in shares
        if share.low is not None and share.low == share.high
    )


_OVER: Final = compile_later(r"\b(?:over|across|divided by|spread over|shared (?:by|among))\b")
_IS: Final = compile_later(r",?\s+(?:is|are|makes?|gives?|means|comes? to|works? out at)\s+")


def is_spread(claimed: FoundQuantity, text: str) -> bool:
    """Whether it is a number by which another is divided, or the result: “£18.7m over 365 days is £51,233”."""
    found = [each for each in read_quantities(text) if is_single(each)]
    for whole, by, result in zip(found, found[1:], found[2:], strict=False):
        is_said = _OVER.search(text, whole.end, by.end) and _IS.fullmatch(
            text, by.end, result.start
        )
        is_asked = claimed.start in (by.start, result.start)
        if is_said and is_asked and whole.low and by.low and result.unit == whole.unit:
            return is_near_result(result, whole.low / by.low)
    return False


def _parts(
    wholes: Sequence[FoundQuantity], figures: Sequence[Figure]
) -> Iterator[tuple[Decimal, Decimal]]:
    """The numbers of figures that are less than a whole, both of money or both of things."""
    for whole in wholes:
        for part in map(number_of, figures):
            is_thing = not (is_measured(part.unit or "") or is_measured(whole.unit or ""))
            is_alike = is_thing or match_unit(part, whole) == "same"
            if is_alike and is_single(whole) and part.low and whole.low and part.low < whole.low:
                yield part.low, whole.low


def _share(figure: Figure) -> Decimal:
    """A figure as a fraction: a third, 33 percent; nothing where it is none."""
    number = in_percent(number_of(figure))
    if number.low is None or number.low != number.high:
        return Decimal(0)
    if number.unit == "percent":
        return number.low / 100
    return number.low if figure.unit is None and number.low < 1 else Decimal(0)
