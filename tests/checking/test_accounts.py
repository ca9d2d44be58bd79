"""A story of a university's accounts: losses in brackets, averages, caps, and what falls twice."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.small_site import problems, rules

# Published on Wednesday 11 September 2024.
ACCOUNTS = """
    Fees are an average of €19,400 a year. Pay is capped at two years, and aid limited to 300 pupils.
    Students fell by 530, or 17 per cent, to 2,610, and staff rose by 40, or 9 per cent.

    | €m | 2022 | 2023 | 2024 |
    |---|---|---|---|
    | Income | 318.4 | 331.9 | 336.2 |
    | Surplus/(deficit) | 4.8 | (3.4) | (€18.5m) |

    | Year | Staff | Net change |
    |---|---|---|
    | 2023 | 40 (12) | (9) |
    | 2024 | (31) | 12 |
"""


def wrong(value: str, evidence: Any, **more: str) -> list[str]:
    figure = {"id": "f", "label": "L", "kind": "measured", "value": value, "evidence": evidence}
    return rules(ACCOUNTS, "agreement.", figures=json.dumps({"figures": [figure | more]}))


@pytest.mark.parametrize(
    ("value", "column", "label", "found"),
    [
        ("-18.5 million", "2024", "Result", []),
        ("-3.4 million", "2023", "Result", []),
        ("3.4 million", "2023", "Deficit", []),
        ("3.4 million", "2023", "Result", ["agreement.value"]),
        ("-19.5 million", "2024", "Result", ["agreement.value"]),
        ("19.5 million", "2024", "Deficit", ["agreement.value"]),
        ("-4.8 million", "2022", "Result", ["agreement.value"]),
    ],
)
def test_accounts_print_a_loss_in_brackets(
    value: str, column: str, label: str, found: list[str]
) -> None:
    cell = {"row": "Surplus/(deficit)", "column": column}
    assert wrong(value, cell, label=label, unit="EUR") == found


@pytest.mark.parametrize(
    ("value", "row", "column", "found"),
    [
        ("-9", "2023", "Net change", []),
        ("9", "2023", "Net change", ["agreement.value"]),
        ("-31", "2024", "Staff", ["agreement.value"]),
    ],
)
def test_other_brackets_are_no_minus(value: str, row: str, column: str, found: list[str]) -> None:
    assert wrong(value, {"row": row, "column": column}) == found


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "evidence", "found"),
    [
        ("19,400", "EUR/year", "", "an average of €19,400 a year", []),
        ("19,400", "EUR/year", "about", "an average of €19,400 a year", ["agreement.hedge"]),
        ("2", "years", "up to", "Pay is capped at two years", []),
        ("2", "years", "at least", "Pay is capped at two years", ["agreement.hedge"]),
        ("300", "pupils", "up to", "aid limited to 300 pupils", []),
        ("300", "pupils", "about", "aid limited to 300 pupils", ["agreement.hedge"]),
        ("-17", "percent", "", "fell by 530, or 17 per cent, to 2,610", []),
        ("-18", "percent", "", "fell by 530, or 17 per cent, to 2,610", ["agreement.value"]),
        ("-2610", "", "", "fell by 530, or 17 per cent, to 2,610", ["agreement.value"]),
        ("-9", "percent", "", "staff rose by 40, or 9 per cent", ["agreement.value"]),
    ],
)
def test_what_the_words_say(
    value: str, unit: str, hedge: str, evidence: str, found: list[str]
) -> None:
    more = {name: text for name, text in (("unit", unit), ("hedge", hedge)) if text}
    assert wrong(value, evidence, **more) == found


def test_a_cell_cannot_be_lengthened() -> None:
    cell = {"row": "Surplus/(deficit)", "column": "Net"}
    figure = {"id": "f", "label": "L", "kind": "measured", "value": 4, "evidence": cell}
    table = """
    | €m | Net |
    |---|---|
    | Surplus/(deficit) | none |
    """
    found = problems(table, "agreement.", figures=json.dumps({"figures": [figure]}))
    assert "name the row and the column" in found[0].fix


WORDS = """
    Pay takes 67 cent of every euro, up from less than 62 cent two years ago. Tax takes 20p in every
    pound. “We spend a euro and five cent for every euro we earn,” he said.

    The college lost €18.5 million in the year to the end of June. Rises cost €9.2 million last year,
    the accounts say. There would be no cuts before the end of 2027.

    It has a crew of nine and 163 pupils. The number of injured rose to 57, 12 of them badly hurt.
