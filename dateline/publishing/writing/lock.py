"""One build at a time."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.own_folder import try_lock
from dateline.publishing.writing.refusal import OutputBusy


@contextmanager
def hold_lock(
    lock: Path, *, patience: float = 0, say: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold `lock`, waiting up to `patience` seconds for it. Raises OutputBusy after that.

    The empty file is never deleted: two builds could then each hold a lock of that name.
    """
    with lock.open("ab") as file:
        if not try_lock(file.fileno()):
            _wait_for(file.fileno(), patience=patience, say=say)
        yield


def _wait_for(handle: int, *, patience: float, say: Callable[[str], None]) -> None:
    if patience > 0:
        say("another build is writing the site; waiting for it to finish")
    deadline = time.monotonic() + patience
    while not try_lock(handle):
        if time.monotonic() >= deadline:
            raise OutputBusy(
                f"another build has been writing the site for over {patience:g} seconds; "
                "wait for it to finish, or stop it, and build again"
            )
        time.sleep(0.05)
