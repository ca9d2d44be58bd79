"""Saves that come in a burst are built together: the first at once, the others when they have ended."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from pathlib import Path
from typing import Final

# In seconds. Saves that are further apart than this are no burst: a person has made them.
_APART: Final = 0.5
# How long after a save of a burst the next is waited for: each time twice as long, up to the most.
_FIRST_WAIT: Final = 0.1
_MOST: Final = 0.5
# A burst that does not end is built as often as this.
_LONGEST: Final = 5.0


class Bursts:
    """Passes on what was saved (None: everything); at once where nothing was saved just before."""

    def __init__(
        self, loop: AbstractEventLoop, pass_on: Callable[[frozenset[Path] | None], None]
    ) -> None:
        self._loop, self._pass_on = loop, pass_on
        self._last, self._wait = float("-inf"), 0.0
        self._gathered: set[Path] = set()
        self._everything = False
        self._timer: TimerHandle | None = None
        self._latest = 0.0

    def add(self, paths: frozenset[Path] | None, *, is_begun: bool = False) -> None:
        """Take in what was saved. Where that `is_begun` and not all, it is the first of a burst."""
        now = self._loop.time()
        is_burst = is_begun or now - self._last < _APART
        self._wait = min(max(2 * self._wait, _FIRST_WAIT), _MOST) if is_burst else 0.0
        self._last = now
        self._everything |= paths is None
        self._gathered |= paths or frozenset()
        if self._timer:
            self._timer.cancel()
        else:
            self._latest = now + _LONGEST
        if self._wait:
            due = min(now + self._wait, self._latest)
            self._timer = self._loop.call_at(due, self._end)
        else:
            self._end()

    def _end(self) -> None:
        gathered = None if self._everything else frozenset(self._gathered)
        self._gathered, self._everything, self._timer = set(), False, None
        self._pass_on(gathered)
