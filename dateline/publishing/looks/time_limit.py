"""Gives up what would not end: a loop in a template of a site's own."""

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# Python raises it where a destructor runs too, and drops it there: so it is raised again.
_AGAIN: Final = 0.1


class TimeLimitError(Exception):
    """The time that was allowed is over."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeLimitError in the Python code of this thread that has not ended by then.

    The time is that of the processor: on a busy machine sound work takes long on the clock.
    """
    thread, ended = threading.get_ident(), threading.Event()
    until = time.process_time() + seconds

    def watch() -> None:
        wait = seconds
        while not ended.wait(wait):
            left = until - time.process_time()
            if left <= 0:
                _raise_in(thread, TimeLimitError)
            wait = max(left, _AGAIN)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
        _raise_in(thread, None)


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """The error is raised there before the next line; None takes back one that was not yet."""
    raised = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
