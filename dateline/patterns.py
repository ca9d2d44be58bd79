"""Patterns that are compiled when they are first applied, and kept where Python keeps compiled modules.

Compiling all of them would take longer than checking a briefing, which needs only some. Those that it
needs took a sixth of a build, so their code is kept. What the code of a pattern is, Python does not
promise: what is kept is of this very Python, and a pattern of which there is no code, or of another form,
is compiled as ever.
"""

import atexit
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final, cast
from zlib import crc32

from dateline.signs import fold, signs_of

FILE: Final = Path(cache_from_source(__file__)).with_suffix(".codes")
_METHODS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")
# The program has about a thousand patterns; more than that are of other versions of it.
_MOST: Final = 1500

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[str, ...]]
_Key = tuple[str, int]


class _PatternToBe:
    """Once applied, it is as fast as the pattern itself."""

    __slots__ = (*_METHODS, "_flags", "_write")

    def __init__(self, write: Callable[[], str], flags: int) -> None:
        self._write = write
        self._flags = flags

    @property
    def pattern(self) -> str:
        return self._write()

    def __getattr__(self, name: str) -> Any:
        compiled, signs = _compile_kept(self._write(), self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        if signs:
            self.search = _with_sign(signs, compiled.search, lambda: None)
            self.finditer = _with_sign(signs, compiled.finditer, lambda: iter(()))
        return getattr(self if name in _METHODS else compiled, name)


def _with_sign(
    signs: tuple[str, ...], find: Callable[..., Any], find_nothing: Callable[[], Any]
) -> Callable[..., Any]:
    """Looks for the signs first, where a match may be."""

    def find_if_signed(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        folded = fold(text[start:end] if start or end < len(text) else text)
        for sign in signs:
            if sign in folded:
                return find(text, start, end)
        return find_nothing()

    return find_if_signed


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return write_later(partial(str, pattern), flags)


def write_later(write: Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """A pattern that is not even written before it is applied."""
    return cast("re.Pattern[str]", _PatternToBe(write, int(flags)))


def _compile_kept(pattern: str, flags: int) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What `re.compile` makes of it, from the code that was kept if there is any, and its signs."""
    key = (pattern, flags)
    try:
        code = _kept().get(key)
        if code is None and not sys.dont_write_bytecode:
            code = _keep(key, code_of(*key))
        if code is not None:
            return pattern_of(pattern, code), code[-1]
    except Exception:  # noqa: BLE001, S110 - this Python has it in another form; or it is no pattern
        pass
    return re.compile(pattern, flags), ()


def code_of(pattern: str, flags: int) -> Code:
    """What `re` makes of a pattern before it makes an object of that."""
    compiler: Any = import_module("re._compiler")
    tree = compiler._parser.parse(pattern, flags)  # noqa: SLF001 - see above
    numbers: dict[str, int] = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    code = array("I", compiler._code(tree, flags)).tobytes()  # noqa: SLF001
    signs = signs_of(tree)
    return flags | tree.state.flags, code, tree.state.groups - 1, numbers, tuple(names), signs


def pattern_of(pattern: str, code: Code) -> re.Pattern[str]:
    flags, words, groups, numbers, names, _ = code
    make: Callable[..., re.Pattern[str]] = import_module("_sre").compile
    return make(pattern, flags, array("I", words).tolist(), groups, numbers, names)


# What is kept


@cache
def _kept() -> dict[_Key, Code]:
    """The codes that were kept by this Python; none where the file is spoilt."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        held = FILE.read_bytes()
        if held[:4] == _sum(held[4:]):
            made_by, codes = marshal.loads(held[4:])  # noqa: S302 - as we wrote it, says the sum
            if made_by == sys.version:
                return cast("dict[_Key, Code]", codes)
    return {}


_new: Final[dict[_Key, Code]] = {}


def _keep(key: _Key, code: Code) -> Code:
    if not _new:
        atexit.register(_write)
    _new[key] = code
    return code


def _write() -> None:
    kept = _kept() | _new
    held = marshal.dumps((sys.version, kept if len(kept) <= _MOST else _new))
    beside = FILE.with_suffix(".new")  # the next to compile one writes it again
    with suppress(OSError):
        beside.write_bytes(_sum(held) + held)
        beside.replace(FILE)


def _sum(held: bytes) -> bytes:
    return crc32(held).to_bytes(4, "big")
