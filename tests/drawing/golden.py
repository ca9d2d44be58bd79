"""Drawings as they should look.

`python -m tests.drawing.golden` draws them again; look at each before you commit it.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.drawing.bars import BarRow, draw_bars
from dateline.drawing.card import draw_share_card
from dateline.drawing.length import draw_length
from dateline.drawing.locator_map import draw_locator_map
from dateline.drawing.map_places import MapPlace, MapSubject
from dateline.drawing.share import draw_share
from dateline.drawing.strip import StripMark, StripState, draw_strip
from dateline.drawing.svg import Drawing
from dateline.facts.dates import parse_date, show_date
from dateline.facts.records import Side
from dateline.reading.outlines import read_outlines
from tests.drawing.test_card import CARD

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent / "golden"
WRITTEN = dt.date(2024, 9, 11)


def drawings() -> dict[str, Drawing | None]:
    """Each golden drawing by the name of its file."""
    bars = draw_bars(
        [
            BarRow(label="Iraq", shown="2,500", low=Decimal(2500), high=Decimal(2500), own=True),
            BarRow(label="Syria", shown="900", low=Decimal(900), high=Decimal(900)),
        ]
    )
    return {
        "strip.svg": _strip("2003/2018", "2015~", "../2023-03", "2024-09-11", "2025-09", "2026/.."),
        "strip-broken.svg": _strip("1790", *(f"2024-0{month}-01" for month in range(1, 10))),
        "share.svg": draw_share(Decimal(30), Decimal("33.5"), whole="the whole"),
        "length.svg": draw_length(Decimal(32), step="1 kilometre"),
        "bar-own.svg": bars[0].drawing,
        "bar-other.svg": bars[1].drawing,
        "share-card.svg": draw_share_card(CARD),
        **dict(zip(("map-wide.svg", "map-narrow.svg"), _maps(), strict=True)),
    }


def _maps() -> Iterator[Drawing]:
    """Seven towns: two nearly touch, and two share a dot on the narrow map."""
    towns = (
        MapPlace(name="Airport", north=33.26, east=44.23, href="#airport"),
        MapPlace(name="Arbil", north=36.19, east=44.01),
        MapPlace(name="Baghdad", north=33.31, east=44.37),
        MapPlace(name="Najaf", north=32.0, east=44.33, label=Side.BELOW),
        MapPlace(name="Basra", north=30.51, east=47.78),
        MapPlace(name="Shalamcheh", north=30.5, east=48.03),
        MapPlace(name="Tehran", north=35.69, east=51.39),
    )
    region = MapSubject(name="Kurdish region", names=("kurdish region",), href="#region")
    subjects = (
        region,
        MapSubject(name="Iraq", names=("iraq",), href="#iraq"),
        MapSubject(name="Syria", names=("syria",)),
    )
    drawn = draw_locator_map(towns, read_outlines(), subjects)
    assert drawn is not None
    for svg in drawn.svg.split("</svg>")[:-1]:
        yield Drawing(svg=f"{svg}</svg>", words=drawn.words)


def _strip(*dates: str) -> Drawing | None:
    marks = [
        StripMark(
            id=f"event-{number}",
            date=(date := parse_date(text)),
            shown=show_date(date),
            when=show_date(date),
            title="Something happens",
            key=text == "2024-09-11",
            after=text > str(WRITTEN),
            state=StripState.EXPECTED if text >= "2025" else StripState.HAPPENED,
        )
        for number, text in enumerate(dates)
    ]
    return draw_strip(marks)


def text(drawing: Drawing | None) -> str:
    """A drawing with an element on each line."""
    assert drawing is not None
    return drawing.svg.replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, drawing in drawings().items():
        (GOLDEN / name).write_text(text(drawing), encoding="utf-8")
