"""A number that others deny is marked wherever it is shown, and each value stands with who gave it."""

import json
import re
from functools import cache

from dateline.pages.data.facts_json import twins
from dateline.pages.edition import Edition
from tests.pages.world import edition, pages

FIGURES = """
    figures:
      - id: deficit
        label: Deficit
        value: 4.9
        unit: percent
        kind: official claim
        by: ministry
        source: budget
        values: [{value: 5.5, by: commission, source: outlook}]
    """
ORGANISATIONS = """
    organisations:
      - {id: ministry, name: Ministry, what: A ministry, source: budget}
      - {id: commission, name: Commission, what: A commission, source: outlook}
    """
SOURCES = "\n    sources: [{id: budget, title: Budget}, {id: outlook, title: Outlook}]"


@cache
def world(figures: str = FIGURES) -> Edition:
    return edition(figures=figures, organisations=ORGANISATIONS, sources=SOURCES)


def text(page: str, id_: str = "") -> str:
    html = pages(world())[page]
    part = html[html.index(f'id="{id_}"') :] if id_ else html
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_a_source_is_not_credited_with_the_value_of_another() -> None:
    page = text("b/sources/index.html")
    assert "Outlook 5.5% Deficit" in page
    assert "Budget 4.9%, disputed Deficit" in page
    assert page.count("4.9%") == 1


def test_a_speaker_is_not_credited_with_the_value_of_another() -> None:
    page = text("b/who-and-where/index.html", "commission")
    assert "5.5%" in page
    assert "4.9%" not in page
    assert "4.9%, disputed" in text("b/who-and-where/index.html", "ministry")


def test_a_number_that_others_deny_says_so_where_it_stands() -> None:
    for page in ("b/key-figures/index.html", "b/index.html", "b/facts/deficit/index.html"):
        assert "isputed" in text(page), page
    (twin,) = [data for path, data in twins(world()) if "deficit" in path]
    assert json.loads(twin)["fact"]["disputed"] is True


def test_the_same_value_from_another_source_is_no_dispute() -> None:
    same = world(FIGURES.replace("value: 5.5", "value: 4.90"))
    assert "disputed" not in pages(same)["b/index.html"]
