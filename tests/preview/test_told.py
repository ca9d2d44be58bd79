"""When browsers hear of a build, and when one begins: on a clock that a test sets."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.preview import build_queue
from dateline.preview.notices import Terminal
from dateline.preview.server import Preview
from dateline.preview.web import Browser
from dateline.publishing.request import Request
from tests.faults.table import tried
from tests.preview.clock import Clock
from tests.preview.running import STATE
from tests.preview.test_given_up import Silent


@dataclass(slots=True, kw_only=True, eq=False)
class Tab:
    """A page that somebody has open, and what it was asked to load again."""

    page: str = "a/index.html"
    shown: Any = (None, 0)
    heard: list[str] = field(default_factory=list)

    def reload(self, path: str) -> None:
        self.heard.append(path)


@dataclass(slots=True, kw_only=True)
class World:
    """A preview of a folder, whose builder answers when a test has it answer."""

    preview: Preview
    clock: Clock
    tab: Tab

    def save(self, path: Path) -> None:
        self.preview.saved(frozenset({path}))

    @property
    def building(self) -> bool:
        return self.preview.state.is_busy()


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(build_queue, "BuilderProcess", Silent)
    monkeypatch.setattr(Silent, "started", [])
    clock, tab, others = Clock(), Tab(), set[Any]()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: clock)
    monkeypatch.setattr(Browser, "waiters", others)
    others.add(tab)
    request = Request(content=tmp_path, now=datetime(2024, 9, 13, tzinfo=UTC))
    quiet = Terminal(say=lambda _: None, warn=lambda _: None, show=lambda _: None)
    preview = Preview(request, listening="127.0.0.1", editor=None, terminal=quiet)
    return World(preview=preview, clock=clock, tab=tab)


def test_a_build_that_takes_long_is_shown_and_not_the_one_that_follows(
    world: World, tmp_path: Path
) -> None:
    world.save(tmp_path / "gone")
    world.clock.wait(0.25)
    Silent.started[0].answer()
    assert world.tab.heard == ["a/index.html"]
    world.save(tmp_path / "gone")  # so soon after the last, it begins in 0.1 seconds
    world.clock.wait(0.2)
    assert world.building
    assert world.tab.heard == ["a/index.html"]
    world.clock.wait(0.4)
    assert world.tab.heard == ["a/index.html", STATE]


@tried(
    9,
    "A program empties a file before it writes it again, or makes a folder before what is in it",
    "The preview waits a moment for the rest: one build, of the whole",
)
@pytest.mark.parametrize("what", ["an emptied file", "a new folder"])
def test_what_is_only_begun_is_waited_for(world: World, tmp_path: Path, what: str) -> None:
    begun = tmp_path / "begun"
    if what == "a new folder":
        begun.mkdir()
    else:
        begun.touch()
    world.save(begun)
    assert not world.building
    world.clock.wait(0.05)
    world.save(tmp_path / "gone")
    assert not world.building
    world.clock.wait(0.3)
    assert Silent.started[0].job == 1
    Silent.started[0].answer()
    world.clock.wait(1)
    assert not world.building


@pytest.mark.parametrize("words", ["words", ""])
def test_what_is_not_followed_by_more_is_built_all_the_same(
    world: World, tmp_path: Path, words: str
) -> None:
    (tmp_path / "saved").write_text(words)
    world.save(tmp_path / "saved")
    assert world.building == bool(words)
    world.clock.wait(0.1)
    assert world.building
