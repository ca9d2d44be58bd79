"""Several dates or numbers of one kind in a sentence, each with words of its own: “60 in Brill and 20 in Orne”."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.grounds.word_stems import stems
from dateline.facts.briefing import Briefing
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.patterns import compile_later


class ListPlace(NamedTuple):
    """Where a date or number is in a text."""

    start: int
    end: int


class _ListedWords(NamedTuple):
    """The words that are of one of several, and those that are of this one or the next."""

    own: frozenset[str]
    shared: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedClaim:
    """A date or number in a sentence of a text that has others like it, and where these are."""

    text: str
    own: ListPlace
    beside: Sequence[ListPlace]
    briefing: Briefing

    def instead(self, support: Sequence[Statement], alike: Iterable[Statement]) -> list[Statement]:
        """What the article lists with the words of this one, where nothing that supports it has one of them.

        In a sentence that has this one, or one of those beside it.
        """
        beside = self._in_sentence(self.text, self.own, self.beside)
        words = _words_beside(self.text, self.own, beside).own
        if not words or not beside:
            return []
        places = _by_sentence(alike, self.briefing)
        if any(words & frozenset().union(*self._words_of(each, places)) for each in support):
            return []
        return [
            other
            for listed in places.values()
            if any(self._says(each, place) for each in listed for place in (self.own, *beside))
            for other in listed
            if not self._says(other, self.own) and words & self._words_of(other, places).own
        ]

    def _says(self, statement: Statement, place: ListPlace) -> bool:
        """Whether it is said in the same words, after “by” or “since” too."""
        return self.text[place.start : place.end].casefold() in statement.text.casefold()

    def _in_sentence(
        self, text: str, own: ListPlace, others: Iterable[ListPlace]
    ) -> list[ListPlace]:
        first, last = _sentence_around(text, own)
        return [other for other in others if other != own and first <= other.start < last]

    def _words_of(
        self, statement: Statement, places: "dict[tuple[int, int], list[Statement]]"
    ) -> _ListedWords:
        """The words that go with what is said: of a field, those of the name of its fact."""
        if statement.span is None:
            fact = statement.fact
            return _ListedWords(
                frozenset(stems(self.briefing.name_of(fact) if fact else "")), frozenset()
            )
        text = self.briefing.article.blocks[statement.span.block].text
        own = ListPlace(statement.span.start, statement.span.end)
        first, _ = _sentence_around(text, own)
        listed = places.get((statement.span.block, first), ())
        others = [ListPlace(each.span.start, each.span.end) for each in listed if each.span]
        return _words_beside(text, own, [other for other in others if other != own])


def _by_sentence(
    alike: Iterable[Statement], briefing: Briefing
) -> dict[tuple[int, int], list[Statement]]:
    found: dict[tuple[int, int], list[Statement]] = {}
    for each in alike:
        if span := each.span:
            text = briefing.article.blocks[span.block].text
            first, _ = _sentence_around(text, ListPlace(span.start, span.end))
            listed = found.setdefault((span.block, first), [])
            if each not in listed:
                listed.append(each)
    return found


def _sentence_around(text: str, place: ListPlace) -> tuple[int, int]:
    return next(
        ((first, last) for first, last in sentences(text) if first <= place.start < last),
        (0, len(text)),
    )


# What parts one of several from the next, and their words.
_JOINT: Final = compile_later(r"[,;:(—–]|\b(?:and|but|or|while|whereas|then)\b", re.IGNORECASE)


def _words_beside(text: str, own: ListPlace, others: Sequence[ListPlace]) -> _ListedWords:
    """The words up to a joint on each side; where there is none, both sides may have those between."""
    first, last = _sentence_around(text, own)
    before = max((other.end for other in others if other.end <= own.start), default=first)
    after = min((other.start for other in others if other.start >= own.end), default=last)
    preceding, following = text[before : own.start], text[own.end : after]
    joint, joints = _JOINT.search(following), [*_JOINT.finditer(preceding)]
    is_parted, is_last = joint is not None, after == last
    words = stems(following[: joint.start() if joint else None])
    shared = [] if is_parted or is_last else words
    if shared:
        words = []
    lead = stems(preceding[joints[-1].end() if joints else 0 :])
    if before == first:
        # “Losses of 3 and 18 tons”: what stands before the first is of both.
        words = words or (lead if is_parted and stems(following) else [])
    elif joints:
        words = [*words, *lead]
    else:
        shared = [*shared, *lead]
    return _ListedWords(own=frozenset(words), shared=frozenset(shared))
