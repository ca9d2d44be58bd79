"""The widths of letters in static/fonts/card, read from the fonts themselves.

`python -m tests.drawing.widths` writes dateline/drawing/widths.json: run it when a font changes.
"""

from __future__ import annotations

import json
import struct
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
FONTS = ROOT / "static/fonts/card"
TABLE = ROOT / "dateline/drawing/widths.json"


def render_table() -> str:
    """The file dateline/drawing/widths.json as it should be, with a line for each font."""
    fonts = (f'"{path.name}": {_render_font(path)}' for path in sorted(FONTS.glob("*.ttf")))
    return "{\n" + ",\n".join(fonts) + "\n}\n"


def _render_font(path: Path) -> str:
    data = path.read_bytes()
    units, advances = read_advances(data)
    font = {"sha256": sha256(data).hexdigest(), "units": units, "advances": advances}
    return json.dumps(font)


def read_advances(data: bytes) -> tuple[int, dict[str, int]]:
    """The units in an em of a TrueType font, and each character's advance (OpenType: hmtx, cmap)."""
    found = dict(tables(data))
    (units,) = struct.unpack_from(">H", found["head"], 18)
    (long_metrics,) = struct.unpack_from(">H", found["hhea"], 34)
    metrics = struct.unpack_from(f">{long_metrics * 2}H", found["hmtx"])[::2]
    return units, {
        chr(code): metrics[min(glyph, long_metrics - 1)] for code, glyph in glyphs(found["cmap"])
    }


def tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        yield tag.decode("ascii"), data[offset : offset + length]


def glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
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
