"""Safe HTML as a tree, put into the shape that a page wants."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from dateline.reading.lines import MARKERS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Elements without content (HTML, section 13.1.2), of those that an article may hold.
_VOID: Final = frozenset({"br", "hr"})
INLINE: Final = frozenset({"a", "abbr", "bdi", "br", "code", "em", "span", "strong", "sub", "sup"})
# What stands in the wrong place, as only an author's own HTML does, is a paragraph.
_PARENTS: Final = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",)}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)


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


def elements(root: Element) -> Iterator[Element]:
    for child in root.children:
        if isinstance(child, Element):
            yield child
            yield from elements(child)


_HEADING: Final = re.compile(r"h[1-6]")


def level_headings(root: Element) -> None:
    """Headings from h2 down without a gap: the page's h1 is the title of the article."""
    headings = [one for one in elements(root) if _HEADING.fullmatch(one.tag)]
    used = sorted({one.tag for one in headings})
    last = 1
    for heading in headings:
        last = min(used.index(heading.tag) + 2, last + 1, 4)
        heading.tag = f"h{last}"


def unwrapped(parent: Element) -> list[Element | str]:
    """What an element holds, without any `div` but the one around the notes."""
    result: list[Element | str] = []
    for child in parent.children:
        if isinstance(child, str):
            result.append(child)
            continue
        child.children = unwrapped(child)
        if child.tag == "div" and child.attributes.get("class") != "footnote":
            result += child.children
            continue
        if parent.tag not in _PARENTS.get(child.tag, (parent.tag,)):
            child.tag = "p"
        result.append(child)
    return result


def with_paragraphs(children: list[Element | str], tag: str = "p") -> list[Element | str]:
    """The same, where text beside block elements stands in an element of its own."""
    result: list[Element | str] = []
    run: list[Element | str] = []
    for child in [*children, Element("")]:
        if is_inline(child):
            run.append(child)
            continue
        if any(has_text(one) for one in run):
            result.append(Element(tag, {}, run))
        run = []
        result.append(child)
    return result[:-1]


def is_inline(node: Element | str) -> bool:
    return isinstance(node, str) or node.tag in INLINE


def has_text(node: Element | str) -> bool:
    if isinstance(node, str):
        return bool(MARKERS.sub("", node).strip())
    return any(map(has_text, node.children))


def start_tag(tag: str, attributes: dict[str, str]) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"
