"""A figure through time: a line with a dot at each of four points or more."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dateline.drawing.lettering import LABEL
from dateline.drawing.svg import Drawing, element, number, text
from dateline.frozen import dataclass
from dateline.words import _

# Down the drawing, in pixels: the line, the room for a value above or below it, the dates.
TOP: Final = 24
BOTTOM: Final = 116
HIGH: Final = 138
_ABOVE: Final = -9
_BELOW: Final = 19
# Words have room where the drawing is as narrow as in a frame of 300 pixels.
_NARROWEST: Final = 266
_LETTERS: Final = 13
_APART: Final = 8


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

    The line only joins them: between two points it states nothing. Both ends have value and date, and so
    have the highest and the lowest point where there is room.
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
    labels = _labels(points, dots, zero)
    svg = element(
        "svg", base, scaled, *marks,
        element(
            "g",
            *(part for label in labels for part in label.drawn()),
            # The stroke, in the colour of the paper, is painted first: it separates letters from lines.
            paint_order="stroke",
        ),
        class_="spark", width="100%", height=HIGH, aria_hidden="true",
    )  # fmt: skip
    return Drawing(svg=svg, words=_("Scale starts at zero."))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """Value and date of a point; `x` is in percent, and `anchor` which part of the words is there."""

    value: str
    date: str
    x: float
    y: float
    anchor: str

    def drawn(self) -> tuple[str, str]:
        x = f"{number(self.x)}%" if self.x else "0"
        value = text(self.value, class_="spark-value", x=x, y=self.y, text_anchor=self.anchor)
        return value, text(self.date, x=x, y=HIGH - 3, text_anchor=self.anchor)

    def is_clear_of(self, other: "_Label") -> bool:
        """Whether neither the values nor the dates of two labels come too close."""
        values = abs(self.y - other.y) > _LETTERS or self._is_beside(other, self.value, other.value)
        return values and self._is_beside(other, self.date, other.date)

    def _is_beside(self, other: "_Label", words: str, others: str) -> bool:
        """Whether there is room between words of this label and those of another, on either side."""
        (start, end), (from_, to) = self.reach(words), other.reach(others)
        return end + _APART <= from_ or to + _APART <= start

    def reach(self, words: str) -> tuple[float, float]:
        """From where to where words go in the narrowest drawing."""
        at, width = self.x * _NARROWEST / 100, LABEL.width(words) * _LETTERS
        start = at - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return start, start + width


def _labels(points: Sequence[DatedValue], dots: Sequence[_Dot], zero: float) -> list[_Label]:
    """Those of both ends, and of the highest and the lowest point between them that have room."""
    labels = [
        _end(points[0], dots[0], dots[1], zero, "start"),
        _end(points[-1], dots[-1], dots[-2], zero, "end"),
    ]
    heights = [dot.y for dot in dots]
    for extreme, shift in ((min(heights), _ABOVE), (max(heights), _BELOW)):
        at = heights.index(extreme)
        is_between = extreme not in (heights[0], heights[-1])
        label = _Label(
            value=points[at].shown,
            date=points[at].date,
            x=dots[at].x,
            y=dots[at].y + shift,
            anchor="middle",
        )
        has_room = shift == _ABOVE or not extreme < zero < label.y + 2
        if is_between and has_room and all(label.is_clear_of(other) for other in labels):
            labels.append(label)
    return labels


def _end(point: DatedValue, dot: _Dot, neighbour: _Dot, zero: float, anchor: str) -> _Label:
    """The first or the last point, its value on the side where the line is not."""
    has_room = not dot.y < zero < dot.y + _BELOW + 2 and dot.y + _BELOW <= BOTTOM + 2
    shift = _BELOW if neighbour.y < dot.y and has_room else _ABOVE
    x = 0 if anchor == "start" else 100
    return _Label(value=point.shown, date=point.date, x=x, y=dot.y + shift, anchor=anchor)


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
