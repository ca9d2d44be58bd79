"""The whole briefing on one page, for paper: all but what is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.pages.article_page import Part, story
from dateline.pages.brief import Point, points_of
from dateline.pages.cards.change_log import CorrectionEntry, corrections_of
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.method import Method, method_of
from dateline.pages.cards.name_cards import (
    OrganisationCard,
    PersonCard,
    PlaceCard,
    organisation_card,
    person_card,
    place_card,
)
from dateline.pages.edition import Edition
from dateline.pages.shell import Shell, briefing_shell
from dateline.pages.sources import SourceEntry, source_entries
from dateline.pages.timeline import TimelineContext, timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingContext:
    """`timeline` is None where there are no events."""

    shell: Shell
    points: tuple[Point, ...]
    story: tuple[Part, ...]
    timeline: TimelineContext | None
    figures: tuple[FigureCard, ...]
    people: tuple[PersonCard, ...]
    organisations: tuple[OrganisationCard, ...]
    places: tuple[PlaceCard, ...]
    sources: tuple[SourceEntry, ...]
    method: Method
    corrections: tuple[CorrectionEntry, ...]


def everything_context(edition: Edition) -> EverythingContext:
    """The page for paper."""
    here = edition.here("all")
    briefing = edition.briefing
    return EverythingContext(
        shell=briefing_shell(
            edition,
            here,
            title="The whole briefing",
            description=f"“{briefing.front.title}”: the brief, the article, every fact and source.",
            leads=True,
        ),
        points=points_of(edition, here),
        story=story(edition, here),
        timeline=timeline(edition, here) if briefing.events else None,
        figures=tuple(figure_card(one, edition, here) for one in briefing.figures),
        people=tuple(person_card(one, edition, here) for one in briefing.people),
        organisations=tuple(
            organisation_card(one, edition, here) for one in briefing.organisations
        ),
        places=tuple(place_card(one, edition, here) for one in briefing.places),
        sources=source_entries(edition, here),
        method=method_of(edition, here),
        corrections=corrections_of(edition, here),
    )
