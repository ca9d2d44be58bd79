"""A name on the map can be on the side that its editor asks for."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.drawing.map_places import map_places
from dateline.drawing.map_plan import crowded_labels
from dateline.facts.briefing import Briefing
from dateline.facts.phrasing import join_words
from dateline.facts.records import Place, Side
from dateline.problems import Position, Problem, Related, Rule

_BESIDE: Mapping[Side, str] = {
    Side.RIGHT: "to the right of",
    Side.LEFT: "to the left of",
    Side.ABOVE: "above",
    Side.BELOW: "below",
}


def check_map_overlap(briefing: Briefing) -> Iterator[Problem]:
    """On both drawings of the map, the wide one and the one for phones."""
    places = [place for place in briefing.places if None not in (place.latitude, place.longitude)]
    for form, crowded in crowded_labels(map_places(places)):
        neighbours = [places[index] for index in crowded.by]
        place = places[crowded.index]
        if place.label:
            yield _overlap_problem(place, place.label, neighbours, form.name)


def _overlap_problem(place: Place, side: Side, neighbours: Sequence[Place], form: str) -> Problem:
    names = join_words((f"“{neighbour.name}”" for neighbour in neighbours), "or")
    reason = f"it would cover {names}" if neighbours else "it would leave the map"
    beside = f"{_BESIDE[side]} its dot"
    found = f"the name “{place.name}” has no room {beside} on the {form} map: {reason}"
    fix = (
        "leave `label:` out, and the name goes where there is room; or write another side there. "
        "As it is, the name stands away from its dot, at the end of a line"
    )
    related = tuple(
        Related(position=_label_position(neighbour), note=f"“{neighbour.name}”")
        for neighbour in neighbours
    )
    return Problem(_label_position(place), Rule.MAP_OVERLAP, found, fix, related)


def _label_position(place: Place) -> Position:
    return place.origin.of("label" if place.label else "name")
