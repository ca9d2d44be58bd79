"""The map that shows where a briefing's places are, drawn for a wide column and for a phone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.drawing.map_frame import (
    NARROW,
    WIDE,
    edge_degrees,
    fit_frame,
)
from dateline.drawing.map_land import (
    STEPS,
    arcs_on_plane,
    box_around,
    is_near,
    show_areas,
    write_path,
)
from dateline.drawing.map_names import place_names
from dateline.drawing.map_places import (
    LEADING,
    MapPlace,
    Patch,
    dot_patch,
    find_crowded,
    label_reach,
    place_labels,
)
from dateline.drawing.map_scale import plan_scale
from dateline.drawing.projection import EARTH, project_around
from dateline.drawing.simplify import area
from dateline.drawing.svg import Drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.drawing.map_frame import Form, Frame
    from dateline.drawing.map_land import Area, PlaneLine
    from dateline.drawing.map_names import Name
    from dateline.drawing.map_places import Crowded, Label
    from dateline.drawing.map_scale import Scale
    from dateline.drawing.projection import Point, Projection
    from dateline.facts.records import Place
    from dateline.reading.outlines import Outlines

FORMS: Final = (WIDE, NARROW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A map before any land is drawn: what it shows, and where dots and their names stand.

    `edge` are degrees east and north along its edge.
    """

    form: Form
    projection: Projection
    frame: Frame
    edge: tuple[Point, ...]
    dots: tuple[Point, ...]
    labels: tuple[Label | None, ...]

    @property
    def taken(self) -> tuple[Patch, ...]:
        """The room that dots and their names take."""
        dots = (dot_patch(dot, self.form) for dot in self.dots)
        return (*dots, *(label.patch for label in self.labels if label))


def plan_map(places: Sequence[MapPlace], form: Form) -> Plan | None:
    """Where everything stands; None without places, or where no side of the Earth shows them all.

    Around places that are far from each other there is less room than the form asks for.
    """
    projection = project_around([(one.east, one.north) for one in places]) if places else None
    if projection is None:
        return None
    plans = (
        _plan(places, projection, replace(form, margin=margin)) for margin in (form.margin, _CLOSE)
    )
    return next(filter(None, plans), None)


_CLOSE: Final = 20


def _plan(places: Sequence[MapPlace], projection: Projection, form: Form) -> Plan | None:
    points = [projection.project(one.east, one.north) for one in places]
    frame = fit_frame(points, [label_reach(one, form) for one in places], form)
    edge = edge_degrees(frame, projection)
    if edge is None:
        return None
    dots = tuple(frame.at(point) for point in points)
    return Plan(
        form=form,
        projection=projection,
        frame=frame,
        edge=edge,
        dots=dots,
        labels=place_labels(places, dots, frame, form),
    )


def map_places(places: Iterable[Place]) -> tuple[MapPlace, ...]:
    """What a map needs of each place that has coordinates, in the order of their sheet."""
    return tuple(
        MapPlace(
            name=one.name, north=float(one.latitude), east=float(one.longitude), label=one.label
        )
        for one in places
        if one.latitude is not None and one.longitude is not None
    )


def has_map(places: Iterable[Place]) -> bool:
    """Whether there is anything to draw a map of."""
    return bool(map_places(places))


def crowded_labels(places: Sequence[MapPlace]) -> Iterator[tuple[Form, Crowded]]:
    """Each name that has no room on a map, and on which of the maps."""
    for form in FORMS:
        plan = plan_map(places, form)
        if plan:
            for crowded in find_crowded(places, plan.dots, plan.labels, form):
                yield form, crowded


# A preview draws the same map again and again while the article is written.
@lru_cache(maxsize=8)
def draw_locator_map(places: tuple[MapPlace, ...], outlines: Outlines) -> Drawing | None:
    """Both maps, of which a page shows the one that it has room for, and a caption in words.

    Together they have at most 30 KB: where coasts are long, they are drawn less closely.
    """
    plans = [plan for form in FORMS if (plan := plan_map(places, form))]
    if len(plans) < len(FORMS):
        return None
    points = arcs_on_plane(outlines, plans[0].projection)
    svg, tolerance = "", CLOSE
    for _ in range(_TRIES):
        svg = "".join(_draw(plan, outlines, points, tolerance) for plan in plans)
        size = len(svg.encode())
        if size <= MOST:
            break
        tolerance *= 1.2 * (size / MOST) ** 1.2
    return Drawing(svg=svg, words=_caption(places, plans[0].projection))


MOST: Final = 30_000
"""Bytes of both drawings."""
CLOSE: Final = 0.6
"""Pixels that an outline may be off, where coasts are not too long for it."""
_TRIES: Final = 6


