"""Edited sheets onto the disk: all of a step or none, never over what somebody else wrote.

A step is noted in the journal before its first sheet is written, so a program that is killed between
two sheets loses nothing: the next one finishes the step.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from dateline.drafting.sheets.step_journal import (
    JournalEntry,
    SheetChange,
    Step,
    begin,
    entries,
    last_done,
    sync,
    write_file,
)
from dateline.frozen import dataclass
from dateline.own_folder import OWN_FOLDER, keep_from_git, try_lock

_PATIENCE: Final = 5.0
_READ_AT_MOST: Final = 4_000_000


class StepRefused(Exception):  # noqa: N818 - it says what happened
    """No sheet was changed; the message is a sentence for the editor."""


class ChangedMeanwhile(StepRefused):
    """A sheet on the disk is not the one that was read: it must be read again."""


class SheetsBusy(StepRefused):
    """Another program holds the lock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFolder:
    """The folder of a briefing, and that of its journal beside the content."""

    folder: Path
    journal: Path

    @classmethod
    def of(cls, content: Path, slug: str) -> SheetFolder:
        whole = content.resolve()
        journal = whole.parent / OWN_FOLDER / f"decisions-of-{whole.name}" / slug
        return cls(folder=content / slug, journal=journal)


def read_sheet_bytes(place: SheetFolder, name: str) -> bytes | None:
    """What is in the file; None where there is none. Raises StepRefused if it cannot be read."""
    with _in_plain_words(place.folder / name):
        return _read(place.folder / name)


def write_step(place: SheetFolder, step: Step) -> None:
    """Write the sheets of a step. Raises StepRefused, with every sheet as it was."""
    _guard(place, step.changes)
    with _under_lock(place):
        _finish(place)
        _compare(place, {change.name: change.before for change in step.changes})
        staged = _stage(place, {change.name: change.after for change in step.changes})
        try:
            entry = begin(place.journal, step)
        except BaseException:
            _drop(staged)
            raise
        _put_in_place(place, entry, staged)


def undo_last(place: SheetFolder) -> Step | None:
    """Undo the last step and return it; None if there is none. Raises StepRefused as `write_step`."""
    with _under_lock(place):
        _finish(place)
        entry = last_done(place.journal)
        if entry is None:
            return None
        changes = entry.step.changes
        _guard(place, changes)
        try:
            _compare(place, {change.name: change.after for change in changes})
        except ChangedMeanwhile as error:
            said = str(error).replace("; nothing was written", "")
            raise StepRefused(f"{said}, so “{entry.step.label}” cannot be undone") from None
        _undo(place, entry)
        return entry.step


def finish_cut_off(place: SheetFolder) -> list[str]:
    """Finish what a killed program began; a sentence for each step that cannot be finished."""
    if not place.journal.is_dir():
        return []
    with _under_lock(place):
        return _finish(place)


@contextmanager
def hold_sheets(place: SheetFolder, name: str = "lock", *, patience: float = 0) -> Iterator[None]:
    """Hold a lock of the briefing. Raises SheetsBusy after so many seconds."""
    with (place.journal / name).open("ab") as file:
        deadline = time.monotonic() + patience
        while not try_lock(file.fileno()):
            if time.monotonic() >= deadline:
                raise SheetsBusy(f"another program is deciding on {place.folder.name}")
            time.sleep(0.05)
        yield


@contextmanager
def hold_session(place: SheetFolder) -> Iterator[None]:
    """One `decide` at a time for a briefing. Raises SheetsBusy at once, or StepRefused."""
    with _in_plain_words(place.folder):
        _prepare(place)
    with hold_sheets(place, "session.lock"):
        yield


# How a step is written


def _stage(place: SheetFolder, data: Mapping[str, bytes | None]) -> list[tuple[Path, Path | None]]:
    """Each sheet's path and the new file beside it; None where the sheet is to be deleted."""
    staged: list[tuple[Path, Path | None]] = []
    try:
        for name, new in data.items():
            path = place.folder / name
            beside = None if new is None else path.with_name(f".{name}.new")
            staged.append((path, beside))
            if new is not None and beside is not None:
                mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
                write_file(beside, new, mode)
                if path.exists():
                    beside.chmod(mode)
    except BaseException:
        _drop(staged)
        raise
    return staged


def _drop(staged: Sequence[tuple[Path, Path | None]]) -> None:
    for _, beside in staged:
        with suppress(OSError):
            if beside:
                beside.unlink(missing_ok=True)


def _put_in_place(
    place: SheetFolder, entry: JournalEntry, staged: Sequence[tuple[Path, Path | None]]
) -> None:
    """The staged sheets take their places; if one cannot, those before it go back to theirs."""
    try:
        _compare(place, {change.name: change.before for change in entry.step.changes})
        _rename(place, staged)
    except Exception:
        _drop(staged)
        _take_back(place, entry)
        raise
    with suppress(OSError):  # the sheets are written; the next program does it
        entry.rename("done")


