"""Safe HTML as a tree, so that marks are set between its words and never across its tags."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Elements that have no content and no end tag (HTML, section 13.1.2).
_VOID = frozenset({"br", "hr", "img", "wbr", "col", "input"})


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as a reader sees them, entities resolved."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element; `added` ones are ours, and their text is not the article's."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()
    added: bool = False

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.attributes if key == name), None)

    def holding(self, children: Iterable[Node]) -> Element:
        """This element with other content."""
        return replace(self, children=tuple(children))


Node = Text | Element


def length(node: Node) -> int:
    """How many characters of the article a node holds."""
    if isinstance(node, Text):
        return len(node.text)
    return 0 if node.added else sum(length(child) for child in node.children)


def parse_html(source: str) -> tuple[Node, ...]:
    """The tree of sanitised HTML: balanced, without scripts, comments or declarations."""
    parser = _TreeParser()
    parser.feed(source)
    parser.close()
    return parser.tree()


def render_html(nodes: Iterable[Node]) -> str:
    """The tree as HTML again; its text content is that of the tree, to the character."""
    return "".join(_render(node) for node in nodes)


def _render(node: Node) -> str:
    if isinstance(node, Text):
        return escape(node.text, quote=False)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    start = f"<{node.tag}{attributes}>"
    return start if node.tag in _VOID else f"{start}{render_html(node.children)}</{node.tag}>"


def elements(nodes: Iterable[Node]) -> Iterator[Element]:
    """Every element of the tree, each before what it holds."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from elements(node.children)


def text_of(nodes: Iterable[Node]) -> str:
    """The article's own text in the tree: nothing that was added."""
    return "".join(
        node.text if isinstance(node, Text) else "" if node.added else text_of(node.children)
        for node in nodes
    )


class _TreeParser(HTMLParser):
    """Collects elements from the innermost outwards; each open one is a tag and its content."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, tuple[tuple[str, str], ...], list[Node]]] = [("", (), [])]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        if tag in _VOID:
            self._open[-1][2].append(Element(tag=tag, attributes=attributes))
        else:
            self._open.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        while tag not in _VOID and len(self._open) > 1:
            name, attributes, children = self._open.pop()
            element = Element(tag=name, attributes=attributes, children=tuple(children))
            self._open[-1][2].append(element)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(Text(data))

    def tree(self) -> tuple[Node, ...]:
        while len(self._open) > 1:
            self.handle_endtag(self._open[-1][0])
        return tuple(self._open[0][2])
