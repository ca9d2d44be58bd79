"""The maker as the server sees it: a process that is asked, heard, and ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dateline.preview.worker import work

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from dateline.preview.messages import Ask
    from dateline.publishing.request import Request


class MakerProcess:
    """One process; `heard` is called in the loop with each message, and with None at its end."""

    def __init__(
        self,
        request: Request,
        loop: AbstractEventLoop,
        heard: Callable[[MakerProcess, object], None],
    ) -> None:
        self._loop, self._heard = loop, heard
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, request), name="maker")
        with _interrupts_held_back():
            self._process.start()
        theirs.close()
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, ask: Ask) -> None:
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
