"""A fact's page: what it says, the sentence it rests on, who says so, and how to cite it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from markupsafe import Markup

from dateline.facts.article import Element, Node, elements
from dateline.facts.briefing import Briefing
from dateline.facts.dates import show_date
from dateline.facts.records import (
    Event,
    Fact,
    Figure,
    Named,
    Organisation,
    Person,
    Place,
    Quotation,
)
from dateline.facts.times import show_time
from dateline.pages import addresses
from dateline.pages.addresses import Here, address_of
from dateline.pages.article_page import marks_of
from dateline.pages.cards.citations import Citation, cite
from dateline.pages.cards.event_card import weekday_of
from dateline.pages.cards.event_dates import when_of
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.name_cards import portrait_card, role_of
from dateline.pages.cards.picture_card import picture_card
from dateline.pages.cards.provenance import Provenance, name_link, name_links, provenance_of
from dateline.pages.edition import (
    Edition,
    date_origin,
    link_to_page,
    link_to_place,
)
from dateline.pages.inline import FactLink, Link
from dateline.pages.machines import structured
from dateline.pages.picture import PictureCard
from dateline.pages.reports import Reported, fact_report
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.pages.text.marks import annotate
from dateline.pages.text.markup import render_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A paragraph of the article with the fact's words marked; `paragraph` counts from 1, or is 0.

    `heads` are those of a table's cell.
    """

    heads: str
    html: Markup
    paragraph: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactContext:
    """`value` is the date of an event, `told` what its state says besides; `clock` is weekday and time of day.

    `twin` leads to JSON; `clock` and `report` may be empty.
    """

    shell: Shell
    fact: FactLink
    value: str
    clock: str
    heading: str
    text: str
    about: str
    notes: tuple[str, ...]
    told: str
    state_details: tuple[str, ...]
    names: tuple[Link, ...]
    figure: FigureCard | None
    picture: PictureCard | None
    excerpts: tuple[Excerpt, ...]
    provenance: Provenance
    place: Link
    citation: Citation
    twin: str
    report: str
    before: Link | None
    after: Link | None


