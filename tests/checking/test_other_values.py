"""History, the values of others and revisions, each with the words that it rests on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims
from tests.small_site import checked, problems

ARTICLE = """
    Ostrow had about 21,500 residents in 2023, up from 18,900 in 2010; the parish counts 22,000.
    Officials put the toll of the fire at nine on Saturday and at 13 on Sunday.

    | Residents | 2000   | 2010   | 2023   |
    |-----------|-------:|-------:|-------:|
    | Ostrow    | 16,100 | 18,900 | 21,500 |
    | Lesk      |    900 |    950 |  1,000 |
"""
FIGURE = {
    "id": "residents",
    "label": "Residents of Ostrow",
    "value": 21500,
    "unit": "residents",
    "kind": "measured",
    "period": 2023,
}
CELL = {"row": "Ostrow", "column": "2023"}


def found(rules: str = "", **lists: Any) -> list[Problem]:
    sheet = {"figures": [{**FIGURE, "evidence": CELL, **lists}]}
    return problems(ARTICLE, rules, figures=json.dumps(sheet))


def point(**fields: Any) -> dict[str, Any]:
    return {"date": 2010, "value": 18900, "evidence": "18,900 in 2010"} | fields


def test_a_point_of_history_rests_on_words_or_on_a_cell_of_the_same_row() -> None:
    assert found(history=[point(), point(evidence={"column": 2010})]) == []


@pytest.mark.parametrize("evidence", ["18,900 in 2010", {"column": 2010}])
@pytest.mark.parametrize(
    ("fields", "rule", "field"),
    [
        ({"value": 19800}, "agreement.value", "value"),
        ({"date": 2011}, "agreement.date", "date"),
        ({"hedge": "about"}, "agreement.hedge", "hedge"),
    ],
)
def test_a_false_point_is_refused_at_its_own_field(
    evidence: object, fields: dict[str, Any], rule: str, field: str
) -> None:
    wrong = point(evidence=evidence) | fields
    (problem,) = found(history=[point(), wrong])
    assert problem.rule == rule
    assert "‘residents, history 2’" in problem.found
    assert "as_of" not in problem.found
    sheet = json.dumps({"figures": [{**FIGURE, "evidence": CELL, "history": [point(), wrong]}]})
    last = json.dumps(wrong)
    at = sheet.rindex(last) + last.index(f'"{field}": ') + len(f'"{field}": ')
    assert (problem.position.line, problem.position.column) == (1, at + 1)


def test_two_points_that_changed_places_are_both_refused() -> None:
    swapped = [
        {"date": 2000, "value": 18900, "evidence": {"column": 2000}},
        {"date": 2010, "value": 16100, "evidence": {"column": 2010}},
    ]
    assert [problem.rule for problem in found(history=swapped)] == ["agreement.value"] * 2


def test_a_point_has_the_unit_of_the_figure() -> None:
    article = "Bread cost €3 in 2023 and $2 in 2010."
    bread = {**FIGURE, "value": 3, "unit": "EUR", "evidence": "Bread cost €3 in 2023"}
    bread["history"] = [{"date": 2010, "value": 2, "evidence": "$2 in 2010"}]
    (problem,) = problems(article, "agreement.", figures=json.dumps({"figures": [bread]}))
    assert problem.rule == "agreement.unit"


def test_a_date_from_elsewhere_is_said_to_be() -> None:
    other = {"value": 22000, "as_of": 2024, "evidence": "the parish counts 22,000"}
    assert [problem.rule for problem in found(values=[other])] == ["agreement.date"]
    assert found(values=[{**other, "date_from": "The count is of that year"}]) == []
    wrong = {**other, "value": 20200, "date_from": "The count is of that year"}
    assert [problem.rule for problem in found(values=[wrong])] == ["agreement.value"]


def toll(**fields: Any) -> str:
    revision = {"value": 13, "date": "2024-09-08", "recorded": "2024-09-11"} | fields
    return json.dumps(
        {
            "figures": [
                {
                    "id": "toll",
                    "label": "Toll of the fire",
                    "value": "nine",
                    "kind": "official claim",
                    "as_of": "2024-09-07",
                    "evidence": "put the toll of the fire at nine on Saturday",
                    "revised": revision,
                }
            ]
        }
    )


def test_what_the_article_itself_revises_needs_no_source() -> None:
    assert problems(ARTICLE, figures=toll(evidence="at 13 on Sunday")) == []
    assert [problem.rule for problem in problems(ARTICLE, figures=toll())] == ["evidence.missing"]
    for false in ({"value": 31}, {"date": "2024-09-07"}):
        sheet = toll(evidence="at 13 on Sunday", **false)
        assert len(problems(ARTICLE, "agreement.", figures=sheet)) == 1


def test_words_that_are_not_there_are_reported_at_the_entry() -> None:
    (problem,) = found("evidence.", history=[point(), point(evidence="18,900 in 2011")])
    assert problem.rule == "evidence.not-found"
    assert "‘residents, history 2’" in problem.found


def test_their_words_are_covered() -> None:
    sheet = {"figures": [{**FIGURE, "evidence": CELL, "history": [point()]}]}
    covered = {
        item.text: item.facts
        for item in checked(ARTICLE, figures=json.dumps(sheet)).coverage
        if item.verdict == "covered" and item.span.block == 0
    }
    assert covered["18,900"] == covered["2010"] == ("residents",)


def test_what_another_source_counts_may_be_another_thing() -> None:
    article = "The firm will cut 340 jobs. In all, about 410 people would lose their work, the union says."
    rival = {"value": 410, "hedge": "about", "evidence": "about 410 people would lose their work"}
    jobs = {"id": "jobs", "label": "Cut", "value": 340, "unit": "jobs", "kind": "measured"}

    def found(**fields: Any) -> list[str]:
        values = [rival | fields]
        sheet = {"figures": [{**jobs, "evidence": "cut 340 jobs", "values": values}]}
        return [problem.rule for problem in problems(article, "", figures=json.dumps(sheet))]

    assert found(unit="people") == []
    assert found() == ["agreement.unit"]
    assert found(unit="mills") == ["agreement.unit"]


@pytest.mark.parametrize(
    ("value", "date", "rules"),
    [
        (9, "2024-09-07", []),
        (13, "2024-09-08", []),
        (9, "2024-09-08", ["agreement.date"]),
        (13, "2024-09-07", ["agreement.date"]),
    ],
)
def test_each_number_of_a_sentence_has_the_date_beside_it(
    value: int, date: str, rules: list[str]
) -> None:
    both = "put the toll of the fire at nine on Saturday and at 13 on Sunday"
    entry = {"date": date, "value": value, "evidence": both}
    dead = {**FIGURE, "unit": "residents", "evidence": CELL, "history": [entry]}
    sheet = json.dumps({"figures": [dead]})
    assert [problem.rule for problem in problems(ARTICLE, "agreement.", figures=sheet)] == rules


def test_a_waiver_of_an_entry_is_for_that_entry_alone() -> None:
    waive = {"check": "agreement.unit", "why": "Both are of the town."}
    article = "Bread cost €3 in 2023 and $2 in 2010."
    bread = {**FIGURE, "label": "Price of bread", "value": 3, "unit": "EUR"}
    bread["evidence"] = "Bread cost €3 in 2023"

    def found(**fields: Any) -> list[str]:
        entry = {"date": 2010, "value": 2, "evidence": "$2 in 2010", "waive": waive} | fields
        sheet = {"figures": [{**bread, "history": [entry]}]}
        return [problem.rule for problem in problems(article, "", figures=json.dumps(sheet))]

    assert found() == []
    assert found(value=4) == ["agreement.value", "waive.idle"]
    bread["unit"] = "USD"
    assert found() == ["agreement.unit", "waive.idle"]


def test_an_entry_without_words_has_nothing_to_waive() -> None:
    waive = {"check": "agreement.unit", "why": "Both are of the town."}
    assert [
        problem.rule for problem in found("waive", history=[point(evidence=[], waive=waive)])
    ] == ["waive.idle"]


def test_a_date_after_another_number_is_not_that_of_the_next() -> None:
    article = "Sales in August fell 8% from a year earlier, to 4.6 billion kronor."
    own = {"id": "sales", "label": "Sales", "value": "4.6 billion", "unit": "SEK"}
    sheet = {"figures": [{**own, "kind": "measured", "period": "2024-08", "evidence": article}]}
    assert problems(article, "agreement.", figures=json.dumps(sheet)) == []


@pytest.mark.parametrize(
    ("date", "made", "rules"),
    [
        ("2024", "2024-07", []),
        ("2025", "2024-07", ["agreement.date"]),
        ("2024", "2024-06", ["agreement.date"]),
    ],
)
def test_an_earlier_forecast_is_for_the_time_of_the_figure(
    date: str, made: str, rules: list[str]
) -> None:
    article = "Sales will be 13 million euros in 2024. In July it had forecast 16 million euros."
    entry = {
        "date": date,
        "made": made,
        "value": "16 million",
        "evidence": "In July it had forecast 16 million euros",
    }
    own = {**FIGURE, "label": "Sales", "value": "13 million", "unit": "EUR", "kind": "forecast"}
    own |= {"period": 2024, "evidence": "13 million euros in 2024", "history": [entry]}
    own["made"] = "2024-09-11"
    sheet = json.dumps({"figures": [own]})
    assert [problem.rule for problem in problems(article, "agreement.", figures=sheet)] == rules


@pytest.mark.parametrize(
    ("earlier", "refused"),
    [
        ("{date: 2019, value: 740}, {date: 2018, value: 610}", []),
        ("{date: 2019, value: 610}, {date: 2018, value: 740}", ["claim.date", "claim.date"]),
        ("{date: 2019, value: 740}, {date: 2017, value: 610}", ["claim.date"]),
    ],
)
def test_earlier_values_of_another_paragraph_have_the_years_that_stand_with_them(
    earlier: str, refused: list[str]
) -> None:
    body = (
        "The fleet landed 580 tonnes in 2023.\n\n"
        "It had landed 740 tonnes in 2019, and 610 tonnes in 2018.\n\nThe quay was built in 2017.\n"
    )
    figures = f"""
        figures:
          - {{id: landings, label: Landings, value: 580, unit: tonnes, kind: measured, period: 2023,
              evidence: The fleet landed 580 tonnes in 2023, history: [{earlier}]}}
    """
    assert sorted(problem.rule for problem in claims(body=body, figures=figures)) == refused
