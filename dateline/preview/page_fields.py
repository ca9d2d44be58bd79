"""The fields of an item as the page of coverage shows them, and what an editor typed into them.

A field of a record within a record has the names of both: `expected.window`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from dateline.drafting.deciding.item_fields import described_fields, has_parts, parts_of
from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.deciding.objections import (
    faults_of_value,
    in_words,
    missing_fields,
)
from dateline.drafting.deciding.typed import (
    MistypedError,
    ValueChoice,
    choices_for,
    from_typed,
    to_typed,
)
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.dates import Date, DateError, parse_date, show_date
from dateline.facts.described import DescribedField
from dateline.facts.kinds import Kind
from dateline.facts.phrasing import capitalise
from dateline.facts.quantities import Amount

PageJson = Mapping[str, Any]
_DATES: Final = (Date, date)
_SHORT: Final = (*_DATES, Amount, Decimal, Enum)
# Written by hand only: they are about what was published, or need a file.
_BY_HAND: Final = frozenset(
    ("formerly", "corrections", "checked", "waive", "picture", "pictures", "publish")
)


class UnknownFieldError(ValueError):
    """The page sent a field that the item cannot have."""


def list_name(field: DescribedField) -> str:
    """The name of the list from which a field is chosen; empty where it may be anything."""
    if issubclass(field.value_type, Enum):
        return field.value_type.__name__
    return " ".join(kind.value for kind in field.refers_to if kind is not Kind.GROUP)


def shown_fields(item: Item) -> list[PageJson]:
    """What is written of the item, what is asked, and what it cannot be without."""
    every = {field.written: field for field in described_fields(item.kind)}
    # Of a quotation, the second part is often what is missing.
    usual = ("evidence",) if item.kind is Kind.QUOTATION else ()
    names = dict.fromkeys((*item.fields, *item.asks, *missing_fields(item, {}), *usual))
    return [
        {**shown, "asked": name in item.asks}
        for name in names
        if name in every and name != "id"
        for shown in _shown(every[name], item.fields.get(name))
    ]


def more_fields(kind: Kind | None) -> list[PageJson]:
    """What else an item of this kind may have, each with the fields to fill in for it."""
    return [
        {"name": field.written, "help": field.help, "fields": list(_shown(field, {}))}
        for field in described_fields(kind)
        if field.written not in _BY_HAND and (kind is not None or field.written != "id")
    ]


def _shown(field: DescribedField, value: SheetValue) -> Iterator[PageJson]:
    if has_parts(field) and (value is None or isinstance(value, Mapping)):
        for part in parts_of(field):
            inner = (value or {}).get(part.written)
            if inner is not None or not has_parts(part):
                yield _field_json(part, inner, name=f"{field.written}.{part.written}")
    else:
        yield _field_json(field, value or None, name=field.written)


def _field_json(field: DescribedField, value: SheetValue, *, name: str) -> PageJson:
    return {
        "name": name,
        "help": field.help,
        "value": _as_typed(field, value),
        "needed": field.needed,
        "asked": False,
        "many": field.many,
        "list": list_name(field),
        "date": issubclass(field.value_type, _DATES),
        "reads": read_as_date(field, to_typed(value)),
        "short": issubclass(field.value_type, _SHORT) or field.written in ("unit", "time"),
    }


def read_as_date(field: DescribedField, text: str) -> str:
    """A date as its readers see it, with its weekday; empty for anything else."""
    if not text or not issubclass(field.value_type, _DATES):
        return ""
    try:
        return capitalise(show_date(parse_date(text), weekday=True))
    except DateError:
        return ""


# What an editor typed


def typed_fields(
    desk: Desk, item: Item, typed: Mapping[str, object]
) -> tuple[dict[str, SheetValue], dict[str, str]]:
    """The fields of the item with what was typed, and what is wrong with it, by the names of fields."""
    fields, wrong = dict(item.fields), {}
    for name, text in typed.items():
        described = _described(item, name)
        if not isinstance(text, str):
            raise UnknownFieldError(name)
        head, _, part = name.partition(".")
        value = fields.get(head)
        try:
            if part:
                assert value is None or isinstance(value, Mapping), "_described saw to it"
                inner = _from_page(desk, described, text, (value or {}).get(part))
                fields[head] = _with_part(value or {}, part, inner)
            else:
                fields[head] = _from_page(desk, described, text, value)
        except MistypedError as error:
            wrong[name] = f"{capitalise(str(error))}."
        else:
            if problem := _fault(item.kind, head, fields[head]):
                wrong[name] = problem
    return fields, wrong


def read_field(kind: Kind | None, name: str, text: str) -> PageJson:
    """What is typed into a field, as it is read, or what is wrong with it."""
    head, _, part = name.partition(".")
    outer = _named(described_fields(kind), head)
    field = _named(parts_of(outer), part) if outer and part else outer
    text = " ".join(text.split())
    if field is None or not text:
        return {"reads": ""}
    if part and issubclass(field.value_type, Date):
        try:
            parse_date(text)
        except DateError as error:
            return {"wrong": f"{capitalise(str(error))}."}
    elif problem := "" if part else _fault(kind, name, text):
        return {"wrong": problem}
    return {"reads": read_as_date(field, text)}


def _named(fields: tuple[DescribedField, ...], name: str) -> DescribedField | None:
    return next((field for field in fields if field.written == name), None)


def _described(item: Item, name: str) -> DescribedField:
    head, _, part = name.partition(".")
    field = _named(described_fields(item.kind), head)
    if field and part:
        is_one = isinstance(item.fields.get(head), Mapping | None)
        field = _named(parts_of(field) if is_one else (), part)
    if field is None or (name == "id" and item.kind is None):
        raise UnknownFieldError(name)
    return field


def _fault(kind: Kind | None, name: str, value: SheetValue) -> str:
    faults = () if value is None else faults_of_value(kind, name, value)
    return f"{capitalise(in_words(faults)[0])}." if faults else ""


def _with_part(value: Mapping[str, SheetValue], part: str, inner: SheetValue) -> SheetValue:
    changed = {**value, part: inner}
    return {name: each for name, each in changed.items() if each is not None} or None


def _is_by_line(field: DescribedField, value: SheetValue) -> bool:
    """Whether each of its values has a line of the page for itself, since commas may be in them."""
    if not field.many or list_name(field):
        return False
    parts = [] if value is None else [value] if isinstance(value, str | Mapping) else value
    return all(isinstance(part, str) for part in parts)


def _as_typed(field: DescribedField, value: SheetValue) -> str:
    if _is_by_line(field, value) and not isinstance(value, str | None):
        return "\n".join(map(str, value))
    return to_typed(value)


def _from_page(desk: Desk, field: DescribedField, text: str, before: SheetValue) -> SheetValue:
    if " ".join(text.split()) == " ".join(_as_typed(field, before).split()):
        return before
    if _is_by_line(field, before):
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        return lines[0] if len(lines) == 1 else lines or None
    return from_typed(field, " ".join(text.split()), _choices(desk, field, before))


def _choices(desk: Desk, field: DescribedField, before: SheetValue) -> tuple[ValueChoice, ...]:
    """Those of the list, and what is written already, though it may be in no sheet yet."""
    choices = choices_for(desk, field)
    if not field.refers_to or before is None or isinstance(before, Mapping):
        return choices
    written = [before] if isinstance(before, str) else before
    known = {choice.value for choice in choices}
    others = (ValueChoice(value=str(value)) for value in written if value not in known)
    return (*choices, *others)
