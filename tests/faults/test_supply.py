"""What is installed is what was locked, and what may write on GitHub is nothing that a stranger wrote."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
import yaml
from packaging.requirements import Requirement

from dateline import __version__
from dateline.cli import main
from tests.faults.table import ROOT, tried
from tests.small_site import write_content

LOCKS: Final = ("requirements.txt", "requirements-test.txt", "requirements-release.txt")
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
STRICT: Final = ("--require-hashes", "--only-binary=:all:")
INSTALLING: Final = (
    "tools/bootstrap.py",
    ".github/actions/build/action.yml",
    ".github/make-release.sh",
    ".github/workflows/audit.yml",
    ".github/workflows/release.yml",
)
WORKFLOWS: Final = sorted((ROOT / ".github/workflows").glob("*.yml"))


# What pip does with a lock


def write_wheel(folder: Path, name: str, *, says: str = "ours", needs: str = "") -> Path:
    """A library of one line."""
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    wanted = f"Requires-Dist: {needs}\n" if needs else ""
    with zipfile.ZipFile(wheel, "w") as archive:
        about = f"{name}-1.0.dist-info"
        archive.writestr(f"{name}.py", f"WORDS = '{says}'\n")
        archive.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{wanted}"
        )
        archive.writestr(
            f"{about}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr(f"{about}/RECORD", "")
    return wheel


def write_sources(folder: Path, name: str) -> Path:
    """Sources, whose set-up runs a program of theirs."""
    sources = folder / f"{name}-1.0.zip"
    with zipfile.ZipFile(sources, "w") as archive:
        archive.writestr(f"{name}-1.0/setup.py", "open('/tmp/ran', 'w').close()\n")
        archive.writestr(f"{name}-1.0/PKG-INFO", f"Metadata-Version: 2.1\nName: {name}\n")
    return sources


def digest(file: Path) -> str:
    return f"--hash=sha256:{sha256(file.read_bytes()).hexdigest()}"


def install(folder: Path, lock: str) -> subprocess.CompletedProcess[str]:
    """As every set-up of ours installs, from wheels in a folder."""
    (folder / "lock.txt").write_text(lock)
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-index", *STRICT]
    places = ["--find-links", str(folder), "--target", str(folder / "installed")]
    command = [sys.executable, "-m", "pip", "install", *options, *places, "-r", "lock.txt"]
    # What a machine has of its own settings for pip is none of ours.
    clean = {**os.environ, "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        command, cwd=folder, env=clean, capture_output=True, text=True, check=False
    )


def test_what_is_locked_is_installed(tmp_path: Path) -> None:
    line = f"harbour==1.0 {digest(write_wheel(tmp_path, 'harbour'))}\n"
    assert install(tmp_path, line).returncode == 0
    assert (tmp_path / "installed/harbour.py").read_text() == "WORDS = 'ours'\n"


def other_bytes(folder: Path) -> str:
    line = f"harbour==1.0 {digest(write_wheel(folder, 'harbour'))}\n"
    write_wheel(folder, "harbour", says="theirs")
    return line


def without_a_digest(folder: Path) -> str:
    locked = digest(write_wheel(folder, "harbour"))
    write_wheel(folder, "quay")
    return f"harbour==1.0 {locked}\nquay==1.0\n"


def with_any_version(folder: Path) -> str:
    return f"harbour>=1.0 {digest(write_wheel(folder, 'harbour'))}\n"


def needing_another(folder: Path) -> str:
    write_wheel(folder, "quay")
    return f"harbour==1.0 {digest(write_wheel(folder, 'harbour', needs='quay'))}\n"


def only_as_sources(folder: Path) -> str:
    return f"harbour==1.0 {digest(write_sources(folder, 'harbour'))}\n"


REFUSED: Final = {
    "A library has other bytes than those locked": (other_bytes, "DO NOT MATCH"),
    "A line of the lock has no digest": (without_a_digest, "Hashes are required"),
    "A line of the lock names no exact version": (with_any_version, "pinned with =="),
    "A library needs another that is not in the lock": (needing_another, "pinned with =="),
    "A library is offered only as sources, whose set-up would run": (
        only_as_sources,
        "No matching distribution",
    ),
}


@tried(10, "{done}", "pip refuses, and nothing is installed")
@pytest.mark.parametrize("done", REFUSED)
def test_what_is_not_locked_is_not_installed(tmp_path: Path, done: str) -> None:
    make, why = REFUSED[done]
    refused = install(tmp_path, make(tmp_path))
    assert refused.returncode != 0
    assert why in refused.stderr
    assert not (tmp_path / "installed").exists()


@tried(10, "`{file}` installs without digests, or from sources", "The tests fail")
@pytest.mark.parametrize("file", INSTALLING)
def test_whatever_installs_wants_digests_and_wheels(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert all(option in text for option in STRICT)


def test_nothing_else_installs() -> None:
    ours = [ROOT / "tools/bootstrap.py", *(ROOT / ".github").rglob("*.*"), ROOT / "action.yml"]
    installing = re.compile(r"\bpip\b.*\n?.*\binstall\b|\"pip\", \"install\"")
    found = {
        path.relative_to(ROOT).as_posix()
        for path in ours
        if installing.search(path.read_text("utf-8"))
    }
    assert found == set(INSTALLING)


# The locks


def lines_of(lock: str) -> list[str]:
    """The requirements of a lock, each with its digests on one line."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    return [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


