"""A text of a fact has the number that the fact's own evidence gives of the same, not another of the article."""

from __future__ import annotations

import json

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    At dawn the coast guard had it at 14. By dusk the harbour office said that 23 people had drowned and 51 were
    missing. On Tuesday it cut the number of missing to 37. Four of the injured were taken to Lesk, after 19 hours of
    rain; six were treated at sea. The ferry had left port after 26 hours of repairs.
"""


def said_of(text: str, evidence: str, field: str = "title", body: str = BODY) -> list[Problem]:
    event = {"id": "e", "title": "News of the wreck", "date": "2024-09-09", "evidence": evidence}
    event[field] = text
    found = claims(body=body, timeline=json.dumps({"events": [event]}))
    assert all(problem.position.path == "b/timeline.yaml" for problem in found)
    return found


@pytest.mark.parametrize(
    ("text", "evidence", "other", "own"),
    [
        ("Coast guard puts the toll at 14", "the coast guard had it at 14", "23", "14"),
        ("The office has 23 dead", "23 people had drowned", "37", "23 people"),
        ("23 dead and 51 missing", "23 people had drowned and 51 were missing", "14", "23 people"),
        ("Missing cut from 51 to 37", "it cut the number of missing to 37", "14", "37"),
        (
            "Four of the injured reach Lesk",
            "Four of the injured were taken to Lesk",
            "Six",
            "Four of the injured",
        ),
    ],
)
def test_the_title_of_an_event_has_the_number_of_its_evidence(
    text: str, evidence: str, other: str, own: str
) -> None:
    assert said_of(text, evidence) == []
    (problem,) = said_of(text.replace(own.partition(" ")[0], other), evidence)
    assert problem.rule == "claim.quantity"
    assert problem.found.endswith(f"but of this the article says “{own}”")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Missing cut from 51 to 37", "it cut the number of missing to 37"),
        ("The toll rises from 14 to 23", "23 people had drowned"),
        ("Three reasons for a wreck", "six were treated at sea"),
    ],
)
def test_a_title_may_give_other_numbers_beside_it(text: str, evidence: str) -> None:
    assert said_of(text, evidence) == []


def test_a_summary_has_the_number_that_its_sentence_tells_of_the_same() -> None:
    rain = "Four of the injured were taken to Lesk"
    assert said_of("It came after 19 hours of rain.", rain, "summary") == []
    (problem,) = said_of("It came after 26 hours of rain.", rain, "summary")
    assert "but of this the article says “19 hours”" in problem.found


def test_a_summary_may_tell_what_was_before() -> None:
    assert said_of("It was 14 at dawn.", "23 people had drowned and 51 were", "summary") == []


DOCK = """
    The storm raised the toll, 14 at dawn, to 23. They passed it 9-8.

    Of the crew 51 were missing on Monday after 19 hours of rain. Four of the injured were taken to Lesk, in the rain.
    The ferry had left port after 26 hours of repairs. Lesk has 12,431 people, of whom 1,131 people left.

    The council, which has 17 members, sat in Lesk. One boat had brought what was found.
