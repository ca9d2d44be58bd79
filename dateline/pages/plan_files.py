"""What is published beside the pages: files for programs, which no template makes."""

from dateline.facts.records import Site
from dateline.pages import addresses
from dateline.pages.addresses import base_path
from dateline.pages.data.files import data_files
from dateline.pages.data.schemas import schema_files
from dateline.pages.edition import Edition
from dateline.pages.machines.calendar import calendar_files, site_calendar
from dateline.pages.machines.changes_feed import changes_file
from dateline.pages.machines.site_feed import feed_files
from dateline.pages.machines.sitemap import robots_file, sitemap_files
from dateline.pages.summary import Summary


def briefing_files(edition: Edition) -> dict[str, bytes]:
    return data_files(edition) | calendar_files(edition)


def site_files(summaries: tuple[Summary, ...], site: Site) -> dict[str, bytes]:
    """The files that belong to no briefing, by their path in the site."""
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
