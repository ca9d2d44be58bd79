"""The steps of a briefing's decisions on the disk: what each sheet was before, and what it became.

An entry is a file `000012.done`. While its sheets are written it is called `000012.begun`, and while
it is undone `000012.undoing`; what a killed program leaves under one of these names is finished by
the next.
"""

from __future__ import annotations

import base64
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal, cast

from dateline.drafting.sheets.edits import Sheet
from dateline.facts.kinds import SHEETS
from dateline.frozen import dataclass

EntryState = Literal["begun", "done", "undoing"]
_ENTRY: Final = re.compile(r"([0-9]{6})\.(begun|done|undoing)")
# So many steps can be undone.
_KEPT: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChange:
    """A sheet before and after a step, by the name of its file; None where there is no file."""

    name: str
    before: bytes | None
    after: bytes | None

    @classmethod
    def of(cls, before: Sheet, after: Sheet) -> SheetChange:
        return cls(name=after.name, before=before.data, after=after.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an editor decided, in a few words, and the sheets in the order in which they are written."""

    label: str
    changes: tuple[SheetChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    path: Path
    state: EntryState
    step: Step

    def rename(self, state: EntryState) -> JournalEntry:
        path = self.path.with_suffix(f".{state}")
        self.path.replace(path)
        sync(path.parent)
        return JournalEntry(path=path, state=state, step=self.step)

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)
        sync(self.path.parent)


def entries(journal: Path) -> Iterator[JournalEntry]:
    """What can be read of the journal, from its first step."""
    for path in _paths(journal):
        if step := _read(path):
            yield JournalEntry(path=path, state=_state(path), step=step)


def last_done(journal: Path) -> JournalEntry | None:
    """The last step, if it can be read: one before it must not be undone first."""
    done = [path for path in _paths(journal) if _state(path) == "done"]
    step = _read(done[-1]) if done else None
    return JournalEntry(path=done[-1], state="done", step=step) if step else None


def begin(journal: Path, step: Step) -> JournalEntry:
    """The entry of a step whose sheets are not written yet; the oldest steps are forgotten."""
    paths = _paths(journal)
    number = int(paths[-1].stem) + 1 if paths else 1
    path = journal / f"{number:06}.begun"
    write_file(path.with_suffix(".new"), _to_bytes(step))
    path.with_suffix(".new").replace(path)
    try:
        sync(journal)
    except OSError:
        path.unlink()
        raise
    for old in paths[:-_KEPT]:
        with suppress(OSError):
            old.unlink()
    return JournalEntry(path=path, state="begun", step=step)


def _paths(journal: Path) -> list[Path]:
    if not journal.is_dir():
        return []
    return sorted(path for path in journal.iterdir() if _ENTRY.fullmatch(path.name))


def _state(path: Path) -> EntryState:
    return cast(EntryState, path.suffix[1:])


def _to_bytes(step: Step) -> bytes:
    changes = [
        {"name": change.name, "before": _pack(change.before), "after": _pack(change.after)}
        for change in step.changes
    ]
    return json.dumps({"label": step.label, "changes": changes}).encode()


def _pack(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _unpack(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)


def _read(path: Path) -> Step | None:
    """The step of an entry; None if it is damaged."""
    try:
        whole = json.loads(path.read_bytes())
        changes = [
            SheetChange(
                name=change["name"],
                before=_unpack(change["before"]),
                after=_unpack(change["after"]),
            )
            for change in whole["changes"]
        ]
        label = str(whole["label"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
    if any(change.name not in (*SHEETS, "article.md") for change in changes):
        return None
    return Step(label=label, changes=tuple(changes))


# Files that outlast a power cut


def write_file(path: Path, data: bytes, mode: int = 0o644) -> None:
    """A new file with these bytes, safely on the disk; one that is there is replaced, a link too."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """The names in a folder are safely on the disk, where the system can be asked for it."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
