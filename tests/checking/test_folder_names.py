"""An id is an address: every disk can have a folder of its name."""

from __future__ import annotations

import pytest

from dateline.problems import Position
from dateline.reading.content import refused_name
from tests.small_site import article, assemble, errors, problems

SHEET = """
    events:
      - {id: %s, formerly: %s, title: T, date: 2024-09-11, evidence: came on Wednesday}
    removed:
      - {id: %s, on: 2024-09-12, why: Never was.}
"""
GOOD = ("visit", "trip", "gone")


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("name", ["con", "lpt1", "a" * 81])
def test_an_id_that_no_folder_can_have_is_refused_at_its_position(at: int, name: str) -> None:
    ids = [name if number == at else good for number, good in enumerate(GOOD)]
    (found,) = problems("He came on Wednesday.", "id.", timeline=SHEET % tuple(ids))
    assert found.rule == "id.form"
    position = {0: "b/timeline.yaml:3:10", 1: "b/timeline.yaml:3:27", 2: "b/timeline.yaml:5:10"}[at]
    assert str(found.position) == position


def test_ids_of_ordinary_length_are_left_alone() -> None:
    ids = ("a" * 80, "timeline", "console")
    assert problems("He came on Wednesday.", "id.", timeline=SHEET % ids) == []


def test_the_advice_for_a_briefing_with_the_name_of_a_section_keeps_its_address() -> None:
    for name in ("topics", "places"):
        (problem,) = refused_name(name, Position(path=f"content/{name}"))
        assert problem.fix == (
            f"rename the folder, for example to {name}-briefing, and write `formerly: {name}`"
            " in its front matter if it was published"
        )


def test_the_former_pages_of_such_a_briefing_lead_on_but_not_in_the_place_of_the_section() -> None:
    topic = "topics: Trade"
    texts = {
        "a/article.md": article("All was quiet.", topic, "formerly: topics"),
        "b/article.md": article("All was quiet.", topic),
    }
    site = assemble(texts)
    assert errors(site) == []
    assert b'http-equiv="refresh"' in site.files["topics/article/index.html"]
    assert b"<h1>Topics</h1>" in site.files["topics/index.html"]
