"""Letters of another alphabet that look like those beside them in a word: a Cyrillic а in “Sana”.

As in Unicode Technical Standard 39, a word of one alphabet is as it should be, and so are those that
science and trade make of two (TNFα, kΩ): only a letter that passes for another is found.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.patterns import compile_later

# Letters that most fonts draw as Latin ones, which follow them.
_CYRILLIC: Final = "АВЕЅІЈКМНОРСТҮХԚԜаеѕіјһӏорсухԛԝԁ"
_AS_CYRILLIC: Final = "ABESIJKMHOPCTYXQWaesijhlopcyxqwd"
_GREEK: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_AS_GREEK: Final = "ABEZHIKMNOPTYXoavikpuyw"
# Small ones stand at the start or end of a word in science, and pass for another only within one.
_GREEK_WITHIN: Final = "αγικνρυω"
# Alphabets that share no word with another.
_APART: Final = ("ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "FULLWIDTH", "MATHEMATICAL")
_OTHERS: Final = compile_later(
    "[\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf\uff21-\uff5a\U0001d400-\U0001d7ff]"
)
_WORD: Final = compile_later(r"[^\W_]+")


class StrangeLetter(NamedTuple):
    """A letter, where it is in the text, the word that it is in, and which of its letters it is, from 1."""

    letter: str
    offset: int
    word: str
    number: int

    @property
    def name(self) -> str:
        return f"“{unicodedata.name(self.letter).lower()}” (U+{ord(self.letter):04X})"


def strange_letters(text: str) -> Iterator[StrangeLetter]:
    """The first letter of each word that is of another alphabet than the word, and passes for one of it."""
    if _OTHERS.search(text) is None:
        return
    for word in _WORD.finditer(text):
        if (at := _strange_in(word[0])) is not None:
            yield StrangeLetter(word[0][at], word.start() + at, word[0], at + 1)


def _strange_in(word: str) -> int | None:
    alphabets = [_alphabet(letter) for letter in word]
    counted = Counter(filter(None, alphabets))
    if len(counted) < 2:
        return None
    own, _ = max(counted.items(), key=lambda item: (item[1], item[0] == "LATIN"))
    others = (at for at, alphabet in enumerate(alphabets) if alphabet and alphabet != own)
    return next((at for at in others if _passes(word, at, own, alphabets[at])), None)


def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
    return name if name in ("LATIN", "CYRILLIC", "GREEK", *_APART) else ""


def _passes(word: str, at: int, own: str, other: str) -> bool:
    """Whether the letter at this place passes for one of the word's own alphabet."""
    letter, pair = word[at], {own, other}
    if pair & {*_APART}:
        return True
    is_within = word[:at][-1:].isalpha() and word[at + 1 :][:1].isalpha()
    if pair == {"LATIN", "GREEK"}:
        twins = _AS_GREEK if other == "LATIN" else _GREEK
        return letter in twins or (is_within and letter in _GREEK_WITHIN)
    if pair == {"LATIN", "CYRILLIC"}:
        return letter in (_AS_CYRILLIC if other == "LATIN" else _CYRILLIC)
    return True  # Greek and Cyrillic


def passes_for_latin(word: str) -> bool:
    """Whether each letter, in an alphabet of its own, passes for a Latin one: “сосо” in Cyrillic."""
    letters = [letter for letter in word if letter.isalpha()]
    return bool(letters) and all(letter in _CYRILLIC + _GREEK + _GREEK_WITHIN for letter in letters)
