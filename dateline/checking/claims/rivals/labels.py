"""A number right after the label of a figure whose number is another: “on revenue of £9.8m”, which is the profit."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import same_value
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.claims.grounds.statements import Statements
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure, OtherValue
from dateline.frozen import dataclass
from dateline.language import FoundQuantity

# What may stand between a label and its number, and before a label that no other word makes a narrower one.
_IS: Final = r"(?: (?:of|at|was|were|is|are|stood at|came to|reached|totalled))? "
_ALONE: Final = (
    r"(?:^|[.,;:(–—] ?|\b(?:on|and|with|its|the|their|while|but|as|that|from|a|an|when) )"
)


@dataclass(frozen=True, kw_only=True)
class LabelledNumber:
    """A number of a text, and the figures and the sentences that may have it."""

    claimed: FoundQuantity
    text: str
    briefing: Briefing
    statements: Statements

    def owner(self) -> Figure | None:
        """The figure that the words right before name alone, where only another figure has the number."""
        named = [figure for figure in self.briefing.figures if self._is_named(figure)]
        if len(named) != 1 or self._has(named[0]) or not self._is_anothers(named[0]):
            return None
        return None if self._may_be_its(named[0]) else named[0]

    def _is_named(self, figure: Figure) -> bool:
        is_of_unit = self.claimed.unit and may_say_the_same(self.claimed, number_of(figure))
        return bool(is_of_unit) and _names(figure, self.text, self.claimed.start)

    def _has(self, figure: Figure) -> bool:
        return any(same_value(self.claimed, each) for each in _values(figure))

    def _is_anothers(self, own: Figure) -> bool:
        """Whether another figure has the number, whose label does not say that it is of the same."""
        words = frozenset(stems(own.label))
        return any(
            self._has(figure) and may_say_the_same(self.claimed, number_of(figure))
            for figure in self.briefing.figures
            if figure is not own and not words <= frozenset(stems(figure.label))
        )

    def _may_be_its(self, figure: Figure) -> bool:
        """Whether a sentence of the article has the number and the words of the label, each beside no other."""
        words = frozenset(stems(_head(figure)))
        for said, statement in self.statements.quantities:
            if statement.span is None or not same_value(self.claimed, said):
                continue
            text, place = self.statements.text_of(statement.span), statement.span
            start, end = sentences_around(text, place)
            others = [each for each in self.briefing.figures if each is not figure]
            is_others = any(_names(other, text, place.start) for other in others)
            is_there = words <= frozenset(stems(text[start:end])) and not is_others
            if is_there and not self._is_with_own(figure, text[start:end]):
                return True
        return False

    def _is_with_own(self, figure: Figure, sentence: str) -> bool:
        """Whether a sentence has another number right after the label."""
        return any(
            _names(figure, sentence, found.start)
            for found in read_quantities(sentence)
            if not same_value(self.claimed, found)
        )


def _head(figure: Figure) -> str:
    """What a label says before a comma or a bracket: “Revenue”, of “Revenue, year to March”."""
    return re.split(r",|\(|:", figure.label)[0].strip()


def _names(figure: Figure, text: str, start: int) -> bool:
    label = re.escape(_head(figure).casefold()).replace(r"\ ", " ")
    return bool(label) and re.search(rf"{_ALONE}{label}{_IS}$", text[:start].casefold()) is not None


def _values(figure: Figure) -> Iterator[FoundQuantity]:
    others: Sequence[OtherValue] = (*figure.history, *figure.values, *figure.revised)
    for amount in (figure.value, *(other.value for other in others)):
        yield as_found(amount, figure.unit, None, amount.text)
