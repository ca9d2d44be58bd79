"""How wide words are in the fonts that drawings are lettered in.

In SVG no program breaks a line, and a letter that the font lacks is silently dropped. So
drawings are laid out by the table in `widths.json`, before anything is drawn; it has no kerning.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final
from unicodedata import east_asian_width, normalize

from dateline.frozen import dataclass

# Part of the program. `python -m tests.drawing.widths` makes it from the fonts.
_TABLE: Final = json.loads((Path(__file__).parent / "widths.json").read_bytes())


class FontError(ValueError):
    """A font file that is missing or has changed; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Font:
    """A font in static/fonts/card under the names that SVG uses; `advances` are ems by letter."""

    file: str
    family: str
    weight: int
    advances: Mapping[str, float]

    def width(self, words: str, *, spaced: float = 0.0) -> float:
        """The width of `words` in ems; `spaced` is added after each letter."""
        return _width(self, words, spaced)

    def advance(self, letter: str) -> float:
        """A letter that the font lacks is as wide as the one without its accent, or a wide one."""
        if letter in self.advances:
            return self.advances[letter]
        bare = normalize("NFD", letter)[0]
        wide = 1.0 if east_asian_width(letter) in "WF" else 0.7
        return self.advances.get(bare, wide)

    def missing(self, words: str) -> str:
        return "".join(dict.fromkeys(letter for letter in words if letter not in self.advances))


# A card and a map try the same words in many places.
@lru_cache(maxsize=4096)
def _width(font: Font, words: str, spaced: float) -> float:
    return sum(font.advance(letter) + spaced for letter in words)


def _font(file: str, family: str, weight: int) -> Font:
    units, advances = _TABLE[file]["units"], _TABLE[file]["advances"]
    advances = {letter: advance / units for letter, advance in advances.items()}
    return Font(file=file, family=family, weight=weight, advances=advances)


HEADLINE: Final = _font("libre-franklin-800.ttf", "Libre Franklin", 800)
LABEL: Final = _font("libre-franklin-600.ttf", "Libre Franklin", 600)
TEXT: Final = _font("newsreader-400.ttf", "Newsreader", 400)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CardFonts:
    """The fonts of share cards, with their files by name; `digest` is one name for the bytes."""

    files: Mapping[str, bytes]
    digest: str


def parse_card_fonts(static: Mapping[str, bytes]) -> CardFonts:
    """FontError if a file is missing, or is not the one that the widths were read from."""
    files = {font.file: _font_file(static, font.file) for font in (HEADLINE, LABEL, TEXT)}
    digests = b"".join(sha256(data).digest() for data in files.values())
    return CardFonts(files=files, digest=sha256(digests).hexdigest())


def _font_file(static: Mapping[str, bytes], file: str) -> bytes:
    path = f"fonts/card/{file}"
    if path not in static:
        raise FontError(f"static/{path} is missing, and share cards are set in it")
    if sha256(static[path]).hexdigest() != _TABLE[file]["sha256"]:
        raise FontError(
            f"static/{path} is not the font whose letters are in dateline/drawing/widths.json"
        )
    return static[path]


def width_of(words: str, size: float, *, spaced: float = 0.0) -> float:
    """The width of a map's words at `size`, in its unit; `spaced` is in ems, after each letter."""
    return LABEL.width(words, spaced=spaced) * size


def wrap(words: str, lines: int) -> tuple[str, ...]:
    """Words in at most so many lines, the longest of them as short as can be."""
    parts = words.split()
    if lines == 1 or len(parts) == 1:
        return (" ".join(parts),)
    broken = (
        (" ".join(parts[:cut]), *wrap(" ".join(parts[cut:]), lines - 1))
        for cut in range(1, len(parts))
    )
    return min(broken, key=lambda candidate: max(width_of(line, 1) for line in candidate))
