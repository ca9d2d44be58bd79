"""The stretch of the article that comes nearest to words which it does not have, and what differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from dateline.facts.article import Block, Span
from dateline.facts.wording import Wording, even, sentences

# As many words of a passage or a sentence as are compared, and as many sentences as are tried.
LONGEST: Final = 100
TRIED: Final = 8
# A word of more sentences than this tells none of them from the others; one of so few tells much.
COMMON: Final = 1000
RARE: Final = 3

_WORD: Final = re.compile(r"\S+")
_MARKS: Final = "\"'“”„‟«»‘’‚‛‹›()[].,;:!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a block: its words as they are compared, and where each stands in the block."""

    block: Block
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """The article's sentences, and by word the numbers of those that have it, with how often."""

    all: tuple[Sentence, ...]
    holding: Mapping[str, Mapping[int, int]]

    @classmethod
    def of(cls, blocks: Iterable[tuple[Block, Wording]]) -> Sentences:
        found = tuple(one for block, wording in blocks for one in _sentences(block, wording))
        holding: dict[str, dict[int, int]] = {}
        for number, sentence in enumerate(found):
            for word, count in Counter(sentence.words).items():
                holding.setdefault(word, {})[number] = count
        return cls(all=found, holding=holding)


def _sentences(block: Block, wording: Wording) -> Iterable[Sentence]:
    """A block's sentences, a very long one in parts."""
    text = wording.text
    for start, end in sentences(text):
        found = list(_WORD.finditer(text, start, end))
        for first in range(0, len(found), LONGEST):
            part = found[first : first + LONGEST]
            yield Sentence(
                block=block,
                words=tuple(_bare(one[0]) for one in part),
                places=tuple(wording.original(one.start(), one.end()) for one in part),
            )


def _bare(words: str) -> str:
    """Words without the quotation marks and stops around them, unless they are nothing else."""
    return words.strip(_MARKS) or words


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMatch:
    """What comes nearest; `is_close` where it is most of the words, in their order."""

    block: Block
    start: int
    end: int
    is_close: bool

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return Span(block=self.block.number, start=self.start, end=self.end)


def find_nearest(words: str, article: Sentences) -> NearMatch | None:
    """The stretch of a sentence most like these words, else one that shares a rare word or a number."""
    wanted = [_bare(word) for word in even(words).text.split()[:LONGEST]]
    tried = [article.all[number] for number in _candidates(wanted, article)]
    likest = max(
        ((*_likeness(wanted, sentence), sentence) for sentence in tried),
        key=lambda one: one[0],
        default=None,
    )
    if likest and likest[0] >= 0.5:
        _, (start, end), sentence = likest
        return _trimmed(words, NearMatch(block=sentence.block, start=start, end=end, is_close=True))
    return _sharing(wanted, article)


def _candidates(wanted: Sequence[str], article: Sentences) -> list[int]:
    """The sentences that share most of the words; of two that share as many, the one with rarer."""
    shared: Counter[int] = Counter()
    weights: dict[int, float] = {}
    for word, count in Counter(wanted).items():
        holding = article.holding.get(word, {})
        for number, there in holding.items() if len(holding) <= COMMON else ():
            shared[number] += min(count, there)
            weights[number] = weights.get(number, 0) + 1 / len(holding)
    return sorted(shared, key=lambda one: (-shared[one], -weights[one], one))[:TRIED]


def _likeness(wanted: Sequence[str], sentence: Sentence) -> tuple[float, tuple[int, int]]:
    """How many of the wanted words stand in a sentence, in their order, and from where to where."""
    places = sentence.places
    matching = SequenceMatcher(None, wanted, sentence.words, autojunk=False)
    runs = [run for run in matching.get_matching_blocks() if run.size]
    if not runs:
        return 0.0, (places[0][0], places[-1][1])
    # As far outside the alike words as the wanted ones reach, so that a changed edge is shown too.
    first = max(0, runs[0].b - runs[0].a)
    last = min(len(places), runs[-1].b + len(wanted) - runs[-1].a) - 1
    shared = sum(run.size for run in runs)
    return shared / max(len(wanted), last - first + 1), (places[first][0], places[last][1])


def _sharing(wanted: Sequence[str], article: Sentences) -> NearMatch | None:
    """The sentence with the rarest of the wanted words, if it has one that is rare."""
    weights: Counter[int] = Counter()
    for word in dict.fromkeys(wanted):
        holding = article.holding.get(word, {})
        if 0 < len(holding) <= RARE and (len(word) >= 5 or word[0].isdigit()):
            for number in holding:
                weights[number] += 60 // len(holding)
    if not weights:
        return None
    best = article.all[max(weights, key=lambda one: (weights[one], -one))]
    return NearMatch(
        block=best.block, start=best.places[0][0], end=best.places[-1][1], is_close=False
    )


def _trimmed(words: str, near: NearMatch) -> NearMatch:
    """Without the marks and stops at its ends that the words do not have at theirs."""
    wanted, text = even(words).text.strip(), near.text
    leading, trailing = _edges(text)
    if even(leading).text.endswith(_edges(wanted)[0]):
        leading = leading[: len(leading) - len(_edges(wanted)[0])]
    if even(trailing).text.startswith(_edges(wanted)[1]):
        trailing = trailing[len(_edges(wanted)[1]) :]
    start, end = near.start + len(leading), near.end - len(trailing)
    # One of two quotation marks alone would look like a fault of its own.
    is_whole = even(near.block.text[start:end]).text.count('"') % 2 == 0
    is_better = start < end and (is_whole or even(text).text.count('"') % 2)
    return NearMatch(block=near.block, start=start, end=end, is_close=True) if is_better else near


def _edges(text: str) -> tuple[str, str]:
    """The marks and stops at both ends of a text; none where it has nothing else."""
    if not text.strip(_MARKS):
        return "", ""
    return text[: len(text) - len(text.lstrip(_MARKS))], text[len(text.rstrip(_MARKS)) :]


# What differs

MOST_TOLD: Final = 3


def differences(wanted: str, near: str) -> str:
    """In words, what stands here and what stands there.

    Marks and stops are left aside, and named where nothing else differs. Empty where the words are
    too many to go through.
    """
    here, there = wanted.split(), near.split()
    if max(len(here), len(there)) > 2 * LONGEST:
        return ""
    told = [
        f"{_told(here[a:b])} here, {_told(there[c:d])} there"
        for a, b, c, d in _unlike(
            *([_bare(even(one).text) for one in each] for each in (here, there))
        )
    ]
    more = [f"and {len(told) - MOST_TOLD} more"] if len(told) > MOST_TOLD else []
    return ", ".join((*told[:MOST_TOLD], *more)) or "only quotation marks or stops differ"


def _unlike(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    matching = SequenceMatcher(None, here, there, autojunk=False)
    for kind, a, b, c, d in matching.get_opcodes():
        if kind != "equal":
            yield a, b, c, d


def _told(words: Sequence[str]) -> str:
    """Words between quotation marks, of many the first and the last."""
    few = [*words[:4], "…", *words[-3:]] if len(words) > 8 else words
    return f"“{_bare(' '.join(few))}”" if words else "(nothing)"
