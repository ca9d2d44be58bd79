"""A number that could be worked out from others is no excuse for a wrong one."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims

BODY = """
    Maud Orr, 71, waited 19 days for a plumber between June 2 and June 20. More than 2,600 requests
    are open, up from 410 in May. The flood came six weeks ago.

    Only 71 per cent of the pupils got a first meal, compared with 84 per cent in 2016, and less than
    half a second. Helpers fed 54 goats, and cut costs by 20 per cent. The road is 300 feet wide.

    Owners say about 650 boats must go; the port says no more than 200. Repairs will cost 3 million
    euros, and the opposition says at least 5 million euros. They caught 470 tons, up from 24 in 2015.
"""
PEOPLE = """
    people:
      - {{id: orr, name: Maud Orr, role: Tenant, why: "{why}", evidence: "Maud Orr, 71, waited 19 days for a plumber"}}
"""
FIGURES = """
    figures:
      - {{id: boats, label: "{label}", value: 650, unit: boats, hedge: about, kind: estimate,
          evidence: Owners say about 650 boats must go}}
"""


def refused(standfirst: str) -> list[str]:
    return [problem.rule for problem in claims(standfirst=standfirst, body=BODY)]


@pytest.mark.parametrize(
    ("standfirst", "is_true"),
    [
        ("More than 2,600 requests are open, compared with 410 in May", True),
        ("More than 2,100 requests are open, compared with 410 in May", False),
        ("In 2016 it was 84 per cent", True),
        ("In 2016 it was 34 per cent", False),  # 84 less a half
        ("That is 13 points more than before", True),
        ("They fed 54 goats", True),
        ("They fed 45 goats", False),  # 54 less 20 per cent, of costs
        ("About 600 boats must go", False),
        ("Repairs will cost 8 million euros", False),  # 3, and at least 5
        ("A haul that was 24 acres wide", False),
        ("Six weeks after the flood, requests are open", True),
        ("Few pupils get a second meal", True),
    ],
)
def test_what_no_words_say_was_reckoned_is_refused(standfirst: str, is_true: bool) -> None:
    assert refused(standfirst) == ([] if is_true else ["claim.quantity"])


@pytest.mark.parametrize(("why", "is_true"), [("19 days", True), ("18 days", False)])
def test_a_length_that_the_paragraph_gives_is_not_reckoned_from_its_days(
    why: str, is_true: bool
) -> None:
    people = PEOPLE.format(why=f"Waited {why} for a plumber.")
    found = [problem.rule for problem in claims(body=BODY, people=people)]
    assert found == ([] if is_true else ["claim.quantity"])


@pytest.mark.parametrize(("count", "is_true"), [("200", True), ("300", False)])
def test_a_bare_number_is_no_length_of_something_else(count: str, is_true: bool) -> None:
    label = f"Boats that must go, of which the port says it is no more than {count}"
    found = claims(body=BODY, figures=FIGURES.format(label=label))
    assert [problem.rule for problem in found] == ([] if is_true else ["claim.quantity"])


AFTER_28P = "The board cut the dividend to 12p a share, from 28p. Profit fell 60% to £3m, from £9m."
CUT_72 = "The dividend was cut by 72% to 12p a share. Rents fell 40% to £3m, from £5m."


@pytest.mark.parametrize("of", ["of last year’s", "of what it was"])
@pytest.mark.parametrize(
    ("body", "share", "is_true"),
    [
        (AFTER_28P, "less than half", True),
        (AFTER_28P, "more than a third", True),
        (AFTER_28P, "more than half", False),
        (AFTER_28P, "less than a third", False),
        (CUT_72, "less than half", True),
        (CUT_72, "less than a third", True),
        (CUT_72, "more than half", False),
        (CUT_72, "less than a quarter", False),
    ],
)
def test_a_share_of_what_was_before_is_worked_out(
    body: str, share: str, of: str, *, is_true: bool
) -> None:
    """“More than half” is not true because something fell by 72 percent."""
    assert refused_before(f"{share} {of}", body) == ([] if is_true else ["claim.quantity"])


@pytest.mark.parametrize("half", ["half last year’s", "half what it was"])
def test_half_needs_no_of_before_what_was(half: str) -> None:
    assert refused_before(f"less than {half}", AFTER_28P) == []
    assert refused_before(f"more than {half}", AFTER_28P) == ["claim.quantity"]


def refused_before(share: str, body: str) -> list[str]:
    body = f"{body} Last year was better."
    found = claims(standfirst=f"The dividend is {share}.", body=body)
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("share", "is_true"), [("less than half", True), ("more than half", False)]
)
def test_a_share_of_last_years_is_of_the_figure_then(share: str, *, is_true: bool) -> None:
    figure = {
        "id": "d",
        "label": "Dividend",
        "kind": "agreed",
        "value": "0.12",
        "unit": "GBP/share",
    }
    figure |= {"evidence": "the dividend to 12p a share"}
    figure["description"] = f"It is {share} of last year’s dividend."
    then = {"date": "2023", "date_from": "last year", "value": "0.28", "evidence": "from 28p"}
    sheet = json.dumps({"figures": [figure | {"history": [then]}]})
    body = f"{AFTER_28P} Last year was better."
    found = [problem.rule for problem in claims(body=body, figures=sheet)]
    assert found == ([] if is_true else ["claim.quantity"])
