"""The queue of builds: what was saved goes in, and what was built comes out."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dateline.preview.builder_process import BuilderProcess
from dateline.preview.messages import OUTDATED, Fault, Job, Update, fault_of_exit, missing_content
from dateline.publishing.request import Request

# How long a builder may send nothing while another save waits, in seconds: twice as long as it ever
# did in this site, at least, and twice as long each time that one was given up. The first build of a
# builder takes longer, and of how large a site it is nothing is known before.
PATIENCE: Final = 2.0
FIRST_PATIENCE: Final = 30.0
_MOST_PATIENCE: Final = 300.0


class BuildQueue:
    """Keeps a builder at work.

    `built` is called with what was built and the paths that it was built for. One job runs and one
    is queued; the builder interrupts non-urgent work for it. Later saves wait. A builder that fails
    or hangs is ended, and another begins with the next save, unless the program `is_outdated`.
    """

    def __init__(
        self,
        request: Request,
        loop: AbstractEventLoop,
        *,
        on_screen: Callable[[], tuple[str, ...]],
        built: Callable[[Update, frozenset[Path] | None], None],
        failed: Callable[[Fault], None],
    ) -> None:
        self._request, self._loop = request, loop
        self._on_screen, self._built, self._failed = on_screen, built, failed
        self._builder: BuilderProcess | None = None
        self.is_outdated = self._is_proven = False
        self._timer: TimerHandle | None = None
        self._heard = 0.0
        self._silence: dict[bool, float] = {}
        self._given_up = 0
        self._waiting: set[Path] = set()
        self._everything = False
        self._number = 0
        self._jobs: dict[int, frozenset[Path] | None] = {}

    @property
    def is_busy(self) -> bool:
        return bool(self._jobs)

    def add(self, paths: frozenset[Path] | None) -> None:
        """Build the site for what was saved (None: everything) when its turn comes."""
        if paths is None:
            self._everything = True
        else:
            self._waiting |= paths
        self._advance()

    def end(self) -> int | None:
        """End the builder, whatever it does; its exit code if it had ended by itself."""
        self._stop_timer()
        builder, self._builder, self._jobs = self._builder, None, {}
        return builder.end() if builder else None

    def _advance(self) -> None:
        if not (self._waiting or self._everything):
            return
        if self._jobs:
            self._start_timer()
        if len(self._jobs) > 1:
            return
        if self._builder is None and self.is_outdated:
            self._failed(OUTDATED)
        elif self._request.content.is_dir():
            self._send()
        else:
            self._failed(missing_content(self._request.content))

    def _send(self) -> None:
        if self._builder is None:
            self._builder = BuilderProcess(self._request, self._loop, self._receive)
            self._is_proven, self._everything = False, True
        changed = None if self._everything else frozenset(self._waiting)
        self._waiting, self._everything = set(), False
        self._number += 1
        if not self._jobs:
            self._heard = self._loop.time()
        self._jobs[self._number] = changed
        self._builder.send(Job(number=self._number, changed=changed, on_screen=self._on_screen()))

    def _receive(self, builder: BuilderProcess, message: object) -> None:
        if builder is not self._builder:
            return
        self._stop_timer()
        if isinstance(message, Update):
            self._note_silence()
            changed = self._settle(message.number, done=message.done)
            if message.done:
                self._is_proven, self._given_up = True, 0
            self._built(message, changed)
        else:
            self._end_failed(message if isinstance(message, Fault) else None)
        self._advance()

    def _end_failed(self, fault: Fault | None) -> None:
        """End a builder that failed; what was saved since its last job is not lost with it."""
        self._everything |= len(self._jobs) > 1
        code = self.end()
        self._failed(OUTDATED if self.is_outdated else fault or fault_of_exit(code))

    def _settle(self, number: int, *, done: bool) -> frozenset[Path] | None:
        """Forget a job that was answered, and those it broke off; returns what they were for."""
        answered = [job for job in self._jobs if job < number or (done and job == number)]
        changes = [self._jobs.pop(job) for job in answered]
        known = [paths for paths in changes if paths is not None]
        return frozenset().union(*known) if len(known) == len(changes) else None

    # A builder that sends nothing

    def _note_silence(self) -> None:
        now = self._loop.time()
        longest = self._silence.get(self._is_proven, 0.0)
        self._silence[self._is_proven] = max(longest, now - self._heard)
        self._heard = now

    def _patience(self) -> float:
        unknown = 0.0 if self._is_proven else FIRST_PATIENCE / 2
        least = max(PATIENCE, 2 * self._silence.get(self._is_proven, unknown))
        return min(least * (1 << self._given_up), _MOST_PATIENCE)

    def _start_timer(self) -> None:
        if self._timer is None:
            self._timer = self._loop.call_at(self._heard + self._patience(), self._give_up)

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _give_up(self) -> None:
        self._given_up += 1
        seconds = self._loop.time() - self._heard
        title = f"the generator said nothing for {seconds:.0f} seconds and was restarted"
        self._end_failed(Fault(title=title, text="Is there an endless loop in what you saved?"))
        self._advance()
