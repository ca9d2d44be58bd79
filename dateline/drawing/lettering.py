"""How much room words take in the site's own sans, where nothing but arithmetic can tell."""

from __future__ import annotations

from functools import cache
from typing import Final
from unicodedata import east_asian_width, normalize

# Thousandths of the size that letters of Libre Franklin at weight 600 move on. A letter with an
# accent moves on as far as the one without.
_ADVANCES: Final = {
    208: " ", 235: "‘’.:,'ı", 256: "ijlʻʿʾ!", 306: "I()", 311: "ł", 357: "/", 381: "-", 394: "f",
    411: "r", 417: "tŧ", 437: "J", 445: "“”", 494: "1", 507: "z", 523: "s", 548: "c", 553: "y",
    558: "a", 564: "v", 575: "x–", 585: "eə", 591: "køhn", 599: "oðp", 606: "bdqþ", 612: "7đ",
    618: "LF", 622: "g", 628: "2", 635: "ß", 645: "E", 658: "3", 665: "ZS", 668: "5T", 677: "946",
    678: "8", 701: "0", 706: "P", 714: "RYÞ", 717: "BXUC", 724: "V", 729: "K", 741: "D", 746: "HG",
    756: "ÐØĐA", 759: "NŊ", 770: "OQƏ", 810: "w", 818: "&", 915: "mæ", 934: "M", 974: "œ",
    1055: "Æ", 1070: "W", 1126: "Œ",
}  # fmt: skip
_ADVANCE_OF: Final = {
    letter: advance for advance, letters in _ADVANCES.items() for letter in letters
}


def width_of(words: str, size: float, *, spaced: float = 0.0) -> float:
    """The width of `words` at `size`, in its unit; `spaced` is added behind every letter, in ems.

    Letters that the font does not have are taken for wide ones.
    """
    return sum(_advance(letter) + spaced for letter in words) * size


@cache
def _advance(letter: str) -> float:
    bare = normalize("NFD", letter)[0]
    if bare in _ADVANCE_OF:
        return _ADVANCE_OF[bare] / 1000
    return 1.0 if east_asian_width(letter) in "WF" else 0.7


def wrap(words: str, lines: int) -> tuple[str, ...]:
    """Words in at most so many lines, the longest of them as short as can be."""
    parts = words.split()
    if lines == 1 or len(parts) == 1:
        return (" ".join(parts),)
    tries = (
        (" ".join(parts[:cut]), *wrap(" ".join(parts[cut:]), lines - 1))
        for cut in range(1, len(parts))
    )
    return min(tries, key=lambda one: max(width_of(line, 1) for line in one))
