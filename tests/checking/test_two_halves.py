"""A sentence with two times gives each half its own, and a late start gives the time at which it was due."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    The count of the Brava election, with 40 clerks, was stopped at midday on Monday because of a power cut and
    restarted at 7.15pm on Monday. The hall had opened at 9.20am, about 50 minutes late. On Sunday evening officials
    had spoken of only 300 votes. A court ruled at 8am on Monday that all boxes be opened. By Tuesday 9,400 votes
    had been counted.
"""
SHEETS = {
    "timeline": """
    events:
      - id: stopped
        title: The count is stopped
        date: 2024-09-09
        time: midday
        evidence: was stopped at midday on Monday because of a power cut
      - id: restarted
        title: TITLE
        date: 2024-09-09
        time: 7.15pm local time
        summary: SUMMARY
        evidence: restarted at 7.15pm on Monday
      - id: opened
        title: The hall opens
        date: 2024-09-09
        time: 9.20am local time
        date_from: The day of the count.
        summary: DELAY
        evidence: The hall had opened at 9.20am, about 50 minutes late
""",
    "figures": """
    figures:
      - id: votes
        label: Votes counted
        value: 9,400
        unit: votes
        kind: measured
        evidence: By Tuesday 9,400 votes had been counted
        history:
          - date: 2024-09-08
            value: 300
            evidence: On Sunday evening officials had spoken of only 300 votes
""",
}


def said(
    title: str = "The count restarts",
    summary: str = "It goes on.",
    delay: str = "It was cold.",
    brief: str = "It goes on.",
) -> list[str]:
    texts = {"TITLE": title, "SUMMARY": summary, "DELAY": delay}
    timeline = SHEETS["timeline"]
    for mark, text in texts.items():
        timeline = timeline.replace(mark, f'"{text}"')
    point = f"brief:\n  - {{what: '{brief}', why: So it is., facts: [votes, restarted]}}"
    found = claims(point, body=BODY, timeline=timeline, figures=SHEETS["figures"])
    return [problem.found for problem in found]


@pytest.mark.parametrize(
    "true",
    [
        {"summary": "It had been stopped at midday on Monday."},
        {"summary": "It had been stopped at noon."},
        {"title": "The count, stopped at midday on Monday, restarts"},
        {"title": "The count, stopped at midday, restarts"},
        {"title": "The count restarts in the evening"},
        {"delay": "It should have opened at about 8.30am."},
        {"delay": "It was due to open half an hour after the ruling of the court."},
        {"brief": "On Sunday evening only 300 votes were known."},
    ],
)
def test_a_text_has_the_time_of_the_other_half(true: dict[str, str]) -> None:
    assert said(**true) == []


@pytest.mark.parametrize(
    ("false", "words"),
    [
        ({"title": "The count restarts at midday"}, "at midday"),
        ({"summary": "The count restarted at midday on Monday."}, "midday on Monday"),
        ({"title": "The count restarts at 9.20am"}, "9.20am"),
        ({"delay": "It should have opened at about 10.10am."}, "10.10"),
        ({"delay": "It was due to open 70 minutes after the ruling of the court."}, "70 minutes"),
        ({"brief": "The count restarted at midday on Monday."}, "midday on Monday"),
    ],
)
def test_not_that_of_something_else(false: dict[str, str], words: str) -> None:
    assert any(words in found for found in said(**false))
