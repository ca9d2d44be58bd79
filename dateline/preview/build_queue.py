"""Where the site is made: what was saved goes in, and what came of it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.preview.builder_process import BuilderProcess
from dateline.preview.messages import Fault, Job, Update, fault_of_exit, missing_content

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable
    from pathlib import Path

    from dateline.publishing.request import Request

# How long a maker may say nothing while another save waits, in seconds. The first time, it may
# have a large site to make.
PATIENCE: Final = 30.0
FIRST_PATIENCE: Final = 300.0


class BuildQueue:
    """Keeps a maker at work.

    `made` hears what came of what was saved, `failed` what keeps it from being made. `on_screen`
    says which briefings are looked at. While one Job is worked on, one more lies ready, for which
    the maker breaks off what is not urgent; what is saved beyond that waits for the next. A maker
    that fails or hangs is ended, and another begins with the next save.
    """

    def __init__(
        self,
        request: Request,
        loop: AbstractEventLoop,
        *,
        on_screen: Callable[[], tuple[str, ...]],
        made: Callable[[Update, frozenset[Path] | None], None],
        failed: Callable[[Fault], None],
    ) -> None:
        self._request, self._loop = request, loop
        self._on_screen, self._made, self._failed = on_screen, made, failed
        self._maker: BuilderProcess | None = None
        self._proven = False
        self._timer: TimerHandle | None = None
        self._waiting: set[Path] = set()
        self._everything = False
        self._number = 0
        self._out: dict[int, frozenset[Path] | None] = {}

    @property
    def busy(self) -> bool:
        return bool(self._out)

    def take(self, paths: frozenset[Path] | None) -> None:
        """Make the site anew for what was saved (None: whatever it was), when its turn comes."""
        if paths is None:
            self._everything = True
        else:
            self._waiting |= paths
        self._advance()

    def begin_anew(self) -> None:
        """End the maker, and have another make everything: the code is another."""
        self.end()
        self.take(None)

    def end(self) -> int | None:
        """End the maker, whatever it does; its exit code if it had ended by itself."""
        self._rest()
        maker, self._maker, self._out = self._maker, None, {}
        return maker.end() if maker else None

    def _advance(self) -> None:
        if not (self._waiting or self._everything):
            return
        if self._out:
            self._be_patient()
        if len(self._out) > 1:
            return
        if self._request.content.is_dir():
            self._ask()
        else:
            self._failed(missing_content(self._request.content))

    def _ask(self) -> None:
        if self._maker is None:
            self._maker, self._proven = (
                BuilderProcess(self._request, self._loop, self._heard),
                False,
            )
            self._everything = True
        changed = None if self._everything else frozenset(self._waiting)
        self._waiting, self._everything = set(), False
        self._number += 1
        self._out[self._number] = changed
        self._maker.ask(Job(number=self._number, changed=changed, on_screen=self._on_screen()))

    def _heard(self, maker: BuilderProcess, message: object) -> None:
        if maker is not self._maker:
            return
        self._rest()
        if isinstance(message, Update):
            changed = self._settle(message.number, done=message.done)
            self._proven |= message.done
            self._made(message, changed)
        elif isinstance(message, Fault):
            if message.text:
                self._end_failed()
            else:
                self._settle(message.number, done=True)
            self._failed(message)
        else:
            self._failed(fault_of_exit(self._end_failed()))
        self._advance()

    def _end_failed(self) -> int | None:
        """End a maker that failed; what was saved since its last Job is not lost with it."""
        self._everything |= len(self._out) > 1
        return self.end()

    def _settle(self, number: int, *, done: bool) -> frozenset[Path] | None:
        """Strike off a Job that was answered, with those it broke off; what it was about."""
        struck = [one for one in self._out if one < number or (done and one == number)]
        about = [self._out.pop(one) for one in struck]
        known = [paths for paths in about if paths is not None]
        return frozenset().union(*known) if len(known) == len(about) else None

    # A maker that says nothing

    def _be_patient(self) -> None:
        if self._timer is None:
            seconds = PATIENCE if self._proven else FIRST_PATIENCE
            self._timer = self._loop.call_later(seconds, self._lose_patience, seconds)

    def _rest(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _lose_patience(self, seconds: float) -> None:
        self._end_failed()
        title = f"the generator said nothing for {seconds:.0f} seconds and was started anew"
        self._failed(Fault(title=title, text="Does something that was saved never come to an end?"))
        self._advance()
