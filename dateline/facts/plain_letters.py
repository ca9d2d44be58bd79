"""Words in the letters of addresses: lower-case ASCII, without marks."""

import unicodedata
from typing import Final

# Letters that are no letter of ASCII with a mark.
FOLDED: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l"}
    | {"œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "ı": "i"}
    | dict.fromkeys("’'‘ʼ")
)


def plain_letters(words: str) -> str:
    """The words in lower-case ASCII; a letter that has no such form is left out."""
    text = unicodedata.normalize("NFKD", words.translate(FOLDED))
    return text.encode("ascii", "ignore").decode().lower()
