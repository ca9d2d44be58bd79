"""What is known of a value in a template: types as annotations have them, and the fields they have.

What has no type, such as what a filter makes, may have any field.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel


def typed_fields(record: Any) -> Mapping[str, Any]:
    """The fields of a record with their types; empty for anything else."""
    if is_dataclass(record):
        hints = _hints(cast("Hashable", record))
        return {field.name: hints[field.name] for field in fields(record)}
    if issubclass(record, BaseModel):
        return {name: field.annotation for name, field in record.model_fields.items()}
    return {}


@cache
def _hints(record: Hashable) -> Mapping[str, Any]:
    return get_type_hints(record)


def alternatives(type_: Any) -> tuple[Any, ...]:
    """The types that a value of this one may have, without None."""
    if get_origin(type_) is Annotated:
        return alternatives(get_args(type_)[0])
    if get_origin(type_) in (Union, UnionType):
        return tuple(inner for part in get_args(type_) for inner in alternatives(part))
    return () if type_ in (None, NoneType) else (type_,)


def either(types: Iterable[Any]) -> Any:
    """A value of any of these types; unknown where one of them is."""
    parts = [*dict.fromkeys(part for type_ in types for part in alternatives(type_))]
    if not parts:
        return None
    return Any if Any in parts else Union[tuple(parts)]  # noqa: UP007 - it is made here


def has_field(type_: Any, name: str) -> bool:
    parts = alternatives(type_)
    return not parts or any(_field(part, name) is not _NOT_THERE for part in parts)


def type_of_field(type_: Any, name: str) -> Any:
    found = (_field(part, name) for part in alternatives(type_))
    return either(field for field in found if field is not _NOT_THERE) or Any


_NOT_THERE = object()


def _field(type_: Any, name: str) -> Any:
    plain = get_origin(type_) or type_
    if plain is Any or not isinstance(plain, type) or issubclass(plain, Mapping):
        return Any
    typed: Mapping[str, Any] = typed_fields(plain)
    if name in typed:
        return typed[name]
    return Any if hasattr(plain, name) else _NOT_THERE


def fields_in_words(type_: Any) -> tuple[str, ...]:
    """The fields that a value of this type has."""
    plain = (get_origin(part) or part for part in alternatives(type_))
    return tuple(name for part in plain if isinstance(part, type) for name in typed_fields(part))


def item_of(type_: Any) -> Any:
    """The type of what a loop over a value takes out of it."""
    return either(map(_item, alternatives(type_))) or Any


def _item(type_: Any) -> Any:
    parts = get_args(type_)
    if get_origin(type_) in (tuple, list) and parts:
        return either(part for part in parts if part is not Ellipsis)
    return parts[0] if parts and issubclass(get_origin(type_) or object, Mapping) else Any


def value_at(type_: Any) -> Any:
    """The type of what a key or a place has in a value."""
    return either(map(_value_at, alternatives(type_))) or Any


def _value_at(type_: Any) -> Any:
    origin, parts = get_origin(type_), get_args(type_)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return parts[1]
    return _item(type_)


def unpacked(type_: Any, count: int) -> tuple[Any, ...]:
    """The types of the parts of a value that is taken apart into so many names."""
    shapes = [get_args(part) for part in alternatives(type_) if get_origin(part) is tuple]
    if not shapes or any(len(shape) != count or Ellipsis in shape for shape in shapes):
        return (Any,) * count
    return tuple(either(shape[place] for shape in shapes) for place in range(count))
