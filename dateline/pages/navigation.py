"""Which pages every page links to, above its content and below it."""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.drawing.lettering import LABEL
from dateline.facts.kinds import Section
from dateline.facts.site_records import NavPlace, Site
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.inline import Link, host_of
from dateline.words import _, deferred

# Pixels of CSS: the room for links above a page on a screen of 320, the size of their letters and
# the gap between two (static/style/layout.css). The link to the page itself is in bold.
_ROOM: Final = 288
_SIZE: Final = 14
_GAP: Final = 24
_BOLDER: Final = 1.06


# The parts of the archive, in the order of their links. `archive/parts.py` says what makes their pages.
SECTIONS: Final[Mapping[Section, str]] = {
    "briefings": deferred("Briefings"),
    # Without script and on the narrowest screen it is in sight.
    "search": deferred("Search"),
    "topics": deferred("Topics"),
    "timeline": deferred("Timeline"),
    "expected": deferred("Expected"),
    "people": deferred("People"),
    "organisations": deferred("Organisations"),
    "places": deferred("Places"),
    "changes": deferred("Changes"),
}
# What every site of several folders has: the pages of a briefing, which knows no other, link to these alone.
ALWAYS: Final[tuple[Section, ...]] = ("briefings", "search")
# The same for a site of a single folder.
ALONE: Final[tuple[Section, ...]] = ("search",)


def masthead(site: Site, here: Here) -> tuple[Link, ...]:
    """The parts of the archive, or of a single briefing the front page; then the site's own pages."""
    first = page_link(here, addresses.FRONT, _("Briefings"))
    return (
        *(section_links(site, here) if site.has_archive else (first,)),
        page_link(here, addresses.ABOUT, _("About")),
        *(_own_link(name, site, here) for name in in_header(site)),
    )


def section_links(site: Site, here: Here) -> Iterator[Link]:
    for section, words in SECTIONS.items():
        if section in site.sections:
            yield page_link(here, addresses.section_page(section), _(words))


def footer_links(site: Site, here: Here) -> Iterator[Link]:
    """The links below each page that lead to who makes the site; none that is above it already."""
    if not site.has_archive:
        yield from section_links(site, here)
    above, apart = in_header(site), (site.contact, site.imprint)
    if site.contact and site.contact not in above:
        yield named_link(site.contact, _("Contact"), site, here)
    for name, front in site.own.pages.items():
        if front.nav is not NavPlace.NONE and name not in above and name not in apart:
            yield _own_link(name, site, here)
    if site.own.authors:
        yield page_link(here, addresses.AUTHORS, _("Authors"))
    yield page_link(here, addresses.CORRECTIONS, _("Corrections"))
    if site.imprint and site.imprint not in above:
        yield named_link(site.imprint, _("Imprint"), site, here)


def named_link(target: str, words: str, site: Site, here: Here) -> Link:
    """The link to one of the site's own pages, by its name, or to an address."""
    if target in site.own.pages:
        return _own_link(target, site, here)
    return Link(words=words, href=where(target, here))


def where(target: str, here: Here) -> str:
    return target if ":" in target else here.to(addresses.own_page(target))


def social_links(site: Site) -> tuple[Link, ...]:
    return tuple(Link(words=host_of(address), href=address) for address in site.social)


def in_header(site: Site) -> tuple[str, ...]:
    """The site's own pages that go above all others, in order of their names.

    They are as many as fit on one line of a small phone; where there is an archive, the links go on below it.
    """
    named = tuple(name for name, page in site.own.pages.items() if page.nav is NavPlace.HEADER)
    if site.has_archive:
        return named
    left = _ROOM - sum(map(_width, (_("Briefings"), _("About")))) + _GAP
    fit: list[str] = []
    for name in named:
        width = _width(site.own.pages[name].title)
        if width <= left:
            left -= width
            fit.append(name)
    return tuple(fit)


def page_link(here: Here, page: str, words: str, count: int | None = None) -> Link:
    return Link(words=words, href=here.to(page), current=here.path == page, count=count)


def _own_link(name: str, site: Site, here: Here) -> Link:
    return page_link(here, addresses.own_page(name), site.own.pages[name].title)


def _width(words: str) -> float:
    return LABEL.width(words) * _SIZE * _BOLDER + _GAP
