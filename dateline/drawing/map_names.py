"""Names of countries, each where it lies wholly within the country and on nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.map_places import HIGH, LEADING, RISE, Patch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.drawing.map_frame import Form, Frame
    from dateline.drawing.map_land import Area
    from dateline.drawing.projection import Point

SPACED: Final = 0.08
"""Room behind each letter, in sizes; the stylesheet has the same."""
_INSET: Final = 6
_STEP: Final = 4
_PAD: Final = 2
_APART: Final = 6

Rows = dict[int, list[float]]
"""Lines across an area: where each enters and leaves it, by its pixels from the top."""
Stretch = tuple[float, float]
"""From where to where, from left to right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A country's name: its lines, set around x, the first of them with its foot at `baseline`."""

    lines: tuple[str, ...]
    x: float
    baseline: float
    patch: Patch


def place_names(
    areas: Sequence[Area], taken: Iterable[Patch], frame: Frame, form: Form
) -> Iterator[Name]:
    """A name for each country that has room for it, in one line or, if need be, in up to three."""
    patches = list(taken)
    for one in areas:
        name = next(_tries(one, patches, frame, form), None)
        if name:
            patches.append(name.patch)
            yield name


def _tries(shape: Area, taken: Sequence[Patch], frame: Frame, form: Form) -> Iterator[Name]:
    """The name in as few lines as it has room for."""
    words = shape.name.upper()
    rows = shape.rows(_STEP)
    middle = _middle(rows, frame)
    for count in range(1, min(3, len(words.split())) + 1):
        lines = wrap(words, count)
        wide = max(width_of(line, form.country, spaced=SPACED) for line in lines)
        high = form.country * (HIGH + LEADING * (count - 1))
        spots = _spots(rows, (wide + 2 * _PAD, high + 2 * _PAD), middle, taken, frame)
        spot = min(spots, key=lambda one: _off(one, middle), default=None)
        if spot:
            yield _name(lines, spot, wide, high, form)


def _name(lines: tuple[str, ...], spot: Point, wide: float, high: float, form: Form) -> Name:
    x, y = spot
    top = y - high / 2
    return Name(
        lines=lines,
        x=x,
        baseline=top + RISE * form.country,
        patch=Patch(left=x - wide / 2, top=top, right=x + wide / 2, bottom=top + high),
    )


def _off(spot: Point, middle: Point) -> float:
    """How far a spot is from the middle; up and down a name is missed sooner than along its line."""
    return abs(spot[0] - middle[0]) + 1.5 * abs(spot[1] - middle[1])


def _middle(rows: Rows, frame: Frame) -> Point:
    """The middle of what shows of an area."""
    across = down = weight = 0.0
    for y, crossings in rows.items():
        for left, right in _pairs(crossings):
            start, end = max(left, 0.0), min(right, frame.width)
            if end > start and 0 <= y <= frame.height:
                across += (end - start) * (start + end) / 2
                down += (end - start) * y
                weight += end - start
    return (across / weight, down / weight) if weight else (0.0, 0.0)


def _spots(
    rows: Rows, size: Point, middle: Point, taken: Sequence[Patch], frame: Frame
) -> Iterator[Point]:
    """The middles of rectangles that lie in the area and on nothing taken, at every height one."""
    half = ceil(size[1] / 2 / _STEP) * _STEP
    for y in rows:
        if not half + _INSET <= y <= frame.height - half - _INSET:
            continue
        band = range(y - half, y + half + 1, _STEP)
        for left, right in _free([rows.get(row, []) for row in band], band, taken, frame):
            if right - left >= size[0]:
                yield min(max(middle[0], left + size[0] / 2), right - size[0] / 2), y


def _free(
    crossings: Iterable[list[float]], band: range, taken: Iterable[Patch], frame: Frame
) -> list[Stretch]:
    """The stretches over which a band across lies in the area from top to bottom, and is not taken."""
    free = [(float(_INSET), frame.width - _INSET)]
    for row in crossings:
        free = [
            (max(a, c), min(b, d)) for a, b in free for c, d in _pairs(row) if max(a, c) < min(b, d)
        ]
    for patch in taken:
        if patch.top - _APART < band[-1] and band[0] < patch.bottom + _APART:
            free = [part for one in free for part in _without(one, patch)]
    return free


def _pairs(crossings: list[float]) -> Iterator[Stretch]:
    return zip(crossings[::2], crossings[1::2], strict=True)


def _without(stretch: Stretch, patch: Patch) -> Iterator[Stretch]:
    """What a patch, with a little around it, leaves of a stretch."""
    left, right = stretch
    if left < patch.left - _APART:
        yield left, min(right, patch.left - _APART)
    if patch.right + _APART < right:
        yield max(left, patch.right + _APART), right
