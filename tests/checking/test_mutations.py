"""Of small falsehoods, put into true briefings one at a time, nearly all are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.problems import is_refused
from dateline.reading.content import Folder, read_site
from tests.checking.mutations import judge, mutations, parse, problems_of
from tests.checking.worlds import mutated, worlds

REFUSED = 0.98
CONTENT = Path(__file__).parents[2] / "content"
FOLDERS = read_site(CONTENT).folders


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.slug)
def folder(request: pytest.FixtureRequest) -> Folder:
    assert isinstance(request.param, Folder)
    return request.param


def test_an_unmutated_briefing_is_accepted_by_a_strict_build(folder: Folder) -> None:
    assert problems_of(folder) == ()


def test_nearly_every_falsehood_is_refused(folder: Folder) -> None:
    """Every ninth; `python3 -m benchmarks.mutations` tries them all and lists what is let through."""
    tried = list(mutations(folder, parse(folder)[0]))[::9]
    passed = [str(one) for one in tried if judge(one, folder) != "refused"]
    assert len(tried) > 200
    assert len(passed) <= len(tried) * (1 - REFUSED), "\n".join(passed)


def test_every_gold_reading_of_the_corpus_is_accepted_as_a_fact() -> None:
    refused = [f"{world}: {found[0].found}" for world in worlds() if (found := world.problems())]
    assert refused == []


def test_nearly_every_falsehood_about_the_corpus_is_refused() -> None:
    tried = [one for world in worlds() for _, one in mutated(world)][::37]
    passed = [str(one) for one in tried if not is_refused(one.problems(), strict=False)]
    assert len(tried) > 200
    assert len(passed) <= len(tried) * (1 - REFUSED), "\n".join(passed)
