"""A number, date or time of day of the article does not stand for another of its numbers, dates or times."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    The quay at Oster slid into the harbour at 5.40am on Monday, after 29 hours of rain. At noon on Monday
    the mayor spoke of 14 dead. By Tuesday evening crews had recovered 31 bodies, and 22 people were still
    missing. A cook was found alive under the sheds at 3.20pm on Tuesday. Two boats left on Tuesday morning,
    and the wounded were taken to Hale on Monday night. The pumps ran for 45 hours.

    The council votes on a new quay on 8 October, and a hearing is set for 24 September in the town hall. It
    is the first vote since 2016; the rules are of 2011. The road is closed in four places, and 300 people
    sleep in two schools. The port carried 51,000 tonnes in fiscal 2023, down from 64,000 in fiscal 2022.
"""
TIMELINE = """
    events:
      - id: slide
        title: The quay slides into the harbour
        date: 2024-09-09
        time: 5.40am
        evidence: The quay at Oster slid into the harbour at 5.40am on Monday
      - id: rescue
        title: A cook is found alive
        date: 2024-09-10
        time: 3.20pm
        evidence: A cook was found alive under the sheds at 3.20pm on Tuesday
      - id: vote
        title: The council votes
        expected:
          - window: 2024-10-08
        evidence: The council votes on a new quay on 8 October
"""
FIGURES = """
    figures:
      - id: dead
        label: People killed
        value: 31
        unit: people
        kind: measured
        as_of: 2024-09-10
        evidence: By Tuesday evening crews had recovered 31 bodies
        history:
          - {date: 2024-09-09, value: 14, evidence: At noon on Monday the mayor spoke of 14 dead}
      - id: missing
        label: People missing
        value: 22
        unit: people
        kind: measured
        evidence: 22 people were still missing
      - id: cargo
        label: Cargo
        value: 51,000
        unit: tonnes
        kind: measured
        period: 2022-07/2023-06
        evidence: carried 51,000 tonnes in fiscal 2023
        history:
          - {date: 2021-07/2022-06, value: 64000, evidence: "64,000 in fiscal 2022"}
"""


def refused(what: str, facts: str = "slide") -> list[str]:
    """The rules that a point of the brief breaks."""
    sheets = {"timeline": TIMELINE, "figures": FIGURES}
    point = f"brief:\n  - {{what: '{what}', why: It did., facts: {facts}}}"
    found = claims(point, body=BODY, **sheets)
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The slide left 31 dead and 22 missing.", "The slide left 22 dead and 31 missing."),
        ("At least 31 people are dead.", "At least 22 people are dead."),
        ("The search for 22 missing people goes on.", "The search for 31 missing people goes on."),
        ("The road is closed in four places.", "The road is closed in two places."),
        ("It slid after 29 hours of rain.", "It slid after 45 hours of rain."),
        ("The council votes on 8 October.", "The council votes on 24 September."),
        ("It is the first vote since 2016.", "It is the first vote since 2011."),
        ("It slid at 5.40am.", "It slid at 3.20pm."),
        ("It slid before dawn on Monday.", "It slid on Monday evening."),
        ("It carried 51,000 tonnes in fiscal 2023.", "It carried 51,000 tonnes in fiscal 2022."),
        ("There were 14 dead on Monday.", "There were 14 dead on Tuesday."),
    ],
)
def test_each_is_that_of_its_own_words(right: str, wrong: str) -> None:
    facts = "[slide, dead, missing, cargo]"
    assert refused(right, facts) == []
    assert len(refused(wrong, facts)) > 0


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("A cook was found alive on Tuesday afternoon.", True),
        ("A cook was found alive on Tuesday morning.", False),
        ("A cook was found alive on Monday night.", False),
        ("Nobody was found alive since 3.20pm.", True),
        ("Nobody was found alive since 5.40am.", False),
    ],
)
def test_a_point_has_the_time_of_its_own_event(text: str, is_true: bool) -> None:
    assert (refused(text, "rescue") == []) is is_true


@pytest.mark.parametrize(
    "text",
    [
        "A quay slid and 300 people sleep in two schools.",
        "The slide killed 31 people, more than the 14 of which the mayor spoke.",
        "Two boats left on Tuesday morning.",
        "The council votes on 8 October, after a hearing on 24 September.",
        "The pumps ran for 45 hours.",
        "The rules are of 2011.",
        "The cargo was 64,000 tonnes in fiscal 2022.",
    ],
)
def test_what_a_text_says_of_something_else_stands(text: str) -> None:
    assert refused(text, "[slide, vote]") == []


