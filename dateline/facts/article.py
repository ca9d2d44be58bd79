"""The article: its text in blocks, which evidence is checked against, and the tree that pages show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.problems import Position

BlockKind = Literal["heading", "paragraph", "item", "quote", "cell", "caption", "code"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that readers see as one: paragraph, heading, list item, table cell.

    `text` is what the page shows, without marks; `paragraph` counts the paragraphs of the
    story from 1 (0 for other blocks), as a reader would cite them.
    """

    number: int
    kind: BlockKind
    text: str
    paragraph: int
    # Where each word of `text` begins in the file: offsets into `text` with their positions, ascending.
    positions: tuple[tuple[int, Position], ...]

    def position(self, offset: int = 0) -> Position:
        """Where the word that holds the character at `offset` is in the file."""
        return self._word_at(offset)[1]

    def position_in_word(self, offset: int) -> Position:
        """Where the character at `offset` itself is in the file."""
        begins, position = self._word_at(offset)
        return replace(position, column=position.column + max(offset - begins, 0))

    def _word_at(self, offset: int) -> tuple[int, Position]:
        following = bisect_right(self.positions, offset, key=itemgetter(0))
        return self.positions[max(following - 1, 0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """`block` numbers the block whose text it holds; an `added` element is not the article's."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()
    block: int | None = None
    added: bool = False

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.attributes if key == name), None)

    def with_children(self, children: Iterable[Node]) -> Element:
        # As `replace` does, at half its price: each mark makes elements again.
        return Element(
            tag=self.tag,
            attributes=self.attributes,
            children=tuple(children),
            block=self.block,
            added=self.added,
        )


Node = str | Element

# How the ids of headings begin; ids of facts never have two hyphens in a row.
HEADING: Final = "section--"

# Elements without content (HTML, section 13.1.2), of those that an article may hold.
VOID: Final = frozenset({"br", "hr", "img"})


def elements(nodes: Iterable[Node]) -> Iterator[Element]:
    """Every element of the tree, each before the elements inside it."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from elements(node.children)


def text_of(nodes: Iterable[Node]) -> str:
    """The article's own text in the tree, without that of added elements."""
    return "".join(
        node if isinstance(node, str) else "" if node.added else text_of(node.children)
        for node in nodes
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLink:
    """Where the author wrote a link, and where it leads."""

    href: str
    position: Position


# The element that stands for a picture, and its attribute with the file.
FIGURE: Final = "figure"
FILE: Final = "data-picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPicture:
    """A picture that the author wrote between paragraphs, what its brackets say of it, and where."""

    file: str
    alt: str
    caption: str
    position: Position
    alt_position: Position
    caption_position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The body: its blocks in order, and the tree in which each is an element with its number.

    Block n is `blocks[n]`, and the text of the element with that number equals the block's `text`.
    Only elements and attributes that a page may show are in the tree (dateline.reading.blocks).
    `line_starts` are the offsets of the lines of the file, front matter included.
    """

    blocks: tuple[Block, ...]
    body: tuple[Element, ...]
    links: tuple[WrittenLink, ...] = ()
    pictures: tuple[WrittenPicture, ...] = ()
    line_starts: tuple[int, ...] = ()

    def offset(self, position: Position) -> int:
        """How many characters of the file are before a position; a line break is one."""
        return self.line_starts[position.line - 1] + position.column - 1

    @property
    def texts(self) -> Iterator[str]:
        return (block.text for block in self.blocks)

    @property
    def words(self) -> int:
        return sum(len(block.text.split()) for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a block's text: `text[start:end]`."""

    block: int
    start: int
    end: int
