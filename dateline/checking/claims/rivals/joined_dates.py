"""Dates that the article has, but with none of the words beside them in a text: “arrives on Tuesday”, of a fire."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.dates.years_of_account import COMPARED_WITH
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import (
    LEVELS,
    SaidDate,
    Statement,
    Surroundings,
    is_publication,
    later_dates,
)
from dateline.checking.claims.rivals.shared_words import (
    passage_of,
    sentence_after,
    sentence_of,
    tells_the_same,
    words_of,
)
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import CivilDate, Date, known_date
from dateline.facts.records import Event, Figure, Period
from dateline.facts.tables import tables_of
from dateline.facts.wording import sentence_at, sentences
from dateline.frozen import dataclass
from dateline.language import FoundDate
from dateline.patterns import compile_later

# “At least €1.9 million less than in 2024”: the year of the other number.
_COMPARED: Final = compile_later(rf"{COMPARED_WITH} in $", re.IGNORECASE)
# What is counted from another day is said in words of its own.
_COUNTED: Final = ("relative", "range", "season")
# So many that are none, where the title of an event or a figure has another day than this.
_MANY: Final = 2


def days_of(seen: SeenText) -> list[Date]:
    """The dates of what a text is the title or the label of."""
    match seen.owner:
        case Event() | Figure() if seen.field in ("title", "label") and seen.holder is seen.owner:
            return [*dates_of(seen.owner), *later_dates(seen.owner)]
        case Period() if seen.field == "title":
            return [seen.owner.dates]
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedDate:
    """A date in a text that readers see, and whether anything says it with a word of this text."""

    claimed: FoundDate
    text: str
    near: Surroundings
    briefing: Briefing
    names: frozenset[str]
    days: Sequence[Date]
    date_starts: Mapping[int, frozenset[int]]

    def is_unjoined(self, support: Sequence[Statement], said: Iterable[SaidDate]) -> bool:
        """Whether all that supports it is far from the text, and tells nothing that the text does."""
        if self.claimed.kind in _COUNTED or not support:
            return False
        if _COMPARED.search(self.text, 0, self.claimed.start):
            return False
        if any(self._level(each) < _FAR and not is_publication(each) for each in support):
            return False
        if any(map(is_publication, support)) and not self._is_other_day:
            return False
        first, last = sentence_at(self.text, self.claimed.start)
        own = f"{self.text[first : self.claimed.start]} {self.text[self.claimed.end : last]}"
        if not any(word.isalpha() for word in words_of(own)):
            return False
        alike = [*support, *self._alike(said)]
        return not any(
            self._is_beside(each) or self._is_head(each) or self._tells(own, words)
            for each in alike
            for words in self._said(each)
        )

    def _alike(self, said: Iterable[SaidDate]) -> Iterator[Statement]:
        """What is said in the same words, or of a day in it."""
        words = self.claimed.text.casefold()
        ends = [end for text in self.claimed.readings for end in _ends(known_date(text))]
        for date, each in said:
            is_in = any(
                end.begins <= own.begins and own.ends <= end.ends
                for end in ends
                for own in _ends(date)
            )
            if is_in or each.text.casefold() == words:
                yield each

    def _is_beside(self, statement: Statement) -> bool:
        """Whether it stands in a sentence of which the text’s own fact has a part, or in one beside it."""
        if self._is_other_day:
            return False
        spans = self.near.spans
        own = {
            place
            for fact in self.near.own
            for at in spans.get(fact, ())
            for place in self._sentences(at)
        }
        said = [statement.span] if statement.span else spans.get(statement.fact or "", ())
        return any(
            (block, number + step) in own
            for at in said
            for block, number in self._sentences(at)
            for step in (-1, 0, 1)
        )

    def _is_head(self, statement: Statement) -> bool:
        """Whether it is the head of the row or the column in which the text’s own fact is: “Thursday”."""
        spans = self.near.spans
        own = {at.block for fact in self.near.own for at in spans.get(fact, ())}
        cells = tables_of(self.briefing.article).cells if statement.span else ()
        heads = {head for cell in cells if cell.block in own for head in cell.heads}
        return statement.span is not None and statement.span.block in heads

    def _sentences(self, span: Span) -> Iterator[tuple[int, int]]:
        """The sentences of which a passage has a part, by block and number."""
        bounds = sentences(self.briefing.article.blocks[span.block].text)
        return (
            (span.block, number)
            for number, (first, last) in enumerate(bounds)
            if span.start < last and first < span.end
        )

    def _tells(self, own: str, words: str) -> bool:
        """Whether they share one word that is not part of a name, or two words that are."""
        if self._is_other_day:
            return len((words_of(own) & words_of(words)) - self.names) >= _MANY
        return tells_the_same(own, words, self.names)

    @property
    def _is_other_day(self) -> bool:
        """Whether it is none of the days of what the text is the title of."""
        readings = [known_date(text) for text in self.claimed.readings]
        return bool(self.days) and not any(
            _meet(reading, day) for reading in readings for day in self.days
        )

    def _level(self, statement: Statement) -> int:
        return LEVELS.index(self.near.level(statement))

    def _said(self, statement: Statement) -> Iterator[str]:
        """The sentence in which something is said; of a field, the name and the passages of its fact."""
        blocks = self.briefing.article.blocks
        if span := statement.span:
            text = blocks[span.block].text
            yield sentence_of(text, span.start, span.end)
            yield sentence_after(text, span.end, self.date_starts.get(span.block, ()))
        elif statement.fact:
            yield self.briefing.name_of(statement.fact)
            for at in self.near.spans.get(statement.fact, ()):
                yield passage_of(blocks[at.block].text, at.start, at.end)


def _meet(first: Date, second: Date) -> bool:
    """Whether they have a day in common."""
    (begin, end), (other_begin, other_end) = _bounds(first), _bounds(second)
    return max(begin, other_begin) <= min(end, other_end)


def _ends(date: Date) -> list[CivilDate]:
    return [end for end in (date.start, date.end) if end]


def _bounds(date: Date) -> tuple[float, float]:
    return (
        date.start.begins if date.start else -math.inf,
        date.end.ends if date.end else math.inf,
    )


_FAR: Final = LEVELS.index("paragraph")
