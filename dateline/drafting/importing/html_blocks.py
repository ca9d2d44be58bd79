"""HTML of any kind as the blocks of a story: what is neither text nor its structure is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urljoin

import nh3

from dateline.drafting.importing.story import NOTE, ImportRefused, words_in
from dateline.facts.article import Element, Node, elements
from dateline.facts.web_addresses import fault_of
from dateline.reading.html_tree import TooDeepError, parse_html

_MOST_MARKUP: Final = 3_000_000
_DEEPEST: Final = 90
_INLINE: Final = frozenset("a em strong sub sup br".split())
_SAME: Final = {"b": "strong", "i": "em"}
_BOXES: Final = frozenset(
    "div section article main aside header footer nav figure figcaption details summary address center"
    " fieldset hgroup dl dt dd thead tbody tfoot span abbr code cite q small u s ins mark time font".split()
)
_WITHIN_TEXT: Final = _INLINE | {
    *_SAME,
    *"span abbr code cite q u s small ins mark time font".split(),
    NOTE,
}
_TEXT: Final = frozenset("p h1 h2 h3 h4 h5 h6 figcaption dt dd summary caption".split())
_LISTS: Final = frozenset({"ul", "ol"})
_KEPT: Final = (
    _INLINE
    | _SAME.keys()
    | _BOXES
    | _TEXT
    | _LISTS
    | frozenset("li blockquote table tr td th hr pre".split())
)
_GONE: Final = frozenset(
    "script style noscript template svg math button select textarea iframe object canvas audio video map"
    " head title".split()
)
_UNSEEN: Final = re.compile(
    r"<!--.*?-->|<(script|style|svg|noscript|template)\b.*?</\1\s*>|\b(?:src|srcset|style|class|data-[\w-]+)="
    r"(?:\"[^\"]*\"|'[^']*')",
    re.DOTALL | re.IGNORECASE,
)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# Elements that close themselves, or that a neighbour closes (HTML, section 13.1.2.4).
_CLOSED_BY_OTHERS: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option"
    " thead tbody tfoot colgroup html head body".split()
)
_ATTRIBUTES: Final = {
    "a": {"href"},
    "li": {"id"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_WIDEST_SPAN: Final = 100
_NOTE_ID: Final = re.compile(r"(?:foot|end)note-")
_LONGEST_HEADING: Final = 80
_STOP: Final = re.compile(r"[.!?:;,…][”\"’')\]]*$")


def parse_blocks(html: str, base: str = "") -> tuple[Element, ...]:
    """The blocks of a page or a document, captions as `p` with the class `caption`.

    Links lead where they do on a page at `base`; without one, relative links become plain words.
    Raises ImportRefused for what is too long or nested too deeply.
    """
    bare = guard_markup(html)
    kept = nh3.clean(
        bare,
        tags=set(_KEPT),
        attributes=_ATTRIBUTES,
        clean_content_tags=set(_GONE),
        link_rel=None,
    )
    try:
        return blocks_of(with_notes(parse_html(kept)), base)
    except (TooDeepError, RecursionError):
        raise _too_deep() from None


def blocks_of(nodes: Iterable[Node], base: str = "") -> tuple[Element, ...]:
    """The blocks in a tree of HTML's elements; headings of bold words alone are headings."""
    blocks = [*_flow(nodes, base)]
    follows = [*(block.tag == "p" for block in blocks[1:]), False]
    return tuple(map(_bold_heading, blocks, follows))


def _bold_heading(block: Element, has_text_below: bool) -> Element:  # noqa: FBT001 - from a map
    """A short paragraph that is wholly bold, over another, is a heading below all others."""
    pieces = [child for child in block.children if words_in([child])]
    line = " ".join(words_in([block]))
    is_bold = block.tag == "p" and [getattr(piece, "tag", "") for piece in pieces] == ["strong"]
    if is_bold and has_text_below and len(line) <= _LONGEST_HEADING and not _STOP.search(line):
        return Element(
            tag="h6", children=pieces[0].children if isinstance(pieces[0], Element) else ()
        )
    return block


