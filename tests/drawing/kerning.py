"""The kerning of static/fonts/card, read from the fonts themselves (OpenType: GPOS, `kern`).

`python -m tests.drawing.kerning` writes dateline/drawing/kerning.json: run it when a font changes.
"""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.drawing.widths import FONTS, ROOT, glyphs, read_advances, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

Pairs = dict[tuple[str, str], int]


TABLE = ROOT / "dateline/drawing/kerning.json"


def render_kerning() -> str:
    """The file dateline/drawing/kerning.json as it should be, with a line for each font."""
    fonts = sorted(FONTS.glob("*.ttf"))
    lines = (f'"{path.name}": {_render_font(path.read_bytes())}' for path in fonts)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _render_font(data: bytes) -> str:
    """Letters that move in the same way together, and for each the letters that they move alike."""
    moves: dict[str, dict[int, str]] = defaultdict(lambda: defaultdict(str))
    for (first, second), move in sorted(read_kerning(data).items()):
        moves[first][move] += second
    alike: dict[tuple[tuple[int, str], ...], str] = defaultdict(str)
    for first, by_move in moves.items():
        alike[tuple(sorted(by_move.items()))] += first
    pairs = {
        firsts: {seconds: move for move, seconds in groups} for groups, firsts in alike.items()
    }
    return json.dumps({"units": read_advances(data)[0], "pairs": pairs}, ensure_ascii=False)


def read_kerning(data: bytes) -> Pairs:
    """By how many units the second letter of each pair moves towards the first; of those that do."""
    found = dict(tables(data))
    letters: dict[int, list[str]] = defaultdict(list)
    for code, glyph in glyphs(found["cmap"]):
        letters[glyph].append(chr(code))
    moved: dict[tuple[int, int], int] = defaultdict(int)
    for subtables in _lookups(found["GPOS"]):
        for pair, move in _moves(subtables, letters.keys()).items():
            moved[pair] += move
    return {
        (first, second): move
        for (left, right), move in moved.items()
        if move
        for first in letters[left]
        for second in letters[right]
    }


def _lookups(gpos: bytes) -> Iterator[list[bytes]]:
    """The subtables of each lookup of `kern`."""
    features, lookups = gpos[_u16(gpos, 6) :], gpos[_u16(gpos, 8) :]
    numbers: set[int] = set()
    for record in range(_u16(features, 0)):
        if features[2 + 6 * record : 6 + 6 * record] == b"kern":
            at = _u16(features, 6 + 6 * record)
            numbers |= set(_list(features, at + 4, _u16(features, at + 2)))
    for number in sorted(numbers):
        lookup = lookups[_u16(lookups, 2 + 2 * number) :]
        assert _u16(lookup, 0) == 2, "pairs, and no table of more than 64 kB"
        yield [lookup[at:] for at in _list(lookup, 6, _u16(lookup, 4))]


def _moves(subtables: list[bytes], known: AbstractSet[int]) -> dict[tuple[int, int], int]:
    """What the first subtable that knows a pair says of it."""
    moves: dict[tuple[int, int], int] = {}
    for table in subtables:
        form, covered, first_value, second_value = _list(table, 0, 4)
        assert (first_value, second_value) == (4, 0), "the first advance alone"
        firsts = _coverage(table[covered:])
        read = _pairs if form == 1 else _class_pairs
        for pair, move in read(table, firsts, known):
            moves.setdefault(pair, move)
    return moves


def _pairs(
    table: bytes, firsts: dict[int, int], known: AbstractSet[int]
) -> Iterator[tuple[tuple[int, int], int]]:
    for glyph, index in firsts.items():
        pairs = table[_u16(table, 10 + 2 * index) :]
        for record in range(_u16(pairs, 0)):
            second, move = struct.unpack_from(">Hh", pairs, 2 + 4 * record)
            if glyph in known and second in known:
                yield (glyph, second), move


def _class_pairs(
    table: bytes, firsts: dict[int, int], known: AbstractSet[int]
) -> Iterator[tuple[tuple[int, int], int]]:
    first_classes, second_classes = (_classes(table[at:]) for at in _list(table, 8, 2))
    wide = _u16(table, 14)
    for glyph in firsts.keys() & known:
        at = 16 + 2 * wide * first_classes.get(glyph, 0)
        row = struct.unpack_from(f">{wide}h", table, at)
        for second in known:
            yield (glyph, second), row[second_classes.get(second, 0)]


def _coverage(table: bytes) -> dict[int, int]:
    """The index of each glyph."""
    form, count = _list(table, 0, 2)
    if form == 1:
        return {glyph: index for index, glyph in enumerate(_list(table, 4, count))}
    return {
        glyph: index + glyph - first
        for first, last, index in _ranges(table, 4, count)
        for glyph in range(first, last + 1)
    }


def _classes(table: bytes) -> dict[int, int]:
    """The class of each glyph that has one."""
    if _u16(table, 0) == 1:
        first, count = _list(table, 2, 2)
        return {first + index: class_ for index, class_ in enumerate(_list(table, 6, count))}
    return {
        glyph: class_
        for first, last, class_ in _ranges(table, 4, _u16(table, 2))
        for glyph in range(first, last + 1)
    }


def _ranges(table: bytes, at: int, count: int) -> Iterator[tuple[int, ...]]:
    for number in range(count):
        yield _list(table, at + 6 * number, 3)


def _u16(table: bytes, at: int) -> int:
    return _list(table, at, 1)[0]


def _list(table: bytes, at: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", table, at)


if __name__ == "__main__":
    TABLE.write_text(render_kerning(), encoding="utf-8")
