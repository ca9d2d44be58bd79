"""Sheets for other sites to show in a frame: whole, or one card by its fragment."""

from collections.abc import Callable, Iterator
from functools import partial

from dateline.drawing.svg import Drawing
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import EmbedSheet, Here, here_on
from dateline.pages.cards.event_card import EventCard, event_card
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.cards.figure_order import by_weight
from dateline.pages.cards.locator import locator_of
from dateline.pages.cards.name_cards import NamedCard, named_card
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, ShownDay, show_day
from dateline.pages.machines.framed_sheets import folded
from dateline.pages.machines.oembed import sheets_of
from dateline.pages.operands import figures_with_cards
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.words import _, deferred

_NAMES: dict[EmbedSheet, tuple[str, str]] = {
    "timeline": (deferred("Timeline"), deferred("Open the timeline")),
    "key-figures": (deferred("Key figures"), deferred("Open the key figures")),
    "map": (deferred("Map"), deferred("Open the map")),
}
"""What each is called, and the link to the page with all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedContext:
    """Of `events`, `figures` and `places` one has something; `sheet` leads to the page with all of it.

    The cards that are `folded` are shown alone, and not with the others; `after` is the first event that had not
    come when the article was published, or empty.
    `is_served`: whether the site has an address; from disk browsers refuse to load a font early.
    """

    shell: Shell
    kind: EmbedSheet
    name: str
    sheet: Link
    is_served: bool
    published: ShownDay
    events: tuple[EventCard, ...]
    figures: tuple[FigureCard, ...]
    places: tuple[NamedCard, ...]
    folded: tuple[str, ...]
    after: str
    locator: Drawing | None


def plan_embeds(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    for sheet in sheets_of(edition):
        path = addresses.embed_page(edition.briefing.slug, sheet)
        yield path, partial(_plan, sheet, edition)


def _plan(sheet: EmbedSheet, edition: Edition) -> Page:
    briefing = edition.briefing
    here = here_on(addresses.embed_page(briefing.slug, sheet), edition.site.address)
    name, opens = map(_, _NAMES[sheet])
    is_map, hidden = sheet == "map", folded(sheet, edition)
    figures = by_weight(figures_with_cards(briefing))
    if hidden and sheet == "timeline":
        opens = _("All %(number)s on the timeline", number=len(edition.events))
    elif hidden and sheet == "key-figures":
        opens = _("All %(number)s figures", number=len(figures))
    context = EmbedContext(
        shell=briefing_shell(edition, here, title=name, description=name, listed=False),
        kind=sheet,
        name=name,
        sheet=Link(words=opens, href=_whole(sheet, edition, here)),
        is_served=edition.site.address is not None,
        published=show_day(briefing.front.published),
        events=tuple(
            event_card(event, edition, here)
            for event in (*edition.past, *edition.followed_publication)
            if sheet == "timeline"
        ),
        figures=tuple(
            figure_card(figure, edition, here) for figure in figures if sheet == "key-figures"
        ),
        places=tuple(named_card(place, edition, here) for place in briefing.places if is_map),
        folded=hidden,
        after=next((event.id for event in edition.followed_publication), ""),
        locator=locator_of(edition, here) if is_map else None,
    )
    return Page(path=here.path, template="embed.html.j2", context=context)


def _whole(sheet: EmbedSheet, edition: Edition, here: Here) -> str:
    slug = edition.briefing.slug
    if sheet == "map":
        return here.to(addresses.page_of(slug, "who-and-where"), "at_map")
    return here.to(addresses.page_of(slug, sheet))
