"""The words beside a quotation as tokens: names, verbs of speaking, prepositions and so on.

What is between quotation marks is a comma.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.language import FoundName
from dateline.language.en.speech import (
    AUXILIARIES,
    CLAUSES,
    DETERMINERS,
    NOT_READ,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING,
    SPEECHES,
)
from dateline.patterns import compile_later

# N name, H he or she, V verb of speaking, G "saying", B "say"; A adverb or auxiliary, P preposition, K
# conjunction of clauses, R "who", D determiner, C "and"; W any other word; "," ":" ";" and brackets.
WordKind = Literal["N", "H", "V", "G", "B", "A", "P", "K", "R", "D", "C", "W", ",", ":", ";"]


@dataclass(frozen=True, slots=True)
class Word:
    kind: WordKind
    word: str
    start: int
    name: FoundName | None = None
    owns: bool = False


Words = Sequence[Word]


_PIECE: Final = compile_later(r"[^\W_]+(?:['’.-][^\W_]+)*|[,:;()\[\]—–]| - ")
_OWNS: Final = compile_later(r"['’]s?(?!\w)")
_MARKS: Final[Mapping[str, WordKind]] = {":": ":", ";": ";"}


def read_tokens(text: str, names: Sequence[FoundName], start: int, end: int) -> list[Word]:
    """The tokens from `start` to `end` of a text whose quotations are replaced by commas."""
    found: list[Word] = []
    at = start
    for name in names:
        if start <= name.start and name.end <= end and name.start >= at:
            found += _words(text, at, name.start)
            owns = _OWNS.match(text, name.end)
            found.append(Word("N", name.text, name.start, name, bool(owns)))
            at = owns.end() if owns else name.end
    return _without_nouns([*found, *_words(text, at, end)])


def _without_nouns(tokens: list[Word]) -> list[Word]:
    """The tokens with “the claim”, “Lee's demands” and “a smiling woman” as other words."""
    return [
        replace(token, kind="W") if token.kind in "VGB" and _is_noun(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _is_noun(tokens: Words, at: int) -> bool:
    """Whether a verb's form is none: “its report”, “Lee's latest report”, “whose report”."""
    before = tokens[at - 1] if at else None
    if before and before.kind == "W" and tokens[at].word in SPEECHES and at > 1:
        before = None if before.word.endswith("s") else tokens[at - 2]
    return before is not None and (before.kind == "D" or before.owns or before.word == "whose")


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for piece in _PIECE.finditer(text, start, end):
        word = piece[0]
        if not word[0].isalnum():
            yield Word(_MARKS.get(word, ","), word, piece.start())
        elif text[piece.start() : piece.start() + 2] != "’s":
            yield Word(_kind(word), word, piece.start(), owns=word.endswith(("'s", "’s")))


def _kind(word: str) -> WordKind:
    lower = word.lower()
    if lower in PRONOUNS:
        return "H"
    if lower == "who":
        return "R"
    if lower == "and":
        return "C"
    for kind, words in _KINDS.items():
        if lower in words:
            return kind
    spoken = SPEAKING.get(word) or (SPEAKING.get(lower) if word[0].isupper() else None)
    if spoken:
        return spoken  # type: ignore[return-value]
    return "A" if word.isdigit() or lower.endswith("ly") else "W"


_KINDS: Final[Mapping[WordKind, frozenset[str]]] = {
    "K": CLAUSES,
    "P": PREPOSITIONS,
    "D": DETERMINERS,
    "A": AUXILIARIES,
    "W": NOT_READ,
}


def skip(tokens: Words, kinds: str) -> Words:
    at = next((at for at, token in enumerate(tokens) if token.kind not in kinds), len(tokens))
    return tokens[at:]
