"""The letters that share cards are set in: how wide each one is, and which there are.

A picture of text lets nobody mend it: a letter that a font lacks would be missing in silence, and
no program breaks the lines. So the fonts themselves are asked, before anything is drawn.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class FontError(ValueError):
    """A font that is missing, or is none that can be read; the message names its file."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Font:
    """A font as a drawing asks for it; `advances` are in ems, by letter, without kerning."""

    family: str
    weight: int
    advances: Mapping[str, float]

    def width(self, words: str, *, spaced: float = 0.0) -> float:
        """The width of `words` in ems; `spaced` is added behind every letter."""
        return sum(self.advances[letter] + spaced for letter in words)

    def missing(self, words: str) -> str:
        """The characters of `words` that this font does not have, each once."""
        return "".join(dict.fromkeys(one for one in words if one not in self.advances))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CardFonts:
    """The fonts of a share card, with their files by name; `digest` is one name for the bytes."""

    headline: Font
    label: Font
    text: Font
    files: Mapping[str, bytes]
    digest: str

    @property
    def all(self) -> tuple[Font, ...]:
        return (self.headline, self.label, self.text)


_FOLDER: Final = "fonts/card"
_SANS: Final = "Libre Franklin"
_SERIF: Final = "Newsreader"


def parse_card_fonts(static: Mapping[str, bytes]) -> CardFonts:
    """The fonts of share cards among the files of static/; FontError where one is not there."""
    files = {
        name: _file(static, name)
        for name in ("libre-franklin-800.ttf", "libre-franklin-600.ttf", "newsreader-400.ttf")
    }
    headline, label, text = (_parse_advances(name, data) for name, data in files.items())
    return CardFonts(
        headline=Font(family=_SANS, weight=800, advances=headline),
        label=Font(family=_SANS, weight=600, advances=label),
        text=Font(family=_SERIF, weight=400, advances=text),
        files=files,
        digest=sha256(b"".join(sha256(data).digest() for data in files.values())).hexdigest(),
    )


def _file(static: Mapping[str, bytes], name: str) -> bytes:
    path = f"{_FOLDER}/{name}"
    if path not in static:
        raise FontError(f"static/{path} is missing, and share cards are set in it")
    return static[path]


def _parse_advances(name: str, data: bytes) -> dict[str, float]:
    try:
        return parse_advances(data)
    except (struct.error, KeyError, IndexError, ValueError) as error:
        raise FontError(f"static/{_FOLDER}/{name} is no TrueType font that can be read") from error


def parse_advances(data: bytes) -> dict[str, float]:
    """Each character of a TrueType font with its advance in ems (OpenType 1.9: hmtx, cmap)."""
    tables = dict(_tables(data))
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    (long_metrics,) = struct.unpack_from(">H", tables["hhea"], 34)
    metrics = struct.unpack_from(f">{long_metrics * 2}H", tables["hmtx"])[::2]
    return {
        chr(code): metrics[min(glyph, long_metrics - 1)] / units
        for code, glyph in _glyphs(tables["cmap"])
    }


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    version, count = struct.unpack_from(">IH", data)
    if version != 0x00010000:
        raise ValueError("not TrueType outlines")
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if offset + length > len(data):
            raise ValueError("cut short")
        yield tag.decode("ascii"), data[offset : offset + length]


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Code points of the Basic Multilingual Plane with their glyphs (cmap format 4)."""
    segments = _unicode_subtable(cmap)
    (doubled,) = struct.unpack_from(">H", segments, 6)
    starts = 16 + doubled
    for at in range(0, doubled, 2):
        (last,) = struct.unpack_from(">H", segments, 14 + at)
        first, delta = (
            struct.unpack_from(">H", segments, starts + n * doubled + at)[0] for n in (0, 1)
        )
        where = starts + 2 * doubled + at
        (offset,) = struct.unpack_from(">H", segments, where)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", segments, where + offset + 2 * (code - first))
            if glyph or not offset:
                glyph = (glyph + delta) & 0xFFFF
            if glyph:
                yield code, glyph


def _unicode_subtable(cmap: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", cmap, 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", cmap, offset) == (4,):
            return cmap[offset:]
    raise ValueError("no characters of Unicode")
