"""The bytes of a file that someone sent: what kind of file it is, and its text."""

from __future__ import annotations

import re
from typing import Final, Literal

from dateline.drafting.importing.archive_parts import MOST_TEXT, open_packed
from dateline.drafting.importing.clean_text import clean_text, with_plain_breaks
from dateline.drafting.importing.story import ImportRefused
from dateline.frozen import dataclass
from dateline.reading.encoding import decode

FileKind = Literal["plain", "markdown", "html", "archieml", "docx", "odt"]

MOST_BYTES: Final = 20_000_000
_MOST_HTML: Final = 10_000_000

_NAME_A_TEXT: Final = "name a text, a Markdown, HTML, .docx or .odt file"
_PICTURE: Final = "is a picture: type its words, or ask for the text"
# How files that are not text begin, and what to say of them.
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "is a PDF, which keeps no paragraphs: ask for the text, or copy it into a .txt file"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"{\\rtf", "is in Rich Text: save it as .docx or as plain text"),
    (b"\xd0\xcf\x11\xe0", "is in the old format of Word: save it as .docx"),
    (b"bplist", "is a web archive of Safari: save the page as page source (.html)"),
    (b"\x1f\x8b", "is compressed: unpack it first"),
    (b"7z\xbc\xaf", "is compressed: unpack it first"),
    (b"Rar!", "is compressed: unpack it first"),
)
_DOCUMENTS: Final[dict[str, FileKind]] = {"word/document.xml": "docx", "content.xml": "odt"}
_OTHER_PACKED: Final = {
    "Index/": "is a file of Pages: export it as Word (.docx)",
    "ppt/": "is a presentation: copy its text into a .txt file",
    "xl/": "is a spreadsheet: it holds facts, and no article",
    "META-INF/container.xml": "is a book: copy the text of the article into a .txt file",
}
_HEIF: Final = re.compile(rb"....ftyp(?:heic|heix|mif1|avif|msf1)", re.DOTALL)
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML: Final = re.compile(r"(?:[\w-]+: .*\n)*?MIME-Version:", re.IGNORECASE)
_ARCHIE: Final = re.compile(
    r"^[ \t]*(?:\[\+[\w.-]+\]|:(?:end|skip|ignore))[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_FRONT: Final = re.compile(r"\s*(?:---|\+\+\+)[ \t]*\n[ \t]*[\w-]+[ \t]*[:=]")
_MARKDOWN: Final = re.compile(r"\A\s*(?:---|\+\+\+)[ \t]*\n|^#{1,4} \S|\]\(https?://", re.MULTILINE)
_ENDINGS: Final[dict[str, FileKind]] = {
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "txt": "plain",
    "text": "plain",
    "aml": "archieml",
    "archieml": "archieml",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file by its kind; `text` is empty where it is packed. `name` is for messages.

    `removed` is how many characters that nobody sees were removed from the text.
    """

    name: str
    kind: FileKind
    data: bytes
    text: str = ""
    removed: int = 0


def recognise(data: bytes, name: str) -> Incoming:
    """Raises ImportRefused for what cannot become an article."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ImportRefused(f"{name} is empty: there is nothing to import")
    if len(data) > MOST_BYTES:
        raise ImportRefused(
            f"{name} has more than {MOST_BYTES // 1_000_000} MB: it is too long for an article"
        )
    if data.startswith(b"PK"):
        return Incoming(name=name, kind=_packed_kind(data, name), data=data)
    for signature, why in _SIGNATURES:
        if data.startswith(signature):
            raise ImportRefused(f"{name} {why}")
    if _HEIF.match(data):
        raise ImportRefused(f"{name} {_PICTURE}")
    return _text(data, name)


def _packed_kind(data: bytes, name: str) -> FileKind:
    """Which document a zip archive is, by the files in it."""
    names = set(open_packed(data, name).namelist())
    for part, kind in _DOCUMENTS.items():
        if part in names:
            return kind
    for part, why in _OTHER_PACKED.items():
        if any(inner.startswith(part) for inner in names):
            raise ImportRefused(f"{name} {why}")
    raise ImportRefused(f"{name} is a zip archive: unpack it, and name the file in it")


def _text(data: bytes, name: str) -> Incoming:
    ending = _ENDINGS.get(name.rpartition(".")[2].lower())
    declared = _declared_encoding(data) if ending in (None, "html") else None
    text = _decoded(data, name, declared)
    kind = _kind_of(text) if ending in (None, "plain") else ending
    if ending == "plain" and kind == "markdown" and not _FRONT.match(text):
        kind = ending
    if _MHTML.match(text[:2000]):
        raise ImportRefused(f"{name} is a web archive: save the page as “HTML only”")
    most = _MOST_HTML if kind == "html" else MOST_TEXT
    if len(data) > most:
        raise ImportRefused(
            f"{name} has more than {most // 1_000_000} MB of text: it is too long for an article"
        )
    if kind == "html":
        return Incoming(name=name, kind=kind, data=data, text=text)
    if text.count("\0") > len(text) // 10:
        raise ImportRefused(f"{name} is not a text: {_NAME_A_TEXT}")
    cleaned, removed = clean_text(with_plain_breaks(text))
    return Incoming(name=name, kind=kind, data=data, text=cleaned, removed=removed)


def _kind_of(text: str) -> FileKind:
    if _HTML.match(text[:5000]):
        return "html"
    if _ARCHIE.search(text):
        return "archieml"
    return "markdown" if _MARKDOWN.search(text) else "plain"


_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,30})", re.IGNORECASE)


def _declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it has, if it is another than UTF-8 and known."""
    found = _CHARSET.search(data[:4096])
    encoding = found[1].decode("ascii").lower() if found else ""
    # What is declared as the first is read as the second (WHATWG Encoding, section 4.2).
    encoding = {"iso-8859-1": "windows-1252", "latin1": "windows-1252"}.get(encoding, encoding)
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        return None
    return encoding


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared and declared != "utf-8":
        return data.decode(declared, "replace")
    _, problems = decode(data[:MOST_TEXT], name)
    guess = "UTF-16" if "UTF-16" in problems[0].found else "WINDOWS-1252"
    if "probably" not in problems[0].found or (b"\0" in data and guess != "UTF-16"):
        raise ImportRefused(f"{name} is not a text: {_NAME_A_TEXT}")
    raise ImportRefused(
        f"{name} is saved as {guess}, it seems, and not as UTF-8: save it as UTF-8, or run"
        f" `iconv -f {guess} -t UTF-8 {name} > new-{name}`"
    )
