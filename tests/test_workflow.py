"""What GitHub runs: a push publishes, also in a fork and in another repository, and nobody else can."""

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
ACTIONS = [ROOT / "action.yml", HOME / "actions/build/action.yml"]
FILES = [pytest.param(path, id=path.name) for path in WORKFLOWS]
USING = [*FILES, *(pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in ACTIONS)]


def read(path: Path) -> dict[str, Any]:
    """The file with every scalar as a string, so that `on` is not read as true."""
    workflow = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes strings alone
    assert isinstance(workflow, dict)
    return workflow


PUBLISH, PAGES, WEEKLY = (
    read(HOME / f"workflows/{name}.yml") for name in ("publish", "pages", "weekly")
)
BUILD, DEPLOY = PUBLISH["jobs"]["build"], PUBLISH["jobs"]["deploy"]
TOP, ACTION = map(read, ACTIONS)
CALLS = [PAGES["jobs"]["site"], WEEKLY["jobs"]["site"]]


def steps(file: dict[str, Any]) -> list[dict[str, Any]]:
    jobs = file["jobs"].values() if "jobs" in file else [file["runs"]]
    return [step for job in jobs for step in job.get("steps", ())]


def using(action: str) -> list[dict[str, Any]]:
    every = [step for path in (*WORKFLOWS, *ACTIONS) for step in steps(read(path))]
    return [step for step in every if step.get("uses", "").startswith(f"actions/{action}@")]


# Who may do what


@pytest.mark.parametrize("persona", ["pedantic", "auditor"])
def test_zizmor_finds_nothing(persona: str) -> None:
    program = Path(sys.executable).with_name("zizmor")
    options = ["--quiet", "--offline", "--strict-collection", f"--persona={persona}"]
    command = [str(program), *options, str(HOME), str(ROOT / "action.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", USING)
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


@pytest.mark.parametrize("path", USING)
def test_no_command_contains_an_expression(path: Path) -> None:
    assert [step["run"] for step in steps(read(path)) if "${{" in step.get("run", "")] == []


def test_no_later_step_has_the_token() -> None:
    checkouts = using("checkout")
    assert len(checkouts) == 5
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_only_the_deployment_may_write() -> None:
    assert PUBLISH["permissions"] == {"contents": "read"}
    assert "permissions" not in BUILD
    assert DEPLOY["permissions"] == {"pages": "write", "id-token": "write"}
    granted = {**PUBLISH["permissions"], **DEPLOY["permissions"]}
    assert PAGES["permissions"] == WEEKLY["permissions"] == {}
    assert [call["permissions"] for call in CALLS] == [granted, granted]


def test_no_secret_is_needed() -> None:
    for path in (*WORKFLOWS, *ACTIONS):
        assert "secrets" not in path.read_text("utf-8")


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
    assert PUBLISH["concurrency"]["cancel-in-progress"] == "false"
    assert PUBLISH["concurrency"]["group"] != "pages"  # a run that waits for itself would never end


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


def test_this_repository_publishes_as_others_do() -> None:
    assert {call["uses"] for call in CALLS} == {"$/.github/workflows/publish.yml"}
    assert list(PUBLISH["on"]) == ["workflow_call"]


def test_the_publishing_workflow_has_no_schedule_because_github_would_disable_it() -> None:
    assert "schedule" not in PAGES["on"]


def test_the_action_at_the_top_passes_on_all_that_it_takes() -> None:
    (step,) = steps(TOP)
    assert step["uses"] == "$/.github/actions/build"
    assert TOP["inputs"] == ACTION["inputs"]
    assert step["with"] == {name: f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}


def test_the_workflow_passes_on_what_the_action_takes() -> None:
    (step,) = (step for step in BUILD["steps"] if step.get("uses") == "$/.github/actions/build")
    assert step["with"].keys() <= ACTION["inputs"].keys()


def test_what_is_installed_is_locked_by_its_digest() -> None:
    (install,) = (step["run"] for step in steps(ACTION) if "pip" in step.get("run", ""))
    assert "--require-hashes" in install
    assert "--only-binary=:all:" in install
    assert "$GITHUB_ACTION_PATH/../../../requirements.txt" in install
    assert (ACTIONS[1].parent / "../../../requirements.txt").resolve() == ROOT / "requirements.txt"


# Where the site is


GITHUB = "https://github.com"


def find_address(
    repository: str, content: Path, server: str = GITHUB
) -> subprocess.CompletedProcess[str]:
    command = ["bash", str(HOME / "site-address.sh"), repository, str(content)]
    variables = {**os.environ, "GITHUB_SERVER_URL": server}
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)


def address_of(repository: str, content: Path, server: str = GITHUB) -> str:
    done = find_address(repository, content, server)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("server", ["https://git.paper.example", "https://paper.ghe.com"])
