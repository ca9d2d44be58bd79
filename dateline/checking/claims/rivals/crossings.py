"""Two numbers or times of a text that each stand with the words of the other: “shut at 1.30pm, open at 2.10pm”."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.rivals.nearness import clause_words
from dateline.language import FoundQuantity

# The words of each place where the article has a number or time.
Places = Sequence[frozenset[str]]


def are_crossed(own: frozenset[str], at: Places, other: frozenset[str], there: Places) -> bool:
    """Whether the words of each go with the place of the other, and less with its own."""
    mine, theirs = own - other, other - own
    return _fit(mine, there) > _fit(mine, at) and _fit(theirs, at) > _fit(theirs, there)


def _fit(words: frozenset[str], places: Places) -> int:
    return max((len(words & place) for place in places), default=0)


def crossed_with(claimed: FoundQuantity, text: str, statements: Statements) -> list[Statement]:
    """Where the article has the other number of a text that is crossed with this one."""
    own = clause_words(text, claimed.start, claimed.end)
    at = _said(claimed, statements)
    for each in read_quantities(text) if at and claimed.unit else ():
        # “Three metres below; the permit demands 1.8”: of the same.
        other = each if each.unit else replace(each, unit=claimed.unit)
        if other.low == claimed.low or not may_say_the_same(claimed, other):
            continue
        there = _said(other, statements)
        words = clause_words(text, other.start, other.end)
        if are_crossed(own, _words_at(at, statements), words, _words_at(there, statements)):
            return there
    return []


def _said(found: FoundQuantity, statements: Statements) -> list[Statement]:
    return [
        place
        for said, place in statements.by_number.get(found.low, ())
        if place.span and may_say_the_same(found, said)
    ]


def _words_at(places: Sequence[Statement], statements: Statements) -> Places:
    """The words of the clauses of the article that give a number."""
    spans = [place.span for place in places if place.span]
    return [clause_words(statements.text_of(span), span.start, span.end) for span in spans]
