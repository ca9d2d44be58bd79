"""What the machine does otherwise does not reach a page."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.cli import main
from tests.faults.table import tried
from tests.small_site import write_content

BUILD = ["build", "--quiet", "--fresh", "--today", "2024-09-12", "--site-url", "https://l.example/"]
Change = Callable[[pytest.MonkeyPatch], None]


def turned_round(patch: pytest.MonkeyPatch) -> None:
    """Folders list their files from the last to the first."""
    iterdir, rglob, scandir = Path.iterdir, Path.rglob, os.scandir

    class Scan:
        def __init__(self, path: str) -> None:
            with scandir(path) as entries:
                self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            pass

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return self.entries

        def __next__(self) -> os.DirEntry[str]:
            return next(self.entries)

        def close(self) -> None:
            pass

    patch.setattr(Path, "iterdir", lambda path: sorted(iterdir(path), reverse=True))
    patch.setattr(Path, "rglob", lambda path, of: sorted(rglob(path, of), reverse=True))
    patch.setattr(os, "scandir", Scan)


def in_samoa(patch: pytest.MonkeyPatch) -> None:
    patch.setenv("TZ", "Pacific/Apia")
    if hasattr(time, "tzset"):
        time.tzset()


def years_later(patch: pytest.MonkeyPatch) -> None:
    patch.setenv("SOURCE_DATE_EPOCH", "2000000000")


def without_home(patch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE", "USER", "LANG", "TMPDIR", "PATH"):
        patch.delenv(name, raising=False)


def another_language(patch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LANGUAGE", "LC_ALL"):
        patch.setenv(name, "fa_IR.UTF-8")


def elsewhere(patch: pytest.MonkeyPatch) -> None:
    patch.chdir("/")


CHANGES: dict[str, Change] = {
    "Folders list their files in another order": turned_round,
    "The time zone of the machine is Samoa’s": in_samoa,
    "The clock of the machine is years ahead": years_later,
    "There is no home, user or language in the environment": without_home,
    "The language of the machine is Persian": another_language,
    "The working folder is the root of the disk": elsewhere,
}


@tried(3, "{change}", "The same bytes")
@pytest.mark.parametrize("change", CHANGES)
def test_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    content = write_content(tmp_path) / "content"
    for name in ("a", "b"):
        (content / name).mkdir()
        for file in ("article.md", "figures.yaml"):
            (content / name / file).write_bytes((content / "line" / file).read_bytes())
    arguments = [*BUILD, "--content", str(content)]
    monkeypatch.setattr(os, "fsync", lambda _: None)
    assert main([*arguments, "--output", str(tmp_path / "first")]) == 0
    with monkeypatch.context() as patch:
        CHANGES[change](patch)
        assert main([*arguments, "--output", str(tmp_path / "second")]) == 0
    if hasattr(time, "tzset"):
        time.tzset()
    assert files(tmp_path / "first") == files(tmp_path / "second")


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
