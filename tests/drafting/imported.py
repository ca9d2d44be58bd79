"""A file imported into a small site: what was written, and what was said."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dateline.cli import main


class Outcome(NamedTuple):
    code: int
    out: str
    err: str
    article: str


class Newsroom:
    """A folder with a site and no briefing, in which files are imported."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        (folder / "content").mkdir()
        (folder / "content/site.yaml").write_text("title: T\ndescription: D\n", "utf-8")

    def run(self, data: str | bytes, *options: str, name: str = "sent.txt") -> Outcome:
        (self.folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
        self.capsys.readouterr()
        code = main(["import", name, *options])
        printed = self.capsys.readouterr()
        return Outcome(code, printed.out, printed.err, self.article)

    @property
    def article(self) -> str:
        return "".join(path.read_text("utf-8") for path in self.articles)

    @property
    def articles(self) -> list[Path]:
        return sorted(self.folder.glob("content/*/article.md"))

    def files(self) -> dict[str, bytes]:
        paths = (path for path in (self.folder / "content").rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}


def body_of(article: str) -> str:
    return article.split("---\n", 2)[2].strip("\n")


def packed(files: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>"""
_STYLES = f"""<w:styles {_W}>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>"""


def docx(body: str, **parts: str) -> bytes:
    """A file of Word; in `body`, `<p>` is a paragraph, and other parts are given by their names."""
    relations = {"footnotes": "footnotes", "styles": "styles"}
    links = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        for name, kind in relations.items()
    )
    links += f'<Relationship Id="web" Type="{_OFFICE}/hyperlink" Target="https://a.example/x" TargetMode="External"/>'
    relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    document = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{relationships}">{document}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{relationships}">{links}</Relationships>',
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": _STYLES,
            **{
                f"word/{name}.xml": f"<w:{name} {_W}>{text}</w:{name}>"
                for name, text in parts.items()
            },
        }
    )


def word_paragraph(*runs: str, style: str = "") -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(run if run.startswith("<") else word_run(run) for run in runs)
    return f"<w:p>{kind}{inner}</w:p>"


def word_run(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


_ODF = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        **{name: name for name in ("office", "text", "style", "table")},
        "fo": "xsl-fo-compatible",
    }.items()
)


def odt(body: str) -> bytes:
    """A file of LibreOffice, with a style `B` for bold and a numbered list `N`."""
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style>'
    )
    content = (
        f'<office:document-content{_ODF} xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
