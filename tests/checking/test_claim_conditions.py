"""Numbers that say which thing is meant, the whole of a share, and parts of what is named shortly: no false advice."""

from __future__ import annotations

import json

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    The owner of a boat insured for £84,000 would pay £630.40, or £21.50 more than this year. The port asked the
    council to close three of the town's eleven branch stations. A first plan had closed five branches. Moorings bring
    in £1.2 million, a quarter of the £4.8 million that the port earns. A loan of £6.4 million is due.
"""


def of_figure(
    text: str, evidence: str, value: str, unit: str = "GBP", field: str = "label"
) -> list[Problem]:
    figure = {
        "id": "f",
        "label": "L",
        "value": value,
        "unit": unit,
        "kind": "target",
        "evidence": evidence,
    }
    figure[field] = text
    return claims(body=BODY, figures=json.dumps({"figures": [figure]}))


@pytest.mark.parametrize(
    "text",
    [
        "Charge on a boat insured for £84,000",
        "Charge on an £84,000 boat",
        "Charge a year on a boat insured for £84,000",
    ],
)
def test_a_number_that_says_which_thing_is_meant_is_not_held_to_the_value(text: str) -> None:
    assert of_figure(text, "would pay £630.40", "630.40") == []
    (problem,) = of_figure(text.replace("84", "48"), "would pay £630.40", "630.40")
    assert problem.rule == "claim.quantity"
    assert "of this" not in problem.found


def test_the_whole_of_a_share_is_not_held_to_the_value() -> None:
    words = "Moorings bring in £1.2 million"
    assert (
        of_figure("A quarter of the £4.8 million.", words, "1.2 million", field="description") == []
    )
    for wrong in ("A third of the £4.8 million.", "A quarter of the £6.4 million."):
        found = of_figure(wrong, words, "1.2 million", field="description")
        assert any(problem.fix.startswith("correct the share or the number") for problem in found)
        assert not any("of this" in problem.found for problem in found)


def test_a_share_of_money_is_not_held_to_a_figure_of_something_else() -> None:
    figure = ("close three of the town's eleven branch stations", "3", "branch stations")
    assert of_figure("A quarter of the £4.8 million.", *figure, field="description") == []
    found = of_figure("A third of the £4.8 million.", *figure, field="description")
    assert [each.found.partition(", but ")[2] for each in found] == [
        "neither the article nor a fact gives that number with this unit"
    ]


def test_a_part_may_be_of_what_the_text_names_shortly() -> None:
    words = "close three of the town's eleven branch stations"
    event = "The port wants to close three branches"
    assert of_event(event, words) == []
    assert [each.rule for each in of_event(event.replace("three", "four"), words)] == [
        "claim.quantity"
    ]


def of_event(title: str, evidence: str) -> list[Problem]:
    event = {"id": "e", "title": title, "date": "2024-09-09", "evidence": evidence}
    return claims(body=BODY, timeline=json.dumps({"events": [event]}))


TABLE = """
    Repairs would jump by almost a half, and fuel by less.

    ## Spending, in £ million

    | Item    | 2023 | Change, % |
    |---------|-----:|----------:|
    | Repairs |  7.3 |      46.8 |
    | Fuel    |  3.1 |      12.6 |
"""


def test_a_bare_number_may_be_that_of_a_cell_in_the_row_of_its_fact() -> None:
    figure = {
        "id": "f",
        "label": "Rise in repairs",
        "value": "50",
        "unit": "percent",
        "kind": "target",
    }
    figure |= {"hedge": "nearly", "evidence": "Repairs would jump by almost a half"}
    for number, refused in (
        ("46.8", []),
        ("12.6", ["claim.quantity"]),
        ("48.6", ["claim.quantity"]),
    ):
        figure["description"] = f"The table has {number}."
        found = claims(body=TABLE, figures=json.dumps({"figures": [figure]}))
        assert [problem.rule for problem in found] == refused
