"""Tells of every save below some folders, one burst of saves at a time."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import watchfiles

from dateline.reading.content import is_left_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Stats = dict[Path, tuple[int, int]]

# Milliseconds: a burst is over when nothing was saved for so long, and is told of at the latest
# when it has lasted so long; between bursts, the folders themselves are looked at so often.
_QUIET: Final = 20
_BURST: Final = 400
_LOOK: Final = 200
_POLL: Final = 300


class Watcher:
    """A thread that calls `changed` with the paths that were saved, None for all of them.

    A folder that vanishes is waited for. Where the system cannot watch so many folders, they are
    looked through again and again instead, which `say` tells once.
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
        self._polling: bool | None = None
        self._young: dict[Path, Stats] = {}
        self._seen: dict[Path, Stats] = {}
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join(1)

    def _run(self) -> None:
        anew = False
        while not self._ended.is_set():
            try:
                self._watch(anew=anew)
            except FileNotFoundError:  # a folder has gone between two looks
                time.sleep(_LOOK / 1000)
            except (OSError, RuntimeError) as error:
                self._poll_instead(error)
            anew = True

    def _poll_instead(self, error: Exception) -> None:
        if self._polling:  # not even that: a name that is no UTF-8, say
            time.sleep(1)
            seen = {folder: _stats(folder) for folder in self._folders}
            if seen != self._seen:
                self._seen = seen
                self._changed(None)
            return
        self._polling = True
        self._say(
            f"The system cannot watch these folders ({error}): they are looked through"
            " again and again instead, which takes a little longer."
        )

    def _watch(self, *, anew: bool) -> None:
        """Watch the folders that are there, until others are there in their place."""
        present = {folder: _identity(folder) for folder in self._folders}
        # Resolved, as some systems tell paths, and the maker takes them.
        there = [folder.resolve() for folder, identity in present.items() if identity]
        for paths in self._bursts(there) if there else self._pauses():
            if anew:
                self._changed(None)
                anew = False
            elif paths:
                self._changed(paths)
            if any(_identity(folder) != was for folder, was in present.items()):
                return

    def _pauses(self) -> Iterator[frozenset[Path]]:
        while not self._ended.wait(_LOOK / 1000):
            yield frozenset()

    def _bursts(self, folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
        """What was saved, empty each time that nothing was for a while."""
        batches = watchfiles.watch(
            *folders,
            watch_filter=None,
            debounce=_BURST,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            stop_event=self._ended,
            raise_interrupt=False,
            force_polling=self._polling,
            poll_delay_ms=_POLL,
            ignore_permission_denied=True,
        )
        for batch in batches:
            told = frozenset(path for _, name in batch if _counts(path := Path(name), folders))
            missed = self._missed()
            self._young = {path: _stats(path) for path in told if path.is_dir()}
            yield told | missed

    def _missed(self) -> frozenset[Path]:
        """What was put into new folders before they were watched, too."""
        found = ((folder, stats, _stats(folder)) for folder, stats in self._young.items())
        return frozenset(
            path
            for folder, stats, now in found
            for path in now.keys() | stats.keys()
            if now.get(path) != stats.get(path) and _counts(path, [folder])
        )


def _counts(path: Path, folders: Sequence[Path]) -> bool:
    """Whether a path is worked on by people, and not left there by a program."""
    for folder in folders:
        if path.is_relative_to(folder):
            names = path.relative_to(folder).parts
            return not any(is_left_behind(name) or name == "__pycache__" for name in names)
    return False


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder stands there; another one of the same name is not watched any more."""
    with suppress(OSError):
        status = folder.stat()
        return status.st_dev, status.st_ino
    return None


def _stats(folder: Path) -> Stats:
    found: Stats = {}
    for path in folder.rglob("*"):
        with suppress(OSError):
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_size)
    return found
