"""The article as text in blocks: what evidence is held against, and what the page shows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from dateline.problems import Position

BlockKind = Literal["heading", "paragraph", "item", "quote", "cell", "caption", "code"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that a reader takes as one: paragraph, heading, list item, table cell.

    `text` is what stands on the page, without marks; `paragraph` counts the paragraphs of the
    story from 1 (0 for blocks that are none), as a reader would cite them.
    """

    number: int
    kind: BlockKind
    text: str
    paragraph: int
    # Where each word of `text` begins in the file: offsets into `text` with their places, ascending.
    places: tuple[tuple[int, Position], ...]

    def position(self, offset: int = 0) -> Position:
        """Where the character at `offset` stands in the file, to the word."""
        behind = bisect_right(self.places, offset, key=itemgetter(0))
        return self.places[max(behind - 1, 0)][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The body: its blocks in order, and its safe HTML in which each block carries its number.

    In `body` every element that holds a block has the attribute `data-block="<number>"`, and its
    text content, entities resolved, equals the block's `text`.
    """

    blocks: tuple[Block, ...]
    body: str

    @property
    def words(self) -> int:
        return sum(len(block.text.split()) for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a block's text: `text[start:end]`."""

    block: int
    start: int
    end: int
