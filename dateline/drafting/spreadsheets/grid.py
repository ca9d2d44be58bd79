"""A worksheet as rows of text, whatever file it was in, and the bounds that it keeps."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.facts.unseen import UNSEEN
from dateline.frozen import dataclass
from dateline.problems import Position

MAX_FILE: Final = 10_000_000
# A briefing has at most 1,000 entries in its sheets.
MAX_ROWS: Final = 1_000
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 20_000


class SpreadsheetRefused(Exception):  # noqa: N818 - it says what happened
    """The file cannot be read as a spreadsheet; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """The cells of a row that has any text; `number` is its row in a spreadsheet program."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: the names of its columns, and its rows, each with as many cells as there are names.

    `name` is that of the worksheet, or of the file; `path` is the file as problems name it. `remarks`
    are what an editor should know of how it was read.
    """

    name: str
    path: str
    head: tuple[str, ...]
    rows: tuple[GridRow, ...]
    remarks: tuple[str, ...] = ()

    def position(self, row: int, column: int = 0) -> Position:
        """The place of a cell; columns count from 0 here, and from 1 in a position."""
        return Position(path=self.path, line=row, column=column + 1)


def check_size(data: bytes, path: str) -> None:
    """Raises SpreadsheetRefused for a file with more than any briefing can have."""
    if len(data) > MAX_FILE:
        raise SpreadsheetRefused(
            f"{path} has more than {MAX_FILE / 1e6:,.0f} MB, which is more than a briefing can be: "
            "copy the rows that you need into a new file"
        )


def make_grid(
    name: str, path: str, rows: Iterable[GridRow], remarks: Iterable[str] = ()
) -> Grid | None:
    """The table of these rows, the first of which has the names; None where all of them are empty.

    Raises SpreadsheetRefused for what no table has: too much of it, two columns of one name, cells
    beside the columns.
    """
    kept: list[GridRow] = []
    for row in rows:
        if trimmed := _trimmed(row, path):
            kept.append(trimmed)
        if len(kept) > MAX_ROWS + 1:
            raise SpreadsheetRefused(
                f"{path} has more than {MAX_ROWS:,} rows, and a briefing has at most as many facts: "
                "split the file"
            )
    if not kept:
        return None
    head, *body = kept
    names = tuple(_evened(cell) for cell in head.cells)
    _check_head(names, path)
    return Grid(
        name=name,
        path=path,
        head=names,
        rows=tuple(_fitted(row, names, path) for row in body),
        remarks=tuple(remarks),
    )


def _trimmed(row: GridRow, path: str) -> GridRow | None:
    """The row without empty cells at its end; None where it has no others."""
    count = max((place for place, cell in enumerate(row.cells, 1) if cell.strip()), default=0)
    if count > MAX_COLUMNS:
        raise SpreadsheetRefused(
            f"row {row.number:,} of {path} has {count:,} columns; at most {MAX_COLUMNS} are read"
        )
    cells = row.cells[:count]
    for place, cell in enumerate(cells, 1):
        if len(cell) > MAX_CELL:
            raise SpreadsheetRefused(
                f"row {row.number:,}, column {place} of {path} has {len(cell):,} characters; a cell "
                f"may have {MAX_CELL:,}: perhaps a quotation mark is not closed"
            )
    return GridRow(row.number, cells) if cells else None


def _evened(name: str) -> str:
    return re.sub(r"\s+", " ", UNSEEN.sub("", name)).strip()


def _check_head(names: Sequence[str], path: str) -> None:
    """A name is that of one column; those without a name have nothing below them."""
    seen: dict[str, int] = {}
    for place, name in enumerate(names, 1):
        if name and (first := seen.setdefault(name.casefold(), place)) != place:
            raise SpreadsheetRefused(
                f"columns {first} and {place} of {path} are both called “{name}”: rename one of them"
            )


def _fitted(row: GridRow, names: Sequence[str], path: str) -> GridRow:
    """The row with a cell for each name. A cell of a column without a name would be lost."""
    for place, cell in enumerate(row.cells):
        if cell.strip() and not (place < len(names) and names[place]):
            raise SpreadsheetRefused(
                f"row {row.number:,} of {path} has “{cell.strip()[:40]}” in column {place + 1}, which "
                "has no name: write one into the first row, or put a cell that has a comma in it "
                "between quotation marks"
            )
    missing = len(names) - len(row.cells)
    return GridRow(row.number, (*row.cells, *[""] * missing)[: len(names)])
