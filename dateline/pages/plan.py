"""Which pages there are: those of a briefing, and those of the site."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final

from dateline.facts.records import Site
from dateline.pages import addresses
from dateline.pages.about import plan_about
from dateline.pages.addresses import Sheet
from dateline.pages.article_page import plan_article
from dateline.pages.brief import plan_brief
from dateline.pages.corrections import plan_corrections
from dateline.pages.edition import Edition
from dateline.pages.everything import plan_everything
from dateline.pages.fact import plan_facts
from dateline.pages.front import plan_front
from dateline.pages.key_figures import plan_key_figures
from dateline.pages.moved import plan_moved
from dateline.pages.not_found import plan_not_found
from dateline.pages.picture import ShareCard
from dateline.pages.removed import plan_removed
from dateline.pages.shell import Page
from dateline.pages.sources import plan_sources
from dateline.pages.summary import Summary
from dateline.pages.timeline import plan_timeline
from dateline.pages.who_and_where import plan_who_and_where

# Each gives None where the briefing has nothing to show there. `row.py` has what they are called.
SHEETS: Final[Mapping[Sheet, Callable[[Edition], Page | None]]] = {
    "article": plan_article,
    "timeline": plan_timeline,
    "key-figures": plan_key_figures,
    "who-and-where": plan_who_and_where,
    "sources": plan_sources,
    "all": plan_everything,
}


def plan_briefing(edition: Edition) -> tuple[Page, ...]:
    """Every page of a briefing; a sheet without content has none."""
    pages = [page for plan in _plans(edition).values() if (page := plan())]
    pages += plan_removed(edition)
    return (*pages, *plan_moved(edition, pages))


def plan_page(edition: Edition, path: str) -> Page | None:
    """One page of a briefing without the others; None where it has none at `path`."""
    plan = _plans(edition).get(path)
    return plan() if plan else None


def _plans(edition: Edition) -> dict[str, Callable[[], Page | None]]:
    """How to plan each page that shows what the briefing now holds, by its path."""
    slug = edition.briefing.slug
    sheets = {
        addresses.sheet_page(slug, sheet): partial(plan, edition) for sheet, plan in SHEETS.items()
    }
    return {
        addresses.brief_page(slug): partial(plan_brief, edition),
        **sheets,
        **dict(plan_facts(edition)),
    }


def plan_site(
    summaries: tuple[Summary, ...], site: Site, today: date, card: ShareCard | None = None
) -> tuple[Page, ...]:
    """The pages that belong to no briefing; links to them are shared with `card`."""
    picture = card.picture if card else None
    return (
        plan_front(summaries, site, today, picture),
        plan_about(site, picture),
        plan_corrections(summaries, site, picture),
        plan_not_found(summaries, site),
    )
