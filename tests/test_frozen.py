"""Our frozen dataclasses behave as those of the standard library, and cost little until they are used."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import sys
from collections.abc import Callable
from dataclasses import field, replace
from functools import cached_property
from types import ModuleType
from typing import Any

import pytest

from dateline import frozen


def classes(decorate: Any) -> ModuleType:
    """The same classes, by one decorator or the other, in a module where pickle finds them."""
    module = ModuleType(f"made_by_{decorate.__module__.replace('.', '_')}")
    sys.modules[module.__name__] = module

    @decorate(frozen=True, slots=True, kw_only=True)
    class Point:
        x: int
        y: int = 0
        seen: list[int] = field(default_factory=list, compare=False, repr=False)
        known: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

        def __post_init__(self) -> None:
            self.known["x"] = self.x

    @decorate(frozen=True, slots=True, kw_only=True)
    class Named(Point):
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

    @decorate(frozen=True)
    class Pair:
        left: object
        right: object = None

        @cached_property
        def both(self) -> tuple[object, object]:
            return self.left, self.right

    @decorate(frozen=True, slots=True, eq=False)
    class Itself:
        of: object

    @decorate(frozen=True, slots=True)
    class Nothing:
        pass

    @decorate(slots=True)
    class Open:
        at: int = 0

    for made in (Point, Named, Pair, Itself, Nothing, Open):
        made.__module__, made.__qualname__ = module.__name__, made.__name__
        setattr(module, made.__name__, made)
    return module


OURS, THEIRS = classes(frozen.dataclass), classes(dataclasses.dataclass)


def outcome(work: Callable[[ModuleType], object], made: ModuleType) -> object:
    try:
        found = work(made)
    except Exception as error:  # noqa: BLE001 - whatever it is, both raise it
        found = (type(error), str(error).removeprefix("classes.<locals>."))
    return repr(found)


def set_x(point: Any) -> None:
    point.x = 3


def delete_x(point: Any) -> None:
    del point.x


def matched(pair: Any, made: ModuleType) -> object:
    match pair:
        case made.Pair(left, right):
            return left, right
    return None


@pytest.mark.parametrize(
    "work",
    [
        lambda made: made.Point(x=1),
        lambda made: made.Point(x=1, y=2).known,
        lambda made: made.Point(x=1).seen is made.Point(x=1).seen,
        lambda made: made.Point(x=1, seen=[4]).seen,
        lambda made: made.Point(1),
        lambda made: made.Point(),
        lambda made: made.Point(x=1, z=2),
        lambda made: made.Point(x=1, known={}),
        lambda made: made.Named(name="n", x=1),
        lambda made: made.Named(x=1),
        lambda made: made.Pair(1),
        lambda made: made.Pair(left=1, right=2).both,
        lambda made: made.Pair(1, 2, 3),
        lambda made: matched(made.Pair(1, 2), made),
        lambda made: made.Nothing(),
        lambda made: made.Open(2),
        lambda made: set_x(made.Point(x=1)),
        lambda made: delete_x(made.Point(x=1)),
        lambda made: set_x(made.Pair(1)),
        lambda made: made.Point(x=1) == made.Point(x=1, seen=[2]),
        lambda made: made.Point(x=1) == made.Point(x=2),
        lambda made: made.Point(x=1) == made.Named(x=1, name="n"),
        lambda made: made.Point(x=1) == 1,
        lambda made: made.Pair(1) == made.Pair(1),
        lambda made: made.Itself(1) == made.Itself(1),
        lambda made: made.Nothing() == made.Nothing(),
        lambda made: len({made.Point(x=1), made.Point(x=1, y=0), made.Point(x=2)}),
        lambda made: len({made.Itself(1), made.Itself(1)}),
        lambda made: len({made.Nothing(), made.Nothing()}),
        lambda made: hash(made.Pair([])),
        lambda made: hash(made.Open()),
        lambda made: replace(made.Point(x=1), y=5),
        lambda made: replace(made.Point(x=1), z=5),
        lambda made: copy.copy(made.Named(x=1, name="n")),
        lambda made: copy.deepcopy(made.Point(x=1, seen=[4])).seen,
        lambda made: pickle.loads(pickle.dumps(made.Point(x=1, seen=[4]))).seen,  # noqa: S301
        lambda made: pickle.loads(pickle.dumps(made.Pair(1, 2))),  # noqa: S301
        lambda made: [each.name for each in dataclasses.fields(made.Named)],
        lambda made: dataclasses.asdict(made.Point(x=1)),
        lambda made: made.Point(x=1).other,
    ],
)
def test_a_frozen_class_is_as_the_standard_library_makes_it(
    work: Callable[[ModuleType], object],
) -> None:
    for _ in range(2):  # The first object is made by another function than the rest.
        ours, theirs = outcome(work, OURS), outcome(work, THEIRS)
        assert str(ours).replace(OURS.__name__, THEIRS.__name__) == theirs


def test_no_method_is_written_before_there_is_an_object(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(dataclasses, "_create_fn", lambda name, *_, **__: written.append(name))
    monkeypatch.setattr(frozen, "_written_init", lambda cls: written.append(cls.__name__))

    @frozen.dataclass(frozen=True, slots=True, kw_only=True)
    class Point:
        x: int

    assert written == []
    with pytest.raises(TypeError):
        Point(x=1)
    assert written == ["Point"]
