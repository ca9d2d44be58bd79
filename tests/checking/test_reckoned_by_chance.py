"""A number that two others happen to give is wrong where the article has another of what the text tells."""

from __future__ import annotations

import json

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    The port spent €4.5m on a crane and €2.7m on a shed. Its reserve, which was €14.7m in May, fell to €8.4m in
    August. A landslide at Lesk in 1987 killed 71 people and cut off 22 people for 31 hours; in all 640 people
    were moved, 412 of them by boat. Revenue rose 7% to €61.2m and costs rose 5%.
"""
EVIDENCE = {
    "crane": "The port spent €4.5m on a crane",
    "reserve": "Its reserve, which was €14.7m in May, fell to €8.4m in August",
    "slide": "A landslide at Lesk in 1987 killed 71 people and cut off 22 people for 31 hours",
    "moved": "in all 640 people were moved, 412 of them by boat",
}


def said_of(fact: str, text: str, field: str = "summary") -> list[Problem]:
    event = {"id": "e", "title": "News", "date": "2024-09-09", "date_from": "the day"}
    event |= {"evidence": EVIDENCE[fact], field: text}
    return claims(body=BODY, timeline=json.dumps({"events": [event]}))


@pytest.mark.parametrize(
    ("fact", "text", "now"),
    [
        ("crane", "The crane took €4.5m", "The crane took €1.8m"),
        ("crane", "The crane took €4.5m", "The crane took €7.2m"),
        ("reserve", "The reserve is down to €8.4m", "The reserve is down to €6.3m"),
        ("slide", "Landslide kills 71 people", "Landslide kills 93 people"),
        ("moved", "They moved 640 people", "They moved 228 people"),
    ],
)
@pytest.mark.parametrize("field", ["title", "summary"])
def test_what_a_fact_rests_on_gives_the_number(fact: str, text: str, now: str, field: str) -> None:
    assert said_of(fact, text, field) == []
    (problem,) = said_of(fact, now, field)
    assert "but of this the article says" in problem.found


@pytest.mark.parametrize(("true", "false"), [("rose 7%", "rose 12%"), ("rose 7%", "rose 2%")])
def test_so_does_a_sentence_of_the_article_that_has_all_its_words(true: str, false: str) -> None:
    text = "But revenue {}, and a shed was built."
    assert claims(body=BODY, standfirst=text.format(true)) == []
    assert len(claims(body=BODY, standfirst=text.format(false))) == 1


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("crane", "The crane cost €1.8m more than the shed"),
        ("crane", "Crane and shed came to €7.2m together"),
        ("reserve", "The reserve shrank by €6.3m"),
        ("slide", "The village was alone for 31 hours"),
        ("moved", "The remaining 228 people went by road"),
    ],
)
def test_a_text_that_reckons_is_left_alone(fact: str, text: str) -> None:
    assert said_of(fact, text) == []
