"""Who gives a value of a figure is the one whom its sentence has give the number."""

from __future__ import annotations

import json

import pytest

from dateline.problems import Problem
from tests.small_site import problems

BODY = """
    On Monday the mayor, Ada Lund, spoke of nine dead. By noon the rescue office, LRO, had it at 17, and in the evening
    Governor Ben Moss told reporters that 31 people had been killed. Captain Ida Wren, who leads the divers, said late
    on Tuesday that her teams had brought up 46 bodies. The toll then stood at 48, according to the mayor, Ada Lund.
"""
PEOPLE = json.dumps(
    {
        "people": [
            {
                "id": "lund",
                "name": "Ada Lund",
                "role": "Mayor",
                "why": "She counts.",
                "evidence": "the mayor, Ada Lund, spoke",
            },
            {
                "id": "moss",
                "name": "Ben Moss",
                "role": "Governor",
                "why": "He counts.",
                "evidence": "Governor Ben Moss",
            },
            {
                "id": "wren",
                "name": "Ida Wren",
                "role": "Captain",
                "why": "She dives.",
                "evidence": "Captain Ida Wren",
            },
        ]
    }
)
OFFICES = json.dumps(
    {
        "organisations": [
            {
                "id": "lro",
                "name": "LRO",
                "what": "Rescue office",
                "why": "It counts.",
                "evidence": "LRO",
            }
        ]
    }
)


def given(field: str, value: int, by: str, evidence: str) -> list[Problem]:
    own = {
        "id": "dead",
        "label": "People killed",
        "kind": "measured",
        "value": 48,
        "unit": "people",
    }
    date = {"history": "date", "values": "as_of"}[field]
    entry = {date: "2024-09-09", "value": value, "by": by, "evidence": evidence}
    figure = {**own, "evidence": "The toll then stood at 48", field: [entry]}
    figures = json.dumps({"figures": [figure]})
    return problems(
        BODY, "agreement.speaker", figures=figures, people=PEOPLE, organisations=OFFICES
    )


@pytest.mark.parametrize("field", ["history", "values"])
@pytest.mark.parametrize(
    ("value", "by", "other", "evidence"),
    [
        (17, "lro", "lund", "had it at 17"),
        (31, "moss", "lro", "31 people had been killed"),
        (46, "wren", "lund", "her teams had brought up 46 bodies"),
    ],
)
def test_a_value_is_by_the_one_who_gives_it(
    field: str, value: int, by: str, other: str, evidence: str
) -> None:
    assert given(field, value, by, evidence) == []
    (problem,) = given(field, value, other, evidence)
    assert "but the article has it from" in problem.found


def test_who_is_named_after_the_number_may_give_it() -> None:
    assert given("values", 48, "lund", "The toll then stood at 48, according to the mayor") == []
