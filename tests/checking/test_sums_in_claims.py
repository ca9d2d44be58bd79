"""Sums within a sentence, prices before a change, last times, and hedges that the words imply."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims
from tests.small_site import rules

BODY = """
    Nineteen people are now known to have died and five are still missing. It is the third correction
    in as many weeks. The state sent six investigators, who have to report within 40 days.

    Tickets fell 20 percent to $36. At noon there were 11 boats.
"""
DEAD = "Nineteen people are now known to have died"


def refused(standfirst: str) -> list[str]:
    return [problem.rule for problem in claims(standfirst=standfirst, body=BODY)]


@pytest.mark.parametrize(
    ("standfirst", "is_right"),
    [
        ("The toll may rise to 24.", True),
        ("As many as 24 people are feared dead.", True),
        ("The toll rises to 24.", False),
        ("The toll may rise to 25.", False),
        ("A ticket cost $45 before.", True),
        ("A ticket cost $48 before.", False),
        ("The toll was corrected three times.", True),
        ("It is the fourth time in three weeks that the toll was corrected.", False),
        ("It is the third time in three weeks that the toll was corrected.", True),
        ("Two investigations begin.", True),
        ("At least 19 people have died.", True),
        ("At least 11 boats were there.", False),
        ("A report is due in up to 40 days.", True),
        ("The dead and the missing add up to 24 people.", True),
    ],
)
def test_a_text_may_say_what_follows(standfirst: str, is_right: bool) -> None:
    assert bool(refused(standfirst)) is not is_right


@pytest.mark.parametrize(
    ("caveat", "is_right"),
    [
        ("Of these, 18 died at sea and one in hospital.", True),
        ("Of these, 15 died at sea and four in hospital.", True),
        ("Of these, 16 died at sea and one in hospital.", False),
    ],
)
def test_a_text_may_divide_the_number_of_its_figure(caveat: str, is_right: bool) -> None:
    own = {"id": "dead", "label": "People killed", "kind": "official claim", "value": 19}
    own |= {"unit": "people", "caveat": caveat, "evidence": DEAD}
    figures = json.dumps({"figures": [own]})
    assert bool(rules(BODY, "claim.", figures=figures)) is not is_right


@pytest.mark.parametrize(
    ("hedge", "words", "found"),
    [
        ("up to", "report within 40 days", []),
        (None, "report within 40 days", []),
        ("at least", "report within 40 days", ["agreement.hedge"]),
    ],
)
def test_within_is_up_to(hedge: str | None, words: str, found: list[str]) -> None:
    own = {"id": "f", "label": "Time", "kind": "target", "value": 40, "unit": "days"}
    own |= {"evidence": words} | ({"hedge": hedge} if hedge else {})
    assert rules(BODY, "agreement.", figures=json.dumps({"figures": [own]})) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("By noon on Thursday six are missing", []),
        ("At noon on Thursday six are known to be missing", []),
        ("By noon on Friday six are missing", ["claim.date"]),
    ],
)
def test_a_weekday_of_a_title_is_that_of_its_event(title: str, found: list[str]) -> None:
    body = "The pier fell at 1am on Thursday. By noon six were missing."
    own = {"id": "e", "title": title, "date": "2024-09-05", "evidence": "By noon six were missing"}
    own["date_from"] = "the day on which the pier fell"
    assert rules(body, "claim.", timeline=json.dumps({"events": [own]})) == found


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("The list has 209 names", []),
        ("The list has 209 people in all", []),
        ("The list has 208 names", ["claim.quantity"]),
        ("The list has 209 boats", ["claim.quantity"]),
        ("The list has 227 names", ["claim.quantity"]),
    ],
)
def test_two_groups_of_people_that_the_article_adds_are_so_many(
    title: str, refused: list[str]
) -> None:
    body = "The list has 187 passengers and 22 crew. The port has 40 sailors."
    assert [problem.rule for problem in claims(title=title, body=body)] == refused
