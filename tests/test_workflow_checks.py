"""What others' checkers find in the workflows and actions, ours and those that `init` writes: nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dateline.cli import main

ROOT = Path(__file__).parent.parent
ACTIONS = ["action.yml", ".github/actions/build/action.yml"]
SCRIPTS = [".ci/run", ".github/site-address.sh"]


def run(program: str, *arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(program)), *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `.github` of a site that `init` made."""
    folder = tmp_path_factory.mktemp("started")
    assert main(["init", str(folder)]) == 0
    return folder / ".github"


@pytest.fixture(params=["ours", "started"])
def github(request: pytest.FixtureRequest, started: Path) -> Path:
    return ROOT / ".github" if request.param == "ours" else started


def test_actionlint_finds_nothing(github: Path) -> None:
    shellcheck = Path(sys.executable).with_name("shellcheck")
    done = run("actionlint", "-shellcheck", shellcheck, *sorted(github.glob("workflows/*.yml")))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", "workflows/*.yml"), ("vendor.dependabot", "dependabot.yml")],
)
def test_workflows_and_dependabot_follow_their_schemas(
    github: Path, schema: str, files: str
) -> None:
    done = run("check-jsonschema", "--builtin-schema", schema, *sorted(github.glob(files)))
    assert done.returncode == 0, done.stdout + done.stderr


def test_actions_follow_their_schema() -> None:
    files = (ROOT / path for path in ACTIONS)
    done = run("check-jsonschema", "--builtin-schema", "vendor.github-actions", *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_shellcheck_finds_nothing_in_scripts() -> None:
    done = run("shellcheck", *(ROOT / path for path in SCRIPTS))
    assert done.returncode == 0, done.stdout


def test_shellcheck_finds_nothing_in_the_commands_of_actions() -> None:
    action = yaml.safe_load((ROOT / ACTIONS[1]).read_text("utf-8"))
    commands = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(commands) == 2
    for command in commands:
        done = run("shellcheck", "--shell=bash", "-", given=f"set -eo pipefail\n{command}")
        assert done.returncode == 0, done.stdout


def test_zizmor_finds_in_a_started_site_only_that_a_version_is_not_pinned_by_hash(
    started: Path,
) -> None:
    """No file can name the commit that it comes with (docs/decisions/publishing.md)."""
    options = ["--offline", "--strict-collection", "--persona=auditor", "--format=json"]
    done = run("zizmor", *options, started)
    found = {finding["ident"] for finding in json.loads(done.stdout)}
    assert found <= {"unpinned-uses"}, done.stdout


def test_the_workflow_for_large_sites_in_the_documentation_is_one(tmp_path: Path) -> None:
    section = (
        (ROOT / "docs/publishing.md").read_text("utf-8").partition("too large for one machine")[2]
    )
    workflow = section.partition("```yaml\n")[2].partition("```")[0]
    file = tmp_path / ".github/workflows/large.yml"
    file.parent.mkdir(parents=True)
    file.write_text(workflow, "utf-8")
    done = run("actionlint", file)
    assert done.returncode == 0, done.stdout + done.stderr
    options = ["--offline", "--strict-collection", "--persona=auditor", "--format=json"]
    found = {finding["ident"] for finding in json.loads(run("zizmor", *options, tmp_path).stdout)}
    assert found <= {"unpinned-uses"}
    used = {"@".join(line) for line in re.findall(r"uses: (actions/\S+)@(\S+)", workflow)}
    ours = "".join(path.read_text("utf-8") for path in (ROOT / ".github").rglob("*.yml"))
    assert used
    assert all(f"uses: {action} #" in ours for action in used)
