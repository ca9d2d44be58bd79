"""A fact's page: all that the briefing says of it, the sentences it rests on, and how to cite it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.drawing.svg import Drawing
from dateline.facts.briefing import Briefing
from dateline.facts.date_phrases import date_heading, when_words
from dateline.facts.expectations import Phase
from dateline.facts.phrasing import capitalise
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
from dateline.facts.states import Status
from dateline.facts.times import show_time
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, address_of, here_on
from dateline.pages.cards.citations import Citation, cite
from dateline.pages.cards.event_card import weekday_of
from dateline.pages.cards.event_dates import when_of
from dateline.pages.cards.fact_link import fact_link, first_words
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.figure_values import as_first_given, numeral_of, said_instead
from dateline.pages.cards.locator import vicinity_of
from dateline.pages.cards.name_cards import (
    NamedCard,
    countries_of,
    named_card,
    portrait_card,
    role_of,
)
from dateline.pages.cards.picture_card import picture_card
from dateline.pages.cards.provenance import (
    Provenance,
    SourceLine,
    name_link,
    name_links,
    outcome_sources,
    provenance_of,
)
from dateline.pages.edition import Edition, FactPassage, date_origin, link_to_page, link_to_place
from dateline.pages.excerpts import Excerpt, excerpts_of
from dateline.pages.inline import FactLink, Link
from dateline.pages.machines import structured
from dateline.pages.machines.oembed import Embed, card_of, embed_of_fact
from dateline.pages.operands import operands_of
from dateline.pages.picture import PictureCard
from dateline.pages.reports import Reported, fact_report
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.patterns import compile_later
from dateline.words import _, all_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The fact before or after, which `where` says; `note` is the date of an event."""

    where: str
    note: str
    to: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    who: Link
    role: str
    said_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedNumber:
    """A figure that another was worked out from: who gave it, if anyone is named, and where it is from."""

    words: str
    by: Link | None
    is_in_article: bool
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactContext:
    """`value` is the date of an event, `more` what its state says besides; `clock` is weekday and time of day.

    `check` says whether a person has checked it, which nobody need do where it was worked out;
    `worked_out` says which numbers of a sum the words give, and `operands` where each comes from.
    `outcome_sources` is None where no outcome is known, and empty where it has no source.
    `twin` leads to JSON, and `framed` to what `embed` shows; `clock`, `framed` and `report` may be empty.
    """

    shell: Shell
    fact: FactLink
    value: str
    clock: str
    heading: str
    text: str
    about: str
    notes: tuple[str, ...]
    more: str
    state_details: tuple[str, ...]
    who: tuple[Link, ...]
    where: tuple[Link, ...]
    speaker: Speaker | None
    figure: FigureCard | None
    named: NamedCard | None
    picture: PictureCard | None
    vicinity: Drawing | None
    excerpts: tuple[Excerpt, ...]
    check: str
    worked_out: str
    operands: tuple[SourcedNumber, ...]
    provenance: Provenance
    outcome_sources: tuple[SourceLine, ...] | None
    citation: Citation
    embed: Embed | None
    framed: str
    twin: str
    report: str
    neighbours: tuple[Neighbour, ...]


