"""One build at a time. The operating system frees the lock of a process that is killed."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.publishing.refusal import OutputBusy

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def hold_lock(
    lock: Path, *, patience: float = 0, say: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold `lock`, waiting up to `patience` seconds for it. Raises OutputBusy after that.

    The empty file is never deleted: two builds could then each hold a lock of that name.
    """
    with lock.open("ab") as file:
        if not _try_lock(file.fileno()):
            _wait_for(file.fileno(), patience=patience, say=say)
        yield


def _wait_for(handle: int, *, patience: float, say: Callable[[str], None]) -> None:
    if patience > 0:
        say("another build is writing the site; waiting for it to finish")
    deadline = time.monotonic() + patience
    while not _try_lock(handle):
        if time.monotonic() >= deadline:
            raise OutputBusy(
                f"another build has been writing the site for over {patience:g} seconds; "
                "wait for it to finish, or stop it, and build again"
            )
        time.sleep(0.05)
