"""The maker's process, from both ends: the server asks, hears and ends it; it ends with the server.

Nothing of the generator is imported here, so that the process can tell of code that fails.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from dateline.preview.messages import Job
    from dateline.publishing.request import Request


class BuilderProcess:
    """One process; `heard` is called in the loop with each message, and with None at its end."""

    def __init__(
        self,
        request: Request,
        loop: AbstractEventLoop,
        heard: Callable[[BuilderProcess, object], None],
    ) -> None:
        self._loop, self._heard = loop, heard
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, request), name="maker")
        with _interrupts_held_back():
            self._process.start()
        theirs.close()
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, ask: Job) -> None:
        """Send it; where the process has gone, its end is heard instead of an answer."""
        with suppress(OSError):
            self._ours.send(ask)

    def end(self) -> int | None:
        """End it and what it started, at once; its exit code if it had ended by itself."""
        self._process.join(0)
        code = self._process.exitcode
        if code is None:
            # It closes its end of the line a moment before it is gone.
            self._process.join(0.1 if self._ours.closed else 0)
            code = self._process.exitcode
        if sys.platform != "win32" and self._process.pid:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join(5)
        return code

    def _listen(self) -> None:
        with suppress(RuntimeError):  # the loop is closed
            with suppress(OSError, EOFError):
                while True:
                    self._loop.call_soon_threadsafe(self._heard, self, self._ours.recv())
            self._ours.close()
            self._loop.call_soon_threadsafe(self._heard, self, None)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """A process that is being started must not answer Ctrl-C, with a traceback, on its own."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# Within that process


def work(connection: Connection, request: Request) -> None:
    """Make sites until the server has gone; what stands in the way is sent as a Fault."""
    if sys.platform != "win32":
        # A group of its own: Ctrl-C is the server's business, and its helpers end with it.
        os.setsid()
    threading.Thread(target=_end_with_server, daemon=True).start()
    try:
        # Imported here, where an error in the generator's code can be told.
        from dateline.preview.builder import run_builder

        run_builder(connection, request)
    except BaseException as error:  # noqa: BLE001 - SystemExit as well: nothing ends the server
        from dateline.preview.messages import fault_of

        with suppress(OSError):
            connection.send(fault_of(error, request.content))


def _end_with_server() -> None:
    server = parent_process()
    if server is None:
        return
    wait([server.sentinel])
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
