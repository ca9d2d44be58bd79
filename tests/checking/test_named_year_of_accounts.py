"""A story on accounts names its year once: its figures are of that year, and “from £31m” is of the one before."""

from __future__ import annotations

import json

import pytest

from tests.small_site import rules

BODY = """
The club lost £18.7m in the year to 30 June 2024, compared with £7.2m a year earlier.
Turnover fell from £31.5m to £19.6m.

Broadcasting brought in £5.3m, down from £12.1m. It had brought in £9.9m in 2019.
"""
THIS, LAST, BEFORE = "2023-07/2024-06", "2022-07/2023-06", "2021-07/2022-06"


def dated(value: str, evidence: str, period: str) -> list[str]:
    figure = {
        "id": "money",
        "label": "Money",
        "value": f"{value} million",
        "unit": "GBP",
        "kind": "measured",
    }
    sheet = json.dumps({"figures": [figure | {"evidence": evidence, "period": period}]})
    return rules(BODY, "agreement.date", figures=sheet)


@pytest.mark.parametrize(
    ("value", "evidence", "period"),
    [
        ("19.6", "from £31.5m to £19.6m", THIS),
        ("31.5", "from £31.5m to £19.6m", LAST),
        ("5.3", "Broadcasting brought in £5.3m", THIS),
        ("12.1", "down from £12.1m", LAST),
    ],
)
def test_a_number_is_of_the_year_that_was_named(value: str, evidence: str, period: str) -> None:
    assert dated(value, evidence, period) == []


@pytest.mark.parametrize(
    ("value", "evidence", "period"),
    [
        ("19.6", "from £31.5m to £19.6m", LAST),
        ("31.5", "from £31.5m to £19.6m", THIS),
        ("5.3", "Broadcasting brought in £5.3m", LAST),
        ("12.1", "down from £12.1m", THIS),
        ("12.1", "down from £12.1m", BEFORE),
        ("5.3", "Broadcasting brought in £5.3m", "2024"),
        ("9.9", "It had brought in £9.9m", THIS),
    ],
)
def test_a_number_is_of_no_other_year(value: str, evidence: str, period: str) -> None:
    assert dated(value, evidence, period) == ["agreement.date"]
