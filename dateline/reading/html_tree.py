"""HTML as a tree, put into the shape that a page needs: headings, paragraphs, no stray boxes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Final

from dateline.facts.article import VOID, Element, Node, elements
from dateline.patterns import compile_later
from dateline.reading.lines import MARKERS

INLINE: Final = frozenset(
    {"a", "abbr", "bdi", "br", "code", "em", "img", "span", "strong", "sub", "sup"}
)
# Outside these parents, which only an author's own HTML causes, an element becomes a paragraph.
_PARENTS: Final = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",)}
_HEADING: Final = compile_later(r"h[1-6]")
# Trees are walked by recursion, and Python allows about ten times this depth.
_MAX_DEPTH: Final = 100


class TooDeepError(ValueError):
    """HTML in which elements are nested too deeply to be walked."""


class _TreeParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[Element, list[Node]]] = [(Element(tag=""), [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, MARKERS.sub("", value or "")) for name, value in attrs)
        self.open.append((Element(tag=tag, attributes=attributes), []))
        if len(self.open) > _MAX_DEPTH:
            raise TooDeepError
        if tag in VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1:
            self._close()

    def handle_data(self, data: str) -> None:
        self.open[-1][1].append(data)

    def _close(self) -> None:
        element, children = self.open.pop()
        self.open[-1][1].append(element.with_children(children))


def parse_html(html: str) -> tuple[Node, ...]:
    """The tree of sanitised HTML, with markers of lines in its text alone. Raises TooDeepError."""
    parser = _TreeParser()
    parser.feed(html)
    parser.close()
    return tuple(parser.open[0][1])


def edit_elements(nodes: Iterable[Node], edit: Callable[[Element], Element]) -> tuple[Node, ...]:
    """The tree with `edit` applied to each element, in document order, before those inside it."""
    edited = (node if isinstance(node, str) else edit(node) for node in nodes)
    return tuple(
        node if isinstance(node, str) else node.with_children(edit_elements(node.children, edit))
        for node in edited
    )


def level_headings(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Headings from h2 down without a gap: the page's h1 is the title of the article."""
    used = sorted({element.tag for element in elements(nodes) if _HEADING.fullmatch(element.tag)})
    last = 1

    def level(element: Element) -> Element:
        nonlocal last
        if element.tag not in used:
            return element
        last = min(used.index(element.tag) + 2, last + 1, 4)
        return replace(element, tag=f"h{last}")

    return edit_elements(nodes, level)


def unwrap(nodes: Iterable[Node], parent: str = "") -> tuple[Node, ...]:
    """The tree without any `div` but the one around the notes, and items only inside lists."""
    unwrapped: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            unwrapped.append(node)
            continue
        children = unwrap(node.children, node.tag)
        if node.tag == "div" and node.get("class") != "footnote":
            unwrapped += children
        else:
            tag = node.tag if parent in _PARENTS.get(node.tag, (parent,)) else "p"
            unwrapped.append(replace(node, tag=tag, children=children))
    return tuple(unwrapped)


def with_paragraphs(nodes: Iterable[Node], tag: str = "p") -> Iterator[Node]:
    """The nodes, with text beside block elements moved into an element of its own."""
    run: list[Node] = []
    for node in (*nodes, None):
        if node is not None and is_inline(node):
            run.append(node)
            continue
        if any(map(has_text, run)):
            yield Element(tag=tag, children=tuple(run))
        run = []
        if node is not None:
            yield node


def is_inline(node: Node) -> bool:
    return isinstance(node, str) or node.tag in INLINE


def has_text(node: Node) -> bool:
    """Whether a node shows anything in a line of text."""
    if isinstance(node, str):
        return bool(MARKERS.sub("", node).strip())
    return node.tag == "img" or any(map(has_text, node.children))
