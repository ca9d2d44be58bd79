"""Like things to one scale: a bar each, all of them beginning at zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from dateline.drawing.svg import Drawing, element, number

if TYPE_CHECKING:
    from collections.abc import Sequence

THICK: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a bar stands for: its label, its value in words, and from what to what it reaches.

    `own` is the thing that the drawing is about; the others are what it is set against.
    """

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


def draw_bars(rows: Sequence[Row]) -> tuple[Bar, ...]:
    """Bars to one scale, in percent of the width; none where all are zero."""
    least = min(Decimal(0), *(row.low for row in rows)) if rows else Decimal(0)
    most = max(Decimal(0), *(row.high for row in rows)) if rows else Decimal(0)
    if least == most:
        return ()
    return tuple(
        Bar(label=row.label, shown=row.shown, drawing=_draw(row, least, most)) for row in rows
    )


def _draw(row: Row, least: Decimal, most: Decimal) -> Drawing:
    """The sure part is full; a range goes on, lighter, to its far end."""
    sure, far = sorted((row.low, row.high), key=abs)
    if row.low < 0 < row.high:
        sure = Decimal(0)
    parts = [_stretch("bar-range", far, least, most)] if sure != far else []
    if row.low < 0 < row.high:
        parts.append(_stretch("bar-range", row.low, least, most))
        parts.append(_stretch("bar-range", row.high, least, most))
    parts.append(_stretch("bar-own" if row.own else "bar-other", sure, least, most))
    svg = element("svg", *parts, class_="bar", width="100%", height=THICK, aria_hidden="true")
    return Drawing(svg=svg, words=f"{row.label}: {row.shown}")


def _stretch(name: str, value: Decimal, least: Decimal, most: Decimal) -> str:
    """A bar from zero to `value`."""
    left, right = sorted((Decimal(0), value))
    x = (left - least) / (most - least) * 100
    width = (right - left) / (most - least) * 100
    return element("rect", class_=name, x=f"{number(x)}%", width=f"{number(width)}%", height=THICK)
