"""A conversation in the terminal: one key at a time where there is one, line by line elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import Final

from dateline.printing import put

_NARROWEST: Final = 40
_WIDEST: Final = 100
_USUAL: Final = 80
_ENDS: Final = ("\x04", "\x1a")  # ^D, and ^Z on Windows


class Console:
    """What an editor reads, presses and types. Reading raises EOFError where there is no more."""

    def __init__(self, *, plain: bool = False) -> None:
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        self.is_live = is_terminal and not plain and os.environ.get("TERM") != "dumb"
        self.has_colours = self.is_live and not os.environ.get("NO_COLOR")
        if self.is_live:
            with suppress(ImportError):  # not on Windows
                import readline  # noqa: F401 - what is typed can be edited

    @property
    def width(self) -> int:
        if not self.is_live:
            return _USUAL
        return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))

    def say(self, *lines: str) -> None:
        put("".join(f"{line}\n" for line in lines), sys.stdout)

    def key(self, prompt: str) -> str:
        """The key that is pressed, "" for Enter; without a terminal, all of a line.

        What was pressed before the prompt was shown is not meant for it: it is dropped, and that is said.
        """
        if not self.is_live:
            put(prompt, sys.stdout)
            return self._line().strip()
        read = _read_key(prompt)
        pressed, others = read[:1], read[1:]
        if pressed in _ENDS:
            put("\n", sys.stdout)
            raise EOFError
        shown = pressed if pressed.isprintable() else ""
        put(f"{shown}\n{_DROPPED_AFTER if others else ''}", sys.stdout)
        return pressed.strip()

    def line(self, prompt: str, given: str = "") -> str:
        """What is typed; `given` is there to be changed, or kept with Enter."""
        if self.is_live and _offer(given):
            try:
                typed = input(prompt)
            finally:
                _offer("")
        else:
            shown = f"{prompt}[{given}] " if given else prompt
            put(shown, sys.stdout)
            typed = self._line() or given
        return typed.strip()

    def _line(self) -> str:
        line = sys.stdin.readline()
        if not line:
            put("\n", sys.stdout)
            raise EOFError
        if not self.is_live:
            put("\n", sys.stdout)
        return line.rstrip("\n")

    # Colours say nothing that words do not say as well.

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[22m" if self.has_colours and text else text

    def dim(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[22m" if self.has_colours and text else text

    def warning(self, text: str) -> str:
        return f"\x1b[33m{text}\x1b[39m" if self.has_colours and text else text

    def marked(self, text: str) -> str:
        return f"\x1b[7m{text}\x1b[27m" if self.has_colours else f"[{text}]"


def _offer(text: str) -> bool:
    """Put a text on the next line that is typed; False where that cannot be done."""
    try:
        import readline
    except ImportError:
        return False
    readline.set_startup_hook((lambda: readline.insert_text(text)) if text else None)
    return True


_DROPPED_AFTER: Final = "(what was pressed after it was not read)\n"
_DROPPED: Final = "(what was pressed before this was shown was not read)\n"

if sys.platform == "win32":
    import msvcrt

    def _read_key(prompt: str) -> str:
        is_early = msvcrt.kbhit()
        while msvcrt.kbhit():
            msvcrt.getwch()
        put(f"{_DROPPED if is_early else ''}{prompt}", sys.stdout)
        pressed = msvcrt.getwch()
        if pressed in ("\x00", "\xe0"):  # an arrow or a function key, of which this is the half
            msvcrt.getwch()
            return "?"
        if pressed == "\x03":
            raise KeyboardInterrupt
        return pressed

else:
    import select
    import termios
    import tty

    def _read_key(prompt: str) -> str:
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle, termios.TCSANOW)
            is_early = bool(select.select([handle], [], [], 0)[0])
            termios.tcflush(handle, termios.TCIFLUSH)
            put(f"{_DROPPED if is_early else ''}{prompt}", sys.stdout)
            pressed = os.read(handle, 64)
        finally:
            with suppress(termios.error):  # the terminal is closed
                termios.tcsetattr(handle, termios.TCSADRAIN, before)
        if not pressed:
            raise EOFError
        # An arrow or a function key is several bytes, which begin so.
        return "?" if pressed[:1] == b"\x1b" else pressed.decode("utf-8", "replace")
