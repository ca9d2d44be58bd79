"""Maps, from which every place, country and region leads to its card."""

from dateline.drawing.locator_map import draw_locator_map, draw_vicinity
from dateline.drawing.map_places import map_places, map_subjects
from dateline.drawing.svg import Drawing
from dateline.facts.records import Place
from dateline.pages.addresses import Here
from dateline.pages.edition import Edition, link_to_place


def locator_of(edition: Edition, here: Here) -> Drawing | None:
    """None where the outlines are not at hand, no place has coordinates, or they are too far apart."""
    briefing, outlines = edition.briefing, edition.outlines
    records = (*briefing.places, *briefing.organisations)
    links = {record.id: link_to_place(edition, here, record) for record in records}
    if outlines is None:
        return None
    return draw_locator_map(
        map_places(briefing.places, links), outlines, map_subjects(records, links)
    )


def vicinity_of(place: Place, edition: Edition, here: Here) -> Drawing | None:
    """A small map around a place; None where it has no coordinates."""
    spots, outlines = map_places((place,)), edition.outlines
    if not spots or outlines is None:
        return None
    records = (*edition.briefing.places, *edition.briefing.organisations)
    links = {record.id: link_to_place(edition, here, record) for record in records}
    (spot,) = map_places((place,), links)
    return draw_vicinity(spot, outlines, map_subjects(records, links))
