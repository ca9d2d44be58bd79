"""The server goes on in newer code of its own, at the same port, without a break for browsers."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from dateline.preview.messages import Fault

# Says to a process that it is one: `trial`, or the numbers of the sockets that it goes on with.
HANDED: Final = "DATELINE_PREVIEW"
TRIAL: Final = "trial"
_SECONDS: Final = 30
_LINES: Final = 12


def is_own(paths: Iterable[Path]) -> bool:
    """Whether one of the paths is code that this process runs."""
    files = {
        module.__file__ for name, module in sys.modules.items() if name.split(".")[0] == "dateline"
    }
    return any(str(path) in files for path in paths)


def _command() -> list[str]:
    return [sys.executable, *sys.orig_argv[1:]]


async def try_anew() -> Fault | None:
    """Have another process begin this command; what it says where it fails."""
    process = await asyncio.create_subprocess_exec(
        *_command(),
        env={**os.environ, HANDED: TRIAL},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        _, said = await asyncio.wait_for(process.communicate(), _SECONDS)
    except TimeoutError:
        return Fault(title=f"it was not there after {_SECONDS} seconds")
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode == 0:
        return None
    lines = said.decode(errors="replace").rstrip().splitlines()
    return Fault(title=lines[-1] if lines else "it ends at once", text="\n".join(lines[-_LINES:]))


def go_on(sockets: Sequence[socket.socket]) -> None:
    """Become the new code; the sockets stay open, so that browsers only wait a moment."""
    for one in sockets:
        one.set_inheritable(True)
    handed = ",".join(str(one.fileno()) for one in sockets)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(sys.executable, _command(), {**os.environ, HANDED: handed})  # noqa: S606 - no shell is wanted


def take_over(handed: str) -> list[socket.socket]:
    """The sockets that an older process left open."""
    sockets = [socket.socket(fileno=int(number)) for number in handed.split(",")]
    for one in sockets:
        one.set_inheritable(False)
        one.settimeout(0)
    return sockets