@tried(
    10, "`{lock}` has a line that is not exact, has no digest, or is an address", "The tests fail"
)
@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_exact(lock: str) -> None:
    line = re.compile(r"[a-z0-9.-]+==[\w.!+-]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    assert [each for each in lines_of(lock) if not line.fullmatch(each)] == []


def locked_in(lock: str) -> dict[str, str]:
    pairs = (line.split()[0].partition("==") for line in lines_of(lock))
    return {name: version for name, _, version in pairs}


def wanted() -> Iterator[tuple[str, Requirement]]:
    groups = PROJECT["dependency-groups"]
    extras = PROJECT["project"]["optional-dependencies"].values()
    yield from ((LOCKS[0], Requirement(each)) for each in PROJECT["project"]["dependencies"])
    tests = [*groups["test"], *(each for extra in extras for each in extra)]
    yield from ((LOCKS[1], Requirement(each)) for each in tests)
    yield from ((LOCKS[2], Requirement(each)) for each in groups["release"])


@tried(
    10,
    "A lock has a version below the bound of pyproject.toml, or lacks a library",
    "The tests fail",
)
def test_the_locks_are_within_the_bounds() -> None:
    outside = [
        f"{lock}: {requirement}"
        for lock, requirement in wanted()
        if not requirement.specifier.contains(locked_in(lock).get(requirement.name.lower(), "0"))
    ]
    assert outside == []


def test_no_two_locks_have_other_versions_of_a_library() -> None:
    """The tests run with what is installed elsewhere."""
    program, tests = locked_in(LOCKS[0]), locked_in(LOCKS[1])
    assert {name: tests.get(name) for name in program} == program


HOLES: Final = {
    "jinja2": "3.1.5",  # CVE-2025-27516
    "markdown": "3.8",  # CVE-2025-69534
    "pillow": "11.2.1",  # CVE-2025-48379
    "pyyaml": "5.3.1",  # CVE-2020-14343
    "tornado": "6.5.9",
}


@tried(
    10,
    "Somebody’s environment has {library} in the last version with a known hole",
    "It does not fit",
)
@pytest.mark.parametrize("library", HOLES)
def test_a_bound_is_above_the_last_version_with_a_known_hole(library: str) -> None:
    named = {each.name: each for _, each in wanted()}
    assert not named[library].specifier.contains(HOLES[library])


# What workflows may do

MAY_WRITE: Final = {
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("pages.yml", "site"): {"pages", "id-token"},
    ("weekly.yml", "site"): {"pages", "id-token"},
    ("release.yml", "release"): {"contents", "id-token", "attestations"},
    ("release.yml", "index"): {"id-token"},
}


def rights(granted: Any) -> set[str]:
    assert isinstance(granted, dict), "every workflow says what it may do"
    return {name for name, level in granted.items() if level == "write"}


@tried(10, "A job of `{workflow}` may write more than it must, or has a secret", "The tests fail")
@pytest.mark.parametrize("workflow", [path.name for path in WORKFLOWS])
def test_no_job_may_write_more_than_it_must(workflow: str) -> None:
    text = (ROOT / ".github/workflows" / workflow).read_text("utf-8")
    read = yaml.safe_load(text)
    assert rights(read["permissions"]) == set()
    for name, job in read["jobs"].items():
        granted = rights(job.get("permissions", {}))
        assert granted == MAY_WRITE.get((workflow, name), set()), name
    assert "secrets." not in text


def test_what_may_write_the_repository_runs_nothing_of_it() -> None:
    read = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))
    steps = read["jobs"]["release"]["steps"]
    assert [step["uses"].split("@")[0] for step in steps if "uses" in step] == [
        "actions/download-artifact",
        "actions/attest",
    ]
    assert [step["run"].split()[:3] for step in steps if "run" in step] == [
        ["gh", "release", "create"]
    ]


