"""Who writes for the site: the list of its authors, and a page for each with their briefings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dateline.facts.site_records import Author, Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import here_on
from dateline.pages.archive.list_page import plan_list
from dateline.pages.archive.paging import Leaf, leaves
from dateline.pages.archive.site_page import Archive, SitePage, slugs_of
from dateline.pages.inline import Link, host_of
from dateline.pages.listing import ListedDay, by_day
from dateline.pages.machines import structured
from dateline.pages.own_page import has_claims
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorContext:
    """`about` are paragraphs, `unchecked` where they have dates or numbers.

    `contact` is None where there is none; `links` are on other sites.
    """

    shell: Shell
    name: str
    role: str
    about: tuple[str, ...]
    unchecked: bool
    contact: Link | None
    links: tuple[Link, ...]
    days: tuple[ListedDay, ...]
    older: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAuthor:
    link: Link
    role: str
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsContext:
    shell: Shell
    authors: tuple[ListedAuthor, ...]


def plan_authors(archive: Archive) -> Iterator[SitePage]:
    """In the order of authors.yaml, which is the newsroom's own."""
    authors = archive.site.own.authors
    if not authors:
        return
    signed = {author.id: _signed_by(author, archive) for author in authors}
    yield SitePage(
        path=addresses.AUTHORS, slugs=None, plan=partial(_plan_index, authors, signed, archive)
    )
    for author in authors:
        for leaf in leaves(signed[author.id], partial(_page_of, author)):
            plan = partial(_plan_more if leaf.number else _plan, author, leaf, archive)
            yield SitePage(
                path=leaf.path,
                slugs=slugs_of(leaf.summaries),
                beside=(leaf.newer, leaf.older),
                plan=plan,
            )


def _page_of(author: Author, number: int) -> str:
    return addresses.author_page(addresses.numbered(author.id, number))


def _signed_by(author: Author, archive: Archive) -> list[Summary]:
    return [summary for summary in archive.summaries if author.name in summary.authors]


def _plan_index(
    authors: Sequence[Author], signed: Mapping[str, Sequence[Summary]], archive: Archive
) -> Page:
    site, here = archive.site, here_on(addresses.AUTHORS, archive.site.address)
    context = AuthorsContext(
        shell=site_shell(
            site,
            here,
            title=_("Authors"),
            description=_("Who writes for %(site)s.", site=site.title),
            picture=archive.picture,
        ),
        authors=tuple(
            ListedAuthor(
                link=Link(words=author.name, href=here.to(addresses.author_page(author.id))),
                role=author.role or "",
                briefings=len(signed[author.id]),
            )
            for author in authors
        ),
    )
    return Page(path=here.path, template="authors.html.j2", context=context)


def _plan_more(author: Author, leaf: Leaf, archive: Archive) -> Page:
    return plan_list(
        archive,
        leaf,
        heading=_("Briefings by %(name)s", name=author.name),
        sentence="",
        description=_description(author, archive.site),
        way=((_("Authors"), addresses.AUTHORS), (author.name, addresses.author_page(author.id))),
    )


def _description(author: Author, site: Site) -> str:
    return author.role or _("%(name)s writes for %(site)s.", name=author.name, site=site.title)


def _plan(author: Author, leaf: Leaf, archive: Archive) -> Page:
    site, here = archive.site, here_on(leaf.path, archive.site.address)
    about = tuple(re.split(r"\n\s*\n", author.bio)) if author.bio else ()
    context = AuthorContext(
        shell=site_shell(
            site,
            here,
            title=author.name,
            description=_description(author, site),
            picture=archive.picture,
            graph=(structured.profile(author, site), structured.publisher(site)),
        ),
        name=author.name,
        role=author.role or "",
        about=about,
        unchecked=has_claims(about, site.language),
        contact=_contact(author.contact) if author.contact else None,
        links=tuple(Link(words=host_of(address), href=address) for address in author.links),
        days=by_day(leaf.summaries, here),
        older=Link(words=_("Older briefings"), href=here.to(leaf.older)) if leaf.older else None,
    )
    return Page(path=here.path, template="author.html.j2", context=context)


def _contact(address: str) -> Link:
    mail = address.removeprefix("mailto:").partition("?")[0]
    return Link(words=mail if mail != address else host_of(address), href=address)
