"""Patterns that are compiled when they are first applied.

Compiling all of them would take longer than checking a briefing, which needs only some.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, cast


class _PatternToBe:
    """Once applied, it is as fast as the pattern itself."""

    __slots__ = ("finditer", "fullmatch", "make", "match", "search", "sub")

    def __init__(self, make: Callable[[], re.Pattern[str]]) -> None:
        self.make = make

    def __getattr__(self, name: str) -> Any:
        compiled = self.make()
        for method in ("finditer", "fullmatch", "match", "search", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return make_later(partial(re.compile, pattern, flags))


def make_later(make: Callable[[], re.Pattern[str]]) -> re.Pattern[str]:
    return cast("re.Pattern[str]", _PatternToBe(make))
