"""Parts of a row of which the article has others: the first three carriages for the first four."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.rivals.nearness import words_around
from dateline.facts.article import Block, Span
from dateline.language import FoundQuantity, en
from dateline.language.en import PlaceInRow

# So many words around both must be the same for a text to tell what the article does.
_SAME: Final = 2


def rows_otherwise(text: str, blocks: Iterable[Block]) -> Iterator[tuple[FoundQuantity, Statement]]:
    """The “first carriage” of a text, where the article tells the same of the third, and of no first."""
    claimed = list(en.find_places_in_rows(text))
    if not claimed:
        return
    said = [(own, block) for block in blocks for own in en.find_places_in_rows(block.text)]
    for found in claimed:
        alike = [each for each in said if stem_of(each[0].noun) == stem_of(found.noun) != ""]
        same = [own for own, _ in alike if (own.nth, own.count) == (found.nth, found.count)]
        rivals = [
            (own, block)
            for own, block in alike
            if own.is_rival_of(found)
            and not _leaves_noun_out(found, block.text)
            and _tells_the_same(found, text, own, block.text)
        ]
        if rivals and not same:
            yield _as_quantity(found), _statement(*rivals[0])


def _leaves_noun_out(found: PlaceInRow, article: str) -> bool:
    """Whether the article goes on to it: “the first dose …, while the second”."""
    is_nth = found.count is None and found.nth.isdigit()
    return is_nth and en.has_ordinal(article, Decimal(found.nth))


def _tells_the_same(found: PlaceInRow, text: str, own: PlaceInRow, article: str) -> bool:
    words = words_around(text, found.start, found.end)
    return len(words & words_around(article, own.start, own.end)) >= _SAME


def _as_quantity(found: PlaceInRow) -> FoundQuantity:
    start, end, text = found.start, found.end, found.text
    return FoundQuantity(
        start=start, end=end, text=text, low=None, high=None, unit=None, hedge=None
    )


def _statement(found: PlaceInRow, block: Block) -> Statement:
    span = Span(block=block.number, start=found.start, end=found.end)
    return Statement(text=found.text, span=span, position=block.position(found.start))
