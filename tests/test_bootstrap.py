"""From a bare Python to the command, in small clones whose locks list two local wheels.

Two environments are real: that of the first run, and one made in spite of misleading variables. The
others are made by quick_setup.py: the real command with stand-ins for venv and pip.
"""

import ast
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tools.bootstrap import LOCK, MODULES, RESTARTED, ROOT, TEST_LOCK

COMMAND = """
import json, os, sys

def main(arguments, test):
    print(json.dumps({"arguments": arguments, "folder": os.getcwd(), "python": sys.prefix}))
    return 7
"""
BARE = [getattr(sys, "_base_executable", sys.executable), "-S"]
"""A Python with only its standard library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The result of a run; `answer` is what the command printed, if it was reached."""

    clone: Path
    code: int
    answer: dict[str, Any] | None
    said: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """Runs in which an environment is made at once."""

    pip: Path

    def run(self, clone: Path, *arguments: str, stand_ins: str = "venv+pip") -> Run:
        script = str(ROOT / "tests/quick_setup.py")
        return run(clone, *arguments, python=[*BARE, script, str(self.pip), stand_ins])


def write_wheel(folder: Path, name: str, modules: str) -> str:
    """Write a wheel of empty modules; return the line of a lock that lists it."""
    wheel = folder / f"{name}-1-py3-none-any.whl"
    about = f"{name}-1.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        for module in modules.split():
            archive.writestr(f"{module}.py", "")
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name} @ {wheel.as_uri()} --hash=sha256:{digest}\n"


def write_clone(folder: Path) -> Path:
    """Write a clone before its first run; its command prints where it runs, and exits with 7."""
    clone = folder / "a clone"
    for package in ("dateline", "tools"):
        (clone / package).mkdir(parents=True)
    for name in ("build.py", "dateline/__init__.py", "tools/__init__.py", "tools/bootstrap.py"):
        shutil.copyfile(ROOT / name, clone / name)
    (clone / "dateline/cli.py").write_text(COMMAND)
    for lock, modules in MODULES.items():
        name = lock.stem.replace("-", "_")
        (clone / lock.name).write_text(write_wheel(folder, name, modules))
    return clone


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return write_clone(tmp_path)


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(write_clone(tmp_path_factory.mktemp("first")), "check", "--quiet")


@pytest.fixture
def settled(clone: Path, quick: Quick) -> Path:
    """A clone with its environment."""
    assert quick.run(clone).code == 7
    return clone


@pytest.fixture(scope="module")
def quick(first_run: Run) -> Quick:
    return Quick(pip=next((first_run.clone / ".venv").rglob("site-packages/pip")))


def run(clone: Path, *arguments: str, python: Sequence[str] = BARE, **variables: str) -> Run:
    done = subprocess.run(
        [*python, str(clone / "build.py"), *arguments],
        env=os.environ | variables,
        cwd=clone.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,  # a command that restarts itself for ever must fail, not hang
    )
    answer = json.loads(done.stdout) if done.stdout else None
    return Run(clone=clone, code=done.returncode, answer=answer, said=done.stderr.splitlines())


def inside(clone: Path, *arguments: str) -> dict[str, Any]:
    """What the command prints in the clone's own environment."""
    folder = str(clone.parent)
    return {"arguments": [*arguments], "folder": folder, "python": str(clone / ".venv")}


def test_the_first_run_makes_an_environment_prints_one_line_and_continues(first_run: Run) -> None:
    assert first_run.said == ["Making .venv from requirements.txt, this once."]
    assert first_run.answer == inside(first_run.clone, "check", "--quiet")
    assert first_run.code == 7


def test_later_runs_print_nothing_and_change_nothing(first_run: Run) -> None:
    clone = first_run.clone
    before = {path: path.lstat().st_mtime_ns for path in (clone / ".venv").rglob("*")}
    again = run(clone)
    assert (again.said, again.answer, again.code) == ([], inside(clone), 7)
    assert {path: path.lstat().st_mtime_ns for path in (clone / ".venv").rglob("*")} == before


def test_no_environment_is_made_if_the_dependencies_are_importable(clone: Path) -> None:
    there = run(clone, python=[sys.executable])
    assert there.answer is not None
    assert there.answer["python"] == sys.prefix
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("question", [["--help"], ["check", "-h"], ["--version"]])
def test_help_and_version_need_no_environment(clone: Path, question: list[str]) -> None:
    asked = run(clone, *question)
    assert asked.answer is not None
    assert asked.answer["arguments"] == question
    assert not (clone / ".venv").exists()


def lose_the_interpreter(clone: Path) -> None:
    """Uninstall, as it were, the Python that the environment was made from."""
    python, gone = clone / ".venv/bin/python", clone / "uninstalled/python"
    stamp = clone / ".venv/requirements.installed"
    stamp.write_text(stamp.read_text().replace(str(python.resolve()), str(gone)))
    python.unlink()
    python.symlink_to(gone)


def change_the_lock(clone: Path) -> None:
    with (clone / "requirements.txt").open("a") as lock:
        lock.write("# newer\n")


def make_it_a_dangling_link(clone: Path) -> None:
    shutil.rmtree(clone / ".venv")
    (clone / ".venv").symlink_to(clone / "elsewhere")


@pytest.mark.parametrize("harm", [lose_the_interpreter, change_the_lock, make_it_a_dangling_link])
def test_an_outdated_or_broken_environment_is_made_again(
    settled: Path, quick: Quick, harm: Callable[[Path], None]
) -> None:
    (settled / ".venv/left-over").touch()
    harm(settled)
    again = quick.run(settled)
    assert (again.said, again.code) == (["Making .venv from requirements.txt, this once."], 7)
    assert again.answer == inside(settled)
    assert not (settled / ".venv/left-over").exists()


