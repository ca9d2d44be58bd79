"""A file as its tables, by what its bytes are."""

from collections.abc import Iterator
from typing import Final

from dateline.drafting.spreadsheets.csv_grid import read_csv
from dateline.drafting.spreadsheets.grid import Grid, SpreadsheetRefused, check_size
from dateline.drafting.spreadsheets.ods_grid import CONTENT, read_ods
from dateline.drafting.spreadsheets.workbook_parts import PackedWorkbook
from dateline.drafting.spreadsheets.xlsx_grid import WORKBOOK, read_xlsx

_PACKED: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"


def read_grids(name: str, path: str, data: bytes) -> tuple[Grid, ...]:
    """The tables of a file that have any rows. Raises SpreadsheetRefused."""
    check_size(data, path)
    grids = tuple(grid for grid in _grids(name, path, data) if grid.rows)
    if not grids:
        raise SpreadsheetRefused(
            f"{path} has no rows: the names of the columns are in the first row, and facts below it"
        )
    return grids


def _grids(name: str, path: str, data: bytes) -> Iterator[Grid]:
    if data.startswith(_OLD):
        raise SpreadsheetRefused(
            f"{path} is in the old format of Excel, or protected with a password: save it as .xlsx "
            "or CSV, without a password"
        )
    if data.startswith(_PACKED):
        workbook = PackedWorkbook.of(data, path)
        if WORKBOOK not in workbook and CONTENT not in workbook:
            raise SpreadsheetRefused(f"{path} is not a spreadsheet: save the table as .xlsx or CSV")
        yield from (read_xlsx if WORKBOOK in workbook else read_ods)(name, workbook)
    elif grid := read_csv(name, path, data):
        yield grid
