"""Which part of the Earth a map shows, and at what scale."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, radians, sin
from typing import TYPE_CHECKING, Final

from dateline.drawing.projection import EARTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.drawing.projection import Point, Projection

NARROWEST: Final = 1000 / EARTH
"""A map is at least 1,000 km wide, so that there is something around a single place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A drawing's measures, in its own pixels; `name` is what editors know it by.

    The height lies between `least` and `most`; `margin` is kept between a dot and the edge; `dot`
    is a radius, `place` and `country` are sizes of letters; names longer than `line` are broken.
    """

    name: str
    classes: str
    width: int
    least: int
    most: int
    margin: int
    dot: float
    place: float
    country: float
    line: int


WIDE: Final = Form(
    name="wide",
    classes="map map-wide",
    width=720,
    least=420,
    most=580,
    margin=150,
    dot=4,
    place=14,
    country=12.5,
    line=170,
)
NARROW: Final = Form(
    name="narrow",
    classes="map map-narrow",
    width=328,
    least=300,
    most=420,
    margin=84,
    dot=3.5,
    place=13,
    country=11.5,
    line=110,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far what belongs to a dot goes from its middle, in pixels."""

    left: float
    up: float
    right: float
    down: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Pixels for points of the plane: `scale` to the Earth's radius, then moved by x and y."""

    scale: float
    x: float
    y: float
    width: float
    height: float

    def at(self, point: Point) -> Point:
        return self.x + self.scale * point[0], self.y + self.scale * point[1]

    def from_pixels(self, x: float, y: float) -> Point:
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def corners(self) -> tuple[Point, ...]:
        """Where the corners lie on the plane."""
        return tuple(self.from_pixels(x, y) for x in (0, self.width) for y in (0, self.height))


def fit_frame(points: Sequence[Point], reaches: Sequence[Reach], form: Form) -> Frame:
    """The closest frame that has every point and what reaches out from it.

    Words may take up to half of the scale; what then leaves the frame is for others to see.
    """
    across = [(one[0], reach.left, reach.right) for one, reach in zip(points, reaches, strict=True)]
    down = [(one[1], reach.up, reach.down) for one, reach in zip(points, reaches, strict=True)]
    bare = min(
        form.width / NARROWEST,
        (form.width - 2 * form.margin) / (_span(across) or 1e-9),
        (form.most - 2 * form.margin) / (_span(down) or 1e-9),
    )
    scale = max(min(bare, _scale(across, form.width), _scale(down, form.most)), bare / 2)
    wanted = max(
        last * scale + after - (first * scale - before)
        for first, before, _ in down
        for last, _, after in down
    )
    height = round(min(max(wanted, form.least), form.most))
    return Frame(
        scale=scale,
        x=_shift(across, scale, form.width),
        y=_shift(down, scale, height),
        width=form.width,
        height=height,
    )


Extent = tuple[float, float, float]
"""A place along one axis, and how far it reaches to either side."""


def _span(extents: Iterable[Extent]) -> float:
    places = [one[0] for one in extents]
    return max(places) - min(places)


def _scale(extents: Sequence[Extent], room: float) -> float:
    """The largest scale at which any two, with what reaches out, have room."""
    return min(
        ((room - before - after) / (last - first)
        for first, before, _ in extents
        for last, _, after in extents
        if last - first > 1e-9),
        default=float("inf"),
    )  # fmt: skip


def _shift(extents: Sequence[Extent], scale: float, room: float) -> float:
    """What puts the places amid the room, and yet nothing that reaches out beyond its edge."""
    places = [one[0] for one in extents]
    middle = room / 2 - scale * (min(places) + max(places)) / 2
    least = max(before - scale * at for at, before, _ in extents)
    most = min(room - after - scale * at for at, _, after in extents)
    return min(max(middle, least), most) if least <= most else (least + most) / 2


def edge_degrees(frame: Frame, projection: Projection) -> tuple[Point, ...] | None:
    """Degrees east and north along the frame's edge; None where that is too far round the Earth."""
    steps = [index / 16 for index in range(17)]
    edge = [
        *((frame.width * step, y) for step in steps for y in (0, frame.height)),
        *((x, frame.height * step) for step in steps for x in (0, frame.width)),
    ]
    points = [frame.from_pixels(*one) for one in edge]
    if any(hypot(*point) > _ROUND for point in points):
        return None
    return tuple(spot for point in points if (spot := projection.unproject(*point)))


_ROUND: Final = 2 * sin(radians(70) / 2)
"""How far 70 degrees from the centre are: beyond, countries are bent too far to be known again."""
