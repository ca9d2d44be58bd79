"""Workbooks made of a few rows, as Excel and LibreOffice pack them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/>
<numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellXfs count="6"><xf numFmtId="0"/>
<xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/>
</cellXfs></styleSheet>"""
DAY, PERCENT, MONTH, DAYS, MOMENT = range(1, 6)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def xlsx(sheets: Mapping[str, str], *, hidden: str = "", **others: str | bytes) -> bytes:
    """A workbook of worksheets, by their names; each is what stands in its `sheetData`, and after it."""
    listed, relations, parts = "", "", dict[str, str | bytes]()
    for number, (name, body) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name == hidden else ""
        listed += f'<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>'
        relations += (
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet"'
            f' Target="worksheets/sheet{number}.xml"/>'
        )
        data = body if "<sheetData>" in body else f"<sheetData>{body}</sheetData>"
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{MAIN}">{data}</worksheet>'
    head = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'
    return packed(
        {
            "xl/workbook.xml": head,
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            "xl/styles.xml": STYLES,
            **parts,
            **others,
        }
    )


def row(number: int, *cells: str, hidden: bool = False) -> str:
    """A row of texts, and of cells that are given as XML without their place."""
    written = []
    for letter, cell in zip("ABCDEFGH", cells, strict=False):
        if cell.startswith("<c"):
            written.append(cell.replace("<c", f'<c r="{letter}{number}"', 1))
        elif cell:
            text = cell.replace("&", "&amp;")
            written.append(f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>')
    mark = ' hidden="1"' if hidden else ""
    return f'<row r="{number}"{mark}>{"".join(written)}</row>'


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(tables: Mapping[str, str]) -> bytes:
    body = "".join(
        f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in tables.items()
    )
    content = (
        f"<office:document-content {ODS}><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    )
