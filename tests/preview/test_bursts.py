"""Saves that come in a burst are built twice: the first at once, and all others when they have ended."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dateline.preview.bursts import Bursts
from tests.faults.table import tried
from tests.preview.clock import Clock


def burst(many: int, apart: float) -> list[tuple[float, frozenset[Path] | None]]:
    """What is built for so many saves, and when, in seconds from the first of them."""
    clock: Any = Clock()
    built: list[tuple[float, frozenset[Path] | None]] = []
    began = clock.now
    bursts = Bursts(clock, lambda paths: built.append((clock.now - began, paths)))
    for number in range(many):
        bursts.add(frozenset({Path(f"{number}")}))
        clock.wait(apart)
    clock.wait(10)
    saved = frozenset(Path(f"{number}") for number in range(many))
    assert frozenset().union(*(paths or () for _, paths in built)) == saved
    return built


@tried(9, "{many} saves, {apart} s apart", "{builds} builds, the first at once; nothing is lost")
@pytest.mark.parametrize(
    ("many", "apart", "builds"),
    [(1, 1, 1), (100, 0, 2), (100, 0.005, 2), (100, 0.03, 2), (5, 1, 5)],
)
def test_a_burst_is_built_twice(many: int, apart: float, builds: int) -> None:
    built = burst(many, apart)
    assert len(built) == builds
    assert built[0] == (0, frozenset({Path("0")}))
    assert built[-1][0] <= (many - 1) * apart + 0.5


@tried(9, "Saves go on for a minute, 0.1 s apart", "A build every five seconds")
def test_saves_that_go_on_are_built_now_and_then() -> None:
    times = [when for when, _ in burst(600, 0.1)]
    assert 12 <= len(times) <= 14
    gaps = [after - before for before, after in pairwise(times)]
    assert max(gaps) <= 5.2


def test_everything_stays_everything() -> None:
    clock: Any = Clock()
    built: list[frozenset[Path] | None] = []
    bursts = Bursts(clock, built.append)
    for paths in (frozenset({Path("a")}), None, frozenset({Path("b")})):
        bursts.add(paths)
    clock.wait(1)
    assert built == [frozenset({Path("a")}), None]
