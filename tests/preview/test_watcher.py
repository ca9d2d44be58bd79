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


def test_folders_that_cannot_be_watched_are_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Path, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

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
    assert "polling instead" in said[0]


def _save(path: Path) -> bool:
    path.write_text(f"{path.read_text() if path.exists() else ''}x")
    return True
