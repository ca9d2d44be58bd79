"""Dates whose words need others: “that Friday”, a quarter that ends, what is put off, a year from its start."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dateline.checking import check_briefing
from tests.small_site import TODAY, briefing, problems, rules

DUE = "The toll is due by noon on Friday, 27 September."


def event(body: str, date: str, evidence: str, **fields: str) -> list[str]:
    own = {"id": "e", "title": "The toll", "evidence": evidence, **fields}
    if date > "2024-09-11":
        own["expected"] = [{"window": date}]  # type: ignore[assignment]
    else:
        own["date"] = date
    return rules(body, timeline=json.dumps({"events": [own]}))


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("Drivers pay by noon that Friday.", []),
        ("Drivers pay that Friday morning.", []),
        ("Drivers pay by noon that Thursday.", ["claim.date"]),
    ],
)
def test_that_friday_of_a_summary_is_a_day_of_its_event(summary: str, refused: list[str]) -> None:
    assert event(DUE, "2024-09-27", "by noon on Friday, 27 September", summary=summary) == refused


@pytest.mark.parametrize(
    "body",
    [
        f"{DUE} The bridge will close that Friday.",
        f"{DUE}\n\nThe bridge will close that Friday.",
    ],
)
def test_that_friday_is_of_the_sentence_or_the_paragraph_before(body: str) -> None:
    assert event(body, "2024-09-27", "will close that Friday") == []
    assert event(body, "2024-09-13", "will close that Friday") != []


@pytest.mark.parametrize(
    ("words", "date", "is_right"),
    [
        ("It lost money in the third quarter, which ended on 30 June.", "2024-06-30", True),
        ("It lost money in the third quarter, which ended on 30 June.", "2024-04/2024-06", True),
        ("It lost money in the third quarter, which ended on 30 June.", "2024-07/2024-09", False),
        ("It lost money in the quarter that ended in June.", "2024-04/2024-06", True),
        ("The opening is put off until the spring of 2025.", "2025-03/2025-05", True),
        ("The opening is put off until the spring of 2025.", "../2025-05", True),
        ("The opening is put off until the spring of 2025.", "2025-06/2025-08", False),
        ("The vote was postponed until 3 October.", "2024-10-03", True),
        ("The vote was postponed until 3 October.", "2024-10-04", False),
        ("The bridge will be closed until 3 October.", "2024-10-03", True),
        ("It rises in the fiscal year that begins on 1 October.", "2024-10/2025-09", True),
        ("It rises in the fiscal year that begins on 1 October.", "2024-10-01", True),
        ("It rises in the fiscal year that begins on 1 October.", "2024-09/2025-08", False),
        ("It rises in the tax year that begins on 6 October.", "2024-10-06/2025-10-05", True),
        ("It is shut from 1 October to the end of 2025.", "2024-10-01/2025-12", True),
        ("It is shut from 1 October to the end of 2025.", "2023-10-01/2025-12", False),
    ],
)
def test_a_date_by_its_end_its_start_or_what_is_put_off(
    words: str, date: str, is_right: bool
) -> None:
    assert (event(words, date, words) == []) is is_right


def test_the_end_of_the_fiscal_year_is_the_day_on_which_one_ends() -> None:
    body = "The fund will hold 41 million euros on 31 March, down from 67 million two years ago."
    own = {"id": "f", "kind": "forecast", "value": "41 million", "unit": "EUR"}
    own |= {"period": "2025-03-31", "made": "2024-09-11", "evidence": body}
    for label, refused in (
        ("Fund at the end of the fiscal year", False),
        ("Fund at the end of January", True),
    ):
        sheet = json.dumps({"figures": [{**own, "label": label}]})
        assert bool(problems(body, "claim.", figures=sheet)) is refused


@pytest.mark.parametrize(
    ("words", "date", "is_right"),
    [
        ("The next day the keeper left.", "2021-06-04", True),
        ("The next day the keeper left.", "2021-06-05", False),
        ("That night the keeper left.", "2021-06-03", True),
        ("That night the keeper left.", "2021-06-04", False),
        ("Two years later the keeper left.", "2023", True),
        ("Two years later the keeper left.", "2022", False),
    ],
)
def test_what_counts_from_a_day_may_have_it_in_the_paragraph_before(
    words: str, date: str, is_right: bool
) -> None:
    body = f"The lamp failed on 3 June 2021.\n\n{words}"
    assert (event(body, date, words) == []) is is_right


@pytest.mark.parametrize(("place", "refused"), [("Hobart", []), ("Hull", ["agreement.date"])])
def test_winter_is_in_july_in_a_story_from_the_south(place: str, refused: list[str]) -> None:
    words = "The lamp failed last winter."
    own = {"id": "e", "title": "The lamp", "date": "2024-06/2024-08", "evidence": words}
    story = briefing(words, timeline=json.dumps({"events": [own]}))
    story = replace(story, front=story.front.model_copy(update={"dateline": place}))
    assert [problem.rule for problem in check_briefing(story, today=TODAY).problems] == refused
