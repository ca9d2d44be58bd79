"""The map that shows where a briefing's places are, drawn for a wide column and for a phone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from typing import Final

from dateline.drawing.map_arcs import arcs_in_frame
from dateline.drawing.map_frame import SMALL, Form, Frame, Patch
from dateline.drawing.map_labels import LEADING, Label
from dateline.drawing.map_land import (
    Area,
    box_around,
    show_areas,
    write_path,
)
from dateline.drawing.map_leaders import leader
from dateline.drawing.map_names import CountryName, place_names
from dateline.drawing.map_places import MapPlace, MapSubject, Stop, find_subject, on_maps
from dateline.drawing.map_plan import FORMS, MapPlan, plan_map
from dateline.drawing.map_regions import RegionName, ShownRegion, find_regions, name_regions
from dateline.drawing.map_scale import ScaleBar, plan_scale
from dateline.drawing.projection import EARTH
from dateline.drawing.svg import Drawing, element, number, text
from dateline.frozen import dataclass
from dateline.reading.outlines import Outlines
from dateline.words import _, all_of, spoken

MOST: Final = 12_000  # bytes of the land
MOST_SMALL: Final = 1_500
RANKS: Final = ("map-land", "map-near", "map-own")
_CLOSE: Final = 1.2  # pixels that an outline may be off, unless coasts are too long for that
_TRIES: Final = 6
_COARSE: Final = 20  # kilometres that an outline at 1:50 million may be off from the border itself
_TARGET: Final = 28  # pixels: 24 on the narrowest page, which shrinks the map


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCountry:
    """A country on the map: whether a place is in it, and the record of the sheet that it is."""

    area: Area
    holds: bool
    subject: MapSubject | None

    @property
    def rank(self) -> str:
        """What the briefing is about, what it touches, and what lies around it."""
        return RANKS[self.holds + (self.subject is not None)]


def draw_locator_map(
    places: tuple[MapPlace, ...], outlines: Outlines, subjects: tuple[MapSubject, ...] = ()
) -> Drawing | None:
    """Both maps, of which a page shows the one that it has room for, and a caption in words.

    They share one drawing of the land of at most 12 KB: long coasts are drawn less closely.
    """
    return _draw(places, on_maps(subjects, outlines), outlines, FORMS, spoken().language)


def draw_vicinity(
    place: MapPlace, outlines: Outlines, subjects: tuple[MapSubject, ...] = ()
) -> Drawing | None:
    """A small map of one place."""
    return _draw((place,), on_maps(subjects, outlines), outlines, (SMALL,), spoken().language)


# A preview draws the same maps again and again while the article is written, and a newsroom has its towns.
@lru_cache(maxsize=128)
def _draw(
    places: tuple[MapPlace, ...],
    subjects: tuple[MapSubject, ...],
    outlines: Outlines,
    forms: tuple[Form, ...],
    _language: str,
) -> Drawing | None:
    plans = [plan for form in forms if (plan := plan_map(places, form))]
    if len(plans) < len(forms):
        return None
    projection, ground = plans[0].projection, _ground(plans)
    most = MOST if forms == FORMS else MOST_SMALL
    countries, paths = _fit_countries(plans, places, subjects, outlines, most)
    areas = [country.area for country in countries]
    regions = list(find_regions(outlines, subjects, areas, projection, ground))
    paths += _draw_borders(regions)
    first, *others = plans
    lands = [_place_land(paths, ground, first.frame)]
    lands += [_use_land(first.frame, other.frame) for other in others]
    svg = "".join(
        _draw_map(plan, land, _Shown(countries=countries, regions=regions, ground=ground))
        for plan, land in zip(plans, lands, strict=True)
    )
    return Drawing(
        svg=svg,
        words=_("Borders as controlled in 2018. Outlines: Natural Earth."),
        seen=_extent(places, first),
    )


def _fit_countries(
    plans: Sequence[MapPlan],
    places: Sequence[MapPlace],
    subjects: Sequence[MapSubject],
    outlines: Outlines,
    most: int,
) -> tuple[list[DrawnCountry], str]:
    """The countries, and their paths as closely drawn as `most` bytes allow."""
    projection, ground = plans[0].projection, _ground(plans)
    points = arcs_in_frame(outlines, projection, ground)
    box = box_around([spot for plan in plans for spot in plan.edge], ground, projection)
    rings = list(outlines.rings_in(box))
    dots = [ground.at(projection.project(*place.spot)) for place in places]
    near = _COARSE / EARTH * ground.scale
    tolerance: float = _CLOSE
    for _again in range(_TRIES):
        countries = [
            DrawnCountry(
                area=area,
                holds=any(area.is_near(dot, near) for dot in dots),
                subject=find_subject(area.name, subjects),
            )
            for area in show_areas(rings, points, ground, tolerance)
        ]
        paths = _draw_paths(countries)
        if len(paths) <= most:
            break
        tolerance *= 1.2 * (len(paths) / most) ** 1.2
    return countries, paths


def _ground(plans: Sequence[MapPlan]) -> Frame:
    """The frame, at the scale of the first map, that holds what any of them shows."""
    corners = [corner for plan in plans for corner in plan.frame.corners()]
    scale = plans[0].frame.scale
    xs, ys = zip(*corners, strict=True)
    return Frame(
        scale=scale,
        x=-scale * min(xs),
        y=-scale * min(ys),
        width=scale * (max(xs) - min(xs)),
        height=scale * (max(ys) - min(ys)),
    )


def _extent(places: Sequence[MapPlace], plan: MapPlan) -> str:
    """The places shown; of more than four, those farthest out."""
    names = [place.name for place in places]
    if len(names) == 1:
        return _("%(place)s and the area around it.", place=names[0])
    if len(names) <= 4:
        return f"{all_of(names)}."
    # Degrees east of the map's own middle, so that the date line is no edge.
    turns = [(place.east - plan.projection.east + 180) % 360 for place in places]
    across = sorted(range(len(places)), key=turns.__getitem__)
    down = sorted(range(len(places)), key=lambda index: places[index].north)
    return _(
        "%(number)s places, from %(north)s in the north to %(south)s in the south, "
        "and from %(west)s in the west to %(east)s in the east.",
        number=len(places),
        north=names[down[-1]],
        south=names[down[0]],
        west=names[across[0]],
        east=names[across[-1]],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What both maps show, in the pixels of `ground`."""

    countries: Sequence[DrawnCountry]
    regions: Sequence[ShownRegion]
    ground: Frame

    def moved(self, frame: Frame) -> "_Shown":
        """The same in the pixels of a map, the largest country first."""
        by_size = sorted(self.countries, key=lambda country: -country.area.size)
        return _Shown(
            countries=[
                replace(country, area=country.area.moved(self.ground, frame)) for country in by_size
            ],
            regions=[
                replace(region, middle=frame.at(self.ground.from_pixels(*region.middle)))
                for region in self.regions
            ],
            ground=frame,
        )


