"""Slips of the hand in names: a word that nothing has, a letter away from a word of a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Self

from dateline.checking.agreement.name_agreement import are_forms, is_a_letter_off
from dateline.checking.claims.grounds.statements import Statement
from dateline.frozen import dataclass
from dateline.language import FoundName, en
from dateline.patterns import compile_later

_WORD: Final = compile_later(r"\w+")
# Shorter words alone are often a letter away from one that is meant: Iron, Ian and Iran.
_LONG: Final = 5
_SHORT: Final = 4
# How people are called by their surnames: who is called in one of two ways is hardly in the other.
CALLED: Final = {"mr": 1, "mrs": 2, "ms": 2, "miss": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWord:
    """A word of a name, by its place in it; the words are in lower case."""

    words: tuple[str, ...]
    at: int
    statement: Statement


@dataclass(frozen=True, kw_only=True)
class NameWords:
    """The words of the names, by their first and their last letters, and by their length."""

    by_letter: Mapping[tuple[int, str, int], Sequence[NameWord]]
    known: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[Statement], known: frozenset[str]) -> Self:
        found: dict[tuple[int, str, int], list[NameWord]] = defaultdict(list)
        seen: set[str] = set()  # alone: the same word of another name finds no more
        for statement in names:
            written = _WORD.findall(statement.text)
            words = tuple(word.casefold() for word in written)
            for at, word in enumerate(words):
                whole = NameWord(words=words, at=at, statement=statement)
                alone = NameWord(words=(word,), at=0, statement=statement)
                entries = [whole] if len(words) > 1 else []
                if written[at][0].isupper() and len(word) >= _SHORT and word not in seen:
                    entries.append(alone)
                    seen.add(word)
                for place in {(0, word[0], len(word)), (-1, word[-1], len(word))}:
                    found[place] += entries
        return cls(by_letter=found, known=known)


def find_slips(text: str, names: NameWords) -> Iterator[tuple[FoundName, Statement]]:
    """Each word or row of words that is a name but for a letter, with the name that it should be."""
    tokens = list(_WORD.finditer(text))
    words = [token[0].casefold() for token in tokens]
    for at, word in enumerate(words):
        if word.isalpha() and word not in names.known and not _is_in_land(words, at):
            is_name = tokens[at][0][0].isupper() and not _opens_as_verb(text, tokens, at)
            rows = (_row(tokens, at, near) for near in _near(words, at, names, is_name=is_name))
            slip = next((found for found in rows if found), None)
            if slip:
                yield slip


def _is_in_land(words: Sequence[str], at: int) -> bool:
    """Whether it is part of a land’s name: “United Kingdom”, where the article has a Unite."""
    return any(
        " ".join(words[first : first + length]) in en.LANDS_OF_WORDS
        for length in _LANDS
        for first in range(max(0, at - length + 1), at + 1)
    )


# How many words the names of lands have.
_LANDS: Final = range(2, 4)
_OPENING: Final = compile_later(r"(?:^|[.!?:;]\s+)$")
_AFTER_VERBS: Final = frozenset("a an the its his her their this these that all both each".split())


def _opens_as_verb(text: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether only its place gives a capital to a word: “Leads the orchestra”, “Leads opposition to it”."""
    first, following = tokens[at], tokens[at + 1][0] if at + 1 < len(tokens) else ""
    if text[first.end() : first.end() + 1] != " ":
        return False
    if not _OPENING.search(text, max(0, first.start() - 2), first.start()):
        return False
    is_verb = en.is_third_person(first[0].casefold()) and not en.is_third_person(following)
    return following in _AFTER_VERBS or (is_verb and following.islower())


# What parts a noun from what it is of: “Judge at Lesk crown court”, “Miller, retired”.
_GOES_ON: Final = compile_later(r"$|,| (?:and|at|for|from|in|of|on|to|with)\b")


def is_noun_of_role(slip: FoundName, text: str) -> bool:
    """Whether a word begins what somebody is because it is that: “Judge”, though the article has a Colin Rudge."""
    is_word = slip.start == 0 and " " not in slip.text
    return is_word and _GOES_ON.match(text, slip.end) is not None


def _near(words: Sequence[str], at: int, names: NameWords, *, is_name: bool) -> Iterator[NameWord]:
    """The words of names a letter away from a word, those of several with a word of the name beside."""
    word = words[at]
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    for length in (len(word), len(word) - 1, len(word) + 1):
        for place in ((0, word[0], length), (-1, word[-1], length)):
            for near in names.by_letter.get(place, ()):
                fits = is_name if len(near.words) == 1 else _is_beside(near, before, after)
                if fits and is_a_letter_off(word, near.words[near.at]):
                    yield near


def _is_beside(near: NameWord, before: str, after: str) -> bool:
    return near.words[near.at - 1] == before if near.at else near.words[1] == after


def _row(
    tokens: Sequence[re.Match[str]], at: int, near: NameWord
) -> tuple[FoundName, Statement] | None:
    """The words of the text in the place of a name's, if all others are the name's own."""
    first = at - near.at
    row = tokens[max(first, 0) : first + len(near.words)]
    own, word = near.words[near.at], tokens[at][0]
    is_last = near.at == len(near.words) - 1
    is_form = (is_last and _is_form(word, own)) or {word.casefold(), own} <= CALLED.keys()
    if len(row) != len(near.words) or is_form:
        return None
    others = [token[0].casefold() == each for token, each in zip(row, near.words, strict=True)]
    if not (others.count(False) == 1 if len(row) > 1 else _is_slip_alone(word, own)):
        return None
    start, end = row[0].start(), row[-1].end()
    text = row[0].string[start:end]
    return FoundName(start=start, end=end, text=text, known=None), near.statement


def _is_form(word: str, own: str) -> bool:
    """Whether a word is another form of the name: Iranian of Iran, a group of groups."""
    return are_forms(word, own) and (len(word) > len(own) or own.endswith("s"))


def _is_slip_alone(word: str, own: str) -> bool:
    """Whether a word with a capital is the name with a slip; a short one may be another word."""
    is_long = len(own) >= _LONG or len(word) > len(own) or sorted(word.casefold()) == sorted(own)
    return word[0].isupper() and is_long
