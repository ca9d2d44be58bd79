"""The whole briefing on one page, for paper: the article, every fact, every source's address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.facts.chronology import order_events
from dateline.pages.article import Part, story
from dateline.pages.event_cards import EventCard, event_card
from dateline.pages.figure_cards import FigureCard, figure_card
from dateline.pages.method import Method, method_of
from dateline.pages.name_cards import (
    OrganisationCard,
    PersonCard,
    PlaceCard,
    organisation_card,
    person_card,
    place_card,
)
from dateline.pages.shell import Shell, briefing_shell
from dateline.pages.sources import SourceEntry, source_entries

if TYPE_CHECKING:
    from dateline.pages.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingContext:
    shell: Shell
    story: tuple[Part, ...]
    events: tuple[EventCard, ...]
    figures: tuple[FigureCard, ...]
    people: tuple[PersonCard, ...]
    organisations: tuple[OrganisationCard, ...]
    places: tuple[PlaceCard, ...]
    sources: tuple[SourceEntry, ...]
    method: Method


def everything_context(edition: Edition) -> EverythingContext:
    """The page for paper."""
    here = edition.here("all")
    briefing, page = edition.briefing, here.path
    events = order_events(briefing.events, edition.today)
    return EverythingContext(
        shell=briefing_shell(
            edition,
            here,
            title="Everything on one page",
            description=f"“{briefing.front.title}”: the article, its facts and its sources.",
            leads=True,
        ),
        story=story(edition, here),
        events=tuple(event_card(one, edition, page=page) for one in events),
        figures=tuple(figure_card(one, edition, page=page) for one in briefing.figures),
        people=tuple(person_card(one, edition, page=page) for one in briefing.people),
        organisations=tuple(
            organisation_card(one, edition, page=page) for one in briefing.organisations
        ),
        places=tuple(place_card(one, edition, page=page) for one in briefing.places),
        sources=source_entries(edition, here),
        method=method_of(edition, here),
    )
