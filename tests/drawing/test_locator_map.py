"""The locator map: true to the Earth, light, and every name on it can be read."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import asin, cos, hypot, radians
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.locator_map import MOST, draw_locator_map
from dateline.drawing.map_arcs import BEYOND, leave_out_beyond
from dateline.drawing.map_frame import Frame, Patch
from dateline.drawing.map_labels import Label, dot_patch
from dateline.drawing.map_land import Area, box_around, write_path
from dateline.drawing.map_leaders import leader
from dateline.drawing.map_names import place_names
from dateline.drawing.map_places import MapPlace, MapSubject
from dateline.drawing.map_plan import FORMS, MapPlan, crowded_labels, plan_map
from dateline.drawing.map_regions import meet
from dateline.drawing.projection import EARTH, Point, Projection
from dateline.drawing.simplify import area, clip, simplify
from dateline.facts.records import Side
from dateline.reading.outlines import read_outlines

OUTLINES = read_outlines()
NOWHERE = Projection(east=0, north=0)


def place(name: str, north: float, east: float, label: Side | None = None) -> MapPlace:
    return MapPlace(name=name, north=north, east=east, label=label)


TOWNS = (
    place("Arbil", 36.19, 44.01),
    place("Basra", 30.51, 47.78, Side.LEFT),
    place("Shalamcheh", 30.50, 48.03, Side.RIGHT),
    place("Tehran", 35.69, 51.39),
)


def svgs(*places: MapPlace, subjects: tuple[MapSubject, ...] = ()) -> list[str]:
    """The wide drawing and the narrow one."""
    drawn = draw_locator_map(places, OUTLINES, subjects)
    assert drawn is not None
    return [f"{svg}</svg>" for svg in drawn.svg.split("</svg>")[:-1]]


def words_of(svg: str, name: str) -> list[str]:
    """The texts in a group."""
    groups = ET.fromstring(svg).iter("g")  # noqa: S314  (our own)
    group = next((group for group in groups if group.get("class") == name), None)
    return [] if group is None else ["".join(text.itertext()) for text in group.iter("text")]


# The projection


@given(st.floats(-180, 180), st.floats(-85, 85), st.floats(-30, 30), st.floats(-80, 80))
def test_what_is_projected_is_found_again(
    east: float, north: float, beside: float, other: float
) -> None:
    projection = Projection(east=east, north=north)
    spot = projection.unproject(*projection.project(east + beside, other))
    assert spot is not None
    assert hypot((spot[0] - east - beside) * cos(radians(other)), spot[1] - other) < 1e-4


@pytest.mark.parametrize("north", [-70, 0, 34, 55])
def test_areas_stay_what_they_are(north: int) -> None:
    """A degree by a degree, anywhere on the map: its area is that on the sphere."""
    projection = Projection(east=40, north=20)
    corners = [(45, north), (46, north), (46, north + 1), (45, north + 1)]
    on_sphere = radians(1) * (cos(radians(90 - north - 1)) - cos(radians(90 - north)))
    on_paper = area([projection.project(*corner) for corner in corners])
    assert on_paper == pytest.approx(on_sphere, rel=2e-3)


def test_a_quarter_of_the_way_round_is_as_far_as_it_should_be() -> None:
    """Snyder, page 185: the distance from the centre is 2R sin(c/2)."""
    assert NOWHERE.project(90, 0)[0] == pytest.approx(2**0.5)
    assert NOWHERE.project(0, 60) == pytest.approx((0, -1))


# Lines and areas

lines = st.lists(
    st.tuples(st.floats(-300, 500), st.floats(-300, 500)), min_size=3, max_size=30, unique=True
)


@given(lines, st.floats(0.1, 50))
def test_a_simplified_line_is_nowhere_far_off(line: list[Point], tolerance: float) -> None:
    kept = simplify(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    at = [line.index(point) for point in kept]
    assert at == sorted(at)
    for start, end in pairwise(at):
        (x, y), (end_x, end_y) = line[start], line[end]
        length = hypot(end_x - x, end_y - y)
        for point in line[start + 1 : end]:
            across = (point[0] - x) * (end_y - y) - (point[1] - y) * (end_x - x)
            assert abs(across) / length <= tolerance * 1.0001


def test_a_border_is_the_same_from_both_sides() -> None:
    """Iraq and Iran meet in the frame; what Iraq has of it, Iran has backwards."""
    wide = svgs(*TOWNS)[0]
    paths = re.findall(r'<path class="map-(?:near|land)" d="([^"]+)"', wide)
    rings = [points_of(ring) for path in paths for ring in re.findall(r"M[^z]+z", path)]
    steps = [set(pairwise(ring)) for ring in rings]
    shared = [len(ring & {(b, a) for a, b in other}) for ring, other in combinations(steps, 2)]
    assert max(shared) > 20


def points_of(ring: str) -> list[tuple[int, int]]:
    """The points of a ring of path data, in whole pixels."""
    numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
    x = y = 0
    points = []
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + across, y + down
        points.append((x, y))
    return points


@given(lines)
def test_path_data_says_where_each_point_is(line: list[Point]) -> None:
    written = write_path([line])
    assert re.fullmatch(r"(M[-\d ]+l[-\d ]+z)?", written)
    wanted = [(round(x), round(y)) for x, y in line]
    wanted = [spot for index, spot in enumerate(wanted) if not index or spot != wanted[index - 1]]
    assert points_of(written) == (wanted if len(wanted) > 1 else [])


FRAME = Frame(scale=1, x=0, y=0, width=200, height=100)


@given(lines)
def test_what_a_frame_cuts_off_is_outside_of_it(line: list[Point]) -> None:
    for x, y in clip(line, FRAME.width, FRAME.height, BEYOND):
        assert -BEYOND - 1e-6 <= x <= FRAME.width + BEYOND + 1e-6
        assert -BEYOND - 1e-6 <= y <= FRAME.height + BEYOND + 1e-6


@given(lines)
def test_points_beyond_the_frame_are_not_missed(line: list[Point]) -> None:
    """With them and without, the same shows."""
    ring = [*line, line[0]]
    shown, spared = (
        area(clip(shape[:-1], FRAME.width, FRAME.height, BEYOND)) if len(shape) > 3 else 0
        for shape in (ring, leave_out_beyond(ring, FRAME))
    )
    assert spared == pytest.approx(shown, abs=1e-6)


def test_a_frame_within_a_country_is_all_land() -> None:
    """The coast of Antarctica goes round both frames and through neither."""
    for town in (place("Vostok", -78.46, 106.8), place("Pole", -89.9, 0)):
        check_all_land(svgs(town)[0])


def check_all_land(svg: str) -> None:
    _, _, width, height = map(float, re.findall(r'viewBox="([^"]+)"', svg)[0].split())
    path = re.findall(r'class="map-near" d="([^"]+)"', svg)[0]
    rings = [points_of(ring) for ring in re.findall(r"M[^z]+z", path)]
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    whole = (max(xs) - min(xs)) * (max(ys) - min(ys))
    assert sum(map(area, rings)) == pytest.approx(whole, rel=0.01)
    assert whole >= (width + 2 * BEYOND) * (height + 2 * BEYOND) * 0.99


def test_a_frame_with_a_pole_in_it_has_every_meridian() -> None:
    projection = Projection(east=20, north=88)
    frame = Frame(scale=1000, x=100, y=50, width=200, height=100)
    box = box_around([(20, 86), (190, 88), (-150, 88)], frame, projection)
    assert (box.west, box.south, box.east, box.north) == (-180, 86, 180, 90)


# What a reader sees


def test_the_date_line_is_no_edge() -> None:
    wide = svgs(place("Suva", -18.14, 178.44), place("Apia", -13.83, -171.77))[0]
    suva, apia = ET.fromstring(wide).iter("circle")  # noqa: S314  (our own)
    assert 100 < float(suva.attrib["cx"]) < float(apia.attrib["cx"]) < 620


def test_neighbours_are_named_within_the_frame() -> None:
    for svg in svgs(*TOWNS):
        assert {"IRAN", "IRAQ", "TURKEY", "SAUDI ARABIA"} <= set(words_of(svg, "map-names"))


def test_a_name_lies_within_its_country_and_on_nothing_else() -> None:
    wedge = Area(name="Chad", rings=(((0, 0), (200, 0), (0, 100)),))
    frame = Frame(scale=1, x=0, y=0, width=200, height=100)
    (free,) = place_names([wedge], "", [], frame, FORMS[0])
    assert free.patch.right <= 200 - 2 * free.patch.bottom
    (moved,) = place_names([wedge], "", [free.patch], frame, FORMS[0])
    assert not moved.patch.meets(free.patch)
    assert moved.patch.right <= 200 - 2 * moved.patch.bottom
    everything = Patch(left=0, top=0, right=200, bottom=100)
    assert list(place_names([wedge], "", [everything], frame, FORMS[0])) == []


def test_a_country_too_small_for_its_name_has_it_on_the_sea_beside_it() -> None:
    island = Area(name="Comoros", rings=(((50, 40), (60, 40), (60, 50), (50, 50)),))
    frame = Frame(scale=1, x=0, y=0, width=200, height=100)
    (name,) = place_names([island], "", [], frame, FORMS[0])
    assert not name.patch.meets(Patch(left=50, top=40, right=60, bottom=50))
    assert name.size == FORMS[0].small
    around = Patch(left=25, top=15, right=85, bottom=75)
    assert list(place_names([island], "", [around], frame, FORMS[0])) == []


def test_countries_of_the_sheet_stand_out_and_lead_to_their_cards() -> None:
    iraq = MapSubject(name="Iraq", names=("republic of iraq", "iraq"), href="#iraq")
    syria = MapSubject(name="Syria", names=("syria",), href="#syria")
    wide = svgs(*TOWNS, subjects=(iraq, syria))[0]
    links = {link.get("href"): link for link in ET.fromstring(wide).iter("a")}  # noqa: S314
    names = {href: next(link.iter("text")) for href, link in links.items() if href}
    assert (names["#iraq"].text, names["#syria"].text) == ("IRAQ", "SYRIA")
    sizes = [float(names[href].attrib["font-size"]) for href in ("#iraq", "#syria")]
    assert sizes == [FORMS[0].subject, FORMS[0].country]
    assert ranks(wide) == {"map-land", "map-near", "map-own"}
    assert ranks(svgs(*TOWNS)[0]) == {"map-land", "map-near"}


KURDISTAN = MapSubject(name="Kurdish region", names=("kurdish region",), href="#kurdish-region")


def test_a_region_of_the_sheet_has_its_border_and_its_name() -> None:
    for svg in svgs(*TOWNS, subjects=(KURDISTAN,)):
        links = {link.get("href"): link for link in ET.fromstring(svg).iter("a")}  # noqa: S314
        words = [text.text for text in links["#kurdish-region"].iter("text")]
        assert " ".join(filter(None, words)) == "Kurdish region"
    assert "map-region" in svgs(*TOWNS, subjects=(KURDISTAN,))[0]
    assert "map-region" not in svgs(*TOWNS)[0]
    assert "map-region" not in svgs(place("Bern", 46.95, 7.45), subjects=(KURDISTAN,))[0]


def test_the_border_of_a_region_ends_at_the_outline_of_its_country() -> None:
    """Its ends are of another scale: they lie some way inside of Iraq or beyond."""
    square = Area(name="Iraq", rings=(((0, 0), (100, 0), (100, 100), (0, 100)),))
    assert meet([(8, 50), (50, 50), (106, 52)], square) == [(0, 50), (8, 50), (50, 50)]
    assert meet([(30, 50), (50, 50), (95, 50), (106, 52)], square)[-1] == (100, 50)
    assert meet([(30, 50), (60, 50)], square) == [(30, 50), (60, 50)]


def test_a_name_is_that_of_a_country_or_a_region_by_where_the_map_is() -> None:
    georgia = MapSubject(name="Georgia", names=("georgia",), href="#georgia")
    assert "map-region" not in svgs(place("Tbilisi", 41.7, 44.8), subjects=(georgia,))[0]
    assert "map-region" in svgs(place("Atlanta", 33.7, -84.4), subjects=(georgia,))[0]


def ranks(svg: str) -> set[str]:
    return set(re.findall(r'class="(map-(?:land|near|own))"', svg))


def test_a_place_is_a_link_to_its_card_that_is_large_enough_to_hit() -> None:
    town = MapPlace(name="Bern", north=46.95, east=7.45, href="#bern")
    for svg in svgs(town):
        (link,) = ET.fromstring(svg).iter("a")  # noqa: S314  (our own)
        (target, *_) = link.iter("path")
        boxes = re.findall(r"M-?\d+ -?\d+h(\d+)v(\d+)h", target.attrib["d"])
        assert (link.get("href"), len(boxes)) == ("#bern", 1)
        assert all(int(size) >= 24 for size in boxes[0])


def test_both_maps_share_one_drawing_of_the_land() -> None:
    wide, narrow = svgs(*TOWNS)
    assert 'id="map_land"' in wide
    assert narrow.count("<path") < 10
    assert 'href="#map_land"' in narrow


def test_a_place_just_off_a_coarse_coast_belongs_to_its_country() -> None:
    """Outlines at 1:50 million leave this town in the water."""
    assert 'class="map-near"' in svgs(place("Skerry", 58.30, 11.40))[0]
    assert 'class="map-near"' not in svgs(place("Buoy", 57.0, 3.0))[0]


def test_long_names_that_point_outwards_stay_on_the_map() -> None:
    both = (
        place("International Airport", 46, 6, Side.LEFT),
        place("International Station", 46, 12, Side.RIGHT),
    )
    assert list(crowded_labels(both)) == []


def test_a_name_of_many_words_is_broken_where_it_is_too_long_for_its_country() -> None:
    narrow = svgs(place("Dubai", 25.2, 55.27))[1]
    assert "UNITED ARAB EMIRATES" not in words_of(narrow, "map-names")
    assert wrap("UNITED ARAB EMIRATES", 3) == ("UNITED", "ARAB", "EMIRATES")
    assert wrap("Baghdad International Airport", 2) == ("Baghdad", "International Airport")


def test_places_that_nearly_touch_have_a_name_each() -> None:
    assert list(crowded_labels(TOWNS)) == []
    for svg in svgs(*TOWNS):
        assert words_of(svg, "map-places") == [town.name for town in TOWNS]


def test_a_name_without_room_is_reported_with_what_is_in_its_way() -> None:
    both = (place("Basra", 30.51, 47.78, Side.RIGHT), place("Shalamcheh", 30.50, 48.03))
    (wide, basra), (narrow, _) = crowded_labels(both)
    assert [wide.name, narrow.name] == ["wide", "narrow"]
    assert (basra.index, basra.by) == (0, (1,))
    for svg in svgs(*both):
        assert words_of(svg, "map-places") == ["Basra", "Shalamcheh"]
        assert svg.count("map-line") == 1


def test_a_name_stands_on_the_side_that_is_asked_for() -> None:
    for side in Side:
        plan = plan_map([place("Bern", 46.95, 7.45, side)], FORMS[0])
        assert plan is not None
        label, (x, y) = plan.labels[0], plan.stops[0].at
        assert label is not None
        middle = (
            (label.patch.left + label.patch.right) / 2,
            (label.patch.top + label.patch.bottom) / 2,
        )
        towards = {
            Side.RIGHT: middle[0] > x,
            Side.LEFT: middle[0] < x,
            Side.ABOVE: middle[1] < y,
            Side.BELOW: middle[1] > y,
        }
        assert towards[side]


somewhere = st.builds(
    place,
    st.text("abcdefgh ", min_size=1, max_size=20).filter(str.strip),
    st.floats(30, 40),
    st.floats(40, 55),
    st.none() | st.sampled_from(Side),
)


@given(st.lists(somewhere, min_size=1, max_size=9))
def test_no_name_covers_another_or_leaves_the_map(places: list[MapPlace]) -> None:
    for form in FORMS:
        plan = plan_map(places, form)
        assert plan is not None
        placed = placed_on(plan)
        for (_, label), (_, other) in combinations(placed, 2):
            assert not label.patch.meets(other.patch)
        for index, label in placed:
            assert 0 <= label.patch.left < label.patch.right <= plan.frame.width
            assert 0 <= label.patch.top < label.patch.bottom <= plan.frame.height
            dots = (dot_patch(stop) for at, stop in enumerate(plan.stops) if at != index)
            assert not any(label.patch.meets(dot) for dot in dots)


def placed_on(plan: MapPlan) -> list[tuple[int, Label]]:
    return [(index, label) for index, label in enumerate(plan.labels) if label]


@given(st.lists(somewhere, min_size=1, max_size=9))
def test_every_place_has_a_name_on_the_map(places: list[MapPlace]) -> None:
    for form in FORMS:
        plan = plan_map(places, form)
        assert plan is not None
        assert None not in plan.labels
        assert sorted(index for stop in plan.stops for index in stop.members) == [
            *range(len(places))
        ]


@given(st.lists(somewhere, min_size=1, max_size=9))
def test_only_a_side_that_an_editor_asks_for_is_reported(places: list[MapPlace]) -> None:
    for _, crowded in crowded_labels(places):
        assert places[crowded.index].label is not None


def test_places_too_close_to_be_two_dots_share_a_dot_and_a_name() -> None:
    town, airport = place("Bern", 46.95, 7.45), place("Bern International Airport", 46.951, 7.451)
    for svg in svgs(town, airport):
        (link,) = ET.fromstring(svg).iter("a")  # noqa: S314  (our own)
        assert link.get("aria-label") == "Bern and Bern International Airport"
        assert " ".join(words_of(svg, "map-places")) == "Bern, 2 places"


def test_two_short_names_at_one_dot_are_both_written() -> None:
    for svg in svgs(place("Skerry", 46.95, 7.45), place("Holm", 46.951, 7.451)):
        assert " ".join(words_of(svg, "map-places")) == "Skerry and Holm"


def test_where_names_find_no_room_more_places_share_a_dot() -> None:
    villages = [
        place(f"Village of the {count}", 0.08 * (count % 4), 100 + 0.08 * (count // 4))
        for count in range(16)
    ]
    for form in FORMS:
        plan = plan_map(villages, form)
        assert plan is not None
        assert None not in plan.labels
        assert 1 < len(plan.stops) < 16


def test_places_that_are_close_have_smaller_dots() -> None:
    plan = plan_map((place("Basra", 30.51, 47.78), place("Port", 30.50, 47.88)), FORMS[1])
    assert plan is not None
    first, second = plan.stops
    apart = hypot(first.at[0] - second.at[0], first.at[1] - second.at[1])
    assert first.radius == second.radius < FORMS[1].dot
    assert first.radius + second.radius < apart


def test_places_of_one_county_are_apart_and_a_single_one_has_its_country_around_it() -> None:
    town, other = place("Kestrel", 52.33, 14.9), place("Aldmar", 51.7, 14.9)
    plan, alone = plan_map((town, other), FORMS[0]), plan_map((town,), FORMS[0])
    assert plan is not None
    assert alone is not None
    first, second = (stop.at for stop in plan.stops)
    assert hypot(first[0] - second[0], first[1] - second[1]) > 100
    assert FORMS[0].width / alone.frame.scale * EARTH == pytest.approx(1000)


def test_a_name_away_from_its_dot_has_a_line_that_meets_no_other_dot() -> None:
    villages = [
        place(f"Village {count}", 0.06 * (count % 3), 100 + 0.06 * (count // 3))
        for count in range(9)
    ]
    plan = plan_map(villages, FORMS[0])
    assert plan is not None
    led = [
        (index, line)
        for index, label in placed_on(plan)
        if (line := leader(plan.stops[index], label))
    ]
    assert led
    for index, (start, end) in led:
        assert hypot(start[0] - plan.stops[index].at[0], start[1] - plan.stops[index].at[1]) < 6
        steps = [
            (start[0] + (end[0] - start[0]) * n / 50, start[1] + (end[1] - start[1]) * n / 50)
            for n in range(51)
        ]
        others = [stop for at, stop in enumerate(plan.stops) if at != index]
        assert not any(
            hypot(x - stop.at[0], y - stop.at[1]) < stop.radius for x, y in steps for stop in others
        )


def test_a_map_is_light_however_long_its_coasts() -> None:
    iraq = "".join(svgs(*TOWNS))
    assert len(iraq.encode()) < 12_000
    africa = (place("Cairo", 30, 31.2), place("Dakar", 14.7, -17.4), place("Pretoria", -25.7, 28.2))
    land = re.findall(r'<g id="map_land"[^>]*>(.*?)</g>', svgs(*africa)[0])[0]
    assert len(land) <= MOST


def test_places_on_all_sides_of_the_earth_have_no_map() -> None:
    far = (place("Quito", -0.2, -78.5), place("Singapore", 1.3, 103.8), place("Cairo", 30, 31.2))
    assert draw_locator_map(far, OUTLINES) is None
    assert draw_locator_map((place("A", 90, 0), place("B", -90, 0)), OUTLINES) is None
    assert draw_locator_map((), OUTLINES) is None


def test_the_scale_says_how_far_it_is() -> None:
    wide = svgs(*TOWNS)[0]
    words = words_of(wide, "map-scale")[0]
    length = float(re.findall(r'class="map-scale"[^>]*><path d="M[^h]+h([\d.]+)', wide)[0])
    plan = plan_map(TOWNS, FORMS[0])
    assert plan is not None
    (x, y), (other_x, other_y) = plan.stops[0].at, plan.stops[3].at
    pixels = hypot(x - other_x, y - other_y)
    kilometres = pixels * float(words.removesuffix(" km")) / length
    # From Arbil to Tehran, along the great circle.
    assert kilometres == pytest.approx(great_circle(TOWNS[0], TOWNS[3]), rel=0.01)


def great_circle(start: MapPlace, end: MapPlace) -> float:
    """Kilometres by the haversine formula."""
    up, turn = radians(end.north - start.north), radians(end.east - start.east)
    half = (1 - cos(up)) / 2 + cos(radians(start.north)) * cos(radians(end.north)) * (
        1 - cos(turn)
    ) / 2
    return 2 * EARTH * asin(half**0.5)


def test_the_caption_says_what_is_shown_and_whose_borders() -> None:
    drawn = draw_locator_map(TOWNS, OUTLINES)
    assert drawn is not None
    assert drawn.words == "Borders as controlled in 2018. Outlines: Natural Earth."
    assert drawn.seen == "Arbil, Basra, Shalamcheh and Tehran."
    more = draw_locator_map((*TOWNS, place("Baghdad", 33.31, 44.37)), OUTLINES)
    assert more is not None
    assert more.seen == (
        "5 places, from Arbil in the north to Shalamcheh in the south, "
        "and from Arbil in the west to Tehran in the east."
    )


def test_west_and_east_are_named_across_the_date_line() -> None:
    pacific = (
        place("Suva", -18.14, 178.44),
        place("Apia", -13.83, -171.77),
        place("Nadi", -17.8, 177.42),
        place("Labasa", -16.42, 179.38),
        place("Pago Pago", -14.28, -170.7),
    )
    drawn = draw_locator_map(pacific, OUTLINES)
    assert drawn is not None
    assert "from Nadi in the west to Pago Pago in the east" in drawn.seen


def test_names_of_authors_are_escaped_and_nothing_is_styled() -> None:
    for svg in svgs(place("<b> & Co", 46.95, 7.45)):
        assert words_of(svg, "map-places") == ["<b> & Co"]
        assert "style=" not in svg
        assert re.findall(r' id="([^"]+)"', svg) in (["map_land"], [])


def test_letters_are_as_wide_as_in_the_font() -> None:
    assert width_of("Iraq", 10) == pytest.approx((0.306 + 0.411 + 0.558 + 0.606) * 10)
    assert width_of("É", 10) == width_of("E", 10)
    assert width_of("AB", 10, spaced=0.1) == pytest.approx(width_of("AB", 10) + 2)
