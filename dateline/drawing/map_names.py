"""Names of countries, each wholly within its country and covering nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.map_land import Area
from dateline.drawing.map_places import HIGH, LEADING, RISE
from dateline.drawing.projection import Point

SPACED: Final = 0.08  # room after each letter, in sizes; the stylesheet has the same
_INSET: Final = 6
_STEP: Final = 4
_PAD: Final = 2
_APART: Final = 6

# Lines across an area, by their pixels from the top: where each enters and leaves the area.
Rows = dict[int, list[float]]
RowSpan = tuple[float, float]  # a stretch of a line across, from left to right


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    """A country's name: its lines, centred on x, the first of them with its foot at `baseline`."""

    lines: tuple[str, ...]
    x: float
    baseline: float
    patch: Patch


def place_names(
    areas: Iterable[Area], taken: Iterable[Patch], frame: Frame, form: Form
) -> Iterator[CountryName]:
    """A name for each country with room for it, in as few lines as possible, at most three."""
    patches = list(taken)
    for area in areas:
        name = next(_possible_names(area, patches, frame, form), None)
        if name:
            patches.append(name.patch)
            yield name


def _possible_names(
    area: Area, taken: Sequence[Patch], frame: Frame, form: Form
) -> Iterator[CountryName]:
    words = area.name.upper()
    rows = area.rows(_STEP)
    middle = _middle(rows, frame)
    for count in range(1, min(3, len(words.split())) + 1):
        lines = wrap(words, count)
        wide = max(width_of(line, form.country, spaced=SPACED) for line in lines)
        high = form.country * (HIGH + LEADING * (count - 1))
        spots = _spots(rows, (wide + 2 * _PAD, high + 2 * _PAD), middle, taken, frame)
        if spot := min(spots, key=lambda spot: _offset(spot, middle), default=None):
            x, top = spot[0], spot[1] - high / 2
            yield CountryName(
                lines=lines,
                x=x,
                baseline=top + RISE * form.country,
                patch=Patch(left=x - wide / 2, top=top, right=x + wide / 2, bottom=top + high),
            )


def _offset(spot: Point, middle: Point) -> float:
    """How far a spot is from the middle; a name is easier to miss above or below than beside it."""
    return abs(spot[0] - middle[0]) + 1.5 * abs(spot[1] - middle[1])


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
) -> Iterator[Point]:
    """The middles of rectangles of this size within the area and clear of `taken`, row by row."""
    half = ceil(size[1] / 2 / _STEP) * _STEP
    for y in rows:
        if not half + _INSET <= y <= frame.height - half - _INSET:
            continue
        band = range(y - half, y + half + 1, _STEP)
        for left, right in _free_spans([rows.get(row, []) for row in band], band, taken, frame):
            if right - left >= size[0]:
                yield min(max(middle[0], left + size[0] / 2), right - size[0] / 2), y


def _free_spans(
    crossings: Iterable[list[float]], band: range, taken: Iterable[Patch], frame: Frame
) -> list[RowSpan]:
    """Where a band across is within the area from top to bottom, and clear of `taken`."""
    free = [(float(_INSET), frame.width - _INSET)]
    for row in crossings:
        free = [
            (max(a, c), min(b, d)) for a, b in free for c, d in _spans(row) if max(a, c) < min(b, d)
        ]
    for patch in taken:
        if patch.top - _APART < band[-1] and band[0] < patch.bottom + _APART:
            free = [part for span in free for part in _without(span, patch)]
    return free


def _spans(crossings: list[float]) -> Iterator[RowSpan]:
    return zip(crossings[::2], crossings[1::2], strict=True)


def _without(span: RowSpan, patch: Patch) -> Iterator[RowSpan]:
    """What is left of a span beside a patch with a little around it."""
    left, right = span
    if left < patch.left - _APART:
        yield left, min(right, patch.left - _APART)
    if patch.right + _APART < right:
        yield max(left, patch.right + _APART), right
