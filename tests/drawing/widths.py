"""The widths of letters in static/fonts/card, read from the fonts themselves.

`python -m tests.drawing.widths` writes dateline/drawing/widths.py again: run it when a font changes.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
FONTS = ROOT / "static/fonts/card"
TABLE = ROOT / "dateline/drawing/widths.py"


def render_table() -> str:
    """The module dateline/drawing/widths.py as it should be."""
    fonts = "".join(_render_font(path) for path in sorted(FONTS.glob("*.ttf")))
    return (
        '"""How wide letters are in the fonts of static/fonts/card.\n\n'
        "Written by `python -m tests.drawing.widths`; do not edit. For each file: its SHA-256,\n"
        "the units in an em, and the letters of each width in those units.\n"
        '"""\n\n# fmt: off\n'
        "WIDTHS: dict[str, tuple[str, int, dict[int, str]]] = {\n"
        f"{fonts}"
        "}\n"
    )


def _render_font(path: Path) -> str:
    data = path.read_bytes()
    units, advances = read_advances(data)
    letters_of: defaultdict[int, str] = defaultdict(str)
    for letter, advance in advances.items():
        letters_of[advance] += letter
    entries = [f"{width}:{_quote(letters)}," for width, letters in sorted(letters_of.items())]
    # Spaces inside a string are written as escapes, so that lines may end only between entries.
    lines = wrap(" ".join(entries), 91, break_long_words=False, break_on_hyphens=False)
    body = "".join(f"        {line}\n" for line in lines)
    return f'    "{path.name}": ("{sha256(data).hexdigest()}", {units}, {{\n{body}    }}),\n'


def _quote(letters: str) -> str:
    """A string literal in which what cannot be seen by itself is escaped."""
    escaped = "".join(
        f"\\u{ord(letter):04x}"
        if category(letter)[0] in "CMZ"
        else f"\\{letter}"
        if letter in '"\\'
        else letter
        for letter in letters
    )
    return f'"{escaped}"'


def read_advances(data: bytes) -> tuple[int, dict[str, int]]:
    """The units in an em of a TrueType font, and each character's advance (OpenType: hmtx, cmap)."""
    tables = dict(_tables(data))
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    (long_metrics,) = struct.unpack_from(">H", tables["hhea"], 34)
    metrics = struct.unpack_from(f">{long_metrics * 2}H", tables["hmtx"])[::2]
    return units, {
        chr(code): metrics[min(glyph, long_metrics - 1)] for code, glyph in _glyphs(tables["cmap"])
    }


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
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


if __name__ == "__main__":
    TABLE.write_text(render_table(), encoding="utf-8")
