"""What the command prints arrives, whatever the encoding, or it says that it did not."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import main
from tests.faults.table import tried
from tests.small_site import article, write_content

ROOT = Path(__file__).parent.parent
STRANGE = "“سلام → café 😀,”"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a briefing of strange letters, on a fixed day."""
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    (tmp_path / "content/line/article.md").write_text(article(f"{STRANGE} said Ann."), "utf-8")
    (tmp_path / "content/line/figures.yaml").unlink()
    return tmp_path


def printed(encoding: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    """The exit code, and standard output as a reader with that encoding sees it."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, write_through=True) for _ in range(2))
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", err)
    code = main([*arguments])
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return code, buffer.getvalue().decode(encoding)


@tried(
    11,
    "The terminal’s encoding is {encoding}: `check --format {form}`",
    "Exit 0; signs that it lacks are shown as their numbers",
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp1252", "latin-1", "ascii"])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_any_encoding_will_do(
    world: Path, encoding: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out = printed(encoding, monkeypatch, "check", "line", "--format", form)
    assert code == 0
    if form == "json":
        assert "سلام" in str(json.loads(out)["coverage"])
    elif form == "text":
        assert ("سلام" if encoding == "utf-8" else r"\u0633\u0644\u0627\u0645") in out
        assert ("→" if encoding == "utf-8" else "->") in out


@tried(11, "The terminal’s encoding is ASCII: `--help`", "Exit 0")
def test_help_is_printed_in_any_encoding(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="0"):
        printed("ascii", monkeypatch, "build", "--help")


@tried(11, "An argument is not UTF-8", "Exit 2, and a sentence")
def test_an_argument_that_is_not_utf_8_ends_in_a_sentence(
    world: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--content", os.fsdecode(b"c\xff")]) == 2
    assert capfd.readouterr().err.startswith(r"dateline: there is no folder c\udcff: ")


def run(*arguments: str, out: str) -> subprocess.CompletedProcess[str]:
    """The command, with standard output to where the shell is asked to put it."""
    command = f'"$0" -c "import sys, dateline.cli as c; sys.exit(c.main())" "$@" {out}'
    return subprocess.run(
        ["sh", "-c", command, sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


FULL = [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")]
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full is Linux's")


@tried(
    11, "`build --format {form} {out}`", "Exit 2: what was found could not be printed; the old site"
)
@full
@pytest.mark.parametrize(("out", "reason"), FULL)
@pytest.mark.parametrize("form", ["json", "github"])
def test_nothing_is_published_unless_what_was_found_is_printed(
    world: Path, out: str, reason: str, form: str
) -> None:
    assert main(["build", "--quiet"]) == 0
    before = (world / "_site/index.html").read_bytes()
    warned = article("It opened on 3 May 2019.", title="Another")
    (world / "content/line/article.md").write_text(warned)
    done = run("build", "--format", form, out=out)
    assert done.returncode == 2
    said = f"what was found could not be printed: {reason}; nothing was published"
    assert done.stderr == f"dateline: {said}\n"
    assert (world / "_site/index.html").read_bytes() == before
    assert sorted(path.name for path in (world / ".dateline/_site").iterdir()) == ["cache", "lock"]


@tried(11, "`check --format {form} {out}`", "Exit 2: what was found could not be printed")
@full
@pytest.mark.parametrize(("out", "reason"), FULL)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_check_whose_result_cannot_be_printed_is_no_problem_of_the_content(
    world: Path, out: str, reason: str, form: str
) -> None:
    done = run("check", "--format", form, out=out)
    assert done.returncode == 2
    said = f"what was found could not be printed: {reason}"
    if form == "github":  # it has an annotation to print only if there is a problem
        said = f"({said}|the summary could not be printed: {reason})"
    assert re.fullmatch(f"dateline: {said}", done.stderr.splitlines()[-1])
    assert "Traceback" not in done.stderr


@tried(
    11,
    "`build {out}`: the line that says what was built cannot be printed",
    "Exit 2, which says that the new site is there",
)
@full
@pytest.mark.parametrize(("out", "reason"), FULL)
def test_a_summary_that_cannot_be_printed_is_reported_as_that(
    world: Path, out: str, reason: str
) -> None:
    done = run("build", out=out)
    assert done.returncode == 2
    said = f"_site has the new site, but the summary could not be printed: {reason}"
    assert done.stderr.splitlines()[-1] == f"dateline: {said}"
    assert (world / "_site/index.html").exists()


@tried(11, "`--quiet` and standard output is closed", "Exit 0")
def test_a_quiet_build_needs_no_standard_output(world: Path) -> None:
    assert run("build", "--quiet", out=">&-").returncode == 0
