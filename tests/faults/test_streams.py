"""What is asked, printed and interrupted: the exit code and the last line tell the truth."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import main
from tests.faults.table import ROOT, tried
from tests.small_site import ARTICLE, write_content

bytes_as_names = pytest.mark.skipif(
    sys.platform != "linux", reason="names are bytes on Linux alone"
)
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full is Linux's")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the content of one small briefing, on a fixed day."""
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return tmp_path


def code_of(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


STRANGE = os.fsdecode(b"a\xff") if sys.platform == "linux" else "a"


@tried(
    11,
    "An argument is not UTF-8: `{words}`, then bytes",
    "Exit 2, a sentence, and nothing is written",
)
@bytes_as_names
@pytest.mark.parametrize(
    "words",
    [
        "",
        "check",
        "build --content",
        "build --site-url",
        "build --today",
        "build --only",
        "build --previous",
        "build --format",
        "build --jobs",
        "build --what",
        "init --title",
        "init --publisher",
        "init --language",
        "init --timezone",
        "serve --port",
        "serve --content",
    ],
)
def test_an_argument_that_is_not_utf_8(
    world: Path, capfd: pytest.CaptureFixture[str], words: str
) -> None:
    before = sorted(world.rglob("*"))
    assert code_of([*words.split(), STRANGE]) == 2
    said = capfd.readouterr().err
    assert said.splitlines()[-1].startswith("dateline")
    assert "Traceback" not in said
    assert sorted(world.rglob("*")) == before


@tried(11, "The output is called by bytes that are no UTF-8, and the report is `{form}`", "Exit 0")
@bytes_as_names
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_an_output_whose_name_is_not_utf_8(
    world: Path, capfd: pytest.CaptureFixture[str], form: str
) -> None:
    try:
        Path(STRANGE).mkdir()
    except OSError:
        pytest.skip("this file system refuses such names")
    assert main(["build", "--output", STRANGE, "--format", form]) == 0
    assert Path(STRANGE, "index.html").exists()
    assert "Traceback" not in capfd.readouterr().err


@tried(11, "`{variable}` is not UTF-8", "Exit 2, and a sentence")
@bytes_as_names
@pytest.mark.parametrize(
    ("variable", "verb"), [("SOURCE_DATE_EPOCH", "build"), ("EDITOR_URL", "serve")]
)
def test_an_environment_that_is_not_utf_8(
    world: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    variable: str,
    verb: str,
) -> None:
    monkeypatch.setenv(variable, STRANGE)
    assert main([verb]) == 2
    assert f"{variable} is " in capfd.readouterr().err


def run(command: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """The command in a shell, which may close its streams; `code` runs before it."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code or 'pass'}\nfrom dateline.cli import main\n"
    words = command.replace("dateline", '"$0" -c "$1"', 1)
    return subprocess.run(
        ["sh", "-c", words, sys.executable, f"{program}sys.exit(main())"],
        capture_output=True,
        text=True,
        check=False,
    )


@tried(11, "`{command}`", "Exit 2: what was asked for could not be printed")
@full
@pytest.mark.parametrize(
    "command",
    [
        "dateline --help >/dev/full",
        "dateline --version >/dev/full",
        "dateline build --help >&-",
        "dateline build --today yesterday 2>&-",
        "dateline build --content nowhere 2>/dev/full",
        "dateline check >&- 2>&-",
    ],
)
def test_what_cannot_be_printed_is_no_success(world: Path, command: str) -> None:
    done = run(command)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (world / "_site").exists()


@tried(
    11,
    "`build --summary {place}`, where nothing can be written",
    "Exit 2, and nothing is published",
)
@full
@pytest.mark.parametrize("place", ["/dev/full", "content", "no/folder/a.md", "content/site.yaml/a"])
def test_a_summary_that_cannot_be_written_publishes_nothing(
    world: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    assert main(["build", "--quiet", "--summary", place]) == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith("; nothing was published")
    assert not (world / "_site").exists()


@tried(11, "`init` where standard output is full", "Exit 2, which says that the site is there")
@full
def test_a_site_that_was_started_is_there_though_that_cannot_be_printed(world: Path) -> None:
    done = run("dateline init new >/dev/full")
    assert (done.returncode, (world / "new/content/site.yaml").exists()) == (2, True)
    reason = "No space left on device"
    assert done.stderr == (
        f"dateline: new has the new site, but what was written could not be printed: {reason}\n"
    )


@tried(4, "All streams are closed, and a library prints to the third", "No page has a byte of it")
@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_what_is_printed_to_a_closed_stream_gets_into_no_page(world: Path) -> None:
    noisy = (
        "import os; from dateline.publishing.writing import stage; write = stage._write;"
        "stage._write = lambda *a: (write(*a), os.write(2, b'noise'), os.write(1, b'noise'))"
    )
    done = run("dateline build --quiet <&- >&- 2>&-", noisy)
    assert done.returncode in {0, 2}
    (world / "content/line/figures.yaml").unlink()
    done = run("dateline build --quiet <&- >&-", noisy)
    assert done.returncode == 0
    kept = [path for path in world.rglob("*") if path.is_file() and b"noise" in path.read_bytes()]
    assert kept == []


NOTHING, NEW = "nothing was published", "_site has the new site"
INTERRUPTED = {
    "before any file changes": ("dateline.publishing.writing.output.stage_changes", NOTHING),
    "while files change": ("dateline.publishing.writing.journal._remove", NOTHING),
    "while what is left is deleted": ("dateline.publishing.writing.output.clear", NEW),
    "while the cache is written": ("dateline.publishing.remembering.tidy", NEW),
}


@tried(11, "Ctrl-C {when}", "130, and a line that says which site is there")
@pytest.mark.parametrize("when", INTERRUPTED)
def test_an_interrupt_says_which_site_is_there(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], when: str
) -> None:
    where, there = INTERRUPTED[when]

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    assert main(["build", "--quiet"]) == 0
    (world / "content/line/article.md").write_text(ARTICLE.replace("A line", "A road"))
    with monkeypatch.context() as patch:
        patch.setattr(where, interrupt)
        assert main(["build", "--quiet"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == f"dateline: interrupted; {there}."
    is_new = "A road" in (world / "_site/line/index.html").read_text()
    assert is_new == (there == NEW)
    assert main(["build", "--quiet"]) == 0
    assert {path.name for path in (world / ".dateline/_site").iterdir()} == {"cache", "lock"}
