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


DEBT = """
Debt stood at £212m at the end of June 2024, up from £187m a year before.
She takes no bonus for 2023-24; last year's was £185,000.

The pay is for 2020-21. Last year's was £3m.
"""


def in_debt(value: str, evidence: str, **date: str) -> list[str]:
    figure = {"id": "money", "label": "Money", "value": value, "unit": "GBP", "kind": "measured"}
    sheet = json.dumps({"figures": [figure | {"evidence": evidence} | date]})
    return rules(DEBT, "agreement.date", figures=sheet)


@pytest.mark.parametrize(
    ("date", "refused"),
    [
        ("2023-06-30", []),
        ("2023-06", []),
        ("2022-06-30", ["agreement.date"]),
        ("2023-06-29", ["agreement.date"]),
    ],
)
def test_a_year_before_the_end_of_a_month_is_the_end_of_a_month(
    date: str, refused: list[str]
) -> None:
    words = "at the end of June 2024, up from £187m a year before"
    assert in_debt("187 million", words, as_of=date) == refused


@pytest.mark.parametrize(
    ("value", "words", "period", "refused"),
    [
        ("185,000", "last year's was £185,000", LAST, []),
        ("185,000", "last year's was £185,000", BEFORE, ["agreement.date"]),
        ("3 million", "Last year's was £3m", "2019-07/2020-06", ["agreement.date"]),
    ],
)
def test_last_year_may_be_that_before_the_year_of_accounts_named_in_its_sentence(
    value: str, words: str, period: str, refused: list[str]
) -> None:
    how = 'the company’s own "last year"'
    assert in_debt(value, words, period=period, date_from=how) == refused
