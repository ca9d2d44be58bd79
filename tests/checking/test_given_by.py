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


def given(
    field: str,
    value: int,
    by: str,
    evidence: str,
    more: str = "",
    *,
    people: str = PEOPLE,
    places: str = "places: []",
) -> list[Problem]:
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
    return problems(
        f"{BODY}\n\n    {more}",
        "agreement.speaker",
        figures=json.dumps({"figures": [figure]}),
        people=people,
        organisations=OFFICES,
        places=places,
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


def is_by(
    by: str,
    more: str,
    evidence: str,
    value: int = 62,
    *,
    people: str = PEOPLE,
    places: str = "places: []",
) -> bool:
    return not given("values", value, by, evidence, more, people=people, places=places)


@pytest.mark.parametrize(
    "more",
    [
        "Governor Ben Moss told reporters of 62 dead, according to the mayor, Ada Lund.",
        "Ada Lund and Governor Ben Moss told reporters of 62 dead.",
        "LRO had it at 62 dead. Ada Lund, too, had it at 62 dead.",
        "Ada Lund, who had counted 51, told Governor Ben Moss of 62 dead.",
    ],
)
def test_all_who_may_give_the_number_may_be_written(more: str) -> None:
    assert is_by("lund", more, more[:-1])
    assert not is_by("wren", f"{more} Ida Wren spoke of nine.", more[:-1])


def test_the_number_of_somebody_in_no_sheet_is_from_nobody_before() -> None:
    more = "LRO had it at 51, and then Hugh Stone had it at 62 dead. Ben Moss spoke of nine."
    assert is_by("moss", more, "had it at 62 dead")
    assert not is_by("moss", more.replace("Hugh Stone", "Ida Wren"), "had it at 62 dead")


def test_a_town_may_speak_by_anybody_and_anybody_for_a_town() -> None:
    town = {"id": "lesk", "name": "Lesk", "what": "A town", "evidence": "Lesk"}
    places = json.dumps({"places": [town]})
    more = (
        "Lesk spoke of 51 dead. Later Ida Wren told reporters of 62 dead. Ben Moss spoke of nine."
    )
    assert is_by("lesk", more, "of 62 dead", places=places)
    assert is_by("moss", more, "of 51 dead", 51, places=places)
    assert not is_by("moss", more, "of 62 dead", places=places)


def test_an_office_may_speak_by_its_own_people() -> None:
    more = "LRO spoke of 51 dead. Later Ida Wren told reporters of 62 dead. Ben Moss spoke of nine."
    people = json.loads(PEOPLE)
    people["people"][2]["organisation"] = "lro"
    assert is_by("lro", more, "of 62 dead", people=json.dumps(people))
    assert not is_by("lro", more, "of 62 dead")
    assert is_by("lro", more.replace("LRO spoke of", "Boats of LRO found"), "of 62 dead")


def test_somebody_may_be_written_who_gives_nothing_there_only_if_no_other_person_does() -> None:
    more = "Captain Ida Wren had it at 62 dead."
    assert is_by("wren", more, "had it at 62 dead")
    assert is_by("lro", more, "had it at 62 dead")
    assert not is_by("lund", more, "had it at 62 dead")
