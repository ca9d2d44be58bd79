"""Pages at former addresses, which lead on at once to where the reader wanted to go."""

from collections.abc import Iterable, Iterator

from dateline.facts.briefing import Briefing
from dateline.facts.kinds import SECTION_OF, SECTIONS
from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, address_of, here_on
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.shell import Page, Shell, site_shell
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedContext:
    """`now` is the current address; `canonical` is empty where the site's is not known."""

    shell: Shell
    now: Link
    canonical: str


def plan_moved(edition: Edition, pages: Iterable[str]) -> Iterator[Page]:
    """A page at every former address of a fact, or of the briefing's pages, of which these are the paths."""
    found = moves(edition.briefing, pages)
    site = edition.site
    return (plan_move(new, site, here_on(old, site.address)) for old, new in found)


def plan_moved_pages(site: Site) -> Iterator[Page]:
    """A page at every former address of one of the site's own, its authors', and of those across briefings."""
    for name, front in site.own.pages.items():
        for former in front.formerly:
            if former in SECTIONS:
                continue
            here = here_on(addresses.own_page(former), site.address)
            yield plan_move(addresses.own_page(name), site, here)
    for author in site.own.authors:
        for former in author.formerly:
            here = here_on(addresses.author_page(former), site.address)
            yield plan_move(addresses.author_page(author.id), site, here)
    for gone in site.own.removed:
        list_or_front = addresses.AUTHORS if site.own.authors else addresses.FRONT
        yield plan_move(list_or_front, site, here_on(addresses.author_page(gone), site.address))
    for kind, ids in site.own.removed_names.items():
        section = SECTION_OF[kind]
        list_or_front = (
            addresses.section_page(section) if section in site.sections else addresses.FRONT
        )
        for gone in ids:
            here = here_on(addresses.within(section, gone), site.address)
            yield plan_move(list_or_front, site, here)


def moves(briefing: Briefing, pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Former paths and present ones, each in one step: no redirect leads to another."""
    facts = [
        (addresses.fact_page(briefing.slug, old), addresses.fact_page(briefing.slug, fact.id))
        for fact in briefing.facts
        for old in fact.formerly
    ]
    yield from facts
    for slug in briefing.front.formerly:
        for old, new in [*((page, page) for page in pages), *facts]:
            # A section may have the address of the first page now, and readers find that there.
            if slug not in SECTIONS or old != addresses.brief_page(briefing.slug):
                yield f"{slug}{old.removeprefix(briefing.slug)}", new


def plan_move(new: str, site: Site, here: Here) -> Page:
    """The page here leads to the new one."""
    context = MovedContext(
        shell=site_shell(
            site,
            here,
            title=_("Moved"),
            description=_("This page has moved."),
            listed=False,
        ),
        now=Link(words=new.removesuffix("index.html"), href=here.to(new)),
        canonical=address_of(new, site.address),
    )
    return Page(path=here.path, template="moved.html.j2", context=context)
