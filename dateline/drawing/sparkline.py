"""A figure through time: a line with a dot at each of four points or more."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dateline.drawing.svg import Drawing, element, number
from dateline.words import _

HIGH: Final = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """A value and the middle of the time for which it was true."""

    day: dt.date
    value: Decimal


def draw_sparkline(points: Sequence[DatedValue]) -> Drawing | None:
    """The points to the scale of time, from zero up (or down); None for fewer than four.

    The line only joins them: between two points it states nothing.
    """
    if len(points) < 4:
        return None
    zero, placed = _place(points)
    base = element("line", class_="spark-zero", x1="0", x2="100%", y1=zero, y2=zero)
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in placed)
    line = element("path", class_="spark-line", d=path, vector_effect="non-scaling-stroke")
    scaled = element(
        "svg", line, viewBox=f"0 0 100 {HIGH}", preserveAspectRatio="none", width="100%",
        height=HIGH,
    )  # fmt: skip
    dots = [element("circle", class_="spark-dot", cx=f"{number(x)}%", cy=y, r=3) for x, y in placed]
    svg = element(
        "svg", base, scaled, *dots, class_="spark", width="100%", height=HIGH, aria_hidden="true"
    )
    return Drawing(svg=svg, words=_("Scale starts at zero."))


def _place(points: Sequence[DatedValue]) -> tuple[float, list[tuple[float, float]]]:
    """The height of zero in pixels, and each point in percent across and pixels down."""
    first, last = points[0].day, points[-1].day
    span = max((last - first).days, 1)
    least = min(Decimal(0), *(point.value for point in points))
    most = max(Decimal(0), *(point.value for point in points))
    room = (most - least) or Decimal(1)

    def height(value: Decimal) -> float:
        return 4 + float((most - value) / room) * (HIGH - 8)

    placed = [(1 + 98 * (point.day - first).days / span, height(point.value)) for point in points]
    return height(Decimal(0)), placed
