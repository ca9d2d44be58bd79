"""What a sentence says that a number was before is the history of one figure, and never its rival."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.drafting.proposing.propose import propose
from dateline.facts.kinds import Kind
from tests.small_site import briefing

UNTIL_NOW = {"date": "../2024-09-11", "date_from": "before the value that took its place"}


def figures(body: str) -> list[dict[str, Any]]:
    made = propose(briefing(body), today=date(2024, 9, 12), site_language="en")
    return [dict(each.fields) for each in made if each.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("body", "label", "value", "before"),
    [
        ("Visits fell from 88,000 in 2019 to 52,500 last season.", "Visits", "52,500",
         {"date": "2019", "value": "88,000"}),
        ("Landings fell from 612 tonnes to 171 tonnes in 2019.", "Landings", "171",
         {"date": "../2019", "value": "612", "date_from": "before the value that took its place"}),
        ("The rate of pay was 7.1 per cent, down from 9.4 per cent in 2021.", "Rate of pay", "7.1",
         {"date": "2021", "value": "9.4"}),
        ("The vacancy rate dropped to 9.2 per cent from 14.1 per cent.", "Vacancy rate", "9.2",
         {**UNTIL_NOW, "value": "14.1"}),
        ("The number of inspectors had fallen from 19 to 11 since 2019.", "Number of inspectors", "11",
         {"date": "2019", "value": "19"}),
        ("In March, Norland raised the levy on salmon from 20% to 27.5%.", "Levy on salmon", "27.5",
         {"date": "../2024-03", "value": "20", "date_from": "before the value that took its place"}),
        ("The Union party fell to six seats from nine.", "Seats of the Union party", "6", {**UNTIL_NOW, "value": "9"}),
        ("The Union party fell to six seats from nine, its worst result since 1946.", "Seats of the Union party", "6",
         {**UNTIL_NOW, "value": "9"}),
        ("The duty limit was cut from ten hours to nine in May.", "Duty limit", "9",
         {"date": "../2024-05", "value": "10", "date_from": "before the value that took its place"}),
        ("Turnover at the quarry had risen in the two years to March 2023, from €4.1m to €5.6m.",
         "Turnover at the quarry", "5.6 million",
         {"date": "2021-04", "value": "4.1 million", "date_from": "the start of “the two years to March 2023”"}),
    ],
)  # fmt: skip
def test_a_number_and_what_it_was_before_are_one_figure(
    body: str, label: str, value: str, before: dict[str, str]
) -> None:
    (figure,) = figures(body)
    assert (figure["label"], figure["value"]) == (label, value)
    assert figure["history"] == [before]


@pytest.mark.parametrize(
    "body",
    [
        "The number of wardens would rise to 30 from 12.",
        "The trip from 12 villages to 40 towns took a day.",
        "The mill gives from 5% of its income to 10% of its profit.",
    ],
)
def test_what_is_not_one_number_at_two_times_has_no_history(body: str) -> None:
    assert [figure.get("history") for figure in figures(body)] == [None, None]


def test_the_number_before_what_is_only_foreseen_was_counted() -> None:
    kinds = {
        figure["value"]: figure["kind"]
        for figure in figures("The number of wardens would rise to 30 from 12.")
    }
    assert kinds == {"30": "forecast", "12": "measured"}


def test_the_year_of_an_earlier_number_is_no_event() -> None:
    body = "The council gave the mill a score of three out of five in May 2024, down from five in 2022."
    made = propose(briefing(body), today=date(2024, 9, 12), site_language="en")
    assert [each.fields["date"] for each in made if each.kind is Kind.EVENT] == ["2024-05"]
