"""`import` of what cannot be an article, or was made to harm: a sentence, and the content as it was."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import FrameType
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dateline.drafting.importing import article_file
from dateline.drafting.importing.markdown_writer import read_words
from tests.drafting.imported import Newsroom, docx, odt, packed, word_paragraph
from tests.faults.table import tried

NEWS = (
    "The bridge at Ostrow was closed to lorries on Monday, the harbour office said in a statement."
)
TEXT = f"The old bridge closes\n\n{NEWS}\n"
FOLDER = "content/the-old-bridge-closes"


@pytest.fixture
def newsroom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)


@contextmanager
def counted_calls() -> Iterator[list[int]]:
    """How many functions of Python are called, which no other work on the machine changes."""
    calls = [0]

    def count(_: FrameType, event: str, __: object) -> None:
        calls[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


# The largest .docx that is read far enough to be refused takes two millions.
MOST_CALLS = 3_000_000


def refused(newsroom: Newsroom, data: bytes, name: str, *options: str) -> str:
    """The sentence with which a file is refused, at once and with nothing written."""
    before = newsroom.files()
    with counted_calls() as calls:
        outcome = newsroom.run(data, *options, name=name)
    assert calls[0] < MOST_CALLS, calls
    assert newsroom.files() == before
    assert [path.name for path in (newsroom.folder / "content").iterdir()] == ["site.yaml"]
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    return outcome.err.removeprefix("dateline: ").strip()


KINDS = [
    pytest.param("a.txt", b"\xef\xbb\xbf \n", "is empty", id="an empty file"),
    pytest.param("a.pdf", b"%PDF-1.7 x", "is a PDF", id="a PDF"),
    pytest.param("a.png", b"\x89PNG\r\n", "is a picture", id="a PNG"),
    pytest.param("a.jpg", b"\xff\xd8\xff\xe0", "is a picture", id="a JPEG"),
    pytest.param("a.heic", b"\0\0\0\x18ftypheic", "is a picture", id="a photograph of a phone"),
    pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1", "old format of Word", id="an old .doc"),
    pytest.param("a.rtf", b"{\\rtf1 x}", "is in Rich Text", id="Rich Text"),
    pytest.param("a.pages", packed({"Index/Document.iwa": "x"}), "is a file of Pages", id="Pages"),
    pytest.param("a.pptx", packed({"ppt/slides/1.xml": "x"}), "a presentation", id="slides"),
    pytest.param("a.zip", packed({"a.txt": "x"}), "is a zip archive", id="a zip archive"),
    pytest.param("a.docx", docx("")[:200], "is broken", id="half a .docx"),
    pytest.param("a.gz", b"\x1f\x8b\x08", "is compressed", id="a .gz"),
    pytest.param("a.mhtml", b"From: x\nMIME-Version: 1.0\n\n", "web archive", id="an .mhtml"),
    pytest.param("a.bin", bytes(range(256)) * 9, "is not a text", id="bytes of no kind"),
    pytest.param("a.txt", TEXT.encode("utf-16"), "iconv -f UTF-16", id="UTF-16"),
    pytest.param("a.txt", TEXT.encode().replace(b"Monday", b"M\xfc"), "iconv -f WINDOWS-1252", id="Windows-1252"),
    pytest.param("a.txt", TEXT.encode() * 10_000, "more than 1 MB", id="a text of 1.2 MB"),
    pytest.param("a.txt", TEXT.encode() + NEWS.encode() * 3_000, "in one paragraph", id="an article of 280 kB"),
    pytest.param("a.html", b"<html>" + b"<p>x y</p>" * 400_000, "MB of markup", id="a page of 4 MB"),
    pytest.param("a.txt", b"x" * 20_000_001, "more than 20 MB", id="a file of 20 MB"),
    pytest.param("a.md", b"---\ntitle: [\n---\nText.\n", "front matter cannot be read", id="broken front matter"),
    pytest.param("a.md", b"---\ntitle: x\n---\n", "nothing below", id="front matter alone"),
    pytest.param("a.txt", "日本\n\n日本語の文章です。".encode(), "--slug", id="a title in no Latin letters"),
]  # fmt: skip


@tried(1, "`import` of {id}", "A sentence that says what to do; nothing is written")
@pytest.mark.parametrize(("name", "data", "said"), KINDS)
def test_what_cannot_be_an_article(name: str, data: bytes, said: str, newsroom: Newsroom) -> None:
    assert said in refused(newsroom, data, name)


def bomb(part: str, data: bytes) -> bytes:
    """A .docx or .odt with one part of these bytes."""
    return packed({"word/document.xml" if part == "docx" else "content.xml": data})


def lying(data: bytes) -> bytes:
    """The same archive, whose parts say that they are empty."""
    archive = bytearray(data)
    for record, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = archive.find(record)
        while at >= 0:
            archive[at + offset : at + offset + 4] = bytes(4)
            at = archive.find(record, at + 4)
    return bytes(archive)


def protected(data: bytes) -> bytes:
    archive = bytearray(data)
    for record, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = archive.find(record)
        while at >= 0:
            archive[at + offset] |= 1
            at = archive.find(record, at + 4)
    return bytes(archive)


def broken(data: bytes) -> bytes:
    """The same archive, whose parts say that they are packed as LZMA."""
    return data.replace(b"PK\x03\x04\x14\0\0\0\x08", b"PK\x03\x04\x14\0\0\0\x0e").replace(
        b"PK\x01\x02\x14\x03\x14\0\0\0\x08", b"PK\x01\x02\x14\x03\x14\0\0\0\x0e"
    )


CELL = (
    '<table:table-cell table:number-columns-repeated="99999"><text:p>x</text:p></table:table-cell>'
)
CELLS = f"<table:table>{f'<table:table-row>{CELL}</table:table-row>' * 9_000}</table:table>"
DIGITS = "9" * 5_000
LAUGHING_FRONT = b"---\na0: &a0 [x]\n%s---\n\nText.\n" % b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 10)
)
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
ENTITIES = f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]><x>&a8;</x>'.encode()
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
HUGE = b"<x>" + b" " * 40_000_000 + b"</x>"
DEEP = b"<x>" * 100_000 + b"</x>" * 100_000
EMPTY: dict[str, str | bytes] = {"word/document.xml": "<x/>"}
MANY: dict[str, str | bytes] = {str(number): "" for number in range(6_000)}
ATTACKS = [
    *(
        pytest.param(f"a.{kind}", data, said, id=f"a .{kind} {name}")
        for kind in ("docx", "odt")
        for name, data, said in [
            ("that unpacks to 40 MB", bomb(kind, HUGE), "unpacks to more than 30 MB"),
            ("that lies about its size", lying(bomb(kind, HUGE)), "a"),
            ("nested 100,000 deep", bomb(kind, DEEP), "nested too deeply"),
            ("whose entities grow", bomb(kind, ENTITIES), "entities of XML"),
            ("whose entity is a file", bomb(kind, OUTSIDE), "entities of XML"),
            ("with a password", protected(bomb(kind, b"<x/>")), "with a password"),
            ("without a text", bomb(kind, b"<x/>"), "a"),
            ("whose packing is broken", broken(bomb(kind, b"<x>" + b"a" * 90 + b"</x>")), "is packed as no document"),
        ]
    ),
    pytest.param("a.odt", odt(CELLS), "more than 10,000 cells", id="an .odt with 900,000 cells"),
    pytest.param("a.odt", odt("<text:p>Some words.</text:p>" * 100_000), "more than 1 MB", id="an .odt of 1.1 MB"),
    pytest.param("a.docx", docx(word_paragraph("Some words.") * 100_000), "more than 1 MB", id="a .docx of 1.1 MB"),
    pytest.param("a.docx", packed({**EMPTY, "../../a": "x"}), "lead out of it", id="a .docx with ../ in it"),
    pytest.param("a.docx", packed({**EMPTY, **MANY}), "5,000 files", id="a .docx of 6,000 files"),
    pytest.param("a.html", b"<html>" + b"<div>" * 200_000, "nested too deeply", id="a page nested 200,000 deep"),
    pytest.param("a.html", b"<html>" + b"<p>a <b>b</p>" * 5_000, "nested too deeply", id="a page of open elements"),
    pytest.param("a.md", b"---\nx: " + b"[" * 40_000 + b"\n---\n", "cannot be read", id="front matter of brackets"),
    pytest.param("a.md", LAUGHING_FRONT, "write the value itself", id="front matter whose references grow"),
    pytest.param("a.txt", b"A title\n\n" + b"[" * 100_000, "in one paragraph", id="a text of brackets"),
]  # fmt: skip


@tried(5, "`import` of {id}", "Refused in a sentence, within seconds; nothing is written")
@pytest.mark.parametrize(("name", "data", "said"), ATTACKS)
def test_what_is_made_to_harm(name: str, data: bytes, said: str, newsroom: Newsroom) -> None:
    assert said in refused(newsroom, data, name)


@tried(5, "`import` of a picture of 1 GB within a .docx", "It is never unpacked")
def test_other_parts_of_a_document_are_never_unpacked(newsroom: Newsroom) -> None:
    whole = docx(word_paragraph("A headline") + word_paragraph(NEWS))
    data = BytesIO(whole)
    with ZipFile(data, "a", ZIP_DEFLATED) as archive, archive.open("word/media/a.png", "w") as part:
        for _ in range(100):
            part.write(bytes(10_000_000))
    assert newsroom.run(data.getvalue(), name="a.docx").code == 0


@tried(7, "`import --slug {slug}`", "Refused with a name that is possible")
@pytest.mark.parametrize("slug", ["../out", "/etc", "about", "con", "Ostrow", "a b", "", "x" * 81])
def test_a_name_that_cannot_be_an_address(slug: str, newsroom: Newsroom) -> None:
    refused(newsroom, TEXT.encode(), "a.txt", f"--slug={slug}")
    assert not (newsroom.folder / "out").exists()


@tried(
    7,
    "`import` into a folder that is a symbolic link",
    "Refused; nothing is written where it leads",
)
def test_a_folder_that_is_a_link(newsroom: Newsroom) -> None:
    elsewhere = newsroom.folder / "elsewhere"
    elsewhere.mkdir()
    (newsroom.folder / FOLDER).symlink_to(elsewhere)
    outcome = newsroom.run(TEXT)
    assert (outcome.code, list(elsewhere.iterdir())) == (2, [])
    assert "is a symbolic link" in outcome.err


@tried(
    7,
    "`import --force` over an article.md that is a symbolic link",
    "Refused; what it leads to is as it was",
)
def test_an_article_that_is_a_link(newsroom: Newsroom) -> None:
    (newsroom.folder / FOLDER).mkdir()
    elsewhere = newsroom.folder / "mine.md"
    elsewhere.write_text("Mine.")
    (newsroom.folder / FOLDER / "article.md").symlink_to(elsewhere)
    assert newsroom.run(TEXT, "--force").code == 2
    assert elsewhere.read_text() == "Mine."


@tried(
    7,
    "`import` into `ostrow` where `Ostrow` is",
    "Refused: on Windows and macOS both are one folder",
)
def test_a_folder_that_other_systems_take_for_the_same(newsroom: Newsroom) -> None:
    (newsroom.folder / "content/Ostrow").mkdir()
    outcome = newsroom.run(TEXT, "--slug", "ostrow")
    assert outcome.code == 2
    assert "is the same folder on Windows and macOS" in outcome.err


@tried(1, "`import` where an article.md is", "Exit 2; the article is as it was")
def test_an_article_is_not_overwritten(newsroom: Newsroom) -> None:
    newsroom.run(TEXT)
    before = newsroom.files()
    outcome = newsroom.run(TEXT.replace("Monday", "Friday"))
    assert (outcome.code, newsroom.files()) == (2, before)
    assert "is there already and was left as it is" in outcome.err


@tried(
    1,
    "`import --force` where an article.md and sheets are",
    "A copy of the article is kept; no sheet is touched",
)
def test_what_is_replaced_is_kept(newsroom: Newsroom) -> None:
    for day in ("Monday", "Friday", "Sunday"):
        newsroom.run(TEXT.replace("Monday", day), "--force")
        (newsroom.folder / FOLDER / "timeline.yaml").write_text("events: []\n")
    texts = {
        name.removeprefix(f"{FOLDER}/"): data.decode() for name, data in newsroom.files().items()
    }
    assert "Sunday" in texts["article.md"]
    assert "Monday" in texts["article.md.bak"]
    assert "Friday" in texts["article.md.1.bak"]
    assert texts["timeline.yaml"] == "events: []\n"


WITH_SOURCE = (
    f"---\ntitle: The old bridge closes\ncanonical_url: https://a.example/x\n---\n\n{NEWS}\n"
)


@tried(
    1,
    "`import` with every write from {at} on failing: {code}",
    "Exit 2; nothing is written, or all is as it was",
)
@pytest.mark.parametrize("code", ["ENOSPC", "EROFS", "EIO"])
@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("is_there", [False, True], ids=["new", "over"])
def test_a_disk_that_fails(
    at: int, code: str, is_there: bool, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_there:
        newsroom.run(TEXT)
    before, writes = newsroom.files(), iter(range(99))

    def fail(_: int) -> None:
        if next(writes) >= at:
            raise OSError(getattr(errno, code), os.strerror(getattr(errno, code)))

    monkeypatch.setattr(os, "fsync", fail)
    outcome = newsroom.run(WITH_SOURCE, "--force", name="a.md")
    done = 0 if at == 2 and not is_there else 2
    assert outcome.code == done
    if done == 2:
        assert newsroom.files() == before
        assert "nothing was written" in outcome.err
    assert not list((newsroom.folder / "content").rglob("*.tmp"))


@tried(1, "`import` interrupted between two files", "Exit 130; nothing is written")
def test_an_interrupt(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(article_file, "write_new", interrupt)
    before = newsroom.files()
    assert newsroom.run(TEXT).code == 130
    assert newsroom.files() == before
    assert not (newsroom.folder / FOLDER).exists()


@tried(
    1,
    "Another program writes article.md while `import` does",
    "Exit 2; the other's article is kept",
)
def test_two_at_once(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_theirs(_: int) -> None:
        (newsroom.folder / FOLDER / "article.md").write_text("Theirs.")

    monkeypatch.setattr(os, "fsync", write_theirs)
    outcome = newsroom.run(TEXT)
    assert (outcome.code, outcome.article) == (2, "Theirs.")


PAGE = f"""<html><head><title>A headline</title></head><body><main><article><h1>A headline</h1>
<p>{NEWS} {{}}</p><p>{NEWS}</p></article></main></body></html>"""
EVIL = [
    "<script>evil()</script>",
    '<img src=x onerror="evil()">',
    '<a href="javascript:evil()">x</a>',
    '<a href="JaVa&#x0A;script:evil()">x</a>',
    '<a href="data:text/html,evil()">x</a>',
    '<iframe src="https://evil.example/"></iframe>',
    '<svg onload="evil()"><script>evil()</script></svg>',
    "<style>@import 'evil'</style>",
    '<form action="https://evil.example/"><button>x</button></form>',
    "<!-- evil -->",
    "<object data=evil></object>",
    "<template><p>evil</p></template>",
]


@tried(8, "`import` of a page with `{html}`", "Nothing of it is in the article")
@pytest.mark.parametrize("html", EVIL)
def test_a_page_that_would_run_something(html: str, newsroom: Newsroom) -> None:
    outcome = newsroom.run(PAGE.replace("{}", html), name="a.html")
    assert outcome.code == 0
    assert "evil" not in outcome.article.lower()


@tried(
    8, "`import` of a text with `{text}`", "The article shows these signs, and they mean nothing"
)
@pytest.mark.parametrize(
    "text",
    [
        "<script>evil()</script>",
        "[x](javascript:evil())",
        "<img src=x onerror=evil()>",
        "&lt;script>",
    ],
)
def test_a_text_that_would_be_markup(text: str, newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"A headline\n\n{NEWS} {text}\n")
    assert text in " ".join(read_words(outcome.article.split("---\n", 2)[2]))


def test_a_number_that_no_document_has_is_as_none(newsroom: Newsroom) -> None:
    level, width = f'text:outline-level="{DIGITS}"', f'table:number-columns-repeated="{DIGITS}"'
    table = CELL.replace('table:number-columns-repeated="99999"', width)
    body = (
        f"<text:h {level}>A title</text:h><text:p>It opened on 8 May 2024, they said.</text:p>"
        f"<table:table><table:table-row>{table}</table:table-row></table:table>"
    )
    assert newsroom.run(odt(body), name="a.odt").code == 0


def test_what_was_cut_does_not_command_the_terminal(newsroom: Newsroom) -> None:
    comment = (
        "<office:annotation><dc:creator>Ann\u009b31m</dc:creator>"
        "<text:p>Look\u009b2J\u202e here</text:p></office:annotation>"
    )
    story = f"<text:h>A title</text:h><text:p>It opened on 8 May 2024.{comment}</text:p>"
    said = newsroom.run(odt(story), name="a.odt").out
    assert "“Look2J here” (a comment by Ann31m)" in said
