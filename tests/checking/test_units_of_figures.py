"""Which units the words give a number that has none, and which sign a word of falling gives it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.small_site import checked, problems

TOLL = """
    Two more people were found on Tuesday, raising the toll to 31.
    The mayor put the toll at nine on Saturday. The ministry put it lower, at 29.
    The firm said there had been 61: 43 guests and 18 staff. The convoy had 12 lorries.
"""


def figure(article: str, **fields: Any) -> list[str]:
    own = {"id": "own", "label": "Number", "kind": "measured", **fields}
    sheet = json.dumps({"figures": [own]})
    return [problem.rule for problem in problems(article, "agreement.", figures=sheet)]


DEAD = {"value": 31, "unit": "people", "evidence": "raising the toll to 31"}


@pytest.mark.parametrize(
    ("value", "evidence", "rules"),
    [
        (29, "put it lower, at 29", []),
        (9, "put the toll at nine", []),
        (61, "there had been 61: 43 guests and 18 staff", []),
        (12, "The convoy had 12 lorries", ["agreement.unit"]),
        (28, "put it lower, at 29", ["agreement.value"]),
    ],
)
def test_another_value_without_a_noun_has_the_unit_of_the_figure(
    value: int, evidence: str, rules: list[str]
) -> None:
    assert figure(TOLL, **DEAD, values=[{"value": value, "evidence": evidence}]) == rules


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        ("Debt stood at 3.4 times earnings, close to the limit of 3.5.", []),
        ("The banks agreed to raise that limit to 3.5 until May.", []),
        ("Debt stood at 3.4 times earnings, up from 3.5 in May.", []),
        ("The bridge is long, and 3.5 in May.", ["agreement.unit"]),
        ("The banks agreed to raise that limit to 3.5 kilometres.", ["agreement.unit"]),
    ],
)
def test_a_bare_number_is_in_the_unit_of_its_sentence_or_of_a_limit(
    article: str, rules: list[str]
) -> None:
    assert figure(article, value=3.5, unit="times", evidence=article.rstrip(".")) == rules


def test_the_words_of_a_unit_may_follow_the_number() -> None:
    article = "Ships of less than 250 gross tons stay in port."
    own = {"value": 250, "hedge": "fewer than", "evidence": "less than 250 gross tons"}
    assert figure(article, **own, unit="gross tons") == []
    assert figure(article, **own, unit="net tons") == ["agreement.unit"]


TABLE = """
    | Year   | 2022 | 2023 | Change      |
    |--------|-----:|-----:|------------:|
    | Margin | 9.1% | 4.6% | -4.5 points |
    | Score  |   91 |   46 | -45 points  |
"""


@pytest.mark.parametrize(
    ("row", "value", "rules"), [("Margin", -4.5, []), ("Score", -45, ["agreement.unit"])]
)
def test_points_in_a_row_in_percent_are_percentage_points(
    row: str, value: float, rules: list[str]
) -> None:
    cell = {"row": row, "column": "Change"}
    assert figure(TABLE, value=value, unit="percentage points", evidence=cell) == rules


@pytest.mark.parametrize(
    ("value", "label", "article", "rules"),
    [
        (-8, "Change in sales", "Sales fell 8% in a year.", []),
        (-8, "Change in sales", "There was an 8% drop in sales.", []),
        (-8, "Change in sales", "Sales suffered a decline of 8%.", []),
        (8, "Fall in sales", "The change was -8% in a year.", []),
        (-8, "Change in sales", "Sales rose 8% in a year.", ["agreement.value"]),
        (-8, "Margin", "The margin fell to 8% in a year.", ["agreement.value"]),
        (8, "Change in sales", "The change was -8% in a year.", ["agreement.value"]),
    ],
)
def test_a_word_of_falling_is_a_sign(
    value: int, label: str, article: str, rules: list[str]
) -> None:
    own = {"value": value, "unit": "percent", "evidence": article.rstrip(".")}
    assert figure(article, **own, label=label) == rules


def test_a_number_that_fell_is_covered_by_the_figure_with_the_sign() -> None:
    own = {"id": "own", "label": "Sales", "kind": "measured", "value": -8, "unit": "percent"}
    sheet = json.dumps({"figures": [{**own, "evidence": "Sales fell 8%"}]})
    (found,) = checked("Sales fell 8%.", figures=sheet).coverage
    assert (found.text, found.verdict) == ("8%", "covered")


@pytest.mark.parametrize(
    ("article", "unit", "rules"),
    [
        ("Turnout was 61%, up 3.5 points on May.", "points", []),
        ("Turnout was 61%, up 3.5 points on May.", "percentage points", []),
        ("Turnout was 61%, up 3.5 points on May.", "percent", ["agreement.unit"]),
        ("The index fell 3.5 points to 812.", "points", []),
        ("The index fell 3.5 points to 812.", "percentage points", ["agreement.unit"]),
    ],
)
def test_points_are_of_a_percentage_beside_one(article: str, unit: str, rules: list[str]) -> None:
    assert figure(article, value=3.5, unit=unit, evidence=article.rstrip(".")) == rules
