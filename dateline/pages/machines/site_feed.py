"""The site's feed: its briefings, the newest first."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from markupsafe import escape

from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.machines.feeds import (
    NOTHING_YET,
    Entry,
    Feed,
    entry_id,
    instant,
    render_atom,
    render_json_feed,
)
from dateline.pages.summary import Summary

ENTRIES: Final = 50  # briefings in a feed; the front page has the others


def feed_files(summaries: Iterable[Summary], site: Site) -> dict[str, bytes]:
    feed = site_feed(summaries, site)
    as_json = replace(feed, path=addresses.JSON_FEED)
    return {addresses.FEED: render_atom(feed), addresses.JSON_FEED: render_json_feed(as_json)}


def site_feed(summaries: Iterable[Summary], site: Site) -> Feed:
    """The feed of a site that has an address."""
    ordered = sorted(summaries, key=lambda summary: (summary.published, summary.slug), reverse=True)
    newest = ordered[:ENTRIES]
    return Feed(
        site=site,
        path=addresses.FEED,
        home=addresses.FRONT,
        title=site.title,
        subtitle=site.description,
        updated=max((summary.changed for summary in newest), default=NOTHING_YET),
        entries=tuple(_entry(summary, site) for summary in newest),
    )


def _entry(summary: Summary, site: Site) -> Entry:
    return Entry(
        id=entry_id(site, summary.first_slug, summary.published),
        title=summary.title,
        address=address_of(summary.page, site.address),
        published=summary.moment or instant(summary.published),
        updated=summary.changed,
        language=summary.language,
        authors=summary.authors,
        summary=summary.standfirst,
        content=_content(summary),
        image=address_of(summary.lead.src, site.address) if summary.lead else "",
    )


def _content(summary: Summary) -> str:
    points = "".join(f"<li>{escape(point.what)}</li>" for point in summary.points)
    return f"<p>{escape(summary.standfirst)}</p>" + (f"<ul>{points}</ul>" if points else "")
