"""Safe HTML cut into blocks: each run of text that a reader takes as one gets its number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from dateline.reading.lines import MARKERS
from dateline.reading.notes import note_link, number_notes
from dateline.reading.tree import (
    INLINE,
    Element,
    has_text,
    is_inline,
    level_headings,
    parse_html,
    start_tag,
    unwrapped,
    with_paragraphs,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.facts.article import BlockKind

# Elements that hold either text or other blocks; beside blocks, text gets an element of its own.
_FLOW: Final = {
    "li": "span",
    "dd": "span",
    "td": "span",
    "th": "span",
    "blockquote": "p",
    "div": "p",
}
_LISTS: Final = {"ul": "li", "ol": "li", "dl": "dd"}
# Elements that hold other blocks, or text of their own: then that text is a block.
_KINDS: Final[dict[str, BlockKind]] = {
    "p": "paragraph",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "pre": "code",
}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN: Final = re.compile(rf"[{_RTL}](?:[\s\u200c-\u200f0-9.,-]*[{_RTL}])*")
_PIECE: Final = re.compile(rf"[ \t\n\f\r]+|{MARKERS.pattern}|[^ \t\n\f\r\U000f0000-\U0010ffff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CutBlock:
    """A block before its words have places: its text, and the markers of lines in it."""

    kind: BlockKind
    text: str
    paragraph: int
    markers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    blocks: tuple[CutBlock, ...]
    body: str


def cut_blocks(html: str) -> Cut:
    """The blocks of sanitised HTML in order, and the HTML with their numbers."""
    root = parse_html(html)
    level_headings(root)
    number_notes(root)
    cutter = _Cutter()
    body = "".join(cutter.render(with_paragraphs(unwrapped(root)), ()))
    return Cut(blocks=tuple(cutter.blocks), body=body)


# The tree as blocks and as HTML


class _Cutter:
    """Renders the tree and takes note of each block on the way."""

    def __init__(self) -> None:
        self.blocks: list[CutBlock] = []
        self.paragraphs = 0
        self.ids: set[str] = set()

    def render(self, nodes: Iterable[Element | str], around: tuple[str, ...]) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, str):
                continue
            if node.tag == "hr":
                yield "" if "notes" in around else "<hr>\n"
            elif node.tag in _KINDS and (
                node.tag not in _FLOW or all(map(is_inline, node.children))
            ):
                yield self.block(node, around)
            else:
                yield from self.container(node, around)

    def container(self, node: Element, around: tuple[str, ...]) -> Iterator[str]:
        """An element that holds blocks; text beside them is made a block."""
        within = "notes" if node.tag == "div" else node.tag
        loose = (_FLOW | _LISTS).get(node.tag)
        children = with_paragraphs(node.children, loose) if loose else node.children
        yield start_tag(node.tag, _safe_attributes(node))
        for child in children:
            if isinstance(child, Element) and child.tag == "span":
                yield self.block(child, (*around, within))
            else:
                yield from self.render([child], (*around, within))
        yield f"</{node.tag}>\n"

    def block(self, node: Element, around: tuple[str, ...]) -> str:
        kind = self.kind(node, around)
        run = _Run(keeps_space=node.tag == "pre", is_ltr=_begins_ltr(node))
        inner = "".join(run.render(node.children))
        text = "".join(run.text)
        if not text:
            return f"{start_tag(node.tag, _safe_attributes(node))}{inner}</{node.tag}>\n"
        counts = kind in ("paragraph", "quote")
        self.paragraphs += counts
        attributes = {"data-block": str(len(self.blocks))} | _safe_attributes(node)
        if kind == "heading":
            attributes["id"] = self.heading_id(text)
        self.blocks.append(
            CutBlock(
                kind=kind,
                text=text,
                paragraph=self.paragraphs if counts else 0,
                markers=tuple(run.markers),
            )
        )
        return f"{start_tag(node.tag, attributes)}{inner}</{node.tag}>\n"

    def kind(self, node: Element, around: tuple[str, ...]) -> BlockKind:
        if node.tag in ("p", "span"):
            for outer in reversed(around):
                if outer == "notes":
                    return "item"
                if outer in _KINDS:
                    return _KINDS[outer]
                if outer == "blockquote":
                    return "quote"
        return _KINDS.get(node.tag, "paragraph")

    def heading_id(self, text: str) -> str:
        """An id from the heading's words, in any script; no id of a fact has two hyphens together."""
        words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
        base = "section--" + "-".join(words)[:60].strip("-_")
        number, unique = 1, base
        while unique in self.ids:
            number += 1
            unique = f"{base}-{number}"
        self.ids.add(unique)
        return unique


