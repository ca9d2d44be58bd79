"""The facts for a spreadsheet: a CSV file for each sheet, a row for each fact, in page order.

RFC 4180, in UTF-8 after a byte order mark: without one Excel reads the bytes in the code page of
the machine, and names in other scripts come out as noise. Dates stay EDTF text beside their words,
and lists are joined with "; ".
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from dateline.facts.guarded_cells import safe
from dateline.facts.kinds import Kind
from dateline.facts.records import RECORD_OF, Event, Fact, Record, Source
from dateline.frozen import dataclass
from dateline.pages.cards.figure_order import as_on_the_page
from dateline.pages.data.columns import COMMON, Column, own_columns
from dateline.pages.edition import Edition, as_known


@dataclass(frozen=True, kw_only=True)
class Table:
    """A sheet to download; after its `own` columns are those that all facts have."""

    kind: Kind
    record: type[Fact | Source]

    @property
    def file(self) -> str:
        return f"{self.kind.table}.csv"

    @cached_property
    def own(self) -> tuple[Column, ...]:
        return own_columns(self.record)

    @property
    def columns(self) -> tuple[Column, ...]:
        return (*self.own, *COMMON) if issubclass(self.record, Fact) else self.own

    def rows(self, edition: Edition) -> Iterator[dict[str, str]]:
        in_order = _ORDERS.get(self.kind)
        for record in in_order(edition) if in_order else edition.briefing.records(self.kind):
            yield {column.name: column.cell(record, edition) for column in self.columns}


def tables_of(edition: Edition) -> tuple[Table, ...]:
    """The tables that have rows."""
    return tuple(table for table in TABLES if edition.briefing.records(table.kind))


def to_csv(names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Names of columns, then rows. ValueError where a row has a cell that no column is for."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=names)
    writer.writeheader()
    writer.writerows({name: safe(cell) for name, cell in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


# Tables


def _as_on_the_page(edition: Edition) -> list[Event]:
    ordered = (*edition.past, *edition.followed_publication)
    return [as_known(event, edition) for event in ordered]


_ORDERS: Final[Mapping[Kind, Callable[[Edition], Sequence[Record]]]] = {
    Kind.EVENT: _as_on_the_page,
    Kind.FIGURE: lambda edition: [*as_on_the_page(edition.briefing)],
}
TABLES: Final = tuple(Table(kind=kind, record=record) for kind, record in RECORD_OF.items())
