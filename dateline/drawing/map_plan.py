"""The layout of a map before any land is drawn: its frame, its dots and their names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.drawing.map_frame import NARROW, WIDE, Form, Frame, Patch, edge_degrees, fit_frame
from dateline.drawing.map_labels import (
    GAP,
    Crowded,
    Label,
    dot_patch,
    find_crowded,
    label_reach,
    place_labels,
)
from dateline.drawing.map_leaders import lead_away, leader
from dateline.drawing.map_places import MapPlace, Stop, find_stops
from dateline.drawing.projection import Point, Projection, project_around
from dateline.frozen import dataclass
from dateline.words import spoken

FORMS: Final = (WIDE, NARROW)
# Pixels at which places share a dot: as few as leave room for every name.
_NEAR: Final = (5.5, 9, 14, 21, 32, 48, 72)
_SMALL_MARGIN: Final = 20  # pixels, where places are too far apart for the margin of their form


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlan:
    """`edge` is a list of degrees east and north along the edge; `beside` are names at their dots."""

    form: Form
    projection: Projection
    frame: Frame
    edge: tuple[Point, ...]
    stops: tuple[Stop, ...]
    beside: tuple[Label | None, ...]
    labels: tuple[Label | None, ...]

    @property
    def taken(self) -> tuple[Patch, ...]:
        """The room of dots, of their names, and of the lines between them."""
        pairs = list(zip(self.stops, self.labels, strict=True))
        lines = [line for stop, label in pairs if label and (line := leader(stop, label))]
        return (
            *(dot_patch(stop) for stop in self.stops),
            *(label.patch for _, label in pairs if label),
            *(patch for line in lines for patch in _along(*line)),
        )


def _along(start: Point, end: Point) -> Iterator[Patch]:
    for step in range(9):
        x, y = (a + (b - a) * step / 8 for a, b in zip(start, end, strict=True))
        yield Patch(left=x - GAP, top=y - GAP, right=x + GAP, bottom=y + GAP)


def plan_map(places: Sequence[MapPlace], form: Form) -> MapPlan | None:
    """The layout; None without places, or if no side of the Earth shows all of them."""
    return _plan(tuple(places), form, spoken().language)


# Asked for to check the labels, and again to draw the map.
@lru_cache(maxsize=8)
def _plan(places: tuple[MapPlace, ...], form: Form, _language: str) -> MapPlan | None:
    projection = project_around([place.spot for place in places]) if places else None
    if projection is None:
        return None
    closer = replace(form, margin=_SMALL_MARGIN)
    return _plan_around(projection, places, form) or _plan_around(projection, places, closer)


def _plan_around(projection: Projection, places: Sequence[MapPlace], form: Form) -> MapPlan | None:
    points = [projection.project(*place.spot) for place in places]
    frame = fit_frame(points, [label_reach(place, form) for place in places], form)
    edge = edge_degrees(frame, projection)
    if edge is None:
        return None
    dots = [frame.at(point) for point in points]
    for near in _NEAR:
        stops = find_stops(places, dots, near, form)
        beside = place_labels(stops, frame, form)
        labels = lead_away(stops, beside, frame, form)
        if None not in labels:
            break
    return MapPlan(
        form=form,
        projection=projection,
        frame=frame,
        edge=edge,
        stops=stops,
        beside=beside,
        labels=labels,
    )


def crowded_labels(places: Sequence[MapPlace]) -> Iterator[tuple[Form, Crowded]]:
    """Each name that cannot be on the side asked for, by the place's number, and on which map."""
    for form in FORMS:
        if plan := plan_map(places, form):
            for crowded in find_crowded(plan.stops, plan.beside, form):
                stops = (crowded.index, *crowded.by)
                index, *by = (plan.stops[stop].members[0] for stop in stops)
                yield form, Crowded(index=index, by=tuple(by))
