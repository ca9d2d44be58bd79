"""What became of an expected event, in the words of each state and as of each day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dateline.facts.dates import parse_date
from dateline.facts.expectations import Phase, State, lateness, state_of
from dateline.facts.records import Event

NAMES = {"minister": "Thabet al-Abbassi", "baghdad": "Baghdad", "washington": "Washington"}
ANNOUNCED = {"window": "2025-09", "said_by": "minister", "said_on": "2024-09-08"}


def state_on(today: str, *expected: dict[str, str], **fields: Any) -> State:
    """The state on a day of an event that was expected so."""
    event = Event.model_validate(
        {
            "id": "exit",
            "title": "The coalition leaves",
            "expected": list(expected) or [ANNOUNCED],
            **fields,
        }
    )
    state = state_of(event, dt.date.fromisoformat(today), NAMES.__getitem__)
    assert state is not None
    return state


def words(today: str, *expected: dict[str, str], **fields: Any) -> str:
    return state_on(today, *expected, **fields).words


def happened(date: str, **fields: Any) -> dict[str, Any]:
    return {"state": "happened", "date": date, **fields}


def test_an_event_that_was_never_expected_has_no_state() -> None:
    event = Event.model_validate({"id": "visit", "title": "A visit", "date": "2024-09-11"})
    assert state_of(event, dt.date(2027, 1, 1), NAMES.__getitem__) is None


def test_a_window_ahead_says_who_announced_it_and_when() -> None:
    state = state_on("2024-09-13")
    assert (
        state.words == "Expected, September 2025 (announced 8 September 2024 by Thabet al-Abbassi)"
    )
    assert state.phase is Phase.AHEAD
    assert state.details == ()


def test_a_window_that_nobody_announced_stands_alone() -> None:
    assert words("2024-09-13", {"window": "2025-09"}) == "Expected, September 2025"


@pytest.mark.parametrize(
    ("today", "window", "said"),
    [
        ("2025-09-01", "2025-09", "Due this month"),
        ("2025-09-15", "2025-09", "Due this month"),
        ("2025-09-30", "2025-09", "Due this month"),
        ("2025-09-15", "2025-09-15", "Due today"),
        ("2025-09-15", "2025", "Due this year"),
        ("2025-09-15", "202X", "Due this decade"),
        ("2025-09-15", "../2025-09", "Due this month"),
        ("2025-09-15", "2025-08/2025-10", "Due, August to October 2025"),
        ("2025-09-15", "2025-09~", "Due, about September 2025"),
        ("2025-09-15", "2025/..", "Due, from 2025"),
        ("2025-09-15", "[2025-09-14,2025-09-16]", "Due, 14 or 16 September 2025"),
    ],
)
def test_inside_the_window_it_is_due(today: str, window: str, said: str) -> None:
    assert words(today, {"window": window}) == said


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("../2025-09", "Expected by the end of September 2025"),
        ("2026/..", "Expected not before 2026"),
        ("2026", "Expected, 2026"),
    ],
)
def test_an_open_window_ahead_reads_as_one(window: str, said: str) -> None:
    assert words("2024-09-13", {"window": window}) == said


def test_the_announcement_stays_in_sight_while_it_is_due_and_after() -> None:
    line = ("September 2025, announced 8 September 2024 by Thabet al-Abbassi",)
    assert state_on("2025-09-15").details == line
    assert state_on("2027-01-01").details == line


def test_a_window_that_is_over_claims_nothing() -> None:
    assert words("2025-10-01") == "Date passed. No outcome recorded (not checked since)"
    checked = {"outcome_checked": {"by": "An editor", "on": "2026-11-20"}}
    said = "Date passed. No outcome recorded (last checked 20 November 2026)"
    assert words("2027-01-01", **checked) == said


def test_a_window_without_end_never_passes() -> None:
    assert state_on("2099-01-01", {"window": "2025/.."}).phase is Phase.DUE


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-09-30", "Happened 30 September 2025, as announced"),
        ("2025-09", "Happened September 2025, as announced"),
        ("2026-01-15", "Happened 15 January 2026, 4 months later than announced"),
        ("2025-10", "Happened October 2025, 1 month later than announced"),
        ("2025-07", "Happened July 2025, 2 months earlier than announced"),
        ("2027-10", "Happened October 2027, 2 years later than announced"),
        ("2028", "Happened 2028, 3 years later than announced"),
        ("2025", "Happened 2025, no telling whether as announced"),
    ],
)
def test_an_outcome_early_on_time_and_late(date: str, said: str) -> None:
    assert words("2029-01-01", outcome=happened(date)) == said


def test_days_are_counted_where_both_ends_are_days() -> None:
    window, late = parse_date("2025-09-28"), parse_date("2025-10-01")
    assert lateness(window, late) == "3 days later"
    assert lateness(late, window) == "3 days earlier"
    assert lateness(parse_date("2025-09-30"), parse_date("2026-01-15")) == "3 months later"


def test_an_outcome_is_not_known_before_it_came() -> None:
    outcome = happened("2025-09-30")
    assert state_on("2024-09-13", outcome=outcome).phase is Phase.AHEAD
    assert state_on("2025-09-15", outcome=outcome).phase is Phase.DUE
    assert state_on("2025-09-30", outcome=outcome).phase is Phase.HAPPENED


SLIPPED = (
    {"window": "2026-09", "said_by": "minister", "said_on": "2024-09-08"},
    {"window": "2027", "said_by": "baghdad", "said_on": "2026-05"},
)


def test_a_slipped_date_keeps_its_history() -> None:
    state = state_on("2026-06-01", *SLIPPED)
    assert state.words == "Now expected 2027; earlier: September 2026"
    assert state.details == (
        "September 2026, announced 8 September 2024 by Thabet al-Abbassi",
        "2027, announced May 2026 by Baghdad",
    )


def test_a_slip_is_not_known_before_it_was_announced() -> None:
    assert words("2025-01-01", *SLIPPED).startswith("Expected, September 2026 (announced")


def test_an_outcome_after_a_slip_is_compared_with_both_dates() -> None:
    said = "Happened March 2027, as last announced, 6 months later than first announced"
    assert words("2028-01-01", *SLIPPED, outcome=happened("2027-03")) == said


def test_a_date_that_is_said_again_has_not_slipped() -> None:
    again = {"window": "2025-09", "said_by": "baghdad", "said_on": "2025-02-03"}
    state = state_on("2025-03-01", ANNOUNCED, again)
    assert state.words.startswith("Expected, September 2025 (announced 8 September 2024")
    assert state.details == ("September 2025, repeated 3 February 2025 by Baghdad",)


def test_other_outcomes_are_named_for_what_they_are() -> None:
    cancelled = {"state": "cancelled", "date": "2025-05-03", "note": "The talks had failed"}
    assert words("2027-01-01", outcome=cancelled) == "Called off 3 May 2025: The talks had failed"
    changed = {"state": "changed", "date": "2025-09", "note": "One base is kept"}
    assert (
        words("2027-01-01", outcome=changed)
        == "Happened otherwise than announced, September 2025: One base is kept"
    )
    sides = [{"by": "baghdad", "says": "it is done"}, {"by": "washington", "says": "600 stay"}]
    disputed = {"state": "disputed", "accounts": sides}
    assert (
        words("2027-01-01", outcome=disputed)
        == "Disputed; according to Baghdad: it is done; according to Washington: 600 stay"
    )
