"""The tables of an article: which cell is in which row and column, and what stands over them."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from dateline.facts.article import Article, Block, Element, Node, elements
from dateline.facts.wording import even, find_words
from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell by the number of its block, with those of the heads of its row and its column.

    A head is None where the table leaves it empty; `lead` are the table's corner, its caption and
    what is right before it, a paragraph or a heading.
    """

    block: int
    row: int | None
    column: int | None
    lead: tuple[int, ...]

    @property
    def heads(self) -> tuple[int, ...]:
        return tuple(head for head in (self.column, self.row) if head is not None)


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Every cell with words that is neither in the first row nor in the first column of its table."""

    blocks: tuple[Block, ...]
    cells: tuple[TableCell, ...]

    @cached_property
    def by_block(self) -> dict[int, TableCell]:
        return {cell.block: cell for cell in self.cells}

    def find(self, row: str | None, column: str | None, table: str | None) -> list[TableCell]:
        """The cells under these heads; `table` is among the words over the table or at its corner."""
        return [
            cell
            for cell in self.cells
            if self._is_head(cell.row, row)
            and self._is_head(cell.column, column)
            and (table is None or any(self._mentions(block, table) for block in cell.lead))
        ]

    def _is_head(self, head: int | None, words: str | None) -> bool:
        return words is None or (head is not None and _evened(self.text(head)) == _evened(words))

    def _mentions(self, block: int, words: str) -> bool:
        return bool(find_words(even(words), even(self.text(block))))

    def text(self, block: int) -> str:
        return self.blocks[block].text

    def text_at(self, head: int | None) -> str | None:
        return None if head is None else self.text(head)


def _evened(text: str) -> str:
    return even(text).text.strip()


def tables_of(article: Article) -> Tables:
    cells = (
        cell
        for before, table in _tables_in(article.body)
        for cell in _cells(table, tuple(_lead(before, article.blocks)))
    )
    return Tables(blocks=article.blocks, cells=tuple(cells))


def _tables_in(nodes: Iterable[Node]) -> Iterator[tuple[tuple[Element, ...], Element]]:
    """Each table with the two elements before it, the nearest last."""
    siblings = [node for node in nodes if isinstance(node, Element)]
    for number, element in enumerate(siblings):
        if element.tag == "table":
            yield tuple(siblings[max(0, number - 2) : number]), element
        else:
            yield from _tables_in(element.children)


def _lead(before: tuple[Element, ...], blocks: tuple[Block, ...]) -> Iterator[int]:
    """The heading right before the table, or the paragraph there and a heading right over it."""
    for number, element in enumerate(reversed(before)):
        block = None if element.block is None else blocks[element.block]
        if block is None or block.kind not in ("heading", *([] if number else ["paragraph"])):
            return
        yield block.number
        if block.kind == "heading":
            return


def _cells(table: Element, lead: tuple[int, ...]) -> Iterator[TableCell]:
    top, *below = [_blocks_of(row) for row in elements([table]) if row.tag == "tr"] or [[]]
    caption = _blocks_of(table.with_children(_captions(table)))
    over = tuple(block for block in (*top[:1], *caption, *lead) if block is not None)
    for row in below:
        for block, column in list(zip(row, top, strict=False))[1:]:
            if block is not None:
                yield TableCell(block=block, row=row[0], column=column, lead=over)


def _captions(table: Element) -> Iterator[Element]:
    return (element for element in elements(table.children) if element.tag == "caption")


def _blocks_of(row: Element) -> list[int | None]:
    """The block of each cell of a row: the first in it, or None for an empty cell."""
    cells = (node for node in row.children if isinstance(node, Element))
    inside = ((part.block for part in elements([cell])) for cell in cells)
    return [next((block for block in blocks if block is not None), None) for blocks in inside]
