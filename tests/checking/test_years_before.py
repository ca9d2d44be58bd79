"""What a text has “a year earlier” is what its figure was a year earlier."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from tests.checking.test_claims import claims

DAIRY = "Profit was £9.8m in the year to March 2024. It was £17.5m in 2023. In 2022 it was £12.9m."
PROFIT = {"id": "profit", "label": "Profit", "value": "9.8 million", "unit": "GBP"} | {
    "period": "2023-04/2024-03",
    "evidence": "Profit was £9.8m in the year to March 2024",
    "history": [
        {"date": "2022-04/2023-03", "value": "17.5 million"},
        {"date": "2021-04/2022-03", "value": "12.9 million"},
    ],
}
CRANES = (
    "The wardens counted 31 cranes in May 2024. In May 2023 it was 24 cranes. In 2019 it was nine."
)
PAIRS = {"id": "pairs", "label": "Cranes", "value": 31, "unit": "cranes", "as_of": "2024-05"} | {
    "evidence": "31 cranes in May 2024",
    "history": [{"date": "2023-05", "value": 24}, {"date": "2019-05", "value": 9}],
}


def refused(body: str, figure: Mapping[str, object], standfirst: str) -> bool:
    sheet = json.dumps({"figures": [{"kind": "measured", **figure}]})
    found = claims(standfirst=standfirst, body=body, figures=sheet)
    return any(problem.found.startswith("the standfirst says") for problem in found)


@pytest.mark.parametrize(
    ("standfirst", "is_refused"),
    [
        ("Profit is £9.8m, down from £17.5m a year earlier.", False),
        ("Profit is £9.8m, down from £12.9m a year earlier.", True),
        ("Profit is £9.8m, down from £12.9m two years earlier.", False),
        ("Profit is £9.8m, down from £17.5m two years earlier.", True),
        ("Profit is £9.8m, against £12.9m the year before.", True),
        ("Profit was £17.5m, against £12.9m a year earlier, and is £9.8m now.", False),
        ("Profit was £12.9m a year earlier.", False),
    ],
)
def test_in_accounts(standfirst: str, is_refused: bool) -> None:
    assert refused(DAIRY, PROFIT, standfirst) == is_refused


@pytest.mark.parametrize(
    ("standfirst", "is_refused"),
    [
        ("There are 31 cranes; a year before there were 24 cranes.", False),
        ("The bog has 31 cranes, up from 24 cranes a year earlier.", False),
        ("The bog has 31 cranes, up from 9 cranes a year earlier.", True),
        ("The bog has 31 cranes, up from 9 cranes five years earlier.", False),
        ("The bog has 31 cranes, up from 24 cranes five years earlier.", True),
    ],
)
def test_in_counts(standfirst: str, is_refused: bool) -> None:
    assert refused(CRANES, PAIRS, standfirst) == is_refused


def test_what_the_article_says_so_stands() -> None:
    body = DAIRY + " The other mill made £12.9m a year earlier."
    assert not refused(body, PROFIT, "It made £9.8m, and the other £12.9m a year earlier.")
