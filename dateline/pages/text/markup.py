"""The article's tree as HTML."""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from dateline.facts.article import VOID, Node


def render_html(nodes: Iterable[Node]) -> Markup:
    """The tree as HTML; its text content is that of the tree, to the character.

    Safe to publish: the article's elements and attributes are those that its reading let pass
    (dateline.reading.blocks), others are set in by pages, and all text and values are escaped here.
    """
    return Markup("".join(map(_render, nodes)))  # noqa: S704


def _render(node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    start = f"<{node.tag}{attributes}>"
    if node.tag in VOID:
        return start
    return f"{start}{''.join(map(_render, node.children))}</{node.tag}>"
