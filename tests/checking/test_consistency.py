"""What the fields of one record require of each other, and what time requires of them."""

from datetime import date

import pytest

from tests.small_site import problems, rules


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
    ("today", "asked"), [("2025-09-30", 0), ("2025-10-01", 0), ("2025-10-02", 1)]
)
def test_a_window_without_an_end_is_asked_about_a_month_after_it_began(
    today: str, asked: int
) -> None:
    sheet = "events:\n  - {id: e, title: E, evidence: not before 1 September 2025, expected: {window: 2025-09-01/..}}"
    article = "The exit is not before 1 September 2025."
    found = problems(article, "expectation.", today=date.fromisoformat(today), timeline=sheet)
    assert [problem.rule for problem in found] == ["expectation.passed"] * asked
    assert all("expected on or after 1 September 2025" in problem.found for problem in found)


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


PERIODS = """
    periods:
      - {id: quiet, title: Quiet years, dates: 1990/1999}
      - {id: loud, title: Loud years, dates: 2000/2009}
      - {id: ahead, title: Ahead, dates: 2030/2039}
    events:
      - {id: war, title: War, date: 2003, evidence: War in 2003}
      - {id: exit, title: Exit, expected: {window: 2031}, evidence: exit by 2031}
"""


def test_a_period_or_a_group_with_nothing_in_it_is_reported() -> None:
    figures = "groups:\n  - {id: money, title: Money}\nfigures: []\n"
    article = "War in 2003, and an exit by 2031."
    found = problems(article, "record.", timeline=PERIODS, figures=figures)
    assert [(str(problem.position), problem.rule) for problem in found] == [
        ("b/timeline.yaml:3:5", "record.empty"),
        ("b/figures.yaml:2:5", "record.empty"),
    ]
    assert "‘quiet’" in found[0].found


@pytest.mark.parametrize(("today", "warned"), [("2024-09-10", 1), ("2024-09-11", 0)])
def test_an_article_is_not_published_in_the_future(today: str, warned: int) -> None:
    found = problems("All was quiet.", "published.", today=date.fromisoformat(today))
    assert [str(problem.position) for problem in found] == ["b/article.md:4:12"] * warned
