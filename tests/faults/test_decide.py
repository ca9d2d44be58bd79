"""What an editor decided or wrote is never lost, whatever happens to `decide`."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.drafting.sheets import storing
from dateline.drafting.sheets.storing import SheetFolder, hold_session
from tests.drafting.deciding.world import BODY, FIGURES, TIMELINE
from tests.faults.table import tried
from tests.small_site import SETTINGS, article

MINE = "# Written by hand.\n"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "content/b"
    folder.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SETTINGS)
    (folder / "article.md").write_text(article(BODY), "utf-8")
    (folder / "timeline.yaml").write_text(TIMELINE.replace("    who: ann-lee\n", ""), "utf-8")
    (folder / "figures.yaml").write_text(FIGURES, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return folder


class Typing(io.StringIO):
    """Lines that are typed one after the other; before some of them something happens."""

    def __init__(self, *lines: str, **happens: Callable[[], object]) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self.number, self.happens = 0, happens

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        self.happens.get(f"before_{self.number}", bool)()
        self.number += 1
        return super().readline()


def decide(monkeypatch: pytest.MonkeyPatch, typing: Typing) -> int:
    monkeypatch.setattr(sys, "stdin", typing)
    return main(["decide", "b"])


def sheets(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("[a-z]*.yaml")}


@tried(
    12,
    "`decide` is killed before change {number} of the disk while it puts a record aside",
    "The decision is there whole after the next start, or not at all",
)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("number", [0, 4, 8, 10, 12, 13, 14, 15, 16, 17])
def test_a_killed_decide_loses_nothing(
    world: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before = sheets(world)
    child = os.fork()
    if child == 0:
        left = [number]
        sys.addaudithook(lambda event, args: _exit_at(event, args, left))
        os._exit(decide(monkeypatch, Typing("l", "a", "Not checked.", "q")))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code == 9 or number > 10
    assert decide(monkeypatch, Typing("q")) == 0
    after = sheets(world)
    if after != before:
        assert "  - words: 32 kilometres\n    why: Not checked.\n" in after["coverage.yaml"]
        assert "length" not in after["figures.yaml"]
        assert decide(monkeypatch, Typing("u", "y", "q")) == 0
    assert sheets(world) == before


def _exit_at(event: str, args: tuple[object, ...], left: list[int]) -> None:
    """End without another word before the n-th change of the disk."""
    writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in ("os.rename", "os.remove"):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)


@tried(12, "Two `decide` for one briefing at once", "The second says so and ends: exit 2")
def test_two_at_once(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with hold_session(SheetFolder.of(Path("content"), "b")):
        assert main(["decide", "b"]) == 2
    assert (
        capsys.readouterr().err
        == "dateline: another `decide` is at work on b; go on there, or end it first\n"
    )


@tried(
    12,
    "A sheet is changed by hand while `decide` asks about a record of it",
    "Nothing is written over it; it is read again, and that is said",
)
def test_a_sheet_that_is_changed_meanwhile_stays(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world / "timeline.yaml"
    changed = MINE + path.read_text("utf-8")
    typing = Typing("", "q", before_0=lambda: path.write_text(changed, "utf-8"))
    assert decide(monkeypatch, typing) == 0
    assert path.read_text("utf-8") == changed
    assert "timeline.yaml was changed meanwhile; nothing was written. It is read again." in (
        capsys.readouterr().out
    )
    assert decide(monkeypatch, Typing("", "q")) == 0
    assert path.read_text("utf-8").startswith(MINE)
    assert "decide:" not in path.read_text("utf-8")


@tried(
    12,
    "A sheet is changed by hand so that it cannot be read, while `decide` asks",
    "What is wrong is shown, and it is read again when that is fixed",
)
def test_a_sheet_that_is_broken_meanwhile_is_waited_for(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world / "timeline.yaml"
    whole = path.read_text("utf-8")

    typing = Typing(
        *("l", "", "q"),
        before_0=lambda: path.write_text(whole + "  - id: [\n", "utf-8"),
        before_1=lambda: path.write_text(MINE + whole, "utf-8"),
    )
    assert decide(monkeypatch, typing) == 0
    shown = capsys.readouterr().out
    assert "content/b/timeline.yaml:9:" in shown
    assert "Fix this, then press Enter; q quits: " in shown
    assert path.read_text("utf-8") == MINE + whole


@tried(
    12,
    "A sheet is changed by hand after a decision, which is then undone",
    "It is not undone, and the sheet stays as it is",
)
def test_what_was_changed_since_is_not_undone(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world / "timeline.yaml"
    assert decide(monkeypatch, Typing("", "q")) == 0
    path.write_text(changed := MINE + path.read_text("utf-8"), "utf-8")
    assert decide(monkeypatch, Typing("u", "y", "q")) == 0
    assert path.read_text("utf-8") == changed
    assert "so “taken: event ‘opening’” cannot be undone." in capsys.readouterr().out


@tried(
    12,
    "`decide` cannot write: {name}",
    "Exit 2 with one sentence; every sheet is as it was, and what was decided before is saved",
)
@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EIO"])
def test_a_disk_that_takes_nothing(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    number = getattr(errno, name)

    def fail(path: Path, *_: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    break_it = partial(monkeypatch.setattr, storing, "write_file", fail)
    typing = Typing("", "a", "Not checked.", before_1=break_it)
    before = sheets(world)
    assert decide(monkeypatch, typing) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "Nothing was written" in err
    after = sheets(world)
    assert after.keys() == before.keys()
    assert after["figures.yaml"] == before["figures.yaml"]
    assert "decide:" not in after["timeline.yaml"]
    assert list(world.glob(".*.new")) == []


@tried(12, "A sheet is a symbolic link", "`decide` refuses it, and writes nothing")
def test_a_sheet_that_is_a_link(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world / "timeline.yaml"
    path.rename(tmp_path / "elsewhere.yaml")
    path.symlink_to(tmp_path / "elsewhere.yaml")
    before = path.read_text("utf-8")
    assert decide(monkeypatch, Typing("", "", "q")) != 0
    assert "symbolic link" in capsys.readouterr().err
    assert path.read_text("utf-8") == before
    assert path.is_symlink()
