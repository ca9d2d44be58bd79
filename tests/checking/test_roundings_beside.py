"""An exact number stands where the article has its rounding or a limit as well."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims

BODY = """
    The ferry company carried almost 640,000 people last summer, its best season in a decade, figures on Tuesday show.

    The island line carried 637,400 people in the season to 31 August, compared with 598,200 a year earlier.

    Under the port's rules a line may carry no more than 700,000 people in a season. It sold 212,000 tickets for cars.
    The quay has room for fewer than 90 boats; 88 boats were there on Tuesday.
"""


@pytest.mark.parametrize(
    ("title", "is_refused"),
    [
        ("Ferry company carries 637,400 people in first season of island line", False),
        ("Ferry company carries 598,200 people in first season of island line", False),
        ("Ferry company carries 673,400 people in first season of island line", True),
    ],
)
def test_a_headline_may_have_the_exact_number(title: str, is_refused: bool) -> None:
    assert bool(claims(title=title, body=BODY)) == is_refused


@pytest.mark.parametrize(
    ("title", "is_refused"),
    [
        ("Figures show that the ferry carried 637,400 people", False),
        ("Figures show that the ferry carried almost 640,000 people", False),
        ("Figures show that the ferry carried 598,200 people", True),
        ("Figures show that the ferry carried 637,900 people", True),
    ],
)
def test_so_may_the_title_of_an_event_whose_sentence_rounds_it(
    title: str, is_refused: bool
) -> None:
    event = {"id": "e", "title": title, "date": "2024-09-10", "evidence": "figures on Tuesday show"}
    assert bool(claims(body=BODY, timeline=json.dumps({"events": [event]}))) == is_refused
