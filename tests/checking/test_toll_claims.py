"""In texts, coverage and comparisons too, one toll goes by several nouns."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims
from tests.small_site import problems, rules

BODY = """
    Nineteen people are now known to have died and five are still missing after the fire at Corvey
    on Monday. At noon it was seven dead and 12 missing. It is the worst since 1927, when 60 people were killed.
"""


@pytest.mark.parametrize(
    "standfirst",
    [
        "The fire left 19 dead.",
        "Nineteen dead, five missing.",
        "With 19 dead and five still missing, the search goes on.",
        "Of the 19 dead, most lived in Corvey.",
        "19 deaths in Corvey.",
        "19 killed at Corvey.",
    ],
)
def test_a_text_may_call_a_toll_by_another_noun(standfirst: str) -> None:
    assert claims(standfirst=standfirst, body=BODY) == []


@pytest.mark.parametrize(
    "standfirst", ["The fire left 29 dead.", "The fire left 19 missing.", "Six missing."]
)
def test_but_not_another_number_or_fate(standfirst: str) -> None:
    assert [problem.rule for problem in claims(standfirst=standfirst, body=BODY)] == [
        "claim.quantity"
    ]


def toll(name: str, value: int, evidence: str, **more: object) -> dict[str, object]:
    label = "People killed" if value < 20 else "People killed in 1927"
    own = {"id": name, "label": label, "kind": "measured", "value": value, "unit": "people"}
    every = {**own, "evidence": evidence, **more}
    return {name: field for name, field in every.items() if field is not None}


NOW = "Nineteen people are now known to have died"


@pytest.mark.parametrize(("label", "is_covered"), [("People killed", True), ("Missing", False)])
def test_a_number_of_dead_is_covered_by_a_count_of_people(label: str, is_covered: bool) -> None:
    history = [{"date": "2024-09-09", "value": 7, "evidence": "At noon it was"}]
    figures = json.dumps({"figures": [toll("now", 19, NOW, label=label, history=history)]})
    found = [problem.found for problem in problems(BODY, "coverage.", figures=figures)]
    assert any("seven dead" in each for each in found) is not is_covered


@pytest.mark.parametrize("unit", ["people", "dead", "deaths", "lives", None])
def test_two_tolls_are_compared_whatever_their_nouns(unit: str | None) -> None:
    compared = toll("now", 19, NOW, compare={"to": "then", "by": "ratio"}, unit=unit)
    then = toll("then", 60, "60 people were killed")
    figures = json.dumps({"figures": [compared, then]})
    assert [rules(BODY, prefix, figures=figures) for prefix in ("figure.", "agreement.")] == [
        [],
        [],
    ]


SO_FAR = "At least 23 people were killed at Lesk. Police first spoke of nine dead; 21 were counted overnight."


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("Death toll in Lesk rises to 23", []),
        ("The toll climbed from nine to 23 in less than a day", []),
        ("Toll rises from 21 to 23", []),
        ("The toll climbed from nine to 24 in less than a day", ["claim.quantity"]),
        ("Death toll in Lesk rises to 22", ["claim.quantity"]),
        ("Exactly 23 killed in Lesk", ["claim.hedge"]),
    ],
)
def test_a_toll_is_of_those_who_were_counted_so_far(title: str, refused: list[str]) -> None:
    found = claims(title=title, body=SO_FAR)
    assert [problem.rule for problem in found] == refused
