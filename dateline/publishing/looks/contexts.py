"""What pages were planned with, kept so that an edit of a template renders them again and reads no article.

A line for each page: its path, its template and, in JSON, its context. A record is an object with the name
of its class below `=`. Reading makes the classes of `pages/contract.py` and those in their fields, and no other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final, get_args

from markupsafe import Markup

from dateline.frozen import dataclass
from dateline.pages.contract import CONTEXTS
from dateline.pages.shell import Page
from dateline.publishing.looks.template_types import typed_fields

_CLASS: Final = "="
_MARKUP: Final = "Markup"


def write_context(page: Page) -> bytes:
    return f"{page.path}\t{page.template}\t{_encode(page.context)}\n".encode()


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page whose context is read when it is asked for."""

    path: str
    template: str
    context: str

    def page(self) -> Page:
        context = json.loads(self.context, object_hook=_record)
        return Page(path=self.path, template=self.template, context=context)


def read_contexts(text: bytes) -> Iterator[KeptPage]:
    for line in text.decode().split("\n")[:-1]:
        yield KeptPage(*line.split("\t"))


# A record to JSON


def _plain(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    if kind is Markup:
        return {_CLASS: (_MARKUP, str(value))}
    found = _values_of(kind)(value)
    if Markup in map(type, found):
        found = tuple(_plain(each) if type(each) is Markup else each for each in found)
    return {_CLASS: (kind.__name__, *found)}


_encode: Final = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain
).encode


@cache
def _values_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = _names_of(kind)
    values: Any = attrgetter(*names)
    return values if len(names) > 1 else lambda value: (values(value),)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


# And back


def _record(found: dict[str, Any]) -> Any:
    if _CLASS not in found:
        return {name: _settled(value) for name, value in found.items()}
    name, *values = found[_CLASS]
    if name == _MARKUP:
        return Markup(values[0])  # noqa: S704 - as it was planned
    kind = _classes()[name]
    return kind(**dict(zip(_names_of(kind), map(_settled, values), strict=True)))


def _settled(value: Any) -> Any:
    """A list is a tuple: no context has lists."""
    return tuple(map(_settled, value)) if type(value) is list else value


@cache
def _classes() -> Mapping[str, type]:
    """Those of all contexts, by their names."""
    found: dict[str, type] = {}
    rest: list[Any] = list(CONTEXTS.values())
    while rest:
        kind = rest.pop()
        rest += get_args(kind)
        if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in found:
            found[kind.__name__] = kind
            rest += typed_fields(kind).values()
    return found
