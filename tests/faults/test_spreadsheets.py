"""Spreadsheets that were made to harm, or were never meant for this: a sentence each, and the sheets as they were."""

from __future__ import annotations

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main
from tests.drafting.workbooks import MAIN, number, ods, packed, row, xlsx
from tests.faults.table import tried
from tests.small_site import article

TIMELINE = (
    "events:\n  - {id: opening, title: It opens, date: 2024-09-11, evidence: It opens today}\n"
)
HEAD = "id,title,date\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "content/pier"
    folder.mkdir(parents=True)
    tmp_path.joinpath("content/site.yaml").write_text("title: T\ndescription: D\n")
    folder.joinpath("article.md").write_text(article("It opens today."))
    folder.joinpath("timeline.yaml").write_text(TIMELINE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def state(site: Path) -> dict[str, bytes]:
    files = (path for path in site.joinpath("content").rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files}


def bomb() -> bytes:
    """A worksheet of 200 MB, packed into some 200 kB."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(BytesIO(xlsx({"Events": ""}))) as whole:
            for name in whole.namelist():
                if not name.startswith("xl/worksheets/"):
                    archive.writestr(name, whole.read(name))
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(200):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def entities() -> bytes:
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    text = f'<!DOCTYPE w [<!ENTITY e0 "x">{nested}]><worksheet xmlns="{MAIN}">&e8;</worksheet>'
    return xlsx({"Events": ""}, **{"xl/worksheets/sheet1.xml": text})


def lying() -> bytes:
    """The archive says that a worksheet is small."""
    data = bytearray(bomb())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def again(data: bytes, times: int) -> bytes:
    """A workbook whose list has its first worksheet so many times."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    first = re.search(rb"<sheet .*?/>", parts["xl/workbook.xml"])
    assert first
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(first[0], first[0] * times)
    return packed(parts)


REPEATED = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
    ' table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>'
)
ROWS = "".join(f"a{n},It opens,2024-09-11\n" for n in range(1001))
FILES = {
    "a workbook that unpacks to 200 MB": ("x.xlsx", bomb(), "unpacks to 200 MB"),
    "a workbook whose directory says that it is small": ("x.xlsx", lying(), "x.xlsx is broken"),
    "a workbook with entities in entities": ("x.xlsx", entities(), "defines entities of XML"),
    "a workbook that is cut off": ("x.xlsx", xlsx({"E": row(1, "x")})[:700], "x.xlsx is broken"),
    "a workbook that is no workbook": ("x.xlsx", packed({"a": "b"}), "is not a spreadsheet"),
    "the old format of Excel": ("x.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "old format of Excel"),
    "a sheet of a million rows of 16,384 cells": (
        "x.ods",
        ods({"Events": REPEATED}),
        "columns; at most",
    ),
    "20,000 rows, each repeated a million times": (
        "x.ods",
        ods({"Events": REPEATED.replace("16384", "99") * 20_000}),
        "more than 1,000 rows",
    ),
    "200,000 rows of 18,278 columns": (
        "x.xlsx",
        xlsx({"Events": '<row><c r="ZZZ2" t="b"><v>1</v></c></row>' * 200_000}),
        "18,278 columns",
    ),
    "a workbook that names one worksheet 3,000 times": (
        "x.xlsx",
        again(xlsx({"Events": row(1, "x" * 20_000)}), 3_000),
        "unpacks to 6",
    ),
    "a workbook that is packed as no workbook is": (
        "x.xlsx",
        xlsx({"Events": row(1, "x" * 90)}).replace(b"\x14\0\0\0\x08", b"\x14\0\0\0\x0e"),
        "is packed as no document is",
    ),
    "1,001 rows": ("events.csv", (HEAD + ROWS).encode(), "more than 1,000 rows"),
    "a million rows": (
        "events.csv",
        (HEAD + "a,b,2024\n" * 1_000_000).encode(),
        "more than 1,000 rows",
    ),
    "a file of 11 MB": ("events.csv", b"a" * 11_000_000, "more than 10 MB"),
    "a column too many": ("events.csv", b"a," * 300 + b"b\n", "301 columns; at most 200"),
    "an empty character": ("events.csv", HEAD.encode() + b"a\0,b,c\n", "an empty character (NUL)"),
    "Windows-1252": (
        "events.csv",
        HEAD.encode() + "a,Café,2024\n".encode("cp1252"),
        "not saved as UTF-8",
    ),
    "a quotation mark that is not closed": (
        "events.csv",
        (HEAD + 'a,"b,2024\n').encode(),
        "cannot be read as a table",
    ),
    "a cell beside the columns": (
        "events.csv",
        (HEAD + "a,b,2024-09-11,more\n").encode(),
        "which has no name",
    ),
    "two columns of one name": (
        "events.csv",
        b"id,title,Title\na,b,c\n",
        "are both called “Title”",
    ),
    "names of columns alone": ("events.csv", HEAD.encode(), "has no rows"),
    "nothing at all": ("events.csv", b"", "has no rows"),
    "pictures, in a file called .csv": (
        "events.csv",
        b"\x89PNG\r\n\x1a\n" + os.urandom(50),
        "not saved as UTF-8",
    ),
}


@tried(5, "`import` of a table: {id}", "Exit 2 and a sentence; the sheets as they were")
@pytest.mark.parametrize(("name", "data", "said"), FILES.values(), ids=list(FILES))
def test_a_file_is_refused_in_a_sentence(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, said: str
) -> None:
    before = state(site)
    site.joinpath(name).write_bytes(data)
    assert main(["import", name, "--slug", "pier"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert state(site) == before


BAD_ROWS = {
    "a date that no calendar has": ("opening,It opens,2024-09-31\n", "events.csv:2:3: error"),
    "a day that may be two": ("opening,It opens,05/06/2024\n", "may be 5 June 2024 or 6 May 2024"),
    "two rows with one id": (
        "opening,It opens,2024-09-11\nopening,x,2024\n",
        "events.csv:3:1: error",
    ),
    "an empty title": ("opening,,2024-09-11\n", "events.csv:2:2: error"),
    "an id that is none": ("Not An Id,x,2024-09-11\n", "write not-an-id"),
    "text that turns other text": ("opening,It \u202eopens,2024-09-11\n", "events.csv:2:2: error"),
    "a good row and a bad one": (
        "opening,It is open,2024-09-11\nb,x,never\n",
        "events.csv:3:3: error",
    ),
}


@tried(12, "`import` of a table with {id}", "Exit 1; the row and the column; nothing is written")
@pytest.mark.parametrize(("rows", "said"), BAD_ROWS.values(), ids=list(BAD_ROWS))
def test_a_row_is_refused_by_its_number(
    site: Path, capsys: pytest.CaptureFixture[str], rows: str, said: str
) -> None:
    before = state(site)
    site.joinpath("events.csv").write_text(HEAD + rows, "utf-8")
    assert main(["import", "events.csv", "--slug", "pier"]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.endswith("Not every row is right: nothing was written.\n")
    assert state(site) == before


@tried(
    8,
    "`import` of a table whose cells are formulas",
    "They are text, and no formula when downloaded",
)
def test_a_formula_is_text(site: Path) -> None:
    cell = '"=HYPERLINK(""https://evil.example"",""It opens"")"'
    site.joinpath("events.csv").write_text(f"{HEAD}opening,{cell},2024-09-11\n", "utf-8")
    assert main(["import", "events.csv"]) == 0
    sheet = site.joinpath("content/pier/timeline.yaml").read_text()
    assert "=HYPERLINK" in sheet
    assert main(["build", "--output", "out", "--today", "2024-10-01", "--quiet"]) in (0, 1)


@tried(
    8,
    "`import` of a workbook with macros and links to other files",
    "Its values are read; nothing else is",
)
def test_macros_and_links_are_not_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = row(1, "id", "title", "date") + row(2, "opening", "It is open", number("2024"))
    others: dict[str, Any] = {
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": "<x/>",
    }
    site.joinpath("x.xlsm").write_bytes(xlsx({"Events": rows}, **others))
    assert main(["import", "x.xlsm"]) == 0
    shown = capsys.readouterr().out
    assert "its macros were neither read nor run" in shown
    assert "links to other workbooks, which were not followed" in shown


@tried(12, "The sheets are read-only while a table is imported", "Exit 2; the sheets as they were")
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_sheets_that_cannot_be_written(site: Path) -> None:
    before = state(site)
    site.joinpath("content/pier/timeline.yaml").chmod(0o444)
    site.joinpath("events.csv").write_text(HEAD + "opening,It is open,2024-09-11\n", "utf-8")
    assert main(["import", "events.csv"]) == 2
    assert state(site) == before
