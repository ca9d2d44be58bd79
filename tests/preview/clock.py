"""A loop whose clock a test sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Timer:
    due: float
    act: Callable[..., object]
    given: tuple[Any, ...]
    clock: Clock

    def cancel(self) -> None:
        if self in self.clock.timers:
            self.clock.timers.remove(self)


@dataclass(slots=True)
class Clock:
    now: float = 1000.0
    timers: list[Timer] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def call_at(self, due: float, act: Callable[..., object], *given: Any) -> Timer:
        self.timers.append(Timer(due, act, given, self))
        return self.timers[-1]

    def wait(self, seconds: float) -> None:
        """Let time pass, and what is due in it happen."""
        end = self.now + seconds
        while due := [timer for timer in self.timers if timer.due <= end]:
            first = min(due, key=lambda timer: timer.due)
            self.timers.remove(first)
            self.now = max(self.now, first.due)
            first.act(*first.given)
        self.now = end
