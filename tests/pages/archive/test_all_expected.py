"""What somebody announced, in all briefings: in which state it is listed, in which order, and who has it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.pages.archive.all_expected import MOST
from tests.pages.archive.newsroom import planned, shown, summary
from tests.pages.world import read, words

if TYPE_CHECKING:
    from dateline.pages.summary import Summary

LATER = "id: later, title: The tunnel opens, expected: {window: 2031, said_by: ann, said_on: 2024-09-11}"
SOON = (
    "id: soon, title: Trams cross, expected: {window: 2026-09, said_by: ann, said_on: 2024-09-11}"
)
NOW = "id: now, title: The bridge is painted, expected: {window: 2026-01, said_by: ann}"
GONE = "id: gone, title: A toll is voted on, expected: {window: 2025-03, said_by: ann}"
CALLED_OFF = (
    "id: feast, title: A feast is held, expected: {window: 2025-05, said_by: ann},"
    " outcome: {state: cancelled, date: 2025-04-01, recorded: 2025-04-02, note: It rained.}"
)
DONE = (
    "id: sale, title: The ship is sold, expected: {window: 2024-12, said_by: ann},"
    " outcome: {state: happened, date: 2025-06-20, recorded: 2025-06-21}"
)
BRIDGE = summary("bridge", LATER, SOON, GONE, DONE)
FERRY = summary("ferry", NOW, CALLED_OFF, published="2024-10-01")


def headings(html: str) -> list[str]:
    """The headings of the page, of its parts and of their entries."""
    parts = html.replace("<h3>", "<h2>").split("<h2")[1:]
    return [words(read(f"<h2{part}".split("</h")[0]).text) for part in parts]


def many(number: int, year: int, slug: str) -> Summary:
    windows = (f"{year}-{n % 12 + 1:02}" for n in range(number))
    events = (
        f"id: e-{n}, title: Event {n}, expected: {{window: {window}, said_by: ann}}"
        for n, window in enumerate(windows)
    )
    return summary(slug, *events)


def test_what_is_due_comes_first_then_what_is_ahead_then_the_past() -> None:
    assert headings(shown((BRIDGE, FERRY), "expected")) == [
        "Due now",
        "The bridge is painted",
        "Still to come",
        "Trams cross",
        "The tunnel opens",
        "Outcome unknown",
        "A toll is voted on",
        "What happened",
        "The ship is sold",
        "A feast is held",
        "In your calendar",
    ]


def test_each_says_what_became_of_it_who_announced_it_when_and_in_which_briefing() -> None:
    html = shown((BRIDGE, FERRY), "expected")
    text = words(read(html).text)
    assert "1 due now, 2 still to come, 1 with no known outcome and 2 with a known" in text
    assert (
        "Expected in September 2026 Trams cross Announced by Ann Lee on 11 September 2024." in text
    )
    assert "Outcome unknown Was expected in March 2025 A toll is voted on Announced by" in text
    assert "We do not know what happened" not in text
    assert "Called off on 1 April 2025 A feast is held It rained." in text
    assert read(html).links["../bridge/timeline/index.html#soon"] == "Bridge"


def test_the_page_says_when_somebody_changed_it_last_and_not_when_it_was_made_or_a_deadline_passed() -> (
    None
):
    pages = [
        shown((summary("a", SOON, today=day), summary("b", NOW, today=day)), "expected")
        for day in (date(2026, 1, 1), date(2026, 1, 15), date(2026, 2, 1))
    ]
    assert pages[0] == pages[1]
    assert all("Last change: 11 September 2024." in words(read(page).text) for page in pages)
    assert "Due now" not in pages[2]
    text = words(read(shown((BRIDGE, FERRY), "expected")).text)
    assert "Last change: 21 June 2025." in text, "the outcome recorded last"


def test_alike_titles_have_their_places_before_them() -> None:
    row = "id: e, title: Work is to begin, place: {}, expected: {{window: 2027-01}}"
    html = shown((summary("a", row.format("ulmen")), summary("b", row.format("holm"))), "expected")
    assert headings(html)[1:3] == ["Holm: Work is to begin", "Ulmen: Work is to begin"]


def test_what_two_briefings_expect_is_one_entry_and_the_newest_announcement_counts() -> None:
    moved = (
        "id: trams, title: Trams cross, expected: [{window: 2026-09},"
        " {window: 2027-03, said_on: 2025-05-02}]"
    )
    html = shown((BRIDGE, summary("trams", moved, published="2025-03-04")), "expected")
    assert headings(html).count("Trams cross") == 1
    text = words(read(html).text)
    assert "Now expected in March 2027 Trams cross" in text
    assert "Bridge: gives the earlier date, September 2026" in text


def test_many_are_on_pages_of_their_years_and_the_first_page_has_the_nearest() -> None:
    site = (many(30, 2026, "next"), many(12, 2027, "after"), many(6, 2025, "before"))
    assert {"", "2025", "2026", "2027"} == set(planned(site, "expected"))
    first = shown(site, "expected")
    assert first.count("<h3>") < MOST + 3
    assert "29 more, by year: Still to come" in words(read(first).text)
    assert read(first).links["2027/index.html"] == "2027"
    assert "Event 11" in shown(site, "expected", "2027")
    assert planned(site, "expected")["2027"].slugs == ("after",)


def test_a_briefing_that_has_most_rows_is_named_once() -> None:
    rows = [
        f"id: e-{n}, title: Lamp {n} is lit, expected: {{window: 2027-0{n}}}" for n in (1, 2, 3)
    ]
    alone = words(read(shown((summary("lamps", *rows), FERRY), "expected")).text)
    assert "Still to come All from “Lamps”. Expected in January 2027" in alone
    assert alone.count("Lamps") == 1
    both = words(read(shown((summary("lamps", *rows), BRIDGE), "expected")).text)
    assert "From “Lamps”, unless another briefing is named." in both
    assert both.count("Lamps") == 1
    assert "Trams cross Announced by Ann Lee on 11 September 2024. Bridge" in both


def test_it_leads_to_the_calendar_of_the_site() -> None:
    html = shown((BRIDGE, FERRY), "expected")
    assert "../expected.ics" in read(html).links
    assert "your calendar updates whenever a date changes." in html


def test_one_briefing_that_expects_something_says_so_itself() -> None:
    assert planned((BRIDGE, summary("quiet")), "expected") == {}
