"""The words of a figure card for a time to come, and for a difference of multiples."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.facts.records import CompareBy, Figure
from dateline.pages.addresses import Here
from dateline.pages.cards.compared import compare_words, comparison_lines
from dateline.pages.cards.figure_words import time_of
from tests.pages.world import edition
from tests.small_site import briefing

PUBLISHED = date(2024, 9, 11)
HERE = Here(path="b/key-figures/index.html")


def figure(
    value: str = "4", unit: str = "trams", kind: str = "measured", period: str = "2023"
) -> Figure:
    sheet = f"{{id: a, label: A, value: {value}, unit: {unit}, kind: {kind}, period: {period}}}"
    return briefing("All was quiet.", figures=f"figures: [{sheet}]").figures[0]


@pytest.mark.parametrize(
    ("kind", "period", "words"),
    [
        ("forecast", "2027/..", "from 2027"),
        ("legal limit", "2019/..", "since 2019"),
        ("agreed", "../2026-12", "until the end of December 2026"),
        ("target", "../2026-12", "by the end of December 2026"),
    ],
)
def test_a_time_to_come_begins_and_what_is_agreed_ends(kind: str, period: str, words: str) -> None:
    assert time_of(figure(kind=kind, period=period), PUBLISHED) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023-07/2024-06", "year to June 2024"),
        ("2023-07/2024-07", "July 2023 to July 2024"),
        ("2023-01/2023-12", "January to December 2023"),
        ("2022-07/2024-06", "July 2022 to June 2024"),
    ],
)
def test_twelve_months_are_a_year_to_their_end(period: str, words: str) -> None:
    assert time_of(figure(period=period), PUBLISHED) == words


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Closing price of fish", "the closing price of fish"),
        ("Sales", "sales"),
        ("Oster’s catch", "Oster’s catch"),
        ("Monday’s catch", "Monday’s catch"),
        ("EU catch", "the EU catch"),
        ("How much they owe", "how much they owe"),
        ("People killed", "the number of people killed"),
        ("EU people in Oster", "the number of EU people in Oster"),
        ("Rise in people", "the rise in people"),
    ],
)
def test_a_label_begins_small_within_a_sentence_unless_it_is_a_name(label: str, words: str) -> None:
    sheet = f"""
        figures:
          - {{id: a, label: Now, value: 4, unit: people, kind: measured, compare: {{to: b, by: difference}}}}
          - {{id: b, label: {label}, value: 3, unit: people, kind: measured}}
    """
    made = edition(
        "Sales at Oster rose.\n\n| Sum | 2023 |\n|---|---|\n| Sales | 4 |\n\nIts sales fell.",
        figures=sheet,
    )
    (line,) = comparison_lines(made.briefing.figures[0], {"b"}, made, HERE)
    assert line.other.words == words


def test_a_multiple_is_lower_than_another() -> None:
    ratios = figure("3.4", "times"), figure("3.5", "times")
    by = CompareBy.DIFFERENCE
    assert compare_words(*ratios, by) == ("%(amount)s lower than %(other)s", "0.1")
    assert compare_words(figure(), figure(), by) == (
        "%(amount)s between this and %(other)s",
        "no difference",
    )
    more = compare_words(figure("5"), figure("3"), by)
    assert more == ("%(amount)s more than %(other)s", "2 trams")
