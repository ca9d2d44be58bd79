"""Watching where the system has no room for it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from dateline.preview.watcher import Watcher
from tests.preview.running import until


def test_folders_are_looked_through_where_they_cannot_be_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watchfiles.watch

    def full(*folders: Path, force_polling: bool | None, **options: Any) -> Any:
        if not force_polling:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return watch(*folders, force_polling=True, **options)

    monkeypatch.setattr(watchfiles, "watch", full)
    heard: list[frozenset[Path] | None] = []
    said: list[str] = []
    watcher = Watcher([tmp_path], heard.append, said.append)
    watcher.start()
    try:
        until(lambda: said)
        until(
            lambda: (
                _save(tmp_path / "a")
                and heard
                and heard[-1] == frozenset({tmp_path.resolve() / "a"})
            )
        )
    finally:
        watcher.stop()
    assert len(said) == 1
    assert "looked through again and again" in said[0]


def _save(path: Path) -> bool:
    path.write_text(f"{path.read_text() if path.exists() else ''}x")
    return True
