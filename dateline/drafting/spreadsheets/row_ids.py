"""Which fact each row is about, and the id that a new one gets."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, count
from typing import Final

from dateline.drafting.spreadsheets.known_facts import KnownFacts
from dateline.drafting.spreadsheets.named_rows import FactTable, NamedRow
from dateline.facts.kinds import Kind
from dateline.frozen import dataclass

_LONGEST: Final = 50
_CALLED: Final = {
    Kind.EVENT: "title",
    Kind.FIGURE: "label",
    Kind.QUOTATION: "words",
    Kind.SOURCE: "title",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOfFact:
    """A row, and the id of the fact that it is about; `is_known` if a sheet has that id."""

    row: NamedRow
    kind: Kind
    id: str
    is_known: bool


def rows_of_facts(tables: Iterable[FactTable], known: KnownFacts) -> tuple[RowOfFact, ...]:
    """Every row with its id; without one it is of what is called the same, or of a new fact."""
    found: list[RowOfFact] = []
    pairs = [(table.kind, row) for table in tables for row in table.rows]
    taken = {*known.kinds, *known.written, *(own_id(row) for _, row in pairs)}
    called = _called(known)
    for kind, row in pairs:
        name = row.cells.get(called_column(kind), "").strip()
        row_id = own_id(row) or called.get((kind, name)) or proposed_id(name or kind, taken)
        taken.add(row_id)
        found.append(RowOfFact(row=row, kind=kind, id=row_id, is_known=row_id in known.written))
    return tuple(found)


def own_id(row: NamedRow) -> str:
    return row.cells.get("id", "").strip()


def called_column(kind: Kind) -> str:
    """The column of what a fact of this kind is called."""
    return _CALLED.get(kind, "name")


def _called(known: KnownFacts) -> Mapping[tuple[Kind, str], str]:
    """The ids of what is called so, of each kind, where no other is called the same."""
    found: dict[tuple[Kind, str], list[str]] = {}
    for kind, records in known.sheets.items():
        for written_id, fields in records.items():
            name = fields.get(called_column(kind))
            if isinstance(name, str):
                found.setdefault((kind, name), []).append(written_id)
    return {called: ids[0] for called, ids in found.items() if len(ids) == 1}


def proposed_id(called: str, taken: Collection[str]) -> str:
    """An id made of what a fact is called, and not taken yet: “Café opens” is cafe-opens."""
    letters = unicodedata.normalize("NFKD", called.replace("’", "").replace("'", "")).lower()
    plain = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")
    whole = plain if plain[:1].isalpha() else f"fact-{plain}".strip("-")
    if len(whole) > _LONGEST:
        whole = whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]
    numbered = (f"{whole}-{number}" for number in count(2))
    return next(own for own in chain([whole], numbered) if own not in taken)