"""


@pytest.mark.parametrize(
    ("field", "text", "evidence"),
    [
        ("title", "Toll rises to 23", "the toll, 14 at dawn, to 23"),
        ("summary", "Two sisters were taken to Lesk.", "Four of the injured were taken to Lesk"),
        ("title", "11,300 people stay", "Lesk has 12,431 people"),
        (
            "summary",
            "The ferry left port on Monday in rain after 26 hours of repairs.",
            "after 19 hours of rain",
        ),
        ("summary", "It had been mended for 26 hours.", "after 19 hours of rain"),
        ("title", "Council passes it 9-8", "which has 17 members"),
        ("title", "Rain ends with a toll of 23", "after 19 hours of rain"),
        ("title", "The toll is 23", "One boat had brought what was found"),
    ],
)
def test_a_text_may_have_a_number_of_something_else(field: str, text: str, evidence: str) -> None:
    assert said_of(text, evidence, field, DOCK) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Two sisters were treated at sea.", "six were treated at sea"),
        (
            "At dawn the coast guard had it at 14 before the harbour office spoke.",
            "23 people had drowned",
        ),
    ],
)
def test_a_summary_may_count_and_may_tell_more(text: str, evidence: str) -> None:
    assert said_of(text, evidence, "summary") == []


def test_a_title_has_each_of_the_numbers_of_its_evidence() -> None:
    evidence = (
        "Four of the injured were taken to Lesk, after 19 hours of rain; six were treated at sea"
    )
    assert said_of("Four taken to Lesk, six treated at sea", evidence) == []
    (problem,) = said_of("Four taken to Lesk, 14 treated at sea", evidence)
    assert problem.found.endswith("but of this the article says “six”")


DROWNED = "The toll was 14 at dawn. By dusk 23 people had drowned. Once it was 51."
SUNK = "By dusk 23 people had drowned, 40 boats sank. The dock held 51 boats."


@pytest.mark.parametrize(
    ("body", "right", "wrong", "own"),
    [
        # Two numbers are not in the evidence: what the toll rose to is at fault.
        (DROWNED, "Storm lifts toll from 14 to 23", "Storm lifts toll from 14 to 51", "23 people"),
        # One of the two is.
        (SUNK, "Storm drowns 23 and sinks 40", "Storm drowns 23 and sinks 51", "40 boats"),
    ],
)
def test_of_two_numbers_the_one_that_the_evidence_lacks_is_at_fault(
    body: str, right: str, wrong: str, own: str
) -> None:
    evidence = "By dusk 23 people had drowned" + (", 40 boats sank" if body is SUNK else "")
    assert said_of(right, evidence, body=body) == []
    (problem,) = said_of(wrong, evidence, body=body)
    assert f"“{own}”" in problem.found


LEFT = (
    "By dusk 23 people had drowned. At sea 14 people were injured. By dusk 20 to 30 boats had left the harbour. "
    "At noon 14 boats had left. The road was 12 km long. In the end it was 7 km."
)


@pytest.mark.parametrize(
    ("title", "evidence"),
    [
        # The injured are not the drowned.
        ("14 people injured by dusk", "By dusk 23 people had drowned"),
        # A range is no other number of the same.
        ("14 boats leave by noon, more by dusk", "By dusk 20 to 30 boats had left the harbour"),
        # A length may be worked out.
        ("Road loses five kilometres", "The road was 12 km long. In the end it was 7 km"),
    ],
)
def test_a_title_may_have_what_is_not_counted_alike(title: str, evidence: str) -> None:
    assert said_of(title, evidence, body=LEFT) == []


def test_a_title_has_the_toll_of_its_evidence_whatever_else_is_wrong_in_it() -> None:
    evidence = "By dusk 23 people had drowned"
    assert said_of("Toll of 14, then 23 dead", evidence, body=DROWNED) == []
    (problem,) = said_of("Toll of 14, then 51 dead", evidence, body=DROWNED)
    assert problem.found.endswith("but of this the article says “23 people”")


def test_a_clause_of_few_words_has_half_of_them_in_common() -> None:
    body = "After the storm 23 boats came home to the old harbour. The yard has 14 boats."
    assert said_of("In all 23 came.", "23 boats came home", "summary", body) == []
    assert said_of("In all 14 came.", "23 boats came home", "summary", body)


def test_what_a_figure_was_before_has_no_words_of_its_own() -> None:
    toll = {
        "id": "toll",
        "label": "Toll of the wreck",
        "value": 23,
        "unit": "people",
        "kind": "measured",
        "as_of": "2024-09-10",
        "evidence": "By dusk 23 people had drowned",
        "history": [{"date": "2024-09-09", "value": 14, "evidence": "The toll was 14 at dawn"}],
    }
    event = {
        "id": "e",
        "title": "News of the wreck",
        "date": "2024-09-10",
        "evidence": toll["evidence"],
    }

    def of(summary: str) -> list[str]:
        timeline = json.dumps({"events": [{**event, "summary": summary}]})
        figures = json.dumps({"figures": [toll]})
        return [each.rule for each in claims(body=DROWNED, timeline=timeline, figures=figures)]

    assert of("By dusk 23 people had drowned.") == []
    assert of("By dusk 14 people had drowned.") == ["claim.quantity"]
