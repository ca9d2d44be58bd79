"""History, the values of others and revisions, each with the words that it rests on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.problems import Problem
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
