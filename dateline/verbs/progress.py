"""How far long work has come: one line on a terminal, which is gone in the end."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Final, TextIO

# In seconds: what takes less is not announced, and nobody reads faster.
_LONG: Final = 1.5
_OFTEN: Final = 0.2


class ProgressLine:
    """Writes nothing where there is no terminal: in a log or a file, every state of it would stay."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream if stream and stream.isatty() else None
        self._began = time.monotonic()
        self._shown = 0.0

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if self._stream is None or now - self._began < _LONG:
            return
        if done == of and self._shown:
            self._write("")
        elif done < of and now - self._shown > _OFTEN:
            self._shown = now
            self._write(f"{done:,} of {of:,} briefings")

    def _write(self, text: str) -> None:
        # To the beginning of the line, and delete it (ECMA-48, EL).
        with suppress(OSError, ValueError):
            print(f"\r\x1b[K{text}", end="", file=self._stream, flush=True)
