"""A date or a name that the article has is refused where nothing that has it tells what the text does."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    Pia Holm, the new mayor of Oster, cut a ribbon on Wednesday in front of 300 guests. The ferry to
    Lund was cancelled on Monday. Residents of Lund had signed a petition in March 2023.

    An exhibition about the harbour closes on 20 September 2024. Fares rise to €4 in October 2024.
"""
TIMELINE = """
    events:
      - {id: ribbon, title: A, date: 2024-09-11, date_from: The day of publication,
         evidence: cut a ribbon on Wednesday}
      - {id: cancelled, title: No ferry, date: 2024-09-09, evidence: The ferry to Lund was cancelled on Monday}
"""
PLACES = """
    places:
      - {id: oster, name: Oster, what: A town, latitude: 1, longitude: 2, evidence: mayor of Oster}
      - {id: lund, name: Lund, what: A village, latitude: 3, longitude: 4, evidence: The ferry to Lund}
"""


def titled(title: str) -> dict[str, str]:
    return {"timeline": TIMELINE.replace("title: A,", f"title: {title},")}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("A mayor cuts a ribbon on Monday", "A mayor cuts a ribbon on Wednesday"),
        ("A mayor cuts a ribbon in March 2023", "A mayor cuts a ribbon in September 2024"),
        ("A ribbon for guests on 20 September 2024", "Harbour show ends on 20 September 2024"),
        ("New mayor meets guests on 9 September", "Petition of March 2023 is forgotten"),
    ],
)
def test_a_date_has_a_word_of_the_text_beside_it(wrong: str, right: str) -> None:
    (problem,) = claims(title=wrong, body=BODY, timeline=TIMELINE)
    assert problem.rule in ("claim.date", "claim.weekday")
    assert claims(title=right, body=BODY, timeline=TIMELINE) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("A ferry is cut on Monday", "A ribbon is cut on Wednesday"),
        ("A ribbon and the petition in March 2023", "A ribbon in September 2024"),
    ],
)
def test_a_title_has_the_day_of_its_event(wrong: str, right: str) -> None:
    assert [problem.position.path for problem in claims(body=BODY, **titled(wrong))] == [
        "b/timeline.yaml"
    ]
    assert claims(body=BODY, **titled(right)) == []


def test_words_for_a_price_are_one() -> None:
    assert claims(title="Tickets at new prices from October", body=BODY) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("New mayor of Lund cuts ribbon for guests", "New mayor of Oster cuts ribbon for guests"),
        ("Guests see ribbon cut by mayor of Lund", "Ferry from Oster to Lund is cancelled"),
    ],
)
def test_a_name_has_a_word_of_the_text_beside_it(wrong: str, right: str) -> None:
    (problem,) = claims(title=wrong, body=BODY, places=PLACES)
    assert (problem.rule, problem.found) == (
        "claim.name",
        "the headline says “Lund”, but of this the article says “Oster”",
    )
    assert claims(title=right, body=BODY, places=PLACES) == []


VISIT = """
    Iran’s new president arrived in Iraq on Wednesday, on his first trip abroad.

    Trade has grown for years.

    The coalition has 900 troops in Syria.
"""
STATES = """
    places:
      - {id: iran, name: Iran, what: A state, latitude: 1, longitude: 2, evidence: Iran’s new president}
      - {id: iraq, name: Iraq, what: A state, latitude: 3, longitude: 4, evidence: arrived in Iraq}
      - {id: syria, name: Syria, what: A state, latitude: 5, longitude: 6, evidence: troops in Syria}
"""


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("Iran’s new president makes Iraq his first foreign stop", ""),
        ("Iran’s new president makes Syria his first foreign stop", "Syria"),
        ("Syria’s new president makes Iraq his first foreign stop", "Syria"),
        ("Coalition keeps troops in Syria", ""),
        ("Coalition keeps troops in Iraq", "Iraq"),
    ],
)
def test_a_headline_has_the_name_that_the_article_has_there(title: str, refused: str) -> None:
    found = claims(title=title, body=VISIT, places=STATES)
    assert [each.rule for each in found] == ["claim.name"] * bool(refused)
    assert all(f"says “{refused}”" in each.found for each in found)


def test_where_most_of_a_headline_stands_with_others_none_of_them_is_offered() -> None:
    title = "{} hosts president on first trip abroad"
    (problem,) = claims(title=title.format("Syria"), body=VISIT, places=STATES)
    assert "“Syria”, but the words beside it stand with “Iran” or “Iraq”" in problem.found
    assert claims(title=title.format("Iraq"), body=VISIT, places=STATES) == []


def test_a_name_is_not_offered_for_two_words_in_common() -> None:
    (problem,) = claims(title="New mayor of Lund", body=BODY, places=PLACES)
    assert "the words beside it stand with “Oster”" in problem.found


VOTE = """
    Oster held its vote on Sunday. Guests saw a ribbon cut at the harbour.

    Fares have been frozen for years.

    The ferry to Lund was cancelled.
"""


def test_a_title_has_no_name_that_the_paragraph_of_its_evidence_lacks() -> None:
    places = PLACES.replace("mayor of Oster", "Oster held its vote")
    event = """
        events:
          - {{id: ribbon, title: Guests see ribbon cut in {}, date: 2024-09-08,
             date_from: The Sunday before publication, evidence: Guests saw a ribbon cut}}
        """
    (problem,) = claims(body=VOTE, places=places, timeline=event.format("Lund"))
    assert "“Lund”, but the words beside it stand with “Oster”" in problem.found
    assert claims(body=VOTE, places=places, timeline=event.format("Oster")) == []


def test_the_title_of_a_group_may_have_a_date_of_its_own() -> None:
    """Words of a group are the editor's: “The accounts to 31 July 2026” of “the year to 31 July”."""
    figures = """
    groups: [{id: money, title: Money to 20 September 2024}]
    figures:
      - {id: fares, label: Fares, value: 4, unit: EUR, period: 2024-10, kind: agreed, group: money,
         evidence: Fares rise to €4 in October 2024}
    """
    assert claims(body=BODY, figures=figures) == []


def test_a_label_may_have_the_day_at_the_head_of_its_own_row() -> None:
    table = "| Day | Evacuated |\n|---|---|\n| Thursday | 120 |\n| Friday | 340 |\n"
    figure = """
        figures:
          - {{id: evacuated, label: "{day}, evacuated", value: 120, kind: measured,
             evidence: {{row: Thursday, column: Evacuated}}}}
        """
    assert claims(body=table, figures=figure.format(day="Thursday")) == []
    assert [each.rule for each in claims(body=table, figures=figure.format(day="Friday"))] == [
        "claim.weekday"
    ]
