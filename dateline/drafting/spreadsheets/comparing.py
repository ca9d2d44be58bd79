"""Rows of facts that a briefing has: which fields they change."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from dateline.drafting.spreadsheets.cell_entries import split_entries
from dateline.drafting.spreadsheets.known_facts import KeyWay, KnownFacts, node_of
from dateline.drafting.spreadsheets.merging import (
    CellRefused,
    CellTexts,
    Plain,
    as_items,
    merge_field,
    without_list,
)
from dateline.drafting.spreadsheets.named_rows import NamedRow
from dateline.drafting.spreadsheets.same_cells import is_same
from dateline.facts.described import DescribedField
from dateline.facts.field_columns import FieldColumn, field_columns
from dateline.facts.kinds import Kind
from dateline.facts.records import RECORD_OF, Fact, Record, Source
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Rule
from dateline.reading.validation import parse_record

EVIDENCE: Final = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """An edited cell: where it is, and what it said and says."""

    position: Position
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """The fields of a fact that a row changes; one that is None is removed."""

    kind: Kind
    id: str
    cells: tuple[CellChange, ...]
    fields: Mapping[str, Plain]


@dataclass(slots=True)
class RowFindings:
    """What comes of rows: changes, problems, and cells of computed columns that were edited."""

    changes: list[FactChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    computed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def compare_row(row: NamedRow, record: Fact | Source, known: KnownFacts, into: RowFindings) -> None:
    """Adds what a row changes of the fact that has its id."""
    downloaded = known.downloaded[record.KIND]
    edited = tuple(_edited(row, downloaded.rows.get(record.id, {})))
    columns = {column.name: column for column in field_columns(type(record))}
    own = [cell for cell in edited if cell.column in columns or cell.column == EVIDENCE]
    for cell in edited:
        if cell.column in downloaded.columns and cell not in own:
            into.computed[cell.column].append(row.position.line)
    try:
        fields = dict(_changed_fields(record, own, known))
    except CellRefused as error:
        found = f"{record.KIND} ‘{record.id}’, {error.column}: {error.found}"
        place = row.place(error.column)
        into.problems.append(Problem(place, Rule.FIELD_VALUE, found, error.fix, fact=record.id))
        return
    if not fields:
        return
    wrong = check_fields(record.KIND, known.written[record.id], fields, row)
    # What a record lacks, the site's own sheet may have.
    is_shared = record.id in known.briefing.shared
    into.problems += (each for each in wrong if each.rule != Rule.FIELD_MISSING or not is_shared)
    change = FactChange(kind=record.KIND, id=record.id, cells=tuple(own), fields=fields)
    into.changes.append(change)


def _edited(row: NamedRow, before: Mapping[str, str]) -> Iterator[CellChange]:
    for column, cell in row.cells.items():
        was = before.get(column)
        is_other = was is not None and column != "id" and not is_same(was, cell)
        if was is not None and is_other and not (column in _ADDRESSES and _leads_on(was, cell)):
            yield CellChange(position=row.place(column), column=column, was=was, now=cell.strip())


# Columns with addresses of the site, which a file has whole where it was published.
_ADDRESSES: Final = ("page", "picture")


def _leads_on(was: str, now: str) -> bool:
    return not was or now.strip().endswith(was.lstrip("./"))


def _changed_fields(
    record: Fact | Source, edited: list[CellChange], known: KnownFacts
) -> Iterator[tuple[str, Plain]]:
    cells = {cell.column: cell for cell in edited}
    written = known.written[record.id]
    by_field: dict[str, dict[str, FieldColumn]] = defaultdict(dict)
    for column in field_columns(type(record)):
        by_field[column.field.written][column.name] = column
    for name, columns in by_field.items():
        if not columns.keys().isdisjoint(cells):
            texts = {column.name: _texts(column, record, cells) for column in columns.values()}
            described = next(iter(columns.values())).field
            value = merge_field(described, columns, written.get(name), texts, known.sources)
            yield name, _checked_needed(described, value, next(iter(columns)))
    if EVIDENCE in cells and isinstance(record, Fact):
        yield EVIDENCE, _evidence(record, cells[EVIDENCE], known)


def _texts(
    column: FieldColumn, record: Fact | Source, cells: Mapping[str, CellChange]
) -> tuple[CellTexts, str]:
    """The entries of a column in the sheet, and its cell in the spreadsheet."""
    entries, whole = column.entries(record), column.cell(record)
    if column.name not in cells:
        return entries, whole
    if cells[column.name].was != whole:
        found = "the table does not show all that the sheet has on this day"
        raise CellRefused(column.name, found, "change it in the sheet")
    return entries, cells[column.name].now


def _checked_needed(described: DescribedField, value: Plain, column: str) -> Plain:
    if value is None and described.needed:
        raise CellRefused(column, "the cell is empty", "write its value: every such fact has one")
    return value


def _evidence(fact: Fact, cell: CellChange, known: KnownFacts) -> Plain:
    """The passages of a fact: those whose words stay as the sheet has them, and the new words."""
    words, items = known.words(fact), as_items(known.written[fact.id].get(EVIDENCE))
    passages: dict[str, Plain] = {}
    if len(words) == len(items):
        was = split_entries(cell.was, words)
        passages = dict(zip(was, items, strict=True)) if len(was) == len(items) else {}
    found = []
    for entry in split_entries(cell.now, words):
        if entry in passages:
            found.append(passages[entry])
        elif known.has(entry):
            found.append(entry)
        else:
            raise CellRefused(
                EVIDENCE,
                f"the article does not have these words once: “{entry}”",
                "copy the article’s exact words; those of several passages with “; ” between them",
            )
    return without_list(found, known.written[fact.id].get(EVIDENCE))


def check_fields(
    kind: Kind, written: Mapping[str, Plain], fields: Mapping[str, Plain], row: NamedRow
) -> tuple[Problem, ...]:
    """What the reader finds wrong with a record that has these fields, at the cells of the row."""
    whole = {**written, **fields}
    whole = {name: value for name, value in whole.items() if value is not None}
    model = RECORD_OF[kind]
    columns = _columns_by_way(model)

    def place(way: KeyWay) -> Position:
        names = tuple(step for step in way if isinstance(step, str))
        return row.place(columns.get(names[:2]) or columns.get(names[:1]) or "".join(names[:1]))

    return parse_record(model, node_of(whole, place), row.position).problems


def _columns_by_way(model: type[Record]) -> dict[tuple[str, ...], str]:
    """The column of each field and of each part of one; of a field with several, the first."""
    found: dict[tuple[str, ...], str] = {}
    for column in field_columns(model):
        found.setdefault((column.field.written,), column.name)
        if column.part:
            found[column.field.written, column.part.written] = column.name
    return found