def test_who_may_be_dead_is_counted_among_the_missing() -> None:
    body = BODY.replace("were still missing", "were still missing and feared dead")
    assert claims(standfirst="The slide left 22 people feared dead.", body=body) == []


def test_what_became_another_number_keeps_its_words() -> None:
    body = "The zone had a radius of 3km until noon, when it was widened to 5km."
    assert claims(standfirst="The zone now has a radius of 5km.", body=body) == []


TOLLS = """
    Crews have recovered 31 bodies, the port authority said; the divers count 34. At noon it was 14. The port's
    budget is $96 million, 4 percent bigger than last year's, and a quay costs $24 million. It was to cost $16 million.
    A third of the sheds are empty.
"""
GIVEN = """
    figures:
      - id: dead
        label: People killed
        value: 31
        unit: people
        kind: official claim
        by: authority
        evidence: Crews have recovered 31 bodies
        history:
          - {date: 2024-09-09, value: 14, date_from: noon, evidence: At noon it was 14}
        values:
          - {value: 34, by: divers, evidence: the divers count 34}
      - id: cost
        label: Cost of a quay
        value: 24 million
        unit: USD
        kind: measured
        evidence: a quay costs $24 million
        history:
          - {date: 2023, value: 16 million, date_from: the plan, evidence: It was to cost $16 million}
"""
BODIES = """
    organisations:
      - id: authority
        name: Port authority
        what: It counts the dead.
        why: It keeps the count.
        evidence: the port authority said
      - id: divers
        name: Divers
        what: Those who search the harbour.
        evidence: the divers count 34
"""


@pytest.mark.parametrize(
    ("title", "is_true"),
    [
        ("Toll of the slide rises to 31", True),
        ("Toll of the slide rises to 14", False),
        ("Toll of the slide rises to 34", False),
        ("Toll of the slide rises to 34, divers say", True),
        ("Toll of the slide rises from 14 to 31", True),
        ("14 dead in a slide", False),
    ],
)
def test_a_headline_has_the_value_of_now(title: str, is_true: bool) -> None:
    found = claims(title=title, body=TOLLS, figures=GIVEN, organisations=BODIES)
    assert ([problem.rule for problem in found] == []) is is_true


@pytest.mark.parametrize(
    ("why", "is_true"),
    [
        ("Its count of the dead is 31.", True),
        ("Its count of the dead is 34.", False),
        ("Its count of the dead is 31, not 34.", True),
        ("The divers’ count of 34 is higher.", True),
    ],
)
def test_what_is_theirs_is_the_number_that_they_gave(why: str, is_true: bool) -> None:
    sheet = BODIES.replace("It keeps the count.", why)
    found = claims(body=TOLLS, figures=GIVEN, organisations=sheet)
    assert ([problem.rule for problem in found] == []) is is_true


@pytest.mark.parametrize(
    ("standfirst", "is_true"),
    [
        ("It is 4 percent more than last year.", True),
        ("It is 4 percent less than last year.", False),
        ("A quay costs $24 million, a half more than the $16 million of the plan.", True),
        ("A quay costs $24 million, a third more than the $16 million of the plan.", False),
        ("A quay costs $24 million, 60 percent more than the $16 million of the plan.", False),
    ],
)
def test_a_comparison_goes_as_far_and_the_way_that_it_says(standfirst: str, is_true: bool) -> None:
    found = claims(standfirst=standfirst, body=TOLLS, figures=GIVEN, organisations=BODIES)
    assert ([problem.rule for problem in found] == []) is is_true


@pytest.mark.parametrize(
    ("what", "is_true"),
    [
        ("The cost rose to $24 million.", True),
        ("The cost rose to $16 million.", False),
        ("The cost was $16 million.", True),
        ("It was to cost $16 million in 2023.", True),
    ],
)
def test_what_something_rises_to_is_its_value_of_now(what: str, is_true: bool) -> None:
    point = f"brief:\n  - {{what: '{what}', why: It did., facts: cost}}"
    found = claims(point, body=TOLLS, figures=GIVEN, organisations=BODIES)
    assert ([problem.rule for problem in found] == []) is is_true
