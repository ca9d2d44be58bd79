"""The same event or figure in several briefings: each leads to the other, and says where the other differs."""

from __future__ import annotations

import re

import pytest

from tests.small_site import article, assemble

TOWN = "places: [{id: %s, name: %s, what: A town, evidence: %s}]"
HOUSES = "In 2023 Brod had 62 houses."
ROAD = "The road to Brod was 10 miles long in 2023."


def figure(words: str = HOUSES, more: str = "", **fields: str) -> tuple[str, str]:
    """An article of these words, and the figure that rests on them."""
    given = {
        "id": "houses",
        "label": "Houses in Brod",
        "value": "62",
        "unit": "houses",
        "period": "2023",
        "kind": "measured",
        **fields,
        "evidence": words,
    }
    lines = "\n    ".join(f"{name}: {value}" for name, value in given.items() if value)
    return words, f"figures:\n  - {lines}\n{more}"


def event(title: str = "The bridge at Brod opens", **fields: str) -> tuple[str, str]:
    words = "On Wednesday the bridge at Brod opened."
    given = {"id": "opens", "title": title, "date": "2024-09-11", "evidence": words, **fields}
    lines = "\n    ".join(f"{name}: {value}" for name, value in given.items())
    return words, f"events:\n  - {lines}\n"


def shown(
    here: tuple[str, str], there: tuple[str, str], sheet: str = "figures", town: str = "brod"
) -> list[str]:
    """What the fact's page and its card say of the other briefing; there the town has that id."""
    files: dict[str, str] = {}
    for slug, (text, facts), own in (("a", here, "brod"), ("b", there, town)):
        name = "Brod" if "Brod" in text else "Lipa"
        files |= {
            f"{slug}/article.md": article(text, title=f"Story {slug}"),
            f"{slug}/places.yaml": TOWN % (own, name, name),
            f"{slug}/{sheet}.yaml": facts,
        }
    site = assemble(files)
    assert [problem.found for problem in site.problems if problem.severity == "error"] == []
    own_id = re.search(r"id: ([\w-]+)", here[1])
    assert own_id
    page = site.files[f"a/facts/{own_id[1]}/index.html"].decode()
    cards = "timeline" if sheet == "timeline" else "key-figures"
    sides = page.partition("In other briefings</h2>")[2].partition("</section>")[0]
    found = [re.sub("<[^>]+>", "", item) for item in re.findall("<li>(.*?)</li>", sides)]
    listed = re.sub("</?a[^>]*>", "", site.files[f"a/{cards}/index.html"].decode())
    assert all(f'<p class="small">{each}</p>' in listed for each in found)
    return found


def test_a_figure_of_the_same_is_in_both() -> None:
    assert shown(figure(), figure()) == ["Also in Story b"]


def test_where_the_values_differ_each_says_so() -> None:
    other = figure("In 2023 Brod had 64 houses.", value="64")
    assert shown(figure(), other) == ["Story b says 64 houses, 2023"]
    assert shown(other, figure()) == ["Story b says 62 houses, 2023"]


def test_a_hedge_is_a_difference() -> None:
    other = figure("In 2023 Brod had about 62 houses.", hedge="about")
    assert shown(figure(), other) == ["Story b says about 62 houses, 2023"]


def test_what_a_source_revised_is_said_too() -> None:
    words, sheet = figure("In 2023 Brod had 62 houses, later 63.", evidence="")
    revised = sheet + "    revised: {value: 63, recorded: 2024-09-12, evidence: later 63}\n"
    assert shown(figure(), (words, revised)) == ["Story b says 62 houses, 2023; 63 houses, revised"]


def test_a_disputed_value_is_said_to_be() -> None:
    words, sheet = figure("In 2023 Brod had 62 houses, or 70.")
    disputed = sheet + "    values: {value: 70, evidence: or 70}\n"
    disputed = disputed.replace("{value", "[{value").replace("or 70}", "or 70}]")
    assert shown(figure(), (words, disputed)) == ["Story b says 62 houses, disputed, 2023"]


@pytest.mark.parametrize(
    "other",
    [
        figure("In 2022 Brod had 62 houses.", period="2022"),
        figure("In 2023 Brod had 62 mills.", unit="mills"),
        figure(kind="estimate"),
        figure(label="Old houses in Brod"),
        figure("Brod had 62 houses.", period=""),
    ],
)
def test_another_time_unit_kind_or_label_is_another_figure(other: tuple[str, str]) -> None:
    assert shown(figure(), other) == []


def test_figures_of_one_label_that_name_nobody_in_common_are_two() -> None:
    assert shown(figure(label="Houses"), figure(label="Houses")) == []
    assert shown(figure(), figure(), town="the-other-brod") == []


def test_an_editor_says_what_is_the_same_whatever_its_unit() -> None:
    there = figure(ROAD, id="road", label="Length of the road", value="10", unit="miles")
    here = figure(
        ROAD.replace("10 miles", "16 kilometres"),
        id="way",
        label="The way to Brod",
        value="16",
        unit="km",
        same_as="b/road",
    )
    assert shown(here, there) == ["Story b says 10 miles, 2023"]
    back = there[1].replace("period", "same_as: b/way\n    period")
    assert shown((there[0], back), (here[0], here[1].replace("same_as: b/road", ""))) == [
        "Story b says 16 km, 2023"
    ]


def test_an_event_of_one_day_and_title_is_the_same() -> None:
    assert shown(event(), event(), "timeline") == ["Also in Story b"]
    assert shown(event(), event("A bridge at Brod opens"), "timeline") == []


def test_one_that_says_it_leads_back_from_the_other() -> None:
    named = event("A bridge at Brod opens", same_as="a/opens")
    assert shown(event(), named, "timeline") == ["Also in Story b"]


def problems(target: str) -> list[tuple[str, str, str]]:
    words, facts = figure(same_as=target)
    files = {
        "a/article.md": article(words),
        "a/places.yaml": TOWN % ("brod", "Brod", "Brod"),
        "a/figures.yaml": facts,
        "bridge/article.md": article(event()[0]),
        "bridge/timeline.yaml": event()[1],
    }
    found = [each for each in assemble(files).problems if each.rule.startswith("reference")]
    return [(str(each.position), each.found, each.fix) for each in found]


@pytest.mark.parametrize(
    ("target", "found", "fix"),
    [
        ("brige/opens", "there is no briefing ‘brige’ with facts", "did you mean ‘bridge/opens’?"),
        (
            "bridge/open",
            "the briefing ‘bridge’ has no fact ‘open’",
            "write an id of its figures.yaml",
        ),
        (
            "bridge/opens",
            "‘opens’ of ‘bridge’ is in its timeline.yaml, and no figure",
            "write an id of its figures.yaml",
        ),
        (
            "a/houses",
            "‘a/houses’ is in this briefing",
            "write a figure of another briefing, or remove it",
        ),
    ],
)
def test_what_leads_nowhere_is_reported(target: str, found: str, fix: str) -> None:
    assert problems(target) == [("content/a/figures.yaml:8:14", found, fix)]
