"""A worker ends with the build that started it, also where that was killed."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from typing import Any, Final, TypeVar

_Item = TypeVar("_Item")
_Shared = TypeVar("_Shared")
_Result = TypeVar("_Result")

# The pool starts two of its own, and waits for ever where the second cannot be started.
_THREADS: Final = 3


def in_processes(
    work: Callable[[_Item, _Shared], _Result], items: Sequence[_Item], shared: _Shared, jobs: int
) -> Iterator[_Result]:
    """The result of each, in order; what is `shared` is sent to each process once.

    The first is worked out here: what that loads and compiles, processes that are forked have from the start.
    """
    first, *rest = items
    yield work(first, shared)
    guard_threads()
    pool = ProcessPoolExecutor(min(jobs, len(rest)), initializer=_begin, initargs=(work, shared))
    try:
        yield from pool.map(_work, rest)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        end_workers()
        raise
    pool.shutdown()


# In a worker, the work and what is shared.
_HERE: list[tuple[Callable[..., Any], Any]] = []


def _begin(work: Callable[..., Any], shared: Any) -> None:
    end_with_parent()
    _HERE.append((work, shared))


def _work(item: Any) -> Any:
    ((work, shared),) = _HERE
    return work(item, shared)


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
