"""The article's tree cut into blocks: each run of text that readers see as one has a number."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from dateline.facts.article import FIGURE, HEADING, BlockKind, Element, Node, text_of
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.reading.allowed import may_link_to
from dateline.reading.article_pictures import FoundPicture, lift_pictures
from dateline.reading.html_tree import (
    INLINE,
    has_text,
    is_inline,
    level_headings,
    parse_html,
    unwrap,
    with_paragraphs,
)
from dateline.reading.lines import MARKERS
from dateline.reading.notes import number_notes

# Elements that hold either text or other blocks; beside blocks, text gets an element of its own.
_FLOW: Final = {
    **dict.fromkeys(("dd", "td", "th"), "span"),
    **dict.fromkeys(("li", "blockquote", "div"), "p"),
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
_LANGUAGE: Final = compile_later(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_RUN: Final = compile_later(rf"[{_RTL}](?:[\s\u200c-\u200f0-9.,-]*[{_RTL}])*")
_PIECE: Final = compile_later(rf"[ \t\n\f\r]+|{MARKERS.pattern}|[^ \t\n\f\r\U000f0000-\U0010ffff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CutBlock:
    """A block before its words have positions: its text, and the markers of lines in it."""

    kind: BlockKind
    text: str
    paragraph: int
    markers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    blocks: tuple[CutBlock, ...]
    body: tuple[Element, ...]
    pictures: tuple[FoundPicture, ...]


def cut_blocks(html: str) -> Cut:
    """The blocks of sanitised HTML in order, and the tree in which each has its number.

    Nothing that the sanitiser removed can come back. Elements are those of `html` and p, span and
    bdi; attributes are only those that `_shown_attributes` names, and a link is checked again after
    the markers of lines are removed from it, as a marker can hide a scheme from the sanitiser. Pages
    escape every text and every value when they render the tree.
    """
    nodes = number_notes(level_headings(parse_html(html)))
    lifted, pictures = lift_pictures(with_paragraphs(unwrap(nodes)))
    cutter = _Cutter()
    cut = tuple(cutter.cut(lifted, ()))
    body = tuple(node for node in cut if isinstance(node, Element))
    return Cut(blocks=tuple(cutter.blocks), body=body, pictures=pictures)


class _Cutter:
    def __init__(self) -> None:
        self.blocks: list[CutBlock] = []
        self.paragraphs = 0
        self.ids: set[str] = set()
        self.repeated: Counter[str] = Counter()

    def cut(self, nodes: Iterable[Node], around: tuple[str, ...]) -> Iterator[Node]:
        """The nodes as a page shows them, each on a line; `around` are the tags they are inside."""
        for node in nodes:
            if isinstance(node, str) or (node.tag == "hr" and "notes" in around):
                continue
            if node.tag in ("hr", FIGURE):
                yield node
            elif node.tag == "span" or (
                node.tag in _KINDS and (node.tag not in _FLOW or all(map(is_inline, node.children)))
            ):
                yield self.block(node, around)
            else:
                yield self.container(node, around)
            yield "\n"

    def container(self, node: Element, around: tuple[str, ...]) -> Element:
        """An element that holds blocks; text beside them becomes a block."""
        within = "notes" if node.tag == "div" else node.tag
        loose = (_FLOW | _LISTS).get(node.tag)
        children = with_paragraphs(node.children, loose) if loose else node.children
        attributes, inside = _shown_attributes(node), tuple(self.cut(children, (*around, within)))
        return Element(tag=node.tag, attributes=attributes, children=inside)

    def block(self, node: Element, around: tuple[str, ...]) -> Element:
        kind = self.kind(node, around)
        run = _Run(keeps_space=node.tag == "pre", is_ltr=_begins_ltr(node))
        children = _joined(run.show(node.children))
        text = "".join(run.text)
        attributes = _shown_attributes(node)
        if not text:
            return Element(tag=node.tag, attributes=attributes, children=children)
        counts = kind in ("paragraph", "quote")
        self.paragraphs += counts
        if kind == "heading":
            attributes = (*attributes, ("id", self.heading_id(text)))
        number, markers = len(self.blocks), tuple(run.markers)
        paragraph = self.paragraphs if counts else 0
        self.blocks.append(CutBlock(kind=kind, text=text, paragraph=paragraph, markers=markers))
        return Element(tag=node.tag, attributes=attributes, children=children, block=number)

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
        """An id from the heading's words, in any script."""
        words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
        base = HEADING + "-".join(words)[:60].strip("-_")
        unique = base
        while unique in self.ids:
            self.repeated[base] += 1
            unique = f"{base}-{self.repeated[base] + 1}"
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

    def show(self, nodes: Iterable[Node], *, isolate: bool = True) -> Iterator[Node]:
        """The nodes as they are shown; words of right-to-left scripts are isolated."""
        for node in nodes:
            if isinstance(node, str):
                text = "".join(self.words(node))
                yield from _isolated(text) if isolate and self.is_ltr else [text]
            elif node.added:
                yield node.with_children(())
            elif node.tag == "br":
                self.space = self.length > 0
                yield node
            elif node.tag in INLINE:
                yield from self.element(node, isolate=isolate)
            else:
                self.space = self.length > 0
                yield from self.show(node.children, isolate=isolate)
                self.space = self.length > 0

    def element(self, node: Element, *, isolate: bool) -> Iterator[Node]:
        """An element within the text; a space in front of it stays in front of it."""
        if self.space and has_text(node):
            yield self.take(" ")
        directed = node.tag in ("bdi", "code") or node.get("dir") is not None
        children = _joined(self.show(node.children, isolate=isolate and not directed))
        attributes = _shown_attributes(node)
        if attributes or node.tag not in ("a", "span"):
            yield Element(tag=node.tag, attributes=attributes, children=children)
        else:
            yield from children

    def take(self, visible: str) -> str:
        self.space = False
        self.length += len(visible)
        self.text.append(visible)
        return visible

    def words(self, raw: str) -> Iterator[str]:
        """A text node as it is shown; a space at its end waits for the word after it."""
        for piece in _PIECE.findall(raw):
            if MARKERS.match(piece):
                self.markers.append((self.length + self.space, piece))
            elif piece[0] in " \t\n\f\r" and not self.keeps_space:
                self.space = self.length > 0
            else:
                yield self.take(" " + piece if self.space else piece)


