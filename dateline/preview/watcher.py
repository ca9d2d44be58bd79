"""Watches some folders and reports every save below them, one burst of saves at a time."""

import os
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import watchfiles

from dateline.reading.content import is_left_behind

Stats = dict[Path, tuple[int, int]]
Batch = set[tuple[watchfiles.Change, str]]

# Milliseconds: a burst is over when nothing was saved for so long, and is reported at the latest
# when it has lasted so long; between bursts, the folders themselves are looked at so often.
_QUIET: Final = 20
_BURST: Final = 400
_LOOK: Final = 200
_POLL: Final = 300
# Linux watches each folder by itself, and its library looks for them through links: into the whole
# disk, if one leads there. So it is given the folders.
_FOLLOWS_LINKS: Final = sys.platform == "linux"


class Watcher:
    """A thread that calls `changed` with the paths that were saved, None for all of them.

    A folder that vanishes is waited for. Where the system cannot watch the folders, they are
    polled, which is reported once with `say`.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        changed: Callable[[frozenset[Path] | None], None],
        say: Callable[[str], None],
    ) -> None:
        self._folders = [Path(os.path.abspath(folder)) for folder in folders]  # noqa: PTH100 - a link keeps its name
        self._changed, self._say = changed, say
        self._ended = threading.Event()
        self._new_folders: dict[Path, Stats] = {}
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join(1)

    def _run(self) -> None:
        is_first = True
        while not self._ended.is_set():
            try:
                self._watch(is_first=is_first)
            except FileNotFoundError:  # a folder has gone between two looks
                self._ended.wait(_LOOK / 1000)
            except (OSError, RuntimeError) as error:  # a name that is not UTF-8, too
                self._say(
                    f"The system cannot watch these folders ({error}): polling instead, which"
                    " takes a little longer."
                )
                self._poll()
            is_first = False

    def _watch(self, *, is_first: bool) -> None:
        """Watch the folders that are there, until others are there in their place."""
        present = {folder: _identity(folder) for folder in self._folders}
        # Resolved, as some systems report paths, and the builder takes them.
        existing = [folder.resolve() for folder, identity in present.items() if identity]
        for paths in self._bursts(existing) if existing else self._pauses(_LOOK):
            if not is_first:
                self._changed(None)
                is_first = True
            elif paths:
                self._changed(paths)
            if any(_identity(folder) != was for folder, was in present.items()):
                return

    def _pauses(self, milliseconds: int) -> Iterator[frozenset[Path]]:
        while not self._ended.wait(milliseconds / 1000):
            yield frozenset()

    def _bursts(self, folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
        """What was saved, empty each time that nothing was for a while."""
        watched = _to_watch(folders)
        batches = self._batches(watched)
        batch = next(batches, None)
        while batch is not None:
            saved = self._saved(batch, folders)
            yield saved
            if _FOLLOWS_LINKS and (self._new_folders or not saved.isdisjoint(watched)):
                former, watched = batches, _to_watch(folders)
                batches = self._batches(watched)
                # The former sees what is saved until the next is there.
                batch = next(batches, set()) | next(former, set())
                former.close()
            else:
                batch = next(batches, None)

    def _saved(self, batch: Batch, folders: Sequence[Path]) -> frozenset[Path]:
        saved = frozenset(path for _, name in batch if _counts(path := Path(name), folders))
        # What was put into new folders before they were watched, too.
        missed = [_differences(stats, [path]) for path, stats in self._new_folders.items()]
        self._new_folders = {path: _stats([path]) for path in saved if _is_folder(path)}
        return saved.union(*missed)

    def _batches(self, folders: Iterable[Path]) -> Generator[Batch, None, None]:
        return watchfiles.watch(
            *folders,
            watch_filter=None,
            debounce=_BURST,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            stop_event=self._ended,
            raise_interrupt=False,
            ignore_permission_denied=True,
            recursive=not _FOLLOWS_LINKS,
        )

    def _poll(self) -> None:
        folders = [folder.resolve() for folder in self._folders]
        seen = _stats(folders)
        self._changed(None)
        for _ in self._pauses(_POLL):
            if saved := _differences(seen, folders):
                self._changed(saved)
                seen = _stats(folders)


def _to_watch(folders: Sequence[Path]) -> frozenset[Path]:
    """The folders, and where they are watched one by one, those in them that no link leads to."""
    if not _FOLLOWS_LINKS:
        return frozenset(folders)
    found = set(folders)
    for folder in folders:
        for parent, names, _ in os.walk(folder):
            names[:] = [name for name in names if _is_ours(name)]
            found.update(path for name in names if _is_folder(path := Path(parent, name)))
    return frozenset(found)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_ours(name: str) -> bool:
    """Whether a name is of what people work on, and was not left there by a program."""
    return not is_left_behind(name) and name != "__pycache__"


def _counts(path: Path, folders: Sequence[Path]) -> bool:
    """Whether a path is below the folders, and worked on by people."""
    for folder in folders:
        if path.is_relative_to(folder):
            return all(map(_is_ours, path.relative_to(folder).parts))
    return False


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder has this path; another one of the same name is not watched any more."""
    with suppress(OSError):
        status = folder.stat()
        return status.st_dev, status.st_ino
    return None


def _differences(before: Stats, folders: Sequence[Path]) -> frozenset[Path]:
    now = _stats(folders)
    return frozenset(
        path
        for path in now.keys() | before.keys()
        if now.get(path) != before.get(path) and _counts(path, folders)
    )


def _stats(folders: Sequence[Path]) -> Stats:
    """Time and size of every file below folders; of a folder, that it is there."""
    found: Stats = {}
    for folder in folders:
        for parent, names, files in os.walk(folder):
            found |= {Path(parent, name): (0, 0) for name in names}
            for path in (Path(parent, name) for name in files):
                with suppress(OSError):
                    status = path.stat()
                    found[path] = (status.st_mtime_ns, status.st_size)
    return found
