"""Feeds as an independent reader has them, and ids that stay."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import feedparser
import pytest
from jsonschema import Draft202012Validator

from dateline.facts.site_records import Site
from dateline.pages.machines.feeds import (
    Entry,
    Feed,
    entry_id,
    feed_id,
    instant,
    render_atom,
    render_json_feed,
)

HOSTILE = "</title><script>alert(1)</script> & ]]> “quoted” 𝒳"
ENTRY = Entry(
    id="tag:courier.example,2024:bridge",
    title=HOSTILE,
    address="https://courier.example/bridge/",
    published=instant(date(2024, 9, 11)),
    updated=date(2025, 2, 1),
    language="ar",
    authors=("Ana Writer", "Ben Writer"),
    summary="In short.",
    content="<p>In &lt;short&gt;.</p>",
)
SITE = Site.model_validate(
    {
        "title": "The Courier",
        "description": "News.",
        "address": "https://courier.example/",
        "tag": "courier.example,2024",
        "publisher": {"name": "The Courier", "address": "https://courier.example/about/"},
        "licence": {"name": "CC BY 4.0"},
    }
)
FEED = Feed(
    site=SITE,
    path="feed.xml",
    home="index.html",
    title="The Courier",
    subtitle="News.",
    updated=date(2025, 2, 1),
    entries=(ENTRY,),
)

DAY = {"type": "string", "format": "date-time"}
URL = {"type": "string", "pattern": "^https://"}
WORDS = {"type": "string", "minLength": 1}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {"required": ["name"], "properties": {"name": WORDS, "url": URL}},
}
ITEM = {
    "type": "object",
    "required": ["id", "content_html"],
    "additionalProperties": False,
    "properties": {
        "id": WORDS,
        "url": URL,
        "title": WORDS,
        "content_html": WORDS,
        "summary": WORDS,
        "date_published": DAY,
        "date_modified": DAY,
        "authors": AUTHORS,
        "language": WORDS,
        "image": URL,
    },
}
JSON_FEED_1_1: dict[str, Any] = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": URL,
        "feed_url": URL,
        "description": WORDS,
        "authors": AUTHORS,
        "language": WORDS,
        "items": {"type": "array", "items": ITEM},
    },
}


def read(feed: Feed) -> Any:
    found = feedparser.parse(render_atom(feed))
    assert found.bozo is False
    assert found.version == "atom10"
    return found


def test_a_reader_gets_what_was_written_whatever_it_looks_like() -> None:
    found = read(FEED)
    (entry,) = found.entries
    assert (found.feed.id, found.feed.title, found.feed.rights) == (
        "tag:courier.example,2024:feed.xml",
        FEED.title,
        "Facts: CC BY 4.0",
    )
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("self", "https://courier.example/feed.xml"),
        ("alternate", "https://courier.example/"),
    }
    assert (entry.id, entry.title, entry.link) == (ENTRY.id, HOSTILE, ENTRY.address)
    assert (entry.published, entry.updated) == ("2024-09-11T12:00:00Z", "2025-02-01T12:00:00Z")
    assert [author.name for author in entry.authors] == list(ENTRY.authors)
    assert (entry.content[0].type, entry.content[0].value) == ("text/html", ENTRY.content)
    assert entry.content[0].language == "ar"


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(FEED, site=site(title="The Courier"), subtitle="")
    entry = replace(ENTRY, authors=(), summary="")
    text = render_atom(replace(bare, entries=(entry,))).decode()
    assert not any(f"<{name}" in text for name in ("rights", "uri", "subtitle", "summary"))
    assert read(replace(bare, entries=(entry,))).feed.author == "The Courier"


def test_a_json_feed_is_one() -> None:
    made = json.loads(render_json_feed(FEED))
    Draft202012Validator(JSON_FEED_1_1).validate(made)
    (item,) = made["items"]
    assert (item["id"], item["title"]) == (ENTRY.id, HOSTILE)
    assert item["date_modified"] == "2025-02-01T12:00:00Z"


def site(**more: object) -> Site:
    return Site.model_validate({"title": "T", "description": "D", **more})


DRAWN = "1bc281de-45cf-4610-bcf5-23f442b8027c"


@pytest.mark.parametrize("tag", [{"tag": DRAWN}, {"tag": "courier.example,2024"}])
def test_under_a_tag_an_id_knows_neither_title_nor_address(tag: dict[str, str]) -> None:
    publisher = {"name": "The Courier"}
    here = site(publisher=publisher, **tag)
    there = site(publisher=publisher, **tag, title="Other", address="https://other.example/news/")
    assert entry_id(here, "bridge", date(2024, 9, 11)) == entry_id(
        there, "bridge", date(2024, 9, 11)
    )
    assert feed_id(here, "feed.xml") == feed_id(there, "feed.xml")


def test_under_a_tag_ids_are_tag_uris() -> None:
    tagged = site(tag="courier.example,2024-05")
    assert entry_id(tagged, "bridge", date(2024, 9, 11)) == "tag:courier.example,2024-05:bridge"


def test_under_a_tag_that_is_a_uuid_ids_are_uuids_of_it() -> None:
    day = date(2024, 9, 11)
    ids = {entry_id(site(tag=tag), "bridge", day) for tag in (DRAWN, DRAWN.replace("1bc", "1bd"))}
    assert {UUID(found).version for found in ids} == {5}
    assert len(ids) == 2


def test_without_a_tag_sites_that_know_nothing_of_each_other_differ() -> None:
    ids = {entry_id(site(), "bridge", day) for day in (date(2024, 9, 11), date(2024, 9, 12))}
    others = [
        site(title="Two"),
        site(publisher={"name": "P"}),
        site(address="https://one.example/"),
        site(address="https://two.example/"),
    ]
    ids |= {entry_id(other, "bridge", date(2024, 9, 11)) for other in others}
    ids |= {feed_id(other, "feed.xml") for other in others}
    assert len(ids) == 10
    assert all(entry_id.startswith("urn:uuid:") for entry_id in ids)


@pytest.mark.parametrize(
    "tag",
    [
        "courier.example",
        "localhost,2024",
        "courier.example,24",
        "courier.example,2024-13",
        "a b.c,2024",
    ],
)
def test_a_tag_that_is_none_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=r"as courier\.example,2024"):
        site(tag=tag)
