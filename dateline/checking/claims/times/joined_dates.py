"""Dates that the article has, but with none of the words that a text has beside them: “arrives on Tuesday”, of a fire."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from dateline.checking.agreement.date_agreement import dates_of
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import (
    LEVELS,
    SaidDate,
    Statement,
    Surroundings,
    is_publication,
    later_dates,
)
from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.reckoning.named_figures import first_of_kin
from dateline.checking.claims.rivals.nearness import part_of
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, known_date
from dateline.facts.records import Event, Figure, Period
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundDate
from dateline.patterns import compile_later

_WORD: Final = compile_later(r"[^\W\d_]{3,}|\d[\d.,:]*")
# What is counted from another day is said in words of its own.
_COUNTED: Final = ("relative", "range", "season")
# A sentence that goes on with what the one before it names.
_GOES_ON: Final = compile_later(r"\s*(?:It|He|She|They|This|That|These|Those|Its|His|Her|Their)\b")
# What was done before or after: “the night before he arrived, there was a fire” tells of no arrival.
_COUNTED_FROM: Final = compile_later(
    r"\b(?:night|day|morning|evening|afternoon|week|month|year)s? (?:before|after) [^,;.]*",
    re.IGNORECASE,
)
# So many words, one of them no name, are needed to tell the same.
_NAMES: Final = 2
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

    def is_unjoined(self, support: Sequence[Statement], said: Iterable[SaidDate]) -> bool:
        """Whether all that supports it is far from the text, and tells nothing that the text does."""
        if self.claimed.kind in _COUNTED or not support:
            return False
        if any(self._level(each) < _FAR and not is_publication(each) for each in support):
            return False
        if any(map(is_publication, support)) and not self._is_other_day:
            return False
        first, last = next((a, b) for a, b in sentences(self.text) if a <= self.claimed.start < b)
        own = f"{self.text[first : self.claimed.start]} {self.text[self.claimed.end : last]}"
        alike = [*support, *self._in_its_words(said)]
        return not any(
            self._is_beside(each) or self._tells(own, words)
            for each in alike
            for words in self._said(each)
        )

    def _in_its_words(self, said: Iterable[SaidDate]) -> Iterator[Statement]:
        words = self.claimed.text.casefold()
        return (each for _, each in said if each.span and each.text.casefold() == words)

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

    def _sentences(self, span: Span) -> Iterator[tuple[int, int]]:
        """The sentences of which a passage has a part, by block and number."""
        bounds = sentences(self.briefing.article.blocks[span.block].text)
        return (
            (span.block, number)
            for number, (first, last) in enumerate(bounds)
            if span.start < last and first < span.end
        )

    def _tells(self, own: str, words: str) -> bool:
        """Whether they share a word that is no name, or two that are."""
        shared = _words(own) & _words(words)
        if self._is_other_day:
            return len(shared - self.names) >= _MANY
        return bool(shared - self.names) or len(shared) >= _NAMES

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
            yield _around(blocks[span.block].text, span.start, span.end)
        elif statement.fact:
            yield self.briefing.name_of(statement.fact)
            for at in self.near.spans.get(statement.fact, ()):
                yield blocks[at.block].text[at.start : at.end]


def _meet(first: Date, second: Date) -> bool:
    """Whether they have a day in common."""
    begins, ends = zip(*map(_bounds, (first, second)), strict=True)
    return max(begins) <= min(ends)


def _bounds(date: Date) -> tuple[float, float]:
    return (
        date.start.begins if date.start else -math.inf,
        date.end.ends if date.end else math.inf,
    )


_FAR: Final = LEVELS.index("paragraph")


@lru_cache(maxsize=4096)
def _around(text: str, start: int, end: int) -> str:
    """The part of the sentence around a place, with the sentence before if it goes on with that."""
    first, last = part_of(text, start, end)
    before = [(a, b) for a, b in sentences(text) if b <= first] if first else []
    lead = text[slice(*before[-1])] if before and _GOES_ON.match(text, first) else ""
    return f"{lead} {text[first:start]} {text[end:last]}"


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    found: Iterable[str] = _WORD.findall(_COUNTED_FROM.sub(" ", text))
    stems = (stem_of(word.rstrip(".,:")) for word in found)
    return frozenset(first_of_kin(stem) for stem in stems if stem)
