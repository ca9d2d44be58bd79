"""Small numbers in words that an editor may have counted, and those of which the article has others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.unit_agreement import match_units, names_unit
from dateline.checking.claims.grounds.statements import SaidQuantity, Statement, Statements
from dateline.checking.claims.grounds.word_stems import stem_of, stems
from dateline.facts.article import Block, Span
from dateline.facts.hedges import Hedge
from dateline.language import FoundQuantity, en
from dateline.language.en import TimesOver
from dateline.patterns import compile_later

# A count below this, in words, may be the editor's own: “two men” of an article that names both.
_COUNTED: Final = 13
_DIGIT: Final = compile_later(r"\d")
_VOTES: Final = ("vote", "votes")


def is_count(found: FoundQuantity) -> bool:
    """Whether it may be one of things or persons, or an amount: no ratio, share or length."""
    return found.unit not in ("times", "share", "percent", "year", "month", "hour", "minute")


_ADDS: Final = compile_later(r"\s+(?:more|fewer|others?)\b(?! than)", re.IGNORECASE)


def is_added(claimed: FoundQuantity, text: str) -> bool:
    """Whether it is how many came to others: “five more by Thursday”, which no total can stand for."""
    return _ADDS.match(text, claimed.end) is not None


_SET_AGAINST: Final = compile_later(
    r"(?: \w+)?\s+(?:more|fewer|less|higher|lower|below|above|short of)\b", re.IGNORECASE
)
_MORE_OF: Final = compile_later(r"\w (?:more|fewer|less)\b(?! than)", re.IGNORECASE)


def is_set_against(claimed: FoundQuantity, text: str) -> bool:
    """Whether it is how much more or less something is than another: “21 fewer than the coastguard says”."""
    return bool(_SET_AGAINST.match(text, claimed.end) or _MORE_OF.search(claimed.text))


_FEWER: Final = compile_later(r"\b(?:fewer|less|lower|below|short of)\b", re.IGNORECASE)


def is_fewer(claimed: FoundQuantity, text: str) -> bool:
    """Whether it is how much less something is than another."""
    after = _SET_AGAINST.match(text, claimed.end) or _MORE_OF.search(claimed.text)
    return after is not None and _FEWER.search(after[0]) is not None


def is_own_count(claimed: FoundQuantity, nearest: Sequence[SaidQuantity]) -> bool:
    """Whether an editor may have counted: the article has no small number of the same things."""
    if (
        claimed.hedge == Hedge.NEARLY
        or not _is_small(claimed)
        or _DIGIT.search(claimed.text)
        or claimed.unit == "percent"
    ):
        return False
    others = (said.low for said, _ in nearest)
    return claimed.unit is None or not any(low is not None and low < _COUNTED for low in others)


def is_counted_otherwise(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether the article has other small numbers of the same things under a longer name, or votes.

    “Four libraries” are not two of 14 library branches.
    """
    if _is_of_votes(claimed):
        return any(_is_of_votes(said) for said, _ in statements.quantities)
    kindred = _kindred(claimed, statements) if claimed.unit and _is_small(claimed) else set()
    return bool(kindred) and claimed.low not in kindred


_OF_THINGS: Final = compile_later(r"\s+of\s+(?P<things>[^.,;:!?]{3,50})")


def is_part_of_named(claimed: FoundQuantity, said: SaidQuantity, statements: Statements) -> bool:
    """Whether the article counts so many of what the text names shortly: “three of the eleven branch libraries”."""
    place = said[1]
    if place.span is None or claimed.unit is None or not is_count(claimed):
        return False
    of = _OF_THINGS.match(statements.text_of(place.span), place.span.end)
    words = of["things"].split() if of else []
    return stem_of(claimed.unit.split()[-1]) in {stem_of(word) for word in words}


def _is_small(quantity: FoundQuantity) -> bool:
    return quantity.low is not None and quantity.low < _COUNTED


def _is_of_votes(quantity: FoundQuantity) -> bool:
    return quantity.pair or quantity.unit in _VOTES


def _kindred(claimed: FoundQuantity, statements: Statements) -> set[Decimal]:
    """The small numbers of what the article counts under a longer name: library branches."""
    noun = (claimed.unit or "").split()[-1]
    units = {
        said.unit
        for said, place in statements.quantities
        if place.span and said.unit and names_unit(noun, said.text)
    }
    small = [said for said, _ in statements.quantities if units and _is_small(said)]
    return {
        said.low
        for said in small
        if said.low is not None and match_units(said.unit, units) == "same"
    }


def is_of_a_vote(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether it is a side of a vote of the article, or by how many votes that passed or failed."""
    votes = [said for said, _ in statements.quantities if said.pair]
    sides = {side for said in votes for side in (said.low, said.high)}
    margins = {
        abs(said.low - said.high)
        for said in votes
        if said.low is not None and said.high is not None
    }
    return claimed.unit in _VOTES and not claimed.pair and claimed.low in sides | margins


def is_last_time(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether something happened so many times, as the article’s “third change” says: “three times”."""
    is_count = claimed.unit == "times" and claimed.low is not None
    return is_count and any(
        en.has_ordinal(block.text, claimed.low or Decimal(0)) for block in statements.blocks
    )


def times_over_otherwise(
    text: str, blocks: Iterable[Block]
) -> Iterator[tuple[FoundQuantity, Statement]]:
    """The “third increase in two years” of a text, where the article has the second in three.

    “The third time in two years that they were increased” is the same.
    """
    claimed = list(en.find_times_over(text))
    if not claimed:
        return
    said = [(own, block) for block in blocks for own in en.find_times_over(block.text)]
    for found in claimed:
        nouns = {stem_of(found.noun)} if found.noun != "time" else set(stems(text))
        same = [(own, block) for own, block in said if stem_of(own.noun) in nouns]
        if same and all(found.differs_from(own) for own, _ in same):
            yield _as_quantity(found), _statement(*same[0])


def _as_quantity(found: TimesOver) -> FoundQuantity:
    start, end, text = found.start, found.end, found.text
    return FoundQuantity(
        start=start, end=end, text=text, low=None, high=None, unit=None, hedge=None
    )


def _statement(found: TimesOver, block: Block) -> Statement:
    span = Span(block=block.number, start=found.start, end=found.end)
    return Statement(text=found.text, span=span, position=block.position(found.start))
