"""From nothing to a live site outside this repository: `init`, a push, and the steps of the workflow.

The commands are those of the action, run one by one in a clone of what was pushed; only GitHub's own
actions have stand-ins. What the program needs is installed from the index, by its lock.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.cli import main
from tests.browser.hosting import host
from tests.publishing.crawl import crawl

ROOT = Path(__file__).parent.parent.parent
ACTION = ".github/actions/build"
PYTHON = getattr(sys, "_base_executable", sys.executable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of a run: the code of the last step, all that was printed, and its summary."""

    code: int
    printed: str
    summary: str
    site: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """A repository of its own, the folder that Pages serves, and its address."""

    repository: Path
    live: Path
    address: str
    runner: Path

    def push(self) -> Run:
        """Commit everything, and run the steps in a clone, as publish.yml has them."""
        git(self.repository, "add", "--all")
        git(self.repository, "commit", "--quiet", "--message", "News")
        workspace = self.runner / "work/paper"
        shutil.rmtree(workspace, ignore_errors=True)
        git(self.runner, "clone", "--quiet", str(self.repository), str(workspace))
        summary = self.runner / "summary.md"
        summary.unlink(missing_ok=True)
        action = yaml.safe_load((ROOT / ACTION / "action.yml").read_text("utf-8"))
        values = {f"inputs.{name}": of["default"] for name, of in action["inputs"].items()}
        values |= {"inputs.site-url": self.address, "inputs.previous": "live"}
        values |= {"steps.python.outputs.python-path": PYTHON}
        code, printed = 0, ""
        for step in action["runs"]["steps"]:
            if code == 0 and "run" in step:
                done = self._run(step, values, workspace)
                code, printed = done.returncode, printed + done.stdout
        text = summary.read_text("utf-8") if summary.exists() else ""
        return Run(code=code, printed=printed, summary=text, site=workspace / "_site")

    def _run(
        self, step: dict[str, Any], values: dict[str, str], workspace: Path
    ) -> subprocess.CompletedProcess[str]:
        ours = re.compile("GITHUB_|PYTHON|DATELINE|VIRTUAL_ENV|SOURCE_DATE_EPOCH")
        variables = {
            **{name: value for name, value in os.environ.items() if not ours.match(name)},
            "GITHUB_ACTION_PATH": str(program_of(self.runner) / ACTION),
            "GITHUB_REPOSITORY": "Ann/paper",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_STEP_SUMMARY": str(self.runner / "summary.md"),
            "RUNNER_TEMP": str(self.runner / "temp"),
            **{name: fill(text, values) for name, text in step["env"].items()},
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        return subprocess.run(
            command,
            cwd=workspace,
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


def program_of(runner: Path) -> Path:
    return runner / "actions/OWNER/dateline/v0.1.0"


def fill(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], text)


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@paper.example"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A site that `init` started, in a repository, and a runner with the program's checkout."""
    folder = tmp_path_factory.mktemp("newsroom")
    assert main(["init", str(folder / "paper")]) == 0
    git(folder / "paper", "init", "--quiet")
    (folder / "live").mkdir()
    (folder / "live/404.html").write_text("Nothing is published here yet.")
    program = program_of(folder / "runner")
    for name in ("dateline", "templates", "static", ".github"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, program / name, ignore=ignored)
    shutil.copy(ROOT / "requirements.txt", program)
    (folder / "runner/temp").mkdir()
    with host(folder / "live", "/paper/") as address:
        yield Newsroom(
            repository=folder / "paper",
            live=folder / "live",
            address=address,
            runner=folder / "runner",
        )


@pytest.fixture(scope="module")
def first(newsroom: Newsroom) -> Run:
    """The first push, published."""
    run = newsroom.push()
    assert run.code == 0, run.printed
    shutil.copytree(run.site, newsroom.live, dirs_exist_ok=True)
    return run


def change(newsroom: Newsroom, before: str, after: str) -> None:
    sheet = newsroom.repository / "content/first-newspaper/figures.yaml"
    text = sheet.read_text("utf-8")
    assert before in text
    sheet.write_text(text.replace(before, after), "utf-8")


def test_the_first_push_makes_a_site_in_which_every_address_leads_somewhere(
    newsroom: Newsroom, first: Run
) -> None:
    assert f"Nothing is published at {newsroom.address} yet" in first.printed
    assert first.summary.startswith("Nothing is wrong.\n")
    met = crawl(newsroom.address, newsroom.address, ["", "no/such/page/", "sitemap.xml"])
    assert len(met.documents) > 60
    assert met.faults() == []


def test_nothing_is_left_for_git_that_nobody_wrote(newsroom: Newsroom, first: Run) -> None:
    command = ["git", "status", "--porcelain"]
    folder = first.site.parent
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    assert done.stdout == ""


def test_a_pull_request_sees_what_it_changes(newsroom: Newsroom, first: Run) -> None:
    change(newsroom, "label: Issues that", "label: Numbers that")
    run = newsroom.push()
    assert run.code == 0, run.printed
    fact = f"{newsroom.address}first-newspaper/facts/issues-printed/"
    assert f"- Changed fact: [Numbers that Carolus had printed when he wrote]({fact}): " in (
        run.summary
    )


def test_a_pull_request_with_a_mistake_sees_it_at_its_line_and_makes_no_site(
    newsroom: Newsroom, first: Run
) -> None:
    change(newsroom, "value: 12", "value: 13")
    run = newsroom.push()
    assert run.code == 1
    assert "::error file=content/first-newspaper/figures.yaml,line=7,col=12," in run.printed
    assert "## 1 error: nothing is published" in run.summary
    assert not run.site.exists()
