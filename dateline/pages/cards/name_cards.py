"""People, organisations, places and what they said, as cards."""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.drawing.map_places import is_country
from dateline.facts.briefing import Briefing
from dateline.facts.dates import html_datetime, show_date
from dateline.facts.once import once
from dateline.facts.phrasing import capitalise
from dateline.facts.quantities import show_amount
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
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.cards.event_dates import when_in_line
from dateline.pages.cards.figure_values import value_of, values_where
from dateline.pages.cards.picture_card import PicturePlace, picture_card
from dateline.pages.cards.provenance import Provenance, name_link, name_links, provenance_of
from dateline.pages.edition import Edition, date_origin
from dateline.pages.inline import Link, host_of, text_direction
from dateline.pages.picture import Framing, PictureCard
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalScript:
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
    said_on: str
    datetime: str
    date_note: str
    about: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCard:
    """What does not apply is empty; `people` act for it, and it acts for `organisation`."""

    id: str
    name: str
    original: OriginalScript | None
    role: str
    why: str
    organisation: Link | None
    part_of: Link | None
    people: tuple[Link, ...]
    same_as: tuple[Link, ...]
    said: tuple[QuotationCard, ...]
    facts: tuple[Backlink, ...]
    picture: PictureCard | None
    provenance: Provenance


@once
def _belonging(briefing: Briefing) -> Mapping[str, tuple[list[str], list[Quotation]]]:
    """The people of each organisation, and what each has said, by the id of its record."""
    found: dict[str, tuple[list[str], list[Quotation]]] = {
        named.id: ([], []) for named in briefing.named
    }
    for person in briefing.people:
        if person.organisation in found:
            found[person.organisation][0].append(person.id)
    for quotation in briefing.quotations:
        if quotation.speaker in found:
            found[quotation.speaker][1].append(quotation)
    return found


def named_card(named: Person | Organisation | Place, edition: Edition, here: Here) -> NamedCard:
    organisation = named.organisation if isinstance(named, Person) else None
    part_of = named.part_of if isinstance(named, Organisation) else None
    people, said = _belonging(edition.briefing)[named.id]
    return NamedCard(
        id=named.id,
        name=named.name,
        original=_original(named),
        role=role_of(named) if isinstance(named, Person) else named.what,
        why="" if isinstance(named, Place) else named.why or "",
        organisation=name_link(organisation, edition, here) if organisation else None,
        part_of=name_link(part_of, edition, here) if part_of else None,
        people=name_links(people, edition, here),
        same_as=tuple(Link(words=elsewhere(address), href=address) for address in named.same_as),
        said=tuple(quotation_card(quotation, edition, here) for quotation in said),
        facts=tuple(_backlinks(named, edition, here)),
        picture=portrait_card(named, edition, here, "face"),
        provenance=provenance_of(named, edition, here),
    )


def countries_of(edition: Edition) -> tuple[Organisation, ...]:
    """The organisations that are countries, as far as the outlines of maps name them."""
    if (outlines := edition.outlines) is None:
        return ()
    return tuple(each for each in edition.briefing.organisations if is_country(each, outlines))


def organisations_heading(edition: Edition) -> str:
    return _("Organisations and countries") if countries_of(edition) else _("Organisations")


def portrait_card(
    named: Person | Organisation | Place, edition: Edition, here: Here, place: PicturePlace
) -> PictureCard | None:
    """The face of a person; the whole picture of anything else."""
    if isinstance(named, Person):
        return picture_card(named.picture, edition, here, "face", Framing.SQUARE)
    return picture_card(named.picture, edition, here, place)


def role_of(person: Person) -> str:
    """The role, and the age as it is known: "Mayor of Ostrow, aged 34", "…, in her forties"."""
    if person.age is None:
        return person.role
    shown = show_amount(person.age, None).plain
    if person.age.is_words:
        return _("%(role)s, %(age)s", role=person.role, age=shown)
    return _("%(role)s, aged %(age)s", role=person.role, age=shown)


def quotation_card(quotation: Quotation, edition: Edition, here: Here) -> QuotationCard:
    said_on = quotation.said_on
    return QuotationCard(
        id=quotation.id,
        words=quotation.words,
        said_on=show_date(said_on) if said_on else "",
        datetime=(html_datetime(said_on) or "") if said_on else "",
        date_note=date_origin(quotation.date_from, edition.briefing) if quotation.date_from else "",
        about=quotation.about or "",
        provenance=provenance_of(quotation, edition, here),
    )


def _original(named: Named) -> OriginalScript | None:
    if (name := named.original) is None:
        return None
    direction = text_direction(name.language)
    return OriginalScript(text=name.text, language=name.language, direction=direction)


# Sites that readers know by a name, with all their languages.
_SITES: Final = {"wikidata.org": "Wikidata", "wikipedia.org": "Wikipedia"}


def elsewhere(address: str) -> str:
    """Whose page on the same subject it is: "On Wikidata"."""
    host = host_of(address)
    site = _SITES.get(".".join(host.split(".")[-2:]), host)
    return _("On %(site)s", site=site)


def _backlinks(named: Named, edition: Edition, here: Here) -> Iterator[Backlink]:
    is_own = here.path == addresses.fact_page(edition.briefing.slug, named.id)
    for fact in edition.naming.get(named.id, ()):
        if not is_own and named.id in edition.named_in_words.get(fact.id, ()):
            continue  # in a list of many, what a field says is enough
        if not (isinstance(fact, Quotation) and fact.speaker == named.id):
            yield Backlink(
                note=note_of(fact, named, edition), fact=name_link(fact.id, edition, here)
            )


def note_of(fact: Fact, named: Named, edition: Edition) -> str:
    """Its date, or the value that is theirs: of a figure that several give, the one they gave."""
    match fact:
        case Event():
            return when_in_line(fact, edition)
        case Figure():
            theirs = values_where(fact, lambda part: getattr(part, "by", None) == named.id)
            own = [] if fact.by == named.id else [*dict.fromkeys(theirs)]
            return capitalise("; ".join(own) or value_of(fact, edition.briefing))
    return _("Quotation")
