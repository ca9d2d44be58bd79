"""A story of a harbour's accounts: years by their last day, lengths in two units, what is not denied."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims
from tests.small_site import rules

# Published on Wednesday 11 September 2024.
ACCOUNTS = """
    The harbour trust lost €4.2m in the year to June 30, against €2.9m the year before. The ferry
    took five hours and 40 minutes. The lido would shut on October 30, as porters asked for.

    "You cannot put 60 children off a bus and tell them to swim," he said. They cannot feed 90 gulls
    and the cat. The plan must reach the bank by 5pm on Friday, October 4.
"""
_YEAR = "lost €4.2m in the year to June 30"


def event(date: str, words: str, date_from: str = "") -> str:
    more = f", date_from: '{date_from}'" if date_from else ""
    return f'events:\n  - {{id: e, title: T, date: "{date}", evidence: "{words}"{more}}}'


def figure(value: str, unit: str, words: str, more: str = "") -> str:
    return f"figures:\n  - {{id: f, label: L, value: {value}, unit: {unit}, kind: measured, evidence: '{words}'{more}}}"


@pytest.mark.parametrize(
    ("date", "date_from"),
    [
        ("2024-06-30", ""),
        ("2024-06", ""),
        ("2024-06-30", "the last day of the year of the accounts"),
        ("2024-06-30", "“June 30”, when the year of the trust ends"),
    ],
)
def test_an_event_may_be_on_the_last_day_of_a_year_of_accounts(date: str, date_from: str) -> None:
    assert rules(ACCOUNTS, "agreement.", timeline=event(date, _YEAR, date_from)) == []


@pytest.mark.parametrize("date", ["2024-06-29", "2023-06-30", "2024-07-01", "2024-03-31"])
def test_another_day_is_none(date: str) -> None:
    assert rules(ACCOUNTS, "agreement.", timeline=event(date, _YEAR)) == ["agreement.date"]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2022-07/2023-06", []),
        ("2022-08/2023-06", ["agreement.date"]),
        ("2020-07/2021-06", ["agreement.date"]),
    ],
)
def test_the_year_before_may_be_a_year_of_accounts(date: str, found: list[str]) -> None:
    more = (
        ", period: 2023-07/2024-06, history: [{"
        f"date: {date}, value: 2.9 million, evidence: 'against €2.9m', date_from: The year before}}]"
    )
    assert rules(ACCOUNTS, "agreement.", figures=figure("4.2 million", "EUR", _YEAR, more)) == found


@pytest.mark.parametrize(
    ("value", "unit", "found"),
    [
        ("340", "minutes", []),
        ("5", "hours", ["agreement.value"]),
        ("350", "minutes", ["agreement.value"]),
        ("340", "seconds", ["agreement.unit"]),
    ],
)
def test_a_length_in_two_units_is_in_the_finer_one(value: str, unit: str, found: list[str]) -> None:
    words = "took five hours and 40 minutes"
    assert rules(ACCOUNTS, "agreement.", figures=figure(value, unit, words)) == found


@pytest.mark.parametrize(
    ("value", "unit", "words", "found"),
    [
        ("60", "children", "You cannot put 60 children off a bus", []),
        ("90", "gulls", "They cannot feed 90 gulls and the cat", ["agreement.denied"]),
    ],
)
def test_what_cannot_be_done_with_another_deed_is_not_denied(
    value: str, unit: str, words: str, found: list[str]
) -> None:
    assert rules(ACCOUNTS, "agreement.", figures=figure(value, unit, words)) == found


def test_a_body_may_go_by_a_noun_that_the_article_has_in_lower_case() -> None:
    def sheet(name: str) -> str:
        return (
            f"organisations:\n  - {{id: o, name: {name}, what: W, evidence: as porters asked for}}"
        )

    assert rules(ACCOUNTS, "agreement.", organisations=sheet("Porters")) == []
    assert rules(ACCOUNTS, "agreement.", organisations=sheet("Sailors")) == ["agreement.name"]
    named = ACCOUNTS.replace("The ferry", "The firm of Porters")
    assert rules(named, "agreement.", organisations=sheet("Porters")) == ["agreement.name"]


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("by 5pm on Friday, October 4", False),
        ("by 5pm on Thursday, October 4", True),
        ("by Thursday, October 4", True),
        ("until Thursday 4 October", True),
        ("since Thursday, October 5 2023", False),
        ("since Friday, October 5 2023", True),
        ("from Friday, October 4, to Monday, October 7,", False),
        ("from Thursday, October 4, to Monday, October 7,", True),
        ("from Friday, October 4, to Tuesday, October 7,", True),
        ("from Friday, October 4, to October 7,", False),
        ("from Monday, October 4, to October 7,", True),
        ("from October 4 to Monday, October 7,", False),
        ("from October 4 to Friday, October 7,", True),
    ],
)
def test_a_weekday_is_held_to_its_day_after_by_and_from_too(words: str, is_wrong: bool) -> None:
    body = f"It will run {words} in all."
    found = claims(standfirst=f"It will run {words} in all.", body=body)
    assert [problem.rule for problem in found] == ["claim.weekday"] * is_wrong


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2023-06-30", []),
        ("2023-07-01", []),
        ("2024-06-30", []),
        ("2022-06-30", ["derived.date"]),
        ("2023-12-31", ["derived.date"]),
    ],
)
def test_a_stock_less_what_came_in_a_period_is_that_of_its_beginning(
    day: str, found: list[str]
) -> None:
    sheet = f"""
figures:
  - {{id: crew, label: L, value: 90, unit: people, kind: measured, as_of: 2024-06-30, source: s}}
  - {{id: more, label: M, value: 5, unit: people, kind: measured, period: 2023-07/2024-06, source: s}}
  - {{id: then, label: T, value: 85, unit: people, kind: estimate, as_of: {day}, derived: {{how: crew - more}}}}
"""
    assert rules("It broke.", "derived.", figures=sheet) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("value: two thirds, evidence: 'lost two-thirds of its goats by the end of June'", []),
        (
            "value: one third, evidence: 'lost two-thirds of its goats by the end of June'",
            ["value"],
        ),
        ("value: 8.9, unit: EUR, as_of: 2024-06-30, evidence: 'was €8.9 at the end of June'", []),
        (
            "value: 8.9, unit: EUR, as_of: 2024-06-29, evidence: 'was €8.9 at the end of June'",
            ["date"],
        ),
        (
            "value: 8.20, unit: EUR, period: 2024-04/.., evidence: 'The wage went up to €8.20 in April'",
            [],
        ),
        (
            "value: 8.20, unit: EUR, period: 2024-05/.., evidence: 'The wage went up to €8.20 in April'",
            ["date"],
        ),
        ("value: 8.20, unit: EUR, made: 2024-09, evidence: 'The wage went up to €8.20'", []),
        ("value: 8.20, unit: EUR, made: 2024-08, evidence: 'The wage went up to €8.20'", ["date"]),
    ],
)
def test_an_end_a_limit_and_a_forecast_have_their_days(fields: str, found: list[str]) -> None:
    body = """
        The farm lost two-thirds of its goats by the end of June. Butter was €8.9 at the end of June.
        The wage went up to €8.20 in April.
    """
    kind = "forecast" if "made" in fields else "legal limit" if "wage" in fields else "measured"
    sheet = f"figures:\n  - {{id: f, label: L, kind: {kind}, {fields}}}"
    assert rules(body, "agreement.", figures=sheet) == [f"agreement.{rule}" for rule in found]
