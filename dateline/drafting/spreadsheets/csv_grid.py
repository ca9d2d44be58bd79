"""A CSV file as a spreadsheet program, a download or a script wrote it."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from dateline.drafting.spreadsheets.grid import (
    Grid,
    GridRow,
    SpreadsheetRefused,
    make_grid,
)

_SEPARATORS: Final = (",", ";", "\t", "|")
# What Excel needs above the table to open it with another separator.
_SEP_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_csv(name: str, path: str, data: bytes) -> Grid | None:
    """The table of a file; None where it is empty. Raises SpreadsheetRefused."""
    text = _decoded(data, path)
    separator, first = _separator(text)
    return make_grid(name, path, _rows(text, separator, first, path))


def _decoded(data: bytes, path: str) -> str:
    """UTF-8, or UTF-16 with its mark, as Excel writes “Unicode Text”."""
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SpreadsheetRefused(_misread(data, error, path)) from None
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise SpreadsheetRefused(
            f"line {row:,} of {path} has an empty character (NUL), which no text has: save the table "
            "again, as “CSV UTF-8”"
        )
    return text


def _misread(data: bytes, error: UnicodeDecodeError, path: str) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    around = data[max(0, error.start - 12) : error.start + 12]
    seen = re.sub(r"\s+", " ", around.decode("cp1252", "replace")).strip()
    return (
        f"{path} is not saved as UTF-8 (line {line:,}, near “{seen}”, if it is Windows-1252): save it "
        "as “CSV UTF-8” in Excel, or with “Unicode (UTF-8)” in LibreOffice"
    )


def _separator(text: str) -> tuple[str, int]:
    """What is between the cells, and where the table begins: what `sep=` says, or what the head has most."""
    if said := _SEP_LINE.match(text):
        return said[1], said.end()
    start = re.match(r"\s*", text)
    head = re.sub(r'"[^"]*"', "", text[start.end() if start else 0 :].split("\n", 1)[0])
    return max(_SEPARATORS, key=head.count), 0


def _rows(text: str, separator: str, start: int, path: str) -> Iterator[GridRow]:
    before = 1 if start else 0
    even = text[start:].replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(even), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1 + before):
            yield GridRow(number, tuple(cells))
    except csv.Error as error:
        raise SpreadsheetRefused(
            f"{path} cannot be read as a table from line {reader.line_num + before:,} on ({error}): "
            "look for a quotation mark that is not closed, or save the file again"
        ) from None
