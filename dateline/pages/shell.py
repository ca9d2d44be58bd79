"""What every page has around its content: head, masthead, the briefing's opening, foot."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from markupsafe import Markup, escape

from dateline import __version__
from dateline.facts.records import FrontMatter, Licence
from dateline.facts.site_records import Publisher, Site
from dateline.facts.times import show_time
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, ShownDay, kept_back_words, show_day, text_direction
from dateline.pages.machines import structured
from dateline.pages.machines.meta import FeedLink, Meta, feed_links, meta_of
from dateline.pages.machines.structured import GraphNode
from dateline.pages.navigation import footer_links, masthead, page_link, social_links
from dateline.pages.picture import SharedPicture
from dateline.pages.reports import site_report
from dateline.pages.row import row_of
from dateline.words import _, all_of, spoken
from dateline.words.direction import isolated


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: where it goes, and the template with the one dataclass that fills it."""

    path: str
    template: str
    context: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    on: ShownDay
    href: str


OpeningForm = Literal["whole", "headline", "link"]
"""With standfirst, with the headline as the heading of the page, or its headline as a link home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """`form` is how much of it the page shows; `as_of` is the day from which the statuses hold."""

    kicker: str | None
    headline: str
    standfirst: str
    home: str
    written: Markup
    published: ShownDay
    time: str
    updated: ShownDay | None
    corrected: Corrected | None
    as_of: ShownDay | None
    form: OpeningForm
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """`meta` is None without an address, and for a page that search engines should not have.

    `social` are the site's pages elsewhere; `note` is its own sentence at the foot, or empty.
    A page that `leads_on` has a slot for what `onward.py` plans. The site's own pages name the
    `generator`; those of a briefing, of which there are many, do not. `kept_back` says why readers do
    not have the page yet, and is empty where they have.
    """

    language: str
    words_language: str
    direction: str
    root: str
    title: str
    description: str
    site_title: str
    home: str
    masthead: tuple[Link, ...]
    foot: tuple[Link, ...]
    social: tuple[Link, ...]
    note: str
    publisher: Link | None
    licence: Link | None
    feeds: tuple[FeedLink, ...]
    meta: Meta | None
    opening: Opening | None = None
    leads_on: bool = False
    generator: str = ""
    kept_back: str = ""


def site_shell(  # noqa: PLR0913 - what differs from page to page
    site: Site,
    here: Here,
    *,
    title: str,
    description: str,
    listed: bool = True,
    picture: SharedPicture | None = None,
    graph: Iterable[GraphNode] = (),
    way: tuple[tuple[str, str], ...] = (),
) -> Shell:
    """`title` is empty for the front page; a page not `listed` is kept from search engines.

    `way` are the pages above this one, each by its name and its path.
    """
    steps = (structured.breadcrumbs(site, *way, (title, here.path)),) if title else ()
    return Shell(
        language=site.language,
        words_language=_words_language(site.language),
        direction=text_direction(site.language),
        root=here.root,
        title=" · ".join(
            map(isolated, (title, site.title) if title else (site.title, site.description))
        ),
        description=description,
        site_title=site.title,
        home=here.to(addresses.FRONT),
        masthead=masthead(site, here),
        foot=tuple(_foot(site, here)),
        social=social_links(site),
        note=site.footer or "",
        publisher=_publisher(site),
        licence=_linked(site.licence),
        feeds=feed_links(site, here),
        meta=_site_meta(site, here, title, picture, (*steps, *graph)) if listed else None,
        generator=f"Dateline {__version__}",
    )


def briefing_shell(  # noqa: PLR0913 - what differs from page to page
    edition: Edition,
    here: Here,
    *,
    title: str,
    description: str,
    opening: OpeningForm = "link",
    listed: bool = True,
    graph: Iterable[GraphNode] = (),
    of_fact: bool = False,
) -> Shell:
    """The shell of one of a briefing's pages; `title` is its own name, empty for the briefing's."""
    front, site = edition.briefing.front, edition.site
    frame = _frame_of_facts(edition, here) if of_fact else _frame(edition, here, opening)
    return replace(
        frame,
        title=" · ".join(isolated(part) for part in (title, front.title, site.title) if part),
        description=description,
        meta=_meta(edition, here, title, graph, is_placed=not of_fact)
        if listed and not edition.kept_back
        else None,
    )


def _frame(edition: Edition, here: Here, opening: OpeningForm, *, of_fact: bool = False) -> Shell:
    """The shell of a page without what is said of it alone."""
    slug = edition.briefing.slug
    return replace(
        site_shell(edition.site, here, title="", description="", listed=False),
        language=edition.language,
        words_language=_words_language(edition.language),
        direction=text_direction(edition.language),
        foot=tuple(footer_links(edition.site, here) if of_fact else _briefing_foot(edition, here)),
        kept_back=kept_back_words(edition.kept_back),
        opening=_opening(edition, here, opening),
        generator="",
        leads_on=here.path in (addresses.brief_page(slug), addresses.page_of(slug, "article")),
    )


def _frame_of_facts(edition: Edition, here: Here) -> Shell:
    """What the pages of facts have in common: they are in folders side by side."""
    key = ("frame", here.root, here.is_hosted, spoken().language)
    if key not in edition.known:
        edition.known[key] = _frame(edition, here, "link", of_fact=True)
    frame: Shell = edition.known[key]
    return frame


def _words_language(language: str) -> str:
    """The language of our words, where it is not that of the page; else empty."""
    ours = spoken().language
    return "" if language == ours or language.startswith(f"{ours}-") else ours


def _site_meta(
    site: Site, here: Here, title: str, picture: SharedPicture | None, graph: Iterable[GraphNode]
) -> Meta | None:
    return meta_of(
        site,
        here,
        title=title or site.title,
        language=site.language,
        picture=picture,
        graph=graph,
    )


def _meta(
    edition: Edition, here: Here, title: str, graph: Iterable[GraphNode], *, is_placed: bool
) -> Meta | None:
    """A page that `is_placed` gives its place in the site."""
    front, slug = edition.briefing.front, edition.briefing.slug
    steps = [(front.title, addresses.brief_page(slug)), *([(title, here.path)] if title else [])]
    way = (structured.breadcrumbs(edition.site, *steps),) if is_placed else ()
    return meta_of(
        edition.site,
        here,
        title=" · ".join(isolated(part) for part in (title, front.title) if part),
        language=edition.language,
        published=edition.published,
        modified=edition.modified,
        picture=edition.card.picture if edition.card else None,
        graph=(*way, *graph),
    )


def _opening(edition: Edition, here: Here, form: OpeningForm) -> Opening:
    front = edition.briefing.front
    return Opening(
        kicker=front.kicker,
        headline=front.title,
        standfirst=front.standfirst,
        home=here.to(addresses.brief_page(edition.briefing.slug)),
        written=_written(front, edition.site, here),
        published=show_day(front.published),
        time=show_time(front.published_time or ""),
        updated=show_day(edition.updated) if edition.updated else None,
        corrected=_corrected(edition, here),
        as_of=show_day(edition.as_of) if edition.as_of and form == "whole" else None,
        form=form,
        rows=_rows(edition, here),
    )


def _corrected(edition: Edition, here: Here) -> Corrected | None:
    """The latest correction: on this page where it lists corrections, else on the article's."""
    latest = edition.briefing.corrected
    if latest is None:
        return None
    slug = edition.briefing.slug
    own = [addresses.page_of(slug, page) for page in ("article", "sources", "all")]
    page = here.path if here.path in own else own[0]
    return Corrected(on=show_day(latest), href=here.to(page, addresses.AT_CORRECTIONS))


