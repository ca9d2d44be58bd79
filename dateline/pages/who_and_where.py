"""Who and where: people, organisations and places, each with the facts that name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.drawing.locator_map import draw_locator_map
from dateline.drawing.map_places import map_places
from dateline.drawing.svg import Drawing
from dateline.facts.phrasing import count_of, join_words
from dateline.pages.addresses import Here
from dateline.pages.cards.name_cards import (
    OrganisationCard,
    PersonCard,
    PlaceCard,
    organisation_card,
    person_card,
    place_card,
)
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAndWhereContext:
    """People, organisations and places in the order of their sheets; `locator` is the map."""

    shell: Shell
    summary: str
    people: tuple[PersonCard, ...]
    organisations: tuple[OrganisationCard, ...]
    places: tuple[PlaceCard, ...]
    locator: Drawing | None
    downloads: Mapping[str, Link]


def plan_who_and_where(edition: Edition) -> Page:
    """The page of people, organisations and places; a briefing without any has none."""
    here = edition.here("who-and-where")
    context = who_and_where(edition, here)
    return Page(path=here.path, template="who-and-where.html.j2", context=context)


def who_and_where(edition: Edition, here: Here) -> WhoAndWhereContext:
    """Who and where for any page that holds it, with links from `here`."""
    briefing = edition.briefing
    summary = _summarise(edition)
    return WhoAndWhereContext(
        shell=briefing_shell(
            edition,
            here,
            title="Who and where",
            description=summary,
            graph=(structured.cast(edition),),
        ),
        summary=summary,
        people=tuple(person_card(one, edition, here) for one in briefing.people),
        organisations=tuple(
            organisation_card(one, edition, here) for one in briefing.organisations
        ),
        places=tuple(place_card(one, edition, here) for one in briefing.places),
        locator=draw_locator_map(map_places(briefing.places), edition.outlines)
        if edition.outlines
        else None,
        downloads=downloads(edition, here, "people", "organisations", "places", "quotations"),
    )


def _summarise(edition: Edition) -> str:
    """How many of each: "7 people, 14 organisations and 13 places", with the day of their roles."""
    briefing = edition.briefing
    counts = (
        _count(len(briefing.people), "person", "people"),
        _count(len(briefing.organisations), "organisation", "organisations"),
        _count(len(briefing.places), "place", "places"),
    )
    return f"{join_words(filter(None, counts))}."


def _count(number: int, one: str, many: str) -> str:
    return count_of(number, one, many) if number else ""
