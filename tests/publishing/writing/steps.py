"""What may strike a process just before it changes the disk."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from dateline.publishing.writing.refusal import OutputRefused

DISK = {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod"}


def at_step(number: int, act: Callable[[], object]) -> Callable[[str, tuple[object, ...]], None]:
    """An audit hook that acts just before the operation of that number which changes the disk."""
    steps = iter(range(sys.maxsize))

    def hook(event: str, args: tuple[object, ...]) -> None:
        writes = (
            event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if (event in DISK or writes) and next(steps) == number:
            act()

    return hook


def run_in_child(
    work: Callable[[], object], hook: Callable[[str, tuple[object, ...]], None]
) -> int:
    """Exit code: 0 done, 3 refused, 4 interrupted, 9 killed, 1 anything else."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            sys.addaudithook(hook)
            work()
            code = 0
        except OutputRefused:
            code = 3
        except KeyboardInterrupt:
            code = 4
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def leave_a_mark(flag: Path, act: Callable[[], object]) -> None:
    flag.symlink_to("struck")
    act()


def run_out_of_space() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt() -> None:
    raise KeyboardInterrupt


def refuse_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "no links here")
