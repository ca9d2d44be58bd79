"""The tables of an OpenDocument spreadsheet: values alone, without macros, links and styles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element as XmlElement

from dateline.drafting.importing.archive_parts import whole_number
from dateline.drafting.spreadsheets.cell_numbers import NumberFormat, number_text
from dateline.drafting.spreadsheets.grid import (
    MAX_COLUMNS,
    MAX_ROWS,
    Grid,
    GridRow,
    SpreadsheetRefused,
    make_grid,
)
from dateline.drafting.spreadsheets.workbook_parts import (
    PackedWorkbook,
    SheetOddities,
    row_of_cells,
)

CONTENT: Final = "content.xml"
_SKIPPED: Final = ("annotation", "tracked-changes")
_TIME: Final = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


def read_ods(name: str, workbook: PackedWorkbook) -> Iterator[Grid]:
    """The tables that have any rows. Raises SpreadsheetRefused."""
    root = workbook.tree(CONTENT)
    tables = [] if root is None else [node for node in root.iter() if _tag(node) == "table"]
    for table in tables:
        called, is_alone = _given(table, "name"), len(tables) == 1
        path = workbook.path if is_alone else f"{workbook.path}/{called}"
        oddities = SheetOddities()
        title = f"{name} {called}" if is_alone else called
        if grid := make_grid(title, path, _rows(table, path, oddities)):
            yield replace(grid, remarks=oddities.remarks(path))


def _rows(table: XmlElement, path: str, oddities: SheetOddities) -> Iterator[GridRow]:
    number = 1
    for row in (node for node in table.iter() if _tag(node) == "table-row"):
        times = _times(row, "number-rows-repeated")
        cells = dict(_cells(row, number, path, oddities))
        if cells:
            if _given(row, "visibility") in ("collapse", "filter"):
                oddities.hidden.append(f"row {number}")
            for again in range(min(times, MAX_ROWS + 2)):
                yield row_of_cells(number + again, cells)
        number += times


def _cells(
    row: XmlElement, number: int, path: str, oddities: SheetOddities
) -> Iterator[tuple[int, str]]:
    place = 0
    for cell in row:
        if _tag(cell) not in ("table-cell", "covered-table-cell"):
            continue
        times = _times(cell, "number-columns-repeated")
        spot = f"row {number}, column {place + 1}"
        if (text := _cell_text(cell, spot, path, oddities)).strip():
            if max(_times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")) > 1:
                oddities.merged.append(spot)
            yield from ((place + again, text) for again in range(min(times, MAX_COLUMNS + 1)))
        place += times


def _cell_text(cell: XmlElement, spot: str, path: str, oddities: SheetOddities) -> str:
    shown = "\n".join(_words(part) for part in cell if _tag(part) == "p")
    if shown.startswith(("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "Err:")):
        raise SpreadsheetRefused(f"{spot} of {path} is an error, {shown}: correct it there")
    match _given(cell, "value-type"):
        case "date":
            day = _given(cell, "date-value")
            return day.replace("T", " ").removesuffix(" 00:00:00")
        case "time":
            time = _TIME.fullmatch(_given(cell, "time-value"))
            return f"{time[1]}:{time[2]}" if time else shown
        case "percentage":
            oddities.percent.append(spot)
            return number_text(_given(cell, "value"), NumberFormat("0%"))
        case "float" | "currency":
            return number_text(_given(cell, "value"), NumberFormat(""))
    return shown


def _words(node: XmlElement) -> str:
    parts = [node.text or ""]
    for child in node:
        if _tag(child) == "s":
            parts.append(" " * min(_times(child, "c"), 1000))
        elif _tag(child) in ("line-break", "tab"):
            parts.append("\n" if _tag(child) == "line-break" else "\t")
        elif _tag(child) not in _SKIPPED:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _times(node: XmlElement, name: str) -> int:
    return whole_number(_given(node, name), 1)


def _given(node: XmlElement, name: str) -> str:
    attributes: Mapping[str, str] = node.attrib
    return next((text for key, text in attributes.items() if key.rpartition("}")[2] == name), "")


def _tag(node: XmlElement) -> str:
    return str(node.tag).rpartition("}")[2]
