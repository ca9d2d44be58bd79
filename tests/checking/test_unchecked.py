"""What was not checked is listed, and nothing else."""

from __future__ import annotations

import pytest

from dateline.checking import Checked
from tests.small_site import checked

PEOPLE = "people:\n  - {id: ann, name: Ann, role: r, why: w, source: s}"
SOURCES = "sources:\n  - {id: s, title: S}"
EVENT = "events:\n  - {id: e, title: T, date: %s, date_from: a note, evidence: came in May 2020}"
QUOTATION = """
    quotations:
      - {id: q, words: it is done, speaker: ann, said_on: %s, date_from: from the radio}
"""


def unchecked(found: Checked) -> list[tuple[str, str, str]]:
    return [(item.fact, item.what, item.why) for item in found.unchecked]


@pytest.mark.parametrize(
    ("date", "reported"), [("2020-05", []), ("2019", [("e", "its date", "a note")])]
)
def test_a_date_that_the_words_do_not_give_is_listed_with_its_source(
    date: str, reported: list[tuple[str, str, str]]
) -> None:
    assert unchecked(checked("He came in May 2020.", timeline=EVENT % date)) == reported


@pytest.mark.parametrize(
    ("date", "reported"), [("2024-08", []), ("2024-07", [("q", "its date", "from the radio")])]
)
def test_the_day_of_a_quotation_may_be_anywhere_in_its_paragraph(
    date: str, reported: list[tuple[str, str, str]]
) -> None:
    people = PEOPLE.replace("source: s", "evidence: Ann spoke")
    article = "Ann spoke last month. Ann said: “it is done”."
    assert unchecked(checked(article, people=people, quotations=QUOTATION % date)) == reported


def test_a_fact_that_is_not_in_the_article_is_listed_as_a_whole() -> None:
    found = checked("All was quiet.", people=PEOPLE, sources=SOURCES)
    assert unchecked(found) == [("ann", "everything", "it is not in the article")]


def test_every_waiver_and_every_date_of_other_values_is_listed() -> None:
    waive = "waive: {check: agreement.unit, why: %s}"
    figure = f"""
        figures:
          - id: f
            label: Toll
            value: 311
            unit: people
            kind: measured
            evidence: 311 people died
            values:
              - {{value: 48, evidence: had 48 deaths, {waive % "Of people."}}}
              - {{value: 374, evidence: were 374 goats, as_of: 2020, date_from: a note, {waive % "A slip."}}}
    """
    found = checked(
        "In all 311 people died. One had 48 deaths; there were 374 goats.", figures=figure
    )
    assert unchecked(found) == [
        ("f", "its date", "a note"),
        ("f", "agreement.unit", "Of people."),
        ("f", "agreement.unit", "A slip."),
    ]


def test_a_waived_check_is_listed_with_its_reason() -> None:
    event = EVENT.replace("date_from: a note", "waive: {check: agreement.date, why: a slip}")
    found = checked("He came in May 2020.", timeline=event % "2019")
    assert unchecked(found) == [("e", "agreement.date", "a slip")]
