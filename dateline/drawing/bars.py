"""Values of one kind to one scale: a bar for each, all of them beginning at zero."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dateline.drawing.svg import Drawing, element, number
from dateline.frozen import dataclass

THICK: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """`shown` is the value in words; `own` is the figure that the drawing is about."""

    label: str
    shown: str
    low: Decimal
    high: Decimal
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A row with its bar: label and value are text beside it, at the size of text."""

    label: str
    shown: str
    drawing: Drawing


def draw_bars(rows: Sequence[BarRow]) -> tuple[Bar, ...]:
    """Bars to one scale, in percent of the width; none if all are zero."""
    least = min(Decimal(0), *(row.low for row in rows)) if rows else Decimal(0)
    most = max(Decimal(0), *(row.high for row in rows)) if rows else Decimal(0)
    if least == most:
        return ()
    return tuple(
        Bar(label=row.label, shown=row.shown, drawing=_draw_bar(row, least, most)) for row in rows
    )


def _draw_bar(row: BarRow, least: Decimal, most: Decimal) -> Drawing:
    """The certain part is full; a range continues, lighter, to its far end."""
    certain, far = sorted((row.low, row.high), key=abs)
    ranges = [far] if certain != far else []
    if row.low < 0 < row.high:
        certain, ranges = Decimal(0), [row.low, row.high]
    parts = [_draw_part("bar-range", end, least, most) for end in ranges]
    parts.append(_draw_part("bar-own" if row.own else "bar-other", certain, least, most))
    svg = element("svg", *parts, class_="bar", width="100%", height=THICK, aria_hidden="true")
    return Drawing(svg=svg, words=f"{row.label}: {row.shown}")


def _draw_part(name: str, value: Decimal, least: Decimal, most: Decimal) -> str:
    left, right = sorted((Decimal(0), value))
    x = (left - least) / (most - least) * 100
    width = (right - left) / (most - least) * 100
    return element("rect", class_=name, x=f"{number(x)}%", width=f"{number(width)}%", height=THICK)
