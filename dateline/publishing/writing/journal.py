"""Files of a site change places one by one; what was interrupted is finished, or undone, by the next build.

Before the first file changes, all new ones are in the staging area and on the disk, under the numbers that
the journal gives them, and what they replace is linked beside them. From then on

    journal.json    says that the next build finishes what was begun
    undo.json       the same journal under another name: that it puts back what was there

Without either, what is in the staging area is deleted.
"""

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, fields
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from dateline.frozen import dataclass
from dateline.publishing.writing.guards import folders_above, is_inside
from dateline.publishing.writing.refusal import OutputRefused
from dateline.publishing.writing.sync import discard, make_folder, sync, sync_all

NEXT: Final = "next"
FORMER: Final = "former"
WHOLE: Final = "new"
"""A site where there is none yet; the other two are for one that is there."""

_STAGED: Final = (NEXT, FORMER, WHOLE)
JOURNAL: Final = "journal.json"
UNDO: Final = "undo.json"


@dataclass(frozen=True, kw_only=True)
class Journal:
    """Paths in the site, in the order in which they change; the number of each is its place in this order.

    All is `added` before anything is `replaced`, and replaced before anything is `removed`, so that no
    link is ever dead; the manifest is replaced last. Where something that is removed is in the way of what
    is added, it goes first. `folders` are those that are not there yet, each after the one it is in.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    folders: tuple[str, ...]

    @property
    def removes_first(self) -> bool:
        return any(
            path in self.filled or not self.new.isdisjoint(folders_above(path))
            for path in self.removed
        )

    @cached_property
    def filled(self) -> frozenset[str]:
        """The folders that something is added to; they stay, though all that was in them is removed."""
        return frozenset(folder for path in self.added for folder in folders_above(path))

    @cached_property
    def new(self) -> frozenset[str]:
        return frozenset(self.added)

    @property
    def numbered(self) -> Iterator[tuple[str, str]]:
        return ((str(number), path) for number, path in enumerate(self._paths))

    @property
    def _paths(self) -> tuple[str, ...]:
        return (*self.added, *self.replaced, *self.removed)

    def write(self, area: Path) -> None:
        beside = area / NEXT / JOURNAL
        body = json.dumps(asdict(self)).encode()
        with beside.open("wb") as file:
            file.writelines((_digest(body), b"\n", body))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(area / JOURNAL)
        sync(area)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Raises OutputRefused where it is damaged, which no interruption does to it."""
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
            listed = json.loads(body if digest == _digest(body) else b"")
            journal = cls(**{field.name: tuple(listed[field.name]) for field in fields(cls)})
            if all(map(is_inside, (*journal._paths, *journal.folders))):
                return journal
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            pass
        raise OutputRefused(
            f"{path}, which says how far a build came, cannot be read: remove it and build again with --fresh"
        )


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


# One site to the next


def change_over(journal: Journal, site: Path, area: Path) -> None:
    """All that the journal lists, or nothing of it: what it raises leaves the site as it was."""
    journal.write(area)
    try:
        _go_on(journal, site, area)
    except BaseException:
        (area / JOURNAL).replace(area / UNDO)
        _go_back(journal, site, area)
        (area / UNDO).unlink()
        raise
    (area / JOURNAL).unlink()


def repair(site: Path, area: Path) -> None:
    """Finish or undo an interrupted change of `site`, whose staging area is `area`, under its lock."""
    if (area / UNDO).exists():
        _go_back(Journal.read(area / UNDO), site, area)
        (area / UNDO).unlink()
    elif (area / JOURNAL).exists():
        _go_on(Journal.read(area / JOURNAL), site, area)
        (area / JOURNAL).unlink()
    clear(area)


def needs_repair(area: Path) -> bool:
    return any((area / name).exists() for name in (UNDO, JOURNAL, *_STAGED))


def clear(area: Path) -> None:
    """Delete what was staged, unless the next build needs it to finish or to undo."""
    if (area / JOURNAL).exists() or (area / UNDO).exists():
        return
    for folder in (area / name for name in _STAGED):
        if folder.exists():
            discard(folder)


def _go_on(journal: Journal, site: Path, area: Path) -> None:
    if journal.removes_first:
        _remove(journal, site)
    for folder in journal.folders:
        with suppress(FileExistsError):
            make_folder(site / folder)
    for number, path in journal.numbered:
        staged = f"{area}/{NEXT}/{number}"
        if not os.path.exists(staged):  # noqa: PTH110 - asked of thousands
            continue
        if path in journal.new:
            _let_all_read(site, path)
            _put_new(Path(staged), site / path)
        else:
            os.replace(staged, f"{site}/{path}")  # noqa: PTH105
    _remove(journal, site)
    changed = {(site / path).parent for _, path in journal.numbered}
    sync_all([folder for folder in changed if folder.is_dir()])


def _go_back(journal: Journal, site: Path, area: Path) -> None:
    """The way back: no page leads to what is gone before it is itself as it was."""
    if journal.removes_first:
        _take_away(journal, site, area)
        _put_back(journal, site, area)
    else:
        _put_back(journal, site, area)
        _take_away(journal, site, area)


def _put_back(journal: Journal, site: Path, area: Path) -> None:
    for number, path in reversed([*journal.numbered]):
        former, current = area / FORMER / number, site / path
        if former.exists() and not (area / NEXT / number).exists():
            current.parent.mkdir(parents=True, exist_ok=True)
            former.replace(current)


def _take_away(journal: Journal, site: Path, area: Path) -> None:
    for number, path in reversed([*journal.numbered]):
        staged, current = area / NEXT / number, site / path
        if path in journal.new and os.path.lexists(current):
            if not staged.exists():
                current.replace(staged)
            elif _is_same(current, staged):
                current.unlink()
    for folder in reversed(journal.folders):
        with suppress(OSError):  # somebody has saved something in it
            (site / folder).rmdir()


def _put_new(staged: Path, current: Path) -> None:
    """A link, unlike a name, never takes the place of a file that somebody has saved there meanwhile."""
    try:
        os.link(staged, current)
    except OSError as error:
        if not os.path.lexists(current):  # the disk has no links
            staged.rename(current)
            return
        if not _is_same(current, staged):
            raise OutputRefused(
                f"{current} was saved while the new site was put in its place; it is there as it was saved,"
                " with the old site: build again"
            ) from error
    staged.unlink()


def _is_same(current: Path, staged: Path) -> bool:
    return current.is_file() and current.read_bytes() == staged.read_bytes()


_ALL_MAY_READ: Final = 0o055


def _let_all_read(site: Path, path: str) -> None:
    for folder in (site / folder for folder in folders_above(path)):
        if folder.stat().st_mode & _ALL_MAY_READ != _ALL_MAY_READ:
            folder.chmod(0o755)


def _remove(journal: Journal, site: Path) -> None:
    for path in journal.removed:
        if path in journal.filled and (site / path).is_dir():
            continue  # the folder that has taken its place
        with suppress(FileNotFoundError, NotADirectoryError):
            (site / path).unlink()
        _remove_empty(site, path, journal.filled)


def _remove_empty(site: Path, path: str, filled: frozenset[str]) -> None:
    for folder in reversed(folders_above(path)):
        if folder in filled:
            return
        try:
            (site / folder).rmdir()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
            return
