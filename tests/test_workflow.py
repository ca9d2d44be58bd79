"""What GitHub runs: a push publishes, also in a fork, and nobody else can."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".github"
WORKFLOWS = sorted((HOME / "workflows").glob("*.yml"))
FILES = [pytest.param(path, id=path.name) for path in WORKFLOWS]


def read(path: Path) -> dict[str, Any]:
    """The file with every scalar as a string, so that `on` is not read as true."""
    workflow = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes strings alone
    assert isinstance(workflow, dict)
    return workflow


PAGES, WEEKLY = (read(HOME / f"workflows/{name}.yml") for name in ("pages", "weekly"))
BUILD, DEPLOY = PAGES["jobs"]["build"], PAGES["jobs"]["deploy"]


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", ())]


def using(action: str) -> list[dict[str, Any]]:
    every = [step for path in WORKFLOWS for step in steps(read(path))]
    return [step for step in every if step.get("uses", "").startswith(f"actions/{action}@")]


# Who may do what


def test_zizmor_finds_nothing() -> None:
    program = Path(sys.executable).with_name("zizmor")
    options = ["--quiet", "--offline", "--strict-collection", "--persona=auditor"]
    command = [str(program), *options, str(HOME)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES)
def test_actions_of_others_are_pinned_to_a_commit_with_the_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))
    for action, comment in used:
        if not action.startswith("$/"):
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


@pytest.mark.parametrize("path", FILES)
def test_no_event_runs_a_strangers_code_with_the_rights_of_the_repository(path: Path) -> None:
    """These events of a pull request run with the rights of the repository."""
    assert {"pull_request_target", "workflow_run", "issue_comment"}.isdisjoint(read(path)["on"])


@pytest.mark.parametrize("path", FILES)
def test_every_job_has_a_time_limit(path: Path) -> None:
    for job in read(path)["jobs"].values():
        assert "uses" in job or 0 < int(job["timeout-minutes"]) <= 60


@pytest.mark.parametrize("path", FILES)
def test_no_command_contains_an_expression(path: Path) -> None:
    assert [step["run"] for step in steps(read(path)) if "${{" in step.get("run", "")] == []


def test_no_later_step_has_the_token() -> None:
    checkouts = using("checkout")
    assert len(checkouts) == 2
    assert all(step["with"] == {"persist-credentials": "false"} for step in checkouts)


def test_only_the_deployment_may_write() -> None:
    assert PAGES["permissions"] == {"contents": "read"}
    assert "permissions" not in BUILD
    assert DEPLOY["permissions"] == {"pages": "write", "id-token": "write"}
    granted = {**PAGES["permissions"], **DEPLOY["permissions"]}
    assert WEEKLY["permissions"] == {}
    assert WEEKLY["jobs"]["publish"]["permissions"] == granted


# When the site is published


def test_every_push_and_pull_request_is_built_and_kept() -> None:
    assert PAGES["on"]["push"] == {"branches": ["**"]}
    assert PAGES["on"]["pull_request"] == ""
    assert "if" not in BUILD
    (upload,) = using("upload-pages-artifact")
    assert upload in BUILD["steps"]
    assert "if" not in upload
    assert upload["with"]["path"] == "_site"


def test_deployments_run_one_at_a_time_and_are_not_cancelled() -> None:
    assert DEPLOY["needs"] == "build"
    assert DEPLOY["environment"]["name"] == "github-pages"
    assert DEPLOY["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert PAGES["concurrency"]["cancel-in-progress"] == "false"
    assert PAGES["concurrency"]["group"] != "pages"  # a run that waits for itself would never end


def is_deployed(event: str, ref: str, default: str | None) -> bool:
    """The value of the deployment's condition; a scheduled run does not know `default`."""
    known = {
        "github.event_name": event,
        "github.ref": ref,
        "github.event.repository.default_branch": default or "",
    }
    python = DEPLOY["if"].replace("||", "or").replace("&&", "and")
    python = re.sub(r"github[\w.]+", lambda found: repr(known[found[0]]), python)
    form = {"format": str.format}
    return bool(eval(python, {"__builtins__": {}}, form))  # noqa: S307 - our own condition


@pytest.mark.parametrize(
    ("event", "ref", "default", "deployed"),
    [
        ("push", "refs/heads/main", "main", True),
        ("push", "refs/heads/trunk", "trunk", True),
        ("push", "refs/heads/other", "main", False),
        ("push", "refs/tags/main", "main", False),
        ("pull_request", "refs/pull/3/merge", "main", False),
        ("workflow_dispatch", "refs/heads/main", "main", True),
        ("workflow_dispatch", "refs/heads/other", "main", False),
        ("schedule", "refs/heads/main", None, True),
    ],
)
def test_only_the_default_branch_is_published(
    event: str, ref: str, default: str | None, deployed: bool
) -> None:
    assert is_deployed(event, ref, default) == deployed


def test_the_site_is_built_every_week() -> None:
    (schedule,) = WEEKLY["on"]["schedule"]
    assert re.fullmatch(r"[1-9]\d* \d+ \* \* \d", schedule["cron"])
    assert WEEKLY["jobs"]["publish"]["uses"] == "$/.github/workflows/pages.yml"
    assert "workflow_call" in PAGES["on"]


