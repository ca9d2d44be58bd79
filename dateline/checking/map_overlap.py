"""Every name on the locator map can be read: none covers another, or a dot."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.drawing.locator_map import crowded_labels
from dateline.drawing.map_places import map_places
from dateline.facts.briefing import Briefing
from dateline.facts.phrasing import join_words
from dateline.facts.records import Place, Side
from dateline.problems import Position, Problem, Related, Rule

_BESIDE: Mapping[Side | None, str] = {
    Side.RIGHT: "to the right of",
    Side.LEFT: "to the left of",
    Side.ABOVE: "above",
    Side.BELOW: "below",
    None: "beside",
}


def check_map_overlap(briefing: Briefing) -> Iterator[Problem]:
    """Each name has room on both drawings of the map, the wide one and the one for phones."""
    places = [place for place in briefing.places if None not in (place.latitude, place.longitude)]
    for form, crowded in crowded_labels(map_places(places)):
        neighbours = [places[index] for index in crowded.by]
        yield _overlap_problem(places[crowded.index], neighbours, form.name)


def _overlap_problem(place: Place, neighbours: Sequence[Place], form: str) -> Problem:
    names = join_words((f"“{neighbour.name}”" for neighbour in neighbours), "or")
    reason = f"it would cover {names}" if neighbours else "it would leave the map"
    beside = f"{_BESIDE[place.label]} its dot"
    found = f"the name “{place.name}” has no room {beside} on the {form} map: {reason}"
    other = f"another side than {place.label}" if place.label else "a side"
    fix = (
        f"give this place or one in the way {other} in `label:` (right, left, above or below), "
        "write a shorter name, leave the coordinates of one of them out, or leave it so: "
        "the map then shows the dot without the name, and the list of places has it"
    )
    related = tuple(
        Related(position=_label_position(neighbour), note=f"“{neighbour.name}”")
        for neighbour in neighbours
    )
    return Problem(_label_position(place), Rule.MAP_OVERLAP, found, fix, related)


def _label_position(place: Place) -> Position:
    return place.origin.of("label" if place.label else "name")
