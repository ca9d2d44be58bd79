"""The timeline of the site: where each event is listed, in which order, and what is said of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dateline.pages.archive.all_events import MOST
from tests.pages.archive.newsroom import planned, shown, summary
from tests.pages.world import read, words

if TYPE_CHECKING:
    from dateline.pages.summary import Summary

BRIDGE = summary(
    "bridge",
    "id: plan, title: A plan is drawn, date: 2023-05-02",
    "id: opening, title: The bridge opens, date: 2024-09-11, time: '18:00', weight: key",
    "id: band, title: A band plays, after: opening",
    "id: tram, title: Trams cross the bridge, expected: {window: 2026-09, said_by: ann, said_on: 2024-09}",
)
FERRY = summary(
    "ferry",
    "id: first, title: The ferry first sails, date: 1931~",
    "id: last, title: The ferry sails for the last time, date: 2024-09-11, time: '09:00'",
    "id: bridge-opens, title: The bridge opens, date: 2024-09-11, time: '18:00'",
    "id: rumour, title: Some speak of a tunnel",
    published="2024-09-20",
)


def many(year: int, number: int, slug: str = "many") -> Summary:
    """A briefing with an event on each of the first days of each month in turn."""
    days = (f"{year}-{n % 12 + 1:02}-{n // 12 + 1:02}" for n in range(number))
    events = (f"id: e-{day}, title: Event of {day}, date: {day}" for day in days)
    return summary(slug, *events)


def titles(html: str) -> list[str]:
    """The events of a page in order: its links with the class of titles."""
    return [part.split(">", 1)[1].split("<", 1)[0] for part in html.split('class="title"')[1:]]


def test_one_page_has_all_events_while_they_fit_by_date_and_time() -> None:
    assert list(planned((BRIDGE, FERRY), "timeline")) == [""]
    html = shown((BRIDGE, FERRY), "timeline")
    assert titles(html) == [
        "The ferry first sails",
        "A plan is drawn",
        "The ferry sails for the last time",
        "The bridge opens",
        "A band plays",
        "Trams cross the bridge",
        "Some speak of a tunnel",
    ]
    text = words(read(html).text)
    assert "7 events from 2 briefings." in text
    assert "About 1931: The ferry first sails" in text
    assert "On or after 11 September 2024: A band plays" in text
    assert "Expected in September 2026: Trams cross the bridge" in text
    assert "Announced by Ann Lee in September 2024." in text
    assert "Date unknown: Some speak of a tunnel" in text


def test_what_two_briefings_have_is_one_entry_that_leads_to_both() -> None:
    links = read(shown((BRIDGE, FERRY), "timeline")).links
    assert links["../ferry/facts/bridge-opens/index.html"] == "The bridge opens"
    assert links["../ferry/timeline/index.html#bridge-opens"] == "Ferry"
    assert links["../bridge/timeline/index.html#opening"] == "Bridge"


def test_of_many_briefings_that_have_an_event_two_are_listed_and_the_others_counted() -> None:
    event = "id: e, title: The bridge opens, date: 2024-09-11"
    site = [summary(f"b-{n}", event, published=f"2024-09-{n + 11}") for n in range(6)]
    text = words(read(shown(site, "timeline")).text)
    assert "1 event from 6 briefings." in text
    assert "B-5 B-4 and 4 more briefings" in text


@pytest.mark.parametrize(
    ("event", "is_same"),
    [
        ("title: The bridge opens, date: 2024-09-11", True),
        ("title: the Bridge opens, date: 2024-09-11", True),
        ("title: The bridge opens, date: 2024-09-12", False),
        ("title: The bridge opens at last, date: 2024-09-11", False),
    ],
)
def test_an_event_is_the_same_by_its_title_and_date(event: str, *, is_same: bool) -> None:
    html = shown((BRIDGE, summary("other", f"id: x, {event}")), "timeline")
    assert len(titles(html)) == (4 if is_same else 5)


def test_the_same_title_and_date_at_another_place_is_another_event() -> None:
    def in_town(slug: str, town: str) -> Summary:
        event = f"id: vote, title: The council votes, date: 2024-09-11, place: {town}"
        return summary(slug, event)

    here, there = in_town("here", "ulmen"), in_town("there", "holm")
    again, nowhere = (
        in_town("again", "ulmen"),
        summary("none", "id: v, title: The council votes, date: 2024-09-11"),
    )
    assert len(titles(shown((here, there), "timeline"))) == 2
    assert len(titles(shown((here, again), "timeline"))) == 1
    assert len(titles(shown((here, nowhere), "timeline"))) == 1


def test_briefings_that_know_more_and_less_of_an_event_each_say_so() -> None:
    """The one that has an outcome comes first, whichever is newer."""
    expected = "id: tram, title: Trams cross, expected: {window: 2025-09, said_by: ann}"
    outcome = "outcome: {state: happened, date: 2025-09-14, recorded: 2025-09-15}"
    knows = summary("knows", f"{expected}, {outcome}")
    waits = summary("waits", expected, published="2024-10-01")
    text = words(read(shown((waits, knows), "timeline")).text)
    assert "14 September 2025: Trams cross Happened on 14 September 2025, on schedule" in text
    assert "Waits: gives no outcome" in text
    assert "Knows:" not in text


def test_a_silence_is_in_words() -> None:
    text = words(read(shown((BRIDGE, FERRY), "timeline")).text)
    assert "No events listed between 1931 and 2023" in text


def test_too_many_events_are_divided_by_decade_then_year_then_month() -> None:
    crowd = many(2024, MOST + 1)
    pages = planned((crowd, FERRY), "timeline")
    months = [f"2024/{month:02}" for month in range(1, 13)]
    assert set(pages) == {"", "1930s", "2020s", "2024", *months, "date-unknown"}
    index = read(shown((crowd, FERRY), "timeline"))
    assert index.links["2024/index.html"] == "2024"
    assert f"2024: {MOST + 3}" in words(index.text)
    assert "No events listed" not in words(index.text)
    month = shown((crowd, FERRY), "timeline", "2024/09")
    assert titles(month)[0] == "Event of 2024-09-01"
    assert read(month).links["../index.html"] == "2024"


def test_the_years_of_a_decade_have_bars_to_one_scale_and_those_without_events_none() -> None:
    site = (many(2019, 40, "old"), many(2015, 20, "older"), many(2024, 30, "new"))
    html = shown(site, "timeline")
    assert "2019: 40 2016 to 2018: 0 2015: 20" in words(read(html).text)
    assert re.findall(r'class="bar-other" x="0%" width="([^"]+)"', html) == ["100%", "50%"]
    assert html.count("aria-hidden") >= 2


def test_bars_of_a_year_and_of_a_decade_are_as_long_for_as_many_events() -> None:
    """Decades of few events each stand together: the 2000s and the 1990s beside the years of the 2010s."""
    site = (
        *(many(2019, 40, "old"), many(2015, 20, "older"), many(2004, 20, "few")),
        *(many(1994, 10, "fewer"), many(2024, 30, "new")),
    )
    html = shown(site, "timeline")
    widths = re.findall(r'class="bar-other" x="0%" width="([^"]+)"', html)
    assert widths == ["100%", "50%", "50%", "25%"]


def test_a_part_shows_a_few_events_says_of_how_many_and_leads_to_the_rest() -> None:
    site = (many(2019, 40, "old"), many(2024, 60, "new"), many(2023, 2, "few"))
    decade = read(shown(site, "timeline", "2020s"))
    text = words(decade.text)
    assert "2023 2 events 1 January 2023 Event of 2023-01-01 Few 1 February 2023" in text
    assert "2024 12 of 60 events 1 January 2024 Event of 2024-01-01" in text
    assert decade.links["../2024/index.html"].endswith("All 60 events: 2024")
    assert "All 2 events" not in text


def test_a_page_leads_to_the_decades_or_the_years_beside_it() -> None:
    site = (
        many(2019, 40, "old"),
        many(2021, 30, "first"),
        many(2023, 30, "new"),
        many(2031, 9, "next"),
    )
    decade, year = (read(shown(site, "timeline", name)).links for name in ("2020s", "2021"))
    assert decade["../2010s/index.html"] == "Earlier: 2010s"
    assert decade["../2030s/index.html"] == "Later: 2030s"
    assert year["../2010s/index.html"] == "Earlier: 2010s"
    assert year["../2023/index.html"] == "Later: 2023"


def test_the_first_page_of_a_divided_timeline_has_the_newest_events() -> None:
    planned_later = summary("later", "id: t, title: Trams cross, expected: {window: 2026-09}")
    text = words(read(shown((many(2024, 60), planned_later), "timeline")).text)
    assert "Latest 5 December 2024 Event of 2024-12-05 Many 4 December 2024" in text


def test_what_has_only_a_year_is_on_the_page_of_its_year() -> None:
    vague = summary("vague", "id: v, title: Some time that year, date: 2024")
    year = shown((many(2024, MOST + 1), vague), "timeline", "2024")
    assert titles(year) == ["Some time that year"]
    assert "Exact month not known" in year


def test_a_month_that_is_too_full_goes_on_for_pages_of_which_the_first_stay() -> None:
    day = "date: 2024-09-11, time: '12:00'"
    crowd = [f"id: e-{n}, title: Event {n}, {day}" for n in range(MOST * 2 + 1)]
    pages = planned((summary("a", *crowd[:-1]), summary("b", crowd[-1])), "timeline")
    assert {"2024/09", "2024/09/page-2", "2024/09/page-3"} <= set(pages)
    fewer = (summary("a", *crowd[:-2]), summary("b", crowd[-1]))
    more = (summary("a", *crowd[:-1]), summary("b", crowd[-1]))
    first = [titles(shown(site, "timeline", "2024/09")) for site in (fewer, more)]
    assert first[0] == first[1]
    assert len(first[0]) == MOST


def test_a_page_is_made_from_the_briefings_on_it_alone() -> None:
    """A year that is past stays as it is when something happens today."""
    old, new = many(2019, 40, "old"), many(2024, 40, "new")
    today = summary("today", "id: t, title: Today, date: 2024-12-24", published="2024-12-25")
    pages = planned((old, new, today), "timeline")
    assert (pages["2010s"].slugs, pages["2010s"].beside) == (
        ("old",),
        ("", "timeline/2020s/index.html"),
    )
    assert pages["2020s"].slugs == ("new", "today")
    before = shown((old, new), "timeline", "2010s")
    assert shown((old, new, today), "timeline", "2010s") == before


def test_one_briefing_with_events_has_its_own_timeline_alone() -> None:
    assert planned((BRIDGE, summary("quiet")), "timeline") == {}
    assert planned((BRIDGE,), "timeline") == {}
