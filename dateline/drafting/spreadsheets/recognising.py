"""What a worksheet is about, by its name and its columns, and its rows by the names of downloads."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.drafting.spreadsheets.column_names import (
    DATE_END,
    SOURCE_ADDRESS,
    columns_meant,
    kind_named,
    telling_columns,
    telling_kind,
)
from dateline.drafting.spreadsheets.grid import Grid, GridRow, SpreadsheetRefused
from dateline.drafting.spreadsheets.named_rows import Downloaded, FactTable, NamedRow
from dateline.drafting.spreadsheets.other_tables import read_other_table
from dateline.drafting.spreadsheets.written_days import even_days
from dateline.facts.dates import Date
from dateline.facts.field_columns import field_columns
from dateline.facts.guarded_cells import unguarded
from dateline.facts.kinds import Kind
from dateline.facts.phrasing import join_words
from dateline.facts.records import RECORD_OF


def recognise_all(
    grids: Sequence[Grid], downloaded: Mapping[Kind, Downloaded]
) -> tuple[list[FactTable], list[str]]:
    """The worksheets as facts, and a sentence for each that is of none, if another is.

    Raises SpreadsheetRefused where none is.
    """
    tables, skipped = list[FactTable](), list[SpreadsheetRefused]()
    for grid in grids:
        try:
            tables.append(recognise(grid, downloaded))
        except SpreadsheetRefused as error:
            skipped.append(error)
    if not tables:
        raise skipped[0]
    return tables, [f"not read: {error}" for error in skipped]


def recognise(grid: Grid, downloaded: Mapping[Kind, Downloaded]) -> FactTable:
    """The table as facts of a kind. Raises SpreadsheetRefused where nothing says of which kind."""
    if other := read_other_table(grid):
        return other
    known = {kind: table.columns for kind, table in downloaded.items()}
    kind = kind_named(grid.name, RECORD_OF) or telling_kind(grid.head, known)
    if kind is None:
        columns = join_words(f"“{name}”" for name in grid.head if name)
        names = join_words((f"{kind.plural}.csv" for kind in RECORD_OF), "or")
        raise SpreadsheetRefused(
            f"nothing says which facts {grid.path} has: its columns are {columns}. Name the file "
            f"after them ({names}), or have these columns: {telling_columns()}"
        )
    meant = columns_meant(grid.head, kind, (*known[kind], DATE_END, SOURCE_ADDRESS))
    rows = tuple(_named(row, grid, meant) for row in grid.rows)
    unread = tuple(
        name for name, column in zip(grid.head, meant, strict=True) if name and not column
    )
    table = FactTable(kind=kind, path=grid.path, rows=rows, unread=unread)
    return _with_even_days(table)


def _named(row: GridRow, grid: Grid, meant: tuple[str | None, ...]) -> NamedRow:
    cells, places = {}, {}
    for place, (column, cell) in enumerate(zip(meant, row.cells, strict=True)):
        if column:
            cells[column] = unguarded(cell)
            places[column] = grid.position(row.number, place)
    return NamedRow(position=grid.position(row.number), cells=cells, places=places)


def _with_even_days(table: FactTable) -> FactTable:
    """The same with days as sheets have them, and the first and the last day of a range in one cell."""
    single = {
        column.name
        for column in field_columns(RECORD_OF[table.kind])
        if column.described.value_type in (Date, dt.date) and not column.field.many
    }
    rows = list(table.rows)
    for name in {*single, DATE_END}:
        evened = even_days(row.cells.get(name, "") for row in rows)
        for number, row in enumerate(rows):
            if row.cells.get(name) in evened:
                rows[number] = replace(row, cells={**row.cells, name: evened[row.cells[name]]})
    return replace(table, rows=tuple(map(_with_range, rows)))


def _with_range(row: NamedRow) -> NamedRow:
    if DATE_END not in row.cells:
        return row
    cells = dict(row.cells)
    first, last = cells.get("date", "").strip(), cells.pop(DATE_END).strip()
    if last and last != first:
        cells["date"] = f"{first or '..'}/{last}"
    return replace(row, cells=cells)
