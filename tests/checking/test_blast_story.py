"""A story of a plant that blew up: tolls that are given one after the other, by several, and cut in the end."""

from __future__ import annotations

import json
from typing import Final

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims
from tests.small_site import rules as rules_of

BODY: Final = """
    The number of people killed in Tuesday's blast at the works was cut from 41 to 36, after the coroner's office found
    that the remains of five victims had been counted twice.

    Police spoke of “at least four” dead at 8am on Tuesday. By noon the fire service had found 11 bodies, and at
    nightfall it put the toll at 23. The county's emergency office gave the figure as 38.

    Of the 36 dead, 31 worked there. Three were lorry drivers waiting at the gate. The youngest victim was 19.

    The hall held 900 tonnes of nitrate, and its licence allows 320 tonnes. The office for safety ordered the firm in
    March to clear it by 30 June. It has extended the deadline twice, most recently to 31 December. "We wrote four
    times," said Tom Reyl, a steward. It is the worst since 1987, when 52 people died in a fire.
"""
ORGANISATIONS: Final = {
    "organisations": [
        {"id": "police", "name": "Police", "what": "The police", "evidence": "Police spoke of “at least four” dead"},
        {"id": "fire", "name": "Fire service", "what": "The brigade", "evidence": "the fire service had found"},
        {"id": "county", "name": "Emergency office", "what": "An office", "evidence": "emergency office gave"},
        {"id": "coroner", "name": "Coroner's office", "what": "The office", "evidence": "the coroner's office found"},
    ]
}  # fmt: skip
DEATHS: Final = {
    "id": "deaths", "label": "People killed", "value": 36, "unit": "people", "kind": "official claim",
    "by": "coroner", "evidence": "was cut from 41 to 36",
    "history": [
        {"date": "2024-09-10", "value": 4, "hedge": "at least", "by": "police",
         "evidence": "“at least four” dead at 8am on Tuesday"},
        {"date": "2024-09-10", "value": 23, "by": "fire", "evidence": "put the toll at 23", "date_from": "Tuesday"},
        {"date": "2024-09-10", "value": 38, "by": "county", "evidence": "the figure as 38", "date_from": "Tuesday"},
    ],
}  # fmt: skip


def text(words: str) -> list[Problem]:
    return claims(
        title="A blast",
        standfirst=json.dumps(words),
        body=BODY,
        figures=json.dumps({"figures": [DEATHS]}),
        organisations=json.dumps(ORGANISATIONS),
    )


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The coroner's office says that 36 people died.", "Police say that 36 people died."),
        (
            "At nightfall the fire service put the toll at 23.",
            "At nightfall police put the toll at 23.",
        ),
        ("The emergency office gave a toll of 38.", "The fire service gave a toll of 38."),
        ("The emergency office had 38.", "The police had 38."),
        (
            "Five victims were counted twice, the coroner's office says.",
            "Five victims were counted twice, police say.",
        ),
        (
            "The fire service found 11 bodies; it put the toll at 23.",
            "Police spoke first; they put the toll at 23.",
        ),
        ("The fire service has found 11 bodies.", "Police have found 11 bodies."),
    ],
)
def test_a_number_is_of_the_one_who_gives_it(true: str, false: str) -> None:
    assert text(true) == []
    assert any(" credits " in problem.found for problem in text(false))


@pytest.mark.parametrize(
    "words",
    [
        "Police said four, the fire service 23, the emergency office 38.",
        "The emergency office said 38, from the 23 of the fire service.",
        "Police say that two of the 36 were guards.",
        "Police, who spoke of four, were far from 36.",
        "They put the toll at 23.",
    ],
)
def test_where_nobody_can_tell_who_gives_a_number_nothing_is_refused(words: str) -> None:
    assert [each for each in text(words) if " credits " in each.found] == []


def figure(value: str, evidence: str, **more: str) -> list[str]:
    own = {"id": "f", "label": "A count", "kind": "measured", "value": value, "evidence": evidence}
    return rules_of(
        BODY,
        "agreement.",
        figures=json.dumps({"figures": [own | more]}),
        organisations=json.dumps(ORGANISATIONS),
    )


@pytest.mark.parametrize(
    ("value", "evidence", "unit", "refused"),
    [
        ("3", "Three were lorry drivers waiting at the gate", "people", []),
        ("3", "Three were lorry drivers waiting at the gate", "tonnes", ["agreement.unit"]),
        ("19", "The youngest victim was 19", "years", []),
        ("19", "The youngest victim was 19", "people", ["agreement.unit"]),
        ("36", "was cut from 41 to 36", "deaths", []),
        ("36", "was cut from 41 to 36", "tonnes", ["agreement.unit"]),
    ],
)
def test_a_number_counts_what_the_words_beside_it_say(
    value: str, evidence: str, unit: str, refused: list[str]
) -> None:
    assert figure(value, evidence, unit=unit) == refused


def test_an_age_by_its_label_needs_no_unit() -> None:
    assert figure("19", "The youngest victim was 19", label="Age of the youngest victim") == []
    assert figure("19", "The youngest victim was 19") == ["agreement.unit"]


def test_an_office_of_the_coroner_is_not_the_coroner() -> None:
    lee = {"id": "lee", "name": "Ann Lee", "aliases": ["the coroner"], "role": "Coroner"}
    sheet = {"people": [lee | {"why": "She cut it.", "source": "s"}]}
    sources = json.dumps({"sources": [{"id": "s", "title": "S"}]})
    found = claims(
        body=BODY,
        people=json.dumps(sheet),
        organisations=json.dumps(ORGANISATIONS),
        figures=json.dumps({"figures": [DEATHS]}),
        sources=sources,
    )
    assert found == []
    twice = "the remains of five victims had been counted twice"
    assert figure("5", twice, unit="victims", by="coroner") == []
    assert figure("5", twice, unit="victims", by="police") == ["agreement.speaker"]


@pytest.mark.parametrize(
    ("date", "evidence", "refused"),
    [
        ("2024-06-30", "to clear it by 30 June", []),
        ("2025-06-30", "to clear it by 30 June", []),
        ("2024-06-29", "to clear it by 30 June", ["agreement.date"]),
        ("2024-12-31", "most recently to 31 December", []),
        ("2024-12-30", "most recently to 31 December", ["agreement.date"]),
        ("1987", "1987, when 52 people died in a fire", []),
        ("1986", "1987, when 52 people died in a fire", ["agreement.date"]),
        ("1987", "the worst since", ["agreement.date"]),
    ],
)
def test_a_deadline_and_what_was_so_then_have_their_days(
    date: str, evidence: str, refused: list[str]
) -> None:
    event = {"id": "e", "title": "T", "date": date, "evidence": evidence}
    assert rules_of(BODY, "agreement.", timeline=json.dumps({"events": [event]})) == refused


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The hall held 900 tonnes, where 320 are allowed.", "The hall held 900 tonnes, where 310 are allowed."),
        ("There were four letters.", "There were 48 letters."),
        ("The highest toll, 41, was wrong.", "The highest toll, 43, was wrong."),
    ],
)  # fmt: skip
def test_a_bare_number_is_in_the_unit_before_it_and_no_age(true: str, false: str) -> None:
    police = dict(ORGANISATIONS["organisations"][0])

    def why(words: str) -> list[Problem]:
        sheet = {"organisations": [police | {"why": words}]}
        return claims(body=BODY, organisations=json.dumps(sheet))

    assert why(true) == []
    assert why(false)
