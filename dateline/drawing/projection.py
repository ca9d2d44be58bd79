"""The Earth on paper: Lambert's azimuthal equal-area projection of the sphere.

J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), pages 182 to
190, equations 22-4, 24-2 and, back again, 20-14, 20-15 and 24-16.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Final

from dateline.frozen import dataclass

Point = tuple[float, float]

EARTH: Final = 6371.0088  # mean radius in kilometres (IUGG)

# What is farther than this many degrees from the centre is moved in to it: the far side of the
# Earth would be smeared around everything else.
FAR: Final = 140.0
LEAST: Final = 1 + cos(radians(FAR))


@dataclass(frozen=True, kw_only=True)
class Projection:
    """Degrees to a plane whose unit is the Earth's radius; x grows eastward, y southward."""

    east: float
    north: float

    @cached_property
    def _tilt(self) -> Point:
        return sin(radians(self.north)), cos(radians(self.north))

    def project(self, east: float, north: float) -> Point:
        sine, cosine = self._tilt
        turn, up = radians(east - self.east), radians(north)
        across, along = cos(up) * sin(turn), cos(up) * cos(turn)
        towards = sine * sin(up) + cosine * along
        rise = cosine * sin(up) - sine * along
        stretch = sqrt(2 / max(1 + towards, LEAST))
        if 1 + towards < LEAST:
            stretch = 2 * sin(radians(FAR) / 2) / (hypot(across, rise) or 1)
        return stretch * across, -stretch * rise

    def unproject(self, x: float, y: float) -> Point | None:
        """Degrees east and north of a point of the plane; None beyond the Earth's edge."""
        sine, cosine = self._tilt
        far = hypot(x, y)
        if far > 2:
            return None
        if far == 0:
            return self.east, self.north
        angle = 2 * asin(far / 2)
        north = asin(max(-1.0, min(1.0, cos(angle) * sine - y * sin(angle) * cosine / far)))
        turn = atan2(x * sin(angle), far * cosine * cos(angle) + y * sine * sin(angle))
        return self.east + degrees(turn), degrees(north)


def project_around(spots: Sequence[Point]) -> Projection | None:
    """Centred on the middle of `spots` (degrees east and north); None where there is none."""
    centre = _mean(spots)
    if centre is None:
        return None
    for _ in range(2):
        projection = Projection(east=centre[0], north=centre[1])
        points = [projection.project(*spot) for spot in spots]
        centre = projection.unproject(*_middle(points)) or centre
    return Projection(east=centre[0], north=centre[1])


def _middle(points: Iterable[Point]) -> Point:
    xs, ys = zip(*points, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _mean(spots: Iterable[Point]) -> Point | None:
    """The mean direction of the spots from the centre of the Earth."""
    x = y = z = 0.0
    for east, north in spots:
        x += cos(radians(north)) * cos(radians(east))
        y += cos(radians(north)) * sin(radians(east))
        z += sin(radians(north))
    if hypot(x, y, z) < 1e-6:
        return None
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))
