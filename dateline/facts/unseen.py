"""Characters that readers do not see, or see only as a stroke through another: they carry no meaning.

Everything that is compared or read is read without them; where one could hide something, inside a
word or a number, the content is refused.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

from dateline.patterns import compile_later

# Default_Ignorable_Code_Point in DerivedCoreProperties.txt, Unicode 15.1.
_IGNORABLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
# Marks that strike through or enclose: those of Canonical_Combining_Class 1 and of the category Me
# (UnicodeData.txt) that are used with Latin, Greek and Cyrillic letters and with digits.
_OVERLAYS: Final = (
    "\u0334-\u0338\u0488\u0489\u1abe\u20d2\u20d3\u20d8-\u20da\u20dd-\u20e0\u20e2-\u20e6\u20ea\u20eb"
    "\ua670-\ua672"
)
# The blocks of combining marks that belong to no script: no digit needs one.
_MARKS: Final = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

# Read on its own, such a character is nothing; a mark on a digit would cut the number in two.
UNSEEN: Final = compile_later(rf"[{_IGNORABLE}{_OVERLAYS}]+|(?<=\d)[{_MARKS}]+")
_DRAWN: Final = compile_later(rf"(?!\u034f)[{_OVERLAYS}{_MARKS}]")
_SOFT_HYPHEN: Final = "\u00ad"
_KEYCAP: Final = "\u20e3"
_POINTS: Final = (".", ",")
# Alphabets whose letters need no joiner, filler or selector between them.
_PLAIN: Final = ("LATIN", "GREEK", "CYRILLIC")


# Letters of Latin alphabets, each one character, and the signs that English prose is set in.
_PLAIN_TEXT: Final = compile_later(
    r"[\t\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)


# Blank, though it is no space (U+2800), and what readers do not see.
_BLANK: Final = compile_later(rf"[\s\u2800{_IGNORABLE}]*")


def is_plain_text(text: str) -> bool:
    """Whether it surely has nothing that is not seen, no marks and nothing to compose: most texts."""
    return _PLAIN_TEXT.fullmatch(text) is not None


def is_seen(text: str) -> bool:
    """Whether readers see anything of it."""
    return _BLANK.fullmatch(text) is None


def hidden_in(text: str) -> Iterator[int]:
    """Where a character that is not seen is inside a word or a number, or a mark is drawn over one.

    Joiners that a script needs, the parts of an emoji and hyphens where a word may be divided are none.
    """
    for found in UNSEEN.finditer(text):
        start, end = found.span()
        if drawn := _DRAWN.search(found[0]):
            # A keycap emoji is an emoji, unless a number goes on after it.
            is_hidden = drawn[0] != _KEYCAP or text[end : end + 1].isalnum()
            is_hidden &= text[start - 1 : start].isalnum()
        else:
            is_hidden = _runs_on(text[max(start - 2, 0) : start], text[end : end + 2], found[0])
        if is_hidden:
            yield start


def is_drawn(character: str) -> bool:
    """Whether readers see it, as a mark over the character before it."""
    return _DRAWN.match(character) is not None


def _runs_on(before: str, after: str, hidden: str) -> bool:
    """Whether a word or a number goes on from one side of what is hidden to the other."""
    if before.isalpha() and after.isalpha() and hidden == _SOFT_HYPHEN:
        return len(before) < 2 or len(after) < 2
    if before.endswith(_POINTS) or after.startswith(_POINTS):
        before, after = before.rstrip(".,"), after.lstrip(".,")
        return before[-1:].isdigit() and after[:1].isdigit()
    return _is_plain(before[-1:]) and _is_plain(after[:1])


def _is_plain(letter: str) -> bool:
    return letter.isdigit() or unicodedata.name(letter or " ", "").startswith(_PLAIN)
