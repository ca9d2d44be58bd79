"""The bar that says how many kilometres a part of a map is."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, hypot
from typing import TYPE_CHECKING, Final

from dateline.drawing.lettering import width_of
from dateline.drawing.map_places import Patch
from dateline.drawing.projection import EARTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.drawing.map_frame import Form, Frame

_INSET: Final = 10
_SHARE: Final = 0.2
"""Of the map's width, which the bar does not go beyond."""
_TRUE: Final = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A bar from x on, with its foot at y; `words` say what its length stands for."""

    x: float
    y: float
    length: float
    words: str
    patch: Patch


def plan_scale(frame: Frame, taken: Sequence[Patch], form: Form) -> Scale | None:
    """The bar in a corner where nothing is; None on a map whose edge is off by over 2 percent.

    Along lines from the centre the scale is cos(c/2) at c degrees from it (Snyder, page 185).
    """
    if any(cos(asin(min(1.0, hypot(x, y) / 2))) < _TRUE for x, y in frame.corners()):
        return None
    kilometres, length = _length(frame)
    words = f"{kilometres:,} km"
    wide = length + 6 + width_of(words, form.country)
    return next(
        (
            Scale(x=patch.left, y=patch.bottom, length=length, words=words, patch=patch)
            for patch in _corners(frame, wide, form.country)
            if not any(patch.meets(other) for other in taken)
        ),
        None,
    )


def _length(frame: Frame) -> tuple[int, float]:
    """The longest of 1, 2, 5, 10, 20 … kilometres that is short enough, and its pixels."""
    each = frame.scale / EARTH
    fitting = [
        step * 10**power
        for power in range(5)
        for step in (1, 2, 5)
        if step * 10**power * each <= frame.width * _SHARE
    ]
    kilometres = max(fitting, default=1)
    return kilometres, kilometres * each


def _corners(frame: Frame, wide: float, high: float) -> Iterator[Patch]:
    """The room in each corner: below first, left first."""
    for bottom in (frame.height - _INSET, _INSET + high):
        for left in (_INSET, frame.width - _INSET - wide):
            yield Patch(left=left, top=bottom - high, right=left + wide, bottom=bottom)
