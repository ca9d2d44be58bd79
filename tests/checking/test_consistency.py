"""What the fields of one record require of each other, and what time requires of them."""

from datetime import date

import pytest

from tests.small_site import rules


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("", ["date.missing"]),
        ("date: 2003", []),
        ("after: war", []),
        ("expected: {window: 2003}", []),
        ("date: 2003?", ["date.unexplained"]),
        ("date: 2003?, uncertain: sources differ", []),
    ],
)
def test_an_event_has_a_date_a_window_or_an_event_that_it_follows(
    fields: str, found: list[str]
) -> None:
    sheet = f"""
        events:
          - {{id: war, title: War, date: 2003, evidence: War in 2003}}
          - {{id: e, title: E, evidence: it ended in 2003, {fields}}}
    """
    article = "War in 2003 and it ended in 2003."
    assert rules(article, "date.", today=date(2003, 1, 1), timeline=sheet) == found


@pytest.mark.parametrize(("kind", "found"), [("forecast", []), ("measured", ["figure.made"])])
def test_only_a_forecast_says_when_it_was_made(kind: str, found: list[str]) -> None:
    sheet = f"""
        figures:
          - {{id: f, label: F, value: 3, kind: {kind}, made: 2024-09, source: s,
             history: [{{date: 2025, value: 4, made: 2023-09, source: s}}]}}
    """
    sources = "sources:\n  - {id: s, title: S}\n"
    assert rules("All was quiet.", "figure.", figures=sheet, sources=sources) == found


@pytest.mark.parametrize(
    ("today", "warned"), [("2025-08-31", 0), ("2025-09-30", 0), ("2025-10-01", 1)]
)
def test_an_expected_event_warns_when_its_window_is_over(today: str, warned: int) -> None:
    sheet = "events:\n  - {id: e, title: E, evidence: Exit in September 2025, expected: {window: 2025-09}}"
    found = rules(
        "Exit in September 2025.", "expectation.", today=date.fromisoformat(today), timeline=sheet
    )
    assert found == ["expectation.passed"] * warned


@pytest.mark.parametrize(
    ("today", "asked"),
    [("2025-10-04", 1), ("2025-10-05", 0), ("2025-11-04", 0), ("2025-11-05", 1)],
)
def test_an_editor_who_looked_for_an_outcome_is_asked_again_after_a_month(
    today: str, asked: int
) -> None:
    sheet = """
        events:
          - id: e
            title: E
            evidence: Exit in September 2025
            expected: {window: 2025-09}
            outcome_checked: {by: Ben Writer, on: 2025-10-05}
    """
    found = rules(
        "Exit in September 2025.", "expectation.", today=date.fromisoformat(today), timeline=sheet
    )
    assert found == ["expectation.passed"] * asked
