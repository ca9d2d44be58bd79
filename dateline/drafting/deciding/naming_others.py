"""What a record says of others by their ids, without those that were put aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dateline.drafting.deciding.item_fields import described_fields, parts_of
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.described import DescribedField
from dateline.facts.kinds import Kind


def without_reference(
    kind: Kind | None, fields: Mapping[str, SheetValue], gone: Collection[str]
) -> dict[str, SheetValue]:
    """The fields that change where a record no longer names these; None for one that names no other."""
    return _changed(described_fields(kind), fields, gone) if gone else {}


def _changed(
    described: Iterable[DescribedField],
    fields: Mapping[str, SheetValue],
    gone: Collection[str],
) -> dict[str, SheetValue]:
    every = {field.written: field for field in described}
    left = {
        name: _left(every[name], value, gone) for name, value in fields.items() if name in every
    }
    return {name: value for name, value in left.items() if value != fields[name]}


def _left(field: DescribedField, value: SheetValue, gone: Collection[str]) -> SheetValue:
    if isinstance(value, Mapping):
        inner = {**value, **_changed(parts_of(field), value, gone)}
        return {name: each for name, each in inner.items() if each is not None}
    if not field.refers_to or value is None:
        return value
    if isinstance(value, str):
        return None if value in gone else value
    return [each for each in value if each not in gone] or None