def plan_facts(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    facts = edition.briefing.facts
    neighbours = (None, *facts, None)
    for before, fact, after in zip(neighbours, facts, neighbours[2:], strict=False):
        page = addresses.fact_page(edition.briefing.slug, fact.id)
        yield page, partial(_plan, fact, edition, (before, after))


def _plan(fact: Fact, edition: Edition, neighbours: tuple[Fact | None, Fact | None]) -> Page:
    here = Here(path=addresses.fact_page(edition.briefing.slug, fact.id))
    link = fact_link(fact, edition, here)
    heading, status = fact.heading, edition.statuses.get(fact.id)
    context = FactContext(
        shell=briefing_shell(
            edition,
            here,
            title=heading,
            description=f"{link.kind}: {link.short}. {link.name}",
            graph=(structured.portrait(fact, edition),) if isinstance(fact, Named) else (),
        ),
        fact=link,
        value=when_of(fact, edition) if isinstance(fact, Event) else "",
        clock=", ".join(filter(None, (weekday_of(status.date), show_time(status.time))))
        if status
        else "",
        heading=heading,
        text=_text(fact, link),
        about=(fact.about or "") if isinstance(fact, Quotation) else "",
        notes=_notes(fact, edition.briefing),
        told=status.told if status else "",
        state_details=status.state.details if status and status.state else (),
        names=_names(fact, edition, here),
        figure=figure_card(fact, edition, here) if isinstance(fact, Figure) else None,
        picture=_picture(fact, edition, here),
        excerpts=tuple(_excerpts(fact, edition, here)),
        provenance=provenance_of(fact, edition, here),
        place=Link(words=_SHEETS[fact.KIND.page], href=link_to_place(edition, here, fact)),
        citation=cite(fact, link, edition),
        twin=here.to(addresses.fact_twin(edition.briefing.slug, fact.id)),
        report=_report(fact, edition),
        before=_neighbour(neighbours[0], edition, here),
        after=_neighbour(neighbours[1], edition, here),
    )
    return Page(path=here.path, template="fact.html.j2", context=context)


def _picture(fact: Fact, edition: Edition, here: Here) -> PictureCard | None:
    match fact:
        case Event():
            return picture_card(fact.picture, edition, here, "card")
        case Person() | Organisation() | Place():
            return portrait_card(fact, edition, here, "card")
    return None


def _report(fact: Fact, edition: Edition) -> str:
    page = addresses.fact_page(edition.briefing.slug, fact.id)
    about = Reported(
        fact=fact.id,
        called=fact.heading,
        briefing=edition.briefing.front.title,
        page=address_of(page, edition.site.address) or page.removesuffix("index.html"),
    )
    return fact_report(edition.site, about)


_SHEETS = {
    "timeline": "In the timeline",
    "key-figures": "Among the key figures",
    "who-and-where": "In who and where",
}


def _text(fact: Fact, link: FactLink) -> str:
    parts: tuple[str | None, ...] = ()
    match fact:
        case Event():
            parts = (fact.summary,)
        case Figure():
            parts = (fact.description,)
        case Person():
            parts = (role_of(fact), fact.why)
        case Organisation():
            parts = (fact.what, fact.why)
        case Place():
            parts = (fact.what,)
        case Quotation():
            said_on = f", {show_date(fact.said_on)}" if fact.said_on else ""
            parts = (f"{link.short}{said_on}",)
    return ". ".join(part for part in parts if part)


def _notes(fact: Fact, briefing: Briefing) -> tuple[str, ...]:
    notes: list[str] = []
    if isinstance(fact, Event | Figure | Quotation) and fact.date_from:
        notes.append(date_origin(fact.date_from, briefing))
    if isinstance(fact, Event) and fact.uncertain:
        notes.append(fact.uncertain)
    return tuple(notes)


def _names(fact: Fact, edition: Edition, here: Here) -> tuple[Link, ...]:
    match fact:
        case Event():
            return name_links((*fact.who, *fact.place), edition, here)
        case Figure():
            return name_links(fact.between, edition, here)
        case Quotation():
            return (name_link(fact.speaker, edition, here),)
        case Person():
            return name_links(filter(None, [fact.organisation]), edition, here)
        case Organisation():
            return name_links(filter(None, [fact.part_of]), edition, here)
    return ()


def _neighbour(fact: Fact | None, edition: Edition, here: Here) -> Link | None:
    if fact is None:
        return None
    return Link(words=fact.heading, href=link_to_page(edition, here, fact))


# The sentence in its paragraph


# Asked for by each fact of a briefing in turn.
@lru_cache(maxsize=1)
def _blocks(edition: Edition) -> Mapping[int, Element]:
    return {
        element.block: element.with_children(without_links_within(element.children))
        for element in elements(edition.briefing.article.body)
        if element.block is not None
    }


def without_links_within(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes without ids, links to elsewhere in the article, and elements left empty by that."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a" and (node.get("href") or "#").startswith("#"):
            yield from without_links_within(node.children)
        else:
            attributes = tuple(pair for pair in node.attributes if pair[0] != "id")
            children = tuple(without_links_within(node.children))
            if children or node.tag == "br":
                yield Element(tag=node.tag, attributes=attributes, children=children)


def _excerpts(fact: Fact, edition: Edition, here: Here) -> Iterable[Excerpt]:
    """Each block that has words of the fact, once, in the order of its evidence."""
    blocks, seen = _blocks(edition), set[int]()
    article = addresses.page_of(edition.briefing.slug, "article")
    for passage in edition.every_passage(fact):
        block = passage.span.block
        if block in seen or block not in blocks:
            continue
        seen.add(block)
        marked = annotate(blocks[block], marks=marks_of(fact, edition, block))
        yield Excerpt(
            heads=edition.heads(passage.span),
            html=render_html(marked.children),
            paragraph=edition.briefing.article.blocks[block].paragraph,
            href=here.to(article, addresses.words_id(fact.id, passage.number)),
        )
