"""Corrections, removals, outcomes and updates are dated in order."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.checking import check_briefing
from dateline.problems import Problem, is_refused
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder

TODAY = date(2024, 10, 1)
SOURCES = "sources: [{id: log, title: The log}]\n"


def reported(front: str = "", **sheets: str) -> list[str]:
    """Which files have days of changes that are wrong, by which rule."""
    return [f"{problem.position.path} {problem.rule}" for problem in changes(front, **sheets)]


def changes(front: str = "", **sheets: str) -> list[Problem]:
    """What is wrong with the days of changes in a briefing that was published on 11 September 2024."""
    article = f"---\ntitle: T\nstandfirst: S\npublished: 2024-09-11\n{front}---\n\nAll was quiet.\n"
    files = {"article.md": article.encode(), "sources.yaml": SOURCES.encode()}
    files |= {f"{name}.yaml": text.encode() for name, text in sheets.items()}
    briefing, problems = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert briefing is not None
    assert problems == ()
    found = check_briefing(briefing, today=TODAY).problems
    return [problem for problem in found if problem.rule.startswith("change.")]


@pytest.mark.parametrize(
    ("on", "rules"),
    [
        ("2024-09-10", ["change.order"]),
        ("2024-09-11", []),
        ("2024-10-01", []),
        ("2024-10-02", ["change.ahead"]),
    ],
)
def test_what_is_ours_is_of_a_day_from_publication_to_today(on: str, rules: list[str]) -> None:
    fix = f"corrections: [{{was: a, is: b, why: c, on: {on}}}]\n"
    figure = f"figures: [{{id: f, label: F, value: 1, kind: measured, source: log, {fix.strip()}}}]"
    removed = f"removed: [{{id: gone, why: c, on: {on}}}]\n"
    assert reported(fix) == [f"b/article.md {rule}" for rule in rules]
    assert reported(figures=figure) == [f"b/figures.yaml {rule}" for rule in rules]
    assert reported(timeline=removed) == [f"b/timeline.yaml {rule}" for rule in rules]
    gained = f"figures: [{{id: f, label: F, value: 1, kind: measured, source: log, added: {on}}}]"
    assert reported(figures=gained) == [f"b/figures.yaml {rule}" for rule in rules]


def article_of(front: str, today: date, clock: str | None = None) -> list[str]:
    """What is wrong with the days of an article: the line, the severity, the rule."""
    article = f"---\ntitle: T\nstandfirst: S\n{front}---\n\nAll was quiet.\n"
    folder = Folder(slug="b", shown_as="b", files={"article.md": article.encode()})
    briefing, _ = parse_briefing(folder)
    assert briefing is not None
    moment = datetime.fromisoformat(clock).replace(tzinfo=UTC) if clock else None
    found = check_briefing(briefing, today=today, clock=moment).problems
    return [f"{each.position.line} {each.rule.severity} {each.rule}" for each in found]


NOON = "2024-10-01T12:00"


@pytest.mark.parametrize(
    ("front", "warned"),
    [
        ("published: 2024-10-01\n", []),
        ("published: 2024-10-02\n", [4]),
        ("published: 2024-10-02\npublished_time: 00:30\n", [4]),
        ("published: 2024-10-01\nupdated: 2024-10-02\n", [5]),
        ("published: 2024-10-02\nupdated: 2024-10-03\n", [4, 5]),
    ],
)
def test_an_article_of_a_day_to_come_is_warned_of(front: str, warned: list[int]) -> None:
    expected = [f"{line} warning published.ahead" for line in warned]
    assert article_of(front, TODAY, NOON) == expected
    assert article_of(front, TODAY) == expected


@pytest.mark.parametrize(
    ("clock", "published", "expected"),
    [
        ("2024-10-01T14:59", "2024-10-02", ["4 warning published.ahead"]),
        ("2024-10-01T15:00", "2024-10-02", []),
        ("2024-10-01T15:00", "2024-10-03", ["4 warning published.ahead"]),
    ],
)
def test_the_day_is_that_of_the_zone_in_which_the_article_is_dated(
    clock: str, published: str, expected: list[str]
) -> None:
    front = f"published: {published}\npublished_time: 08:00 Asia/Tokyo\n"
    assert article_of(front, TODAY, clock) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (date(2024, 9, 10), ["4 follow-up change.ahead"]),
        (date(2024, 9, 11), []),
        (date(2025, 9, 11), []),
    ],
)
def test_a_day_that_was_asked_for_warns_of_no_article_that_is_out(
    asked: date, expected: list[str]
) -> None:
    assert article_of("published: 2024-09-11\n", asked, NOON) == expected


def test_what_is_ahead_of_the_clock_is_so_on_any_day_that_was_asked_for_before_its_own() -> None:
    front = "published: 2027-12-24\n"
    assert article_of(front, date(2024, 9, 10), NOON) == ["4 warning published.ahead"]
    assert article_of(front, date(2027, 12, 24), NOON) == []


def test_a_draft_may_have_the_day_on_which_it_is_to_appear() -> None:
    front = "published: 2024-10-02\ndraft: true\n"
    assert article_of(front, TODAY, NOON) == ["4 follow-up change.ahead"]


def test_what_is_dated_after_today_refuses_nobody() -> None:
    (found,) = changes("corrections: [{was: a, is: b, why: c, on: 2024-10-02}]\n")
    assert "2 October 2024, which is in the future" in found.found
    assert not is_refused([found], strict=True)


@pytest.mark.parametrize(
    ("updated", "corrected", "fits"),
    [
        ("2024-09-10", "", False),
        ("2024-09-11", "", True),
        ("2024-09-20", "2024-09-21", False),
        ("2024-09-21", "2024-09-21", True),
    ],
)
def test_the_article_is_updated_with_its_last_correction(
    updated: str, corrected: str, fits: bool
) -> None:
    front = f"updated: {updated}\n"
    if corrected:
        front += f"corrections: [{{on: {corrected}, was: a, is: b, why: c}}]\n"
    assert reported(front) == ([] if fits else ["b/article.md change.order"])


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        ("{state: happened, date: 2024-09}", ["change.unrecorded"]),
        ("{recorded: 2024-09-20, state: happened, date: 2024-09}", []),
        ("{recorded: 2024-08-31, state: happened, date: 2024-09}", ["change.order"]),
        ("{recorded: 2024-10-02, state: happened, date: 2024-09}", ["change.ahead"]),
        ("{recorded: 2024-09-01, state: cancelled}", []),
    ],
)
def test_an_outcome_is_recorded_when_it_has_come_about(outcome: str, found: list[str]) -> None:
    event = f"events: [{{id: e, title: E, source: log, expected: {{window: 2024}}, outcome: {outcome}}}]"
    assert reported(timeline=event) == [f"b/timeline.yaml {problem}" for problem in found]


@pytest.mark.parametrize(
    ("recorded", "found"), [("2024-09-20", []), ("2024-09-01", ["change.order"])]
)
def test_a_revision_is_recorded_when_the_source_has_made_it(
    recorded: str, found: list[str]
) -> None:
    revised = f"{{value: 2, date: 2024-09-14, source: log, recorded: {recorded}}}"
    figure = (
        f"figures: [{{id: f, label: F, value: 1, kind: measured, source: log, revised: {revised}}}]"
    )
    assert [problem.split()[1] for problem in reported(figures=figure)] == found
