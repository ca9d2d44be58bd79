"""When a builder that says nothing is ended: at once where a save waits, and later in a large site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest

from dateline.preview import build_queue
from dateline.preview.build_queue import BuildQueue
from dateline.preview.messages import Fault, Job, Update
from dateline.publishing.request import Request
from tests.faults.table import tried
from tests.preview.clock import Clock

SAVED = frozenset({Path("a")})


class Silent:
    """In place of a builder's process: it answers when a test has it answer."""

    started: ClassVar[list[Silent]] = []

    def __init__(self, _: Request, __: object, receive: Callable[[Silent, object], None]) -> None:
        self.receive = receive
        self.job = 0
        self.started.append(self)

    def send(self, job: Job) -> None:
        self.job = job.number

    def end(self) -> None:
        pass

    def answer(self, *, done: bool = True) -> None:
        update = Update(
            number=self.job, done=done, base="/", editor=None, refused=False, seconds=0.0
        )
        self.receive(self, update)


@dataclass(slots=True, kw_only=True)
class World:
    queue: BuildQueue
    clock: Clock
    failed: list[Fault] = field(default_factory=list)

    @property
    def builder(self) -> Silent:
        return Silent.started[-1]

    def build(self, seconds: float) -> None:
        self.queue.add(SAVED)
        self.clock.wait(seconds)
        self.builder.answer()


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(build_queue, "BuilderProcess", Silent)
    monkeypatch.setattr(Silent, "started", [])
    clock: Any = Clock()
    failed: list[Fault] = []
    request = Request(content=tmp_path, now=datetime(2024, 9, 13, tzinfo=UTC))
    queue = BuildQueue(
        request, clock, on_screen=lambda: (), built=lambda *_: None, failed=failed.append
    )
    return World(queue=queue, clock=clock, failed=failed)


@tried(9, "A template never ends, and another save comes", "The builder is ended at once")
def test_a_builder_that_hangs_is_given_up_at_once(world: World) -> None:
    world.build(1)
    world.queue.add(SAVED)
    world.clock.wait(60)
    assert not world.failed
    world.queue.add(SAVED)
    world.clock.wait(0)
    assert len(Silent.started) == 2
    assert world.failed[0].title == "the generator said nothing for 60 seconds and was restarted"


@tried(9, "A template that never ends is saved again and again", "The builder is ended each time")
def test_the_one_that_follows_is_given_up_as_well(world: World) -> None:
    world.build(1)
    for number in range(1, 4):
        world.queue.add(SAVED)
        world.queue.add(SAVED)
        world.clock.wait(2 * 2**number)
        assert len(Silent.started) == number + 1


@tried(9, "A save comes while a large site is built", "The build goes on")
def test_a_large_site_is_given_its_time(world: World) -> None:
    world.build(20)
    world.build(8)
    world.queue.add(SAVED)
    world.clock.wait(10)
    world.queue.add(SAVED)
    world.clock.wait(5)
    world.builder.answer(done=False)
    world.queue.add(SAVED)
    world.clock.wait(15)
    assert not world.failed
    world.clock.wait(60)
    assert world.failed


def test_the_first_build_is_given_longer(world: World) -> None:
    world.queue.add(None)
    world.queue.add(SAVED)
    world.clock.wait(29)
    assert not world.failed
    world.clock.wait(2)
    assert world.failed
