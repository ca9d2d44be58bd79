"""Drawings kept as they should look.

`python -m tests.drawing.golden` draws them anew; look at each before keeping it.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.drawing.bars import Row, draw_bars
from dateline.drawing.length import draw_length
from dateline.drawing.share import draw_share
from dateline.drawing.strip import Mark, draw_strip
from dateline.facts.dates import parse_date

if TYPE_CHECKING:
    from dateline.drawing.svg import Drawing

GOLDEN = Path(__file__).parent / "golden"
WRITTEN = dt.date(2024, 9, 11)


def drawings() -> dict[str, Drawing | None]:
    """Each golden drawing by the name of its file."""
    bars = draw_bars(
        [
            Row(label="Iraq", shown="2,500", low=Decimal(2500), high=Decimal(2500), own=True),
            Row(label="Syria", shown="900", low=Decimal(900), high=Decimal(900)),
        ]
    )
    return {
        "strip.svg": _strip("2003/2018", "2015~", "../2023-03", "2024-09-11", "2025-09", "2026/.."),
        "strip-broken.svg": _strip("1790", *(f"2024-0{month}-01" for month in range(1, 10))),
        "share.svg": draw_share(Decimal(30), Decimal("33.5"), whole="the whole"),
        "length.svg": draw_length(Decimal(32), apart="1 kilometre"),
        "bar-own.svg": bars[0].drawing,
        "bar-other.svg": bars[1].drawing,
    }


def _strip(*dates: str) -> Drawing | None:
    marks = [
        Mark(date=parse_date(text), key=text == "2024-09-11", expected=text >= "2025")
        for text in dates
    ]
    return draw_strip(marks, written=WRITTEN, today=WRITTEN)


def text(drawing: Drawing | None) -> str:
    """A drawing as it is kept: an element on each line."""
    assert drawing is not None
    return drawing.svg.replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, drawing in drawings().items():
        (GOLDEN / name).write_text(text(drawing), encoding="utf-8")
