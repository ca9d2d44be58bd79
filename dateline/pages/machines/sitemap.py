"""Every address of the site for search engines, each with the day of its last change.

sitemaps.org, protocol 0.9: a file holds 50,000 addresses and 50 MB at most; a site that has more is
told in several, which `sitemap.xml` lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from dateline.facts.records import Site
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.corrections import last_corrected
from dateline.pages.summary import Summary

ADDRESSES: Final = 50_000
BYTES: Final = 52_428_800

_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What stands around the entries of a file.
_AROUND: Final = 200


def sitemap_files(
    summaries: Sequence[Summary], site: Site, *, most: int = ADDRESSES
) -> dict[str, bytes]:
    """The sitemap of a site that has an address: one file, or several and their list.

    Briefings stand in the order of publication, so that a new one changes the last file alone.
    """
    parts = list(_parts(_entries(summaries, site), most))
    if len(parts) == 1:
        return {addresses.SITEMAP: _document("urlset", parts[0])}
    files = {
        addresses.sitemap_part(number): _document("urlset", part)
        for number, part in enumerate(parts, start=1)
    }
    listed = [f"<sitemap><loc>{_whole(path, site)}</loc></sitemap>" for path in files]
    return {addresses.SITEMAP: _document("sitemapindex", listed), **files}


def robots_file(site: Site) -> bytes:
    """RFC 9309: everything may be read, and the sitemap stands there."""
    sitemap = address_of(addresses.SITEMAP, site.address)
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()


def _entries(summaries: Sequence[Summary], site: Site) -> Iterator[str]:
    changed = max((one.changed for one in summaries), default="")
    yield _entry(addresses.FRONT, changed, site)
    yield _entry(addresses.ABOUT, "", site)
    yield _entry(addresses.CORRECTIONS, last_corrected(summaries), site)
    for summary in sorted(summaries, key=lambda one: (one.published, one.slug)):
        for page in pages_of(summary):
            yield _entry(page, summary.changed, site)


def pages_of(summary: Summary) -> Iterator[str]:
    """The pages of a briefing that search engines should have, by path in the site."""
    yield summary.page
    yield from (sheet.page for sheet in summary.sheets)
    yield addresses.sheet_page(summary.slug, "all")
    yield from (addresses.fact_page(summary.slug, one) for one in summary.ids)


def _entry(page: str, changed: str, site: Site) -> str:
    day = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{_whole(page, site)}</loc>{day}</url>"


def _whole(path: str, site: Site) -> str:
    return escape(address_of(path, site.address))


def _parts(entries: Iterable[str], most: int) -> Iterator[list[str]]:
    part: list[str] = []
    size = _AROUND
    for entry in entries:
        length = len(entry.encode()) + 1
        if len(part) == most or size + length > BYTES:
            yield part
            part, size = [], _AROUND
        part.append(entry)
        size += length
    yield part


def _document(root: str, entries: Iterable[str]) -> bytes:
    body = "\n".join(entries)
    return f'{_XML}<{root} xmlns="{_SCHEMA}">\n{body}\n</{root}>\n'.encode()
