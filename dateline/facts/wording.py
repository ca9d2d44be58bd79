"""Text with its typography evened out, so that words are compared and not the way they were typed.

Unicode NFC, runs of white space, quotation marks, dashes, the ellipsis and invisible characters are
made alike; nothing else is. Case, digits, signs and spelling stay (NFKC would turn `½` into `1⁄2`).
"""

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from dateline.facts.unseen import UNSEEN, is_plain_text
from dateline.frozen import dataclass
from dateline.patterns import compile_later

_ALIKE = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′`", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
# Each stands for one character: most texts have nothing else that is evened.
_SINGLE = str.maketrans({sign: alike for sign, alike in _ALIKE.items() if len(alike) == 1})
_UNEVEN = compile_later(r"…|\s\s|[^\S ]")
# A character and the marks that may compose with it: combining marks, and the parts of Hangul.
_CLUSTER = compile_later(
    r"[\s\S](?:[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u093c\u09bc\u0a3c\u0b3c\u1161-\u11ff\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a])*"
)
# “at 9 p.m. Monday”, “at 6 a.m. EST”: the sentence goes on.
_AT_AN_HOUR = compile_later(
    r"\b[ap]\.m\.\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"\s[0-9]|[A-Z]{2,4}\b|[0-9])"
)
_IN_NUMBER = compile_later(r"\d[.,]\d")
_SENTENCE_END = compile_later(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])")
_ABBREVIATED = compile_later(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Rev|Prof|Sen|Rep|Gov|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Evened text; its character `i` came from `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` came from."""
        return self.starts[start], self.ends[end - 1]


# Every check asks for the same blocks and the same names again; nothing else may ask, or what is
# kept for them would grow with the square of a paragraph.
@lru_cache(maxsize=4096)
def even(text: str) -> Wording:
    """The text with its typography evened out, and the way back to the original."""
    if not _UNEVEN.search(text) and is_composed(text):
        return Wording(text.translate(_SINGLE), range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts, ends = array("L"), array("L")
    for start, end, cluster in _clusters(text):
        evened = _ALIKE.get(cluster, cluster)
        if cluster.isspace():
            evened = "" if letters and letters[-1] == " " else " "
        letters += evened
        starts.extend([start] * len(evened))
        ends.extend([end] * len(evened))
    return Wording("".join(letters), starts, ends)


def is_composed(text: str) -> bool:
    return (
        text.isascii()
        or is_plain_text(text)
        or (unicodedata.is_normalized("NFC", text) and UNSEEN.search(text) is None)
    )


def compose(text: str) -> Wording:
    """The text in NFC, without characters that are not seen and otherwise as written, and the way back."""
    if is_composed(text):
        return Wording(text, range(len(text)), range(1, len(text) + 1))
    found = list(_clusters(text))
    starts, ends = [start for start, _, _ in found], [end for _, end, _ in found]
    return Wording("".join(letter for _, _, letter in found), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each character that is seen, composed with its marks (NFC), and its place."""
    if is_composed(text):
        yield from ((at, at + 1, char) for at, char in enumerate(text))
        return
    unseen = {at for found in UNSEEN.finditer(text) for at in range(*found.span())}
    for found in _CLUSTER.finditer(text):
        seen = (text[at] for at in range(*found.span()) if at not in unseen)
        for letter in unicodedata.normalize("NFC", "".join(seen)):
            yield found.start(), found.end(), letter


def find_words(words: Wording, text: Wording) -> list[tuple[int, int]]:
    """Places in the original text, overlaps included, but never inside a word or a number."""
    return [text.original(start, end) for start, end in find_evened(words, text)]


def find_evened(words: Wording, text: Wording) -> Iterator[tuple[int, int]]:
    """The same places as stretches of the evened text."""
    needle = words.text.strip()
    at = text.text.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        if _is_edge(text.text, at) and _is_edge(text.text, end):
            yield at, end
        at = text.text.find(needle, at + 1)


def _is_edge(text: str, at: int) -> bool:
    """Whether no word and no number runs on across `at`."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return False
    around = text[max(at - 2, 0) : at + 2]
    return not any(found.start() < 2 for found in _IN_NUMBER.finditer(around))


# Asked for again by everything that was found in a block.
@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of `text` that are its sentences, in order, without the space between them."""
    cuts = [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if not _ABBREVIATED.search(text, max(0, found.start() - 8), found.start() + 1)
        and not _AT_AN_HOUR.match(text, max(0, found.start() - 3))
    ]
    bounds = [0, *cuts, len(text)]
    stretches = pairwise(bounds)
    return tuple(_trimmed(text, start, end) for start, end in stretches if text[start:end].strip())


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Where the sentence that has this place begins and ends; the whole text if none has."""
    found = ((start, end) for start, end in sentences(text) if start <= place < end)
    return next(found, (0, len(text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
