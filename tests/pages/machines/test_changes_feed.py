"""changes.xml as an independent reader has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest

from dateline.facts.site_records import Site
from dateline.pages.machines.changes_feed import MOST_ENTRIES, changes_feed, changes_file
from dateline.pages.plan import site_files
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary, SummaryChange
from tests.pages.everything import everything

SITE = Site.model_validate(
    {
        "title": "The <Daily>",
        "description": "News.",
        "address": "https://d.example/x/",
        "tag": "d.example,2024",
    }
)
BRIDGE = summarise(everything())
HOSTILE = "</summary><script>alert(1)</script> & ]]>"
FIX = SummaryChange(
    kind="corrected",
    on=date(2024, 9, 12),
    key="article/corrected/2024-09-12/0f",
    name=HOSTILE,
    page="ferry/article/index.html",
    was="A was.",
    now=HOSTILE,
    why="Because.",
)
FERRY = replace(
    BRIDGE,
    slug="ferry",
    first_slug="ferry",
    page="ferry/index.html",
    title=HOSTILE,
    changed=date(2025, 2, 1),
    changes=(FIX,),
)


def parsed(*summaries: Summary) -> Any:
    found = feedparser.parse(changes_file(summaries, SITE)["changes.xml"])
    assert found.bozo is False
    return found


def test_each_kind_of_change_says_whose_it_was_what_was_and_what_is() -> None:
    summaries = {entry.title: entry.summary for entry in parsed(BRIDGE).entries}
    assert len(summaries) == 12
    wanted = {
        "Corrected: Cost of the bridge": "It said “60 million”, and now says “61 million”. We had misread a table.",
        "Corrected: The article": "It said “Anna Berg, mayor of Holm, cut the ribbon”, and now says"
        " “Anna Berg, mayor of Skerry, cut the ribbon”. We had taken one shore for the other.",
        "Added: Last winter of the ferry": "We added this fact.",
        "Removed: Parking places": "We removed this fact. The plan it came from was withdrawn.",
        "Outcome: A path for bicycles": "Expected in March 2025. Happened in July 2025, four months late.",
        "Revised by Skerry council: People who live in Skerry": "Skerry council gave 21,500 people before,"
        " and now gives about 21,380 people. The first count had taken summer guests for residents.",
    }
    assert {title: summaries.get(title) for title in wanted} == wanted


def test_each_leads_to_the_page_of_its_fact_and_has_the_day_that_was_written() -> None:
    entry = next(entry for entry in parsed(BRIDGE).entries if entry.title.startswith("Revised"))
    assert entry.link == "https://d.example/x/b/facts/residents/"
    assert entry.id.startswith("tag:d.example,2024:the-ribbon/facts/residents/revised/2025-05-02/")
    assert (entry.published, entry.updated) == ("2025-05-02T12:00:00Z",) * 2
    assert 'href="https://d.example/x/b/"' in entry.content[0].value


def test_two_briefings_are_one_list_and_neither_moves_the_others_ids() -> None:
    both, single = parsed(FERRY, BRIDGE), parsed(BRIDGE)
    days = [entry.updated for entry in both.entries]
    assert days == sorted(days, reverse=True)
    assert [entry.id for entry in both.entries if ":the-ribbon/" in entry.id] == [
        entry.id for entry in single.entries
    ]
    assert len({entry.id for entry in both.entries}) == len(both.entries) == 13


def test_what_looks_like_markup_is_words() -> None:
    (entry,) = parsed(FERRY).entries
    assert entry.title == f"Corrected: {HOSTILE}"
    assert entry.summary == f"It said “A was”, and now says “{HOSTILE}”. Because."
    (content,) = changes_feed((FERRY,), SITE).entries
    assert "<script" not in content.content


def test_it_is_dated_by_the_last_change_and_is_there_without_any() -> None:
    assert parsed(FERRY, BRIDGE).feed.updated == "2026-01-08T12:00:00Z"
    none = parsed(replace(FERRY, changes=()))
    assert (none.feed.updated, none.entries) == ("2025-02-01T12:00:00Z", [])


def test_it_does_not_grow_without_end() -> None:
    many = tuple(
        replace(FIX, on=date(2024, month, day), key=f"{month}/{day}")
        for month in range(1, 13)
        for day in range(1, 29)
    )
    entries = parsed(replace(FERRY, changes=many)).entries
    assert len(entries) == MOST_ENTRIES
    assert entries[0].updated == "2024-12-28T12:00:00Z"


@pytest.mark.parametrize("address", [None, "https://d.example/"])
def test_there_is_none_without_the_sites_address(address: str | None) -> None:
    site = SITE.model_copy(update={"address": address})
    assert ("changes.xml" in site_files((BRIDGE,), site)) is bool(address)


def test_a_briefing_that_was_removed_is_an_entry_with_the_reason() -> None:
    removed = [{"folder": "toll", "on": "2025-03-01", "why": "A <court> forbade it."}]
    site = Site.model_validate({**SITE.model_dump(exclude_defaults=True), "removed": removed})
    feed = feedparser.parse(changes_file((FERRY,), site)["changes.xml"])
    first, second = feed.entries
    assert (first.title, first.link) == ("Removed: /toll/", "https://d.example/x/toll/")
    assert "A <court> forbade it." in first.summary
    assert first.updated.startswith("2025-03-01")
    assert feed.feed.updated.startswith("2025-03-01")
    assert second.id != first.id
