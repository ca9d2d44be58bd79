"""Maps, from which every place, country and region leads to its card."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Final

from dateline.drawing.locator_map import draw_locator_map, draw_vicinity
from dateline.drawing.map_places import map_places, map_subjects
from dateline.drawing.svg import Drawing
from dateline.facts.records import Place
from dateline.pages.addresses import Here
from dateline.pages.edition import Edition, link_to_place
from dateline.patterns import compile_later

_LINK: Final = compile_later(r'(?<=<a href=")#([^"]+)')


def locator_of(edition: Edition, here: Here) -> Drawing | None:
    """None where the outlines are not at hand, no place has coordinates, or they are too far apart."""
    briefing, outlines = edition.briefing, edition.outlines
    if outlines is None:
        return None
    records = (*briefing.places, *briefing.organisations)
    # Each page leads to the cards in its own way, so that the map is drawn once for all of them.
    ids = {record.id: f"#{record.id}" for record in records}
    drawing = draw_locator_map(
        map_places(briefing.places, ids), outlines, map_subjects(records, ids)
    )
    links = {record.id: link_to_place(edition, here, record) for record in records}
    return drawing and _lead_to(links, drawing)


def _lead_to(links: Mapping[str, str], drawing: Drawing) -> Drawing:
    return replace(drawing, svg=_LINK.sub(lambda link: escape(links[link[1]]), drawing.svg))


def vicinity_of(place: Place, edition: Edition, here: Here) -> Drawing | None:
    """A small map around a place; None where it has no coordinates."""
    outlines = edition.outlines
    if place.latitude is None or outlines is None:
        return None
    records = (*edition.briefing.places, *edition.briefing.organisations)
    ids = {record.id: f"#{record.id}" for record in records}
    (spot,) = map_places((place,), ids)
    drawing = draw_vicinity(spot, outlines, map_subjects(records, ids))
    links = {record.id: link_to_place(edition, here, record) for record in records}
    return drawing and _lead_to(links, drawing)