def _written(front: FrontMatter, site: Site, here: Here) -> Markup:
    """Who wrote it, and where: "By Ana Writer and Ben Writer, Ostrow"; empty where nothing is said."""
    place = escape(front.dateline or "")
    if not front.authors:
        return place
    authors = all_of(_signed(name, site, here) for name in front.authors)
    if place:
        written = _("By %(authors)s, %(place)s", authors=authors, place=place)
    else:
        written = _("By %(authors)s", authors=authors)
    return Markup(written)  # noqa: S704 - names and place are escaped


def _signed(name: str, site: Site, here: Here) -> Markup:
    author = site.own.author_of(name)
    if author is None:
        return escape(name)
    page = here.to(addresses.author_page(author.id))
    return Markup('<a href="{}">{}</a>').format(page, name)


def _rows(edition: Edition, here: Here) -> tuple[Link, ...]:
    """Only these pages have counts: a fact's page stays as it is when another fact is written."""
    slug = edition.briefing.slug
    pages: list[tuple[str, str, int | None]] = [(addresses.brief_page(slug), _("Brief"), None)]
    pages += [
        (addresses.page_of(slug, page), words, count)
        for page, words, count in row_of(edition.briefing)
    ]
    is_counted = here.path in {page for page, _, _ in pages}
    return tuple(
        page_link(here, page, words, count if is_counted else None) for page, words, count in pages
    )


def _foot(site: Site, here: Here) -> Iterator[Link]:
    yield from footer_links(site, here)
    if site.address:
        yield page_link(here, addresses.FEED, _("Feed of briefings (Atom)"))
    if report := site_report(site):
        yield Link(words=_("Report an error"), href=report)


def _briefing_foot(edition: Edition, here: Here) -> Iterator[Link]:
    """Data on the brief only: the other pages have the tables of what is on them."""
    slug = edition.briefing.slug
    paper = addresses.page_of(slug, "all")
    yield page_link(here, paper, _("Print the whole briefing"))
    if here.path == addresses.brief_page(slug):
        data = addresses.data_file(slug, addresses.FACTS)
        yield page_link(here, data, _("All facts as data (JSON)"))
    yield from _foot(edition.site, here)


def _publisher(site: Site) -> Link | None:
    """Who publishes the site, where its title does not say so."""
    link = _linked(site.publisher)
    return link if link and (link.href or link.words != site.title) else None


def _linked(named: Publisher | Licence | None) -> Link | None:
    return Link(words=named.name, href=named.address or "") if named else None