PIN: Final = re.compile(r"(uses: actions/checkout)@[0-9a-f]{40} # v(\d+)\S*")
CHANGES: Final[dict[str, tuple[Callable[[str], str], str]]] = {
    "An action is named by a version, which can be moved": (
        lambda text: PIN.sub(r"\1@v\2", text),
        "unpinned-uses",
    ),
    "A workflow may write everything": (
        lambda text: text.replace("contents: read # to check out", "contents: write", 1),
        "excessive-permissions",
    ),
    "Later steps have the token": (
        lambda text: text.replace("with:\n          persist-credentials: false", "with: {}"),
        "artipacked",
    ),
    "A pull request’s title is put into a command": (
        lambda text: text.replace(
            "run: .ci/run", "run: echo ${{ github.event.pull_request.title }}"
        ),
        "template-injection",
    ),
    "A stranger’s pull request runs with the rights of the repository": (
        lambda text: text.replace("pull_request:", "pull_request_target:"),
        "dangerous-triggers",
    ),
}


@tried(10, "{done}", "zizmor, and so the tests, find it")
@pytest.mark.parametrize("done", CHANGES)
def test_a_careless_change_of_a_workflow_is_found(tmp_path: Path, done: str) -> None:
    change, rule = CHANGES[done]
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    workflow = tmp_path / ".github/workflows/ci.yml"
    before = workflow.read_text("utf-8")
    workflow.write_text(change(before), "utf-8")
    assert workflow.read_text("utf-8") != before
    zizmor = str(Path(sys.executable).with_name("zizmor"))
    options = ["--quiet", "--offline", "--persona=auditor", "--format=json"]
    found = subprocess.run(
        [zizmor, *options, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert found.returncode != 0
    assert f'"{rule}"' in found.stdout


# A release, and the advisories


@tried(10, "A tag that is not the version of the program is pushed: `{tag}`", "Nothing is released")
@pytest.mark.parametrize("tag", ["v0.0.0", f"{__version__}", f"v{__version__}.1"])
def test_a_tag_that_is_not_the_version_is_refused(tag: str) -> None:
    assert compare_tag(tag) != 0
    assert compare_tag(f"v{__version__}") == 0


def compare_tag(tag: str) -> int:
    build = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))["jobs"][
        "build"
    ]
    (step,) = (step for step in build["steps"] if "GITHUB_REF_NAME" in step.get("run", ""))
    named = {**os.environ, "GITHUB_REF_NAME": tag}
    done = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=ROOT, env=named, check=False)
    return done.returncode


@tried(10, "The database of advisories does not know a library that is locked", "The audit fails")
def test_the_audit_passes_over_nothing() -> None:
    """Without --strict, pip-audit ends with 0 when it could ask about nothing at all."""
    job = yaml.safe_load((ROOT / ".github/workflows/audit.yml").read_text("utf-8"))["jobs"]["audit"]
    assert job["strategy"]["matrix"]["lock"] == list(LOCKS)
    (command,) = (step["run"] for step in job["steps"] if "pip-audit" in step.get("run", ""))
    assert {"--strict", "--require-hashes"} <= set(command.split())


# No network


@tried(10, "There is no network: `{command}`", "The site is built as ever: nothing is fetched")
@pytest.mark.parametrize("command", ["build --fresh", "check", "check --format json"])
def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.chdir(write_content(tmp_path))
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert main(command.split()) == 0
    assert (tmp_path / "_site/line/index.html").exists() == command.startswith("build")
