"""Every name on the locator map can be read: none covers another, or a dot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.drawing.locator_map import crowded_labels, map_places
from dateline.facts.briefing import Briefing
from dateline.facts.records import Place, Side
from dateline.problems import Position, Problem, Related, Rule


def check_map_labels(briefing: Briefing) -> Iterator[Problem]:
    """Each name has room on the wide map and on that for phones."""
    places = [one for one in briefing.places if None not in (one.latitude, one.longitude)]
    for form, crowded in crowded_labels(map_places(places)):
        by = [places[index] for index in crowded.by]
        yield _crowded(places[crowded.index], by, form.name)


def _crowded(place: Place, by: Sequence[Place], form: str) -> Problem:
    near = " or ".join(f"“{one.name}”" for one in by)
    covers = f"it would cover {near}" if by else "it would leave the map"
    side = f" {_ON[place.label]} its dot" if place.label else " beside its dot"
    return Problem(
        position=_spot(place),
        rule=Rule.MAP_OVERLAP,
        found=f"the name “{place.name}” has no room{side} on the {form} map: {covers}",
        fix="write label: right, left, above or below, here or at a place that is in its way",
        related=tuple(Related(position=_spot(one), note=f"“{one.name}”") for one in by),
    )


_ON: Mapping[Side, str] = {
    Side.RIGHT: "to the right of",
    Side.LEFT: "to the left of",
    Side.ABOVE: "above",
    Side.BELOW: "below",
}


def _spot(place: Place) -> Position:
    return place.origin.of("label" if place.label else "name")
