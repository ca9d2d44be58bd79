"""Sources that rows name and no sheet has: a record for each, by its title, its address or its id."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.drafting.spreadsheets.cell_entries import split_entries
from dateline.drafting.spreadsheets.column_names import SOURCE_ADDRESS
from dateline.drafting.spreadsheets.known_facts import KnownFacts
from dateline.drafting.spreadsheets.named_rows import FactTable, NamedRow
from dateline.facts.fields import ID
from dateline.facts.kinds import Kind


def with_sources_of_rows(tables: Sequence[FactTable], known: KnownFacts) -> tuple[FactTable, ...]:
    """The tables, and one of the sources that their rows name."""
    named = [table if table.kind == Kind.SOURCE else _titled(table, known) for table in tables]
    there = {text.casefold() for text in _texts_of_sources(known)}
    there |= {
        cell.strip().casefold()
        for table in named
        if table.kind == Kind.SOURCE
        for row in table.rows
        for cell in (row.cells.get("id", ""), row.cells.get("title", ""))
    }
    found: dict[str, NamedRow] = {}
    for table in named:
        for row in () if table.kind == Kind.SOURCE else table.rows:
            for source in () if row.cells.get("id") in known.written else _sources(row):
                key = (source.cells.get("id") or source.cells["title"]).casefold()
                if key not in there:
                    found.setdefault(key, source)
    rows = tuple(found.values())
    path = named[0].path if named else ""
    added = (FactTable(kind=Kind.SOURCE, path=path, rows=rows, is_added=True),) if rows else ()
    return (*added, *named)


def _texts_of_sources(known: KnownFacts) -> Iterator[str]:
    for own, fields in known.sheets[Kind.SOURCE].items():
        yield from (own, *(str(fields[name]) for name in ("title",) if fields.get(name)))


def _titled(table: FactTable, known: KnownFacts) -> FactTable:
    """The rows, those with an address alone with what that source is called."""
    by_address = {
        str(fields["address"]): own
        for own, fields in known.sheets[Kind.SOURCE].items()
        if fields.get("address")
    }
    return replace(table, rows=tuple(_with_title(row, by_address) for row in table.rows))


def _with_title(row: NamedRow, by_address: dict[str, str]) -> NamedRow:
    address, written = (row.cells.get(name, "").strip() for name in (SOURCE_ADDRESS, "source"))
    if address in by_address:
        return replace(row, cells={**row.cells, "source": by_address[address]})
    if not address or written:
        return row
    place = row.place(SOURCE_ADDRESS)
    cells = {**row.cells, "source": urlsplit(address).netloc or address}
    return replace(row, cells=cells, places={**row.places, "source": place})


def _sources(row: NamedRow) -> Iterator[NamedRow]:
    entries = split_entries(row.cells.get("source", ""))
    address = row.cells.get(SOURCE_ADDRESS, "").strip()
    for entry in entries:
        is_id = bool(ID.fullmatch(entry)) and not address
        cells = {"id": entry} if is_id else {"title": entry}
        if address and len(entries) == 1:
            cells["address"] = address
        place = row.place("source")
        places = {**dict.fromkeys(cells, place), "address": row.place(SOURCE_ADDRESS)}
        yield NamedRow(position=row.position, cells=cells, places=places)
