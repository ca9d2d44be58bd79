"""What a sheet shows in a frame on another site, and how high the frame has to be for it."""

from math import ceil
from typing import Final

from dateline.facts.kinds import Kind
from dateline.facts.records import Fact, Figure
from dateline.pages import addresses
from dateline.pages.addresses import EmbedSheet, here_on
from dateline.pages.cards.figure_card import figure_card
from dateline.pages.cards.figure_order import by_weight
from dateline.pages.edition import Edition
from dateline.pages.machines.frame_height import card_height, in_steps
from dateline.pages.operands import figures_with_cards
from dateline.words import deferred

SHEETS: Final[dict[EmbedSheet, tuple[Kind, str]]] = {
    "timeline": (Kind.EVENT, deferred("Timeline: %(title)s")),
    "key-figures": (Kind.FIGURE, deferred("Key figures: %(title)s")),
    "map": (Kind.PLACE, deferred("Map: %(title)s")),
}
"""What each shows; people, organisations and quotations are in none."""

# A frame has room for so many events, and for so many figures, without being scrolled far.
_LATEST: Final = 5
_NEXT: Final = 4
_FIGURES: Final = 6
_FIGURES_IN_TWO_COLUMNS: Final = 4

# At 600 pixels: what is around the cards, a map, an event, a row of two places, and around a figure.
_AROUND: Final = 130
_MAP: Final = 440
_EVENT: Final = 78
_PLACES: Final = 106
_AROUND_FIGURE: Final = 55


def folded(sheet: EmbedSheet, edition: Edition) -> tuple[str, ...]:
    """What only its own address shows: events, figures, and places that are not on the map.

    Of events these are all but the latest before publication and the next, then the last, after it.
    """
    if sheet == "map":
        return tuple(place.id for place in edition.briefing.places if place.latitude is None)
    if sheet == "key-figures":
        return tuple(figure.id for figure in _cards(sheet, edition)[_FIGURES:])
    followed = edition.followed_publication
    coming = [event for event in followed if edition.statuses[event.id].is_open]
    over = [event for event in reversed(followed) if event not in coming]
    shown = (*edition.past[-_LATEST:], *[*coming, *over][:_NEXT])
    return tuple(event.id for event in edition.events if event not in shown)


def sheet_height(sheet: EmbedSheet, edition: Edition) -> int:
    """How high a frame of 600 pixels has to be for all that the sheet shows there."""
    shown = [card for card in _cards(sheet, edition) if card.id not in folded(sheet, edition)]
    match sheet:
        case "timeline":
            height: float = _EVENT * len(shown)
        case "map":
            height = _MAP + _PLACES * ceil(len(shown) / 2)
        case "key-figures":
            here = here_on(addresses.embed_page(edition.briefing.slug, sheet), edition.site.address)
            cards = [figure_card(each, edition, here) for each in shown if isinstance(each, Figure)]
            heights = [
                _AROUND_FIGURE + card_height(card) for card in cards[:_FIGURES_IN_TWO_COLUMNS]
            ]
            height = min(
                max(sum(heights[:first]), sum(heights[first:])) for first in range(len(heights) + 1)
            )
    return in_steps(_AROUND + height)


def _cards(sheet: EmbedSheet, edition: Edition) -> tuple[Fact, ...]:
    if sheet == "key-figures":
        return tuple(by_weight(figures_with_cards(edition.briefing)))
    return tuple(edition.briefing.records(SHEETS[sheet][0]))
