"""What words leave open is accepted in each of its readings, and in no other."""

from __future__ import annotations

import json

import pytest

from tests.small_site import rules


def event(body: str, evidence: str, **fields: str) -> list[str]:
    own = {"id": "e", "title": "The work", "evidence": evidence}
    window, date_from = fields.get("window"), fields.get("date_from")
    dated = {"expected": [{"window": window}]} if window else {"date": fields["date"]}
    more = {"date_from": date_from} if date_from else {}
    return rules(body, timeline=json.dumps({"events": [own | dated | more]}))


@pytest.mark.parametrize(
    ("date", "refused"),
    [
        ("2024-08-mid", []),
        ("2024-08", []),
        ("2024-08-early", ["agreement.date"]),
        ("2024-07", ["agreement.date"]),
    ],
)
def test_the_middle_of_a_month_is_its_middle_or_the_month(date: str, refused: list[str]) -> None:
    assert event("The weir broke in mid-August.", "broke in mid-August", date=date) == refused


@pytest.mark.parametrize(
    ("window", "refused"),
    [
        ("../2027", []),
        ("../2027-12", []),
        ("../2027-12-31", []),
        ("../2027-11", ["agreement.date"]),
        ("../2026", ["agreement.date"]),
    ],
)
def test_before_the_end_of_a_year_is_by_its_end(window: str, refused: list[str]) -> None:
    body = "They hope to drain the fen before the end of 2027."
    assert event(body, "drain the fen before the end of 2027", window=window) == refused


@pytest.mark.parametrize(
    ("window", "refused"), [("../2024-10-31", []), ("../2024-10-30", ["agreement.date"])]
)
def test_by_a_feast_is_by_the_day_that_date_from_gives(window: str, refused: list[str]) -> None:
    body, evidence = "Farmers will be paid by Diwali.", "will be paid by Diwali"
    where = "Diwali is on 31 October 2024"
    assert event(body, evidence, window=window, date_from=where) == refused


@pytest.mark.parametrize(
    ("period", "refused"),
    [("2021/2022", []), ("2021-04/2022-03", []), ("2021-07/2022-06", ["agreement.date"])],
)
def test_a_year_of_accounts_begins_as_where_the_paragraph_is_at_home(
    period: str, refused: list[str]
) -> None:
    own = {"id": "f", "label": "Cost", "kind": "measured", "value": "90 crore", "unit": "INR"}
    own |= {"period": period, "evidence": "₹90 crore in 2021-22"}
    body = "The State spent ₹90 crore in 2021-22."
    assert rules(body, figures=json.dumps({"figures": [own]})) == refused


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("People won’t drive 40 miles to see a hole.", []),
        ("People won’t drive 40 miles.", ["agreement.denied"]),
    ],
)
def test_who_will_not_go_so_far_for_something_does_not_deny_how_far_it_is(
    body: str, refused: list[str]
) -> None:
    own = {"id": "f", "label": "Way", "kind": "measured", "value": "40", "unit": "miles"}
    own |= {"evidence": "drive 40 miles"}
    assert rules(body, figures=json.dumps({"figures": [own]})) == refused


@pytest.mark.parametrize(("unit", "refused"), [("degrees", []), ("metres", ["agreement.unit"])])
def test_what_a_rule_requires_is_in_the_unit_said_before(unit: str, refused: list[str]) -> None:
    own = {"id": "f", "label": "Rule", "kind": "legal limit", "value": "70", "unit": unit}
    own |= {"hedge": "at least", "evidence": "The code requires at least 70"}
    body = "Rooms fell to 41 degrees. The code requires at least 70."
    assert rules(body, figures=json.dumps({"figures": [own]})) == refused
