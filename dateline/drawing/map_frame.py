"""Which part of the Earth a map shows, and at what scale."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot, radians, sin
from typing import Final, Self

from dateline.drawing.projection import EARTH, Point, Projection
from dateline.frozen import dataclass

# A map of one place is 1,000 km wide, so that there is something around it. One of several shows how they lie to each
# other, as closely as coasts and borders that are up to 20 km off allow.
_AROUND_ONE: Final = 1000 / EARTH
NARROWEST: Final = 400 / EARTH
# 70 degrees from the centre: beyond that, countries are distorted past recognition.
_FARTHEST: Final = 2 * sin(radians(70) / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The measures of a map in its own pixels; messages to editors call it `name`.

    The height is from `least` to `most`; `margin` separates a dot from the edge; `dot` is a radius.
    `place`, `subject`, `country` and `small` are sizes of letters: of places, of the countries that the
    briefing is about, of others, and of those in little room. Names wider than `line` are broken.
    """

    name: str
    width: int
    least: int
    most: int
    margin: int
    dot: float
    place: float
    subject: float
    country: float
    small: float
    line: int


WIDE: Final = Form(
    name="wide", width=720, least=420, most=580, margin=150,
    dot=4.5, place=15, subject=19, country=14, small=12, line=170,
)  # fmt: skip
NARROW: Final = Form(
    name="narrow", width=328, least=300, most=420, margin=84,
    dot=3.5, place=13, subject=15, country=12, small=11, line=110,
)  # fmt: skip
# Of one place, with what lies around it.
SMALL: Final = Form(
    name="small", width=328, least=180, most=220, margin=84,
    dot=3.5, place=13, subject=15, country=12, small=11, line=110,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A rectangle of a drawing, in pixels from its left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float

    def joined_with(self, other: Self) -> Self:
        """The smallest rectangle that holds both."""
        return replace(
            self,
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )

    def meets(self, other: Self) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Pixels for points of the plane: `scale` is the Earth's radius, then x and y are added."""

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
        return tuple(self.from_pixels(x, y) for x in (0, self.width) for y in (0, self.height))


def fit_frame(points: Sequence[Point], reaches: Sequence[Patch], form: Form) -> Frame:
    """The closest frame that holds every point with its reach, a patch around 0, 0.

    Names may take up to half of the scale; if they need more, some will lie outside the frame.
    """
    pairs = tuple(zip(points, reaches, strict=True))
    across = [(x, -reach.left, reach.right) for (x, _), reach in pairs]
    down = [(y, -reach.top, reach.bottom) for (_, y), reach in pairs]
    least = NARROWEST if len({*points}) > 1 else _AROUND_ONE
    bare = min(
        form.width / least,
        (form.width - 2 * form.margin) / (_span(across) or 1e-9),
        (form.most - 2 * form.margin) / (_span(down) or 1e-9),
    )
    scale = max(
        min(bare, _fitting_scale(across, form.width), _fitting_scale(down, form.most)), bare / 2
    )
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


# A position along one axis, and the reach to either side of it.
Extent = tuple[float, float, float]


def _span(extents: Sequence[Extent]) -> float:
    positions = [position for position, _, _ in extents]
    return max(positions) - min(positions)


def _fitting_scale(extents: Sequence[Extent], room: float) -> float:
    """The largest scale at which there is room for any two and their reach."""
    return min(
        ((room - before - after) / (last - first)
        for first, before, _ in extents
        for last, _, after in extents
        if last - first > 1e-9),
        default=float("inf"),
    )  # fmt: skip


def _shift(extents: Sequence[Extent], scale: float, room: float) -> float:
    """What moves the positions to the middle of the room, but no reach beyond its edge."""
    positions = [position for position, _, _ in extents]
    middle = room / 2 - scale * (min(positions) + max(positions)) / 2
    least = max(before - scale * position for position, before, _ in extents)
    most = min(room - after - scale * position for position, _, after in extents)
    return min(max(middle, least), most) if least <= most else (least + most) / 2


def edge_degrees(frame: Frame, projection: Projection) -> tuple[Point, ...] | None:
    """Degrees east and north along the frame's edge; None if that is too far round the Earth."""
    steps = [index / 16 for index in range(17)]
    edge = [
        *((frame.width * step, y) for step in steps for y in (0, frame.height)),
        *((x, frame.height * step) for step in steps for x in (0, frame.width)),
    ]
    points = [frame.from_pixels(*pixels) for pixels in edge]
    if any(hypot(*point) > _FARTHEST for point in points):
        return None
    return tuple(spot for point in points if (spot := projection.unproject(*point)))
