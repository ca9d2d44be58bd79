"""What a record says of its fields: read once from the types and descriptions in records.py.

The checks of references, `facts.json` and its schema, the tables and the documentation all come
from here, so that a field is described in one place.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import core_schema

from dateline.facts.kinds import Kind
from dateline.frozen import dataclass

Mark = TypeVar("Mark")
Json = dict[str, Any]
STRING: Final[Json] = {"type": "string"}
URI: Final[Json] = {"format": "uri", "type": "string"}


def pattern_schema(pattern: re.Pattern[str]) -> Json:
    return {"pattern": f"^{pattern.pattern}$", "type": "string"}


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks an id as that of another record, of one of these kinds."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reads:
    """`read` raises a `PydanticCustomError` whose type is a rule; `schema` is of the written value."""

    read: Callable[[Any], Any]
    schema: Json
    words: str

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


@dataclass(frozen=True, slots=True)
class IsInstance:
    """Takes what is an instance of this class; pydantic's own would describe the class for each record."""

    of: type

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(self.of)


class ClosedList(StrEnum):
    """Words of which an editor writes one, each with what it means."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member


@dataclass(frozen=True, slots=True)
class Written:
    """Says what an editor writes in a field, where its type does not."""

    words: str


class Columns(dict[str, str]):
    """Names the columns for the fields of a record within a record: `Columns(how="derived")`."""


@dataclass(frozen=True, slots=True)
class NoColumn:
    why: str


@dataclass(frozen=True, slots=True)
class SeenByReaders:
    """Marks a text whose dates, quantities, quotations and names are checked.

    A `firm` one is about what the article says; any other may go beyond it. One that `places` its
    record may name what lies around that, which no article need name: "a city in Nova Scotia".
    """

    firm: bool
    places: bool = False


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Keeps a field out of the tables and of `facts.json`."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedField:
    """A field of a record: `name` in the code, `written` by an editor, `outside` in `facts.json`.

    `value_type` is the type of a single value, also where there are `many`: `str`, `Date`, an enum,
    another record. `marks` is all that `Annotated` adds, to the field and to its type. A field that
    `may_be_empty` may stand there without a value.
    """

    name: str
    written: str
    outside: str
    help: str
    needed: bool
    may_be_empty: bool
    has_default: bool
    value_type: type
    many: bool
    marks: tuple[object, ...]

    def mark(self, of: type[Mark]) -> Mark | None:
        return next((mark for mark in self.marks if isinstance(mark, of)), None)

    @property
    def refers_to(self) -> tuple[Kind, ...]:
        """The kinds of record that the field names by their ids; empty where it names none."""
        mark = self.mark(RefersTo)
        return mark.kinds if mark else ()

    @property
    def is_reference(self) -> bool:
        """Whether it names a fact or a group, which outside are given with their names."""
        return bool(self.refers_to) and Kind.SOURCE not in self.refers_to

    @property
    def is_record(self) -> bool:
        return issubclass(self.value_type, BaseModel)

    def values(self, record: BaseModel) -> tuple[Any, ...]:
        """What a record has in this field: nothing, one value or several."""
        value = getattr(record, self.name)
        if self.many:
            return tuple(value)
        return () if value is None else (value,)


@cache
def fields_of(record: type[BaseModel]) -> tuple[DescribedField, ...]:
    """The fields of a record that an editor may write, in order."""
    fields = record.model_fields.items()
    return tuple(_described(name, info) for name, info in fields if name != "origin")


def _described(name: str, info: FieldInfo) -> DescribedField:
    value, many, marks = _unwrap(info.annotation)
    return DescribedField(
        name=name,
        written=info.alias or name,
        outside=info.serialization_alias or name,
        help=info.description or "",
        needed=info.is_required(),
        may_be_empty=NoneType in get_args(info.annotation),
        has_default=info.default is not None and not info.is_required(),
        value_type=value,
        many=many,
        marks=(*info.metadata, *marks),
    )


def _unwrap(annotation: Any) -> tuple[type, bool, tuple[object, ...]]:
    """The type inside `tuple[X, ...]`, `X | None` and `Annotated[X, …]`, and every mark around it."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is None:
        return annotation, False, ()
    wrapped = next(part for part in inner if part is not NoneType)
    value, many, marks = _unwrap(wrapped)
    if origin is Annotated:
        return value, many, (*inner[1:], *marks)
    return value, many or origin is tuple, marks
