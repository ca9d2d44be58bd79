"""The fields that a record of a kind may have, and those within them; `None` is the front matter."""

from __future__ import annotations

from dateline.drafting.proposing.proposal import RECORDS
from dateline.facts.described import DescribedField, fields_of
from dateline.facts.kinds import Kind
from dateline.facts.records import FrontMatter, Passage, Record, Source, SourceRef


def model_of(kind: Kind | None) -> type[Record]:
    if kind is None:
        return FrontMatter
    return Source if kind is Kind.SOURCE else RECORDS[kind]


def described_fields(kind: Kind | None) -> tuple[DescribedField, ...]:
    return fields_of(model_of(kind))


def has_parts(field: DescribedField) -> bool:
    """Whether it is a record with fields of its own, and no passage or source, which are a line."""
    return field.is_record and field.value_type not in (Passage, SourceRef)


def parts_of(field: DescribedField) -> tuple[DescribedField, ...]:
    """The fields of a record within the record."""
    return fields_of(field.value_type) if has_parts(field) else ()
