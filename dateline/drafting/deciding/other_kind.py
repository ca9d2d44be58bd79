"""An item as something else: a person as an organisation, what happened as what was expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.drafting.deciding.item_fields import described_fields
from dateline.drafting.deciding.items import NAMED, Item
from dateline.drafting.sheets import edits
from dateline.drafting.sheets.edits import DECIDE, Sheet
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.kinds import Kind
from dateline.frozen import dataclass

# What somebody is and what something is are the same to a reader.
_SAME: Final = {"role": "what", "what": "role"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherKind:
    """What an item may be instead; `words` say so. An event stays one, and is `expected` or not."""

    kind: Kind
    words: str


def other_kinds(item: Item) -> tuple[OtherKind, ...]:
    """What else the item may be: none for what has little in common with anything else."""
    if item.kind in NAMED:
        others = (kind for kind in NAMED if kind is not item.kind)
        return tuple(OtherKind(kind=kind, words=kind.value) for kind in others)
    if item.kind is Kind.EVENT and (item.fields.get("date") or item.fields.get("expected")):
        is_expected = item.fields.get("expected") is not None
        words = "something that happened" if is_expected else "something expected"
        return (OtherKind(kind=Kind.EVENT, words=words),)
    return ()


def with_other_kind(sheets: Mapping[str, Sheet], item: Item, other: OtherKind) -> dict[str, Sheet]:
    """The sheets that are changed: the item is still undecided, and asks for what it lacks."""
    fields = _event(item) if other.kind is Kind.EVENT else dict(_named(item, other.kind))
    asks = list(dict.fromkeys((*_lacking(fields, other.kind), *_still_asked(item, fields))))
    record = {"id": item.id, DECIDE: asks or _first_text(fields), **fields}
    changed = dict(sheets)
    if not item.proposed:
        changed[item.sheet] = edits.remove_record(changed[item.sheet], item.id)
    target = changed[other.kind.sheet]
    changed[target.name] = edits.add_record(target, other.kind.plural, record)
    return changed


def _event(item: Item) -> dict[str, SheetValue]:
    fields = dict(item.fields)
    expected = fields.pop("expected", None)
    if isinstance(expected, Mapping):
        return {**fields, "date": expected.get("window")}
    window = fields.pop("date")
    return {**fields, "expected": {"window": window}}


def _named(item: Item, kind: Kind) -> Iterator[tuple[str, SheetValue]]:
    """The fields that the other kind has too."""
    names = [each.written for each in described_fields(kind)]
    for name, value in item.fields.items():
        if name in names:
            yield name, value
        elif _SAME.get(name) in names:
            yield _SAME[name], value


def _lacking(fields: Mapping[str, SheetValue], kind: Kind) -> Iterator[str]:
    for each in described_fields(kind):
        if each.needed and each.written != "id" and fields.get(each.written) is None:
            yield each.written


def _still_asked(item: Item, fields: Mapping[str, SheetValue]) -> Iterator[str]:
    for name in item.asks:
        for each in (name, _SAME.get(name, name)):
            if each in fields:
                yield each


def _first_text(fields: Mapping[str, SheetValue]) -> Sequence[str]:
    names = ("title", "what", "role", "name")
    return [next(name for name in names if name in fields)]
