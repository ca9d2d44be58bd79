"""What became of an expected event, in the words of each state and as of each day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dateline.facts.dates import parse_date
from dateline.facts.expectations import Phase
from dateline.facts.records import Event
from dateline.facts.states import State, lateness, state_of

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
        state.words
        == "Expected in September 2025. Announced by Thabet al-Abbassi on 8 September 2024."
    )
    assert state.phase is Phase.AHEAD
    assert state.details == ()


def test_a_window_stands_with_as_much_as_is_known_of_who_said_so() -> None:
    def said(**known: str) -> str:
        return words("2024-09-13", {"window": "2025-09", **known})

    assert said() == "Expected in September 2025"
    assert said(said_by="baghdad") == "Expected in September 2025. Announced by Baghdad."
    assert said(said_on="2024-05") == "Expected in September 2025. Announced in May 2024."


@pytest.mark.parametrize(
    ("today", "window", "said"),
    [
        ("2025-09-01", "2025-09", "Due in September 2025"),
        ("2025-09-30", "2025-09", "Due in September 2025"),
        ("2025-09-15", "2025-09-15", "Due on 15 September 2025"),
        ("2025-09-15", "2025", "Due in 2025"),
        ("2025-09-15", "202X", "Due in the 2020s"),
        ("2025-09-15", "../2025-09", "Due by the end of September 2025"),
        ("2025-09-15", "2025-08/2025-10", "Due between August and October 2025"),
        ("2025-09-15", "2025-09~", "Due around September 2025"),
        ("2025-09-15", "2025/..", "May have happened in 2025 or later"),
        ("2025-09-15", "[2025-09-14,2025-09-16]", "Due on 14 or 16 September 2025"),
    ],
)
def test_inside_the_window_it_is_due(today: str, window: str, said: str) -> None:
    assert words(today, {"window": window}) == said


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("../2025-09", "Expected by the end of September 2025"),
        ("2026/..", "Expected in 2026 or later"),
        ("2026", "Expected in 2026"),
        ("2026-mid", "Expected in mid-2026"),
        ("2025-12-24/2026-01-06", "Expected between 24 December 2025 and 6 January 2026"),
    ],
)
def test_an_open_window_ahead_reads_as_one(window: str, said: str) -> None:
    assert words("2024-09-13", {"window": window}) == said


def test_the_announcement_stays_in_sight_while_it_is_due_and_after() -> None:
    announced = "Announced by Thabet al-Abbassi on 8 September 2024"
    assert words("2025-09-15") == f"Due in September 2025. {announced}."
    assert state_on("2027-01-01").details == (announced,)


@pytest.mark.parametrize(
    ("window", "due"),
    [
        ("2025-09", "in September 2025"),
        ("2025-09-15", "on 15 September 2025"),
        ("2025", "in 2025"),
        ("../2025-09", "by the end of September 2025"),
        ("2025-08/2025-10", "between August and October 2025"),
    ],
)
def test_a_window_that_is_over_claims_nothing(window: str, due: str) -> None:
    said = f"Was expected {due}. We do not know what happened."
    assert words("2026-01-01", {"window": window}) == said


def test_that_we_have_looked_is_said_from_that_day_on() -> None:
    looked = {"outcome_checked": {"by": "An editor", "on": "2025-12-01"}}
    nothing = "Was expected in September 2025. We last looked on 1 December 2025 and found nothing."
    assert words("2025-12-01", **looked) == nothing
    assert "We do not know what happened" in words("2025-11-30", **looked)


def test_a_window_without_end_never_passes() -> None:
    assert state_on("2099-01-01", {"window": "2025/.."}).phase is Phase.DUE


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-09-30", "Happened on 30 September 2025, on schedule"),
        ("2025-09", "Happened in September 2025, on schedule"),
        ("2026-01-15", "Happened on 15 January 2026, four months late"),
        ("2025-10", "Happened in October 2025, one month late"),
        ("2025-07", "Happened in July 2025, two months early"),
        ("2027-10", "Happened in October 2027, two years late"),
        ("2028", "Happened in 2028, three years late"),
        ("2025", "Happened in 2025, but we cannot say whether on time"),
    ],
)
def test_an_outcome_early_on_time_and_late(date: str, said: str) -> None:
    assert words("2029-01-01", outcome=happened(date)) == said


def test_an_outcome_without_a_date_is_known_from_when_it_was_written_down() -> None:
    outcome = {"state": "happened", "recorded": "2025-11-03"}
    assert words("2025-11-03", outcome=outcome) == "Happened, but we do not know when"
    assert state_on("2025-11-02", outcome=outcome).phase is Phase.PASSED


def test_an_outcome_in_a_month_is_known_from_when_it_was_written_down_or_the_month_is_over() -> (
    None
):
    outcome = happened("2026-03", recorded="2026-03-20")
    assert state_on("2026-03-19", outcome=outcome).phase is Phase.PASSED
    assert state_on("2026-03-20", outcome=outcome).phase is Phase.HAPPENED
    assert (
        state_on("2026-03-31", outcome=happened("2026-03", recorded="2026-05-01")).phase
        is Phase.HAPPENED
    )


def test_days_are_counted_where_both_ends_are_days() -> None:
    window, late = parse_date("2025-09-28"), parse_date("2025-10-01")
    assert lateness(window, late) == "three days late"
    assert lateness(late, window) == "three days early"
    assert lateness(parse_date("2025-06-15"), parse_date("2025-06-01")) == "two weeks early"
    assert lateness(parse_date("2025-06-15"), parse_date("2025-06-30")) == "15 days late"
    assert lateness(parse_date("2025-09-30"), parse_date("2026-01-15")) == "three months late"


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
    first = "It was first expected in September 2026."
    state = state_on("2026-06-01", *SLIPPED)
    assert state.words == f"Now expected in 2027. Announced by Baghdad in May 2026. {first}"
    assert state.details == (
        "Announced by Thabet al-Abbassi on 8 September 2024: expected in September 2026",
    )
    assert (
        words("2027-06-01", *SLIPPED) == f"Due in 2027. Announced by Baghdad in May 2026. {first}"
    )


def test_a_slip_is_not_known_before_it_was_announced() -> None:
    known = "Expected in September 2026. Announced by Thabet al-Abbassi on 8 September 2024."
    assert words("2025-01-01", *SLIPPED) == known


def test_an_outcome_after_a_slip_is_compared_with_the_last_date_and_names_the_first() -> None:
    said = "Happened in March 2027, on schedule. It was first expected in September 2026."
    assert words("2028-01-01", *SLIPPED, outcome=happened("2027-03")) == said


def test_a_date_that_is_said_again_has_not_slipped() -> None:
    again = {"window": "2025-09", "said_by": "baghdad", "said_on": "2025-02-03"}
    state = state_on("2025-03-01", ANNOUNCED, again)
    assert (
        state.words
        == "Expected in September 2025. Announced by Thabet al-Abbassi on 8 September 2024."
    )
    assert state.details == ("Announced by Baghdad on 3 February 2025: expected in September 2025",)


def test_other_outcomes_are_named_for_what_they_are() -> None:
    cancelled = {"state": "cancelled", "date": "2025-05-03", "note": "The talks had failed."}
    assert (
        words("2027-01-01", outcome=cancelled) == "Called off on 3 May 2025: the talks had failed"
    )
    changed = {"state": "changed", "date": "2025-09", "note": "Baghdad keeps one base"}
    assert (
        words("2027-01-01", outcome=changed)
        == "Happened in September 2025, but not as announced: Baghdad keeps one base"
    )
    sides = [{"by": "baghdad", "says": "it is done"}, {"by": "washington", "says": "600 stay"}]
    disputed = {"state": "disputed", "accounts": sides}
    assert (
        words("2027-01-01", outcome=disputed)
        == "Disputed. Baghdad: it is done. Washington: 600 stay."
    )


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("it would have left by September 2025", "by September 2025"),
        ("it would have left by the end of September 2025", "by the end of September 2025"),
        ("it would have left by\nSeptember 2025", "by September 2025"),
    ],
)
def test_a_window_is_as_exact_as_the_words(said: str, when: str) -> None:
    announced = {"window": "../2025-09"}
    assert words("2024-09-13", announced, evidence=said) == f"Expected {when}"
    assert words("2025-10-01", announced, evidence=said).startswith(f"Was expected {when}.")
