"""The build's cache: results under a digest of everything that they were made from.

An entry that is missing, stale, cut short or spoilt is worked out again, nothing more.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.publishing.look import PACKAGE

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

    paths = (path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".json", ".mo"})
    code = ((path.relative_to(PACKAGE).as_posix(), path.read_bytes()) for path in paths)
    versions = {name: metadata.version(name) for name in _LIBRARIES}
    return digest([*code, ("versions", json.dumps([sys.version, versions]).encode())])


@dataclass(frozen=True, slots=True)
class Cache:
    """Results in one folder, one file for each name; without a folder, nothing is kept."""

    folder: Path | None

    def load(self, name: str, key: str) -> Any:
        """The result stored for `name` under `key`; None where there is none, or it is spoilt."""
        if self.folder is None:
            return None
        try:
            head, _, body = (self.folder / f"{name}.json").read_bytes().partition(b"\n")
            return json.loads(body) if json.loads(head) == _head(key, body) else None
        except (OSError, ValueError, RecursionError):
            return None

    def store(self, name: str, key: str, result: Any) -> None:
        """Keep `result` (plain JSON). A cache that cannot be written costs time, not the build."""
        if self.folder is None:
            return
        body = json.dumps(result, ensure_ascii=False).encode()
        path = self.folder / f"{name}.json"
        beside = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(json.dumps(_head(key, body)).encode() + b"\n" + body)
            beside.replace(path)
        except OSError:
            with suppress(OSError):  # where it cannot be written it may not be looked for either
                beside.unlink(missing_ok=True)

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


def _head(key: str, body: bytes) -> dict[str, str]:
    """The first line of an entry: its key, and a digest that a spoilt body does not have."""
    return {"key": key, "sum": hashlib.sha256(body).hexdigest()}


def fingerprint(folder: Path, paths: Iterable[str]) -> Mapping[str, list[int]] | None:
    """Size and times of change of each file; None where one is missing."""
    try:
        stats = {path: (folder / path).lstat() for path in paths}
    except OSError:
        return None
    return {
        path: [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns] for path, stat in stats.items()
    }
