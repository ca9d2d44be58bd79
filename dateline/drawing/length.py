"""A length between two places: a line with a tick for each unit, or each ten or hundred."""

from decimal import Decimal
from typing import Final

from dateline.drawing.svg import Drawing, element, number
from dateline.words import _

MANY: Final = 60
HIGH: Final = 20


def tick_step(length: Decimal) -> Decimal:
    """The units between two ticks: 1, 10, 100 …, so that there are at most 60."""
    step = Decimal(1)
    while length / step > MANY:
        step *= 10
    return step


def draw_length(length: Decimal, *, step: str) -> Drawing | None:
    """It takes the whole width; `step` is what lies between two ticks, in words; None for 0."""
    if length <= 0:
        return None
    tick = tick_step(length)
    count = int(length / tick)
    ticks = "".join(f"M{number(tick * index / length * 1000)} 6v8" for index in range(count + 1))
    line = element("path", class_="length-line", d="M0 10H1000", vector_effect="non-scaling-stroke")
    marks = element("path", class_="length-ticks", d=ticks, vector_effect="non-scaling-stroke")
    ends = element(
        "path", class_="length-ends", d="M0 0v20M1000 0v20", vector_effect="non-scaling-stroke"
    )
    svg = element(
        "svg", line, marks, ends, class_="length", width="100%", height=HIGH,
        viewBox=f"0 0 1000 {HIGH}", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip
    return Drawing(svg=svg, words=_("Each tick is %(step)s.", step=step))
