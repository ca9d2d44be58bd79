"""The countries that show in a frame, as areas in pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import ceil, hypot
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from dateline.drawing.simplify import area, clip, simplify
from dateline.reading.outlines import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.drawing.map_frame import Frame
    from dateline.drawing.projection import Point, Projection
    from dateline.reading.outlines import Outlines

BEYOND: Final = 4
"""Pixels around the frame that areas go on, so that no stroke runs along its edge."""
_SPECK: Final = 1.5
"""Square pixels that are too few to be seen."""


PlaneLine = Callable[[int], "tuple[Point, ...]"]
"""Gives the points of an arc on the plane, by its index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A country as far as it shows: rings in pixels, not closed; a ring in a ring is a hole."""

    name: str
    rings: tuple[tuple[Point, ...], ...]

    def rows(self, step: int) -> dict[int, list[float]]:
        """Where the lines across, one every `step` pixels, enter and leave it, from left to right."""
        rows: dict[int, list[float]] = {}
        for ring in self.rings:
            before = ring[-1]
            for point in ring:
                low, high = sorted((before, point), key=itemgetter(1))
                for row in range(ceil(low[1] / step), ceil(high[1] / step)):
                    share = (row * step - low[1]) / (high[1] - low[1])
                    crossing = low[0] + share * (high[0] - low[0])
                    rows.setdefault(row * step, []).append(crossing)
                before = point
        return {row: sorted(crossings) for row, crossings in rows.items()}


def arcs_on_plane(outlines: Outlines, projection: Projection) -> PlaneLine:
    """Gives an arc's points on the plane by its index; each arc is worked out once."""

    @cache
    def points(index: int) -> tuple[Point, ...]:
        return tuple(projection.project(*spot) for spot in outlines.degrees(index))

    return points


def box_around(spots: Sequence[Point], frame: Frame, projection: Projection) -> Box:
    """Degrees between which all of a frame lies, whose edge runs through `spots`."""
    east = [spot[0] for spot in spots]
    north = [spot[1] for spot in spots]
    box = Box(west=min(east), south=min(north), east=max(east), north=max(north))
    for pole in (90.0, -90.0):
        x, y = frame.at(projection.project(0, pole))
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            south, north_end = min(box.south, pole), max(box.north, pole)
            box = Box(west=-180, south=south, east=180, north=north_end)
    return box


def show_areas(
    outlines: Outlines, points: PlaneLine, frame: Frame, box: Box, tolerance: float
) -> tuple[Area, ...]:
    """Every country within the frame, in the order of the outlines.

    Lines may be off by `tolerance` pixels; a border is drawn alike on both of its sides.
    """

    @cache
    def line(index: int) -> list[Point]:
        return _draw_line([frame.at(point) for point in points(index)], frame, tolerance)

    shown: dict[str, list[tuple[Point, ...]]] = {}
    for country, ring in outlines.rings_in(box):
        cut = clip(list(_join(ring, line)), frame.width, frame.height, BEYOND)
        if area(cut) >= _SPECK:
            shown.setdefault(country.name, []).append(tuple(cut))
    return tuple(Area(name=name, rings=tuple(rings)) for name, rings in shown.items())


def _join(ring: Iterable[int], line: Callable[[int], list[Point]]) -> Iterator[Point]:
    """The points of a ring, arc after arc; where one ends the next begins, told once."""
    for index in ring:
        yield from (line(index)[:-1] if index >= 0 else line(~index)[:0:-1])


def _draw_line(line: list[Point], frame: Frame, tolerance: float) -> list[Point]:
    """An arc with the points that its drawing needs; what runs beyond an edge counts as straight."""
    return simplify(leave_out_beyond(line, frame), tolerance)


def leave_out_beyond(line: Sequence[Point], frame: Frame) -> list[Point]:
    """The line without points between two that lie, like all in between, beyond the same edge."""
    kept = [line[0]]
    shared = _sides(line[0], frame)
    for before, point in pairwise(line):
        shared &= _sides(point, frame)
        if not shared:
            if kept[-1] is not before:
                kept.append(before)
            shared = _sides(before, frame) & _sides(point, frame)
    return [*kept, line[-1]]


def _sides(point: Point, frame: Frame) -> int:
    """Beyond which edges of the frame a point lies, a bit for each."""
    x, y = point
    return (
        (x < -BEYOND)
        | (x > frame.width + BEYOND) << 1
        | (y < -BEYOND) << 2
        | (y > frame.height + BEYOND) << 3
    )


def is_near(shape: Area, spot: Point, reach: float) -> bool:
    """Whether a spot lies in an area, or within `reach` pixels of it."""
    inside = False
    for ring in shape.rings:
        before = ring[-1]
        for point in ring:
            if _distance(spot, before, point) <= reach:
                return True
            if (before[1] <= spot[1]) != (point[1] <= spot[1]):
                share = (spot[1] - before[1]) / (point[1] - before[1])
                inside ^= before[0] + share * (point[0] - before[0]) < spot[0]
            before = point
    return inside


def _distance(spot: Point, start: Point, end: Point) -> float:
    """How far a spot is from a line between two points."""
    along, down = end[0] - start[0], end[1] - start[1]
    x, y = spot[0] - start[0], spot[1] - start[1]
    length = along * along + down * down
    share = min(1.0, max(0.0, (x * along + y * down) / length)) if length else 0.0
    return hypot(x - share * along, y - share * down)


STEPS: Final = 2
"""Path data counts in halves of a pixel: finer is not seen, and takes a third more bytes."""


def write_path(rings: Iterable[Sequence[Point]]) -> str:
    """Rings as SVG path data: whole steps, each point relative to the one before."""
    return "".join(
        _write_ring([(round(x * STEPS), round(y * STEPS)) for x, y in ring]) for ring in rings
    )


def _write_ring(ring: Sequence[tuple[int, int]]) -> str:
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(ring)]
    lines = "".join(_pair(*step) for step in steps if step != (0, 0))
    return f"M{_pair(*ring[0]).lstrip()}l{lines.lstrip()}z" if lines else ""


def _pair(x: int, y: int) -> str:
    """Two numbers, with a space only before one that has no sign."""
    return "".join(str(value) if value < 0 else f" {value}" for value in (x, y))
