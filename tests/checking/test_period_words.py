"""A date of a figure that its words give without being that date."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.small_site import problems

TABLE = """
    The firm would save 150 million euros a year from 2027. It had 40 mills in 2023.

    | Ostrow | Q3 2023 | Q3 2022 | Change |
    |--------|--------:|--------:|-------:|
    | Debt   |   7,900 |   6,400 |   +23% |
    | Rank   |      11 |      12 |     -1 |
"""
CELL = {"row": "Debt", "column": "Q3 2023"}
CHANGE = {"row": "Debt", "column": "Change"}


def found(**fields: Any) -> list[str]:
    own = {"id": "own", "label": "Number", "kind": "measured", **fields}
    sheet = json.dumps({"figures": [own]})
    return [problem.rule for problem in problems(TABLE, "agreement.", figures=sheet)]


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"as_of": "2023-09"}, False),
        ({"as_of": "2023-09-30"}, False),
        ({"period": "2023-07/2023-09"}, False),
        ({"as_of": "2023-08"}, True),
        ({"as_of": "2023-07-01"}, True),
        ({"period": "2023-09"}, True),
    ],
)
def test_a_cell_of_a_quarter_may_be_of_its_last_day(fields: dict[str, Any], refused: bool) -> None:
    assert bool(found(value=7900, evidence=CELL, **fields)) is refused


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"period": "2023-07/2023-09"}, False),
        ({"as_of": "2023-09"}, False),
        ({"period": "2023-04/2023-06"}, True),
    ],
)
def test_a_change_is_of_the_periods_beside_it(fields: dict[str, Any], refused: bool) -> None:
    own = {"value": 23, "unit": "percent", "evidence": CHANGE}
    assert bool(found(**own, **fields)) is refused


def test_a_change_of_another_time_has_the_periods_beside_it_in_the_message() -> None:
    own = {"id": "own", "label": "N", "kind": "measured", "value": 23, "unit": "percent"}
    own |= {"period": "2023-04/2023-06", "evidence": CHANGE}
    (problem,) = problems(TABLE, "agreement.", figures=json.dumps({"figures": [own]}))
    assert "“Q3 2023” (2023-07/2023-09)" in problem.found
    assert "“Q3 2022” (2022-07/2022-09)" in problem.found
    assert found(value=23, unit="percent", evidence=CHANGE, period="2023-07-01/2023-09-30") == []


@pytest.mark.parametrize(("period", "refused"), [("2027/..", False), ("2028/..", True)])
def test_from_a_year_is_that_year_and_after(period: str, refused: bool) -> None:
    own = {"value": "150 million", "unit": "EUR/year", "kind": "forecast"}
    words = "save 150 million euros a year from 2027"
    assert bool(found(**own, evidence=words, period=period)) is refused


def test_in_a_year_is_not_from_it() -> None:
    own = {"value": 40, "unit": "mills", "evidence": "40 mills in 2023"}
    assert found(**own, period="2023/..") == ["agreement.date"]


LIMITS = """
    The limit on the quay was cut to 20 mph in 2019. A report of 12 September 2024 puts the catch at 300 tonnes.
    A toll of 5 euros in 2020 annoyed many.
"""


def of_limits(**fields: Any) -> list[str]:
    sheet = json.dumps({"figures": [{"id": "own", "label": "Number", **fields}]})
    return [problem.rule for problem in problems(LIMITS, "agreement.", figures=sheet)]


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"kind": "legal limit", "period": "2019/.."}, False),
        ({"kind": "legal limit", "period": "2018/.."}, True),
        ({"kind": "measured", "period": "2019/.."}, True),
    ],
)
def test_a_limit_holds_from_the_day_on_which_it_was_set(
    fields: dict[str, Any], refused: bool
) -> None:
    words = "was cut to 20 mph in 2019"
    assert bool(of_limits(value=20, unit="mph", evidence=words, **fields)) is refused


def test_a_price_that_was_not_set_then_does_not_hold_since() -> None:
    toll = {"value": 5, "unit": "EUR", "kind": "price", "evidence": "A toll of 5 euros in 2020"}
    assert of_limits(**toll, period="2020") == []
    assert of_limits(**toll, period="2020/..") == ["agreement.date"]


@pytest.mark.parametrize(
    ("field", "date", "refused"),
    [
        ("period", "2024", False),
        ("period", "2024-09", False),
        ("period", "2023", True),
        ("as_of", "2024", True),
    ],
)
def test_the_period_of_a_forecast_may_hold_the_day_of_the_report(
    field: str, date: str, refused: bool
) -> None:
    own = {
        "value": 300,
        "unit": "tonnes",
        "kind": "forecast",
        "evidence": "the catch at 300 tonnes",
    }
    for date_from in ("The report of 12 September 2024", "The race on Sunday"):
        now = {**own, field: date, "date_from": date_from}
        assert bool(of_limits(**now)) is refused
