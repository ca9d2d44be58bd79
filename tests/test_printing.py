"""What the command prints arrives, whatever the encoding, or it says that it did not."""

from __future__ import annotations

import io
import json
import os
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


@tried(
    11,
    "`--format {form} {out}`",
    "Exit 2: the new site is there, and what was found could not be printed",
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full is Linux's")
@pytest.mark.parametrize(
    ("out", "reason"), [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")]
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_result_that_cannot_be_printed_is_no_problem_of_the_content(
    world: Path, out: str, reason: str, form: str
) -> None:
    done = run("build", "--format", form, out=out)
    assert done.returncode == 2
    said = f"_site has the new site, but what was found could not be printed: {reason}"
    assert done.stderr.splitlines()[-1] == f"dateline: {said}"
    assert "Traceback" not in done.stderr
    assert (world / "_site/index.html").exists()


@tried(11, "`--quiet` and standard output is closed", "Exit 0")
def test_a_quiet_build_needs_no_standard_output(world: Path) -> None:
    assert run("build", "--quiet", out=">&-").returncode == 0
