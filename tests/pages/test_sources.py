"""The list of sources: each with what it gave, folded by kind where that is much."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dateline.pages.addresses import Here
from dateline.pages.sources import source_entries
from tests.pages.everything import html
from tests.pages.world import edition, edition_on, pages, read, words

HERE = Here(path="b/sources/index.html")
SOURCES = "\n    sources: [{id: report, title: Report}, {id: letter, title: Letter}]"
LETTERS = "ABCDEFGHIJ"


def places(count: int, source: str = "") -> str:
    rows = (
        f"\n      - {{id: place-{letter.lower()}, name: {letter}ham, what: Place {letter}{source}}}"
        for letter in LETTERS[:count]
    )
    return "\n    places:" + "".join(rows)


def listed(count: int, source: str = ", source: report") -> tuple[list[str], list[str]]:
    world = edition(places=places(count, source), sources=SOURCES)
    entry = next(entry for entry in source_entries(world, HERE) if entry.id == "report")
    return [link.short for link in entry.facts], [group.words for group in entry.groups]


def test_a_few_facts_of_a_source_are_listed_and_many_are_folded_by_kind() -> None:
    assert listed(8) == ([f"{letter}ham" for letter in LETTERS[:8]], [])
    assert listed(9) == ([], ["9 places"])


def test_the_only_source_of_the_article_has_the_facts_that_name_none() -> None:
    world = edition(places=places(2), sources=SOURCES)
    for main, found in ((("report",), ["Aham", "Bham"]), (("report", "letter"), [])):
        front = world.briefing.front.model_copy(update={"sources": main})
        of_it = replace(world, briefing=replace(world.briefing, front=front))
        report, letter = source_entries(of_it, HERE)
        assert [link.short for link in report.facts] == found
        assert letter.facts == ()


def test_a_value_after_its_label_has_no_capital_of_its_own() -> None:
    page = words(read(html("sources")).text)
    assert "First estimate of the cost, about €42 million" in page
    assert "Residents in favour of the bridge, at least 58%" in page
    assert "More than €80 million Cost of the bridge" in page


def test_a_figure_does_not_name_the_source_of_another_value_as_its_own() -> None:
    page = words(read(html("facts/cost")).text)
    assert "Source of the article Skerry council: Report on the building of the bridge" in page
    assert page.count("Letter to passengers") == 1


def test_many_facts_of_a_source_are_a_list_that_links_to_each() -> None:
    page = pages(edition(places=places(9, ", source: report"), sources=SOURCES))[HERE.path]
    line = page[page.index("<b>9 places</b>") :].partition("</ul>")[0]
    assert len(re.findall(r'href="../who-and-where/index.html#place-\w"', line)) == 9


def test_the_many_facts_of_a_source_are_folded_under_their_number() -> None:
    page = pages(edition(places=places(9, ", source: report"), sources=SOURCES))[HERE.path]
    folded = page[page.index("<details") : page.index("</details>")]
    assert "<summary>9 facts</summary>" in folded
    assert "<b>9 places</b>" in folded


@pytest.mark.parametrize(
    ("more", "is_said"), [("", True), (", address: 'https://report.example/'", False)]
)
def test_the_lead_says_where_no_source_can_be_opened(more: str, is_said: bool) -> None:
    page = pages(edition(sources=SOURCES.replace("title: Report", f"title: Report{more}")))
    assert ("with a web address" in page[HERE.path]) is is_said


@pytest.mark.parametrize(
    ("today", "shorts"),
    [
        ("2024-08-01", ["Expected in May 2025"]),
        ("2024-10-01", ["Was expected in May 2025", "Now expected by the end of 2026"]),
        ("2027-01-01", ["Was expected in May 2025", "Was expected by the end of 2026"]),
    ],
)
def test_what_a_source_announced_is_expected_no_longer_than_it_is_ahead(
    today: str, shorts: list[str]
) -> None:
    timeline = """
        events:
          - id: trams
            title: Trams run
            expected:
              - {window: 2025-05, said_on: 2024-06-01, source: letter}
              - {window: ../2026, said_on: 2024-09-10, source: letter}
            evidence: came to Basel
    """
    world = edition_on(date.fromisoformat(today), timeline=timeline, sources=SOURCES)
    letter = next(entry for entry in source_entries(world, HERE) if entry.id == "letter")
    assert [link.short for link in letter.facts] == shorts
