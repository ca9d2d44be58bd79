"""The words right before and after a date or number, where the article has another: “cut in two places”, of three."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.frozen import dataclass
from dateline.patterns import compile_later

_WORD: Final = compile_later(r"[^\W_]+(?:['’-][^\W_]+)*")
# Where the words beside a date or number end.
_STOP: Final = compile_later(r"[.,;:!?)(](?=\s|$)|[—–“”\"(]")
_LONG: Final = 3
# So many words on each side are compared.
_WORDS: Final = 3
# So many in a row are the same words.
LEAST: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFrame:
    """The words beside a place, the nearest first."""

    before: Sequence[str]
    after: Sequence[str]

    def shared(self, other: "WordFrame") -> int:
        """How many words in a row, from the place outwards, are the same; none if they tell nothing."""
        same = [*_same(self.before, other.before), *_same(self.after, other.after)]
        return len(same) if any(map(_tells, same)) else 0


@lru_cache(maxsize=8192)
def frame_of(text: str, start: int, end: int) -> WordFrame:
    stops = [match.end() for match in _STOP.finditer(text, 0, start)]
    stop = _STOP.search(text, end)
    before = _words(text[stops[-1] if stops else 0 : start])
    after = _words(text[end : stop.start() if stop else len(text)])
    return WordFrame(before=tuple(before[: -_WORDS - 1 : -1]), after=tuple(after[:_WORDS]))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _same(own: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    for word, other in zip(own, theirs, strict=False):
        if word != other and (not stem_of(word) or stem_of(word) != stem_of(other)):
            return
        yield word


def _tells(word: str) -> bool:
    return len(word) >= _LONG and word.isalpha() and bool(stem_of(word))
