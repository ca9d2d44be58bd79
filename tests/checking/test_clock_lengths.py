"""Lengths between two clock times, and clock times that a length leads to."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims
from tests.checking.test_editor_trial import event, rules

BODY = """
    The dam at Corvey cracked at 9.48pm on Monday, ten minutes before the siren. The valley road was
    shut between 10.20pm and 11.15pm, 25 minutes late. The lake was empty at 4.05am on Tuesday.
"""
CRACKED, EMPTY = "cracked at 9.48pm on Monday", "The lake was empty at 4.05am on Tuesday"
SHEET = f"""
    events:
      - {{id: crack, title: It cracks, date: 2024-09-09, time: 9.48pm local time, evidence: "{CRACKED}"}}
      - {{id: empty, title: It is empty, date: 2024-09-10, time: 4.05am local time, summary: "SUMMARY",
         evidence: "{EMPTY}"}}
"""


def refused(summary: str) -> list[str]:
    sheet = SHEET.replace("SUMMARY", summary)
    return [problem.rule for problem in claims(body=BODY, timeline=sheet)]


@pytest.mark.parametrize(
    "summary",
    [
        "That was six hours and 17 minutes after it cracked.",
        "It took more than six hours to run out.",
        "It took just under six and a half hours to run out.",
        "It took about six hours to run out.",
        "The road had been shut five hours and 45 minutes earlier.",
    ],
)
def test_a_length_may_be_the_time_between_two_clock_times(summary: str) -> None:
    assert refused(summary) == []


@pytest.mark.parametrize(
    "summary",
    [
        "That was six hours and 27 minutes after it cracked.",
        "It took more than seven hours to run out.",
        "It took nearly seven hours to run out.",
        "It took 55 minutes to run out.",
    ],
)
def test_a_length_between_no_two_of_them_is_refused(summary: str) -> None:
    assert refused(summary)


@pytest.mark.parametrize(
    ("standfirst", "is_right"),
    [
        ("The road was shut for 55 minutes.", True),
        ("The road was shut for 45 minutes.", False),
        ("The road was shut half an hour after the crack.", True),
        ("The siren sounded at 9.58pm.", True),
        ("The siren sounded at 9.18pm.", False),
        ("The road should have been shut at 9.55pm.", True),
        ("Corvey lost its dam shortly before 10pm.", True),
        ("Corvey lost its dam shortly after 9pm.", False),
        ("Corvey lost its dam at about 9.50pm.", True),
        ("Corvey lost its dam at about 9.30pm.", False),
    ],
)
def test_so_may_one_above_the_article(standfirst: str, is_right: bool) -> None:
    assert bool(claims(standfirst=standfirst, body=BODY)) is not is_right


SAID = "It cracked at 9.48pm on Monday and the siren sounded ten minutes later."


@pytest.mark.parametrize("evidence", [SAID.rstrip("."), "the siren sounded ten minutes later"])
@pytest.mark.parametrize(
    ("time", "is_refused"),
    [("9.58pm", False), ("9.48pm", False), ("9.38pm", True), ("10.08pm", True)],
)
def test_a_time_may_be_another_and_a_length(evidence: str, time: str, is_refused: bool) -> None:
    more = {} if "Monday" in evidence else {"date_from": "the night of the crack"}
    reported = event(SAID, "2024-09-09", evidence, time=time, **more)
    assert rules(reported) == ["agreement.time"] * is_refused
