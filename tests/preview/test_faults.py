"""Nothing that an author or a developer can write ends the server."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.preview.running import Running, copy_generator, running, until

WORKSHOP = "dateline/preview/build_queue.py"


@pytest.fixture
def toy(tmp_path: Path) -> Iterator[Running]:
    """A preview with a toy for a generator, which is given up after a moment."""
    copy_generator(tmp_path)
    workshop = tmp_path / WORKSHOP
    workshop.write_text(re.sub(r"(PATIENCE: Final =) [\d.]+", r"\1 0.5", workshop.read_text()))
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/article.md").write_text("one")
    with running(tmp_path, generator=tmp_path) as preview:
        yield preview


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("raise", "the generator’s own code failed: ValueError"),
        ("leave", "the generator’s own code failed: SystemExit"),
        ("crash", "the generator’s process was ended by SIGABRT"),
    ],
)
def test_a_maker_that_fails_leaves_the_last_good_pages(toy: Running, word: str, title: str) -> None:
    with toy.browser("/a/") as browser:
        toy.save("content/a/article.md", word)
        assert browser.hear()["path"] == "__preview/state"
        state = toy.state("a/index.html")
        assert state["fault"]["title"] == title
        assert (state["stale"], state["busy"]) == (True, False)
        assert "one" in toy.page("/a/")
        assert title in toy.said()
        toy.save("content/a/article.md", "two")
        browser.hear_until("a/index.html")
    assert "two" in toy.page("/a/")
    assert toy.state()["fault"] is None


def test_what_a_maker_raised_is_told_with_its_line(toy: Running) -> None:
    toy.save("content/a/article.md", "raise")
    until(lambda: toy.state()["fault"])
    fault = toy.state()["fault"]
    assert fault["text"].startswith("dateline/preview/builder.py:13\n")
    assert fault["text"].endswith("ValueError: a toy that breaks")
    assert fault["open"] == f"vscode://file{toy.folder}/dateline/preview/builder.py:13:1"


def test_a_maker_that_hangs_is_given_up_when_something_waits(toy: Running) -> None:
    toy.save("content/a/article.md", "hang")
    until(lambda: toy.state()["busy"])
    toy.save("content/a/article.md", "two")
    until(lambda: "two" in toy.page("/a/"))
    assert "said nothing for 0 seconds and was started anew" in toy.said()


def test_what_is_saved_while_the_maker_is_busy_is_not_lost(toy: Running) -> None:
    for number in range(30):
        toy.save(f"content/a{number}/article.md", f"number {number}.")
        until(lambda: toy.state()["busy"] or toy.ask(f"/a{number}/").status == 200)  # noqa: B023
    until(lambda: all(toy.ask(f"/a{number}/").status == 200 for number in range(30)))


def test_code_that_is_no_python_is_told_and_mended(toy: Running) -> None:
    maker = (toy.folder / "dateline/preview/builder.py").read_text()
    toy.save("dateline/preview/builder.py", "def run_builder(:\n")
    until(lambda: toy.state()["fault"])
    fault = toy.state()["fault"]
    assert fault["title"] == "the generator’s own code is not Python"
    assert fault["open"] == f"vscode://file{toy.folder}/dateline/preview/builder.py:1:1"
    assert "one" in toy.page("/a/")
    toy.save("dateline/preview/builder.py", maker.replace("<title>x", "<title>new"))
    until(lambda: "<title>new" in toy.page("/a/"))
    assert toy.state()["fault"] is None
    assert "goes on in its own new code" not in toy.said()


def test_a_hanging_maker_makes_way_for_new_code_at_once(toy: Running) -> None:
    toy.save("content/a/article.md", "hang")
    until(lambda: toy.state()["busy"])
    toy.edit("dateline/preview/builder.py", 'while "hang"', 'if "never"')
    until(lambda: "hang" in toy.page("/a/"))


def test_the_server_goes_on_in_its_own_new_code(toy: Running) -> None:
    process, notices = toy.process.pid, "dateline/preview/web.py"
    with toy.browser("/a/") as browser:
        toy.edit(notices, '"Server", "Dateline"', '"Server", "Renewed"')
        while browser.hear() is not None:
            pass
    until(lambda: toy.ask("/a/").headers["Server"] == "Renewed")
    assert "one" in toy.page("/a/")
    assert toy.process.pid == process
    assert toy.process.poll() is None
    # The page is of the older process: whoever still has it is to load it again.
    with toy.connect("/__preview/") as browser:
        assert browser.hear()["path"] == "404.html"


def test_own_code_that_does_not_start_does_not_take_over(toy: Running) -> None:
    toy.edit(
        "dateline/preview/web.py", "class Site(", "raise RuntimeError('spoilt')\n\nclass Site("
    )
    until(lambda: toy.state()["fault"])
    assert "RuntimeError: spoilt" in toy.state()["fault"]["title"]
    toy.save("content/a/article.md", "two")
    until(lambda: "two" in toy.page("/a/"))
    assert toy.state()["fault"]
    toy.edit("dateline/preview/web.py", "raise RuntimeError('spoilt')\n\n", "")
    until(lambda: "goes on in its own new code" in toy.said())
    until(lambda: toy.ask("/a/").status == 200)
    assert toy.state()["fault"] is None


def test_own_code_that_is_no_python_is_told_by_its_trial(toy: Running) -> None:
    toy.edit("dateline/preview/messages.py", "import signal", "def (:\nimport signal")
    until(lambda: "SyntaxError" in ((toy.state()["fault"] or {}).get("title") or ""))
    toy.save("content/a/article.md", "two")
    time.sleep(2)
    assert "SyntaxError" in toy.state()["fault"]["title"]


def test_before_the_first_page_there_is_one_that_waits(tmp_path: Path) -> None:
    copy_generator(tmp_path)
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/article.md").write_text("hang")
    with running(tmp_path, generator=tmp_path, wait=False) as preview:
        answer = preview.ask("/a/")
        assert answer.status == 503
        assert '<meta http-equiv="refresh" content="1">' in answer.body


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


def test_a_server_that_is_killed_leaves_nobody_behind(toy: Running) -> None:
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
