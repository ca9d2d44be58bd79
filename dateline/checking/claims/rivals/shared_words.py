"""The words with which something is said: whether two texts may say it of the same."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.reckoning.named_figures import first_of_kin
from dateline.checking.claims.rivals.nearness import part_of
from dateline.facts.wording import sentences
from dateline.patterns import compile_later

_WORD: Final = compile_later(r"[^\W\d_]{3,}|\d[\d.,:]*")
# A sentence that goes on with what the one before it names.
_GOES_ON: Final = compile_later(r"\s*(?:It|He|She|They|This|That|These|Those|Its|His|Her|Their)\b")
# What was done before or after: “the night before he arrived, there was a fire” tells of no arrival.
_COUNTED_FROM: Final = compile_later(
    r"(?:the |a )?\b(?:night|day|morning|evening|afternoon|week|month|year)s? (?:before|after) [^,;.]*",
    re.IGNORECASE,
)
# So many words, one of them no name, are needed to tell the same.
_NAMES: Final = 2


def tells_the_same(own: str, words: str, names: frozenset[str]) -> bool:
    """Whether two texts share one word that is not part of a name, or two words that are."""
    shared = words_of(own) & words_of(words)
    return bool(shared - names) or len(shared) >= _NAMES


def goes_on(text: str, first: int) -> bool:
    """Whether the sentence that begins there goes on with what the one before it names."""
    return _GOES_ON.match(text, first) is not None


@lru_cache(maxsize=4096)
def sentence_of(text: str, start: int, end: int) -> str:
    """The part of the sentence around a place, with the sentence before if it goes on with that.

    Without what only says from when it counts: of “the night before he arrived, there was a fire” no arrival.
    """
    first, last = part_of(text, start, end)
    before = [(a, b) for a, b in sentences(text) if b <= first] if first else []
    lead = text[slice(*before[-1])] if before and goes_on(text, first) else ""
    counted = _COUNTED_FROM.match(text, start, last)
    return f"{lead} {text[first:start]} {text[max(end, counted.end() if counted else 0) : last]}"


def passage_of(text: str, start: int, end: int) -> str:
    """A passage, without what only says from when it counts."""
    return _COUNTED_FROM.sub(" ", text[start:end])


def sentence_after(text: str, end: int, dates: Collection[int]) -> str:
    """The sentence after that of a date, which is of the same day unless it has another date."""
    first, last = next(((a, b) for a, b in sentences(text) if a >= end), (0, 0))
    return "" if any(first <= start < last for start in dates) else text[first:last]


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    stems = (stem_of(word.rstrip(".,:")) for word in _WORD.findall(text))
    return frozenset(first_of_kin(stem) for stem in stems if stem)