def test_a_half_made_environment_is_made_again(clone: Path, quick: Quick) -> None:
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/bin/python").symlink_to(sys.executable)
    assert quick.run(clone).answer == inside(clone)


def test_two_runs_at_once_make_one_environment(clone: Path, quick: Quick) -> None:
    with ThreadPoolExecutor() as pool:
        both = list(pool.map(lambda _: quick.run(clone), range(2)))
    assert [done.answer for done in both] == [inside(clone)] * 2
    assert sum(len(done.said) for done in both) == 1


def test_the_test_verb_installs_its_own_packages(settled: Path) -> None:
    tested = run(settled, "test", "-x")
    assert (tested.answer, tested.said) == (inside(settled, "test", "-x"), [])
    assert list((settled / ".venv").rglob("pytest.py")) != []


@pytest.mark.parametrize("hash_in_lock", [f" --hash=sha256:{'0' * 64}", ""])
def test_a_wrong_hash_is_refused_and_leaves_nothing(
    clone: Path, quick: Quick, hash_in_lock: str
) -> None:
    lock = clone / "requirements.txt"
    lock.write_text(re.sub(" --hash=.*", hash_in_lock, lock.read_text()))
    refused = quick.run(clone, stand_ins="venv")
    assert (refused.code, refused.answer) == (2, None)
    assert "hash" in "".join(refused.said).lower()
    assert not any("Traceback" in line for line in refused.said)
    assert not (clone / ".venv").exists()


def test_the_command_still_works_if_the_test_packages_cannot_be_installed(settled: Path) -> None:
    (settled / "requirements-test.txt").write_text("absent==1 --hash=sha256:" + "0" * 64)
    assert run(settled, "test", PIP_NO_INDEX="1").code == 2
    assert run(settled).answer == inside(settled)


def test_an_environment_that_lost_a_package_says_so_and_is_made_again(
    settled: Path, quick: Quick
) -> None:
    next((settled / ".venv").rglob("nh3.py")).unlink()
    lost = run(settled)
    assert lost.code == 2
    assert lost.said == [f"build.py: {settled}/.venv has lost nh3. Run the command again."]
    assert quick.run(settled).answer == inside(settled)


def test_the_command_restarts_itself_only_once(clone: Path) -> None:
    assert run(clone, **{RESTARTED: "1"}).code == 2
    assert not (clone / ".venv").exists()


def test_variables_of_other_environments_are_ignored(clone: Path) -> None:
    elsewhere = str(clone.parent / "elsewhere")
    led = run(
        clone,
        PYTHONPATH=elsewhere,
        PYTHONSAFEPATH="1",
        VIRTUAL_ENV=elsewhere,
        PIP_CONSTRAINT=elsewhere,
        PIP_REQUIRE_VIRTUALENV="1",
        PIP_TARGET=elsewhere,
        PIP_USER="1",
    )
    assert led.answer == inside(clone)
    assert not Path(elsewhere).exists()


WITHOUT_VENV = """
import importlib.util, runpy, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "ensurepip" else find(name, *rest)
runpy.run_path(sys.argv.pop(1), run_name="__main__")
"""


def test_a_python_without_venv_says_what_to_install(clone: Path) -> None:
    refused = run(clone, python=[*BARE, "-c", WITHOUT_VENV])
    assert refused.code == 2
    assert refused.said == [
        "build.py: this Python cannot make an environment: apt install python3-venv"
    ]


TOO_OLD = """
import sys
sys.version_info = (3, 10, 13)
exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"))
"""


def test_an_old_python_says_which_version_is_needed(clone: Path) -> None:
    refused = run(clone, python=[*BARE, "-c", TOO_OLD])
    assert (refused.code, refused.said) == (
        2,
        ["build.py needs Python 3.11 or newer; this one is 3.10.13."],
    )


def test_old_pythons_can_read_the_script() -> None:
    script = (ROOT / "build.py").read_text("utf-8")
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef)
    tree = ast.parse(script, feature_version=(3, 4))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, newer)] == []


INTERRUPTIBLE = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_path(sys.argv.pop(1), run_name="__main__")
"""
"""A shell may start a background process, such as these tests, so that it ignores interrupts."""


def test_an_interrupted_set_up_leaves_nothing(clone: Path) -> None:
    command = [*BARE, "-c", INTERRUPTIBLE, str(clone / "build.py")]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as making:
        assert making.stderr is not None
        assert making.stderr.readline().startswith("Making")
        os.killpg(making.pid, signal.SIGINT)
        assert making.stderr.read() == ""
    assert making.returncode == 130
    assert not (clone / ".venv").exists()


def test_every_dependency_is_declared_and_locked_with_its_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {
        LOCK: project["project"]["dependencies"],
        TEST_LOCK: [
            *project["dependency-groups"]["test"],
            *project["project"]["optional-dependencies"]["import"],
        ],
    }
    packages = importlib.metadata.packages_distributions()
    for lock, requirements in wanted.items():
        names = {re.split("[<>=]", line)[0].lower() for line in requirements}
        found = {packages[module][0].lower().replace("_", "-") for module in MODULES[lock].split()}
        # Stubs have only types, and some packages are a program: neither can be imported.
        assert {name for name in names if not re.match("types-|zizmor|shellcheck", name)} == found
        text = lock.read_text("utf-8")
        locked = re.findall(r"^([\w-]+)==\S+.*\\\n    --hash", text, re.MULTILINE)
        assert names <= set(locked)
        assert "://" not in text
