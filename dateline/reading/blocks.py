"""Safe HTML cut into blocks: each run of text that a reader takes as one gets its number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.reading.lines import MARKERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.facts.article import BlockKind

# Elements without content (HTML, section 13.1.2), of those that an article may hold.
_VOID: Final = frozenset({"br", "hr"})
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
_INLINE: Final = frozenset({"a", "abbr", "bdi", "br", "code", "em", "span", "strong", "sub", "sup"})
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


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)


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
    _level_headings(root)
    _number_notes(root)
    cutter = _Cutter()
    body = "".join(cutter.render(_with_paragraphs(_unwrapped(root.children)), ()))
    return Cut(blocks=tuple(cutter.blocks), body=body)


# A tree from HTML


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: MARKERS.sub("", value or "") for name, value in attrs}
        element = Element(tag, attributes)
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse_html(html: str) -> Element:
    """The tree of sanitised, and so balanced, HTML."""
    builder = _TreeBuilder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


# The tree as a page wants it


def _elements(root: Element) -> Iterator[Element]:
    for child in root.children:
        if isinstance(child, Element):
            yield child
            yield from _elements(child)


_HEADING: Final = re.compile(r"h[1-6]")


def _level_headings(root: Element) -> None:
    """Headings from h2 down without a gap: the page's h1 is the title of the article."""
    headings = [one for one in _elements(root) if _HEADING.fullmatch(one.tag)]
    used = sorted({one.tag for one in headings})
    last = 1
    for heading in headings:
        last = min(used.index(heading.tag) + 2, last + 1, 4)
        heading.tag = f"h{last}"


def _unwrapped(children: Iterable[Element | str]) -> list[Element | str]:
    """The same without `div`, but for the one around the notes."""
    result: list[Element | str] = []
    for child in children:
        if isinstance(child, str):
            result.append(child)
        elif child.tag == "div" and child.attributes.get("class") != "footnote":
            result += _unwrapped(child.children)
        else:
            child.children = _unwrapped(child.children)
            result.append(child)
    return result


def _with_paragraphs(children: list[Element | str], tag: str = "p") -> list[Element | str]:
    """The same, where text beside block elements stands in an element of its own."""
    result: list[Element | str] = []
    run: list[Element | str] = []
    for child in [*children, Element("")]:
        if _is_inline(child):
            run.append(child)
            continue
        if any(_has_text(one) for one in run):
            result.append(Element(tag, {}, run))
        run = []
        result.append(child)
    return result[:-1]


def _is_inline(node: Element | str) -> bool:
    return isinstance(node, str) or node.tag in _INLINE


def _has_text(node: Element | str) -> bool:
    if isinstance(node, str):
        return bool(MARKERS.sub("", node).strip())
    return any(map(_has_text, node.children))


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
                node.tag not in _FLOW or all(map(_is_inline, node.children))
            ):
                yield self.block(node, around)
            else:
                yield from self.container(node, around)

    def container(self, node: Element, around: tuple[str, ...]) -> Iterator[str]:
        """An element that holds blocks; text beside them is made a block."""
        within = "notes" if node.tag == "div" else node.tag
        loose = (_FLOW | _LISTS).get(node.tag)
        children = _with_paragraphs(node.children, loose) if loose else node.children
        yield _start(node.tag, _safe_attributes(node))
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
            return f"{_start(node.tag, _safe_attributes(node))}{inner}</{node.tag}>\n"
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
        return f"{_start(node.tag, attributes)}{inner}</{node.tag}>\n"

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
            elif node.tag not in _INLINE:
                self.space = self.length > 0
                yield from self.render(node.children, isolate=isolate)
                self.space = self.length > 0
            elif "data-note" in node.attributes:
                yield _note_link(node)
            else:
                yield from self.element(node, isolate=isolate)

    def element(self, node: Element, *, isolate: bool) -> Iterator[str]:
        """An element within the text; a space in front of it stays in front of it."""
        if self.space and _has_text(node):
            yield self.take(" ")
        directed = node.tag in ("bdi", "code") or "dir" in node.attributes
        attributes = _safe_attributes(node)
        is_bare = node.tag in ("a", "span") and not attributes
        yield "" if is_bare else _start(node.tag, attributes)
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


def _start(tag: str, attributes: dict[str, str]) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"


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


_NOTE: Final = re.compile(r"#?(fnref|fn)(\d*):(.+)", re.DOTALL)


def _number_notes(root: Element) -> None:
    """Notes and the links to them get ids by number, whatever names the author gave them."""
    elements = list(_elements(root))
    _take_spaces_before_links_back(elements)
    notes = (_NOTE.fullmatch(one.attributes.get("id", "")) for one in elements if one.tag == "li")
    names = list(dict.fromkeys(note[3] for note in notes if note))
    for one in elements:
        target = _note_id(one.attributes.pop("id", ""), names)
        if target:
            one.attributes["id"] = target
        if "footnote-" in one.attributes.pop("class" if one.tag == "a" else "", ""):
            target = _note_id(one.attributes.get("href", ""), names)
            one.attributes |= {"href": f"#{target}", "data-note": target.rsplit("--", 1)[-1]}


def _take_spaces_before_links_back(elements: Iterable[Element]) -> None:
    """Python-Markdown sets a no-break space before the link back, which is no text of the note."""
    for one in elements:
        for text, link in pairwise(one.children):
            if isinstance(link, Element) and "footnote-backref" in link.attributes.get("class", ""):
                index = one.children.index(link) - 1
                one.children[index] = str(text).rstrip("\xa0") if isinstance(text, str) else text


def _note_id(written: str, names: list[str]) -> str:
    """Our id for a note, or for the number that leads to it; empty where it is neither."""
    note = _NOTE.fullmatch(written)
    if note is None or note[3] not in names:
        return ""
    again = f"-{note[2]}" if note[2] else ""
    return f"{'note' if note[1] == 'fn' else 'to-note'}--{names.index(note[3]) + 1}{again}"


def _note_link(node: Element) -> str:
    """A link to a note or back from it; its number is no text of the article, so CSS shows it."""
    href = node.attributes["href"]
    number = node.attributes["data-note"]
    if href.startswith("#to-note"):
        return f'<a class="footnote-back" href="{href}" aria-label="Back to the text"></a>'
    label = f'aria-label="Note {number}" data-note="{number}"'
    return f'<a class="footnote-link" href="{href}" {label}></a>'


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
