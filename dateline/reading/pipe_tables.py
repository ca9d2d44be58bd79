"""Tables in Markdown: where one begins, and the rows that do not fit it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dateline.patterns import compile_later
from dateline.problems import Problem, Rule
from dateline.reading.encoding import SourceText

# The line below the head: at least one | between dashes.
_DELIMITER: Final = compile_later(
    r"[ >]*(?=[^|\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*"
)
_QUOTED: Final = compile_later(r"(?: {0,3}> ?)*")
_NOT_BETWEEN_CELLS: Final = compile_later(r"`[^`]*`|\\\|")


def part_tables(text: str) -> str:
    """The Markdown with an empty line before each table that comes right after a paragraph."""
    lines = text.split("\n")
    parted = lines[:1]
    for above, head, below in zip(lines, lines[1:], [*lines[2:], ""], strict=False):
        if _begins_table(head, below) and above.strip(" >") and "|" not in above:
            quoted = _QUOTED.match(head)
            parted.append(quoted[0] if quoted else "")
        parted.append(head)
    return "\n".join(parted)


def find_odd_rows(text: SourceText) -> Iterator[Problem]:
    """Rows of a table that are longer than its head, and lines that have become a row."""
    columns, offset = 0, 0
    for line, below in pairwise([*text.content.split("\n"), ""]):
        is_row = columns and line.strip(" >") and not _DELIMITER.fullmatch(line)
        columns = columns if columns and line.strip(" >") else 0
        if is_row and (odd := _oddness(_cells(line), columns)):
            yield Problem(text.position(offset), Rule.ARTICLE_MARKUP, *odd)
        if not columns and _begins_table(line, below) and _cells(line) == _cells(below):
            columns = _cells(line)
        offset += len(line) + 1


def find_unmade_tables(text: SourceText) -> Iterator[Problem]:
    """Rows without | at their ends, and without the line that makes a table of them."""
    offset, is_known = 0, False
    for line, below in pairwise([*text.content.split("\n"), ""]):
        is_known = is_known and bool(line.strip())
        bare = line.lstrip(" >")
        is_row = not line.startswith("    ") and not bare.startswith("|") and _cells(line) > 1
        if is_row and not is_known:
            # What follows the line below a head is in the table.
            is_known = _cells(below) == _cells(line)
            if is_known and not _DELIMITER.fullmatch(below):
                found = "this looks like a table, but its lines are joined into one"
                fix = "write a line of ---|--- below the first, with as many cells as that has"
                yield Problem(text.position(offset), Rule.ARTICLE_MARKUP, found, fix)
        offset += len(line) + 1


def _begins_table(head: str, below: str) -> bool:
    return "|" in head and not head.startswith("    ") and bool(_DELIMITER.fullmatch(below))


def _cells(row: str) -> int:
    """How many cells a row has: 0 without a |."""
    cells = _NOT_BETWEEN_CELLS.sub("", _QUOTED.sub("", row, count=1)).strip()
    inner = cells.removeprefix("|").removesuffix("|")
    return inner.count("|") + 1 if "|" in cells else 0


def _oddness(cells: int, columns: int) -> tuple[str, str] | None:
    if cells > columns:
        found = f"this row has {cells} cells, and the table {columns} columns: what is beyond them is left out"
        return found, "write \\| for a | within a cell, or give the head of the table more cells"
    if not cells:
        return (
            "this line has become a row of the table above",
            "write an empty line before it, or | between its cells",
        )
    return None