def test_on_another_host_the_address_is_that_of_the_settings_or_unknown(
    tmp_path: Path, server: str
) -> None:
    done = find_address("ann/paper", tmp_path, server)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"::notice::Where {server} publishes this site is not known")
    (tmp_path / "site.yaml").write_text("address: https://pages.paper.example/ann/paper/\n")
    assert address_of("ann/paper", tmp_path, server) == ""


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
def newsroom(tmp_path: Path) -> Path:
    """A repository with a content folder, and modules in it that have the names of the program's."""
    article = "---\ntitle: T\nstandfirst: S.\npublished: 2024-09-11\n---\n\nAll was quiet.\n"
    (tmp_path / "content/quiet").mkdir(parents=True)
    (tmp_path / "content/quiet/article.md").write_text(article)
    for name in ("dateline", "yaml", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('not the one')\n")
    environment = tmp_path / "runner/dateline/bin"
    environment.mkdir(parents=True)
    (environment / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (environment / "python").chmod(0o755)
    return tmp_path


def run_the_build(
    newsroom: Path, repository: str, previous: str = "", **others: str
) -> subprocess.CompletedProcess[str]:
    """The action's own command, as a runner calls it: bash --noprofile --norc -eo pipefail."""
    step = steps(ACTION)[-1]
    variables = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")},
        **{name: value for name, value in step["env"].items() if "${{" not in value},
        "CONTENT": "content",
        "OUTPUT": "_site",
        "ADDRESS": "",
        "PREVIOUS": previous,
        "GITHUB_ACTION_PATH": str(ACTIONS[1].parent),
        "GITHUB_REPOSITORY": repository,
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_STEP_SUMMARY": str(newsroom / "summary.md"),
        "RUNNER_TEMP": str(newsroom / "runner"),
        **others,
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        shell, cwd=newsroom, env=variables, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("settings", "base"),
    [("", "/Paper/"), ("address: https://paper.example/\n", "/")],
)
def test_the_command_of_the_action_builds_the_site(
    newsroom: Path, settings: str, base: str
) -> None:
    (newsroom / "content/site.yaml").write_text(f"title: T\ndescription: D\n{settings}")
    done = run_the_build(newsroom, "Ann/Paper")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f'href="{base}"' in (newsroom / "_site/404.html").read_text("utf-8")


def test_the_command_of_the_action_fails_if_the_content_is_broken(newsroom: Path) -> None:
    (newsroom / "content/site.yaml").write_text("title: [T\n")
    done = run_the_build(newsroom, "ann/paper")
    assert done.returncode == 1
    assert "::error file=content/site.yaml" in done.stdout


def test_the_command_of_the_action_misses_what_was_published(newsroom: Path) -> None:
    (newsroom / "content/site.yaml").write_text("title: T\ndescription: D\n")
    assert run_the_build(newsroom, "ann/paper").returncode == 0
    (newsroom / "_site").rename(newsroom / "live")
    (newsroom / "content/quiet").rename(newsroom / "content/loud")
    done = run_the_build(newsroom, "ann/paper", previous="live/dateline-manifest.json")
    assert done.returncode == 1
    assert "::error file=content/quiet,line=1,col=1,title=address.gone" in done.stdout
    summary = (newsroom / "summary.md").read_text("utf-8")
    assert "## 1 error: nothing is published" in summary
    assert "### [T](https://ann.github.io/paper/loud/) (new)" in summary


def test_the_command_of_the_action_makes_a_part_for_the_cache(newsroom: Path) -> None:
    (newsroom / "content/site.yaml").write_text("title: T\ndescription: D\n")
    done = run_the_build(newsroom, "ann/paper", PART="1/2")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (newsroom / "_site").exists()
    assert any((newsroom / ".dateline/_site/cache").iterdir())


def test_where_the_address_is_unknown_the_site_is_built_without_a_comparison(
    newsroom: Path,
) -> None:
    (newsroom / "content/site.yaml").write_text("title: T\ndescription: D\n")
    other = {"GITHUB_SERVER_URL": "https://git.paper.example"}
    done = run_the_build(newsroom, "ann/paper", previous="live", **other)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "::notice::Where https://git.paper.example publishes" in done.stderr
    assert not (newsroom / "_site/sitemap.xml").exists()
    done = run_the_build(newsroom, "ann/paper", ADDRESS="https://pages.paper.example/x/", **other)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "https://pages.paper.example/x/" in (newsroom / "_site/sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("event", "branch", "compare", "previous"),
    [
        ("push", "main", True, "live"),
        ("push", "other", True, ""),
        ("schedule", "main", True, "live"),
        ("pull_request", "other", True, "live"),
        ("workflow_dispatch", "main", True, "live"),
        ("workflow_dispatch", "main", False, ""),
    ],
)
def test_what_would_be_published_is_compared_with_the_live_site(
    event: str, branch: str, compare: bool, previous: str
) -> None:
    (step,) = (step for step in BUILD["steps"] if step.get("uses") == "$/.github/actions/build")
    python = step["with"]["previous"].removeprefix("${{ ").removesuffix(" }}")
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
    watched = {
        (update["package-ecosystem"], folder)
        for update in updates
        for folder in update.get("directories", [update.get("directory")])
    }
    actions = {("github-actions", "/"), ("github-actions", "/.github/actions/build")}
    assert watched == actions | {("pip", "/"), ("npm", "/tests/browser")}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in updates)