def plan_facts(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    for fact in edition.briefing.facts:
        page = addresses.fact_page(edition.briefing.slug, fact.id)
        yield page, partial(_plan, fact, edition)


def _plan(fact: Fact, edition: Edition) -> Page:
    here = here_on(addresses.fact_page(edition.briefing.slug, fact.id), edition.site.address)
    link = fact_link(fact, edition, here)
    status = edition.statuses.get(fact.id)
    provenance = provenance_of(fact, edition, here)
    context = FactContext(
        shell=_shell(fact, link, edition, here),
        fact=replace(link, kind=_kicker(fact, link, edition)),
        value=_date(fact, edition) if isinstance(fact, Event) else "",
        clock=_clock(status) if status else "",
        heading=fact.heading,
        text=_text(fact),
        about=(fact.about or "") if isinstance(fact, Quotation) else "",
        notes=_notes(fact, edition.briefing),
        more=status.more if status else "",
        state_details=status.state.details if status and status.state else (),
        who=_who(fact, edition, here) if isinstance(fact, Event) else (),
        where=name_links(fact.place, edition, here) if isinstance(fact, Event) else (),
        speaker=_speaker(fact, edition, here) if isinstance(fact, Quotation) else None,
        figure=figure_card(fact, edition, here) if isinstance(fact, Figure) else None,
        named=_named(fact, edition, here),
        picture=_picture(fact, edition, here),
        vicinity=vicinity_of(fact, edition, here) if isinstance(fact, Place) else None,
        excerpts=tuple(excerpts_of(_passages(fact, edition), edition, here)),
        check=provenance.checked
        or ("" if fact.derived else _("No one has checked this against its source.")),
        worked_out=_worked_out(fact, edition),
        operands=tuple(_operands(fact, edition, here)),
        provenance=provenance,
        outcome_sources=outcome_sources(fact, edition, here) if isinstance(fact, Event) else None,
        citation=cite(fact, link, edition),
        embed=embed_of_fact(fact, edition),
        framed=card_of(fact, edition, here),
        twin=here.to(addresses.fact_twin(edition.briefing.slug, fact.id)),
        report=_report(fact, edition),
        neighbours=tuple(_neighbours(fact, edition, here)),
    )
    return Page(path=here.path, template="fact.html.j2", context=context)


def _kicker(fact: Fact, link: FactLink, edition: Edition) -> str:
    """The kind of a fact; an event that was announced is none before it has happened, nor what one side claims."""
    if fact in countries_of(edition):
        return _("Country")
    if isinstance(fact, Event) and link.claimed and not link.phase:
        return _("Claim")
    has_happened = link.phase in ("", Phase.HAPPENED.value, Phase.CHANGED.value)
    return link.kind if has_happened else _("Expected event")


def _who(event: Event, edition: Edition, here: Here) -> tuple[Link, ...]:
    """Who took part, without the one who claims that it happened."""
    return name_links((each for each in event.who if each != event.by), edition, here)


def _named(fact: Fact, edition: Edition, here: Here) -> NamedCard | None:
    if isinstance(fact, Person | Organisation | Place):
        return named_card(fact, edition, here)
    return None


def _clock(status: Status) -> str:
    return ", ".join(filter(None, (weekday_of(status.date), show_time(status.time))))


def _passages(fact: Fact, edition: Edition) -> tuple[FactPassage, ...]:
    """What a fact rests on; of the figures that it was worked out from, only what their own value does."""
    operands = operands_of(fact, edition.briefing)
    theirs = (passage for operand in operands for passage in edition.passages_of(operand))
    return (*edition.every_passage(fact), *theirs)


def _worked_out(fact: Fact, edition: Edition) -> str:
    """How the words are what a fact was worked out from; empty for one that was not."""
    if not fact.derived:
        return ""
    operands = operands_of(fact, edition.briefing)
    given = [
        numeral_of(each).plain
        for each in operands
        if isinstance(each, Figure) and _is_in_article(each, edition)
    ]
    if not given:
        return _("We worked this out.")
    return _("We worked this out. The article gives %(values)s.", values=all_of(given))


def _is_in_article(fact: Fact, edition: Edition) -> bool:
    return bool(edition.passages_of(fact))


def _operands(fact: Fact, edition: Edition, here: Here) -> Iterator[SourcedNumber]:
    """The figures that a fact was worked out from, each with where the number in the sum is from.

    One without a source of its own has the article's.
    """
    for operand in operands_of(fact, edition.briefing):
        if isinstance(operand, Figure):
            theirs = provenance_of(as_first_given(operand), edition, here)
            yield SourcedNumber(
                words=numeral_of(operand).plain,
                by=theirs.by,
                is_in_article=_is_in_article(operand, edition),
                sources=theirs.sources or theirs.of_article,
            )


def _date(event: Event, edition: Edition) -> str:
    """The date for a headline, each day and month unbroken; why it is in doubt comes further down."""
    status = edition.statuses[event.id]
    is_doubtful = event.uncertain and status.is_fact and status.date
    shown = date_heading(status.date) if is_doubtful and status.date else when_of(event, edition)
    return _WITHIN_DATE.sub("\N{NO-BREAK SPACE}", shown)


# Between a day and its month, or a month and its year.
_WITHIN_DATE: Final = compile_later(r"(?<=\d) (?=[^\W\d]+ \d{4}\b)| (?=\d{4}\b)")


def _shell(fact: Fact, link: FactLink, edition: Edition, here: Here) -> Shell:
    """In the row above it, the link to its sheet leads to its place there."""
    shell = briefing_shell(
        edition,
        here,
        title=fact.heading,
        description=_description(fact, link, edition),
        graph=(structured.portrait(fact, edition),) if isinstance(fact, Named) else (),
        of_fact=True,
    )
    assert shell.opening
    sheet = here.to(addresses.page_of(edition.briefing.slug, fact.KIND.page))
    place = link_to_place(edition, here, fact)
    rows = tuple(
        replace(page, href=place) if page.href == sheet else page for page in shell.opening.rows
    )
    return replace(shell, opening=replace(shell.opening, rows=rows))


def _description(fact: Fact, link: FactLink, edition: Edition) -> str:
    """What is seen where others link to the page: of what is disputed, what others say."""
    short, instead = link.short, ""
    if isinstance(fact, Figure) and (instead := said_instead(fact)):
        short = capitalise(numeral_of(fact).plain)
    elif link.phase == Phase.DISPUTED:
        instead = link.more
    kind = _kicker(fact, link, edition)
    return ". ".join(filter(None, (f"{kind}: {short}", instead, link.name)))


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
        page=address_of(page, edition.site.address) or page.removesuffix("index.html"),
    )
    return fact_report(edition.site, about)