def test_the_publishing_workflow_has_no_schedule_because_github_would_disable_it() -> None:
    assert "schedule" not in PAGES["on"]


# Where the site is


def address_of(repository: str, content: Path) -> str:
    command = ["bash", str(HOME / "site-address.sh"), repository, str(content)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("ann/paper", "https://ann.github.io/paper/"),
        ("Ann/The-Paper", "https://ann.github.io/The-Paper/"),
        ("ann/ann.github.io", "https://ann.github.io/"),
        ("Ann/Ann.GitHub.io", "https://ann.github.io/"),
        ("ann/ben.github.io", "https://ann.github.io/ben.github.io/"),
    ],
)
@pytest.mark.parametrize("settings", [None, "title: T\n# address: none\nhome address: x\n"])
def test_a_fork_finds_its_own_address(
    tmp_path: Path, repository: str, address: str, settings: str | None
) -> None:
    if settings:
        (tmp_path / "site.yaml").write_text(settings)
    assert address_of(repository, tmp_path) == address


@pytest.mark.parametrize("key", ["address", '"address"', "'address'", "address "])
def test_an_address_in_the_settings_is_used(tmp_path: Path, key: str) -> None:
    (tmp_path / "site.yaml").write_text(f"title: T\n{key}: https://paper.example/\n")
    assert address_of("ann/paper", tmp_path) == ""


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A checkout of a fork, with the `python3` that a runner would have."""
    for name in ("build.py", "dateline", "tools", "templates", "static", ".github"):
        (tmp_path / name).symlink_to(ROOT / name)
    article = "---\ntitle: T\nstandfirst: S.\npublished: 2024-09-11\n---\n\nAll was quiet.\n"
    (tmp_path / "content/quiet").mkdir(parents=True)
    (tmp_path / "content/quiet/article.md").write_text(article)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tmp_path / "bin/python3").chmod(0o755)
    return tmp_path


def run_the_build(
    fork: Path, repository: str, previous: str = ""
) -> subprocess.CompletedProcess[str]:
    """The workflow's own command, as a runner calls it: bash --noprofile --norc -eo pipefail."""
    (command,) = (step["run"] for step in BUILD["steps"] if "run" in step)
    path = f"{fork / 'bin'}:{os.environ['PATH']}"
    variables = {**os.environ, "PATH": path, "GITHUB_REPOSITORY": repository, "PREVIOUS": previous}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command]
    return subprocess.run(
        shell, cwd=fork, env=variables, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("settings", "base"),
    [("", "/Paper/"), ("address: https://paper.example/\n", "/")],
)
def test_the_command_of_the_workflow_builds_the_site(fork: Path, settings: str, base: str) -> None:
    (fork / "content/site.yaml").write_text(f"title: T\ndescription: D\n{settings}")
    done = run_the_build(fork, "Ann/Paper")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f'href="{base}"' in (fork / "_site/404.html").read_text("utf-8")


def test_the_command_of_the_workflow_fails_if_the_content_is_broken(fork: Path) -> None:
    (fork / "content/site.yaml").write_text("title: [T\n")
    done = run_the_build(fork, "ann/paper")
    assert done.returncode == 1
    assert "::error file=content/site.yaml" in done.stdout


def test_the_command_of_the_workflow_misses_what_was_published(fork: Path) -> None:
    (fork / "content/site.yaml").write_text("title: T\ndescription: D\n")
    assert run_the_build(fork, "ann/paper").returncode == 0
    (fork / "_site").rename(fork / "live")
    (fork / "content/quiet").rename(fork / "content/loud")
    done = run_the_build(fork, "ann/paper", previous="live/dateline-manifest.json")
    assert done.returncode == 1
    assert "::error file=content/quiet,line=1,col=1,title=address.gone" in done.stdout


@pytest.mark.parametrize(
    ("event", "branch", "compare", "previous"),
    [
        ("push", "main", None, "live"),
        ("push", "other", None, ""),
        ("schedule", "main", None, "live"),
        ("pull_request", "other", None, "live"),
        ("workflow_dispatch", "main", True, "live"),
        ("workflow_dispatch", "main", False, ""),
    ],
)
def test_what_would_be_published_is_compared_with_the_live_site(
    event: str, branch: str, compare: bool | None, previous: str
) -> None:
    (step,) = (step for step in BUILD["steps"] if "run" in step)
    python = step["env"]["PREVIOUS"].removeprefix("${{ ").removesuffix(" }}")
    for name, value in (
        ("github.event_name", event),
        ("github.event.repository.default_branch", "main"),
        ("github.ref", f"refs/heads/{branch}"),
        ("inputs.compare", compare),
    ):
        python = python.replace(name, repr(value))
    python = python.replace("||", "or").replace("&&", "and")
    assert eval(python, {"__builtins__": {}}, {"format": str.format}) == previous  # noqa: S307 - ours


# What keeps it up to date


def test_new_releases_of_everything_locked_are_proposed_after_a_week() -> None:
    updates = read(HOME / "dependabot.yml")["updates"]
    watched = {(update["package-ecosystem"], update["directory"]) for update in updates}
    assert watched == {("github-actions", "/"), ("pip", "/"), ("npm", "/tests/browser")}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in updates)
