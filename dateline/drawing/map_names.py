"""Names of countries, each within its country or on the sea beside it, and covering nothing else."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from math import ceil, hypot
from typing import Final

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.map_labels import HIGH, LEADING, RISE
from dateline.drawing.map_land import Area
from dateline.drawing.projection import Point
from dateline.frozen import dataclass

SPACED: Final = 0.08  # room after each letter, in sizes; the stylesheet has the same
_INSET: Final = 6
_STEP: Final = 4
_PAD: Final = 2
_APART: Final = 8
_TRIED: Final = 5  # places for a name in so many lines
_DOWN: Final = 1.5  # a name is easier to miss above or below than beside what it names
_BESIDE: Final = 14  # pixels that a name may be off the coast of its country
_SEEN: Final = 60  # square pixels that a country has at least, to be named on the sea

# Lines across an area, by their pixels from the top: where each enters and leaves the area.
Rows = dict[int, list[float]]
RowSpan = tuple[float, float]  # a stretch of a line across, from left to right


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    """A country's name: its lines, centred on x, the first of them with its foot at `baseline`."""

    country: str
    lines: tuple[str, ...]
    size: float
    x: float
    baseline: float
    patch: Patch


def place_names(
    areas: Iterable[Area],
    subjects: Collection[str],
    taken: Iterable[Patch],
    frame: Frame,
    form: Form,
) -> Iterator[CountryName]:
    """A name for each country with room for it: the first ones, and the subjects, have the choice.

    It is as large as it can be, in as few lines as possible, at most three.
    """
    patches, left = list(taken), list[_Shape]()
    shown = [_shape(area, frame) for area in areas]
    for shape in sorted(shown, key=lambda shape: shape.area.name not in subjects):
        sizes = (form.subject,) if shape.area.name in subjects else ()
        names = (
            name
            for size in (*sizes, form.country, form.small)
            for name in _possible_names(shape, shape.rows, size, patches, frame)
        )
        if name := next(names, None):
            patches.append(name.patch)
            yield name
        else:
            left.append(shape)
    small = [shape for shape in left if _is_whole(shape.area, frame)]
    sea = _sea(shown, frame) if small else {}
    for shape in small:
        near = {row: sea[row] for row in sea if min(shape.rows) - 20 < row < max(shape.rows) + 20}
        off = _possible_names(shape, near, form.small, patches, frame)
        if name := _off_coast(off, shape, shown):
            patches.append(name.patch)
            yield name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """An area, the lines across it, and the middle of what can be seen of it."""

    area: Area
    rows: Rows
    middle: Point


def _shape(area: Area, frame: Frame) -> _Shape:
    rows = area.rows(_STEP)
    return _Shape(area=area, rows=rows, middle=_middle(rows, frame))


def _possible_names(
    shape: _Shape, rows: Rows, size: float, taken: Sequence[Patch], frame: Frame
) -> Iterator[CountryName]:
    """Where on some lines across a country's name has room, the nearest to its middle first."""
    middle, words = shape.middle, shape.area.name.upper()
    for count in range(1, min(3, len(words.split())) + 1):
        lines = wrap(words, count)
        wide = max(width_of(line, size, spaced=SPACED) for line in lines)
        high = size * (HIGH + LEADING * (count - 1))
        spots = _spots(rows, (wide + 2 * _PAD, high + 2 * _PAD), middle, taken, frame)
        for x, y in sorted(spots, key=lambda spot: _offset(spot, middle))[:_TRIED]:
            top = y - high / 2
            yield CountryName(
                country=shape.area.name,
                lines=lines,
                size=size,
                x=x,
                baseline=top + RISE * size,
                patch=Patch(left=x - wide / 2, top=top, right=x + wide / 2, bottom=top + high),
            )


def _sea(shapes: Iterable[_Shape], frame: Frame) -> Rows:
    """Where lines across enter and leave what is no country."""
    land: dict[int, list[RowSpan]] = {}
    for shape in shapes:
        for row, crossings in shape.rows.items():
            land.setdefault(row, []).extend(_spans(crossings))
    sea: Rows = {}
    for row in range(0, int(frame.height), _STEP):
        free: list[RowSpan] = [(0.0, float(frame.width))]
        for start, end in land.get(row, []):
            free = [part for span in free for part in _outside(span, start, end)]
        sea[row] = [*chain.from_iterable(free)]
    return sea


