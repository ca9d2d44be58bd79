"""Which pages and which files for programs there are: those of a briefing, and those of the site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from dateline.facts.article import Article
from dateline.facts.kinds import BriefingPage
from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.about import plan_about
from dateline.pages.addresses import base_path, here_on
from dateline.pages.archive.authors import plan_authors
from dateline.pages.archive.by_topic import most_used, topic_links, topics_of
from dateline.pages.archive.corrections import plan_corrections
from dateline.pages.archive.named_index import plan_name_moves
from dateline.pages.archive.outdated import without_outdated
from dateline.pages.archive.parts import plan_archive, sections_of
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.article_page import plan_article
from dateline.pages.brief import plan_brief
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
from dateline.pages.picture import ShareCard, SharedPicture
from dateline.pages.removed import plan_removed, plan_removed_briefings
from dateline.pages.row import row_of
from dateline.pages.search.search_file import search_file
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


def plan_briefing(edition: Edition) -> Iterator[Page]:
    """Every page of a briefing, each when it is asked for; one without content is left out."""
    plans, removed = _plans(edition), tuple(plan_removed(edition))
    for plan in plans.values():
        yield plan()
    yield from removed
    yield from plan_moved(edition, (*plans, *(page.path for page in removed)))


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
) -> Iterator[SitePage]:
    """The pages that belong to no briefing; links to them are shared with `card`.

    `texts` are those of the site's own pages, by their names. What is kept back, and was asked for, is
    on the front page alone.
    """
    picture = card.picture if card else None
    archive = archive_of(summaries, site, picture)
    site, public = archive.site, archive.summaries
    about = texts.get(ABOUT_SITE) if texts else None
    yield _of_all(addresses.FRONT, partial(_plan_front, summaries, archive))
    yield _of_all(addresses.ABOUT, partial(plan_about, public, site, picture, about))
    yield from plan_corrections(archive)
    yield _of_all(addresses.NOT_FOUND, partial(plan_not_found, public, site))
    alone = (
        *plan_own_pages(site, texts or {}, picture),
        *plan_moved_pages(site),
        *plan_removed_briefings(site, {summary.slug for summary in summaries}),
    )
    for page in alone:
        yield SitePage(path=page.path, slugs=(), plan=partial(_same, page), is_found=False)
    yield from plan_authors(archive)
    yield from plan_archive(archive)
    yield from (replace(page, is_found=False) for page in plan_name_moves(archive))


# Topics on the front page: a line or two on a wide screen.
_TOPICS: Final = 12


def _plan_front(summaries: Iterable[Summary], archive: Archive) -> Page:
    shown = without_outdated(summaries, archive.summaries)
    here, topics = here_on(addresses.FRONT, archive.site.address), topics_of(archive.summaries)
    has_pages = "topics" in archive.site.sections
    links = topic_links(most_used(topics, _TOPICS), here) if has_pages else ()
    return plan_front(shown, archive.site, archive.picture, links)


def archive_of(
    summaries: Iterable[Summary], site: Site, picture: SharedPicture | None = None
) -> Archive:
    """What the pages across briefings are made from; its site knows which sections it has."""
    archive = Archive.of(summaries, site, picture)
    return replace(archive, site=site.with_sections(sections_of(archive)))


def _of_all(path: str, plan: Callable[[], Page]) -> SitePage:
    return SitePage(path=path, slugs=None, plan=plan)


def _same(page: Page) -> Page:
    return page


# Files for programs, which no template makes


def briefing_files(edition: Edition) -> dict[str, bytes]:
    return {
        **data_files(edition),
        **calendar_files(edition),
        **oembed_files(edition),
        **search_file(edition),
    }


def site_files(
    summaries: tuple[Summary, ...], site: Site, planned: Iterable[SitePage] = ()
) -> dict[str, bytes]:
    """The files that belong to no briefing, by their path in the site; what is kept back is in none.

    Those of the index of search, of which an edit changes few, are apart (archive/search_index.py).
    `planned` are the site's pages.
    """
    archive = archive_of(summaries, site)
    summaries, site = published(summaries), archive.site
    always = schema_files() | site_calendar(without_outdated(summaries, archive.summaries), site)
    if not site.address:
        # A feed and a sitemap are of whole addresses, and are not made of halves.
        return always
    at_root = base_path(site.address) == "/"
    return {
        **always,
        **feed_files(summaries, site),
        **changes_file(summaries, site),
        **sitemap_files(summaries, site, dated_pages(archive, planned)),
        # Crawlers ask for it at the root of an origin alone (RFC 9309, section 2.3).
        **({addresses.ROBOTS: robots_file(site)} if at_root else {}),
    }


def dated_pages(archive: Archive, planned: Iterable[SitePage]) -> Iterator[tuple[str, date | None]]:
    """The pages of the archive for search engines, each with the day of its last change."""
    changed = {summary.slug: summary.changed for summary in archive.summaries}
    folders = {*archive.site.sections, addresses.CORRECTIONS.partition("/")[0]}
    for page in planned:
        is_of_archive = (
            page.path.partition("/")[0] in folders and page.path != addresses.CORRECTIONS
        )
        if is_of_archive and page.is_found:
            slugs = changed if page.slugs is None else page.slugs
            yield page.path, max((changed[slug] for slug in slugs), default=None)
