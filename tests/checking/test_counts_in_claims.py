"""Small numbers in words, votes, how often in how long, and whose council it is, in texts that readers see."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims
from tests.small_site import problems, rules

BODY = """
    Ostrow regional council passed the budget on a vote of nine to eight. It closed two of the town's
    14 library branches. Pia Holm and Ole Brandt spoke. It is the second rise in three years.

    More than 800 readers signed; two people spoke. The strike began on 3 February and ended on 29 June.
"""


def event(title: str) -> list[str]:
    own = {"id": "e", "title": title, "date": "2024-09-11", "date_from": "The day of the article"}
    own["evidence"] = "Ostrow regional council passed the budget"
    council = {"id": "council", "name": "Ostrow regional council", "aliases": ["council"]}
    council |= {"what": "The council", "evidence": "Ostrow regional council"}
    return rules(
        BODY,
        "claim.",
        timeline=json.dumps({"events": [own]}),
        organisations=json.dumps({"organisations": [council]}),
    )


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("The budget passes by nine votes to eight", []),
        ("The budget passes by one vote", []),
        ("The budget passes, and eight vote against it", []),
        ("All 17 councillors vote", []),
        ("The budget passes by two votes", ["claim.quantity"]),
        ("The budget passes by ten votes to seven", ["claim.quantity"]),
        ("All 19 councillors vote", ["claim.quantity"]),
        ("It shuts two libraries", []),
        ("It shuts four libraries", ["claim.quantity"]),
        # Nothing of the article is counted so.
        ("Two people speak", []),
        ("More than 800 people sign", []),
        ("It is the second rise in three years", []),
        ("It is the third rise in three years", ["claim.quantity"]),
        ("It is the second rise in as many years", ["claim.quantity"]),
        ("The strike lasted nearly 5 months", []),
        ("The strike lasted 21 weeks", []),
        ("The strike lasted 147 days", []),
        ("The strike lasted 6 months", ["claim.quantity"]),
        ("The strike lasted 23 weeks", ["claim.quantity"]),
        ("The strike lasted 145 days", ["claim.quantity"]),
        ("Ostrow council passes its budget", []),
        ("Divided council passes its budget", []),
        ("Cash-strapped council passes its budget", []),
        ("New council passes its budget", []),
        ("Motorway police watch", []),
        ("Hamilton council passes its budget", ["claim.name"]),
        ("Hamilton city council passes its budget", ["claim.name"]),
        ("Toronto police watch", ["claim.name"]),
    ],
)
def test_a_title_counts_as_the_article_does(title: str, refused: list[str]) -> None:
    assert event(title) == refused


def test_a_vote_that_no_article_counts_is_the_editors_own_count() -> None:
    quiet = BODY.replace(" on a vote of nine to eight", " narrowly")
    own = {"id": "e", "title": "Two votes are taken", "date": "2024-09-11", "date_from": "Today"}
    own["evidence"] = "Ostrow regional council passed the budget"
    assert problems(quiet, "claim.", timeline=json.dumps({"events": [own]})) == []


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("Blight takes up to 40 sacks from a field.", []),
        ("Blight takes 40 sacks from a field.", []),
        ("Blight takes 50 sacks from a field.", ["claim.quantity"]),
        ("Rask has won three times.", []),
        ("Mites are in 71 of the 90 hives.", []),
    ],
)
def test_an_end_of_a_range_and_what_was_counted_may_be_said(
    standfirst: str, refused: list[str]
) -> None:
    body = """
        Losses run from 15 to 40 sacks a field, double the figure for 2022. Rask won in 2019, 2021 and 2023.
        Mites are in 71 of Oster's 90 hives.
    """
    assert [problem.rule for problem in claims(standfirst=standfirst, body=body)] == refused
