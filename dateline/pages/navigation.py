"""Which pages every page links to, above its content and below it."""

from collections.abc import Iterator
from typing import Final

from dateline.drawing.lettering import LABEL
from dateline.facts.records import NavPlace, Site
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.inline import Link
from dateline.words import _

# Pixels of CSS: the room for links above a page on a screen of 320, the size of their letters and
# the gap between two (static/style/layout.css). The link to the page itself is in bold.
_ROOM: Final = 288
_SIZE: Final = 14
_GAP: Final = 24
_BOLDER: Final = 1.06


def masthead(site: Site, here: Here) -> tuple[Link, ...]:
    return (
        page_link(here, addresses.FRONT, _("Briefings")),
        page_link(here, addresses.ABOUT, _("About")),
        *(_own_link(name, site, here) for name in in_header(site)),
    )


def footer_pages(site: Site, here: Here) -> Iterator[Link]:
    """Those of the site's own pages that are to be below each page, and those without room above it."""
    above = in_header(site)
    for name, front in site.own.pages.items():
        if front.nav is not NavPlace.NONE and name not in above:
            yield _own_link(name, site, here)


def in_header(site: Site) -> tuple[str, ...]:
    """As many of the site's own pages as fit on one line of a small phone, in order of their names."""
    left = _ROOM - sum(map(_width, (_("Briefings"), _("About")))) + _GAP
    fit: list[str] = []
    for name, front in site.own.pages.items():
        if front.nav is NavPlace.HEADER and _width(front.title) <= left:
            left -= _width(front.title)
            fit.append(name)
    return tuple(fit)


def page_link(here: Here, page: str, words: str, count: int | None = None) -> Link:
    return Link(words=words, href=here.to(page), current=here.path == page, count=count)


def _own_link(name: str, site: Site, here: Here) -> Link:
    return page_link(here, addresses.own_page(name), site.own.pages[name].title)


def _width(words: str) -> float:
    return LABEL.width(words) * _SIZE * _BOLDER + _GAP
