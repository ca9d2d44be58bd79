"""By how much a figure changed: “turnover fell by £11.9m”, of £19.6m after £31.5m."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.basis.findings import as_found, number_of, overlap, read_quantities
from dateline.checking.claims.grounds.statements import Statements, Surroundings
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.reckoning.arithmetic import is_near_result, is_single
from dateline.checking.claims.reckoning.named_figures import as_amount
from dateline.checking.claims.rivals.nearness import clause_of
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure
from dateline.facts.wording import sentence_at
from dateline.frozen import dataclass
from dateline.language import FoundQuantity, en
from dateline.language.en import Direction
from dateline.patterns import compile_later

# What a text says of the time before the figure’s own.
_EARLIER: Final = compile_later(
    r"\b(?:had|earlier|before|previous(?:ly)?|ago|then|until|(?:19|20)[0-9]{2})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedBy:
    """A number of a text by which figures may have changed, and what is near to the text."""

    claimed: FoundQuantity
    text: str
    near: Surroundings
    briefing: Briefing

    @property
    def is_right(self) -> bool:
        """Whether the figure that the words speak of went so far, the way that they say."""
        way = self._way
        return any(way in self._ways(figure) for figure in self._subjects)

    def is_turned(self, statements: Statements) -> Figure | None:
        """The figure that went so far the other way: “up 38%”, of one that fell; not if anything went that way.

        Also one that did so only before, and went the other way since.
        """
        claimed, text = self.claimed, self.text
        way = en.way_by(text, claimed.start, claimed.end)
        if way == "change" or any(_goes(way, claimed, statements)):
            return None
        for figure in self._subjects:
            ways = {*self._ways(figure)}
            if (ways and way not in ways) or (not ways and self._went_before(figure, way)):
                return figure
        return None

    @property
    def _way(self) -> Direction:
        """Which way the words beside the number go, or else those of its sentence."""
        claimed, text = self.claimed, self.text
        way = en.way_by(text, claimed.start, claimed.end)
        return way if way != "change" else en.way_of(self._sentence)

    @property
    def _sentence(self) -> str:
        start, end = sentence_at(self.text, self.claimed.start)
        return self.text[start:end]

    @property
    def _subjects(self) -> Sequence[Figure]:
        """The figures that the clause names in full before the number, or else those that it is about."""
        first, _ = clause_of(self.text, self.claimed.start, self.claimed.end)
        words = frozenset(stems(self.text[first : self.claimed.start]))
        named = [
            figure
            for figure in self.briefing.figures
            if (label := frozenset(stems(figure.label))) and label <= words
        ]
        near = self.near.own | self.near.named
        return named or [figure for figure in self.briefing.figures if figure.id in near]

    def _ways(self, figure: Figure) -> Iterator[Direction]:
        """The ways in which it went so far: to or from its own value, in a text of before between others."""
        own = as_amount(number_of(figure))
        values = [as_amount(each) for each in _by_time(figure)]
        pairs = [*combinations(values, 2), *((then, own) for then in self._said_before(figure))]
        for then, now in pairs:
            is_of_now = own.low in (then.low, now.low) or _EARLIER.search(self._sentence)
            if is_of_now and self._is_apart(then, now):
                yield _way_between(then, now)

    def _went_before(self, figure: Figure, way: Direction) -> bool:
        """Whether it went so far between two of its former values alone, and last the other way."""
        *former, now = map(as_amount, _by_time(figure))
        went = any(
            self._is_apart(*pair) and _way_between(*pair) == way for pair in combinations(former, 2)
        )
        return went and _way_between(former[-1], now) != way

    def _said_before(self, figure: Figure) -> Iterator[FoundQuantity]:
        """What the words of its evidence say that it rose or fell from: “from 310 to 280”."""
        low, blocks = figure.value.low, self.briefing.article.blocks
        for span in self.near.spans.get(figure.id, ()):
            text = blocks[span.block].text
            for change in en.find_changes(text, read_quantities(text)):
                if change.second.low == low and overlap(span, change.second):
                    yield change.first

    def _is_apart(self, then: FoundQuantity, now: FoundQuantity) -> bool:
        claimed = self.claimed
        if not (is_single(then) and is_single(now) and then.low and now.low) or then.low == now.low:
            return False
        if claimed.unit in ("percent", "share"):
            return is_near_result(claimed, abs(100 * (now.low - then.low) / then.low))
        is_unit = claimed.unit is None or match_unit(claimed, now) == "same"
        return is_unit and is_near_result(claimed, abs(now.low - then.low))


def _way_between(then: FoundQuantity, now: FoundQuantity) -> Direction:
    return "rise" if (now.low or 0) > (then.low or 0) else "fall"


def _by_time(figure: Figure) -> list[FoundQuantity]:
    """Its values, the earliest first; its own is the last where it has no date."""
    date = figure.period or figure.as_of
    values = [(each.date.text, each.value) for each in figure.history]
    values.append((date.text if date else _LAST, figure.value))
    values.sort(key=lambda each: each[0])
    return [as_found(value, figure.unit, None, value.text) for _, value in values]


# After the text of any date.
_LAST: Final = "~"


def _goes(way: Direction, claimed: FoundQuantity, statements: Statements) -> Iterator[bool]:
    """Whether the article says of each number like it that something went that way by so much."""
    for said, place in statements.by_number.get(claimed.low, ()):
        if place.span and match_unit(claimed, said) == "same":
            text = statements.text_of(place.span)
            yield en.way_by(text, place.span.start, place.span.end) == way
