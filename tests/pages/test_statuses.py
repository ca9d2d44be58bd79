"""What is true of an event on a day is worked out once for all pages and files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dateline.facts import states
from dateline.facts.records import Event
from dateline.facts.states import NameOf, State, state_of, status_of
from dateline.pages.plan import briefing_files, plan_briefing
from dateline.pages.summarise import summarise
from tests.pages.everything import everything


def test_the_state_of_an_event_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def count(event: Event, today: dt.date, name_of: NameOf) -> State | None:
        asked.append(event.id)
        return state_of(event, today, name_of)

    monkeypatch.setattr(states, "state_of", count)
    edition = replace(everything())
    tuple(plan_briefing(edition))
    briefing_files(edition)
    summarise(edition)
    assert sorted(asked) == sorted(event.id for event in edition.briefing.events)


def test_a_status_has_the_date_with_what_goes_before_it() -> None:
    event = Event.model_validate(
        {"id": "exit", "title": "The exit", "expected": [{"window": "2026"}]}
    )
    assert status_of(event, dt.date(2025, 1, 1), str).when == "Expected in 2026"
    assert status_of(event, dt.date(2027, 1, 1), str).when == "Was expected in 2026"
    visit = Event.model_validate({"id": "visit", "title": "A visit", "date": "../2024"})
    assert status_of(visit, dt.date(2025, 1, 1), str).when == "No later than 2024"
    undated = Event.model_validate({"id": "undated", "title": "A talk", "after": "visit"})
    assert status_of(undated, dt.date(2025, 1, 1), str).when == "Date unknown"
