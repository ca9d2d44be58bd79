"""What came of an import, for the terminal: each cell by its row, and what it was and is."""

from collections.abc import Iterator, Sequence

from dateline.drafting.spreadsheets.comparing import FactChange
from dateline.drafting.spreadsheets.new_facts import NewFact
from dateline.drafting.spreadsheets.reading_rows import SpreadsheetFindings
from dateline.facts.phrasing import count_of, join_words
from dateline.problems import on_one_line

_LONGEST = 60


def say_changes(found: SpreadsheetFindings, written: Sequence[str], decide: str) -> str:
    """`decide` is the command that goes through what is undecided."""
    lines = [line for change in found.changes for line in _changed(change)]
    lines += map(_added, found.new)
    if found.remarks:
        lines += ["", "Please look:", *(f"  {remark}" for remark in found.remarks)]
    lines += ["", *(f"wrote {path}" for path in written)] if written else []
    lines += [] if written else ["Every row is as the sheets have it: nothing was written."]
    if left := sum(bool(new.asks) for new in found.new):
        lines += [f"Still to decide: {count_of(left, 'new fact')}. Next: {decide}"]
    return "\n".join([*lines, ""]).lstrip("\n")


def _changed(change: FactChange) -> Iterator[str]:
    for cell in change.cells:
        was, now = (f"“{_shortened(text)}”" if text else "nothing" for text in (cell.was, cell.now))
        yield f"row {cell.position.line}, {change.kind} ‘{change.id}’, {cell.column}: {was} → {now}"


def _added(new: NewFact) -> str:
    asked = f" (to decide: {join_words(new.asks)})" if new.asks else ""
    return f"row {new.row.position.line}: new {new.kind} ‘{new.id}’{asked}"


def _shortened(text: str) -> str:
    line = on_one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