def _draw_map(plan: MapPlan, land: str, shown: _Shown) -> str:
    form, frame = plan.form, plan.frame
    bar = plan_scale(frame, plan.taken, form)
    taken = (*plan.taken, bar.patch) if bar else plan.taken
    here = shown.moved(frame)
    regions = tuple(name_regions(here.regions, taken, frame, form))
    taken = (*taken, *(name.patch for name in regions))
    return element(
        "svg",
        element("rect", class_="map-water", width=form.width, height=number(frame.height)),
        land,
        _draw_names(here.countries, taken, frame, form),
        _draw_scale(bar, form) if bar else "",
        _draw_places(plan, regions),
        class_=f"map map-{form.name}",
        viewBox=f"0 0 {form.width} {number(frame.height)}",
        role="group",
        aria_label=_("Map"),
    )


# Land


def _draw_paths(countries: Sequence[DrawnCountry]) -> str:
    """The countries of each rank as one path."""
    return "".join(
        element("path", class_=rank, d=path)
        for rank in RANKS
        if (
            path := write_path(
                ring for country in countries if country.rank == rank for ring in country.area.rings
            )
        )
    )


def _place_land(paths: str, ground: Frame, frame: Frame) -> str:
    """The land of all maps. No editor can write an id with an underscore, so this one is safe."""
    x, y = number(frame.x - ground.x), number(frame.y - ground.y)
    return element("g", paths, id="map_land", transform=f"translate({x} {y})")


def _use_land(first: Frame, frame: Frame) -> str:
    share = frame.scale / first.scale
    x, y = number(frame.x - share * first.x), number(frame.y - share * first.y)
    return element("use", href="#map_land", transform=f"translate({x} {y})scale({share:.4f})")


def _draw_names(
    countries: Sequence[DrawnCountry], taken: Sequence[Patch], frame: Frame, form: Form
) -> str:
    """The names of countries: those of the sheet lead to their cards."""
    records = {country.area.name: country.subject for country in countries if country.subject}
    subjects = {country.area.name for country in countries if country.rank == "map-own"}
    areas = [country.area for country in countries]
    names = list(place_names(areas, subjects, taken, frame, form))
    around = "".join(_letter_name(name) for name in names if name.country not in records)
    links = (_link_name(name, records[name.country]) for name in names if name.country in records)
    return element(
        "g",
        element("g", around, aria_hidden="true") if around else "",
        *links,
        class_="map-names",
        text_anchor="middle",
    )


