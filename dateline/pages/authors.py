"""Who writes for the site: the list of its authors, and a page for each with their briefings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.facts.site_records import Author, Site
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.inline import Link, ShownDay, host_of, show_day, text_direction
from dateline.pages.machines import structured
from dateline.pages.own_page import has_claims
from dateline.pages.picture import SharedPicture
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary, newest_first
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBriefing:
    """A briefing in the list of those that an author wrote."""

    language: str
    direction: str
    link: Link
    kicker: str
    standfirst: str
    published: ShownDay


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
    briefings: tuple[SignedBriefing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAuthor:
    link: Link
    role: str
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsContext:
    shell: Shell
    authors: tuple[ListedAuthor, ...]


def plan_authors(
    summaries: Sequence[Summary], site: Site, picture: SharedPicture | None
) -> Iterator[Page]:
    """In the order of authors.yaml, which is the newsroom's own."""
    if not site.own.authors:
        return
    here = here_on(addresses.AUTHORS, site.address)
    signed = {author.id: _signed_by(author, summaries) for author in site.own.authors}
    yield Page(
        path=here.path,
        template="authors.html.j2",
        context=AuthorsContext(
            shell=site_shell(
                site,
                here,
                title=_("Authors"),
                description=_("Who writes for %(site)s.", site=site.title),
                picture=picture,
            ),
            authors=tuple(
                ListedAuthor(
                    link=Link(words=author.name, href=here.to(addresses.author_page(author.id))),
                    role=author.role or "",
                    briefings=len(signed[author.id]),
                )
                for author in site.own.authors
            ),
        ),
    )
    for author in site.own.authors:
        yield _plan(author, signed[author.id], site, picture)


def _plan(
    author: Author, signed: Sequence[Summary], site: Site, picture: SharedPicture | None
) -> Page:
    here = here_on(addresses.author_page(author.id), site.address)
    about = tuple(re.split(r"\n\s*\n", author.bio)) if author.bio else ()
    context = AuthorContext(
        shell=site_shell(
            site,
            here,
            title=author.name,
            description=author.role
            or _("%(name)s writes for %(site)s.", name=author.name, site=site.title),
            picture=picture,
            graph=(structured.profile(author, site), structured.publisher(site)),
        ),
        name=author.name,
        role=author.role or "",
        about=about,
        unchecked=has_claims(about, site.language),
        contact=_contact(author.contact) if author.contact else None,
        links=tuple(Link(words=host_of(address), href=address) for address in author.links),
        briefings=tuple(_signed(summary, here) for summary in signed),
    )
    return Page(path=here.path, template="author.html.j2", context=context)


def _contact(address: str) -> Link:
    mail = address.removeprefix("mailto:").partition("?")[0]
    return Link(words=mail if mail != address else host_of(address), href=address)


def _signed_by(author: Author, summaries: Sequence[Summary]) -> list[Summary]:
    return newest_first(summary for summary in summaries if author.name in summary.authors)


def _signed(summary: Summary, here: Here) -> SignedBriefing:
    return SignedBriefing(
        language=summary.language,
        direction=text_direction(summary.language),
        link=Link(words=summary.title, href=here.to(summary.page)),
        kicker=summary.kicker,
        standfirst=summary.standfirst,
        published=show_day(summary.published),
    )