@dataclass(slots=True, kw_only=True)
class _Run:
    """The text of one block, with white space as HTML collapses it."""

    keeps_space: bool
    is_ltr: bool
    text: list[str] = field(default_factory=list)
    markers: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    space: bool = False

    def render(self, nodes: Iterable[Element | str], *, isolate: bool = True) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, str):
                yield self.words(node, isolate=isolate and self.is_ltr)
            elif node.tag == "br":
                self.space = self.length > 0
                yield "<br>"
            elif node.tag not in INLINE:
                self.space = self.length > 0
                yield from self.render(node.children, isolate=isolate)
                self.space = self.length > 0
            elif "data-note" in node.attributes:
                yield note_link(node)
            else:
                yield from self.element(node, isolate=isolate)

    def element(self, node: Element, *, isolate: bool) -> Iterator[str]:
        """An element within the text; a space in front of it stays in front of it."""
        if self.space and has_text(node):
            yield self.take(" ")
        directed = node.tag in ("bdi", "code") or "dir" in node.attributes
        attributes = _safe_attributes(node)
        is_bare = node.tag in ("a", "span") and not attributes
        yield "" if is_bare else start_tag(node.tag, attributes)
        yield from self.render(node.children, isolate=isolate and not directed)
        yield "" if is_bare else f"</{node.tag}>"

    def take(self, visible: str) -> str:
        """Add to the text of the block what is shown next."""
        self.space = False
        self.length += len(visible)
        self.text.append(visible)
        return visible

    def words(self, raw: str, *, isolate: bool) -> str:
        """A text node as it is shown; a space at its end waits for the word behind it."""
        shown: list[str] = []
        for piece in _PIECE.findall(raw):
            if MARKERS.match(piece):
                self.markers.append((self.length + self.space, piece))
            elif piece[0] in " \t\n\f\r" and not self.keeps_space:
                self.space = self.length > 0
            else:
                shown.append(self.take(" " + piece if self.space else piece))
        text = "".join(shown)
        html = escape(text, quote=False)
        return _RTL_RUN.sub(r'<bdi dir="rtl">\g<0></bdi>', html) if isolate else html


def _safe_attributes(node: Element) -> dict[str, str]:
    """The attributes of a page: alignment as a class, ids of notes as ours, languages checked."""
    given = node.attributes
    safe: dict[str, str] = {name: given[name] for name in ("href", "title") if name in given}
    if node.tag == "th":
        safe["scope"] = "col"
    if given.get("align") in ("left", "center", "right"):
        safe["class"] = f"align-{given['align']}"
    if given.get("start", "").isdecimal():
        safe["start"] = given["start"]
    if _LANGUAGE.fullmatch(given.get("lang", "")):
        safe["lang"] = given["lang"]
    if given.get("dir") in ("ltr", "rtl", "auto"):
        safe["dir"] = given["dir"]
    if node.tag == "div":
        safe["class"] = "footnotes"
    if "id" in given:
        safe["id"] = given["id"]
    return safe


def _begins_ltr(node: Element) -> bool:
    """Whether the first letter of a block is written from left to right."""
    for character in _letters(node):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction == "L"
    return True


def _letters(node: Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield from MARKERS.sub("", child)
        else:
            yield from _letters(child)
