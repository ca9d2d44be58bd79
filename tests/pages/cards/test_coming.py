"""What was expected, on the brief and the front page, as of each day."""

from __future__ import annotations

from dateline.pages.addresses import Here
from dateline.pages.brief import last_events
from dateline.pages.cards.coming import expected_panel
from tests.pages.everything import everything
from tests.pages.world import SHEETS, edition


def panel_on(day: str) -> list[str]:
    """Headings, remarks and titles of the panel, line by line."""
    panel = expected_panel(everything(day), Here(path="index.html"))
    assert panel
    lines = []
    for group in panel.groups:
        lines += [f"# {group.title}", *filter(None, [group.remark])]
        lines += [f"{event.lead}: {event.title}" for event in group.events]
    return [*lines, *([panel.rest.words] if panel.rest else [])]


def test_open_events_come_first_and_there_are_four_at_most() -> None:
    assert panel_on("2024-09-13") == [
        "# What comes next",
        "Expected on 1 October 2024, 6 am CET: The toll is charged",
        "Expected in January 2025: A bus over the bridge",
        "Expected in March 2025: A path for bicycles",
        "Expected on 15 June 2025: A kiosk at the foot of the bridge",
        "All 9 on the timeline",
    ]


def test_the_newest_outcomes_fill_the_rows_that_are_left() -> None:
    assert panel_on("2026-11-29") == [
        "# What comes next",
        "Status as of 8 January 2026.",
        "Due by the end of 2026: Trams run over the bridge",
        "Expected in 2027 or later: A museum of the ferry",
        "# What was expected, and what happened",
        "Disputed: The bridge is handed over to the state",
        "Happened in July 2025, four months late: A path for bicycles",
        "All 9 on the timeline",
    ]


def test_what_nobody_has_followed_up_is_said_once_and_not_in_each_row() -> None:
    panel = expected_panel(edition(), Here(path="index.html"))
    assert panel
    (group,) = panel.groups
    assert (group.title, group.remark) == ("What was expected", "We have not followed up on this.")
    assert [(event.lead, event.follows) for event in group.events] == [
        ("Was expected in June 2025", "")
    ]
    assert panel.rest is None


def test_that_somebody_looked_is_not_denied() -> None:
    looked = SHEETS["timeline"].replace(
        "evidence: is to open",
        "outcome_checked: {by: An editor, on: 2025-10-01}\n        evidence: is to open",
    )
    panel = expected_panel(edition(**{**SHEETS, "timeline": looked}), Here(path="index.html"))
    assert panel
    (group,) = panel.groups
    assert (group.title, group.remark) == (
        "What was expected",
        "Status as of 1 October 2025.",
    )
    (event,) = group.events
    assert event.lead == "Was expected in June 2025"
    assert event.follows == "We last looked on 1 October 2025 and found nothing."


def latest_on(day: str) -> list[str]:
    return [event.id for event in last_events(everything(day))]


def test_the_latest_events_are_the_latest_also_after_publication() -> None:
    assert latest_on("2024-09-13")[0] == "ribbon"
    assert latest_on("2025-01-15")[:2] == ["audit", "toll"]
    assert latest_on("2026-11-29") == ["path", "kiosk", "statue", "bus"]
