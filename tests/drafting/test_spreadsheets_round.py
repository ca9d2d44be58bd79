"""Downloads go round: out, edited in a spreadsheet program, and in again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from dateline.drafting.spreadsheets.reading_rows import SpreadsheetFindings
from dateline.drafting.spreadsheets.sheet_changes import check_edited, edit_sheets
from dateline.facts.dates import Date
from dateline.facts.field_columns import FieldColumn, field_columns
from dateline.facts.guarded_cells import unguarded
from dateline.facts.quantities import Amount
from dateline.facts.records import RECORD_OF, Event, Fact, Figure, Source
from tests.drafting.spreadsheet_world import World, changed_world, rows, table, worlds


@pytest.mark.parametrize("slug", sorted(worlds()))
def test_what_was_downloaded_changes_nothing(slug: str) -> None:
    found = worlds()[slug].compare(worlds()[slug].downloads)
    assert (found.changes, found.new, found.problems, found.remarks) == ((), (), (), ())


# What the last entry of a cell becomes, in columns that are written in a way of their own.
WRITTEN = {
    "derived": "({}) * 1",
    "compare": "difference to {}",
    "history": "1999: about 77",
    "values": "{}: nearly 77",
    "revised": "2025-03-04: up to 77",
    "picture_alt": "{} seen from above",
}


def other(column: FieldColumn, world: World, record: Fact | Source) -> str | None:
    """Another entry for a column; None where the briefing has nothing that it could be."""
    briefing, described = world.edition.briefing, column.described
    ids = [fact.id for kind in described.refers_to for fact in briefing.records(kind)]
    used = {record.id, *column.entries(record)}
    if column.name in ("compare", "derived"):
        ids = [figure.id for figure in briefing.figures if figure.id not in str(used)]
    elif column.name == "values":
        ids = [person.id for person in briefing.people]
    free = [own for own in ids if own not in used]
    if column.name in WRITTEN:
        filled = WRITTEN[column.name]
        return filled.format(*free[:1]) if free or "{}" not in filled else None
    if described.refers_to:
        return free[0] if free else None
    kind = described.value_type
    if issubclass(kind, StrEnum):
        return next(value for value in kind if value not in used)
    texts = {Date: "2025-10", date: "2025-11-03", Decimal: "12.25", Amount: "77"}
    special = {"language": "cs", "original_language": "cs", "unit": "ohm"}
    if column.name == "same_as" and isinstance(record, Event | Figure):
        return "another-story/else"
    if column.name in ("address", "archived", "same_as"):
        return "https://example.org/else"
    return texts.get(kind) or special.get(column.name, "Other words")


def edits(world: World) -> Iterator[tuple[Fact | Source, FieldColumn, str]]:
    """Every cell that has something, or may have, with what it becomes."""
    briefing = world.edition.briefing
    for kind, model in RECORD_OF.items():
        for record in briefing.records(kind):
            for column in field_columns(model):
                entries = column.entries(record)
                new = other(column, world, record)
                is_part = column.part and not entries
                if column.name != "id" and new is not None and not is_part:
                    kept = entries[:-1] if column.field.many else ()
                    yield record, column, "; ".join([*kept, new])


def edit(world: World, record: Fact | Source, column: str, cell: str) -> SpreadsheetFindings:
    """What comes of the download with this one cell edited."""
    name = f"{record.KIND.table}.csv"
    written = rows(world.downloads[name])
    row = next(row for row in written if row["id"] == record.id)
    row[column] = cell
    found = world.compare({name: table(written)})
    assert (found.problems, found.new, found.remarks) == ((), (), ())
    assert [change.id for change in found.changes] == [record.id]
    assert [changed.column for changed in found.changes[0].cells] == [column]
    return found


@pytest.mark.parametrize("slug", ["flood", "the-bridge"])
def test_an_edited_cell_is_that_change_in_the_next_download(slug: str) -> None:
    world = worlds()[slug]
    of_each_column = {
        (type(record), column.name): (record, column, cell) for record, column, cell in edits(world)
    }
    for record, column, cell in of_each_column.values():
        found = edit(world, record, column.name, cell)
        folder = edit_sheets(world.folder, found)
        assert [*check_edited(world.folder, folder, found)] == []
        assert differences(world, changed_world(world, folder)) == {(record.id, column.name): cell}


def differences(world: World, changed: World) -> dict[tuple[str, str], str]:
    """The cells of fields that the downloads of the other have otherwise."""
    before, after = (dict(field_cells(each)) for each in (world, changed))
    assert before.keys() == after.keys()
    return {place: unguarded(cell) for place, cell in after.items() if cell != before[place]}


def field_cells(world: World) -> Iterator[tuple[tuple[str, str], str]]:
    for kind, model in RECORD_OF.items():
        names = [column.name for column in field_columns(model)]
        for row in rows(world.downloads.get(f"{kind.table}.csv", b"")):
            yield from (((row["id"], name), row[name]) for name in names if name in row)


def emptied(world: World) -> World:
    """The same briefing with its article and groups alone."""
    kept = {
        name: data
        for name, data in world.folder.files.items()
        if not name.endswith(".yaml") or name == "coverage.yaml"
    }
    groups = "".join(
        f"  - id: {group.id}\n    title: {group.title}\n" for group in world.edition.briefing.groups
    )
    sheets = {"figures.yaml": f"groups:\n{groups}".encode()} if groups else {}
    return changed_world(world, replace(world.folder, files={**kept, **sheets}))


@pytest.mark.parametrize("slug", sorted(worlds()))
def test_sheets_of_the_downloads_alone_have_the_same_cells(slug: str) -> None:
    whole = worlds()[slug]
    empty = emptied(whole)
    found = empty.compare(whole.downloads)
    assert (found.changes, found.problems) == ((), ())
    folder = edit_sheets(empty.folder, found)
    lost = differences(whole, changed_world(whole, folder))
    assert {column for _, column in lost} <= {"picture_alt", "picture_credit"}