def _joined(nodes: Iterable[Node]) -> tuple[Node, ...]:
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        elif node:
            joined.append(node)
    return tuple(joined)


def _isolated(text: str) -> Iterator[Node]:
    """Text with words of right-to-left scripts as elements of their own (HTML, `bdi`)."""
    end = 0
    for match in _RTL_RUN.finditer(text):
        yield text[end : match.start()]
        yield Element(tag="bdi", attributes=(("dir", "rtl"),), children=(match[0],))
        end = match.end()
    yield text[end:]


def _shown_attributes(node: Element) -> tuple[tuple[str, str], ...]:
    """The attributes of a page: alignment as a class, ids of notes as ours, languages checked."""
    given = dict(node.attributes)
    shown: dict[str, str] = {name: given[name] for name in ("href", "title") if name in given}
    if not may_link_to(shown.get("href", "")):
        del shown["href"]
    if node.tag == "th":
        shown["scope"] = "col"
    if given.get("align") in ("left", "center", "right"):
        shown["class"] = f"align-{given['align']}"
    if given.get("start", "").isdecimal():
        shown["start"] = given["start"]
    if _LANGUAGE.fullmatch(given.get("lang", "")):
        shown["lang"] = given["lang"]
    if given.get("dir") in ("ltr", "rtl", "auto"):
        shown["dir"] = given["dir"]
    if node.tag == "div":
        shown["class"] = "footnotes"
    if "id" in given:
        shown["id"] = given["id"]
    return tuple(shown.items())


def _begins_ltr(node: Element) -> bool:
    letters = MARKERS.sub("", text_of([node]))
    directions = (unicodedata.bidirectional(letter) for letter in letters)
    return next((strong == "L" for strong in directions if strong in ("L", "R", "AL")), True)
