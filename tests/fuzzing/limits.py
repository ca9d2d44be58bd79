"""Nothing may take long or much: ten seconds of work and 500 MB (promise 1 of docs/safety.md)."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

SECONDS: Final = 10
MEGABYTES: Final = 500


class TookTooLongError(AssertionError):
    """What was done had not ended after SECONDS."""


@contextmanager
def limited() -> Iterator[None]:
    before = peak_in_megabytes()
    with _clock():
        yield
    grown = peak_in_megabytes() - before
    assert grown < MEGABYTES, f"it took {grown:,.0f} MB"


def within_limits(check: Callable[[bytes], None], data: bytes) -> None:
    with limited():
        check(data)


@contextmanager
def _clock() -> Iterator[None]:
    """The system interrupts any loop, but on Windows; that others work on the machine does not count."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    was = signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, was)


def _too_long(*_: object) -> None:
    raise TookTooLongError(f"it takes more than {SECONDS} seconds")


def peak_in_megabytes() -> float:
    """The most memory that the process ever had; 0 where the system does not say, as on Windows."""
    try:
        import resource
    except ImportError:
        return 0
    # In bytes on macOS, in kilobytes elsewhere.
    of_a_megabyte = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / of_a_megabyte
