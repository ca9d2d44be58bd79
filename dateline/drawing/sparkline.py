"""A figure through time: a line with a dot at each of four points or more."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dateline.drawing.svg import Drawing, element, number, text
from dateline.frozen import dataclass
from dateline.words import _

# Down the drawing, in pixels: the line, the room for a value above or below it, the dates.
TOP: Final = 24
BOTTOM: Final = 68
HIGH: Final = 90
_ABOVE: Final = -9
_BELOW: Final = 19


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """A value and the middle of the time for which it was true, and both in words."""

    day: dt.date
    value: Decimal
    shown: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dot:
    """In percent across and pixels down."""

    x: float
    y: float


def draw_sparkline(points: Sequence[DatedValue]) -> Drawing | None:
    """The points to the scale of time, from zero up (or down); None for fewer than four.

    The line only joins them: between two points it states nothing. Both ends have value and date.
    """
    if len(points) < 4:
        return None
    zero, dots = _place(points)
    base = element("line", class_="spark-zero", x1="0", x2="100%", y1=zero, y2=zero)
    path = "M" + "L".join(f"{number(dot.x)} {number(dot.y)}" for dot in dots)
    line = element("path", class_="spark-line", d=path, vector_effect="non-scaling-stroke")
    scaled = element(
        "svg", line, viewBox=f"0 0 100 {HIGH}", preserveAspectRatio="none", width="100%",
        height=HIGH,
    )  # fmt: skip
    marks = [
        element("circle", class_="spark-dot", cx=f"{number(dot.x)}%", cy=dot.y, r=3) for dot in dots
    ]
    svg = element(
        "svg", base, scaled, *marks,
        element(
            "g",
            *_end(points[0], dots[0], dots[1], zero, "start"),
            *_end(points[-1], dots[-1], dots[-2], zero, "end"),
            # The stroke, in the colour of the paper, is painted first: it separates letters from lines.
            paint_order="stroke",
        ),
        class_="spark", width="100%", height=HIGH, aria_hidden="true",
    )  # fmt: skip
    return Drawing(svg=svg, words=_("Scale starts at zero."))


def _end(
    point: DatedValue, dot: _Dot, neighbour: _Dot, zero: float, anchor: str
) -> tuple[str, str]:
    """Value and date of the first or the last point, the value on the side where the line is not."""
    x = "0" if anchor == "start" else "100%"
    has_room = not dot.y < zero < dot.y + _BELOW + 2 and dot.y + _BELOW <= BOTTOM + 2
    shift = _BELOW if neighbour.y < dot.y and has_room else _ABOVE
    value = text(point.shown, class_="spark-value", x=x, y=dot.y + shift, text_anchor=anchor)
    return value, text(point.date, x=x, y=HIGH - 3, text_anchor=anchor)


def _place(points: Sequence[DatedValue]) -> tuple[float, list[_Dot]]:
    """The height of zero, and the dots."""
    first, last = points[0].day, points[-1].day
    span = max((last - first).days, 1)
    least = min(Decimal(0), *(point.value for point in points))
    most = max(Decimal(0), *(point.value for point in points))
    room = (most - least) or Decimal(1)

    def height(value: Decimal) -> float:
        return TOP + float((most - value) / room) * (BOTTOM - TOP)

    dots = [
        _Dot(x=1 + 98 * (point.day - first).days / span, y=height(point.value)) for point in points
    ]
    return height(Decimal(0)), dots
