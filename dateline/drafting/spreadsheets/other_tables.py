"""Tables of other programs: TimelineJS, with a date in several columns, and Datawrapper, with numbers by date."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final

from dateline.drafting.spreadsheets.grid import Grid, GridRow
from dateline.drafting.spreadsheets.named_rows import FactTable, NamedRow
from dateline.facts.dates import Date, parse_date
from dateline.facts.invalid import InvalidValueError
from dateline.facts.kinds import Kind
from dateline.facts.phrasing import join_words
from dateline.facts.quantities import parse_amount

_TIMELINE_JS: Final = {"text": "summary", "headline": "title", "group": "topic", "time": "time"}
_IN_DATES: Final = ("year", "month", "day", "end year", "end month", "end day")
_SKIPPED_TYPES: Final = ("title", "era")


def read_other_table(grid: Grid) -> FactTable | None:
    """The facts of such a table; None where it is another one."""
    head = [name.lower() for name in grid.head]
    if {"year", "headline"} <= set(head):
        return _timeline_js(grid, head)
    if len(head) < 2:
        return None
    if all(name and _is_date(name) for name in head[1:]) and not _is_date(head[0] or "-"):
        return _figures(grid, [*_by_row(grid)])
    if all(_is_date(row.cells[0]) for row in grid.rows) and all(map(_has_numbers, grid.rows)):
        return _figures(grid, [*_by_column(grid)])
    return None


# TimelineJS


def _timeline_js(grid: Grid, head: Sequence[str]) -> FactTable:
    rows, skipped = list[NamedRow](), list[str]()
    for row in grid.rows:
        cells = dict(zip(head, row.cells, strict=True))
        if (kind := cells.get("type", "").strip().lower()) in _SKIPPED_TYPES:
            skipped.append(f"row {row.number} ({kind})")
        else:
            rows.append(_event(row, cells, grid, head))
    used = {*_TIMELINE_JS, *_IN_DATES, "type", "end time"}
    unread = tuple(name for name in grid.head if name and name.lower() not in used)
    remark = (
        f"{join_words(skipped)} of {grid.path} are no events and were not read: a stretch of time is "
        "written under `periods:` in timeline.yaml"
    )
    remarks = (remark,) if skipped else ()
    return FactTable(
        kind=Kind.EVENT, path=grid.path, rows=tuple(rows), unread=unread, remarks=remarks
    )


def _event(row: GridRow, cells: Mapping[str, str], grid: Grid, head: Sequence[str]) -> NamedRow:
    first = _day(cells, "")
    last = _day(cells, "end ")
    named = {
        ours: unescape(re.sub(r"<[^<>]+>", "", cells[theirs]))
        for theirs, ours in _TIMELINE_JS.items()
        if theirs in cells
    }
    named["date"] = f"{first}/{last}" if last and last != first else first
    places = {
        ours: grid.position(row.number, head.index(theirs))
        for theirs, ours in {**_TIMELINE_JS, "year": "date"}.items()
        if theirs in head
    }
    return NamedRow(position=grid.position(row.number), cells=named, places=places)


def _day(cells: Mapping[str, str], prefix: str) -> str:
    """Year, month and day as far as they are there; years before 1 are BC there."""
    year, month, day = (
        cells.get(f"{prefix}{name}", "").strip() for name in ("year", "month", "day")
    )
    if not re.fullmatch(r"-?[0-9]{1,4}", year):
        return year
    number = int(year)
    written = f"{'-' if number < 0 else ''}{abs(number) - (number < 0):04}"
    parts = [written, *(f"{int(part):02}" for part in (month, day) if part.isdecimal())]
    return "-".join(parts)


# Datawrapper


def _by_row(grid: Grid) -> Iterator[tuple[GridRow, int, str, list[tuple[str, str]]]]:
    """Each row is a figure, with a value below each date."""
    for row in grid.rows:
        values = list(zip(grid.head[1:], row.cells[1:], strict=True))
        yield row, 0, row.cells[0], values


def _by_column(grid: Grid) -> Iterator[tuple[GridRow, int, str, list[tuple[str, str]]]]:
    """Each column after the first, which has the dates, is a figure."""
    for place, label in enumerate(grid.head[1:], 1):
        values = [(row.cells[0], row.cells[place]) for row in grid.rows]
        yield GridRow(1, grid.head), place, label, values


def _figures(
    grid: Grid, found: Sequence[tuple[GridRow, int, str, list[tuple[str, str]]]]
) -> FactTable:
    rows = []
    for row, column, label, values in found:
        given = [(date.strip(), value.strip()) for date, value in values if value.strip()]
        if not given:
            continue
        given.sort(key=lambda pair: pair[0])
        *earlier, (date, value) = given
        when = "as_of" if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else "period"
        history = "; ".join(f"{before}: {number}" for before, number in earlier)
        cells = {"label": label, "value": value, when: date, "history": history}
        place = grid.position(row.number, column)
        rows.append(NamedRow(position=place, cells=cells, places=dict.fromkeys(cells, place)))
    return FactTable(kind=Kind.FIGURE, path=grid.path, rows=tuple(rows))


def _has_numbers(row: GridRow) -> bool:
    return all(_is_number(cell) for cell in row.cells[1:] if cell.strip())


def _is_number(text: str) -> bool:
    try:
        return parse_amount(text.strip()).low is not None
    except InvalidValueError:
        return False


def _is_date(text: str) -> bool:
    return bool(re.match(r"-?[0-9]{3}", text.strip())) and _read_date(text.strip()) is not None


def _read_date(text: str) -> Date | None:
    try:
        return parse_date(text)
    except InvalidValueError:
        return None