def _is_whole(area: Area, frame: Frame) -> bool:
    """Whether a country is in the frame, large enough to be seen."""
    return area.size >= _SEEN and all(
        0 <= x <= frame.width and 0 <= y <= frame.height for ring in area.rings for x, y in ring
    )


def _off_coast(
    names: Iterable[CountryName], shape: _Shape, shapes: Iterable[_Shape]
) -> CountryName | None:
    """The first name close to a country, and nearer to it than to any other."""
    others = [other for other in shapes if other is not shape]
    for name in names:
        off = _off(name.patch, shape.area)
        if off <= _BESIDE and all(off < _off(name.patch, other.area) for other in others):
            return name
    return None


def _off(patch: Patch, area: Area) -> float:
    """How far a patch is from the nearest point of an area's outline."""
    return min(
        hypot(max(patch.left - x, 0.0, x - patch.right), max(patch.top - y, 0.0, y - patch.bottom))
        for ring in area.rings
        for x, y in ring
    )


def _offset(spot: Point, middle: Point) -> float:
    """How far a spot is from the middle."""
    return abs(spot[0] - middle[0]) + _DOWN * abs(spot[1] - middle[1])


def _middle(rows: Rows, frame: Frame) -> Point:
    across = down = weight = 0.0
    for y, crossings in rows.items():
        for left, right in _spans(crossings):
            start, end = max(left, 0.0), min(right, frame.width)
            if end > start and 0 <= y <= frame.height:
                across += (end - start) * (start + end) / 2
                down += (end - start) * y
                weight += end - start
    return (across / weight, down / weight) if weight else (0.0, 0.0)


def _spots(
    rows: Rows, size: Point, middle: Point, taken: Sequence[Patch], frame: Frame
) -> list[Point]:
    """The middles of rectangles of this size within the area and clear of `taken`, row by row.

    Rows are left out that are farther from the middle than as many spots as are tried.
    """
    half = ceil(size[1] / 2 / _STEP) * _STEP
    room = [y for y in rows if half + _INSET <= y <= frame.height - half - _INSET]
    found: dict[int, list[Point]] = {}
    nearest: list[float] = []
    for y in sorted(room, key=lambda y: abs(y - middle[1])):
        if len(nearest) == _TRIED and _DOWN * abs(y - middle[1]) > nearest[-1]:
            break
        band = range(y - half, y + half + 1, _STEP)
        found[y] = [
            (min(max(middle[0], left + size[0] / 2), right - size[0] / 2), y)
            for left, right in _free_spans(rows, band, size[0], taken, frame)
        ]
        offsets = (_offset(spot, middle) for spot in found[y])
        nearest = sorted((*nearest, *offsets))[:_TRIED]
    return [spot for y in room for spot in found.get(y, ())]


def _free_spans(
    rows: Rows, band: range, wide: float, taken: Iterable[Patch], frame: Frame
) -> list[RowSpan]:
    """Where a band across, so `wide`, is within the area from top to bottom, and clear of `taken`."""
    free = [(float(_INSET), frame.width - _INSET)]
    for row in band:
        spans = [*_spans(rows.get(row, []))]
        free = [
            (start, end)
            for a, b in free
            for c, d in spans
            if (end := min(b, d)) - (start := max(a, c)) >= wide
        ]
        if not free:
            return []
    for patch in taken:
        if patch.top - _APART < band[-1] and band[0] < patch.bottom + _APART:
            free = [part for span in free for part in _without(span, patch)]
    return [(left, right) for left, right in free if right - left >= wide]


def _spans(crossings: list[float]) -> Iterator[RowSpan]:
    return zip(crossings[::2], crossings[1::2], strict=True)


def _without(span: RowSpan, patch: Patch) -> Iterator[RowSpan]:
    """What is left of a span beside a patch with a little around it."""
    return _outside(span, patch.left - _APART, patch.right + _APART)


def _outside(span: RowSpan, start: float, end: float) -> Iterator[RowSpan]:
    """What is left of a span before and after a stretch."""
    left, right = span
    if left < start:
        yield left, min(right, start)
    if end < right:
        yield max(left, end), right
