"""`decide` on a terminal: single keys, what is typed can be edited, and breaking off loses nothing."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.drafting.deciding.world import BODY, FIGURES, PEOPLE, TIMELINE
from tests.faults.table import tried
from tests.small_site import SETTINGS, article

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")
ROOT = Path(__file__).parent.parent.parent.parent
CODE = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from dateline.cli import main; sys.exit(main())"
COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Sitting:
    """A `decide` that runs on a terminal of its own; `early` keys are pressed before it begins."""

    def __init__(self, folder: Path, early: str = "", **environment: str) -> None:
        pressed, press = os.pipe()
        self.process, self.handle = pty.fork()
        if self.process == 0:
            os.read(pressed, 1)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a run in the background ignores it
            os.chdir(folder)
            os.environ.update({"TERM": "xterm", "COLUMNS": "80", "LINES": "24"} | environment)
            os.execv(sys.executable, [sys.executable, "-c", CODE, "decide", "b"])  # noqa: S606
        os.write(self.handle, early.encode())
        os.write(press, b".")
        os.close(pressed)
        os.close(press)
        self.shown = ""
        self.seen = 0

    def until(self, words: str) -> str:
        """What is shown up to these words; they must come after those that were waited for before."""
        end = time.monotonic() + 60
        while words not in COLOURS.sub("", self.shown)[self.seen :]:
            assert time.monotonic() < end, COLOURS.sub("", self.shown)[self.seen :]
            self._read()
        plain = COLOURS.sub("", self.shown)
        at = plain.index(words, self.seen) + len(words)
        new, self.seen = plain[self.seen : at], at
        return new

    def _read(self) -> None:
        if select.select([self.handle], [], [], 0.2)[0]:
            try:
                self.shown += os.read(self.handle, 65536).decode("utf-8", "replace")
            except OSError:  # the terminal is closed
                return

    def press(self, keys: str) -> None:
        # A key counts only after its question was shown: earlier ones are dropped.
        time.sleep(0.5)
        os.write(self.handle, keys.encode())

    def end(self) -> int:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            self._read()
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
        os.kill(self.process, signal.SIGKILL)
        raise AssertionError(self.shown)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    folder = tmp_path / "content/b"
    folder.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SETTINGS)
    (folder / "article.md").write_text(article(BODY), "utf-8")
    sheets = {"timeline.yaml": TIMELINE, "figures.yaml": FIGURES, "people.yaml": PEOPLE}
    for name, text in sheets.items():
        (folder / name).write_text(text, "utf-8")
    return tmp_path


QUESTION = "? keys: "


def test_one_key_decides_and_a_proposal_is_there_to_be_edited(world: Path) -> None:
    sitting = Sitting(world)
    assert "8 May 2024" in sitting.until(QUESTION)
    assert "\x1b[7m8\x1b[27m" in sitting.shown  # the words are marked
    sitting.press("1")
    sitting.until("title: Line opens")
    sitting.press("\x01The \x1b[3~l\n")  # to the start, and another first letter
    assert "title     The line opens" in sitting.until(QUESTION)
    sitting.press("\x1b[A")  # an arrow decides nothing: the keys are listed
    sitting.until("take it as it is")
    sitting.until(QUESTION)
    sitting.press("\n")
    sitting.until("taken: event ‘opening’")
    sitting.until(QUESTION)
    sitting.press("\n")
    sitting.until("label: ")
    sitting.press("Length\n")
    sitting.until("kind, by its number: ")
    sitting.press("1\n")
    sitting.until("taken: figure ‘length’")
    sitting.until(QUESTION)
    sitting.press("\x04")
    assert sitting.end() == 0
    assert "2 decisions left. To go on: dateline decide b" in sitting.shown
    assert "title: The line opens" in (world / "content/b/timeline.yaml").read_text("utf-8")
    assert "kind: measured" in (world / "content/b/figures.yaml").read_text("utf-8")


@tried(
    12,
    "Keys are pressed on a terminal before `decide` has shown the item that they would decide",
    "They decide nothing, and that is said",
)
def test_keys_that_were_pressed_before_an_item_was_shown_decide_nothing(world: Path) -> None:
    sitting = Sitting(world, early="t")
    assert " was not read)" in sitting.until(QUESTION)
    # The first takes the item; the others come too early, whether they are read with it or before the next.
    sitting.press("\n\nt\n")
    shown = sitting.until(QUESTION)
    assert "taken: event ‘opening’" in shown
    assert " was not read)" in shown
    sitting.press("yc")
    assert " was not read)" in sitting.until(QUESTION)
    sitting.press("q")
    assert sitting.end() == 0
    assert "1 taken." in sitting.shown


def test_a_number_of_a_closed_list_waits_for_enter_so_that_enter_takes_nothing(world: Path) -> None:
    sitting = Sitting(world)
    sitting.until(QUESTION)
    sitting.press("l")
    sitting.until(QUESTION)
    sitting.press("l")
    assert "4 million" in sitting.until(QUESTION)
    sitting.press("4")
    sitting.until("kind, by its number (Enter: official claim): ")
    sitting.press("1\n")
    assert "kind      measured" in sitting.until(QUESTION)
    sitting.press("q")
    assert sitting.end() == 0
    assert (world / "content/b/figures.yaml").read_text("utf-8") == FIGURES


@tried(12, "`decide` is broken off: {how}", "Exit {code}; what was decided is saved")
@pytest.mark.parametrize(
    ("how", "code"), [("^C", 130), ("SIGTERM", 143), ("the terminal is closed", 129)]
)
def test_breaking_off_saves_what_was_decided(world: Path, how: str, code: int) -> None:
    sitting = Sitting(world, NO_COLOR="1")
    sitting.until(QUESTION)
    assert "\x1b[7m" not in sitting.shown
    sitting.press("\n")
    sitting.until("taken: event ‘opening’")
    sitting.until(QUESTION)
    time.sleep(0.3)
    if how == "^C":
        sitting.press("\x03")
    elif how == "SIGTERM":
        os.kill(sitting.process, signal.SIGTERM)
    else:
        os.close(sitting.handle)
        _, status = os.waitpid(sitting.process, 0)
        assert os.waitstatus_to_exitcode(status) == code
    if how != "the terminal is closed":
        assert sitting.end() == code
    if how == "^C":
        assert "interrupted; everything that was decided is saved." in sitting.shown
    assert "decide:" not in (world / "content/b/timeline.yaml").read_text("utf-8")
