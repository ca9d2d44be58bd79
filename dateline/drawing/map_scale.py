"""The bar that shows how many kilometres a part of a map is."""

from collections.abc import Iterator, Sequence
from math import asin, cos, hypot
from typing import Final

from dateline.drawing.lettering import width_of
from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.projection import EARTH
from dateline.frozen import dataclass
from dateline.words import _

_INSET: Final = 10
_SHARE: Final = 0.2  # the longest bar, as a share of the map's width
_TRUE: Final = 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleBar:
    """A bar that starts at x, with its foot at y; `words` give the distance."""

    x: float
    y: float
    length: float
    words: str
    patch: Patch


def plan_scale(frame: Frame, taken: Sequence[Patch], form: Form) -> ScaleBar | None:
    """The bar in a free corner; None on a map whose scale at the edge is off by over 2 percent.

    Along lines from the centre the scale is cos(c/2) at c degrees from it (Snyder, page 185).
    """
    if any(cos(asin(min(1.0, hypot(x, y) / 2))) < _TRUE for x, y in frame.corners()):
        return None
    kilometres, length = _round_length(frame)
    words = _("%(number)s km", number=kilometres)
    wide = length + 6 + width_of(words, form.small)
    for patch in _corners(frame, wide, form.small):
        if not any(patch.meets(other) for other in taken):
            return ScaleBar(x=patch.left, y=patch.bottom, length=length, words=words, patch=patch)
    return None


def _round_length(frame: Frame) -> tuple[int, float]:
    """The longest of 1, 2, 5, 10, 20 … kilometres that is short enough, and its pixels."""
    kilometre = frame.scale / EARTH
    lengths = (step * 10**power for power in range(5) for step in (1, 2, 5))
    fitting = [length for length in lengths if length * kilometre <= frame.width * _SHARE]
    longest = max(fitting, default=1)
    return longest, longest * kilometre


def _corners(frame: Frame, wide: float, high: float) -> Iterator[Patch]:
    """The room in each corner: below first, left first."""
    for bottom in (frame.height - _INSET, _INSET + high):
        for left in (_INSET, frame.width - _INSET - wide):
            yield Patch(left=left, top=bottom - high, right=left + wide, bottom=bottom)
