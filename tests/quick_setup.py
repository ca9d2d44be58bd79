"""Run a clone's build.py with quick stand-ins for venv and, if asked, for pip.

    python -S quick_setup.py PIP venv|venv+pip BUILD_PY [ARGUMENT ...]

The stand-in for venv links the folder PIP instead of installing pip. The stand-in for pip unpacks the
wheel that a lock names and does not check its hash.
"""

import runpy
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit


def main(pip: str, replaced: str, script: str, *arguments: str) -> None:
    sys.path.insert(0, str(Path(script).parent))
    from tools import bootstrap

    real_call = bootstrap.call

    def call(command: list[str]) -> None:
        if "venv" in command:
            make_environment(command, Path(pip))
        elif replaced == "venv+pip":
            unpack(Path(command[-1]), find_packages(Path(command[0])))
        else:
            real_call(command)

    bootstrap.call = call
    sys.argv = [script, *arguments]
    runpy.run_path(script, run_name="__main__")


def make_environment(command: list[str], pip: Path) -> None:
    subprocess.run([*command, "--without-pip"], check=True)
    (find_packages(Path(command[-1], "bin/python")) / "pip").symlink_to(pip)
    time.sleep(0.2)  # long enough for another run to come in between


def find_packages(python: Path) -> Path:
    return next(python.parent.parent.glob("lib/python*/site-packages"))


def unpack(lock: Path, folder: Path) -> None:
    for line in lock.read_text("utf-8").splitlines():
        if " @ file:" in line:
            address = line.split(" @ ")[1].split(" --hash")[0]
            zipfile.ZipFile(unquote(urlsplit(address).path)).extractall(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
