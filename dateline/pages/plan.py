"""Which pages and which files for programs there are: those of a briefing, and those of the site."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from dateline.facts.article import Article
from dateline.facts.kinds import BriefingPage
from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.about import plan_about
from dateline.pages.addresses import base_path
from dateline.pages.article_page import plan_article
from dateline.pages.authors import plan_authors
from dateline.pages.brief import plan_brief
from dateline.pages.corrections import plan_corrections
from dateline.pages.data.files import data_files
from dateline.pages.data.schemas import schema_files
from dateline.pages.edition import Edition
from dateline.pages.embed import plan_embeds
from dateline.pages.everything import plan_everything
from dateline.pages.fact import plan_facts
from dateline.pages.front import plan_front
from dateline.pages.key_figures import plan_key_figures
from dateline.pages.machines.calendar import calendar_files, site_calendar
from dateline.pages.machines.changes_feed import changes_file
from dateline.pages.machines.oembed import oembed_files
from dateline.pages.machines.site_feed import feed_files
from dateline.pages.machines.sitemap import robots_file, sitemap_files
from dateline.pages.moved import plan_moved, plan_moved_pages
from dateline.pages.not_found import plan_not_found
from dateline.pages.own_page import ABOUT_SITE, plan_own_pages
from dateline.pages.picture import ShareCard
from dateline.pages.removed import plan_removed, plan_removed_briefings
from dateline.pages.row import row_of
from dateline.pages.shell import Page
from dateline.pages.sources import plan_sources
from dateline.pages.summary import Summary, published
from dateline.pages.timeline import plan_timeline
from dateline.pages.who_and_where import plan_who_and_where

# `row.py` says which of them a briefing has, and what they are called.
PAGES: Final[Mapping[BriefingPage, Callable[[Edition], Page]]] = {
    "article": plan_article,
    "timeline": plan_timeline,
    "key-figures": plan_key_figures,
    "who-and-where": plan_who_and_where,
    "sources": plan_sources,
    "all": plan_everything,
}


def plan_briefing(edition: Edition) -> tuple[Page, ...]:
    """Every page of a briefing; one without content is left out."""
    pages = [plan() for plan in _plans(edition).values()]
    pages += plan_removed(edition)
    return (*pages, *plan_moved(edition, pages))


def plan_page(edition: Edition, path: str) -> Page | None:
    """One page of a briefing without the others; None where it has none at `path`."""
    plan = _plans(edition).get(path)
    return plan() if plan else None


def _plans(edition: Edition) -> dict[str, Callable[[], Page]]:
    slug = edition.briefing.slug
    named = [*(page for page, _, _ in row_of(edition.briefing)), "all"]
    return {
        addresses.brief_page(slug): partial(plan_brief, edition),
        **{addresses.page_of(slug, page): partial(PAGES[page], edition) for page in named},
        **dict(plan_facts(edition)),
        **dict(plan_embeds(edition)),
    }


def plan_site(
    summaries: tuple[Summary, ...],
    site: Site,
    card: ShareCard | None = None,
    texts: Mapping[str, Article] | None = None,
) -> tuple[Page, ...]:
    """The pages that belong to no briefing; links to them are shared with `card`.

    `texts` are those of the site's own pages, by their names. What is kept back, and was asked for, is
    on the front page alone.
    """
    picture = card.picture if card else None
    public = published(summaries)
    return (
        plan_front(summaries, site, picture),
        plan_about(public, site, picture, texts.get(ABOUT_SITE) if texts else None),
        plan_corrections(public, site, picture),
        plan_not_found(public, site),
        *plan_own_pages(site, texts or {}, picture),
        *plan_authors(public, site, picture),
        *plan_moved_pages(site),
        *plan_removed_briefings(site, {summary.slug for summary in summaries}),
    )


# Files for programs, which no template makes


def briefing_files(edition: Edition) -> dict[str, bytes]:
    return data_files(edition) | calendar_files(edition) | oembed_files(edition)


def site_files(summaries: tuple[Summary, ...], site: Site) -> dict[str, bytes]:
    """The files that belong to no briefing, by their path in the site; what is kept back is in none."""
    summaries = published(summaries)
    always = schema_files() | site_calendar(summaries, site)
    if not (site.address and summaries):
        # A feed and a sitemap are of whole addresses, and are not made of halves.
        return always
    at_root = base_path(site.address) == "/"
    return {
        **always,
        **feed_files(summaries, site),
        **changes_file(summaries, site),
        **sitemap_files(summaries, site),
        # Crawlers ask for it at the root of an origin alone (RFC 9309, section 2.3).
        **({addresses.ROBOTS: robots_file(site)} if at_root else {}),
    }
