"""A worker ends with the build that started it, also where that was killed."""

import os
import threading
from contextlib import suppress
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from typing import Final

# The pool starts two of its own, and waits for ever where the second cannot be started.
_THREADS: Final = 3


def guard_threads() -> None:
    """Raises RuntimeError where there is no memory for the threads of a pool."""
    over = threading.Event()
    try:
        for _ in range(_THREADS):
            threading.Thread(target=over.wait, daemon=True).start()
    finally:
        over.set()


def end_with_parent() -> None:
    """Call it in the worker."""
    with suppress(RuntimeError):  # no memory for a thread, and soon none for the work
        threading.Thread(target=_wait_for_the_end, daemon=True).start()


def end_workers() -> None:
    """Call it in the process that started them, which would wait for them when it ends."""
    for worker in active_children():
        worker.kill()


def _wait_for_the_end() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
