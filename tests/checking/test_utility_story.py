"""The accounts of a company, and what a desk makes of them: each true text passes, and none of its siblings."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims
from tests.small_site import problems, rules

BODY = """
    Tamber Water lost £22.4m before tax in the year to 30 September 2023, almost a third more than the year before. It
    took £214.6m, £16.4m more than in 2022. It paid £48.9m in interest, and its net debt reached £742m.

    It supplies 412,000 homes and 18,400 businesses. A burst main left 31,000 people without water and cost £2.9m. The
    social tariff reaches 19,300 households, fewer than one in 20. Staff numbers fell from 1,310 to 1,248.

    In eight years its owners took £184m. They own 70 per cent of it, and have had no dividend since autumn 2021.

    Two-thirds of the 240 pumping stations, and one in nine of the 18,400 businesses, have a meter. The regulator will
    decide by 19 December.
"""
YEAR, BEFORE, FIRST = "2022-10/2023-09", "2021-10/2022-09", "2020-10/2021-09"
FIGURES: dict[str, dict[str, object]] = {
    "loss": {"label": "Loss before tax", "value": "22.4 million", "evidence": "Tamber Water lost £22.4m"},
    "revenue": {"label": "Revenue", "value": "214.6 million", "evidence": "took £214.6m"},
    "interest": {"label": "Interest paid", "value": "48.9 million", "evidence": "paid £48.9m in interest"},
    "debt": {"label": "Net debt", "value": "742 million", "evidence": "its net debt reached £742m"},
    "burst": {"label": "Cost of the burst", "value": "2.9 million", "evidence": "cost £2.9m"},
    "owners": {"label": "Dividends", "value": "184 million", "evidence": "its owners took £184m"},
    "stake": {"label": "Share of the owners", "value": "70", "unit": "percent", "evidence": "own 70 per cent"},
    "staff": {"label": "Staff", "value": "1248", "unit": "people", "evidence": "fell from 1,310 to 1,248"},
    "stations": {
        "label": "Stations with a meter", "value": "two thirds", "unit": None, "whole": "the 240 pumping stations",
        "evidence": "Two-thirds of the 240 pumping stations",
    },
    "meters": {
        "label": "Businesses with a meter", "value": "1/9", "unit": None, "whole": "the 18,400 businesses",
        "evidence": "one in nine of the 18,400 businesses",
    },
}  # fmt: skip
FORMER = {"loss": ("16.9", "8.5"), "interest": ("41.6", "33.5")}


def refused(texts: Mapping[str, str] | None = None, **front: str) -> list[Problem]:
    """The claims that are refused where figures have these descriptions, or the article this above it."""
    figures = []
    for name, fields in FIGURES.items():
        figure = {
            "id": name,
            "unit": "GBP",
            "kind": "measured",
            "date_from": "the accounts",
            **fields,
        }
        if name in ("loss", "revenue", "interest"):
            figure["period"] = YEAR
        figure["history"] = [
            {"date": time, "value": f"{value} million", "source": "report"}
            for time, value in zip((BEFORE, FIRST), FORMER.get(name, ()), strict=False)
        ]
        figure["description"] = (texts or {}).get(name, "So it was.")
        figures.append({key: value for key, value in figure.items() if value is not None})
    sources = {"sources": [{"id": "report", "title": "Report"}]}
    return claims(
        body=BODY, figures=json.dumps({"figures": figures}), sources=json.dumps(sources), **front
    )


@pytest.mark.parametrize(
    ("figure", "right", "wrong"),
    [
        ("interest", "Almost 23p in every pound of revenue.", "Almost 33p in every pound of revenue."),
        ("interest", "23p of every pound that came in.", "32p of every pound that came in."),
        ("interest", "Almost a quarter of all income.", "Almost a fifth of all income."),
        ("loss", "About 3 per cent of what it owes.", "About 6 per cent of what it owes."),
        ("interest", "It has risen by almost half in two years.", "It has risen by almost two-thirds in two years."),
        ("loss", "The loss grew by nearly 33 per cent.", "The loss grew by nearly 43 per cent."),
        ("debt", "About £1,800 for each home.", "About £2,800 for each home."),
        ("debt", "£1,800 for every home.", "£8,100 for every home."),
        ("burst", "That is about £94 a head.", "That is about £49 a head."),
        ("burst", "More than £90 for each of those without water.", "More than £80 for each of those without water."),
        ("owners", "In eight years, an average of £23m.", "In eight years, an average of £32m."),
        ("loss", "Its losses are almost £48m in three years.", "Its losses are almost £58m in three years."),
        ("loss", "The three losses add up to £47.8m.", "The three losses add up to £57.8m."),
        ("stake", "Others hold the remaining 30 per cent.", "Others hold the remaining 40 per cent."),
        ("staff", "62 fewer, a cut of 4.7 per cent.", "62 fewer, a cut of 7.4 per cent."),
        ("stations", "That is 160 of them.", "That is 180 of them."),
        ("stations", "The other 80 are read by hand.", "The other 60 are read by hand."),
        ("meters", "A little over 2,000 of them.", "A little over 3,000 of them."),
    ],
)  # fmt: skip
def test_a_number_whose_words_say_how_it_was_reckoned_is_right_or_refused(
    figure: str, right: str, wrong: str
) -> None:
    assert refused({figure: right}) == []
    assert refused({figure: wrong}) != []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Almost 23p in every pound that it took is interest", "Almost 33p in every pound that it took is interest"),
        ("Of every pound it takes, almost 23p is interest", "Of every pound it takes, almost 26p is interest"),
        ("It has some 430,000 customers", "It has some 450,000 customers"),
        ("Tamber Water loses £22m", "Tamber Water loses £23m"),
        ("Tamber Water loses £22m", "Tamber Water loses £49m"),
        ("The loss is up by 33 per cent", "The loss is up by 43 per cent"),
        ("Revenue is up, and the loss by 33 per cent", "Revenue is up, and the loss by 22 per cent"),
        ("A ruling is due before Christmas", "A ruling is due before Easter"),
    ],
)  # fmt: skip
def test_so_it_is_above_the_article(right: str, wrong: str) -> None:
    assert refused(title=right) == []
    assert refused(title=wrong) != []


def figure(value: str, evidence: str, **more: str) -> list[str]:
    fields = {
        "id": "f",
        "label": "A number",
        "kind": "measured",
        "value": value,
        "evidence": evidence,
    }
    return rules(BODY, figures=json.dumps({"figures": [fields | more]}))


@pytest.mark.parametrize(
    ("value", "evidence", "more"),
    [
        ("16.4 million", "£16.4m more than in 2022", {"unit": "GBP"}),
        ("214.6 million", "took £214.6m", {"unit": "GBP"}),
        ("one third", "almost a third more than the year before", {"hedge": "nearly"}),
    ],
)
def test_a_number_is_not_of_the_year_that_it_is_set_against(
    value: str, evidence: str, more: dict[str, str]
) -> None:
    assert figure(value, evidence, period=YEAR, **more) == []
    assert figure(value, evidence, period=FIRST, **more) == ["agreement.date"]


def test_no_message_proposes_the_year_that_a_number_is_set_against() -> None:
    fields = {
        "id": "f",
        "label": "More",
        "kind": "measured",
        "value": "16.4 million",
        "unit": "GBP",
    }
    fields |= {"evidence": "£16.4m more than in 2022", "period": "2019"}
    (problem,) = problems(BODY, figures=json.dumps({"figures": [fields]}))
    assert "its evidence says no date" in problem.found
    assert "2022" not in problem.fix


def test_a_third_is_one_third_and_no_other_part() -> None:
    evidence = "almost a third more"
    assert figure("one third", evidence, hedge="nearly") == []
    assert figure("one quarter", evidence, hedge="nearly") == ["agreement.value"]


def test_staff_numbers_count_people() -> None:
    evidence = "Staff numbers fell from 1,310 to 1,248"
    assert figure("1248", evidence, unit="people") == []
    assert figure("1248", evidence, unit="km") == ["agreement.unit"]


def test_a_date_may_be_counted_from_the_one_that_date_from_names() -> None:
    more = {"unit": "GBP", "period": "2023-10/2024-09"}
    evidence, words = "took £184m", "the year after the one that ended in September 2023"
    assert figure("184 million", evidence, date_from=words, **more) == []
    words = "the year that ended in September 2023"
    assert figure("184 million", evidence, date_from=words, **more) == ["agreement.date"]


@pytest.mark.parametrize(
    ("date", "is_wrong"),
    [("2021-09/2021-11", False), ("2021-09/..", False), ("2021-06/2021-08", True), ("2022-09/2022-11", True)],
)  # fmt: skip
def test_what_has_not_been_since_a_season_was_last_in_it(date: str, is_wrong: bool) -> None:
    event = {"id": "e", "title": "The last dividend", "date": date}
    event |= {"evidence": "have had no dividend since autumn 2021"}
    found = problems(BODY, timeline=json.dumps({"events": [event]}))
    assert bool(found) == is_wrong
    assert not any("write 2021-09 or" in problem.fix for problem in found)