def _text(fact: Fact) -> str:
    parts: tuple[str | None, ...] = ()
    match fact:
        case Event():
            parts = (fact.summary,)
        case Person():
            parts = (role_of(fact), fact.why)
        case Organisation():
            parts = (fact.what, fact.why)
        case Place():
            parts = (fact.what,)
    text = ". ".join(part for part in parts if part)
    is_open = isinstance(fact, Place) and text[-1:].isalnum()
    return f"{text}." if is_open else text


def _speaker(quotation: Quotation, edition: Edition, here: Here) -> Speaker:
    speaker = edition.briefing.fact_by_id[quotation.speaker]
    return Speaker(
        who=name_link(speaker.id, edition, here),
        role=role_of(speaker) if isinstance(speaker, Person) else "",
        said_on=capitalise(when_words(quotation.said_on)) if quotation.said_on else "",
    )


def _notes(fact: Fact, briefing: Briefing) -> tuple[str, ...]:
    notes: list[str] = []
    if isinstance(fact, Event | Figure | Quotation) and fact.date_from:
        notes.append(date_origin(fact.date_from, briefing))
    if isinstance(fact, Event) and fact.uncertain:
        notes.append(capitalise(fact.uncertain))
    return tuple(notes)


def _neighbours(fact: Fact, edition: Edition, here: Here) -> Iterator[Neighbour]:
    match fact:
        case Event():
            words = _("Earlier event"), _("Later event")
        case Quotation():
            words = _("Previous quotation"), _("Next quotation")
        case Figure():
            words = _("Previous figure"), _("Next figure")
        case Person():
            words = _("Previous person"), _("Next person")
        case Organisation():
            words = _("Previous organisation"), _("Next organisation")
        case Place():
            words = _("Previous place"), _("Next place")
    for where, other in zip(words, edition.beside[fact.id], strict=True):
        if other:
            yield _neighbour(other, where, edition, here)


def _neighbour(fact: Fact, where: str, edition: Edition, here: Here) -> Neighbour:
    words = fact.heading
    if isinstance(fact, Quotation):
        speaker = edition.briefing.name_of(fact.speaker)
        words = _("%(speaker)s: %(words)s", speaker=speaker, words=first_words(fact))
    return Neighbour(
        where=where,
        note=when_of(fact, edition) if isinstance(fact, Event) else "",
        to=Link(words=words, href=link_to_page(edition, here, fact)),
    )
