"""Values that a figure no longer has, in texts that give the present one: “the toll rises to 31”, of 43 by now."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.checking.agreement.quantities.tolls import (
    PEOPLE,
    fates_of_figure,
    fates_of_number,
    is_toll,
    may_be_of_one,
)
from dateline.checking.basis.findings import number_of, read_dates, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.rivals.nearness import clause_of
from dateline.facts.briefing import Briefing
from dateline.facts.quantities import show_amount
from dateline.facts.records import BriefPoint, Figure, FrontMatter
from dateline.facts.times import parts_in_prose
from dateline.frozen import dataclass
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

_FROM: Final = compile_later(r"\b(?:from|than|after|before)\b", re.IGNORECASE)
_STILL: Final = compile_later(r"\b(?:still|now)\b", re.IGNORECASE)
# What a text with such a word reports of before, or, with another number after it, compares.
_THEN: Final = compile_later(
    r"\b(?:first|earlier|initial(?:ly)?|had|was|were|before|once|until)\b", re.IGNORECASE
)
_THAN: Final = compile_later(r"\b(?:from|after|than|against)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class PresentText:
    """The headline, the standfirst or a point of the brief, and the figures whose values it may give."""

    seen: SeenText
    near: Surroundings
    briefing: Briefing

    def instead_of(self, claimed: FoundQuantity) -> list[Statement]:
        """What the figures have by now whose earlier value, or value by somebody else, the text gives as theirs."""
        if not (self._is_above and self._is_present(claimed)):
            return []
        if any(self._has(figure, claimed) for figure in self.briefing.figures):
            return []
        numbers = {each.low for each in read_quantities(self.seen.text)}
        return [
            stated_value(figure)
            for figure in self.briefing.figures
            if figure.value.low not in numbers
            and self._is_meant(figure, claimed)
            and any(claimed.low == other for other in self._others(figure))
        ]

    def goes_the_other_way(self, claimed: FoundQuantity) -> Figure | None:
        """The figure that rose where the text has it fall to its number, or the other way round."""
        text = self.seen.text
        way = en.way_to(text, claimed.start)
        first, last = clause_of(text, claimed.start, claimed.end)
        if way == "change" or _FROM.search(
            f"{text[first : claimed.start]} {text[claimed.end : last]}"
        ):
            return None
        for figure in self.briefing.figures:
            now, then = figure.value.low, [point.value.low for point in figure.history]
            if now is None or not then or not self._has(figure, claimed):
                continue
            signs = {value is not None and value != now and value < now for value in then}
            if self._is_named(figure, claimed) and None not in then and signs == {way == "fall"}:
                return figure
        return None

    @property
    def _is_above(self) -> bool:
        if isinstance(self.seen.holder, BriefPoint):
            return True
        return isinstance(self.seen.owner, FrontMatter) and self.seen.holder is self.seen.owner

    def _is_present(self, claimed: FoundQuantity) -> bool:
        text = self.seen.text
        first, last = clause_of(text, claimed.start, claimed.end)
        clause = f"{text[first : claimed.start]} {text[claimed.end : last]}"
        if _THEN.search(clause) or read_dates(clause, self.briefing):
            return False
        if (than := _THAN.search(clause)) and self._has_alike(claimed, clause[than.end() :]):
            return False
        if en.find_clocks(clause) or parts_in_prose(clause):
            return False
        if self.seen.owner is self.seen.holder and self.seen.field == "title":
            return True
        is_end = en.is_end_of_change(text, claimed.start, claimed.end)
        return is_end or _STILL.search(clause) is not None

    @staticmethod
    def _has_alike(claimed: FoundQuantity, words: str) -> bool:
        """Whether there is another number of the same: “rises to 14 from nine”, not “from three villages”."""
        return any(
            found.unit is None
            or found.unit in PEOPLE
            or may_say_the_same(claimed, found)
            or is_toll(found)
            for found in read_quantities(words)
        )

    def _has(self, figure: Figure, claimed: FoundQuantity) -> bool:
        number = number_of(figure)
        is_unit = claimed.unit is None or may_say_the_same(claimed, number)
        return number.low == claimed.low == number.high and is_unit

    def _is_meant(self, figure: Figure, claimed: FoundQuantity) -> bool:
        """Whether the point names it, and its unit is that of the number, or both count people of one fate."""
        is_named = self.near.refers_to(figure.id)
        if is_named and claimed.unit and may_say_the_same(claimed, number_of(figure)):
            return True
        if self._is_named(figure, claimed):
            return True
        fates, theirs = fates_of_number(claimed, self.seen.text), fates_of_figure(figure)
        return bool(fates and theirs) and may_be_of_one(fates, theirs)

    def _is_named(self, figure: Figure, claimed: FoundQuantity) -> bool:
        """Whether the clause has all the words of its label, and its unit: “net debt climbed to £71.9m”."""
        text, words = self.seen.text, frozenset(stems(figure.label))
        first, _ = clause_of(text, claimed.start, claimed.end)
        is_same = claimed.unit is not None and may_say_the_same(claimed, number_of(figure))
        return is_same and bool(words) and words <= frozenset(stems(text[first : claimed.start]))

    def _others(self, figure: Figure) -> Iterator[object]:
        yield from (point.value.low for point in figure.history)
        for rival in figure.values:
            if not self._names(rival.by):
                yield rival.value.low

    def _names(self, fact: str | None) -> bool:
        """Whether the text says whose value it is."""
        words = self.briefing.name_of(fact).casefold().split() if fact else []
        return any(word in self.seen.text.casefold() for word in words)


def stated_value(figure: Figure) -> Statement:
    shown = show_amount(figure.value, figure.unit).plain
    return Statement(text=shown, fact=figure.id, position=figure.origin.of("value"))