def _caption(places: Sequence[MapPlace], projection: Projection) -> str:
    return (
        f"{_extent(places, projection)} Borders are de facto, as of 2018. Outlines: Natural Earth."
    )


def _extent(places: Sequence[MapPlace], projection: Projection) -> str:
    """Which places are shown; of many, those that lie farthest out."""
    names = [one.name for one in places]
    if len(names) == 1:
        return f"{names[0]} and what lies around it."
    if len(names) <= 4:
        return f"{', '.join(names[:-1])} and {names[-1]}."
    # Degrees east of the map's own middle, so that the date line is no edge.
    turns = [(one.east - projection.east + 180) % 360 for one in places]
    across = sorted(range(len(places)), key=turns.__getitem__)
    down = sorted(range(len(places)), key=lambda index: places[index].north)
    return (
        f"{len(places)} places, from {names[down[-1]]} in the north to {names[down[0]]} in the "
        f"south, and from {names[across[0]]} in the west to {names[across[-1]]} in the east."
    )


def _draw(plan: Plan, outlines: Outlines, points: PlaneLine, tolerance: float) -> str:
    """One map: land, the countries of the story above it, names, dots."""
    form, frame = plan.form, plan.frame
    box = box_around(plan.edge, frame, plan.projection)
    areas = show_areas(outlines, points, frame, box, tolerance)
    own = _own(plan, areas)
    bar = plan_scale(frame, plan.taken, form)
    taken = (*plan.taken, bar.patch) if bar else plan.taken
    names = place_names(_by_size(areas), taken, frame, form)
    around = [ring for one in areas if one.name not in own for ring in one.rings]
    inside = [ring for one in areas if one.name in own for ring in one.rings]
    return element(
        "svg",
        element("rect", class_="map-water", width=form.width, height=frame.height),
        _draw_land("map-land", around),
        _draw_land("map-own", inside),
        _draw_names(names, form),
        _draw_scale(bar, form) if bar else "",
        _draw_dots(plan),
        _draw_labels(plan),
        class_=form.classes,
        viewBox=f"0 0 {form.width} {number(frame.height)}",
        direction="ltr",
        aria_hidden="true",
    )


COARSE: Final = 20
"""Kilometres that an outline at 1:50 million may be off from the border itself."""


def _own(plan: Plan, areas: Sequence[Area]) -> frozenset[str]:
    """The countries that a dot lies in, or so near that the outlines can not tell."""
    near = COARSE / EARTH * plan.frame.scale
    return frozenset(one.name for one in areas if any(is_near(one, dot, near) for dot in plan.dots))


def _by_size(areas: Iterable[Area]) -> list[Area]:
    """The largest first, so that they have the first choice of room."""
    return sorted(areas, key=lambda one: -sum(map(area, one.rings)))


def _draw_land(name: str, rings: Sequence[Sequence[Point]]) -> str:
    path = write_path(rings)
    smaller = f"scale({number(1 / STEPS)})"
    return (
        element("path", class_=name, d=path, transform=smaller, vector_effect="non-scaling-stroke")
        if path
        else ""
    )


def _draw_dots(plan: Plan) -> str:
    dots = [
        element("circle", cx=round(x, 1), cy=round(y, 1), r=plan.form.dot) for x, y in plan.dots
    ]
    return element("g", *dots, class_="map-dots", paint_order="stroke")


def _draw_labels(plan: Plan) -> str:
    labels = [
        _lines(one.lines, one.x, one.baseline, plan.form.place, text_anchor=one.anchor)
        for one in plan.labels
        if one
    ]
    # Behind each letter an edge in the colour of the land.
    return element(
        "g", *labels, class_="map-places", font_size=plan.form.place, paint_order="stroke"
    )


def _draw_names(names: Iterable[Name], form: Form) -> str:
    drawn = [_lines(one.lines, one.x, one.baseline, form.country) for one in names]
    group = element("g", *drawn, class_="map-names", font_size=form.country, text_anchor="middle")
    return group if drawn else ""


def _lines(lines: Sequence[str], x: float, baseline: float, size: float, **attributes: str) -> str:
    """Lines of text below each other."""
    return "".join(
        text(line, x=round(x, 1), y=round(baseline + index * LEADING * size, 1), **attributes)
        for index, line in enumerate(lines)
    )


def _draw_scale(scale: Scale, form: Form) -> str:
    line = f"M{number(scale.x)} {number(scale.y - 4)}v4h{number(scale.length)}v-4"
    words = text(scale.words, x=scale.x + scale.length + 6, y=scale.y, font_size=form.country)
    return element("g", element("path", d=line), words, class_="map-scale")