"""


def wrong_words(value: str, unit: str, evidence: str, **more: Any) -> list[str]:
    figure = {"id": "f", "label": "L", "kind": "measured", "value": value, "unit": unit}
    figure |= {"evidence": evidence} | more
    return rules(WORDS, "agreement.", figures=json.dumps({"figures": [figure]}))


@pytest.mark.parametrize(
    ("value", "unit", "evidence", "found"),
    [
        ("67", "percent", "Pay takes 67 cent of every euro", []),
        ("76", "percent", "Pay takes 67 cent of every euro", ["agreement.value"]),
        ("67", "km", "Pay takes 67 cent of every euro", ["agreement.unit"]),
        ("20", "percent", "Tax takes 20p in every pound", []),
        ("5", "percent", "a euro and five cent for every euro we earn", ["agreement.value"]),
        ("1.05", "EUR", "a euro and five cent for every euro we earn", []),
        ("1.5", "EUR", "a euro and five cent for every euro we earn", ["agreement.value"]),
        ("5", "cent", "a euro and five cent for every euro we earn", ["agreement.value"]),
        ("9", "people", "a crew of nine and 163 pupils", []),
        ("8", "people", "a crew of nine and 163 pupils", ["agreement.value"]),
        ("163", "people", "a crew of nine and 163 pupils", ["agreement.unit"]),
    ],
)
def test_what_coins_and_crews_count(value: str, unit: str, evidence: str, found: list[str]) -> None:
    assert wrong_words(value, unit, evidence) == found


@pytest.mark.parametrize(("label", "found"), [("Injured badly", []), ("Dead", ["agreement.unit"])])
def test_some_of_those_injured_are_people(label: str, found: list[str]) -> None:
    assert wrong_words("12", "people", "12 of them badly hurt", label=label) == found


@pytest.mark.parametrize(
    ("period", "date_from", "found"),
    [
        ("2023-07/2024-06", "“Last year” is the year of the accounts", []),
        ("2023-07/2024-06", "", ["agreement.date"]),
        ("2022-07/2023-06", "“Last year” is the year of the accounts", ["agreement.date"]),
        ("2023-06/2024-05", "“Last year” is the year of the accounts", ["agreement.date"]),
    ],
)
def test_last_year_may_be_that_of_the_accounts(
    period: str, date_from: str, found: list[str]
) -> None:
    more = {"period": period} | ({"date_from": date_from} if date_from else {})
    evidence = "Rises cost €9.2 million last year"
    assert wrong_words("9.2 million", "EUR", evidence, **more) == found


@pytest.mark.parametrize(
    ("window", "found"),
    [
        ("2028/..", []),
        ("2028-01/..", []),
        ("2027-12-31/..", []),
        ("2027-12/..", []),
        ("2027/..", ["agreement.date"]),
        ("2027-11/..", ["agreement.date"]),
        ("2029/..", ["agreement.date"]),
        ("2028-02/..", ["agreement.date"]),
        ("../2027-12", ["agreement.date"]),
    ],
)
def test_not_before_the_end_of_a_year_is_after_it(window: str, found: list[str]) -> None:
    event = {"id": "e", "title": "T", "expected": [{"window": window}]}
    event |= {"evidence": "no cuts before the end of 2027"}
    timeline = json.dumps({"events": [event]})
    assert rules(WORDS, "agreement.", timeline=timeline) == found
