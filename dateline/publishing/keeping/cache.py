"""The build's cache: results under a digest of everything that they were made from.

An entry that is missing, stale, cut short or spoilt is worked out again, nothing more.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Self

from dateline import PACKAGE
from dateline.frozen import dataclass

WHOLE_SITE = "_site"
"""The name of the site's own entry: no briefing's folder can be called so."""

_LIBRARIES = ("icalendar", "jinja2", "markdown", "nh3", "pillow", "pydantic", "pyyaml", "resvg-py")


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One SHA-256 for these named bytes, in whatever order they come."""
    whole = hashlib.sha256()
    for name, data in sorted(parts):
        whole.update(f"{len(name)} {name} {len(data)} ".encode())
        whole.update(data)
    return whole.hexdigest()


@cache
def code_digest() -> str:
    """The digest of the generator: its code and data, Python, and the libraries that it uses."""
    from importlib import metadata  # a check keeps nothing, and does without

    code = ((name, Path(path).read_bytes()) for name, path in _code_in(str(PACKAGE)))
    versions = {name: metadata.version(name) for name in _LIBRARIES}
    return digest([*code, ("versions", json.dumps([sys.version, versions]).encode())])


def _code_in(folder: str, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Its files by their names in the package."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.endswith((".py", ".json", ".mo")):
                yield prefix + entry.name, entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _code_in(entry.path, f"{prefix}{entry.name}/")


# Most entries have all that a build needs of them in so many bytes.
_FRONT: Final = 65_536


@dataclass(frozen=True, slots=True)
class PartSpan:
    """Where a part of an entry begins, its length, and the digest that a spoilt part does not have."""

    start: int
    length: int
    sum: str


@dataclass(frozen=True, slots=True)
class Parts:
    """An entry of the cache; `front` are the first bytes of its file."""

    path: Path
    key: str
    spans: tuple[PartSpan, ...]
    front: bytes

    @classmethod
    def open(cls, path: Path) -> Self | None:
        """None where there is no entry, or it is spoilt at its head."""
        try:
            with path.open("rb") as file:
                front, size = file.read(_FRONT), os.fstat(file.fileno()).st_size
            head, _, _ = front.partition(b"\n")
            first = json.loads(head)
            starts = accumulate((length for length, _ in first["parts"]), initial=len(head) + 1)
            spans = tuple(
                PartSpan(start, int(length), str(sum_))
                for start, (length, sum_) in zip(starts, first["parts"], strict=False)
            )
            is_whole = spans[-1].start + spans[-1].length == size
            return cls(path, str(first["key"]), spans, front) if is_whole else None
        except (OSError, ValueError, OverflowError, RecursionError, TypeError, LookupError):
            return None

    def read(self, number: int) -> bytes | None:
        """None where that part is missing or spoilt."""
        if number >= len(self.spans):
            return None
        span = self.spans[number]
        end = span.start + span.length
        try:
            if end <= len(self.front):
                part = self.front[span.start : end]
            else:
                with self.path.open("rb") as file:
                    file.seek(span.start)
                    part = file.read(span.length)
        except (OSError, ValueError):
            return None
        return part if hashlib.sha256(part).hexdigest() == span.sum else None


@dataclass(frozen=True, slots=True)
class Cache:
    """Results in one folder, one file for each name; without a folder, nothing is kept."""

    folder: Path | None

    def load(self, name: str, key: str) -> Any:
        """The result stored for `name` under `key`; None where there is none, or it is spoilt."""
        parts = self.open_parts(name, key)
        text = parts.read(0) if parts else None
        return json.loads(text) if text else None

    def open_parts(self, name: str, key: str) -> Parts | None:
        """The parts stored for `name` under `key`, which are read when they are asked for."""
        parts = Parts.open(self._path(name)) if self.folder else None
        return parts if parts and parts.key == key else None

    def store(self, name: str, key: str, result: Any) -> bool:
        """Keep `result`, plain JSON, and say whether it is kept."""
        text = json.dumps(result).encode("ascii") if self.folder else b""
        return self.store_parts(name, key, [text]) is not None

    def store_parts(self, name: str, key: str, parts: Sequence[bytes]) -> Parts | None:
        """Keep these bytes. A cache that cannot be written costs time, not the build."""
        if self.folder is None:
            return None
        path = self._path(name)
        beside = path.with_name(f"{path.name}.{os.getpid()}.new")
        sums = [[len(part), hashlib.sha256(part).hexdigest()] for part in parts]
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                head = json.dumps({"key": key, "parts": sums}).encode()
                file.writelines((head, b"\n", *parts))
            beside.replace(path)
        except OSError:
            with suppress(OSError):  # where it cannot be written it may not be looked for either
                beside.unlink(missing_ok=True)
            return None
        return Parts.open(path)

    def _path(self, name: str) -> Path:
        assert self.folder
        return self.folder / f"{name}.json"

    def keep_only(self, names: Iterable[str]) -> None:
        if self.folder is None or not self.folder.is_dir():
            return
        kept = {f"{name}.json" for name in names}
        for path in self.folder.glob("*.json"):
            if path.name not in kept:
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Delete what a killed build left half-written; another that goes on does without it."""
        if self.folder is not None:
            for path in self.folder.rglob("*.new"):
                with suppress(OSError):
                    path.unlink(missing_ok=True)
