"""Who and where: people, organisations and places, each with the facts that name them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.drawing.locator_map import draw_locator_map
from dateline.drawing.map_places import map_places, map_subjects
from dateline.drawing.svg import Drawing
from dateline.facts.kinds import Kind
from dateline.facts.phrasing import count_of, join_words
from dateline.pages.cards.name_cards import NamedCard, named_card
from dateline.pages.data.files import downloads
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, briefing_shell


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAndWhereContext:
    """`bare_places` are those that no event, figure or quotation names."""

    shell: Shell
    summary: str
    people: tuple[NamedCard, ...]
    organisations: tuple[NamedCard, ...]
    places: tuple[NamedCard, ...]
    bare_places: tuple[NamedCard, ...]
    locator: Drawing | None
    downloads: Mapping[str, Link]


def plan_who_and_where(edition: Edition) -> Page:
    briefing, here, summary = edition.briefing, edition.here("who-and-where"), _summarise(edition)
    places = tuple(named_card(place, edition, here) for place in briefing.places)
    context = WhoAndWhereContext(
        shell=briefing_shell(
            edition,
            here,
            title="Who and where",
            description=summary,
            graph=(structured.cast(edition),),
        ),
        summary=summary,
        people=tuple(named_card(person, edition, here) for person in briefing.people),
        organisations=tuple(
            named_card(organisation, edition, here) for organisation in briefing.organisations
        ),
        places=tuple(card for card in places if card.facts),
        bare_places=tuple(card for card in places if not card.facts),
        locator=_locator(edition),
        downloads=downloads(edition, here, "who-and-where"),
    )
    return Page(path=here.path, template="who-and-where.html.j2", context=context)


def _locator(edition: Edition) -> Drawing | None:
    briefing, outlines = edition.briefing, edition.outlines
    subjects = map_subjects((*briefing.places, *briefing.organisations))
    return draw_locator_map(map_places(briefing.places), outlines, subjects) if outlines else None


def _summarise(edition: Edition) -> str:
    kinds = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
    counts = ((len(edition.briefing.records(kind)), kind) for kind in kinds)
    words = [count_of(number, kind, kind.plural) for number, kind in counts if number]
    return f"{join_words(words)}."
