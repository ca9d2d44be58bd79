"""Nearly every small falsehood in a true briefing is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from benchmarks.mutations import LEAST_REFUSED, is_exchange, report
from dateline.problems import is_refused
from dateline.reading.content import Folder, read_site
from tests.checking.mutations import Verdict, judge, mutations, parse, problems_of
from tests.checking.worlds import mutated, worlds

T = TypeVar("T")

EVERY = 30
"""Of each kind the first is tried, and every 30th; `python3 -m benchmarks.mutations` tries all."""
CONTENT = Path(__file__).parents[1] / "sites/first/content"
FOLDERS = read_site(CONTENT).folders


def sample(found: Iterable[tuple[str, T]]) -> list[T]:
    """A few falsehoods of each kind, from pairs of a kind and a falsehood."""
    seen: Counter[str] = Counter()
    kept = []
    for kind, falsehood in found:
        if seen[kind] % EVERY == 0:
            kept.append(falsehood)
        seen[kind] += 1
    return kept


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.slug)
def folder(request: pytest.FixtureRequest) -> Folder:
    assert isinstance(request.param, Folder)
    return request.param


def test_the_unchanged_briefing_passes_a_strict_build(folder: Folder) -> None:
    assert problems_of(folder) == ()


def test_nearly_every_falsehood_is_refused(folder: Folder) -> None:
    briefing = parse(folder)[0]
    found = list(mutations(folder, briefing))
    tried = sample((mutation.kind, mutation) for mutation in found)
    tried = [mutation for mutation in tried if not is_exchange(mutation.kind)]
    passed = [str(mutation) for mutation in tried if judge(mutation, folder) != "refused"]
    assert len(found) > 20 * len(briefing.facts)
    assert len(tried) > len(briefing.facts)
    assert len(passed) <= len(tried) * (1 - LEAST_REFUSED), "\n".join(passed)


@pytest.mark.parametrize(
    ("unmutated", "refused", "passes"), [(0, 98, True), (0, 97, False), (1, 100, False)]
)
def test_the_benchmark_fails_if_too_little_is_refused_or_anything_true(
    unmutated: int, refused: int, passes: bool
) -> None:
    verdicts: tuple[Verdict, Verdict] = ("refused", "let through")
    judged = [("day", "another day", verdicts[number >= refused]) for number in range(100)]
    assert report("a briefing", unmutated, judged) is passes


def test_every_gold_reading_of_the_corpus_passes_as_a_fact() -> None:
    refused = [f"{world}: {found[0].found}" for world in worlds() if (found := world.problems())]
    assert refused == []


def test_nearly_every_falsehood_about_the_corpus_is_refused() -> None:
    tried = sample(found for world in worlds() for found in mutated(world))
    passed = [str(world) for world in tried if not is_refused(world.problems(), strict=False)]
    assert len(tried) > 350
    assert len(passed) <= len(tried) * (1 - LEAST_REFUSED), "\n".join(passed)
