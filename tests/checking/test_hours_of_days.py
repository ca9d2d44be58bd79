"""A clock time has the day that it has in the article, and no clock time is made up."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims
from tests.small_site import problems

BODY = """
    The dam gave way at 5.18am on Monday, more than 20 hours after the rain had begun. At 8am on Monday the valley was
    empty. The last boat left at 3.40pm on Tuesday, and 25 minutes later the road was closed. The council met on
    Tuesday night.
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("It broke at 5.18am on Monday.", "It broke at 5.18am on Tuesday."),
        ("It broke on Monday at 5.18am.", "It broke on Tuesday at 5.18am."),
        ("It was empty by 8am on Monday.", "It was empty by 8am on Tuesday."),
        ("Boats left until 3.40pm on 10 September.", "Boats left until 3.40pm on 9 September."),
    ],
)
def test_a_clock_time_has_its_own_day(right: str, wrong: str) -> None:
    assert claims(standfirst=right, body=BODY) == []
    (problem,) = claims(standfirst=wrong, body=BODY)
    assert (problem.position.path, problem.position.line) == ("b/article.md", 3)
    assert "but of this the article says" in problem.found


def test_a_clock_time_without_a_day_in_the_article_may_have_any() -> None:
    body = "The dam gave way on Monday. The valley was empty at 8am. All came back on Tuesday."
    assert claims(standfirst="It was empty at 8am on Monday.", body=body) == []


@pytest.mark.parametrize("time", ["5.18am", "3.40pm", "4.05pm", "shortly after 5.15am"])
def test_a_clock_time_of_the_article_or_one_that_a_length_leads_to(time: str) -> None:
    assert claims(standfirst=f"It was over at {time}.", body=BODY) == []


@pytest.mark.parametrize("time", ["5.38am", "7.05am", "3.18am", "11.10pm"])
def test_not_one_that_a_long_length_comes_near_to(time: str) -> None:
    (problem,) = claims(standfirst=f"It was over at {time}.", body=BODY)
    assert problem.rule == "claim.quantity"


@pytest.mark.parametrize(
    ("time", "is_refused"), [("night", False), ("evening", False), ("morning", True)]
)
def test_what_was_at_night_was_in_no_morning(time: str, is_refused: bool) -> None:
    own = {"id": "e", "title": "The council meets", "date": "2024-09-10", "time": time}
    sheet = json.dumps({"events": [{**own, "evidence": "The council met on\nTuesday night"}]})
    assert bool(problems(BODY, "agreement.time", timeline=sheet)) is is_refused
