"""The strip: to scale, broken where necessary, and described in words."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.strip import Axis, StripMark, draw_strip, plan_axis, scale, stack
from dateline.drawing.svg import Drawing
from dateline.facts.dates import parse_date

WRITTEN = dt.date(2024, 9, 11)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  (our own)


def marks(*texts: str) -> list[StripMark]:
    return [StripMark(date=parse_date(text)) for text in texts]


def strip(*texts: str, today: dt.date = WRITTEN) -> Drawing:
    drawn = draw_strip(marks(*texts), written=WRITTEN, today=today)
    assert drawn is not None
    return drawn


def shapes(drawing: Drawing, name: str) -> list[ET.Element]:
    """The elements of a class, whatever their kind."""
    root = parsed(drawing.svg)
    return [shape for shape in root.iter() if name in shape.get("class", "").split()]


def percent(shape: ET.Element, name: str) -> float:
    return float(shape.attrib[name].removesuffix("%"))


def test_bars_are_to_scale() -> None:
    decade, year, day = shapes(strip("2000/2009", "2015", "2024-09-11"), "mark")
    assert percent(decade, "width") == pytest.approx(10 * percent(year, "width"), rel=0.01)
    assert day.get("width") == "3"
    assert percent(decade, "x") < percent(year, "x") < percent(day, "x")


def test_open_and_doubtful_ends_fade() -> None:
    drawn = shapes(strip("2003/..", "../2010", "2015~", "2018"), "mark")
    assert [mark.get("mask") for mark in drawn] == [
        "url(#strip_end)",
        "url(#strip_start)",
        "url(#strip_both)",
        None,
    ]


def test_what_lay_ahead_is_hatched_from_the_day_of_writing() -> None:
    drawn = strip("2003", "2020", "2025-09")
    written = next(shape for shape in shapes(drawn, "written") if shape.tag.endswith("line"))
    hatched = next(
        shape for shape in parsed(drawn.svg).iter() if shape.get("fill") == "url(#strip_hatch)"
    )
    assert percent(hatched, "x") == percent(written, "x1")
    assert "Hatched: what lay ahead when this was written." in drawn.words


def test_nothing_is_hatched_where_nothing_lay_ahead() -> None:
    drawn = strip("2003", "2015", "2020")
    assert 'fill="url(#strip_hatch)"' not in drawn.svg
    assert "Hatched" not in drawn.words


def test_the_axis_breaks_where_nearly_all_crowds_into_a_corner() -> None:
    crowded = ["1790", *(f"2024-0{month}-01" for month in range(1, 10))]
    assert len(plan_axis(marks(*crowded), WRITTEN).segments) == 2
    assert "drawn wider than the rest" in strip(*crowded).words
    assert len(shapes(strip(*crowded), "gap")) == 1
    spread = ["1790", "1850", "1900", *(f"2024-0{month}-01" for month in range(1, 10))]
    assert len(plan_axis(marks(*spread), WRITTEN).segments) == 1


def test_the_caption_says_what_is_drawn_and_no_more() -> None:
    drawn = strip("2024-09-01", "2024-09-05", "2024-09-11")
    assert drawn.words == "From 1 September 2024 to 11 September 2024, to scale."
    drawn = strip("2003", "2015~", "2026", today=dt.date(2025, 1, 1))
    assert drawn.words == (
        "From 2003 to 2026, to scale. A tick is a day; a bar, a date known to the month or the "
        "year, or a range. An end that fades is open or approximate. Hatched: what lay ahead when "
        "this was written. The dotted line is 1 January 2025."
    )


def test_two_events_or_a_few_days_make_no_strip() -> None:
    assert draw_strip(marks("2003", "2015"), written=WRITTEN, today=WRITTEN) is None
    few = marks("2024-09-10", "2024-09-11", "2024-09-11")
    assert draw_strip(few, written=WRITTEN, today=WRITTEN) is None


def test_marks_that_would_cover_each_other_are_stacked() -> None:
    assert stack([(10, 10), (10, 10), (10.5, 10.5), (50, 60), (55, 55)]) == [0, 1, 2, 0, 1]


texts = st.sampled_from(
    ["0001", "199X", "2003", "2018-03", "2018-03-04", "../2019", "2017/..", "2018~", "9999-12-31"]
)


@given(st.lists(texts, min_size=3, max_size=12))
def test_every_mark_stands_on_the_strip_and_in_order(written: list[str]) -> None:
    axis = plan_axis(marks(*written), WRITTEN)
    assert axis.segments[0].left == 1.5
    assert axis.segments[-1].right == pytest.approx(98.5)
    days = sorted(day for part in axis.segments for day in (part.start, part.end))
    places = [axis.at(day) for day in days]
    assert places == sorted(places)
    draw_strip(marks(*written), written=WRITTEN, today=WRITTEN)


@given(st.dates(), st.integers(min_value=8, max_value=400_000))
def test_a_scale_is_round_and_leaves_room_for_its_words(start: dt.date, days: int) -> None:
    end = dt.date.fromordinal(min(start.toordinal() + days, dt.date.max.toordinal()))
    if (end - start).days < 8:
        return
    segment = Axis(segments=plan_axis(marks(start.isoformat(), end.isoformat()), start).segments)
    labels = scale(segment.segments[0])
    assert len(labels) <= 9
    assert all(start <= day <= end for day, _ in labels)


def test_no_drawing_has_a_style_attribute_and_all_of_it_is_xml() -> None:
    drawn = strip("1790", "2003/..", "../2019", "2018~", "[2018-03-04,2018-03-06]", "2025-09")
    assert not re.search(r"\sstyle=", drawn.svg)
    assert parsed(drawn.svg).get("aria-hidden") == "true"
