"""The worksheets of an Excel workbook (ECMA-376): values alone, without macros, links and styles."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element as XmlElement

from dateline.drafting.importing.archive_parts import whole_number
from dateline.drafting.spreadsheets.cell_numbers import NumberFormat, number_text
from dateline.drafting.spreadsheets.grid import Grid, GridRow, SpreadsheetRefused, make_grid
from dateline.drafting.spreadsheets.workbook_parts import (
    PackedWorkbook,
    SheetOddities,
    row_of_cells,
)
from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass

WORKBOOK: Final = "xl/workbook.xml"
_CELL: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# Letters that the format cannot write as they are.
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the cells of all worksheets refer to."""

    path: str
    texts: Sequence[str]
    formats: Sequence[NumberFormat]
    since_1904: bool


def read_xlsx(name: str, workbook: PackedWorkbook) -> Iterator[Grid]:
    """The tables of the worksheets that have any rows and are not hidden. Raises SpreadsheetRefused."""
    root = workbook.tree(WORKBOOK)
    relations = _relations(workbook)
    if root is None:
        raise SpreadsheetRefused(f"{workbook.path} is not a workbook: save it as .xlsx or CSV")
    properties = _first(root, "workbookPr")
    book = _Book(
        path=workbook.path,
        texts=tuple(_shared_texts(workbook)),
        formats=tuple(_formats(workbook)),
        since_1904=properties is not None and properties.get("date1904") in ("1", "true"),
    )
    sheets = [sheet for sheet in _all(root, "sheet") if _attribute(sheet, "id") in relations]
    shown = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"]
    remarks = list(
        _remarks(workbook, [sheet.get("name", "") for sheet in sheets if sheet not in shown])
    )
    workbook.check_sizes(relations[_attribute(sheet, "id")] for sheet in shown)
    for sheet in shown:
        called = sheet.get("name", "")
        is_alone = len(shown) == 1
        path = workbook.path if is_alone else f"{workbook.path}/{called}"
        tree = workbook.tree(relations[_attribute(sheet, "id")])
        if tree is None:
            continue
        oddities = SheetOddities()
        title = f"{name} {called}" if is_alone else called
        if grid := make_grid(title, path, _rows(tree, book, oddities)):
            oddities.merged += [merged.get("ref", "") for merged in _all(tree, "mergeCell")]
            yield replace(grid, remarks=(*remarks, *oddities.remarks(path)))
            remarks = []


def _remarks(workbook: PackedWorkbook, hidden: Sequence[str]) -> Iterator[str]:
    names = workbook.archive.namelist()
    if hidden:
        listed = join_words(f"“{name}”" for name in hidden)
        yield f"{workbook.path}: hidden and not read: {listed}"
    if any(name.endswith("vbaProject.bin") for name in names):
        yield f"{workbook.path}: its macros were neither read nor run"
    if any(name.startswith("xl/externalLinks/") for name in names):
        yield (
            f"{workbook.path}: it has links to other workbooks, which were not followed; cells have "
            "what was there when it was saved"
        )


def _relations(workbook: PackedWorkbook) -> Mapping[str, str]:
    """The part of each worksheet by the id of the relation."""
    root = workbook.tree("xl/_rels/workbook.xml.rels")
    found = () if root is None else _all(root, "Relationship")
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/xl", relation.get("Target", ""))
        ).lstrip("/")
        for relation in found
        if relation.get("Type", "").endswith("/worksheet")
        and relation.get("TargetMode") != "External"
    }


def _shared_texts(workbook: PackedWorkbook) -> Iterator[str]:
    root = workbook.tree("xl/sharedStrings.xml")
    yield from () if root is None else map(_text_in, _all(root, "si"))


def _text_in(node: XmlElement) -> str:
    """The text of a cell or of a shared text, whose runs have styles; not how it is pronounced."""
    parts = []
    for child in node:
        if _tag(child) == "t":
            parts.append(child.text or "")
        elif _tag(child) == "r":
            parts += [text.text or "" for text in child if _tag(text) == "t"]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(parts))


def _formats(workbook: PackedWorkbook) -> Iterator[NumberFormat]:
    root = workbook.tree("xl/styles.xml")
    if root is None:
        return
    codes = {
        whole_number(code.get("numFmtId", ""), 0): code.get("formatCode", "")
        for code in _all(root, "numFmt")
    }
    styles = _first(root, "cellXfs")
    for style in () if styles is None else styles:
        yield NumberFormat.of(whole_number(style.get("numFmtId", ""), 0), codes)


def _rows(tree: XmlElement, book: _Book, oddities: SheetOddities) -> Iterator[GridRow]:
    number = 0
    for row in _all(tree, "row"):
        number = whole_number(row.get("r", ""), number + 1)
        cells = dict(_cells(row, number, book, oddities))
        if cells and row.get("hidden") in ("1", "true"):
            oddities.hidden.append(f"row {number}")
        yield row_of_cells(number, cells)


def _cells(
    row: XmlElement, number: int, book: _Book, oddities: SheetOddities
) -> Iterator[tuple[int, str]]:
    place = -1
    for cell in row:
        found = _CELL.fullmatch(cell.get("r", ""))
        place = _place(found[1]) if found else place + 1
        spot = cell.get("r") or f"row {number}, column {place + 1}"
        if (text := _cell_text(cell, spot, book, oddities)).strip():
            yield place, text


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _cell_text(cell: XmlElement, spot: str, book: _Book, oddities: SheetOddities) -> str:
    parts = {_tag(child): child for child in cell}
    if cell.get("t") == "inlineStr":
        return _text_in(parts["is"]) if "is" in parts else ""
    value = (parts["v"].text or "") if "v" in parts else ""
    if "f" in parts and not value:
        raise SpreadsheetRefused(
            f"{spot} of {book.path} is a formula without its result: open the file in a spreadsheet "
            "program and save it again"
        )
    match cell.get("t", "n"):
        case "s":
            place = whole_number(value, len(book.texts))
            return book.texts[place] if place < len(book.texts) else ""
        case "e":
            raise SpreadsheetRefused(
                f"{spot} of {book.path} is an error, {value}: correct it there"
            )
        case "b":
            return "true" if value == "1" else "false"
        case "n":
            return _number(cell, value, spot, book, oddities) if value else ""
    return value


def _number(cell: XmlElement, value: str, spot: str, book: _Book, oddities: SheetOddities) -> str:
    style = whole_number(cell.get("s", ""), 0)
    shown = book.formats[style] if style < len(book.formats) else NumberFormat("")
    if shown.is_percent:
        oddities.percent.append(spot)
    return number_text(value, shown, since_1904=book.since_1904)


def _tag(node: XmlElement) -> str:
    return str(node.tag).rpartition("}")[2]


def _all(root: XmlElement, tag: str) -> Iterator[XmlElement]:
    return (node for node in root.iter() if _tag(node) == tag)


def _first(root: XmlElement, tag: str) -> XmlElement | None:
    return next(_all(root, tag), None)


def _attribute(node: XmlElement, name: str) -> str:
    """An attribute whatever its namespace is called."""
    return next((text for key, text in node.items() if key.rpartition("}")[2] == name), "")
