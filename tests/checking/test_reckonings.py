"""What no two numbers of the article give is refused, though the number itself may stand elsewhere."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims
from tests.small_site import rules

BODY = """
    The mill has 90 looms, and 54 were running on Monday. It had 46 before the strike. Eight were sold and 14 repaired.
    It has 82 machines in all.
    The strike began on May 20 and is to end by December 9.
"""
OWN = {"id": "running", "label": "Looms running", "kind": "measured", "value": 54, "unit": "looms"}


def refused(standfirst: str) -> list[str]:
    return [problem.rule for problem in claims(standfirst=standfirst, body=BODY)]


@pytest.mark.parametrize(
    ("standfirst", "is_right"),
    [
        ("The mill has 54 looms running, eight more than before the strike.", True),
        ("The mill has 54 looms running, six more than before the strike.", False),
        ("The mill had 46 looms running before the strike, eight fewer than now.", True),
        ("The strike is to last not quite seven months.", True),
        ("The strike is to last just under 30 weeks.", True),
        ("The strike is to last not quite eleven months.", False),
        ("The number of looms sold more than tripled to 14.", False),
        ("The number of looms rose from 46 to 54.", True),
    ],
)
def test_a_difference_above_the_article(standfirst: str, is_right: bool) -> None:
    assert bool(refused(standfirst)) is not is_right


@pytest.mark.parametrize(
    ("caveat", "is_right"),
    [
        ("Eight more than before the strike.", True),
        ("Nine more than before the strike.", False),
        ("There are 90 looms, and this is three fifths of that.", True),
        ("There are 90 looms, and this is about three quarters of that.", False),
        ("There are 82 machines, and this is about two thirds of that.", True),
    ],
)
def test_one_in_a_text_of_a_figure(caveat: str, is_right: bool) -> None:
    figure = {**OWN, "caveat": caveat, "evidence": "54 were running on Monday"}
    figures = json.dumps({"figures": [figure]})
    assert bool(rules(BODY, "claim.", figures=figures)) is not is_right


@pytest.mark.parametrize(("by", "found"), [("mill", []), ("union", ["agreement.speaker"])])
def test_who_gave_an_earlier_toll_is_read_as_well(by: str, found: list[str]) -> None:
    body = """The Corvey Mill, which ran the search, gave 11 dead at noon. The Weavers Union was silent.
    It is now 14 dead."""
    names = {"mill": "Corvey Mill", "union": "Weavers Union"}
    bodies = [{"id": id_, "name": names[id_], "what": "W", "why": "W"} for id_ in names]
    earlier = {"date": "2024-09-11", "date_from": "today", "value": 11, "by": by}
    earlier["evidence"] = "gave 11 dead at noon"
    figure = {**OWN, "label": "Dead", "value": 14, "unit": "people", "history": [earlier]}
    figure["evidence"] = "It is now 14 dead"
    figures = json.dumps({"figures": [figure]})
    organisations = json.dumps({"organisations": bodies})
    found_rules = rules(body, "agreement.speaker", figures=figures, organisations=organisations)
    assert found_rules == found
