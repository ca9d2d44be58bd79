"""The countries in a frame, as areas in pixels."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import ceil, hypot
from typing import Final, Self

from dateline.drawing.map_arcs import BEYOND, PixelLine
from dateline.drawing.map_frame import Frame
from dateline.drawing.projection import Point, Projection
from dateline.drawing.simplify import area, clip, edges, simplify
from dateline.frozen import dataclass
from dateline.reading.outlines import Box, Country

_SPECK: Final = 1.5  # square pixels that are too few to be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The visible part of a country: rings in pixels, not closed; a ring in a ring is a hole."""

    name: str
    rings: tuple[tuple[Point, ...], ...]

    @property
    def size(self) -> float:
        return sum(map(area, self.rings))

    def rows(self, step: int) -> dict[int, list[float]]:
        """Where lines across, one every `step` pixels, enter and leave it, from left to right."""
        rows: dict[int, list[float]] = {}
        for ring in self.rings:
            for before, point in edges(ring):
                low, high = (before, point) if before[1] <= point[1] else (point, before)
                for row in range(ceil(low[1] / step), ceil(high[1] / step)):
                    rows.setdefault(row * step, []).append(_crossing(low, high, row * step))
        return {row: sorted(crossings) for row, crossings in rows.items()}

    def moved(self, ground: Frame, frame: Frame) -> Self:
        """The area in the pixels of another frame."""
        share = frame.scale / ground.scale
        across, down = frame.x - share * ground.x, frame.y - share * ground.y
        rings = tuple(
            tuple((share * x + across, share * y + down) for x, y in ring) for ring in self.rings
        )
        return replace(self, rings=rings)

    def is_near(self, spot: Point, reach: float) -> bool:
        """Whether a spot is inside, or within `reach` pixels."""
        inside = False
        for ring in self.rings:
            if not _is_about(spot, ring, reach):
                continue
            for before, point in edges(ring):
                if _distance(spot, before, point) <= reach:
                    return True
                if (before[1] <= spot[1]) != (point[1] <= spot[1]):
                    inside ^= _crossing(before, point, spot[1]) < spot[0]
        return inside


def _is_about(spot: Point, ring: Sequence[Point], reach: float) -> bool:
    """Whether a spot is within the least rectangle around a ring, or near it."""
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return (
        min(across) - reach <= spot[0] <= max(across) + reach
        and min(down) - reach <= spot[1] <= max(down) + reach
    )


def _crossing(start: Point, end: Point, y: float) -> float:
    """The x at which a line between two points is at y."""
    return start[0] + (y - start[1]) / (end[1] - start[1]) * (end[0] - start[0])


def _distance(spot: Point, start: Point, end: Point) -> float:
    along, down = end[0] - start[0], end[1] - start[1]
    x, y = spot[0] - start[0], spot[1] - start[1]
    length = along * along + down * down
    share = min(1.0, max(0.0, (x * along + y * down) / length)) if length else 0.0
    return hypot(x - share * along, y - share * down)


def box_around(spots: Sequence[Point], frame: Frame, projection: Projection) -> Box:
    """The meridians and parallels around a frame whose edge runs through `spots`."""
    east = [spot[0] for spot in spots]
    north = [spot[1] for spot in spots]
    box = Box(west=min(east), south=min(north), east=max(east), north=max(north))
    for pole in (90.0, -90.0):
        x, y = frame.at(projection.project(0, pole))
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            box = Box(west=-180, south=min(box.south, pole), east=180, north=max(box.north, pole))
    return box


def show_areas(
    rings: Iterable[tuple[Country, tuple[int, ...]]],
    points: PixelLine,
    frame: Frame,
    tolerance: float,
) -> tuple[Area, ...]:
    """Every country within the frame, in the order of the rings.

    Lines may be off by `tolerance` pixels; a border is the same line for both of its countries.
    """

    @cache
    def line(index: int) -> list[Point]:
        return simplify(points(index), tolerance)

    shown: dict[str, list[tuple[Point, ...]]] = {}
    for country, ring in rings:
        seen = clip(list(_join(ring, line)), frame.width, frame.height, BEYOND)
        if area(seen) >= _SPECK:
            shown.setdefault(country.name, []).append(tuple(seen))
    return tuple(Area(name=name, rings=tuple(visible)) for name, visible in shown.items())


def _join(ring: Iterable[int], line: Callable[[int], list[Point]]) -> Iterator[Point]:
    """The points of a ring, arc after arc; the point that two arcs share comes once."""
    for index in ring:
        yield from (line(index)[:-1] if index >= 0 else line(~index)[:0:-1])


def write_path(rings: Iterable[Sequence[Point]], *, end: str = "z") -> str:
    """Rings as SVG path data: whole pixels, each point relative to the one before."""
    return "".join(_write_ring([(round(x), round(y)) for x, y in ring], end) for ring in rings)


def _write_ring(ring: Sequence[tuple[int, int]], end: str) -> str:
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(ring)]
    lines = "".join(_write_pair(*step) for step in steps if step != (0, 0))
    return f"M{_write_pair(*ring[0]).lstrip()}l{lines.lstrip()}{end}" if lines else ""


def _write_pair(x: int, y: int) -> str:
    """Two numbers, with a space only before one that has no sign."""
    return "".join(str(value) if value < 0 else f" {value}" for value in (x, y))
