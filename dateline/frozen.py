"""Dataclasses whose methods are made when they are first needed.

Those of the standard library are written as text and compiled, six for each class, when a module is imported: of the
hundreds of classes here that takes a quarter of the time in which a single briefing is made. Frozen ones are made here
in the same form, and behave alike; the others are the standard library's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, field, fields
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, Final, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")

_INIT: Final = "__init__"


@dataclass_transform(field_specifiers=(field,))
def dataclass(
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    eq: bool = True,
    order: bool = False,
) -> Callable[[type[_T]], type[_T]]:
    """What `dataclasses.dataclass` does."""

    def made(cls: type[_T]) -> type[_T]:
        by_hand = {name for name, value in vars(cls).items() if value is not None}
        said, cls.__doc__ = (
            cls.__doc__,
            cls.__name__,
        )  # Without one, its signature would be made into it.
        listed = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
        )(cls)
        listed.__doc__ = said
        for name, method in _methods(listed, slots=slots, eq=eq).items():
            if name not in by_hand:
                setattr(listed, name, method)
        return listed

    if frozen and not order:
        return made
    return dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only, eq=eq, order=order)


def _methods(cls: type[Any], *, slots: bool, eq: bool) -> Mapping[str, Any]:
    return {
        _INIT: _first_init(cls),
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        **(_compared(*(each.name for each in fields(cls) if each.compare)) if eq else {}),
        **({"__getstate__": _state, "__setstate__": _set_state} if slots else {}),
    }


def _first_init(cls: type[Any]) -> Callable[..., None]:
    def init(self: object, *values: object, **named: object) -> None:
        written = _written_init(cls)
        setattr(cls, _INIT, written)
        written(self, *values, **named)

    return init


def _written_init(cls: type[Any]) -> Callable[..., None]:
    """As one by hand would be: with its parameters by name, and as quick."""
    scope: dict[str, Any] = {"_missing": MISSING}
    lines = [_set(each, cls, scope) for each in fields(cls)]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    given = [each for each in fields(cls) if each.init]
    plain = [_parameter(each, scope) for each in given if not each.kw_only]
    named = [_parameter(each, scope) for each in given if each.kw_only]
    parameters = ", ".join(("self", *plain, *("*" for _ in named[:1]), *named))
    exec(f"def {_INIT}({parameters}):\n {'; '.join(lines) or 'pass'}", scope)  # noqa: S102 - our own names
    written: Callable[..., None] = scope[_INIT]
    written.__qualname__ = f"{cls.__qualname__}.{_INIT}"
    return written


def _parameter(each: dataclasses.Field[Any], scope: dict[str, Any]) -> str:
    if each.default_factory is not MISSING:
        return f"{each.name}=_missing"
    if each.default is MISSING:
        return each.name
    scope[f"_default_{each.name}"] = each.default
    return f"{each.name}=_default_{each.name}"


def _set(each: dataclasses.Field[Any], cls: type[Any], scope: dict[str, Any]) -> str:
    """The line that sets a field; what it needs goes to `scope`."""
    name = value = each.name
    if each.default_factory is not MISSING:
        scope[f"_make_{name}"] = each.default_factory
        value = f"_make_{name}()" + (f" if {name} is _missing else {name}" if each.init else "")
    slot = getattr(cls, name, None)
    if not isinstance(slot, MemberDescriptorType):
        return f"self.__dict__[{name!r}] = {value}"
    scope[f"_set_{name}"] = slot.__set__
    return f"_set_{name}(self, {value})"


def _compared(*names: str) -> Mapping[str, Any]:
    """Of one name, `attrgetter` gives the value and no tuple, which is compared alike; of none, all are the same."""
    values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def eq(self: object, other: object) -> object:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    return {"__eq__": eq, "__hash__": lambda self: hash(values(self))}


def _repr(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
