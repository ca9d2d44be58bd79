"""Both ends of the builder's process: the server sends it jobs and ends it; it ends with the server."""

import multiprocessing
import os
import signal
import sys
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from dateline.preview.messages import Job, fault_of
from dateline.publishing.request import Request


class BuilderProcess:
    """One process; `receive` is called in the loop with each message, and with None at its end."""

    def __init__(
        self,
        request: Request,
        loop: AbstractEventLoop,
        receive: Callable[["BuilderProcess", object], None],
    ) -> None:
        self._loop, self._receive = loop, receive
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, request), name="builder")
        with _interrupts_held_back():
            self._process.start()
        theirs.close()
        threading.Thread(target=self._listen, daemon=True).start()

    def send(self, job: Job) -> None:
        """Where the process has gone, its end is received instead of an answer."""
        with suppress(OSError):
            self._connection.send(job)

    def end(self) -> int | None:
        """End it and what it started, at once; its exit code if it had ended by itself."""
        # It closes its end of the connection a moment before it is gone.
        self._process.join(0.1 if self._connection.closed else 0)
        code = self._process.exitcode
        if sys.platform != "win32" and self._process.pid:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join(5)
        return code

    def _listen(self) -> None:
        with suppress(RuntimeError):  # the loop is closed
            with suppress(Exception):  # it has gone, or sent what cannot be read
                while True:
                    message = self._connection.recv()
                    self._loop.call_soon_threadsafe(self._receive, self, message)
            self._connection.close()
            self._loop.call_soon_threadsafe(self._receive, self, None)


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
    """Build until the server has gone; what the generator raises is sent as a Fault."""
    if sys.platform != "win32":
        # A group of its own: Ctrl-C is the server's business, and its workers end with it.
        os.setsid()
    threading.Thread(target=_end_with_server, daemon=True).start()
    try:
        # Imported here, where an error in the generator's code can be sent.
        from dateline.preview.builder import run_builder

        run_builder(connection, request)
    except BaseException as error:  # noqa: BLE001 - SystemExit as well: nothing ends the server
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
