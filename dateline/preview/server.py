"""The running preview: saves come in, pages go out, and nothing that fails ends it."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Final

from dateline import PACKAGE
from dateline.preview.build_queue import BuildQueue
from dateline.preview.bursts import Bursts
from dateline.preview.messages import Fault, Update
from dateline.preview.notices import Terminal
from dateline.preview.state import PreviewState
from dateline.preview.watcher import Watcher
from dateline.preview.web import STATE, Browser
from dateline.problems import Problem
from dateline.publishing.looks.look import look_folders, own_folders
from dateline.publishing.request import Request

# Seconds before open pages show that a build is running; most saves take less.
_LONG: Final = 0.4
# Files of the site that no page is drawn with.
_APART: Final = (".html", ".xml", ".json", ".txt", ".csv", ".ics", ".atom")


class Preview:
    def __init__(
        self, request: Request, *, listening: str, editor: str | None, terminal: Terminal
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._terminal = terminal
        self._reported: tuple[Problem, ...] = ()
        self._is_stopped = False
        self._queue = BuildQueue(
            request,
            self._loop,
            on_screen=lambda: tuple(sorted({browser.page for browser in Browser.waiters})),
            built=self._take,
            failed=self._fail,
        )
        self._bursts = Bursts(self._loop, self._build)
        self._long: asyncio.TimerHandle | None = None
        self.state = PreviewState(
            listening=listening, editor=editor, is_busy=lambda: self._queue.is_busy
        )
        folders = [request.content, *look_folders(), *own_folders(request.content), PACKAGE]
        self._watcher = Watcher(folders, self._from_thread, terminal.say)

    def start(self) -> None:
        self._watcher.start()
        self._queue.add(None)

    def stop(self) -> None:
        self._is_stopped = True
        self._queue.end()
        self._watcher.stop()

    # What was saved

    def _from_thread(self, paths: frozenset[Path] | None) -> None:
        self._loop.call_soon_threadsafe(self.saved, paths)

    def saved(self, paths: frozenset[Path] | None) -> None:
        """Take in a burst of saves; None is everything."""
        if paths and (code := frozenset(filter(_is_code, paths))):
            if not self._queue.is_outdated:
                self._terminal.warn("The program’s code changed: restart the preview.")
            self._queue.is_outdated = True
            paths -= code
            if not paths:
                return
        self._bursts.add(paths, is_begun=any(map(_is_begun, paths or ())))

    def _build(self, paths: frozenset[Path] | None) -> None:
        if self._is_stopped:  # nobody would end another builder
            return
        self._queue.add(paths)
        if self._queue.is_busy and not self._long:
            self._long = self._loop.call_at(self._loop.time() + _LONG, self._show_busy)

    def _show_busy(self) -> None:
        for browser in tuple(Browser.waiters):
            browser.reload(STATE)

    def _note_end(self) -> None:
        """Where nothing is built any more, the next build has the whole time before it takes long."""
        if self._long and not self._queue.is_busy:
            self._long.cancel()
            self._long = None

    # What was built

    def _take(self, update: Update, changed: frozenset[Path] | None) -> None:
        self._note_end()
        shared = self.state.site.put(update)
        if update.done:
            self.state.fault = None
        self.state.ready.set()
        # Pages that come ahead of the rest say nothing new about the others.
        self._show(shared, with_state=not update.ahead)
        if update.done:
            site = self.state.site
            problems = site.problems
            self._terminal.report_update(
                update,
                problems,
                changed,
                are_new=problems != self._reported,
                has_pages=site.has_pages,
            )
            self._reported = problems

    def _fail(self, fault: Fault) -> None:
        self._note_end()
        if fault != self.state.fault:
            self._terminal.report_fault(fault)
            self._reported = ()
        self.state.fault = fault
        self.state.ready.set()
        self._show(frozenset())

    def _show(self, changed: frozenset[str], *, with_state: bool = True) -> None:
        """Have browsers reload a page, styles or the state; all pages share the `changed` files."""
        state = self.state
        state.number += 1
        styles = sorted(path for path in changed if path.endswith(".css"))
        others = [path for path in changed if not path.endswith((".css", *_APART))]
        state.looks += bool(styles or others)
        for browser in tuple(Browser.waiters):
            before, browser.shown = browser.shown, state.version(browser.page)
            if others or before[0] != browser.shown[0] or browser.shown[0] is None:
                browser.reload(others[0] if others else browser.page)
            else:
                for path in (*styles, STATE) if with_state else styles:
                    browser.reload(path)


def _is_begun(path: Path) -> bool:
    """Whether more is about to come: in a new folder, or in a file that was emptied to be written again."""
    with suppress(OSError):
        return path.is_dir() or not path.stat().st_size
    return False


def _is_code(path: Path) -> bool:
    return path.is_relative_to(PACKAGE) and path.suffix in (".py", ".json")
