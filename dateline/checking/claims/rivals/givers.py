"""Numbers that somebody else gave: “his toll of 43”, of a captain who counts 46."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.rivals.nearness import clause_of
from dateline.facts.briefing import Briefing
from dateline.facts.origin import Key
from dateline.facts.quantities import Amount, show_amount
from dateline.facts.records import Figure, Named, Quotation
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# “Its count of the dead is”, “they count”, with nobody else in between.
_THEIRS: Final = compile_later(
    r"\b(?:(?:his|her|its|their)\s+(?!['’])[^'’]{3,40}?|(?:he|she|it|they)\s+(?:counts?|puts?|gives?|gave|counted)\s+"
    r"[^'’]{0,30}?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNumbers:
    """A text about a person or body, or about a quotation, and the figures with who gave each value."""

    seen: SeenText
    briefing: Briefing

    def by_them(self, claimed: FoundQuantity) -> list[Statement]:
        """What they give themselves, where a text has as theirs what others give of the same."""
        giver, text = self._giver, self.seen.text
        start, _ = clause_of(text, claimed.start, claimed.end)
        if giver is None or not _THEIRS.search(text, start, claimed.start):
            return []
        numbers = {each.low for each in read_quantities(text)}
        return [
            statement
            for figure in self.briefing.figures
            for statement in _own_in(figure, giver, claimed)
            if not any(amount.low in numbers and by == giver for _, amount, by in _given(figure))
        ]

    @property
    def _giver(self) -> str | None:
        match self.seen.owner:
            case Quotation(speaker=speaker):
                return speaker
            case Named(id=own):
                return own
        return None


def _own_in(figure: Figure, giver: str, claimed: FoundQuantity) -> Iterator[Statement]:
    given = list(_given(figure))
    theirs = [(path, amount) for path, amount, by in given if by == giver]
    others = [amount.low for _, amount, by in given if by != giver]
    if theirs and claimed.low in others:
        path, amount = theirs[0]
        shown = show_amount(amount, figure.unit).plain
        yield Statement(text=shown, fact=figure.id, position=figure.origin.of(*path))


def _given(figure: Figure) -> Iterator[tuple[tuple[Key, ...], Amount, str | None]]:
    yield ("value",), figure.value, figure.by
    for number, rival in enumerate(figure.values):
        yield ("values", number, "value"), rival.value, rival.by
