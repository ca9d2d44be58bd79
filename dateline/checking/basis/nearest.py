"""The passage of the article most like some words that it does not have, and what differs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, Self

from dateline.facts.article import Block, Span
from dateline.facts.wording import Wording, even, sentences
from dateline.frozen import dataclass
from dateline.patterns import compile_later

# How many words of a passage or a sentence are compared, and how many sentences are tried.
LONGEST: Final = 100
TRIED: Final = 8
# A word in more sentences than COMMON is no help in finding one; a word in up to RARE is enough.
COMMON: Final = 1000
RARE: Final = 3

_WORD: Final = compile_later(r"\S+")
_MARKS: Final = "\"'“”„‟«»‘’‚‛‹›()[].,;:!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    block: Block
    words: tuple[str, ...]
    stretches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """The article's sentences, and for each word the sentences that have it, and how often."""

    all: tuple[Sentence, ...]
    holding: Mapping[str, Mapping[int, int]]

    @classmethod
    def of(cls, blocks: Iterable[tuple[Block, Wording]]) -> Self:
        found = tuple(
            sentence for block, wording in blocks for sentence in _sentences(block, wording)
        )
        holding: dict[str, dict[int, int]] = {}
        for number, sentence in enumerate(found):
            for word, count in Counter(sentence.words).items():
                holding.setdefault(word, {})[number] = count
        return cls(all=found, holding=holding)


def _sentences(block: Block, wording: Wording) -> Iterable[Sentence]:
    text = wording.text
    for start, end in sentences(text):
        found = list(_WORD.finditer(text, start, end))
        for first in range(0, len(found), LONGEST):
            part = found[first : first + LONGEST]
            yield Sentence(
                block=block,
                words=tuple(_bare(word[0]) for word in part),
                stretches=tuple(wording.original(word.start(), word.end()) for word in part),
            )


def _bare(words: str) -> str:
    """Words without the quotation marks and punctuation around them, unless they are nothing else."""
    return words.strip(_MARKS) or words


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMatch:
    """A similar passage; `is_close` where it has most of the words, in their order."""

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
    """The part of a sentence most like these words, else a sentence that shares a rare word or number."""
    wanted = [_bare(word) for word in even(words).text.split()[:LONGEST]]
    tried = [article.all[number] for number in _candidates(wanted, article)]
    best = max(
        ((*_likeness(wanted, sentence), sentence) for sentence in tried),
        key=lambda rated: rated[0],
        default=None,
    )
    if best and best[0] >= 0.5:
        _, (start, end), sentence = best
        return _trimmed(words, NearMatch(block=sentence.block, start=start, end=end, is_close=True))
    return _sharing(wanted, article)


def _candidates(wanted: Sequence[str], article: Sentences) -> list[int]:
    shared: Counter[int] = Counter()
    weights: dict[int, float] = {}
    for word, count in Counter(wanted).items():
        holding = article.holding.get(word, {})
        for number, times in holding.items() if len(holding) <= COMMON else ():
            shared[number] += min(count, times)
            weights[number] = weights.get(number, 0) + 1 / len(holding)
    return sorted(shared, key=lambda number: (-shared[number], -weights[number], number))[:TRIED]


def _likeness(wanted: Sequence[str], sentence: Sentence) -> tuple[float, tuple[int, int]]:
    """The share of the words (not none) that a sentence has in order, and from where to where."""
    stretches = sentence.stretches
    matching = SequenceMatcher(None, wanted, sentence.words, autojunk=False)
    runs = [run for run in matching.get_matching_blocks() if run.size]
    # As far beyond the matching words as the wanted ones reach, to show a changed first or last word.
    first = max(0, runs[0].b - runs[0].a)
    last = min(len(stretches), runs[-1].b + len(wanted) - runs[-1].a) - 1
    shared = sum(run.size for run in runs)
    return shared / max(len(wanted), last - first + 1), (stretches[first][0], stretches[last][1])


def _sharing(wanted: Sequence[str], article: Sentences) -> NearMatch | None:
    weights: Counter[int] = Counter()
    for word in dict.fromkeys(wanted):
        holding = article.holding.get(word, {})
        if 0 < len(holding) <= RARE and (len(word) >= 5 or word[0].isdigit()):
            for number in holding:
                weights[number] += 60 // len(holding)
    if not weights:
        return None
    best = article.all[max(weights, key=lambda number: (weights[number], -number))]
    return NearMatch(
        block=best.block, start=best.stretches[0][0], end=best.stretches[-1][1], is_close=False
    )


def _trimmed(words: str, near: NearMatch) -> NearMatch:
    text = near.text
    (before, after), (leading, trailing) = _edges(even(words).text.strip()), _edges(text)
    if even(leading).text.endswith(before):
        leading = leading[: len(leading) - len(before)]
    if even(trailing).text.startswith(after):
        trailing = trailing[len(after) :]
    start, end = near.start + len(leading), near.end - len(trailing)
    # A quotation mark without its partner would look like an error of its own.
    is_whole = even(near.block.text[start:end]).text.count('"') % 2 == 0
    is_better = start < end and (is_whole or even(text).text.count('"') % 2)
    return NearMatch(block=near.block, start=start, end=end, is_close=True) if is_better else near


def _edges(text: str) -> tuple[str, str]:
    if not text.strip(_MARKS):
        return "", ""
    return text[: len(text) - len(text.lstrip(_MARKS))], text[len(text.rstrip(_MARKS)) :]


MOST_DIFFERENCES: Final = 3


def differences(wanted: str, near: str) -> str:
    """What the sheet and the article say differently; empty where too much differs to compare.

    Punctuation is ignored, unless nothing else differs.
    """
    in_sheet, in_article = wanted.split(), near.split()
    if max(len(in_sheet), len(in_article)) > 2 * LONGEST:
        return ""
    sheet, text = ([_bare(even(word).text) for word in words] for words in (in_sheet, in_article))
    found = [
        f"{_quoted(in_sheet[a:b])} in the sheet, {_quoted(in_article[c:d])} in the article"
        for kind, a, b, c, d in SequenceMatcher(None, sheet, text, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    rest = len(found) - MOST_DIFFERENCES
    more = [f"and {rest} more"] if rest > 0 else []
    return "; ".join((*found[:MOST_DIFFERENCES], *more)) or "only punctuation differs"


def _quoted(words: Sequence[str]) -> str:
    few = [*words[:4], "…", *words[-3:]] if len(words) > 8 else words
    return f"“{_bare(' '.join(few))}”" if words else "nothing"
