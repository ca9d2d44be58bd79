"""A step is on the disk whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from dateline.drafting.sheets import storing
from dateline.drafting.sheets.step_journal import SheetChange, Step, entries
from dateline.drafting.sheets.storing import (
    ChangedMeanwhile,
    SheetFolder,
    SheetsBusy,
    StepRefused,
    finish_cut_off,
    hold_session,
    undo_last,
    write_step,
)

OLD, NEW = b"events: []\r\n# mine\n", b"events:\n  - id: a\n"
WAIVED = b"waived: []\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SheetFolder:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    folder = tmp_path / "content/line"
    folder.mkdir(parents=True)
    (folder / "timeline.yaml").write_bytes(OLD)
    return SheetFolder.of(tmp_path / "content", "line")


STEP = Step(
    label="put aside: ‘a’",
    changes=(
        SheetChange(name="coverage.yaml", before=None, after=WAIVED),
        SheetChange(name="timeline.yaml", before=OLD, after=NEW),
    ),
)


def sheets(place: SheetFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.folder.iterdir()}


BEFORE = {"timeline.yaml": OLD}
AFTER = {"timeline.yaml": NEW, "coverage.yaml": WAIVED}


def test_a_step_is_written_and_undone(place: SheetFolder) -> None:
    (place.folder / "timeline.yaml").chmod(0o640)
    write_step(place, STEP)
    assert sheets(place) == AFTER
    assert (place.folder / "timeline.yaml").stat().st_mode & 0o777 == 0o640
    assert undo_last(SheetFolder.of(place.folder.parent, "line")) == STEP
    assert sheets(place) == BEFORE
    assert undo_last(place) is None


def test_git_leaves_the_journal_out(place: SheetFolder) -> None:
    write_step(place, STEP)
    assert (place.folder.parent.parent / ".dateline/.gitignore").read_text() == "*\n"


def test_what_was_changed_meanwhile_is_not_overwritten(place: SheetFolder) -> None:
    (place.folder / "timeline.yaml").write_bytes(b"# mine\n")
    with pytest.raises(ChangedMeanwhile, match=r"timeline\.yaml was changed meanwhile"):
        write_step(place, STEP)
    assert sheets(place) == {"timeline.yaml": b"# mine\n"}
    assert list(entries(place.journal)) == []


def test_what_was_changed_since_is_not_undone(place: SheetFolder) -> None:
    write_step(place, STEP)
    (place.folder / "coverage.yaml").write_bytes(b"# mine\n")
    with pytest.raises(StepRefused, match="‘a’” cannot be undone"):
        undo_last(place)
    assert sheets(place) == {"timeline.yaml": NEW, "coverage.yaml": b"# mine\n"}


@pytest.mark.parametrize("make", ["link", "folder", "read-only"])
def test_only_an_ordinary_file_that_may_be_written_is(place: SheetFolder, make: str) -> None:
    path = place.folder / "timeline.yaml"
    if make == "read-only":
        if os.geteuid() == 0:
            pytest.skip("root may write everything")
        path.chmod(0o444)
    else:
        path.unlink()
        path.symlink_to("/etc/hostname") if make == "link" else path.mkdir()
    with pytest.raises(StepRefused):
        write_step(place, STEP)
    assert not (place.folder / "coverage.yaml").exists()


class Killed(BaseException):
    pass


def kill_at(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """The program is gone at its n-th change of the disk: nothing after that happens."""
    count = [0]

    def dying(call: Any) -> Any:
        def run(*args: Any, **named: Any) -> Any:
            count[0] += 1
            if count[0] > number:
                raise Killed
            return call(*args, **named)

        return run

    for name in ("replace", "unlink", "chmod", "mkdir"):
        monkeypatch.setattr(Path, name, dying(getattr(Path, name)))
    monkeypatch.setattr(os, "open", dying(os.open))


@pytest.mark.parametrize("number", range(20))
def test_a_step_that_is_killed_is_whole_after_the_next_start(
    place: SheetFolder, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patch, suppress(Killed):
        kill_at(patch, number)
        write_step(place, STEP)
    assert finish_cut_off(place) == []
    found = sheets(place)
    left = {name: found.pop(name) for name in list(found) if name.endswith(".new")}
    assert found in (BEFORE, AFTER)
    # A file beside a sheet is no content, and the next step takes its place.
    assert found == AFTER or set(left) <= {".timeline.yaml.new", ".coverage.yaml.new"}
    if found == BEFORE:
        write_step(place, STEP)
    assert undo_last(place) == STEP
    assert sheets(place) == BEFORE


@pytest.mark.parametrize("number", range(16))
def test_an_undo_that_is_killed_is_whole_after_the_next_start(
    place: SheetFolder, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write_step(place, STEP)
    with monkeypatch.context() as patch, suppress(Killed):
        kill_at(patch, number)
        undo_last(place)
    assert finish_cut_off(place) == []
    if undo_last(place) is None:
        assert list(entries(place.journal)) == []
    assert sheets(place) == BEFORE


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES])
def test_a_disk_that_fails_changes_no_sheet(
    place: SheetFolder, monkeypatch: pytest.MonkeyPatch, number: int, error: int
) -> None:
    count = [0]

    def failing(call: Any) -> Any:
        def run(*args: Any, **named: Any) -> Any:
            count[0] += 1
            if count[0] == number:
                raise OSError(error, os.strerror(error), str(args[0]))
            return call(*args, **named)

        return run

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing(Path.replace))
        patch.setattr(os, "open", failing(os.open))
        patch.setattr(os, "fsync", failing(os.fsync))
        try:
            write_step(place, STEP)
            expected = AFTER
        except StepRefused as failure:
            expected = AFTER if "the next start finishes it" in str(failure) else BEFORE
    finish_cut_off(place)
    assert sheets(place) == expected


def test_a_step_that_was_cut_off_does_not_overwrite_what_came_after(
    place: SheetFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "_put_in_place", _die)
    with pytest.raises(Killed):
        write_step(place, STEP)
    (place.folder / "timeline.yaml").write_bytes(b"# mine\n")
    assert finish_cut_off(place) == [
        "timeline.yaml was changed after “put aside: ‘a’” was cut off: look whether it has it"
    ]
    assert sheets(place) == {"timeline.yaml": b"# mine\n", "coverage.yaml": WAIVED}
    assert finish_cut_off(place) == []


def _die(*_: object) -> None:
    raise Killed


def test_two_sessions_at_once_are_refused(place: SheetFolder) -> None:
    with (
        hold_session(place),
        pytest.raises(SheetsBusy, match="deciding on line"),
        hold_session(place),
    ):
        pass


def test_a_damaged_journal_loses_only_the_undo(place: SheetFolder) -> None:
    write_step(place, STEP)
    (entry,) = entries(place.journal)
    entry.path.write_bytes(b'{"label": "x", "changes": [{"name": "../../x"')
    assert finish_cut_off(place) == []
    assert undo_last(place) is None
    assert sheets(place) == AFTER
