"""Nothing that an author or a developer can write ends the server."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.table import tried
from tests.preview.running import ROOT, STATE, TOY, Running, running, until


@pytest.fixture
def toy(tmp_path: Path) -> Iterator[Running]:
    """A preview with a toy for a builder, which is given up after a moment."""
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/article.md").write_text("one")
    with running(tmp_path, program=TOY) as preview:
        yield preview


@tried(9, "The preview’s builder fails: {word}", "The last good pages, and what failed")
@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("raise", "the generator’s own code failed: ValueError"),
        ("leave", "the generator’s own code failed: SystemExit"),
        ("crash", "the generator’s process was ended by SIGABRT"),
        (
            "garble",
            "the generator’s process was ended by the preview, which could not read its answer",
        ),
    ],
)
def test_a_builder_that_fails_leaves_the_last_good_pages(
    toy: Running, word: str, title: str
) -> None:
    with toy.browser("/a/") as browser:
        toy.save("content/a/article.md", word)
        until(lambda: toy.state()["fault"])
        assert browser.heard() == {STATE}
        state = toy.state("a/index.html")
        assert state["fault"]["title"] == title
        assert (state["stale"], state["busy"]) == (True, False)
        assert "one" in toy.page("/a/")
        assert title in toy.said()
        toy.save("content/a/article.md", "two")
        browser.hear_until("a/index.html")
    assert "two" in toy.page("/a/")
    assert toy.state()["fault"] is None


def test_what_a_builder_raised_is_shown_with_its_line(toy: Running) -> None:
    toy.save("content/a/article.md", "raise")
    until(lambda: toy.state()["fault"])
    fault = toy.state()["fault"]
    at, _, text = fault["text"].partition("\n")
    path, _, line = at.partition(":")
    assert path.endswith("dateline/preview/builder_process.py")
    assert text.endswith("ValueError: a toy that breaks")
    assert fault["open"] == f"vscode://file{ROOT}/dateline/preview/builder_process.py:{line}:1"


@tried(9, "The preview’s builder hangs", "It is given up at the next save")
def test_a_builder_that_hangs_is_given_up_when_something_waits(toy: Running) -> None:
    toy.save("content/a/article.md", "hang")
    until((toy.folder / "hangs").exists)
    toy.save("content/a/article.md", "two")
    until(lambda: "two" in toy.page("/a/"))
    assert re.search(r"said nothing for \d seconds? and was restarted", toy.said())


def test_what_is_saved_while_the_builder_is_busy_is_not_lost(toy: Running) -> None:
    for number in range(30):
        toy.save(f"content/a{number}/article.md", f"number {number}.")
        until(lambda: toy.state()["busy"] or toy.ask(f"/a{number}/").status == 200)  # noqa: B023
    until(lambda: all(toy.ask(f"/a{number}/").status == 200 for number in range(30)))


def test_before_the_first_page_there_is_one_that_waits(tmp_path: Path) -> None:
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/article.md").write_text("hang")
    with running(tmp_path, program=TOY, wait=False) as preview:
        answer = preview.ask("/a/")
        assert answer.status == 503
        assert '<meta http-equiv="refresh" content="1">' in answer.body


@tried(9, "The preview is ended ({number.name}) while its builder does: {word}", "Nothing runs on")
@pytest.mark.parametrize("word", ["one", "hang"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_with_all_it_started(
    toy: Running, word: str, number: signal.Signals
) -> None:
    toy.save("content/a/article.md", word)
    until(lambda: toy.state()["busy"] or word == "one")
    assert toy.end(number) == 130
    assert "Traceback" not in toy.said()
    until(lambda: not _members(toy.folder))


@tried(9, "The preview is killed", "Nothing runs on")
def test_a_server_that_is_killed_leaves_no_process(toy: Running) -> None:
    toy.save("content/a/article.md", "hang")
    until(lambda: toy.state()["busy"])
    assert len(_members(toy.folder)) > 1
    toy.end(signal.SIGKILL)
    until(lambda: not _members(toy.folder))


def _members(folder: Path) -> list[str]:
    """What the preview started and what still runs: processes whose working directory is its own."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (entry / "cwd").readlink() == folder:
                found.append((entry / "cmdline").read_text())
    return found
