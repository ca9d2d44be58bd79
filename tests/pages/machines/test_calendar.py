"""The calendar as an independent reader has it, and what a change leaves alone."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from dateline.facts.dates import parse_date
from dateline.pages.machines.calendar import calendar_files, days_of, render_calendar, site_calendar
from dateline.pages.summarise import summarise
from dateline.pages.summary import CalendarEntry
from tests.pages.everything import everything
from tests.pages.world import PEOPLE, SITE, SOURCES, edition, pages, read
from tests.small_site import article, assemble

if TYPE_CHECKING:
    from dateline.pages.edition import Edition

GOLDEN = Path(__file__).parent / "golden" / "expected.ics"

OPENING = """
      - id: opening
        title: The line opens
        expected: {window: 2025-06, said_by: ann-lee, said_on: 2024-09-11}
        evidence: is to open in June 2025"""
OTHER = """
      - id: bakery
        title: A bakery at the station
        expected: {window: ../2027-03}
        source: plan"""


def with_events(*events: str) -> Edition:
    return edition(timeline="\n    events:" + "".join(events), people=PEOPLE, sources=SOURCES)


def file_of(edition: Edition) -> bytes:
    return calendar_files(edition)["b/expected.ics"]


def read_events(data: bytes) -> dict[str, Any]:
    """The events of a calendar by their summaries; read by the library alone."""
    return {
        str(component["SUMMARY"]): component
        for component in Calendar.from_ical(data).walk("VEVENT")
    }


def only(*events: str) -> Any:
    (event,) = read_events(file_of(with_events(*events))).values()
    return event


def opening(*lines: str) -> Any:
    """The opening of the line, with more lines to its record."""
    return only(OPENING + "".join(f"\n        {line}" for line in lines))


def test_an_expected_event_stands_over_its_window_and_leaves_the_days_free() -> None:
    event = opening("caveat: No contract is signed.")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (dt.date(2025, 6, 1), dt.date(2025, 7, 1))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert (event["SUMMARY"], event["STATUS"]) == ("Expected: The line opens", "TENTATIVE")
    assert (event["TRANSP"], event["SEQUENCE"]) == ("TRANSPARENT", 0)
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Announced by Ann Lee on 11 September 2024: expected in June 2025.",
        "No contract is signed.",
        "From the article: “is to open in June 2025”",
        "From the briefing “A title”, 11 September 2024.",
    ]


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        ("2026-12-05", "2026-12-05", "2026-12-05"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026/2027-03", "2026-01-01", "2027-03-31"),
        ("../2026-12", "2026-12-01", "2026-12-31"),
        ("../2026-12-24", "2026-12-24", "2026-12-24"),
        ("2026/..", "2026-01-01", "2026-12-31"),
        ("[2026-03, 2026-05]", "2026-03-01", "2026-05-31"),
        ("203X~", "2030-01-01", "2039-12-31"),
    ],
)
def test_every_window_has_days_and_an_open_one_those_of_the_unit_it_names(
    window: str, first: str, last: str
) -> None:
    assert [day.isoformat() for day in days_of(parse_date(window))] == [first, last]


@pytest.mark.parametrize(
    ("time", "begins"),
    [
        ("9 am Europe/Ljubljana", "2025-06-02T09:00:00+02:00"),
        ("09:30 EDT", "2025-06-02T13:30:00+00:00"),
    ],
)
def test_a_time_with_its_zone_makes_a_timed_entry(time: str, begins: str) -> None:
    event = only(OTHER.replace("../2027-03", f"2025-06-02, time: {time}"))
    assert event["DTSTART"].dt.isoformat() == begins
    assert "DTEND" not in event
    assert f"Expected on 2 June 2025, {time}." in str(event["DESCRIPTION"])


def test_a_time_without_a_known_zone_is_in_the_words_of_a_whole_day() -> None:
    event = only(OTHER.replace("../2027-03", "2025-06-02, time: 9 am local time"))
    assert event["DTSTART"].dt == dt.date(2025, 6, 2)
    assert "9 am local time" in str(event["DESCRIPTION"])


def test_a_slip_moves_the_event_and_keeps_its_uid() -> None:
    before = opening()
    after = only(
        OPENING.replace("expected: {", "expected:\n          - {").replace(
            "2024-09-11}", "2024-09-11}\n          - {window: 2025-09, said_on: 2025-05-02}"
        )
    )
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTART"].dt == dt.date(2025, 9, 1)
    assert "Announced on 2 May 2025: expected in September 2025." in after["DESCRIPTION"]
    assert (
        "Announced by Ann Lee on 11 September 2024: expected in June 2025." in after["DESCRIPTION"]
    )
    assert before["DTSTAMP"].dt == dt.datetime(2024, 9, 11, 12, tzinfo=dt.UTC)
    assert after["DTSTAMP"].dt == dt.datetime(2025, 5, 2, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("outcome", "status", "summary", "start"),
    [
        ("happened, date: 2025-07-04", "CONFIRMED", "Happened: ", dt.date(2025, 7, 4)),
        ("happened", "CONFIRMED", "Happened: ", dt.date(2025, 6, 1)),
        (
            "changed, date: 2025-08",
            "CONFIRMED",
            "Not as announced: ",
            dt.date(2025, 8, 1),
        ),
        ("cancelled, date: 2025-02-01", "CANCELLED", "Called off: ", dt.date(2025, 6, 1)),
    ],
)
def test_an_outcome_is_given_and_what_is_called_off_stays_in(
    outcome: str, status: str, summary: str, start: dt.date
) -> None:
    event = opening(f"outcome: {{state: {outcome}, source: plan}}")
    assert (event["STATUS"], event["SUMMARY"]) == (status, f"{summary}The line opens")
    assert event["DTSTART"].dt == start
    assert event["SEQUENCE"] == 1


def test_what_was_written_down_later_dates_the_entry() -> None:
    event = opening(
        "outcome: {state: happened, date: 2025-07-04, recorded: 2026-01-02, source: plan}"
    )
    assert event["LAST-MODIFIED"].dt == dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)


def test_the_day_of_the_build_changes_nothing() -> None:
    assert file_of(everything("2026-06-15")) == file_of(everything("2027-02-01"))


def test_another_event_leaves_the_others_as_they_are() -> None:
    alone, beside = file_of(with_events(OPENING)), file_of(with_events(OTHER, OPENING))
    event = alone[alone.index(b"BEGIN:VEVENT") : alone.index(b"END:VCALENDAR")]
    assert event in beside


def test_a_title_and_an_address_are_not_in_the_uid_and_a_renamed_event_keeps_it() -> None:
    uid = opening()["UID"]
    assert only(OPENING.replace("The line opens", "A line"))["UID"] == uid
    renamed = OPENING.replace("id: opening", "id: line\n        formerly: [opening, start]")
    assert only(renamed)["UID"] == uid
    tagged = SITE.model_copy(update={"tag": "courier.example,2024"})
    moved = tagged.model_copy(update={"address": "https://other.example/"})
    files = (file_of(replace(with_events(OPENING), site=site)) for site in (tagged, moved))
    (here,), (there,) = (read_events(file).values() for file in files)
    assert here["UID"] == there["UID"]
    assert there["URL"] == "https://other.example/b/facts/opening/"
    assert "URL" not in opening()


def test_a_sites_tag_is_the_authority_of_its_uids() -> None:
    site = SITE.model_copy(update={"tag": "daily.example,2024"})
    (event,) = read_events(file_of(replace(with_events(OPENING), site=site))).values()
    assert event["UID"] == "tag:daily.example,2024:b/facts/opening"


HOSTILE = "A; b, c\\n\nEND:VEVENT\r\nBEGIN:VALARM “🔥” " + "ж" * 200
ENTRY = CalendarEntry(
    uid="tag:a,2024:b",
    sequence=2,
    status="TENTATIVE",
    first=dt.date(9999, 12, 1),
    last=dt.date(9999, 12, 31),
    summary=HOSTILE,
    description=HOSTILE,
    address="https://daily.example/b/",
    created=dt.date(2024, 9, 11),
    changed=dt.date(2024, 9, 11),
)


def test_hostile_words_stay_words() -> None:
    data = render_calendar((ENTRY,), name=HOSTILE, home="https://daily.example/", source="")
    calendar = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert not calendar.walk("VALARM")
    for words in (event["SUMMARY"], event["DESCRIPTION"]):
        assert str(words).replace("\r\n", "\n") == HOSTILE.replace("\r\n", "\n")
    # The library reads a calendar's name as it stands, escapes and all.
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")
    assert lines[3].removeprefix(b"NAME:") in [line.removeprefix(b"SUMMARY:") for line in lines[4:]]


def test_one_moment_in_another_zone_is_written_in_that_zone() -> None:
    noon = dt.datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Europe/Ljubljana"))
    written = [
        render_calendar((replace(ENTRY, at=at),), name="", home="", source="")
        for at in (noon, noon.astimezone(ZoneInfo("America/New_York")))
    ]
    starts = re.findall(rb"DTSTART;TZID=\S+:(\S+)", b"".join(written))
    assert starts == [b"20260501T120000", b"20260501T060000"]


def test_time_zones_are_in_one_order_in_every_process() -> None:
    """Else two builds of the same content would differ."""
    cities = "Paris Athens Rome Madrid Berlin Oslo Vienna Warsaw".split()
    entries = tuple(
        replace(ENTRY, at=dt.datetime(2026, 5, 1, 12, tzinfo=ZoneInfo(f"Europe/{city}")))
        for city in cities
    )
    data = render_calendar(entries, name="", home="", source="")
    zones = re.findall(rb"BEGIN:VTIMEZONE\r\nTZID:Europe/(\w+)", data)
    assert zones == [city.encode() for city in sorted(cities)]


def test_lines_end_and_fold_as_they_have_to() -> None:
    data = file_of(everything())
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_a_calendar_is_as_it_was_last_looked_at() -> None:
    edition = with_events(OPENING, OTHER)
    assert file_of(edition) == GOLDEN.read_bytes()


def test_a_former_address_of_the_briefing_has_it_too() -> None:
    edition = with_events(OPENING)
    front = edition.briefing.front.model_copy(update={"formerly": ("a",)})
    files = calendar_files(replace(edition, briefing=replace(edition.briefing, front=front)))
    assert files["a/expected.ics"] == files["b/expected.ics"]


def test_who_subscribed_before_a_briefing_moved_keeps_every_event_and_learns_the_new_address() -> (
    None
):
    text = article("It is to open in June 2025.")
    sheet = """
        events: [{id: opening, title: It opens, expected: {window: 2025-06}, evidence: is to open in June 2025}]
        """
    there = {"old/article.md": text, "old/timeline.yaml": sheet}
    moved = article("It is to open in June 2025.", "formerly: old")
    here = {"new/article.md": moved, "new/timeline.yaml": sheet}
    before, after = (assemble(files, site_url="https://a.example/") for files in (there, here))
    earlier, later = (
        Calendar.from_ical(site.files["old/expected.ics"]) for site in (before, after)
    )
    ids = [[event["UID"] for event in each.walk("VEVENT")] for each in (earlier, later)]
    assert ids[0] == ids[1] != []
    assert later["SOURCE"] == "https://a.example/new/expected.ics"
    assert later["URL"] == "https://a.example/new/"
    for feed in ("feed.xml", "feed.json", "changes.xml"):
        texts = (site.files[feed].decode() for site in (before, after))
        entries = [re.findall(r"urn:uuid:[0-9a-f-]+", text) for text in texts]
        assert entries[0] == entries[1] != []


# The site


def test_a_site_has_a_calendar_of_several_briefings_and_none_of_one() -> None:
    edition = summarise(with_events(OPENING))
    assert site_calendar([edition], SITE) == {}
    (data,) = site_calendar([edition, summarise(everything())], SITE).values()
    assert {"Expected: The line opens", "Expected: Lights on the bridge"} <= set(read_events(data))


def test_two_briefings_never_share_a_uid() -> None:
    text = article("It is to open in June 2025.")
    sheet = """
        events:
          - id: opening
            title: It opens
            expected: {window: 2025-06}
            evidence: is to open in June 2025
        """
    files = {f"{slug}/{name}": body for slug in "ab" for name, body in
             (("article.md", text), ("timeline.yaml", sheet))}  # fmt: skip
    site = assemble(files)
    events = Calendar.from_ical(site.files["expected.ics"]).walk("VEVENT")
    assert len({event["UID"] for event in events}) == 2
    front = read(site.files["index.html"].decode())
    assert "iCalendar" in front.links["expected.ics"]


def test_pages_that_tell_what_is_expected_link_to_the_calendar() -> None:
    html = pages(with_events(OPENING, OTHER))
    assert "iCalendar" in read(html["b/index.html"]).links["expected.ics"]
    assert "iCalendar" in read(html["b/timeline/index.html"]).links["../expected.ics"]
    over = pages(with_events(OPENING))
    assert "expected.ics" not in read(over["b/index.html"]).links, "nothing more is to come"
    assert "../expected.ics" in read(over["b/timeline/index.html"]).links
    quiet = pages(with_events("\n      - {id: visit, title: V, date: 2024-09, source: plan}"))
    assert not any(".ics" in page for page in quiet.values())
