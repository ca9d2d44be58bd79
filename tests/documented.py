"""`python -m tests.documented` writes what records.py says of its fields into the documentation.

Only the rows of tables are written: the prose around them, and which tables there are, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from dateline.facts import records, shared_records, site_records
from dateline.facts.described import DescribedField, Reads, Written, fields_of
from dateline.facts.fields import OneOrMore
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact, Named, Record
from dateline.facts.shared_records import SharedRecord
from dateline.pages.data.columns import COMMON, Column
from dateline.pages.data.csv_tables import TABLES

DOCS = Path(__file__).parent.parent / "docs"
FORMAT, DATA = DOCS / "content-format.md", DOCS / "data.md"
RECORDS = [
    member
    for member in {**vars(records), **vars(shared_records), **vars(site_records)}.values()
    if isinstance(member, type) and issubclass(member, Record) and member is not Record
]


def title(record: type) -> str:
    """What a table calls a record: "Source reference"."""
    name = {"SourceRef": "SourceReference"}.get(record.__name__, record.__name__)
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def own_fields(record: type[Record]) -> tuple[DescribedField, ...]:
    """A record's fields, those that are needed first, without those of every fact or name."""
    shared = [
        base
        for base in (Named, Fact, SharedRecord)
        if issubclass(record, base) and record is not base
    ]
    elsewhere = {field.name for base in shared for field in fields_of(base)}
    own = (field for field in fields_of(record) if field.name not in elsewhere)
    return tuple(sorted(own, key=lambda field: not field.needed))


def writes(field: DescribedField) -> str:
    """What an editor writes in a field, in a few words."""
    if field.refers_to and not field.is_record:
        kinds = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in field.refers_to]
        written = f"the id of {join_words(kinds, 'or')}" if len(kinds) < 4 else "the id of a fact"
    elif issubclass(field.value_type, StrEnum):
        written = join_words([f"`{value}`" for value in field.value_type], "or")
    elif mark := field.mark(Written) or field.mark(Reads):
        written = mark.words
    else:
        written = f"*{title(field.value_type)}*"
    if not field.many or written.endswith("list"):
        return written
    return f"{written}, or a list" if OneOrMore in field.marks else f"a list: {written}"


def field_table(record: type[Record]) -> str:
    rows = (
        f"| `{field.written}` |{' needed' if field.needed else ''} | {writes(field)} | {field.help} |"
        for field in own_fields(record)
    )
    return "\n".join([f"| {title(record)} | | you write | |", "|---|---|---|---|", *rows, ""])


def column_table(columns: Iterable[Column], record: type[Record]) -> str:
    """The columns that are not simply a field, which docs/content-format.md explains."""
    fields = {field.written for field in fields_of(record) if not field.is_record}
    columns = [column for column in columns if column.name not in fields]
    return "\n".join(
        [
            "| column | |",
            "|---|---|",
            *(f"| `{column.name}` | {column.help} |" for column in columns),
            "",
        ]
    )


def documented_format(text: str) -> str:
    """docs/content-format.md with the rows that the records give."""
    tables = {title(record): field_table(record) for record in RECORDS}
    table = re.compile(r"^\| ([A-Z][a-z ]+) \| \| (?:you write \| )?\|\n(?:\|.*\n)+", re.MULTILINE)
    return table.sub(lambda found: tables[found[1]], text)


def documented_data(text: str) -> str:
    """docs/data.md with the rows that the columns give."""
    tables = {f"`{table.file}`": column_table(table.own, table.record) for table in TABLES}
    tables["Every"] = column_table(COMMON, Fact)
    section = re.compile(r"^(### (\S+).*\n\n)(?:\|.*\n)+", re.MULTILINE)
    return section.sub(lambda found: found[1] + tables[found[2]], text)


if __name__ == "__main__":
    FORMAT.write_text(documented_format(FORMAT.read_text("utf-8")), "utf-8")
    DATA.write_text(documented_data(DATA.read_text("utf-8")), "utf-8")
