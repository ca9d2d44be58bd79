"""The set-up of the verb `test`, with made-up programs, and its exit code."""

import json
import os
from pathlib import Path

import pytest

from tools import testing

APT = """#!/bin/sh
echo "$@" >> "$0.log"
[ "$1" = update ] && exit
for name in chromium java npm; do cp "$0" "${0%apt-get}$name"; done
"""
SUDO = """#!/bin/sh
[ "$1" = -n ] && shift && exec "$@"
"""
PACKAGES = {"vnu-jar": "1", "lighthouse": "2"}
NPM = """#!/bin/sh
echo "$@" >> "$0.log"
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH; beside it a package.json with two packages, neither installed."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("env", "cp", "true"):
        (programs / name).symlink_to(f"/bin/{name}")
    monkeypatch.setenv("PATH", str(programs))
    (tmp_path / "package.json").write_text(json.dumps({"dependencies": PACKAGES}))
    monkeypatch.setattr(testing, "NODE_HOME", tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return programs


def add(programs: Path, **scripts: str) -> None:
    for name, script in scripts.items():
        program = programs / name.replace("_", "-")
        program.write_text(script)
        program.chmod(0o755)


def add_packages(home: Path, packages: dict[str, str]) -> None:
    for name, version in packages.items():
        (home / "node_modules" / name).mkdir(parents=True)
        (home / "node_modules" / name / "package.json").write_text(json.dumps({"version": version}))


def read_log(program: Path) -> list[str]:
    log = program.with_name(f"{program.name}.log")
    return log.read_text().splitlines() if log.exists() else []


def test_root_installs_what_is_missing(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    add(programs, apt_get=APT)
    testing.set_up()
    wanted = "install --yes --no-install-recommends chromium default-jre-headless npm"
    assert read_log(programs / "apt-get") == ["update", wanted]
    assert "Missing" not in capsys.readouterr().out


def test_sudo_without_a_password_is_used(programs: Path) -> None:
    add(programs, apt_get=APT, sudo=SUDO, java=NPM, npm=NPM)
    testing.set_up()
    wanted = "install --yes --no-install-recommends chromium"
    assert read_log(programs / "apt-get") == ["update", wanted]


@pytest.mark.parametrize("others", [{}, {"apt_get": APT}])
def test_what_cannot_be_installed_is_named_in_one_line(
    programs: Path, others: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    add(programs, npm=NPM, **others)
    add_packages(programs.parent, PACKAGES)
    testing.set_up()
    line = "Missing, for the browser tests: apt install chromium default-jre-headless\n"
    assert capsys.readouterr().out == line
    assert read_log(programs / "apt-get") == []


@pytest.mark.parametrize(
    ("there", "fetched"),
    [(PACKAGES, 0), ({**PACKAGES, "lighthouse": "1"}, 1), ({"vnu-jar": "1"}, 1)],
)
def test_npm_runs_only_if_a_package_is_missing_or_of_another_version(
    programs: Path, there: dict[str, str], fetched: int
) -> None:
    add(programs, chromium=NPM, java=NPM, npm=NPM)
    add_packages(programs.parent, there)
    testing.set_up()
    assert len(read_log(programs / "npm")) == fetched


def test_every_step_runs_and_the_failed_ones_are_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = [("first", ["no_such_module"]), ("second", ["platform"])]
    monkeypatch.setattr(testing, "plan_steps", lambda _: steps)
    monkeypatch.setattr(testing, "set_up", lambda: None)
    assert testing.run_tests([]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("==")] == ["== first", "== second"]
    assert lines[-1] == "Failed: first"


def test_the_exit_code_is_0_only_if_everything_passed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(testing, "plan_steps", lambda _: [("only", ["platform"])])
    monkeypatch.setattr(testing, "set_up", lambda: None)
    assert testing.run_tests([]) == 0
    assert capfd.readouterr().out.endswith("Everything passed.\n")


def test_arguments_after_the_verb_go_to_pytest() -> None:
    steps = dict(testing.plan_steps(["-k", "dates"]))
    assert steps["pytest"] == ["pytest", *testing.ON_EVERY_PROCESSOR, "-k", "dates"]
    assert list(steps) == ["ruff check", "ruff format", "mypy", "pytest"]
