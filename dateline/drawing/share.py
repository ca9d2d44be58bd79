"""A share of a whole: a hundred squares, filled in proportion."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.drawing.svg import Drawing, element
from dateline.words import _

ROWS: Final = 5
COLUMNS: Final = 20
STEP: Final = 10
SIDE: Final = Decimal("8.4")


def draw_share(low: Decimal, high: Decimal, *, whole: str) -> Drawing | None:
    """`low` to `high` percent of `whole`; None unless both are from 0 to 100.

    Rows are dashed lines, each dash a square; between low and high they are lighter.
    """
    if not 0 <= low <= high <= 100:
        return None
    rows = (
        *_rows("share-rest", Decimal(100)),
        *(_rows("share-range", high) if high > low else ()),
        *_rows("share-part", low),
    )
    size = f"0 0 {COLUMNS * STEP} {ROWS * STEP}"
    svg = element("svg", *rows, class_="share", viewBox=size, aria_hidden="true")
    return Drawing(svg=svg, words=_("Each square is 1 percent of %(whole)s.", whole=whole))


def _rows(name: str, squares: Decimal) -> Iterator[str]:
    """The first `squares` of the hundred, counted down each column from the left."""
    whole, part = int(squares), squares - int(squares)
    for row in range(ROWS):
        full = whole // ROWS + (1 if row < whole % ROWS else 0)
        length = full * STEP - (STEP - SIDE) if full else Decimal(0)
        if row == whole % ROWS and part:
            length = full * STEP + part * SIDE
        if length > 0:
            y = row * STEP + STEP / 2
            yield element(
                "line", class_=name, x1=0, x2=length, y1=y, y2=y,
                stroke_width=SIDE, stroke_dasharray=f"{SIDE} {STEP - SIDE}",
            )  # fmt: skip
