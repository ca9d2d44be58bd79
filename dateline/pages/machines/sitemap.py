"""Every address of the site for search engines, each with the day of its last change.

sitemaps.org, protocol 0.9: a file holds at most 50,000 addresses; a site that has more needs several,
which `sitemap.xml` lists. A file may have 50 MB, which so many addresses of pages never reach.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from operator import itemgetter
from typing import Final

from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.summary import Summary

ADDRESSES: Final = 50_000

_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(
    summaries: Sequence[Summary],
    site: Site,
    archive: Iterable[tuple[str, date | None]] = (),
    *,
    most: int = ADDRESSES,
) -> dict[str, bytes]:
    """The site has an address. In order of publication: a new briefing changes one file.

    The pages of the `archive` have the days of their last changes with them.
    """
    pages = sorted(archive, key=itemgetter(0))
    entries = [*_entries(summaries, site), *(_entry(page, day, site) for page, day in pages)]
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    if len(parts) == 1:
        return {addresses.SITEMAP: _document("urlset", parts[0])}
    files = {
        addresses.sitemap_part(number): _document("urlset", part)
        for number, part in enumerate(parts, start=1)
    }
    listed = [f"<sitemap><loc>{_whole(path, site)}</loc></sitemap>" for path in files]
    return {addresses.SITEMAP: _document("sitemapindex", listed), **files}


def robots_file(site: Site) -> bytes:
    """RFC 9309: everything may be read, and where the sitemap is."""
    sitemap = address_of(addresses.SITEMAP, site.address)
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()


def _entries(summaries: Sequence[Summary], site: Site) -> Iterator[str]:
    yield _entry(addresses.FRONT, _latest(summary.changed for summary in summaries), site)
    yield _entry(addresses.ABOUT, None, site)
    corrected = _latest(summary.corrected for summary in summaries)
    yield _entry(addresses.CORRECTIONS, corrected, site)
    own = [addresses.own_page(name) for name in site.own.pages]
    if site.own.authors:
        own.append(addresses.AUTHORS)
    own += (addresses.author_page(author.id) for author in site.own.authors)
    yield from (_entry(page, None, site) for page in own)
    for summary in sorted(summaries, key=lambda summary: (summary.published, summary.slug)):
        for page in pages_of(summary):
            yield _entry(page, summary.changed, site)


def _latest(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)


def pages_of(summary: Summary) -> Iterator[str]:
    """The pages of a briefing that search engines should have, by path in the site."""
    yield summary.page
    yield from (link.href for link in summary.row)
    yield addresses.page_of(summary.slug, "all")
    yield from (addresses.fact_page(summary.slug, fact) for fact in summary.ids)


def _entry(page: str, changed: date | None, site: Site) -> str:
    day = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{_whole(page, site)}</loc>{day}</url>"


def _whole(path: str, site: Site) -> str:
    return escape(address_of(path, site.address), quote=False)


def _document(root: str, entries: Iterable[str]) -> bytes:
    body = "\n".join(entries)
    return f'{_XML}<{root} xmlns="{_SCHEMA}">\n{body}\n</{root}>\n'.encode()
