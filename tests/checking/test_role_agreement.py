"""A role is the office that the article gives the person, if it gives any of the list of offices."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems

BODIES = """
organisations:
  - {id: mills, name: Lesk Mills, what: A firm, evidence: Lesk Mills}
  - {id: orr, name: Orr and Sons, what: A broker, evidence: Orr and Sons}
"""
MILLS = """
    Lesk Mills made a loss, said Fia Hark, the chief executive.

    Imre Satt, the finance director, blamed the price of flour, and so did the treasurer.

    “It will pass,” said the chairman, Rob Airey, who has a farm. The mayor, Jo Tarn, agreed.

    Lucy Pem, of Orr and Sons, did not.
"""


def found(article: str, role: str, evidence: str, **fields: str) -> list[str]:
    """What is said of the role of the only person in a sheet."""
    name = next(each for each in NAMES if each in evidence)
    person = {"id": "p", "name": name, "role": role, "why": "A", "evidence": evidence, **fields}
    bodies = BODIES if "Orr" in article else "organisations: []"
    sheet = json.dumps({"people": [person]})
    every = problems(article, "agreement.role", people=sheet, organisations=bodies)
    return [each.found for each in every]


NAMES = ("Fia Hark", "Imre Satt", "Rob Airey", "Jo Tarn", "Lucy Pem", "Ana Berg")


@pytest.mark.parametrize(
    ("evidence", "true", "false"),
    [
        ("Fia Hark, the chief executive", "Chief executive of Lesk Mills", "Chairwoman"),
        ("Fia Hark, the chief executive", "Managing director", "Deputy chief executive"),
        ("Imre Satt, the finance director", "Chief financial officer", "Chief executive"),
        ("Imre Satt, the finance director", "Treasurer", "Marketing director of Lesk Mills"),
        ("the chairman, Rob Airey", "Chair of Lesk Mills", "Finance director of Lesk Mills"),
        ("The mayor, Jo Tarn", "Mayor of Lesk", "Deputy mayor of Lesk"),
        ("The mayor, Jo Tarn", "Mayor", "Prime minister"),
    ],
)
def test_it_is_not_another_one_than_that_beside_the_name(
    evidence: str, true: str, false: str
) -> None:
    assert found(MILLS, true, evidence) == []
    assert found(MILLS, false, evidence) == [
        f"the `role` of ‘p’ is “{false}”, but the article says “{evidence}”"
    ]


@pytest.mark.parametrize(
    ("said", "true", "false"),
    [
        ("Judge Ana Berg sent her to prison", "Judge", "Coroner for Lesk"),
        ("said Ana Berg, a nurse on the ward", "Nurse", "Surgeon"),
        ("said Chief Inspector Ana Berg", "Chief inspector", "Superintendent"),
        ("the goalkeeper, Ana Berg, said", "Goalkeeper", "Head coach"),
        ("Transport Minister Ana Berg said", "Minister for transport", "Health minister"),
        ("said Ana Berg, secretary of the union", "Union secretary", "Treasurer of the union"),
        ("according to Ana Berg, the deputy mayor", "Deputy mayor", "Mayor"),
    ],
)
def test_so_in_courts_wards_forces_clubs_and_cabinets(said: str, true: str, false: str) -> None:
    article = f"It rained. “It is so,” {said}."
    assert found(article, true, said) == []
    assert len(found(article, false, said)) == 1


@pytest.mark.parametrize(
    "more",
    [
        "Ms Berg is also the chief executive.",
        "The chief executive said so on Monday.",
        "Ana Berg, the chief executive, went home.",
        "She became chief executive in May.",
    ],
)
def test_what_the_article_may_say_elsewhere_stands(more: str) -> None:
    article = f"“It is so,” said Ana Berg, the finance director. {more}"
    assert found(article, "Chief executive of Lesk", "said Ana Berg, the finance director") == []


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("said Ana Berg, the former finance director", "Chief executive of Lesk"),
        ("said Ana Berg, the finance director", "Former chief executive of Lesk"),
        ("said Ana Berg, the finance director", "Aide to the chief executive"),
        ("said Ana Berg, an aide to the mayor", "Deputy mayor"),
        ("said Ana Berg, the mayor’s lawyer", "Mayor’s solicitor"),
        ("said Ana Berg, a farmer", "Chief executive of Lesk"),
        ("said Professor Ana Berg", "Director of finance"),
        ("said Ana Berg, the finance director", "Finance director and chief executive"),
        ("told the finance director, Jo Tarn, the chief executive, Ana Berg, and her aide", "Chief executive"),
    ],
)  # fmt: skip
def test_a_title_of_the_past_of_others_or_beside_another_is_no_contradiction(
    said: str, role: str
) -> None:
    assert found(f"“It is so,” {said}.", role, said) == []


def test_the_office_of_another_by_name_is_no_support() -> None:
    article = "“It is so,” said Ana Berg, the treasurer. Jo Tarn, the chair, and the president, Rob Airey, left."
    assert found(article, "Chair of the club", "said Ana Berg, the treasurer") != []


def test_the_body_of_an_office_is_the_persons_own() -> None:
    evidence = "the chairman, Rob Airey"
    assert found(MILLS, "Chairman of Lesk Mills", evidence, organisation="mills") == []
    [strange] = found(MILLS, "Chairman of Orr and Sons", evidence, organisation="mills")
    assert strange.endswith("names Orr and Sons nowhere near Rob Airey, who is of Lesk Mills")
    beside = MILLS.replace("who has a farm", "who is on the board of Orr and Sons")
    assert found(beside, "Chairman of Orr and Sons", evidence, organisation="mills") == []
