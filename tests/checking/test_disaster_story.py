"""A story of a mine that fell in: numbers of people, of things and of lengths are not each other's."""

from __future__ import annotations

import json
from collections.abc import Mapping
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


LATER: Final = """
    Rescue workers counted eleven dead by noon on Monday and 16 by Tuesday evening, and 19 are now known to have died.
    The number of missing was put at 34 on Monday. The dead include two guards, Ola Vik, 31, and Nils Berg, 44.

    Some three-quarters of the shaft fell in, and the floor sank by 0.6 metres. Pumps began on Tuesday to drain
    what is left of the shaft, a job that takes eight days. A report is due on 11 October. Four people are missing.
"""
COUNTED: Final = {
    **DEAD,
    "evidence": "19 are now known to have died",
    "history": [
        {"date": "2024-09-09", "value": 11, "evidence": "eleven dead by noon on Monday"},
        {"date": "2024-09-10", "value": 16, "evidence": "16 by Tuesday evening"},
    ],
}
PUMPS: Final = {
    "id": "pumps", "title": "Pumps drain the shaft", "date": "2024-09-10",
    "evidence": "Pumps began on Tuesday to drain what is left of the shaft",
}  # fmt: skip
COUNT: Final = {
    "id": "count", "title": "Eleven are dead", "date": "2024-09-09",
    "evidence": "Rescue workers counted eleven dead by noon on Monday and 16 by Tuesday evening",
}  # fmt: skip


def said_of(sheet: str, fact: Mapping[str, object], **texts: str) -> list[Problem]:
    return claims(body=LATER, **{sheet: json.dumps({_LISTS[sheet]: [{**fact, **texts}]})})


_LISTS: Final = {"figures": "figures", "timeline": "events"}


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Two of the dead are guards.", "Two of the injured are guards."),
        ("Eleven by noon on Monday, then 16, then 19.", "Twelve by noon on Monday, then 15, then 19."),
        (
            "Eleven were counted by noon on Monday, five more by Tuesday evening.",
            "Eleven were counted by noon on Monday, four more by Tuesday evening.",
        ),
        ("Four people are missing, so it could reach 23.", "Four people are missing, so it could reach 24."),
    ],
)  # fmt: skip
def test_a_part_an_addition_and_a_sum_are_no_other_totals(true: str, false: str) -> None:
    assert said_of("figures", COUNTED, description=true) == []
    assert said_of("figures", COUNTED, description=false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("A quarter of the shaft is left.", "A third of the shaft is left."),
        ("The floor sank by 60 centimetres.", "The floor sank by 6 centimetres."),
    ],
)
def test_the_rest_of_a_share_and_a_metric_unit_are_worked_out(true: str, false: str) -> None:
    assert said_of("timeline", PUMPS, summary=true) == []
    (problem,) = said_of("timeline", PUMPS, summary=false)
    assert problem.rule == "claim.quantity"


def test_a_title_with_the_dead_and_the_missing_is_not_held_to_another_toll() -> None:
    assert said_of("timeline", COUNT, title="Eleven people are dead and 34 missing") == []
    (problem,) = said_of("timeline", COUNT, title="Eleven people are dead and 44 missing")
    assert "16" not in problem.found + problem.fix


def test_no_date_of_something_else_is_offered() -> None:
    (problem,) = said_of("timeline", PUMPS, summary="If so, it is over by 18 October.")
    assert problem.rule == "claim.date"
    assert problem.related == ()
    (problem,) = said_of("timeline", PUMPS, summary="A report is due on 18 October.")
    assert [each.note for each in problem.related] == ["the article says “11 October”"]


def test_what_follows_from_a_refused_value_is_not_reported_beside_it() -> None:
    left = {"id": "left", "label": "Left", "kind": "estimate", "value": 4, "unit": "people"}
    left |= {"derived": {"how": "found - dead"}}
    found = {"id": "found", "label": "Found", "kind": "measured", "value": 23, "unit": "people"}
    found |= {"evidence": "16 by Tuesday evening"}
    sheet = json.dumps({"figures": [COUNTED | {"value": 18}, found, left]})
    refused = [*rules_of(LATER, "agreement.", figures=sheet), *rules_of(LATER, "derived.", figures=sheet)]  # fmt: skip
    assert set(refused) == {"agreement.value"}


NIGHT: Final = """
    The order to clear the village was given at 1.05am. The roof fell in at 1.32am, and dust rose.

    Inspectors advised that props be set two metres apart; the owner said that it had put them 0.8 metres apart.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "The order came at 1.05am, and the roof fell in at 1.32am.",
            "The order came at 1.32am, and the roof fell in at 1.05am.",
        ),
        (
            "Inspectors advised two metres; the owner had put them at 0.8 metres.",
            "Inspectors advised 0.8 metres; the owner had put them at two metres.",
        ),
    ],
)
def test_two_numbers_or_times_are_not_crossed(true: str, false: str) -> None:
    assert claims(standfirst=true, body=NIGHT) == []
    found = claims(standfirst=false, body=NIGHT)
    assert [problem.rule for problem in found] == ["claim.quantity"] * 2
