"""Pages at former addresses, which lead on at once to where the reader wanted to go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.facts.briefing import Briefing
from dateline.facts.site_records import Site
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


def plan_moved(edition: Edition, pages: Iterable[Page]) -> Iterator[Page]:
    """A page at every former address of a fact, or of the briefing's `pages`."""
    found = moves(edition.briefing, [page.path for page in pages])
    site = edition.site
    return (_plan(new, site, here_on(old, site.address)) for old, new in found)


def plan_moved_pages(site: Site) -> Iterator[Page]:
    """A page at every former address of one of the site's own, and of its authors'."""
    for name, front in site.own.pages.items():
        for former in front.formerly:
            here = here_on(addresses.own_page(former), site.address)
            yield _plan(addresses.own_page(name), site, here)
    for author in site.own.authors:
        for former in author.formerly:
            here = here_on(addresses.author_page(former), site.address)
            yield _plan(addresses.author_page(author.id), site, here)
    for gone in site.own.removed:
        list_or_front = addresses.AUTHORS if site.own.authors else addresses.FRONT
        yield _plan(list_or_front, site, here_on(addresses.author_page(gone), site.address))


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
            yield f"{slug}{old.removeprefix(briefing.slug)}", new


def _plan(new: str, site: Site, here: Here) -> Page:
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