def with_notes(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The tree with the text of each note where it is referred to (as mammoth numbers them)."""
    tree = tuple(nodes)
    texts = {
        note.get("id") or "": _without_return(note.children)
        for note in elements(tree)
        if note.tag == "li" and _NOTE_ID.match(note.get("id") or "")
    }
    return tuple(_with_notes(tree, texts)) if texts else tree


def _with_notes(nodes: Iterable[Node], texts: Mapping[str, tuple[Node, ...]]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a" and (node.get("href") or "")[1:] in texts:
            yield Element(tag=NOTE, children=texts[(node.get("href") or "")[1:]])
        elif node.tag == "li" and node.get("id") in texts:
            continue
        elif node.tag == "sup" and any(map(_is_reference, node.children)):
            yield from _with_notes(node.children, texts)
        else:
            yield node.with_children(_with_notes(node.children, texts))


def _is_reference(node: Node) -> bool:
    return isinstance(node, Element) and bool(_NOTE_ID.match((node.get("href") or "")[1:]))


def _without_return(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The text of a note in one line, without the arrow that leads back."""
    pieces: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            pieces.append(node)
        elif node.tag == "p":
            pieces += [" ", *_without_return(node.children)]
        elif not _is_reference(node):
            pieces.append(node)
    return tuple(pieces)


def guard_markup(html: str) -> str:
    """The page without scripts and styles. Raises ImportRefused where the rest is too much to read."""
    bare = _UNSEEN.sub("", html)
    if len(bare) > _MOST_MARKUP:
        raise ImportRefused(f"the page has more than {_MOST_MARKUP // 1_000_000} MB of markup")
    depth: dict[str, int] = {}
    total = 0
    for tag in _TAG.finditer(bare):
        name = tag[2].lower()
        if name in _CLOSED_BY_OTHERS:
            continue
        if not tag[1]:
            depth[name], total = depth.get(name, 0) + 1, total + 1
        elif depth.get(name):
            depth[name], total = depth[name] - 1, total - 1
        if total > _DEEPEST:
            raise _too_deep()
    return bare


def _too_deep() -> ImportRefused:
    return ImportRefused("the elements of the page are nested too deeply to be read")


def _flow(nodes: Iterable[Node], base: str) -> Iterator[Element]:
    """The blocks in some content; text between them is a paragraph."""
    run: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or not _has_block(node):
            run.append(node)
            continue
        yield from _paragraphs(run, base)
        run = []
        yield from _block(node, base)
    yield from _paragraphs(run, base)


def _has_block(node: Node) -> bool:
    """Whether an element is a block, or has one in it."""
    if isinstance(node, str):
        return False
    return node.tag not in _WITHIN_TEXT or any(map(_has_block, node.children))


def _block(node: Element, base: str) -> Iterator[Element]:
    if node.tag in _LISTS:
        items = tuple(_items(node, base))
        if items:
            yield Element(tag=node.tag, attributes=_start(node), children=items)
    elif node.tag == "table":
        yield from _table(node, base)
    elif node.tag == "blockquote":
        if inner := tuple(_flow(node.children, base)):
            yield Element(tag="blockquote", children=inner)
    elif node.tag == "hr":
        yield Element(tag="hr")
    elif node.tag in _TEXT and not any(map(_has_block, node.children)):
        tag = node.tag if node.tag[0] == "h" else "p"
        kind = (("class", "caption"),) if "caption" in node.tag else ()
        for block in _paragraphs(node.children, base):
            yield replace(block, tag=tag, attributes=kind)
    elif node.tag == "pre":
        lines = words_in([node]) and "".join(_strings(node)).split("\n")
        yield from _paragraphs(
            [piece for line in lines for piece in (line, Element(tag="br"))], base
        )
    else:
        yield from _flow(node.children, base)


def _strings(node: Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _strings(child)


def _start(node: Element) -> tuple[tuple[str, str], ...]:
    start = node.get("start") or ""
    return (("start", start),) if start.isdecimal() and len(start) < 6 else ()


def _items(node: Element, base: str) -> Iterator[Element]:
    for item in node.children:
        if not isinstance(item, Element):
            continue
        blocks = tuple(_flow(item.children if item.tag == "li" else [item], base))
        if len(blocks) == 1 and blocks[0].tag == "p":
            yield Element(tag="li", children=blocks[0].children)
        elif blocks:
            yield Element(tag="li", children=blocks)


def _paragraphs(nodes: Iterable[Node], base: str) -> Iterator[Element]:
    """A run of text as paragraphs: two line breaks begin another."""
    parts: list[list[Node]] = [[]]
    breaks = 0
    for node in _inline(nodes, base):
        if isinstance(node, Element) and node.tag == "br":
            breaks += 1
        elif isinstance(node, str) and not node.strip():
            parts[-1] += [] if breaks else [node]
        else:
            if breaks > 1:
                parts.append([])
            elif breaks:
                parts[-1].append(Element(tag="br"))
            breaks = 0
            parts[-1].append(node)
    for part in parts:
        if words_in(part):
            yield Element(tag="p", children=tuple(_without_edges(part)))


def _without_edges(nodes: list[Node]) -> list[Node]:
    if nodes and isinstance(nodes[0], Element) and nodes[0].tag == "br":
        return nodes[1:]
    return nodes


def _inline(nodes: Iterable[Node], base: str) -> Iterator[Node]:
    """Text with its emphasis and links; of other elements the text alone."""
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        children = tuple(_inline(node.children, base))
        tag = _SAME.get(node.tag, node.tag)
        address = _address(node, base) if tag == "a" else ""
        if tag in ("br", NOTE):
            yield node
        elif (
            tag not in _INLINE
            or (tag == "a" and not address)
            or any(isinstance(child, Element) and child.tag == "br" for child in children)
        ):
            yield from children
        else:
            attributes = (("href", address),) if address else ()
            yield Element(tag=tag, attributes=attributes, children=children)


def _address(node: Element, base: str) -> str:
    """Where a link leads, if it leads to a page that readers of another site can reach."""
    try:
        address = urljoin(base, (node.get("href") or "").strip())
    except ValueError:
        return ""
    return "" if fault_of(address) or address.partition("#")[0] == base else address


# Tables


def _table(node: Element, base: str) -> Iterator[Element]:
    """A table, with its caption before it; one that only lays out a page is no table."""
    rows = [*_rows(node)]
    for caption in (child for child in node.children if isinstance(child, Element)):
        if caption.tag == "caption":
            yield from (replace(block, attributes=()) for block in _block(caption, base))
    if any(map(_lays_out, rows)) or max(map(len, rows), default=0) < 2:
        for row in rows:
            yield from _flow([child for cell in row for child in cell.children], base)
        return
    grid = [*_grid(rows)]
    cells = [[_cell(cell, base) for cell in row] for row in grid]
    yield Element(
        tag="table",
        children=tuple(Element(tag="tr", children=tuple(row)) for row in cells if words_in(row)),
    )


def _rows(node: Element) -> Iterator[list[Element]]:
    for child in node.children:
        if isinstance(child, Element) and child.tag == "tr":
            cells = (cell for cell in child.children if isinstance(cell, Element))
            yield [cell for cell in cells if cell.tag in ("td", "th")]
        elif isinstance(child, Element) and child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _lays_out(row: Iterable[Element]) -> bool:
    return any(_has(cell, ("table", "h1", "h2", "h3", "ul", "ol")) for cell in row)


def _has(node: Element, tags: tuple[str, ...]) -> bool:
    inner = [child for child in node.children if isinstance(child, Element)]
    return any(child.tag in tags or _has(child, tags) for child in inner)


def _grid(rows: Iterable[list[Element]]) -> Iterator[list[Element | None]]:
    """The rows with an empty cell wherever another spreads over several columns or rows."""
    below: dict[int, int] = {}
    for row in rows:
        placed: list[Element | None] = []
        cells = iter(row)
        while True:
            if below.get(len(placed), 0) > 0:
                below[len(placed)] -= 1
                placed.append(None)
                continue
            cell = next(cells, None)
            if cell is None:
                break
            for extra in range(_span(cell, "colspan")):
                below[len(placed)] = _span(cell, "rowspan") - 1
                placed.append(None if extra else cell)
        yield placed


def _span(cell: Element, name: str) -> int:
    written = cell.get(name) or ""
    return (
        max(1, min(int(written), _WIDEST_SPAN)) if written.isdecimal() and len(written) < 6 else 1
    )


def _cell(cell: Element | None, base: str) -> Element:
    inner: list[Node] = []
    for block in _flow(cell.children, base) if cell else ():
        inner += [Element(tag="br"), *block.children] if inner else block.children
    return Element(tag="td", children=tuple(inner))
