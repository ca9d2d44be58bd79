"""What to say of a passage that is a table’s cell and is not there, or is there more than once."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from dateline.checking.basis.fact_words import any_of
from dateline.facts.phrasing import count_of
from dateline.facts.records import Passage
from dateline.facts.tables import TableCell, Tables

# More heads than this are not listed.
_MOST: Final = 8


def missing_cell(passage: Passage, whose: str, tables: Tables) -> tuple[str, str]:
    """What was found, and what to write, for a cell that no table has."""
    named = f"{whose} rests on a cell, {passage.called}"
    if not tables.cells:
        return f"{named}, but the article has no table", "write the article’s exact words instead"
    if passage.table and not tables.find(None, None, passage.table):
        fix = "write words of the line or heading right over the table, or of its first cell"
        return f"{named}, but no table has “{passage.table}” over it", fix
    for name, words in (("row", passage.row), ("column", passage.column)):
        alone = {"row": None, "column": None, name: words}
        if words and not tables.find(**alone, table=passage.table):
            heads = _heads(name, tables.find(None, None, passage.table), tables)
            return f"{named}, but no {name} is headed “{words}”", _instead(name, words, heads)
    return (
        f"{named}, but that cell is empty or in no table",
        "write the row and the column of another cell",
    )


def ambiguous_cell(passage: Passage, count: int, whose: str, tables: Tables) -> tuple[str, str]:
    found = f"{whose} rests on a cell, {passage.called}, and the article has {count_of(count, 'such cell')}"
    cells = tables.find(passage.row, passage.column, passage.table)
    if missing := [name for name in ("row", "column") if not getattr(passage, name)]:
        heads = _heads(missing[0], cells, tables)
        return found, f"add `{missing[0]}:`{_listed(heads)}"
    leads = [[tables.text(block) for block in cell.lead] for cell in cells]
    own = [[text for text in lead if sum(text in other for other in leads) == 1] for lead in leads]
    if passage.table is None and any(own):
        words = any_of(f"“{texts[0]}”" for texts in own if texts)
        return found, f"add `table:` with words over the table or of its first cell: {words}"
    return found, "give the rows or the tables different heads, or write the words of a sentence"


def _heads(name: str, cells: Sequence[TableCell], tables: Tables) -> list[str]:
    blocks = (cell.row if name == "row" else cell.column for cell in cells)
    return [tables.text(block) for block in dict.fromkeys(blocks) if block is not None]


def _instead(name: str, words: str, heads: Sequence[str]) -> str:
    nearest = get_close_matches(words, heads, n=3, cutoff=0.6) or heads
    return f"write a {name} that the table has{_listed(nearest)}"


def _listed(heads: Sequence[str]) -> str:
    if not heads:
        return ""
    more = ["…"] if len(heads) > _MOST else []
    return f": {any_of([f'“{head}”' for head in heads[:_MOST]] + more)}"


def passage_of(block: int, tables: Tables) -> Passage | None:
    """The heads by which a cell is named, with words over its table where another has such a cell."""
    cell = tables.by_block.get(block)
    if cell is None or not cell.heads:
        return None
    row, column = map(tables.text_at, (cell.row, cell.column))
    for table in (None, *map(tables.text, cell.lead)):
        if len(tables.find(row, column, table)) == 1:
            return Passage(row=row, column=column, table=table)
    return None
