"""Files of spreadsheet programs: what the editor sees in the cells is what is read."""

from __future__ import annotations

import io
import zipfile

import pytest

from dateline.drafting.spreadsheets.grid import Grid, SpreadsheetRefused
from dateline.drafting.spreadsheets.spreadsheet_file import read_grids
from tests.drafting.workbooks import (
    DAY,
    DAYS,
    MOMENT,
    MONTH,
    PERCENT,
    number,
    ods,
    packed,
    row,
    xlsx,
)


def read(data: bytes | str, name: str = "t.csv") -> tuple[Grid, ...]:
    return read_grids("t", name, data.encode() if isinstance(data, str) else data)


def cells(data: bytes | str) -> list[tuple[str, ...]]:
    (grid,) = read(data)
    return [grid.head, *(found.cells for found in grid.rows)]


TABLE = [("id", "title"), ("a", "One, two; three"), ("b", "Line\nbreak “é”")]


@pytest.mark.parametrize(
    "text",
    [
        'id,title\na,"One, two; three"\nb,"Line\nbreak “é”"\n',
        'id;title\r\na;"One, two; three"\r\nb;"Line\r\nbreak “é”"\r\n',
        'id\ttitle\na\tOne, two; three\nb\t"Line\nbreak “é”"\n',
        'sep=|\nid|title\na|One, two; three\nb|"Line\nbreak “é”"\n',
        '\n\nid,title,\n,,\na,"One, two; three",\nb,"Line\nbreak “é”",,\n',
    ],
    ids=["commas", "semicolons", "tabs", "sep=", "empty rows and columns"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_the_same_however_it_was_saved(text: str, encoding: str) -> None:
    assert cells(text.encode(encoding)) == TABLE


def test_a_number_that_no_workbook_has_is_as_none() -> None:
    many = "9" * 5000
    odd = f'<row r="{many}"><c s="{many}"><v>7</v></c><c t="s"><v>{many}</v></c></row>'
    styles = f'<styleSheet><numFmt numFmtId="{many}"/><cellXfs><xf numFmtId="{many}"/></cellXfs></styleSheet>'
    data = xlsx({"t": row(1, "id", "title") + odd}, **{"xl/styles.xml": styles})
    assert cells(data) == [("id", "title"), ("7", "")]


def test_a_day_after_the_last_is_a_number() -> None:
    late = xlsx({"t": row(1, "day") + row(2, number("2958465", DAY))})
    with zipfile.ZipFile(io.BytesIO(late)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = head.replace(b"<sheets>", b'<workbookPr date1904="1"/><sheets>')
    assert cells(packed(parts)) == [("day",), ("2958465",)]


def test_a_row_has_the_number_that_the_program_shows() -> None:
    (grid,) = read('sep=;\nid;title\na;"two\nlines"\n\nb;x\n')
    assert [found.number for found in grid.rows] == [3, 5]


def test_cells_of_a_workbook_are_what_they_show() -> None:
    rows = [
        row(1, "what", "value"),
        row(3, "a day", number("45570", DAY)),
        row(4, "a month", number("45566", MONTH)),
        row(5, "a moment", number("45570.604166666664", MOMENT)),
        row(6, "no noise", number("0.30000000000000004")),
        row(7, "whole", number("2500.0")),
        row(8, "a unit", number("3.1", DAYS)),
        row(9, "A & B", '<c t="b"><v>1</v></c>'),
        row(10, "a result", "<c><f>1+1</f><v>2</v></c>"),
        row(
            11,
            "runs",
            '<c t="inlineStr"><is><r><t>bo</t></r><r><t>ld</t></r><rPh><t>x</t></rPh></is></c>',
        ),
    ]
    shown = cells(xlsx({"Sheet1": "".join(rows)}))[1:]
    assert {found[0]: found[1] for found in shown} == {
        "a day": "2024-10-05",
        "a month": "2024-10",
        "a moment": "2024-10-05 14:30",
        "no noise": "0.3",
        "whole": "2500",
        "a unit": "3.1",
        "A & B": "true",
        "a result": "2",
        "runs": "bold",
    }


def test_what_a_workbook_hides_or_merges_is_said() -> None:
    rows = row(1, "name", "share") + row(2, "a", number("0.05", PERCENT), hidden=True)
    merged = f'<sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    data = xlsx({"People": merged, "Old": row(1, "x")}, hidden="Old")
    (grid,) = read(data, "t.xlsx")
    assert grid.rows[0].cells == ("a", "5")
    assert grid.remarks == (
        "t.xlsx: hidden and not read: “Old”",
        "t.xlsx: row 2 is hidden, and was read as any other",
        "t.xlsx: A2:A3 is merged: only its first cell has the text",
        "t.xlsx: B2 is shown in percent, and was read so: 5% is 5",
    )


def test_each_worksheet_is_a_table() -> None:
    data = xlsx({"People": row(1, "name") + row(2, "Ann"), "Places": row(1, "name") + row(2, "B")})
    assert [(grid.name, grid.path) for grid in read(data, "t.xlsx")] == [
        ("People", "t.xlsx/People"),
        ("Places", "t.xlsx/Places"),
    ]


def test_a_sheet_of_libreoffice() -> None:
    def cell(text: str, **given: str) -> str:
        written = "".join(
            f' office:{name.replace("_", "-")}="{value}"' for name, value in given.items()
        )
        return f"<table:table-cell{written}><text:p>{text}</text:p></table:table-cell>"

    def line(*found: str, times: int = 1) -> str:
        return f'<table:table-row table:number-rows-repeated="{times}">{"".join(found)}</table:table-row>'

    empty = '<table:table-cell table:number-columns-repeated="16380"/>'
    data = ods(
        {
            "Events": line(cell("Date"), cell("Event"), empty)
            + line(cell("5 Oct", value_type="date", date_value="2024-10-05"), cell("a<text:s/>b"))
            + line(cell("3,1", value_type="float", value="3.1"), cell("x"), times=2)
            + line(empty, times=1048570)
        }
    )
    assert cells(data) == [
        ("Date", "Event"),
        ("2024-10-05", "a b"),
        ("3.1", "x"),
        ("3.1", "x"),
    ]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<c t="e"><v>#REF!</v></c>', "B2 of t.xlsx is an error, #REF!: correct it there"),
        ("<c><f>1+1</f></c>", "B2 of t.xlsx is a formula without its result"),
    ],
)
def test_a_cell_without_a_value_is_refused(cell: str, said: str) -> None:
    with pytest.raises(SpreadsheetRefused, match=said):
        read(xlsx({"Events": row(1, "a", "b") + row(2, "x", cell)}), "t.xlsx")
