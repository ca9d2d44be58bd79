"""Lines with fewer points, and areas cut off at a frame."""

from collections.abc import Iterator, Sequence
from math import hypot

from dateline.drawing.projection import Point


def edges(ring: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Each point of a ring after the one before it; the first comes after the last."""
    return zip((*ring[-1:], *ring[:-1]), ring, strict=True)


def simplify(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line without the points within `tolerance` of it; its ends are kept.

    D. H. Douglas and T. K. Peucker, Algorithms for the reduction of the number of points required
    to represent a digitized line or its caricature, Cartographica 10 (1973), 112 to 122.
    """
    kept = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        if last - first < 2:
            continue
        index, far = _farthest(line, first, last)
        if far > tolerance:
            kept.add(index)
            stretches += [(first, index), (index, last)]
    return [line[index] for index in sorted(kept)]


def _farthest(line: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    (x, y), (end_x, end_y) = line[first], line[last]
    along, down = end_x - x, end_y - y
    length = hypot(along, down)
    best, far = first, -1.0
    for index, (point_x, point_y) in enumerate(line[first + 1 : last], first + 1):
        at_x, at_y = point_x - x, point_y - y
        # A ring begins where it ends: there is no line between, and the distance is that to a point.
        away = abs(at_x * down - at_y * along) / length if length else hypot(at_x, at_y)
        if away > far:
            best, far = index, away
    return best, far


def clip(ring: Sequence[Point], width: float, height: float, margin: float) -> list[Point]:
    """The part of an area that is in a frame from 0, 0, or within `margin` of it.

    If the frame cuts it into several parts, lines along the frame's edge still join them
    (I. E. Sutherland and G. W. Hodgman, Reentrant polygon clipping, CACM 17 (1974), 32 to 42).
    """
    points = list(ring)
    for axis, limit, sign in (
        (0, -margin, 1), (0, width + margin, -1), (1, -margin, 1), (1, height + margin, -1),
    ):  # fmt: skip
        along = [sign * (point[axis] - limit) for point in points]
        if points and min(along) < 0:
            points = list(_cut(points, along, axis, limit))
    return points


def _cut(ring: Sequence[Point], along: Sequence[float], axis: int, limit: float) -> Iterator[Point]:
    """What is on one side of a line at `limit` across or down: the points that are not less than 0 `along`."""
    before, was_inside = ring[-1], along[-1] >= 0
    for point, far in zip(ring, along, strict=True):
        inside = far >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (limit, other) if axis == 0 else (other, limit)
        if inside:
            yield point
        before, was_inside = point, inside


def area(ring: Sequence[Point]) -> float:
    twice = sum(before[0] * point[1] - point[0] * before[1] for before, point in edges(ring))
    return abs(twice) / 2
