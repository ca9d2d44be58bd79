"""What content, look and program look like from outside: names, sizes and times, and no bytes.

Where these are as they were, so are the files: nothing has to be read to know that nothing changed. A
file that was saved just before could be saved again without another time: it makes a mark UNSURE.
"""

import marshal
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, Self

from dateline import PACKAGE
from dateline.frozen import dataclass
from dateline.publishing.looks.look import look_folders, own_folders
from dateline.reading.content import LOOK_FOLDER, PAGES, is_left_behind

UNSURE: Final = ""
"""The mark of what is not known by its times; it stands for nothing."""

# The clocks of disks go in steps of up to two seconds ("File Times" in Microsoft's Win32 documentation).
_STEP: Final = 2_000_000_000
_OF_THE_SITE: Final = (LOOK_FOLDER, PAGES)
_LIBRARIES: Final = ("site-packages", "dist-packages")

# The name of a file or folder, its mode, and of a file its size, its times of change, and its place.
_Seen = tuple[Any, ...]
_OF_FOLDER: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """A mark for the folder of each briefing, and for all else that a site is made from.

    Two marks that are the same stand for the same files.
    """

    folders: Mapping[str, str]
    beside: str
    program: str

    def choose(self, slugs: Collection[str]) -> Self:
        """That of these briefings alone; of all where none are named."""
        chosen = {slug: mark for slug, mark in self.folders.items() if slug in slugs}
        return replace(self, folders=chosen) if slugs else self


def take_footprint(content: Path, now: int) -> Footprint:
    """`now` is the time in nanoseconds. Raises OSError where the content cannot be looked through."""
    folders: dict[str, str] = {}
    beside: list[_Seen] = []
    with os.scandir(content) as found:
        for entry in found:
            if is_left_behind(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False) and entry.name not in _OF_THE_SITE:
                folders[entry.name] = _mark(_look_through(entry.path), now)
            else:
                beside += _look_at(entry)
    for folder in own_folders(content):
        beside += ((f"{folder}/{name}", *rest) for name, *rest in _look_through(str(folder)))
    return Footprint(folders=folders, beside=_mark(beside, now), program=_mark(_program(), now))


def mark_of_site(site: Path) -> str:
    """The mark of what is in the folder of a site, and not deeper."""
    try:
        with os.scandir(site) as found:
            return _digest(sorted((entry.name, *_state(entry)) for entry in found))
    except OSError:
        return UNSURE


def _program() -> Iterator[_Seen]:
    """Python, the folders that libraries are installed in, and the program's own files."""
    yield (sys.version,)
    for folder in map(Path, sys.path):
        if folder.name in _LIBRARIES and folder.is_dir():
            yield (f"{folder}", folder.stat().st_mtime_ns)
    for folder in (PACKAGE, *look_folders()):
        found = _look_through(str(folder))
        yield from ((f"{folder}/{name}", *rest) for name, *rest in found if "__py" not in name)


def _look_through(folder: str, prefix: str = "") -> Iterator[_Seen]:
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if not is_left_behind(entry.name):
                    yield from _look_at(entry, prefix)
    except OSError as error:  # the one who reads it finds out
        yield (prefix, error.errno)


def _look_at(entry: os.DirEntry[str], prefix: str = "") -> Iterator[_Seen]:
    name = prefix + entry.name
    if entry.is_dir(follow_symlinks=False):
        yield (name, entry.stat(follow_symlinks=False).st_mode)
        yield from _look_through(entry.path, f"{name}/")
    else:
        yield (name, *_state(entry))


def _state(entry: os.DirEntry[str]) -> tuple[int, ...]:
    seen = entry.stat(follow_symlinks=False)
    return seen.st_mode, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino


def _mark(found: Iterable[_Seen], now: int) -> str:
    seen = sorted(found)
    newest = max((max(item[2], item[3]) for item in seen if len(item) > _OF_FOLDER), default=0)
    return UNSURE if newest > now - _STEP else _digest(seen)


def _digest(seen: list[_Seen]) -> str:
    # This form of it is the same for the same values.
    return blake2b(marshal.dumps(seen, 2), digest_size=16).hexdigest()
