"""The columns that a table has for the fields of a record, and how their cells are written.

A field with a value or a list of values is a column; records.py says which columns a record within a
record has, and which fields have none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from dateline.facts.dates import Date, edtf_text
from dateline.facts.described import Columns, DescribedField, NoColumn, Unpublished, fields_of
from dateline.facts.quantities import Amount
from dateline.frozen import dataclass

# What a column of several records says where one of them lacks the field.
GAP: Final = "not known"
SEPARATOR: Final = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldColumn:
    """A column of a field; of a `part` of the records in it, if it is not about them as a whole."""

    name: str
    field: DescribedField
    part: DescribedField | None = None

    @property
    def is_written_whole(self) -> bool:
        """Whether each record in the field is one text, as “2018: about 4”."""
        return self.field.written in ENTRY_TEXTS

    @property
    def described(self) -> DescribedField:
        """The field that says what a single value is."""
        return self.part or self.field

    def entries(self, record: BaseModel) -> tuple[str, ...]:
        """The text of each value; a gap is named where one of several records lacks the field."""
        values = self.field.values(record)
        if self.part is None:
            return tuple(map(self._shown, values))
        inner = [self.part.values(value) for value in values]
        gap = GAP if self.field.many else ""
        return tuple(show_value(found[0]) if found else gap for found in inner)

    def _shown(self, value: Any) -> str:
        return ENTRY_TEXTS.get(self.field.written, show_value)(value)

    def cell(self, record: BaseModel) -> str:
        return listed(self.entries(record))


@cache
def field_columns(record: type[BaseModel]) -> tuple[FieldColumn, ...]:
    """The columns of all fields that a record has any for, in the order of the fields."""
    return tuple(column for field in fields_of(record) for column in columns_of(field))


def columns_of(field: DescribedField) -> Iterator[FieldColumn]:
    if field.mark(NoColumn) or field.mark(Unpublished):
        return
    if field.written in ENTRY_TEXTS:
        yield FieldColumn(name=field.written, field=field)
    elif names := field.mark(Columns):
        parts = {part.name: part for part in fields_of(field.value_type)}
        for part, name in names.items():
            yield FieldColumn(name=name, field=field, part=parts[part])
    elif not field.is_record:
        yield FieldColumn(name=field.written, field=field)


def listed(words: Iterable[str]) -> str:
    return SEPARATOR.join(words)


def show_value(value: object) -> str:
    if isinstance(value, Date):
        return edtf_text(value)
    return value.text if isinstance(value, Amount) else str(value)


# Lists of records that have one column


def _compared(entry: Any) -> str:
    return f"{entry.by} to {entry.to}"


def _in_history(entry: Any) -> str:
    return f"{', '.join(filter(None, (_dated(entry), entry.by)))}: {_hedged(entry)}"


def _said(entry: Any) -> str:
    return f"{entry.by or listed(ref.id for ref in entry.source)}: {_counted(entry)}"


def _revised(entry: Any) -> str:
    return f"{entry.recorded}: {_hedged(entry)}"


def _dated(entry: Any) -> str:
    date = edtf_text(entry.date)
    return f"{date}, made {edtf_text(entry.made)}" if entry.made else date


def _hedged(entry: Any) -> str:
    return f"{entry.hedge} {entry.value.text}" if entry.hedge else str(entry.value.text)


def _counted(entry: Any) -> str:
    return f"{_hedged(entry)} {entry.unit}" if entry.unit else _hedged(entry)


# How an entry is written, by the name of the field.
ENTRY_TEXTS: Final[Mapping[str, Callable[[Any], str]]] = {
    "compare": _compared,
    "history": _in_history,
    "values": _said,
    "revised": _revised,
}
