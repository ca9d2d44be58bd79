"""A story of a mine that fell in: numbers of people, of things and of lengths are not each other's."""

from __future__ import annotations

import json
from typing import Final

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims
from tests.small_site import rules as rules_of

BODY: Final = """
    Two more bodies were found on Tuesday, bringing to 19 the number of people known to have died in the Holt mine.
    Six people are still missing and 52 have been treated for injuries, 14 of them serious. Rescue workers counted
    eleven dead on Monday. The search, by 310 people with 16 drills, goes on.

    The roof had creaked for 40 minutes. Half of the seam fell in less than 36 minutes, after 90mm of rain.
"""
DEAD: Final = {
    "id": "dead", "label": "People known to have died", "kind": "measured", "value": 19, "unit": "people",
    "evidence": "bringing to 19 the number of people known to have died",
    "history": [{"date": "2024-09-09", "value": 11, "evidence": "eleven dead on Monday"}],
}  # fmt: skip


def headline(words: str) -> list[Problem]:
    return claims(title=words, body=BODY, figures=json.dumps({"figures": [DEAD]}))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Six people still missing", "52 people still missing"),
        ("Six people still missing", "14 people still missing"),
        ("Holt mine, 19 dead, six missing", "Holt mine, 19 dead, 52 missing"),
        ("They bring the number of dead to 19", "They bring the number of missing to 19"),
        ("52 people hurt, 14 of them badly", "Six people hurt, 14 of them badly"),
        ("Death toll from Holt mine rises to 19", "Death toll from Holt mine rises to 11"),
        ("Toll rises to 19 after Holt mine falls in", "Toll rises to 11 after Holt mine falls in"),
        ("Toll rises to 19 from eleven", "Toll rises to 11 from three mines"),
        ("A search by 310 people and 16 drills", "A search by 16 people and 310 drills"),
        ("The roof creaked for 40 minutes", "The roof creaked for 19 minutes"),
        ("Rain of 90mm", "Rain of 11mm"),
        ("The seam fell in less than 36 minutes", "The seam fell in 18 minutes"),
    ],
)
def test_a_number_is_of_what_the_article_counts(true: str, false: str) -> None:
    assert headline(true) == []
    assert {problem.rule for problem in headline(false)} == {"claim.quantity"}


def test_where_the_number_or_the_fate_may_be_wrong_neither_is_offered() -> None:
    (problem,) = headline("52 people still missing")
    assert problem.found.endswith("but that number counts other people")
    assert "six" not in f"{problem.fix} {problem.related}".lower()


@pytest.mark.parametrize(
    ("label", "evidence", "value", "is_so"),
    [
        ("People treated", "52 have been treated for injuries", "52", True),
        ("People injured", "52 have been treated for injuries", "52", True),
        ("People missing", "52 have been treated for injuries", "52", False),
        ("People missing", "Six people are still missing", "6", True),
        ("People badly injured", "14 of them serious", "14", True),
        ("People who died of injuries", "14 of them serious", "14", False),
        ("People found dead by rescuers", "Rescue workers counted eleven dead", "11", True),
    ],
)
def test_a_label_tells_the_fate_that_its_evidence_does(
    label: str, evidence: str, value: str, is_so: bool
) -> None:
    own = {"id": "f", "label": label, "kind": "measured", "unit": "people", "value": value}
    sheet = json.dumps({"figures": [own | {"evidence": evidence}]})
    found = rules_of(BODY, "agreement.", figures=sheet)
    assert found == ([] if is_so else ["agreement.unit"])
