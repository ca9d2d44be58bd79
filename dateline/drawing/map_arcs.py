"""The arcs of outlines in the pixels of a map.

Most points of a border or a coast that comes into a frame are far outside it. So an arc is cut into
stretches; of one that is beyond an edge of the frame as a whole, and of such an arc, the ends are enough.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import acos, cos, hypot, radians, sin, sqrt
from typing import Final

from dateline.drawing.map_frame import Frame
from dateline.drawing.projection import FAR, LEAST, Point, Projection
from dateline.frozen import dataclass
from dateline.reading.outlines import Degrees, Outlines

BEYOND: Final = 4  # pixels that areas extend around the frame, lest a stroke runs along its edge
# Points in a stretch.
_LONG: Final = 24
# What is farther than this from the centre, in radians, is drawn point by point.
_NEAR: Final = radians(FAR - 10)

# Gives the points of an arc in pixels, by its index.
PixelLine = Callable[[int], Sequence[Point]]
Ray = tuple[float, float, float]
"""A point of the sphere as a vector from its centre, of length 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Points of an arc, the last of which is the first of the next stretch, and a circle around them.

    The `radius` is an angle.
    """

    points: tuple[Ray, ...]
    centre: Ray
    radius: float


def arcs_in_frame(outlines: Outlines, projection: Projection, frame: Frame) -> PixelLine:
    """Gives an arc's points, without those beyond the frame, by its index; each is projected once."""
    ground = _Ground(projection, frame)

    @cache
    def points(index: int) -> Sequence[Point]:
        whole, parts = _stretches(outlines, index)
        if ground.is_beyond(whole):
            return [ground.at(whole.points[0]), ground.at(whole.points[-1])]
        pixels = [*chain.from_iterable(map(ground.line, parts))]
        return leave_out_beyond(pixels, frame)

    return points


# The arcs of a continent, which the maps of a newsroom share.
@lru_cache(maxsize=1024)
def _stretches(outlines: Outlines, index: int) -> tuple[_Stretch, tuple[_Stretch, ...]]:
    """An arc as one stretch, and in parts."""
    points = tuple(_ray(spot) for spot in outlines.arc(index))
    starts = range(0, max(len(points) - 1, 1), _LONG)
    parts = tuple(_stretch(points[start : start + _LONG + 1]) for start in starts)
    return _stretch(points), parts


def _ray(spot: Degrees) -> Ray:
    turn, up = radians(spot[0]), radians(spot[1])
    return cos(up) * cos(turn), cos(up) * sin(turn), sin(up)


def _stretch(points: tuple[Ray, ...]) -> _Stretch:
    x, y, z = (sum(side) for side in zip(*points, strict=True))
    length = sqrt(x * x + y * y + z * z) or 1.0
    centre = (x / length, y / length, z / length)
    nearest = min(_cosine(centre, point) for point in points)
    return _Stretch(points=points, centre=centre, radius=acos(max(-1.0, min(1.0, nearest))))


def _cosine(a: Ray, b: Ray) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


class _Ground:
    """What `projection` and `frame` do to a direction, in one step."""

    def __init__(self, projection: Projection, frame: Frame) -> None:
        turn, up = radians(projection.east), radians(projection.north)
        self._east = (-sin(turn), cos(turn))
        self._towards = (cos(up) * cos(turn), cos(up) * sin(turn), sin(up))
        self._north = (-sin(up) * cos(turn), -sin(up) * sin(turn), cos(up))
        self._frame = frame

    def line(self, stretch: _Stretch) -> Iterator[Point]:
        """The points of a stretch in pixels; its ends, where it is beyond an edge."""
        points = stretch.points
        return self._all((points[0], points[-1]) if self.is_beyond(stretch) else points)

    def at(self, point: Ray) -> Point:
        (pixel,) = self._all((point,))
        return pixel

    def _all(self, points: Iterable[Ray]) -> Iterator[Point]:
        (ex, ey), (nx, ny, nz), (tx, ty, tz) = self._east, self._north, self._towards
        scale, left, top = self._frame.scale, self._frame.x, self._frame.y
        for x, y, z in points:
            across = x * ex + y * ey
            rise = x * nx + y * ny + z * nz
            towards = x * tx + y * ty + z * tz
            if 1 + towards < LEAST:
                stretch = 2 * sin(radians(FAR) / 2) / (hypot(across, rise) or 1)
            else:
                stretch = sqrt(2 / (1 + towards))
            reach = scale * stretch
            yield left + reach * across, top - reach * rise

    def is_beyond(self, stretch: _Stretch) -> bool:
        """Whether all of it is beyond the same edge, as sure as the circle around it is.

        On paper no line is more than 1 / cos(c / 2) times as long as on the sphere, c from the centre.
        """
        towards = _cosine(stretch.centre, self._towards)
        far = acos(max(-1.0, min(1.0, towards))) + stretch.radius
        if far > _NEAR:
            return False
        x, y = self.at(stretch.centre)
        reach = self._frame.scale * stretch.radius / cos(far / 2) + BEYOND
        return (
            x + reach < 0
            or x - reach > self._frame.width
            or y + reach < 0
            or y - reach > self._frame.height
        )


def leave_out_beyond(line: Sequence[Point], frame: Frame) -> list[Point]:
    """Drop the points of a run that is beyond one edge, but for its ends."""
    sides = _sides(line, frame)
    kept = [line[0]]
    shared = sides[0]
    for (before, its_sides), (_, new) in pairwise(zip(line, sides, strict=True)):
        shared &= new
        if not shared:
            if kept[-1] is not before:
                kept.append(before)
            shared = its_sides & new
    return [*kept, line[-1]]


def _sides(line: Sequence[Point], frame: Frame) -> list[int]:
    """Beyond which edges of the frame each point is, a bit for each."""
    right, bottom = frame.width + BEYOND, frame.height + BEYOND
    return [
        (x < -BEYOND) | (x > right) << 1 | (y < -BEYOND) << 2 | (y > bottom) << 3 for x, y in line
    ]
