"""A page across briefings depends on the briefings that it names, and on nothing else that may change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from dateline.pages.archive.onward import plan_onward
from dateline.pages.archive.site_page import Archive
from dateline.pages.navigation import ALWAYS
from dateline.pages.plan import archive_of, plan_site
from dateline.pages.shell import Page
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary
from tests.pages.world import SITE, edition

BLANK = summarise(edition())
AUTHOR_LESS = SITE.with_sections(ALWAYS)


def a_summary(chance: Random, number: int) -> Summary:
    day = date(2021, 11, 1) + timedelta(chance.randrange(120))
    topics = chance.sample(["Trade", "trade", "Schools", "Bridges", "Floods", "Work", "Only"], 2)
    slug = f"b{number}"
    return replace(
        BLANK,
        slug=slug,
        page=f"{slug}/index.html",
        title=f"Title {chance.randrange(3)}",
        published=day,
        topics=tuple(topics),
    )


def planned(archive: Archive, of: tuple[Summary, ...]) -> Iterator[tuple[object, list[Page]]]:
    """What each page says that it depends on, and the page."""
    by_slug = {summary.slug: summary for summary in archive.summaries}
    for page in plan_site(of, AUTHOR_LESS):
        if page.slugs is not None:
            made_from = [by_slug[slug] for slug in page.slugs]
            yield (page.path, repr(made_from), page.beside, archive.site.sections), [page.plan()]
    for onward in plan_onward(archive):
        made_from = [by_slug[slug] for slug in onward.slugs]
        key = (onward.summary.slug, repr(made_from), onward.beside, archive.site.sections)
        yield key, list(onward.plan())


@pytest.mark.parametrize("seed", range(8))
def test_pages_with_the_same_dependencies_are_the_same(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - for a test
    summaries = [a_summary(chance, number) for number in range(70)]
    known: dict[object, list[Page]] = {}
    shared = 0
    for _ in range(4):
        archive = archive_of(summaries, AUTHOR_LESS)
        for key, pages in planned(archive, tuple(summaries)):
            shared += key in known
            assert known.setdefault(key, pages) == pages, key
        change = chance.randrange(3)
        if change == 0:
            summaries.append(a_summary(chance, len(summaries) + 100))
        elif change == 1:
            summaries.pop(chance.randrange(len(summaries)))
        else:
            at = chance.randrange(len(summaries))
            summaries[at] = a_summary(chance, at)
    assert shared > 100
