"""What the feed of a site contains: its newest briefings, as their content has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.pages.machines.feeds import instant
from dateline.pages.machines.site_feed import site_feed
from dateline.pages.summarise import summarise
from dateline.pages.summary import PointCard
from tests.pages.world import SITE, edition
from tests.small_site import article, assemble

AT = SITE.model_copy(update={"address": "https://daily.example/"})
ONE = summarise(edition())


def test_it_holds_the_fifty_newest_in_an_order_that_no_folder_decides() -> None:
    days = [date(2024, month, day) for month in range(1, 4) for day in range(1, 21)]
    many = [replace(ONE, slug=f"b-{day}", published=day, changed=day) for day in days]
    held = site_feed(many, AT).entries
    assert [entry.published for entry in held] == [
        instant(day) for day in sorted(days, reverse=True)[:50]
    ]
    assert site_feed(reversed(many), AT).entries == held
    twins = [replace(ONE, slug=slug, page=f"{slug}/index.html") for slug in ("a", "c", "b")]
    assert [entry.address[-2] for entry in site_feed(twins, AT).entries] == ["c", "b", "a"]


def test_what_content_says_is_text_in_the_html_of_an_entry() -> None:
    hostile = replace(
        ONE,
        standfirst="<script>alert(1)</script>",
        points=(PointCard(what="<b> & ", why="", facts=()),),
    )
    (entry,) = site_feed([hostile], AT).entries
    assert entry.content == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><ul><li>&lt;b&gt; &amp; </li></ul>"
    )


CORRECTED = "corrections: [{on: 2025-03-01, was: a, is: b, why: c}]"
REMOVED = "events: []\nremoved: [{id: gone, on: 2025-04-01, why: Never was.}]"


@pytest.mark.parametrize(
    ("front", "timeline", "day"),
    [
        ([], "events: []", "2024-09-11"),
        (["updated: 2025-02-01"], "events: []", "2025-02-01"),
        (["updated: 2025-03-01", CORRECTED], "events: []", "2025-03-01"),
        ([CORRECTED], REMOVED, "2025-04-01"),
    ],
)
def test_a_briefing_is_as_new_as_the_last_change_that_its_content_tells(
    front: list[str], timeline: str, day: str
) -> None:
    site = assemble(
        {"b/article.md": article("All was quiet.", *front), "b/timeline.yaml": timeline},
        site_url="https://daily.example/",
    )
    assert f"<updated>{day}T12:00:00Z</updated>" in site.files["feed.xml"].decode()
    assert f"<lastmod>{day}</lastmod>" in site.files["sitemap.xml"].decode()
    modified = f'<meta property="article:modified_time" content="{day}">'
    assert modified in site.files["b/index.html"].decode()
