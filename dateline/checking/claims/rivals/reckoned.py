"""Numbers that two others happen to give, where the article has another of what the text tells: £7.3m, of £6.3m."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import (
    LEVELS,
    SaidQuantity,
    Statement,
    Surroundings,
)
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.reckoning.arithmetic import is_rounding_of
from dateline.checking.claims.rivals.nearness import clause_of, clause_words, part_words
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure
from dateline.frozen import dataclass
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

# What says that a number was worked out.
_RECKONED: Final = compile_later(
    r"\b(?:more|fewer|less|than|together|combined|totals?|altogether|all|sum|between|difference|gap|left|rest"
    r"|remain\w*|others?|another|further|each|every|per|average|apiece|times|twice|half|double\w*|apart|extra|short"
    r"|ahead|behind|worth|equal\w*|makes?|means?|comes?|works?|add\w*|net|after|before|since|until|later|earlier|ago"
    r"|would|if|too \w+|(?:in|over) (?:\w+|\d+) years"
    r"|(?:dead|died|killed|injured|hurt|wounded|missing) (?:or|and) (?:dead|injured|hurt|wounded|missing))\b"
)
_BY: Final = compile_later(
    r"\b(?:up|down|r[io]se|rises|rising|risen|f[ae]ll|falls|fallen|falling|grow[ns]?|grew) by $"
)
# How long something took is worked out of days and times of day.
_OF_TIME: Final = ("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year")
_OF_FACT: Final = LEVELS.index("fact")
# So many words stand with both, or half of those of the clause; with the only such number one.
_SAME: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckonedNumber:
    """A number of a text that nothing gives, and what is near to the text."""

    claimed: FoundQuantity
    text: str
    near: Surroundings
    briefing: Briefing

    def instead(self, quantities: Iterable[SaidQuantity]) -> list[Statement]:
        """What is said of the same in the same unit; none in a text that says that it reckons, or has it too."""
        first, last = clause_of(self.text, self.claimed.start, self.claimed.end)
        beside = f"{self.text[first : self.claimed.start]} {self.text[self.claimed.end : last]}"
        if self.claimed.unit in (None, "share", "times", *_OF_TIME) or _RECKONED.search(beside):
            return []
        if self.claimed.unit == "percent" and not self._is_change:
            return []  # a part of a whole is worked out wherever both are known
        words = clause_words(self.text, self.claimed.start, self.claimed.end)
        alike = list(dict.fromkeys(self._alike(quantities)))
        near = [place for place in alike if LEVELS.index(self.near.level(place)) <= _OF_FACT]
        shared = [(len(words & self._words_of(place)), place) for place in near or alike]
        best = max((count for count, _ in shared), default=0)
        if best < self._least(words, near):
            return []
        return [place for count, place in shared if count == best]

    def _least(self, words: frozenset[str], near: Sequence[Statement]) -> int:
        """How many words of its clause must stand with another one: all, in what is not near to the text."""
        if not near:
            return max(len(words), _SAME)
        is_only = len({place.text for place in near}) == 1
        return 1 if is_only else max(1, min(_SAME, -(-len(words) // 2)))

    def _alike(self, quantities: Iterable[SaidQuantity]) -> Iterator[Statement]:
        given = {number for each in read_quantities(self.text) for number in (each.low, each.high)}
        for said, place in quantities:
            is_number = said.low == said.high and said.unit is not None and not place.is_formula
            is_alike = is_number and may_say_the_same(self.claimed, said) and self._is_now(place)
            is_of_same = self._is_change == self._is_of_change(said, place)
            is_true = said.low in given or is_rounding_of(said, self.claimed)
            if is_alike and is_of_same and not is_true:
                yield place

    @property
    def _is_change(self) -> bool:
        return en.is_of_change(self.text, self.claimed.start, self.claimed.end)

    def _is_of_change(self, said: FoundQuantity, place: Statement) -> bool:
        if place.span is None:  # by how much something changes is not its value
            return self._is_change and not _BY.search(self.text, 0, self.claimed.start)
        text = self.briefing.article.blocks[place.span.block].text
        return en.is_of_change(text, said.start, said.end)

    def _is_now(self, statement: Statement) -> bool:
        """Whether it is not what a figure had before."""
        fact = self.briefing.fact_by_id.get(statement.fact or "")
        return not isinstance(fact, Figure) or statement.position == fact.origin.of("value")

    def _words_of(self, statement: Statement) -> frozenset[str]:
        if span := statement.span:
            return part_words(self.briefing.article.blocks[span.block].text, span.start, span.end)
        return frozenset(stems(self.briefing.name_of(statement.fact or "")))
