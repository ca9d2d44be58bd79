"""The preview as it runs: saves come in, pages go out, and nothing that fails ends it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.facts.editor_address import USUAL
from dateline.preview.build_queue import BuildQueue
from dateline.preview.last_good import LastGoodSite
from dateline.preview.notices import render_fault, render_problems, render_waiting
from dateline.preview.renewal import is_own, try_anew
from dateline.preview.state import Now, opener, render_state
from dateline.preview.watcher import Watcher
from dateline.preview.web import STATE, Browser
from dateline.publishing.look import look_folders

if TYPE_CHECKING:
    from dateline.preview.messages import Fault, Update
    from dateline.preview.notices import Terminal
    from dateline.preview.web import Version
    from dateline.problems import Problem
    from dateline.publishing.request import Request

_PACKAGE: Final = Path(__file__).resolve().parent.parent
# Seconds after which one is told that pages are being made; most saves take less.
_LONG: Final = 0.4
# Files of the site that no page is drawn with.
_APART: Final = (".html", ".xml", ".json", ".txt", ".csv", ".ics", ".atom")


class Preview:
    """Everything between the saves and the browsers.

    `made_once` is set when there is something to show, if only what is wrong; `renewed` when the
    server itself is to go on in newer code.
    """

    def __init__(
        self, request: Request, *, listening: str, editor: str | None, voice: Terminal
    ) -> None:
        self.listening = listening
        self.shelf = LastGoodSite()
        self.served: dict[str, Version] = {}
        self.made_once, self.renewed = asyncio.Event(), asyncio.Event()
        self._fault: Fault | None = None
        self._told: tuple[Problem, ...] = ()
        self._editor, self._voice = editor, voice
        self._number = self._looks = 0
        self._trial: asyncio.Task[None] | None = None
        self._own_code_changed = self._stopped = False
        self._loop = asyncio.get_running_loop()
        self._workshop = BuildQueue(
            request,
            self._loop,
            on_screen=self._on_screen,
            made=self._take,
            failed=self._fail_making,
        )
        folders = [request.content, *look_folders(), _PACKAGE]
        self._watcher = Watcher(folders, self._from_thread, voice.say)

    def start(self) -> None:
        self._watcher.start()
        self._workshop.take(None)

    def stop(self) -> None:
        self._stopped = True
        if self._trial:
            self._trial.cancel()
        self._workshop.end()
        self._watcher.stop()

    # What the browser asks for

    def version(self, path: str) -> Version:
        """What a browser that asks for a page now is shown."""
        return self.shelf.files.get(path), self._looks

    def state(self, page: str) -> bytes:
        """The state as of a page, as JSON."""
        return render_state(
            self.shelf,
            f"{page}index.html" if not page or page.endswith("/") else page,
            Now(number=self._number, busy=self._workshop.busy, fault=self._fault),
            opener(self._editor or self.shelf.editor or USUAL),
        )

    def notice(self) -> bytes:
        """The page to show where no page of the site was ever made."""
        if self._fault:
            return render_fault(self._fault)
        return render_problems(self.shelf.problems) if self.shelf.refused else render_waiting()

    def _on_screen(self) -> tuple[str, ...]:
        return tuple(sorted({browser.page for browser in Browser.waiters}))

    # What was saved

    def _from_thread(self, paths: frozenset[Path] | None) -> None:
        self._loop.call_soon_threadsafe(self.saved, paths)

    def saved(self, paths: frozenset[Path] | None) -> None:
        """Take in a burst of saves; None is all that there is."""
        if self._stopped:  # another maker would be nobody's to end, and be waited for
            return
        self._loop.call_later(_LONG, self._say_busy)
        if paths is None or not any(map(_is_code, paths)):
            self._workshop.take(paths)
            return
        self._own_code_changed |= is_own(paths)
        if self._own_code_changed:
            self._begin_trial()
        self._workshop.begin_anew()

    def _say_busy(self) -> None:
        """Tell who looks that it takes longer than they would wait for without a word."""
        if self._workshop.busy:
            for browser in tuple(Browser.waiters):
                browser.reload(STATE)

    # What came of it

    def _take(self, made: Update, changed: frozenset[Path] | None) -> None:
        shared = self.shelf.put(made)
        if made.done and not self._own_code_changed:
            self._fault = None
        self.made_once.set()
        # Pages that come ahead of the rest say nothing new about the others.
        self._show(shared, state=not made.ahead)
        if made.done:
            problems = self.shelf.problems
            self._voice.report_update(made, problems, changed, anew=problems != self._told)
            self._told = problems

    def _fail_making(self, fault: Fault) -> None:
        """What newer code of our own fails with is told by its trial, and more exactly."""
        if not (self._own_code_changed and self._fault):
            self._fail(fault)

    def _fail(self, fault: Fault) -> None:
        """Keep the last good pages, and say what keeps newer ones from being made."""
        if fault != self._fault:
            self._voice.report_fault(fault)
            self._told = ()
        self._fault = fault
        self.made_once.set()
        self._show(frozenset())

    def _show(self, changed: frozenset[str], *, state: bool = True) -> None:
        """Tell each browser: its page is another, a style is, or only what is said about it.

        `changed` are paths of what all pages share.
        """
        self._number += 1
        styles = sorted(path for path in changed if path.endswith(".css"))
        others = [path for path in changed if not path.endswith((".css", *_APART))]
        self._looks += bool(styles or others)
        for browser in tuple(Browser.waiters):
            before, browser.shown = browser.shown, self.version(browser.page)
            if others or before[0] != browser.shown[0] or browser.shown[0] is None:
                browser.reload(others[0] if others else browser.page)
            else:
                for path in (*styles, STATE) if state else styles:
                    browser.reload(path)

    # The preview's own code

    def _begin_trial(self) -> None:
        if self._trial:
            self._trial.cancel()
        self._trial = self._loop.create_task(self._try_own_code())

    async def _try_own_code(self) -> None:
        """Go on in the new code of the server itself, if it starts at all."""
        fault = await try_anew()
        if fault is None:
            self.renewed.set()
        else:
            self._fail(
                replace(fault, title=f"the preview’s new code does not start: {fault.title}")
            )


def _is_code(path: Path) -> bool:
    return path.is_relative_to(_PACKAGE) and path.suffix in (".py", ".json")
