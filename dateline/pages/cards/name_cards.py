"""People, organisations, places and what they said, as cards."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.facts.dates import html_datetime, show_date
from dateline.facts.records import (
    Event,
    Figure,
    Named,
    Organisation,
    Person,
    Place,
    Quotation,
)
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import numeral
from dateline.pages.cards.provenance import Provenance, name_link, name_links, provenance_of
from dateline.pages.edition import Edition, date_origin
from dateline.pages.inline import Link, text_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalScript:
    """A name in its own script, with what HTML needs to set it right."""

    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A fact that names someone or something; `note` is its date or its value."""

    note: str
    fact: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCard:
    """Words that somebody said; `said_on` in words, `date_note` says where the date comes from."""

    id: str
    words: str
    speaker: Link
    role: str
    said_on: str
    datetime: str
    date_note: str
    about: str
    topic: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """A person: the role at the time, why in this story, what they said, and their facts."""

    id: str
    name: str
    original: OriginalScript | None
    aliases: tuple[str, ...]
    role: str
    why: str
    organisation: Link | None
    same_as: tuple[Link, ...]
    said: tuple[QuotationCard, ...]
    facts: tuple[Backlink, ...]
    topic: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """A body that acts in the story; `people` are those of the sheet who belong to it."""

    id: str
    name: str
    original: OriginalScript | None
    aliases: tuple[str, ...]
    what: str
    why: str
    part_of: Link | None
    people: tuple[Link, ...]
    same_as: tuple[Link, ...]
    said: tuple[QuotationCard, ...]
    facts: tuple[Backlink, ...]
    topic: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """A place: `coordinates` in words ("30.51° N, 47.78° E"), empty where the sheet has none."""

    id: str
    name: str
    original: OriginalScript | None
    aliases: tuple[str, ...]
    what: str
    coordinates: str
    same_as: tuple[Link, ...]
    facts: tuple[Backlink, ...]
    topic: str
    provenance: Provenance


def person_card(person: Person, edition: Edition, here: Here) -> PersonCard:
    """A person, with links from `here`."""
    return PersonCard(
        id=person.id,
        name=person.name,
        original=_original(person),
        aliases=person.aliases,
        role=person.role,
        why=person.why,
        organisation=_maybe_link(person.organisation, edition, here),
        same_as=_same_as(person),
        said=_said(person, edition, here),
        facts=_backlinks(person, edition, here),
        topic=person.topic or "",
        provenance=provenance_of(person, edition, here),
    )


def organisation_card(organisation: Organisation, edition: Edition, here: Here) -> OrganisationCard:
    """An organisation, with links from `here`."""
    people = [one.id for one in edition.briefing.people if one.organisation == organisation.id]
    return OrganisationCard(
        id=organisation.id,
        name=organisation.name,
        original=_original(organisation),
        aliases=organisation.aliases,
        what=organisation.what,
        why=organisation.why or "",
        part_of=_maybe_link(organisation.part_of, edition, here),
        people=name_links(people, edition, here),
        same_as=_same_as(organisation),
        said=_said(organisation, edition, here),
        facts=_backlinks(organisation, edition, here),
        topic=organisation.topic or "",
        provenance=provenance_of(organisation, edition, here),
    )


def place_card(place: Place, edition: Edition, here: Here) -> PlaceCard:
    """A place, with links from `here`."""
    return PlaceCard(
        id=place.id,
        name=place.name,
        original=_original(place),
        aliases=place.aliases,
        what=place.what,
        coordinates=_coordinates(place),
        same_as=_same_as(place),
        facts=_backlinks(place, edition, here),
        topic=place.topic or "",
        provenance=provenance_of(place, edition, here),
    )


def quotation_card(quotation: Quotation, edition: Edition, here: Here) -> QuotationCard:
    """A quotation and its speaker, with links from `here`."""
    speaker = edition.briefing.fact_by_id[quotation.speaker]
    said_on = quotation.said_on
    return QuotationCard(
        id=quotation.id,
        words=quotation.words,
        speaker=name_link(quotation.speaker, edition, here),
        role=speaker.role if isinstance(speaker, Person) else "",
        said_on=show_date(said_on) if said_on else "",
        datetime=(html_datetime(said_on) or "") if said_on else "",
        date_note=date_origin(quotation.date_from, edition.briefing) if quotation.date_from else "",
        about=quotation.about or "",
        topic=quotation.topic or "",
        provenance=provenance_of(quotation, edition, here),
    )


def _maybe_link(fact_id: str | None, edition: Edition, here: Here) -> Link | None:
    return name_link(fact_id, edition, here) if fact_id else None


def _original(named: Named) -> OriginalScript | None:
    name = named.original
    if name is None:
        return None
    return OriginalScript(
        text=name.text, language=name.language, direction=text_direction(name.language)
    )


def _same_as(named: Named) -> tuple[Link, ...]:
    """Pages elsewhere on the same subject, by the host that a reader knows them by."""
    return tuple(Link(words=_host(address), href=address) for address in named.same_as)


def _host(address: str) -> str:
    host = urlsplit(address).hostname or address
    return host.removeprefix("www.")


def _said(named: Named, edition: Edition, here: Here) -> tuple[QuotationCard, ...]:
    spoken = [one for one in edition.briefing.quotations if one.speaker == named.id]
    return tuple(quotation_card(one, edition, here) for one in spoken)


def _backlinks(named: Named, edition: Edition, here: Here) -> tuple[Backlink, ...]:
    """The events in their order, then the figures and the quotations, that have to do with it."""
    briefing = edition.briefing
    events = edition.events
    notes: list[tuple[str, str]] = [
        (one.id, edition.statuses[one.id].when) for one in events if named.id in ids_of_event(one)
    ]
    notes += [
        (one.id, numeral(one.value, one.unit, one.hedge).plain)
        for one in briefing.figures
        if named.id in ids_of_figure(one)
    ]
    notes += [(one.id, "Quotation") for one in briefing.quotations if one.by == named.id]
    return tuple(Backlink(note=note, fact=name_link(fact, edition, here)) for fact, note in notes)


def ids_of_event(event: Event) -> set[str | None]:
    """Whoever and whatever takes part in an event, said it was coming, or claims it."""
    said = {one.said_by for one in event.expected}
    accounts = {one.by for one in event.outcome.accounts} if event.outcome else set()
    return {*event.who, *event.place, event.by, *said, *accounts}


def ids_of_figure(figure: Figure) -> set[str | None]:
    """Whoever states a figure, and the places that it lies between."""
    return {figure.by, *figure.between, *(rival.by for rival in figure.values)}


def _coordinates(place: Place) -> str:
    """Degrees with the hemisphere in a letter: "33.31° N, 44.37° E"."""
    if place.latitude is None or place.longitude is None:
        return ""
    north = "N" if place.latitude >= 0 else "S"
    east = "E" if place.longitude >= 0 else "W"
    return f"{abs(place.latitude)}° {north}, {abs(place.longitude)}° {east}"