def _letter_name(name: CountryName) -> str:
    return _draw_lines(name.lines, name.x, name.baseline, name.size, font_size=name.size)


def _link_name(name: CountryName, subject: MapSubject) -> str:
    box = element("path", d=_box(_at_least(name.patch)))
    whole = {"aria_label": name.country} if len(name.lines) > 1 else {}
    return element("a", box, _letter_name(name), href=subject.href, **whole)


def _draw_borders(regions: Sequence[ShownRegion]) -> str:
    path = write_path((line for region in regions for line in region.lines), end="")
    return element("path", class_="map-region", d=path) if path else ""


def _draw_region(name: RegionName, form: Form) -> str:
    words = _draw_lines(name.lines, name.x, name.baseline, form.small, text_anchor="middle")
    box = element("path", d=_box(_at_least(name.patch)))
    return element(
        "a", box, words, href=name.subject.href, font_size=form.small, aria_label=name.subject.name
    )


def _draw_scale(bar: ScaleBar, form: Form) -> str:
    line = f"M{number(bar.x)} {number(bar.y - 4)}v4h{number(bar.length)}v-4"
    words = text(bar.words, x=bar.x + bar.length + 6, y=bar.y, font_size=form.small)
    parts = (element("path", d=line), element("g", words), words)
    return element("g", *parts, class_="map-scale", aria_hidden="true")


# Places


def _draw_places(plan: MapPlan, regions: Sequence[RegionName]) -> str:
    """Regions by their names; each place by its dot, its name, and a line where they are apart."""
    # The stroke, in the colour of the land, is painted first: it separates letters from lines.
    return element(
        "g",
        *(_draw_region(name, plan.form) for name in regions),
        *(
            _draw_place(stop, label, plan.form)
            for stop, label in zip(plan.stops, plan.labels, strict=True)
        ),
        class_="map-places",
        font_size=plan.form.place,
        paint_order="stroke",
    )


def _draw_place(stop: Stop, label: Label | None, form: Form) -> str:
    x, y = map(round, stop.at)
    line = leader(stop, label) if label else None
    names = all_of(stop.names)
    return element(
        "a",
        element("title", escape(names)) if len(stop.names) > 1 else "",
        element("path", d="".join(map(_box, _targets(stop, label)))),
        element("path", class_="map-line", d=_stroke(*line)) if line else "",
        element("circle", cx=x, cy=y, r=stop.radius),
        _draw_lines(label.lines, label.x, label.baseline, form.place, **_anchor(label))
        if label
        else "",
        href=stop.place.href,
        **({} if label and label.lines == (names,) else {"aria_label": names}),
    )


def _anchor(label: Label) -> dict[str, str]:
    return {} if label.anchor == "start" else {"text_anchor": label.anchor}


def _targets(stop: Stop, label: Label | None) -> tuple[Patch, ...]:
    """The dot, and its name; one room for both where nothing is between them."""
    dot = _square(stop)
    if label is None:
        return (dot,)
    name = _at_least(label.patch)
    return (dot, name) if label.end else (dot.joined_with(name),)


def _stroke(start: tuple[float, float], end: tuple[float, float]) -> str:
    points = (f"{number(round(x, 1))} {number(round(y, 1))}" for x, y in (start, end))
    return f"M{'L'.join(points)}"


def _square(stop: Stop) -> Patch:
    (x, y), half = stop.at, _TARGET / 2
    return Patch(left=x - half, top=y - half, right=x + half, bottom=y + half)


def _at_least(patch: Patch) -> Patch:
    """A patch that is high enough to be hit."""
    more = max(0.0, _TARGET - (patch.bottom - patch.top)) / 2
    return Patch(
        left=patch.left, top=patch.top - more, right=patch.right, bottom=patch.bottom + more
    )


def _box(patch: Patch) -> str:
    left, top, right, bottom = (
        round(side) for side in (patch.left, patch.top, patch.right, patch.bottom)
    )
    return f"M{left} {top}h{right - left}v{bottom - top}h{left - right}z"


def _draw_lines(
    lines: Sequence[str], x: float, baseline: float, size: float, **attributes: str | float
) -> str:
    return "".join(
        text(
            line,
            x=round(x),
            y=round(baseline + index * LEADING * size),
            **attributes,
        )
        for index, line in enumerate(lines)
    )
