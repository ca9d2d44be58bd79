"""A .docx file to a story: mammoth reads it; tracked changes count as accepted, comments are left out."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element as XmlElement
from zipfile import ZIP_STORED, ZipFile

from dateline.drafting.importing.archive_parts import (
    check_length,
    open_packed,
    parse_xml,
    read_parts,
)
from dateline.drafting.importing.html_blocks import parse_blocks
from dateline.drafting.importing.libraries import load_library
from dateline.drafting.importing.story import CutLine, ImportRefused, ReadStory
from dateline.facts.phrasing import count_of

DOCUMENT: Final = "word/document.xml"
_COMMENTS: Final = "word/comments.xml"
_PARTS: Final = (
    "[Content_Types].xml",
    "_rels/.rels",
    DOCUMENT,
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/_rels/footnotes.xml.rels",
    "word/endnotes.xml",
    "word/_rels/endnotes.xml.rels",
    _COMMENTS,
)
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES: Final = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_STYLES: Final = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
"""


def parse_word(data: bytes, name: str) -> ReadStory:
    archive = open_packed(data, name)
    parts = read_parts(archive, _PARTS, name)
    if DOCUMENT not in parts:
        raise ImportRefused(f"{name} has no text in it that can be read: save it as .docx again")
    trees = {part: parse_xml(parts[part], name) for part in parts}
    check_length(trees[DOCUMENT], name)
    html = _to_html(parts, name)
    remarks = [*_remarks(trees[DOCUMENT])]
    cut = tuple(_comments(trees.get(_COMMENTS)))
    return ReadStory(body=parse_blocks(html), cut=cut, remarks=tuple(remarks))


def _to_html(parts: Mapping[str, bytes], name: str) -> str:
    """What mammoth makes of the parts that were read, and of nothing else in the file."""
    library = load_library("mammoth", "reading a .docx file")
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for part, data in parts.items():
            if part != _COMMENTS:
                archive.writestr(part, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = library.convert_to_html(
                packed, style_map=_STYLES, convert_image=lambda _: [], external_file_access=False
            )
    except Exception as error:  # noqa: BLE001 - a library that meets a broken document
        raise ImportRefused(
            f"{name} cannot be read ({type(error).__name__}): save it as .docx again"
        ) from None
    return str(result.value)


def _remarks(document: XmlElement) -> Iterator[str]:
    if changes := sum(1 for element in document.iter() if element.tag in _CHANGES):
        yield f"{count_of(changes, 'tracked change')}: taken as if all were accepted"
    pictures = (f"{_W}drawing", f"{_W}pict")
    if count := sum(element.tag in pictures for element in document.iter()):
        yield f"{count_of(count, 'picture')} left out: put the files into the folder images"


def _comments(comments: XmlElement | None) -> Iterator[CutLine]:
    for comment in comments.iter(f"{_W}comment") if comments is not None else ():
        text = "".join(piece.text or "" for piece in comment.iter(f"{_W}t")).strip()
        author = comment.get(f"{_W}author") or ""
        yield CutLine(words=text, why=f"a comment by {author}" if author else "a comment")
