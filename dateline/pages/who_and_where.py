"""Who and where: people, organisations and places, each with the facts that name them."""

from collections.abc import Mapping

from dateline.drawing.svg import Drawing
from dateline.frozen import dataclass
from dateline.pages.cards.locator import locator_of
from dateline.pages.cards.name_cards import (
    NamedCard,
    countries_of,
    named_card,
    organisations_heading,
)
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.machines.oembed import Embed, embed_of_sheet
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, all_of, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAndWhereContext:
    """`bare_places` are those that no event, figure or quotation names."""

    shell: Shell
    summary: str
    people: tuple[NamedCard, ...]
    organisations: tuple[NamedCard, ...]
    organisations_heading: str
    places: tuple[NamedCard, ...]
    bare_places: tuple[NamedCard, ...]
    locator: Drawing | None
    downloads: Mapping[str, Link]
    embed: Embed | None


def plan_who_and_where(edition: Edition) -> Page:
    briefing, here, summary = edition.briefing, edition.here("who-and-where"), _summarise(edition)
    places = tuple(named_card(place, edition, here) for place in briefing.places)
    context = WhoAndWhereContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("Who and where"),
            description=summary,
            graph=(structured.cast(edition),),
        ),
        summary=summary,
        people=tuple(named_card(person, edition, here) for person in briefing.people),
        organisations=tuple(
            named_card(organisation, edition, here) for organisation in briefing.organisations
        ),
        organisations_heading=organisations_heading(edition),
        places=tuple(card for card in places if card.facts),
        bare_places=tuple(card for card in places if not card.facts),
        locator=locator_of(edition, here),
        downloads=downloads(edition, here, "who-and-where"),
        embed=embed_of_sheet("map", edition),
    )
    return Page(path=here.path, template="who-and-where.html.j2", context=context)


def _summarise(edition: Edition) -> str:
    briefing = edition.briefing
    people, places, countries = (
        len(briefing.people),
        len(briefing.places),
        len(countries_of(edition)),
    )
    bodies = len(briefing.organisations) - countries
    counts = (
        ngettext("%(number)s place", "%(number)s places", places) if places else "",
        ngettext("%(number)s person", "%(number)s people", people) if people else "",
        ngettext("%(number)s country", "%(number)s countries", countries) if countries else "",
        ngettext("%(number)s organisation", "%(number)s organisations", bodies) if bodies else "",
    )
    return _("%(list)s.", list=all_of(filter(None, counts)))
