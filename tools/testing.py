"""The verb `test`: everything that CI runs, and what it needs.

tools/bootstrap.py has installed the Python packages. The browser, Lighthouse and the language server for
YAML (with Node) and the Nu checker (with Java) are installed here if that is allowed. What cannot be
installed is named in one line; the browser tests then fail and name it again. No test is skipped.

pytest runs the test files on all processors; `build.py test -n 0` runs them one after another.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_HOME = ROOT / "tests/browser"
CHECKER_JAR = NODE_HOME / "node_modules/vnu-jar/build/dist/vnu.jar"
LIGHTHOUSE = NODE_HOME / "node_modules/lighthouse/cli/index.js"
LANGUAGE_SERVER = NODE_HOME / "node_modules/yaml-language-server/bin/yaml-language-server"

TOOLS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "default-jre-headless": ("java",),
    "npm": ("npm",),
}
"""For each package of Debian, the commands of which one must be there."""

ON_EVERY_PROCESSOR = ["--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"]
"""A file's tests run in one process; tests/conftest.py decides the order of the files."""


def run_tests(pytest_arguments: Sequence[str]) -> int:
    """Run every step, even after one that failed; 0 only if all of them passed."""
    if not {"-h", "--help"}.isdisjoint(pytest_arguments):
        print("usage: build.py test [what pytest takes, paths from the repository's root]\n")
        print(__doc__)
        return 0
    set_up()
    failed = [name for name, step in plan_steps(pytest_arguments) if not passes(name, step)]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.", flush=True)
    return 1 if failed else 0


def plan_steps(pytest_arguments: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    yield "ruff check", ["ruff", "check"]
    yield "ruff format", ["ruff", "format", "--check"]
    yield "mypy", ["mypy", "--strict"]
    yield "pytest", ["pytest", *ON_EVERY_PROCESSOR, *pytest_arguments]


def passes(name: str, step: Sequence[str]) -> bool:
    print(f"\n== {name}", flush=True)
    command = [sys.executable, "-m", *step]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0  # noqa: S603


def set_up() -> None:
    """Install the browser, Java and the packages for Node, or say what is missing."""
    if missing := find_missing_tools():
        install_tools(missing)
    if missing := find_missing_tools():
        print(f"Missing, for the browser tests: apt install {' '.join(missing)}", flush=True)
    if not has_node_packages() and "npm" not in missing:
        print("Fetching the Nu checker, Lighthouse and a language server with npm.", flush=True)
        # `ci` checks each package against its hash in package-lock.json.
        options = ["--ignore-scripts", "--no-audit", "--no-fund"]
        call(["npm", "ci", *options, "--prefix", str(NODE_HOME)])


def find_missing_tools() -> list[str]:
    return [
        package
        for package, commands in TOOLS.items()
        if not any(map(shutil.which, commands)) and not (package == "npm" and has_node_packages())
    ]


def has_node_packages() -> bool:
    """Whether the packages for Node are installed in the versions of package.json."""
    try:
        wanted = json.loads((NODE_HOME / "package.json").read_text("utf-8"))["dependencies"]
        installed = {name: _version_of(name) for name in wanted}
    except (OSError, ValueError):
        return False
    return bool(wanted == installed)


def _version_of(package: str) -> str:
    text = (NODE_HOME / "node_modules" / package / "package.json").read_text("utf-8")
    return str(json.loads(text)["version"])


def install_tools(packages: Sequence[str]) -> None:
    """Install Debian packages, if there is apt-get and the right to use it."""
    if shutil.which("apt-get") is None or (prefix := find_root_prefix()) is None:
        return
    print(f"Installing {' '.join(packages)} with apt-get.", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    call([*apt, "update"])
    call([*apt, "install", "--yes", "--no-install-recommends", *packages])


def find_root_prefix() -> list[str] | None:
    """What to put before a command that needs root: sudo, unless it asks for a password."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and call(["sudo", "-n", "true"]) else None


def call(command: Sequence[str]) -> bool:
    """Run a set-up command; print its last lines only if it failed."""
    done = subprocess.run(  # noqa: S603 - our own command
        [shutil.which(command[0]) or command[0], *command[1:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(f"{' '.join(command)} failed:", *done.stdout.splitlines()[-5:], sep="\n    ")
    return done.returncode == 0
