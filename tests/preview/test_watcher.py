"""Watching where the system has no room for it."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from dateline.preview.watcher import Watcher
from tests.faults.table import tried
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


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, list[Path]]]:
    """A folder with a briefing, in which a link leads out; and what was reported as saved in it."""
    content, elsewhere = tmp_path / "content", tmp_path / "elsewhere"
    (content / "line").mkdir(parents=True)
    elsewhere.mkdir()
    (content / "line/out").symlink_to(elsewhere)
    heard: list[Path] = []
    watcher = Watcher([content], lambda paths: heard.extend(paths or ()), print)
    watcher.start()
    until(lambda: _save(content / "line/first") and heard)
    yield content.resolve(), heard
    watcher.stop()


@tried(9, "A folder with a link that leads out is {how} the content", "Nothing there is watched")
@pytest.mark.parametrize("how", ["in", "moved into"])
def test_no_link_is_followed(watched: tuple[Path, list[Path]], tmp_path: Path, how: str) -> None:
    content, heard = watched
    if how == "moved into":
        (tmp_path / "new").mkdir()
        (tmp_path / "new/out").symlink_to(tmp_path / "elsewhere")
        (tmp_path / "new").rename(content / "new")
        until(lambda: content / "new" in heard)
    for number in range(20):
        _save(tmp_path / "elsewhere" / f"{number}")
    until(lambda: _save(content / "line/last") and content / "line/last" in heard)
    assert not [path for path in heard if "out" in path.parts]


@tried(9, "Folders are made in folders while others are saved", "Each save is seen")
def test_what_is_saved_in_new_folders_is_seen(watched: tuple[Path, list[Path]]) -> None:
    content, heard = watched
    saved = [content / f"a{number}/b/c/article.md" for number in range(20)]
    for path in saved:
        path.parent.mkdir(parents=True)
        path.write_text("one")
        (content / "line" / path.parts[-4]).write_text("one")
    until(lambda: all(content / "line" / path.parts[-4] in heard for path in saved))
    until(lambda: all(path.parents[2] in heard for path in saved))
    time.sleep(0.5)
    heard.clear()
    for path in saved:
        path.write_text("two")
    until(lambda: set(saved) <= set(heard))
    (content / "a0").rename(content / "z")
    until(lambda: content / "z" in heard)
    until(lambda: _save(content / "z/b/c/article.md") and content / "z/b/c/article.md" in heard)