def _take_back(place: SheetFolder, entry: JournalEntry) -> None:
    """Sheets that were written are as before, or the next program finishes the step."""
    try:
        _write_where(place, {c.name: (c.after, c.before) for c in entry.step.changes})
        entry.remove()
    except OSError as error:
        raise _cut_off(entry, error) from error


def _cut_off(entry: JournalEntry, error: OSError) -> StepRefused:
    words = error.strerror or error
    return StepRefused(f"“{entry.step.label}” was cut off ({words}); the next start finishes it")


def _rename(place: SheetFolder, staged: Sequence[tuple[Path, Path | None]]) -> None:
    for path, beside in staged:
        if beside:
            beside.replace(path)
        else:
            path.unlink(missing_ok=True)
    sync(place.folder)


def _undo(place: SheetFolder, entry: JournalEntry) -> None:
    back = {change.name: change.before for change in reversed(entry.step.changes)}
    staged = _stage(place, back)
    try:
        entry = entry.rename("undoing")
    except BaseException:
        _drop(staged)
        raise
    try:
        _rename(place, staged)
    except OSError as error:
        raise _cut_off(entry, error) from error
    with suppress(OSError):  # the sheets are as before; the next program does it
        entry.remove()


def _finish(place: SheetFolder) -> list[str]:
    """Finish the steps that were cut off; what was changed since stays as it is."""
    said: list[str] = []
    for entry in [entry for entry in entries(place.journal) if entry.state != "done"]:
        changes = entry.step.changes
        if entry.state == "undoing":
            ways = {change.name: (change.after, change.before) for change in reversed(changes)}
        else:
            ways = {change.name: (change.before, change.after) for change in changes}
        for change in changes:
            (place.folder / f".{change.name}.new").unlink(missing_ok=True)
        said += [
            f"{name} was changed after “{entry.step.label}” was cut off: look whether it has it"
            for name in _write_where(place, ways)
        ]
        if entry.state == "undoing":
            entry.remove()
        else:
            entry.rename("done")
    return said


def _write_where(
    place: SheetFolder, ways: Mapping[str, tuple[bytes | None, bytes | None]]
) -> list[str]:
    """Write the second bytes where the first are on the disk; the names where neither are."""
    others = []
    for name, (old, new) in ways.items():
        there = _read(place.folder / name)
        if there == new:
            continue
        if there != old:
            others.append(name)
            continue
        _rename(place, _stage(place, {name: new}))
    return others


# What must hold before anything is written


def _guard(place: SheetFolder, changes: Sequence[SheetChange]) -> None:
    own = place.journal
    for folder in (place.folder, own.parent.parent, own.parent, own):
        if folder.is_symlink():
            raise StepRefused(f"{folder} is a symbolic link; put a folder in its place")
    if not place.folder.is_dir():
        raise StepRefused(f"there is no folder {place.folder}")
    for change in changes:
        path = place.folder / change.name
        if path.is_symlink():
            raise StepRefused(f"{path} is a symbolic link; put the file itself there")
        if path.exists() and not path.is_file():
            raise StepRefused(f"{path} is not a file; nothing was written")
        if path.exists() and not os.access(path, os.W_OK):
            raise StepRefused(f"{path} is read-only; make it writable. Nothing was written")


def _compare(place: SheetFolder, expected: Mapping[str, bytes | None]) -> None:
    for name, data in expected.items():
        if _read(place.folder / name) != data:
            raise ChangedMeanwhile(f"{name} was changed meanwhile; nothing was written")


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(_READ_AT_MOST)
    except FileNotFoundError:
        return None


@contextmanager
def _under_lock(place: SheetFolder) -> Iterator[None]:
    with _in_plain_words(place.folder):
        _prepare(place)
        with hold_sheets(place, patience=_PATIENCE):
            yield


def _prepare(place: SheetFolder) -> None:
    """Make the folder of the journal, which git leaves out."""
    _guard(place, ())
    place.journal.mkdir(parents=True, exist_ok=True)
    keep_from_git(place.journal.parent.parent)


_IN_WORDS: Final = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "the disk quota is used up; free some space",
    errno.EACCES: "permission denied; make it writable",
    errno.EPERM: "permission denied; make it writable",
    errno.EROFS: "the disk is read-only",
}


@contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    """Turn an OSError into a StepRefused that names the path and the remedy."""
    try:
        yield
    except OSError as error:
        words = _IN_WORDS.get(error.errno or 0, error.strerror or str(error))
        raise StepRefused(f"{error.filename or path}: {words}. Nothing was written") from error
