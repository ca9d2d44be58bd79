"""Every fault that is tried on the program: a row that stands above the test which tries it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

ROOT: Final = Path(__file__).parent.parent.parent
_Test = TypeVar("_Test", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """What is done and what comes of it; `promise` is the number of a promise in docs/safety.md."""

    promise: int
    file: str
    done: str
    outcome: str
    test: str


FAULTS: Final[dict[Fault, None]] = {}
"""Those of the tests that were imported."""


def tried(promise: int, done: str, outcome: str) -> Callable[[_Test], _Test]:
    """Above a test, and above its parameters, whose names `done` and `outcome` may have in braces.

    A test with parameters is a row for each text that they give; `{id}` is the id of a case.
    """

    def register(test: _Test) -> _Test:
        file = Path(test.__code__.co_filename).relative_to(ROOT).as_posix()
        for case in _cases(getattr(test, "pytestmark", [])):
            fault = Fault(
                promise=promise,
                file=file,
                done=done.format_map(case),
                outcome=outcome.format_map(case),
                test=test.__name__,
            )
            FAULTS[fault] = None
        return test

    return register


def _cases(marks: list[pytest.Mark]) -> Iterator[Mapping[str, object]]:
    every = [list(_of_mark(mark)) for mark in marks if mark.name == "parametrize"]
    for parts in product(*every):
        yield {name: value for part in parts for name, value in part.items()}


def _of_mark(mark: pytest.Mark) -> Iterator[Mapping[str, object]]:
    names, cases = mark.args[0], list(mark.args[1])
    listed = names.split(",") if isinstance(names, str) else names
    ids = mark.kwargs.get("ids")
    for number, case in enumerate(cases):
        values, name = _values(case, many=len(listed) > 1)
        named = ids[number] if isinstance(ids, list | tuple) else name
        shown = map(_shown, values)
        yield {**dict(zip(map(str.strip, listed), shown, strict=True)), "id": named}


def _shown(value: object) -> object:
    """A command as it is typed, and a function by its name."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return " ".join(value)
    return getattr(value, "__name__", "").replace("_", " ") if callable(value) else value


def _values(case: Any, *, many: bool) -> tuple[tuple[object, ...], str | None]:
    if hasattr(case, "values") and hasattr(case, "marks"):  # made by pytest.param
        return case.values, case.id
    return (tuple(case) if many else (case,)), None
