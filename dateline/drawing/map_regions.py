"""Regions of the sheet: the border of each within its country, and its name."""

from collections.abc import Iterable, Iterator, Sequence
from math import hypot
from typing import Final

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.map_arcs import leave_out_beyond
from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.map_labels import HIGH, LEADING, RISE, is_inside
from dateline.drawing.map_land import Area
from dateline.drawing.map_places import MapSubject, is_called
from dateline.drawing.projection import Point, Projection
from dateline.drawing.simplify import edges, simplify
from dateline.frozen import dataclass
from dateline.reading.outlines import Outlines

_REACH: Final = 12  # pixels that the end of a border may be off its country's outline
_STEP: Final = 8  # pixels between the places that are tried for a name
_FAR: Final = 9  # steps from the middle of a region to its name
_ROOM: Final = 4  # pixels around a name that others leave free


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRegion:
    """A region of the sheet in the pixels of a frame: its borders to its neighbours at home."""

    subject: MapSubject
    lines: tuple[tuple[Point, ...], ...]
    middle: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionName:
    """`lines` are centred on x, the first with its foot at `baseline`; `patch` is their room."""

    subject: MapSubject
    lines: tuple[str, ...]
    x: float
    baseline: float
    patch: Patch


def find_regions(
    outlines: Outlines,
    subjects: Iterable[MapSubject],
    areas: Sequence[Area],
    projection: Projection,
    frame: Frame,
) -> Iterator[ShownRegion]:
    """Those that have a record, if their middle is in the frame."""
    by_name = {area.name: area for area in areas}
    for subject in subjects:
        region = next(
            (
                region
                for region in outlines.regions
                if region.country in by_name
                and any(is_called(name, subject) for name in region.names)
            ),
            None,
        )
        if region is None:
            continue
        x, y = middle = frame.at(projection.project(*region.middle))
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            lines = (
                [frame.at(projection.project(*spot)) for spot in line] for line in region.lines
            )
            home = by_name[region.country]
            met = tuple(
                tuple(simplify(leave_out_beyond(meet(line, home), frame), 0.5)) for line in lines
            )
            yield ShownRegion(subject=subject, lines=met, middle=middle)


def meet(line: Sequence[Point], home: Area) -> list[Point]:
    """A line that ends at its country's outline where its ends are near that, and not beyond."""
    inside = [point for point in line if home.is_near(point, 0)] or [*line]
    first, last = _nearest(inside[0], home), _nearest(inside[-1], home)
    return [*first, *inside, *last]


def _nearest(spot: Point, home: Area) -> list[Point]:
    """The point of an outline nearest to a spot, if it is within reach."""
    points = (_foot(spot, *edge) for ring in home.rings for edge in edges(ring))
    nearest = min(points, key=lambda point: hypot(point[0] - spot[0], point[1] - spot[1]))
    return [nearest] if hypot(nearest[0] - spot[0], nearest[1] - spot[1]) <= _REACH else []


def _foot(spot: Point, start: Point, end: Point) -> Point:
    """The point of a stretch that is nearest to a spot."""
    along, down = end[0] - start[0], end[1] - start[1]
    length = along * along + down * down
    way = (spot[0] - start[0]) * along + (spot[1] - start[1]) * down
    share = min(1.0, max(0.0, way / length)) if length else 0.0
    return start[0] + share * along, start[1] + share * down


def name_regions(
    regions: Iterable[ShownRegion], taken: Iterable[Patch], frame: Frame, form: Form
) -> Iterator[RegionName]:
    """A name for each region, as near to its middle as there is room."""
    patches = list(taken)
    for region in regions:
        names = _possible_names(region, form)
        if name := next((name for name in names if _is_free(name.patch, patches, frame)), None):
            patches.append(name.patch)
            yield name


def _is_free(patch: Patch, taken: Iterable[Patch], frame: Frame) -> bool:
    around = Patch(
        left=patch.left - _ROOM,
        top=patch.top - _ROOM,
        right=patch.right + _ROOM,
        bottom=patch.bottom + _ROOM,
    )
    return is_inside(around, frame) and not any(around.meets(other) for other in taken)


def _possible_names(region: ShownRegion, form: Form) -> Iterator[RegionName]:
    size, name = form.small, region.subject.name
    lines = wrap(name, 1 if width_of(name, size) <= form.line / 2 else 2)
    wide = max(width_of(line, size) for line in lines)
    high = size * (HIGH + LEADING * (len(lines) - 1))
    steps = range(-_FAR, _FAR + 1)
    ways = sorted(((x, y) for x in steps for y in steps), key=lambda way: hypot(*way))
    for across, down in ways:
        x, top = region.middle[0] + across * _STEP, region.middle[1] + down * _STEP - high / 2
        yield RegionName(
            subject=region.subject,
            lines=lines,
            x=x,
            baseline=top + RISE * size,
            patch=Patch(left=x - wide / 2, top=top, right=x + wide / 2, bottom=top + high),
        )
