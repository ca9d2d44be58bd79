"""An .odt file to a story: tracked changes count as accepted, comments are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element as XmlElement

from dateline.drafting.importing.archive_parts import (
    WIDEST,
    check_length,
    open_packed,
    parse_xml,
    read_parts,
    whole_number,
)
from dateline.drafting.importing.html_blocks import blocks_of
from dateline.drafting.importing.story import NOTE, CutLine, ImportRefused, ReadStory
from dateline.facts.article import Element, Node
from dateline.facts.phrasing import count_of

CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_ODF: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE: Final = f"{_ODF}office:1.0}}"
_TEXT: Final = f"{_ODF}text:1.0}}"
_STYLE: Final = f"{_ODF}style:1.0}}"
_TABLE: Final = f"{_ODF}table:1.0}}"
_FO: Final = f"{_ODF}xsl-fo-compatible:1.0}}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"


@dataclass(slots=True)
class _Styles:
    """What the styles of a document make of text: tags by the name of the style."""

    inline: dict[str, set[str]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    numbered: set[str] = field(default_factory=set)

    def tags(self, name: str) -> list[str]:
        own = self.inline.get(name)
        return sorted(
            own if own is not None else self.inline.get(self.parents.get(name, ""), set())
        )

    def named(self, name: str) -> str:
        """The name that the author gave to a style, through those that the program made."""
        return self.parents.get(name, name).replace("_20_", " ")


def parse_open_document(data: bytes, name: str) -> ReadStory:
    parts = read_parts(open_packed(data, name), (CONTENT, _STYLES), name)
    if CONTENT not in parts:
        raise ImportRefused(f"{name} has no text in it that can be read: save it as .odt again")
    trees = {part: parse_xml(parts[part], name) for part in parts}
    styles = _Styles()
    for tree in trees.values():
        _learn(tree, styles)
    text = trees[CONTENT].find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise ImportRefused(
            f"{name} is not a text: name a text, a Markdown, HTML, .docx or .odt file"
        )
    check_length(text, name)
    body = tuple(blocks_of([*_blocks(text, styles)]))
    return ReadStory(body=body, cut=tuple(_comments(text)), remarks=tuple(_remarks(text)))


def _learn(tree: XmlElement, styles: _Styles) -> None:
    for style in tree.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name") or ""
        if parent := style.get(f"{_STYLE}parent-style-name"):
            styles.parents[name] = parent
        properties = style.find(f"{_STYLE}text-properties")
        if properties is not None and style.get(f"{_STYLE}family") == "text":
            styles.inline[name] = set(_tags_of(properties))
    for style in tree.iter(f"{_TEXT}list-style"):
        if style.find(f"{_TEXT}list-level-style-number") is not None:
            styles.numbered.add(style.get(f"{_STYLE}name") or "")


def _tags_of(properties: XmlElement) -> Iterator[str]:
    if properties.get(f"{_FO}font-weight") in ("bold", "600", "700", "800", "900"):
        yield "strong"
    if properties.get(f"{_FO}font-style") == "italic":
        yield "em"
    position = properties.get(f"{_STYLE}text-position") or ""
    if position.startswith(("super", "sub")):
        yield position[: 5 if position.startswith("super") else 3].replace("super", "sup")


def _blocks(parent: XmlElement, styles: _Styles) -> Iterator[Element]:
    for element in parent:
        if element.tag == f"{_TEXT}h":
            level = whole_number(element.get(f"{_TEXT}outline-level") or "", 1)
            yield Element(tag=f"h{min(level, 6)}", children=tuple(_inline(element, styles)))
        elif element.tag == f"{_TEXT}p":
            yield _paragraph(element, styles)
        elif element.tag == f"{_TEXT}list":
            yield _list(element, styles)
        elif element.tag == f"{_TABLE}table":
            yield Element(tag="table", children=tuple(_rows(element, styles)))
        elif element.tag in (f"{_TEXT}section", f"{_TEXT}list-item", f"{_TEXT}list-header"):
            yield from _blocks(element, styles)


def _paragraph(element: XmlElement, styles: _Styles) -> Element:
    paragraph = Element(tag="p", children=tuple(_inline(element, styles)))
    style = styles.named(element.get(f"{_TEXT}style-name") or "")
    if style == "Title":
        return Element(tag="h1", children=paragraph.children)
    return Element(tag="blockquote", children=(paragraph,)) if style == "Quotations" else paragraph


def _list(element: XmlElement, styles: _Styles) -> Element:
    items = [item for item in element if item.tag in (f"{_TEXT}list-item", f"{_TEXT}list-header")]
    is_numbered = (element.get(f"{_TEXT}style-name") or "") in styles.numbered
    start = items[0].get(f"{_TEXT}start-value") if items else None
    return Element(
        tag="ol" if is_numbered else "ul",
        attributes=(("start", start),) if start else (),
        children=tuple(Element(tag="li", children=tuple(_blocks(item, styles))) for item in items),
    )


def _rows(element: XmlElement, styles: _Styles) -> Iterator[Element]:
    for row in element.iter(f"{_TABLE}table-row"):
        cells: list[Element] = []
        for cell in row:
            if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                times = whole_number(cell.get(f"{_TABLE}number-columns-repeated") or "", 1)
                cells += [Element(tag="td", children=tuple(_blocks(cell, styles)))] * times
                del cells[WIDEST:]
        yield Element(tag="tr", children=tuple(cells))


def _inline(element: XmlElement, styles: _Styles) -> Iterator[Node]:
    yield element.text or ""
    for child in element:
        yield from _piece(child, styles)
        yield child.tail or ""


def _piece(element: XmlElement, styles: _Styles) -> Iterable[Node]:
    name = element.tag.removeprefix(_TEXT)
    if name in ("s", "tab", "soft-page-break"):
        return [" "]
    if name == "line-break":
        return [Element(tag="br")]
    if name == "note":
        body = element.find(f"{_TEXT}note-body")
        text = [] if body is None else [*_inline_of_blocks(body, styles)]
        return [Element(tag=NOTE, children=tuple(text))]
    if element.tag == f"{_OFFICE}annotation" or not element.tag.startswith(_TEXT):
        return []
    inner: tuple[Node, ...] = tuple(_inline(element, styles))
    if name == "a":
        address = element.get(f"{_XLINK}href") or ""
        return [Element(tag="a", attributes=(("href", address),), children=inner)]
    if name == "span":
        for tag in styles.tags(element.get(f"{_TEXT}style-name") or ""):
            inner = (Element(tag=tag, children=inner),)
    return inner


def _inline_of_blocks(element: XmlElement, styles: _Styles) -> Iterator[Node]:
    for number, paragraph in enumerate(element.iter(f"{_TEXT}p")):
        yield from ([" "] if number else [])
        yield from _inline(paragraph, styles)


def _comments(text: XmlElement) -> Iterator[CutLine]:
    for comment in text.iter(f"{_OFFICE}annotation"):
        words = " ".join("".join(part.itertext()) for part in comment.iter(f"{_TEXT}p"))
        author = comment.findtext(f"{_DC}creator") or ""
        yield CutLine(words=words.strip(), why=f"a comment by {author}" if author else "a comment")


def _remarks(text: XmlElement) -> Iterator[str]:
    if changes := sum(1 for _ in text.iter(f"{_TEXT}changed-region")):
        yield f"{count_of(changes, 'tracked change')}: taken as if all were accepted"
    pictures = sum(1 for element in text.iter() if re.search(r"\}(?:image|object)$", element.tag))
    if pictures:
        yield f"{count_of(pictures, 'picture')} left out: put the files into the folder images"
