"""The map that shows where a briefing's places are, drawn for a wide column and for a phone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.drawing.map_frame import NARROW, WIDE, Form, Frame, Patch, edge_degrees, fit_frame
from dateline.drawing.map_land import (
    STEPS,
    Area,
    PlaneLine,
    arcs_on_plane,
    box_around,
    show_areas,
    write_path,
)
from dateline.drawing.map_names import CountryName, place_names
from dateline.drawing.map_places import (
    LEADING,
    Crowded,
    Label,
    MapPlace,
    dot_patch,
    find_crowded,
    label_reach,
    place_labels,
)
from dateline.drawing.map_scale import ScaleBar, plan_scale
from dateline.drawing.projection import EARTH, Point, Projection, project_around
from dateline.drawing.svg import Drawing, element, number, text
from dateline.reading.outlines import Outlines

FORMS: Final = (WIDE, NARROW)
MOST: Final = 30_000  # bytes of both drawings together
_CLOSE: Final = 0.6  # pixels that an outline may be off, unless coasts are too long for that
_TRIES: Final = 6
_COARSE: Final = 20  # kilometres that an outline at 1:50 million may be off from the border itself
_SMALL_MARGIN: Final = 20  # pixels, where places are too far apart for the margin of their form


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlan:
    """A map before any land is drawn; `edge` is a list of degrees east and north along its edge."""

    form: Form
    projection: Projection
    frame: Frame
    edge: tuple[Point, ...]
    dots: tuple[Point, ...]
    labels: tuple[Label | None, ...]

    @property
    def taken(self) -> tuple[Patch, ...]:
        dots = (dot_patch(dot, self.form) for dot in self.dots)
        return (*dots, *(label.patch for label in self.labels if label))


def plan_map(places: Sequence[MapPlace], form: Form) -> MapPlan | None:
    """The layout; None without places, or if no side of the Earth shows all of them."""
    return _plan(tuple(places), form)


# Asked for to check the labels, and again to draw the map.
@lru_cache(maxsize=8)
def _plan(places: tuple[MapPlace, ...], form: Form) -> MapPlan | None:
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
    dots = tuple(frame.at(point) for point in points)
    return MapPlan(
        form=form,
        projection=projection,
        frame=frame,
        edge=edge,
        dots=dots,
        labels=place_labels(places, dots, frame, form),
    )


def crowded_labels(places: Sequence[MapPlace]) -> Iterator[tuple[Form, Crowded]]:
    """Each name without room on a map, and on which of the maps."""
    for form in FORMS:
        if plan := plan_map(places, form):
            for crowded in find_crowded(places, plan.dots, plan.labels, form):
                yield form, crowded


# A preview draws the same map again and again while the article is written.
@lru_cache(maxsize=8)
def draw_locator_map(places: tuple[MapPlace, ...], outlines: Outlines) -> Drawing | None:
    """Both maps, of which a page shows the one that it has room for, and a caption in words.

    Together they have at most 30 KB: long coasts are drawn less closely.
    """
    plans = [plan for form in FORMS if (plan := plan_map(places, form))]
    if len(plans) < len(FORMS):
        return None
    points = arcs_on_plane(outlines, plans[0].projection)
    svg, tolerance = "", _CLOSE
    for _ in range(_TRIES):
        svg = "".join(_draw_map(plan, outlines, points, tolerance) for plan in plans)
        size = len(svg.encode())
        if size <= MOST:
            break
        tolerance *= 1.2 * (size / MOST) ** 1.2
    extent = _extent(places, plans[0].projection)
    caption = f"{extent} Borders are de facto, as of 2018. Outlines: Natural Earth."
    return Drawing(svg=svg, words=caption)


def _extent(places: Sequence[MapPlace], projection: Projection) -> str:
    """The places shown; of more than four, those farthest out."""
    names = [place.name for place in places]
    if len(names) == 1:
        return f"{names[0]} and what lies around it."
    if len(names) <= 4:
        return f"{', '.join(names[:-1])} and {names[-1]}."
    # Degrees east of the map's own middle, so that the date line is no edge.
    turns = [(place.east - projection.east + 180) % 360 for place in places]
    across = sorted(range(len(places)), key=turns.__getitem__)
    down = sorted(range(len(places)), key=lambda index: places[index].north)
    return (
        f"{len(places)} places, from {names[down[-1]]} in the north to {names[down[0]]} in the "
        f"south, and from {names[across[0]]} in the west to {names[across[-1]]} in the east."
    )


def _draw_map(plan: MapPlan, outlines: Outlines, points: PlaneLine, tolerance: float) -> str:
    form, frame = plan.form, plan.frame
    box = box_around(plan.edge, frame, plan.projection)
    areas = show_areas(outlines, points, frame, box, tolerance)
    near = _COARSE / EARTH * frame.scale
    own = {area.name for area in areas if any(area.is_near(dot, near) for dot in plan.dots)}
    bar = plan_scale(frame, plan.taken, form)
    taken = (*plan.taken, bar.patch) if bar else plan.taken
    # The largest country has the first choice of room for its name.
    by_size = sorted(areas, key=lambda area: -area.size)
    return element(
        "svg",
        element("rect", class_="map-water", width=form.width, height=frame.height),
        _draw_land("map-land", (area for area in areas if area.name not in own)),
        _draw_land("map-own", (area for area in areas if area.name in own)),
        _draw_names(place_names(by_size, taken, frame, form), form),
        _draw_scale(bar, form) if bar else "",
        _draw_dots(plan),
        _draw_labels(plan),
        class_=f"map map-{form.name}",
        viewBox=f"0 0 {form.width} {number(frame.height)}",
        direction="ltr",
        aria_hidden="true",
    )


def _draw_land(name: str, areas: Iterable[Area]) -> str:
    path = write_path(ring for area in areas for ring in area.rings)
    if not path:
        return ""
    smaller = f"scale({number(1 / STEPS)})"
    return element(
        "path", class_=name, d=path, transform=smaller, vector_effect="non-scaling-stroke"
    )


def _draw_dots(plan: MapPlan) -> str:
    radius = plan.form.dot
    dots = [element("circle", cx=round(x, 1), cy=round(y, 1), r=radius) for x, y in plan.dots]
    return element("g", *dots, class_="map-dots", paint_order="stroke")


def _draw_labels(plan: MapPlan) -> str:
    size = plan.form.place
    labels = [_draw_lines(label, size, text_anchor=label.anchor) for label in plan.labels if label]
    # The stroke, in the colour of the land, is painted first: it separates letters from lines.
    return element("g", *labels, class_="map-places", font_size=size, paint_order="stroke")


def _draw_names(names: Iterable[CountryName], form: Form) -> str:
    drawn = [_draw_lines(name, form.country) for name in names]
    group = element("g", *drawn, class_="map-names", font_size=form.country, text_anchor="middle")
    return group if drawn else ""


def _draw_lines(name: Label | CountryName, size: float, **attributes: str) -> str:
    x = round(name.x, 1)
    return "".join(
        text(line, x=x, y=round(name.baseline + index * LEADING * size, 1), **attributes)
        for index, line in enumerate(name.lines)
    )


def _draw_scale(bar: ScaleBar, form: Form) -> str:
    line = f"M{number(bar.x)} {number(bar.y - 4)}v4h{number(bar.length)}v-4"
    words = text(bar.words, x=bar.x + bar.length + 6, y=bar.y, font_size=form.country)
    return element("g", element("path", d=line), words, class_="map-scale")
