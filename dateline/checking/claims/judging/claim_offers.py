"""What a message may offer for a number that nothing supports: another one that the article gives of the same thing."""

from collections.abc import Iterator
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.agreement.quantities.unit_agreement import measure_name
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.matching.claim_dates import nearest_dates
from dateline.checking.claims.matching.counts import is_set_against
from dateline.checking.claims.rivals.nearness import clause_words, words_around
from dateline.facts.article import Span
from dateline.language import FoundDate, FoundQuantity, en
from dateline.patterns import compile_later

# So many words of its clause, or all that there are, stand with a number of the same thing.
_SAME: Final = 2


def offered_for(claimed: FoundQuantity, text: str, statements: Statements) -> Iterator[Statement]:
    """The numbers in the same unit with the same words beside them; none that the text has as well.

    Nothing where no words tell what is meant: advice that may be false is worse than none.
    """
    words = clause_words(text, claimed.start, claimed.end)
    given = {each.low for each in read_quantities(text)}
    way = _way_of(claimed, text)
    if is_set_against(claimed, text):
        return  # no number that is not a difference can stand for one
    for found, place in statements.quantities:
        if place.span is None or found.low in given or not in_one_unit(claimed, found):
            continue
        said = statements.text_of(place.span)
        shared = words & words_around(said, place.span.start, place.span.end)
        if way != _way_of(place.span, said):
            continue
        if shared and (len(shared) >= _SAME or shared == words):
            yield place


def dates_offered_for(claimed: FoundDate, text: str, statements: Statements) -> Iterator[Statement]:
    """The dates of the article of the same kind that have a word beside them that the claim has too."""
    words = clause_words(text, claimed.start, claimed.end)
    for place in nearest_dates(claimed, statements):
        if place.span is None:
            continue
        said = statements.text_of(place.span)
        if words & words_around(said, place.span.start, place.span.end):
            yield place


_BY: Final = compile_later(r"\bby $")


def _way_of(found: FoundQuantity | Span, text: str) -> tuple[bool, bool]:
    """Whether it is how much something changed or differs, and whether that is less."""
    is_change = en.is_of_change(text, found.start, found.end) or _BY.search(text, 0, found.start)
    return bool(is_change), en.is_of_fall(text, found.start, found.end)


def in_one_unit(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether both are in one unit, written alike: £9.8m is no other form of 36.5p."""
    return claimed.unit is not None and (
        claimed.unit == found.unit
        or (match_unit(claimed, found) == "same" and measure_name(claimed.unit) is None)
    )
