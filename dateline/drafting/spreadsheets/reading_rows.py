"""The rows of a spreadsheet, each as a change of a fact, as a new fact, or as a problem."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.drafting.spreadsheets.cell_entries import split_entries
from dateline.drafting.spreadsheets.comparing import FactChange, RowFindings, compare_row
from dateline.drafting.spreadsheets.known_facts import KnownFacts
from dateline.drafting.spreadsheets.named_rows import FactTable
from dateline.drafting.spreadsheets.new_facts import (
    NamesOfFacts,
    NewFact,
    changed_proposal,
    propose_row,
)
from dateline.drafting.spreadsheets.row_ids import RowOfFact, called_column, rows_of_facts
from dateline.drafting.spreadsheets.row_sources import with_sources_of_rows
from dateline.facts.kinds import Kind
from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass
from dateline.problems import Problem, Related, Rule, sort_problems
from dateline.reading.encoding import refused_characters


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetFindings:
    """What a spreadsheet says that the sheets do not; nothing is written while there are problems."""

    changes: tuple[FactChange, ...]
    new: tuple[NewFact, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]


def compare_tables(
    tables: Sequence[FactTable], known: KnownFacts, source: str | None = None
) -> SpreadsheetFindings:
    """What the rows change and add; new facts that rest on nothing else are from the `source`."""
    found, new = RowFindings(), list[NewFact]()
    tables = with_sources_of_rows(tables, known)
    rows = rows_of_facts(tables, known)
    names, taken = _names(rows, known, source), dict[str, RowOfFact]()
    for row in rows:
        refused = tuple(_refused(row, known, taken))
        found.problems += refused
        if refused:
            continue
        taken[row.id] = row
        if record := known.records.get(row.id):
            compare_row(row.row, record, known, found)
        elif proposal := propose_row(row, names, known, found):
            _add(proposal, known, found, new)
    remarks = [remark for table in tables for remark in _remarks(table, known, taken)]
    return SpreadsheetFindings(
        changes=tuple(found.changes),
        new=tuple(new),
        problems=sort_problems(found.problems),
        remarks=(*remarks, *_without_pictures(new), *_computed(found.computed)),
    )


def _add(proposal: NewFact, known: KnownFacts, found: RowFindings, new: list[NewFact]) -> None:
    """Adds a new fact; one that was imported before and is not decided yet is changed."""
    if proposal.id not in known.written:
        new.append(proposal)
    elif change := changed_proposal(proposal, known.written[proposal.id]):
        found.changes.append(change)


def _names(rows: Iterable[RowOfFact], known: KnownFacts, source: str | None) -> NamesOfFacts:
    kinds = {**known.kinds, **{row.id: row.kind for row in rows if not row.is_known}}
    called = [(own, known.kinds[own], fields) for own, fields in known.written.items()]
    called += [(row.id, row.kind, row.row.cells) for row in rows if not row.is_known]
    ids: dict[str, list[str]] = defaultdict(list)
    for own, kind, fields in called:
        for text in _texts(fields, kind):
            ids[text.casefold()].append(own)
    return NamesOfFacts(kinds=kinds, ids=ids, source=source)


def _texts(fields: Mapping[str, Any], kind: Kind) -> Iterator[str]:
    """What a fact is called, in its fields or in the cells of a row."""
    aliases = fields.get("aliases") or ()
    yield from split_entries(aliases) if isinstance(aliases, str) else aliases
    yield str(fields.get(called_column(kind)) or "").strip()


def _refused(
    found: RowOfFact, known: KnownFacts, taken: Mapping[str, RowOfFact]
) -> Iterator[Problem]:
    row, own, place = found.row, found.id, found.row.place("id")
    for column, cell in row.cells.items():
        for refused in refused_characters(cell):
            text = f"{column}: {refused.found}"
            yield Problem(row.place(column), Rule.FILE_CHARACTER, text, refused.fix)
    if first := taken.get(own):
        related = (Related(position=first.row.place("id"), note="the first is here"),)
        yield Problem(
            place, Rule.ID_DUPLICATE, f"two rows are of ‘{own}’", "keep one of them", related
        )
    kind = known.kinds.get(own, found.kind)
    if kind != found.kind:
        text = f"‘{own}’ is of another kind, in {kind.sheet}"
        fix = "give the row another id, or move it to the table of that kind"
        yield Problem(place, Rule.REFERENCE_KIND, text, fix)
    if own in {removal.id for removal in known.briefing.removed}:
        text = f"‘{own}’ was removed, and its address is a notice of that"
        yield Problem(place, Rule.ID_DUPLICATE, text, "give the row another id, or delete it")
    for fact in known.briefing.facts:
        if own in fact.formerly:
            text = f"‘{own}’ is what ‘{fact.id}’ was called before"
            yield Problem(place, Rule.ID_DUPLICATE, text, f"write {fact.id}")


def _remarks(table: FactTable, known: KnownFacts, taken: Collection[str]) -> Iterator[str]:
    yield from table.remarks
    if table.unread:
        names = join_words(f"“{name}”" for name in table.unread)
        yield f"{table.path}: not read, as no field of {table.kind.plural} is called so: {names}"
    ids = [record.id for record in known.briefing.records(table.kind)]
    absent = [own_id for own_id in ids if own_id not in taken]
    if absent and len(absent) < len(ids) and not table.is_added:
        yield (
            f"{table.path} has no row for {join_words(absent)}, which stay as they are: "
            f"to remove a fact, list it under `removed:` in {table.kind.sheet}"
        )


def _without_pictures(new: Iterable[NewFact]) -> Iterator[str]:
    columns = ("picture_alt", "picture_credit")
    ids = [fact.id for fact in new if any(fact.row.cells.get(name) for name in columns)]
    if ids:
        yield (
            f"the words about the picture of {join_words(ids)} were not read, as a table has no "
            "file of it: add `picture:` in the sheet"
        )


def _computed(rows: Mapping[str, list[int]]) -> Iterator[str]:
    for column, numbers in rows.items():
        listed = join_words(map(str, numbers[:10])) + (" and more" if len(numbers) > 10 else "")
        yield (
            f"the column {column} is only for reading, so what it says in row {listed} was not read: "
            "change what it is made of, or the sheet"
        )
