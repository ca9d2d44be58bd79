"""A page across briefings changes with the briefings that it names, and with no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline.checking import check_briefing
from dateline.pages.edition import Edition
from dateline.pages.plan import plan_site
from dateline.pages.summarise import summarise
from dateline.publishing.looks.render import render
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site
from tests.pages.archive.newsroom import SEVERAL
from tests.pages.world import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.pages.archive.site_page import SitePage
    from dateline.pages.summary import Summary

CONTENT = Path(__file__).parents[2] / "sites/archive/content"
TODAY = date(2026, 6, 15)


@cache
def summaries() -> tuple[Summary, ...]:
    found = []
    for folder in read_site(CONTENT).folders:
        briefing, _ = parse_briefing(folder)
        assert briefing
        checked = check_briefing(briefing, today=TODAY)
        found.append(
            summarise(Edition(briefing=briefing, checked=checked, site=SEVERAL, today=TODAY))
        )
    return tuple(found)


def site(briefings: Sequence[Summary]) -> dict[str, tuple[SitePage, bytes]]:
    pages = plan_site(tuple(briefings), SEVERAL)
    return {page.path: (page, render(page.plan(), look())) for page in pages}


@cache
def as_it_is() -> dict[str, tuple[SitePage, bytes]]:
    return site(summaries())


def edited(summary: Summary) -> Summary:
    """With another title, and a new word in what it says of each event and change."""
    return replace(
        summary,
        title=f"{summary.title} again",
        events=tuple(replace(event, when=f"{event.when} Now") for event in summary.events),
        changes=tuple(replace(change, now=f"{change.now} Now") for change in summary.changes),
    )


@pytest.mark.parametrize("slug", ["bridge", "ferry", "office", "plans", "tram"])
def test_an_edit_changes_only_pages_that_are_made_from_the_briefing(slug: str) -> None:
    now = site([edited(each) if each.slug == slug else each for each in summaries()])
    assert now.keys() == as_it_is().keys()
    changed = [path for path, (_, html) in now.items() if html != as_it_is()[path][1]]
    assert len(changed) > 4
    for path in changed:
        page = as_it_is()[path][0]
        assert page.slugs is None or slug in page.slugs, path


def test_few_pages_are_made_from_all_briefings() -> None:
    pages = [page for page, _ in as_it_is().values()]
    assert len([page for page in pages if page.slugs is None]) < 8
    assert len(pages) > 40
