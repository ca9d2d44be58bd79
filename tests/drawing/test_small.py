"""The small graphics of figures: shares, bars, lengths, lines. Each is to scale."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.bars import Bar, BarRow, draw_bars
from dateline.drawing.length import draw_length, tick_step
from dateline.drawing.share import SIDE, STEP, draw_share
from dateline.drawing.sparkline import DatedValue, draw_sparkline
from dateline.drawing.svg import Drawing, element, number, text


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  (our own)


def squares(drawing: Drawing | None, name: str) -> Decimal:
    """How many squares of a class are drawn, parts of squares counted as parts."""
    assert drawing is not None
    total = Decimal(0)
    for line in parsed(drawing.svg):
        if line.get("class") == name:
            length = Decimal(line.attrib["x2"])
            total += length // STEP + min((length % STEP) / SIDE, Decimal(1))
    return total


def test_thirty_percent_are_thirty_squares_of_a_hundred() -> None:
    drawn = draw_share(Decimal(30), Decimal(30), whole="Iraq’s electricity needs")
    assert squares(drawn, "share-part") == 30
    assert squares(drawn, "share-rest") == 100
    assert drawn is not None
    assert drawn.words == "Each square is 1 percent of Iraq’s electricity needs."


def test_a_range_is_drawn_lighter_up_to_its_far_end() -> None:
    drawn = draw_share(Decimal(41), Decimal(44), whole="x")
    assert [squares(drawn, "share-part"), squares(drawn, "share-range")] == [
        Decimal(41),
        Decimal(44),
    ]


@given(st.decimals(0, 100, places=1))
def test_any_share_is_to_scale(value: Decimal) -> None:
    drawn = draw_share(value, value, whole="x")
    assert squares(drawn, "share-part") == pytest.approx(value, abs=Decimal("0.01"))


def test_what_is_no_share_of_a_hundred_is_not_drawn() -> None:
    assert draw_share(Decimal(120), Decimal(120), whole="x") is None
    assert draw_share(Decimal(-1), Decimal(3), whole="x") is None


def rows(*values: str) -> list[BarRow]:
    return [
        BarRow(label=value, shown=value, low=Decimal(value), high=Decimal(value))
        for value in values
    ]


def reach(bar: Bar) -> tuple[float, float]:
    """The ends of a bar, in percent."""
    rect = parsed(bar.drawing.svg)[-1]
    x, width = (float(rect.attrib[name].removesuffix("%")) for name in ("x", "width"))
    return x, x + width


def test_bars_begin_at_zero_and_are_to_one_scale() -> None:
    assert [reach(bar) for bar in draw_bars(rows("2500", "900"))] == [(0, 100), (0, 36)]


def test_a_loss_runs_the_other_way_from_the_same_zero() -> None:
    gain, loss = (reach(bar) for bar in draw_bars(rows("3", "-1")))
    assert (gain, loss) == ((25, 100), (0, 25))


def test_a_range_is_full_to_its_near_end() -> None:
    row = BarRow(label="x", shown="x", low=Decimal(50), high=Decimal(100))
    lighter, full = parsed(draw_bars([row])[0].drawing.svg)
    assert (lighter.get("class"), lighter.get("width")) == ("bar-range", "100%")
    assert (full.get("class"), full.get("width")) == ("bar-other", "50%")


def test_a_range_across_zero_is_lighter_to_either_side() -> None:
    row = BarRow(label="x", shown="x", low=Decimal(-1), high=Decimal(3))
    *lighter, full = parsed(draw_bars([row])[0].drawing.svg)
    assert [(part.get("x"), part.get("width")) for part in lighter] == [
        ("0%", "25%"),
        ("25%", "75%"),
    ]
    assert full.get("width") == "0%"


def test_nothing_but_zero_makes_no_bars() -> None:
    assert draw_bars(rows("0", "0")) == ()
    assert draw_bars([]) == ()


@pytest.mark.parametrize(("length", "step"), [("32", 1), ("60", 1), ("61", 10), ("740", 100)])
def test_a_length_has_a_tick_for_each_round_step(length: str, step: int) -> None:
    assert tick_step(Decimal(length)) == step
    drawn = draw_length(Decimal(length), step="a step")
    assert drawn is not None
    assert drawn.svg.count(" 6v8") == int(length) // step + 1


def test_no_length_is_not_drawn() -> None:
    assert draw_length(Decimal(0), step="1 km") is None


def points(*values: int) -> list[DatedValue]:
    first = dt.date(2000, 1, 1)
    return [
        DatedValue(
            day=first + dt.timedelta(days=100 * index),
            value=Decimal(value),
            shown=f"{value:,}",
            date=f"Day {100 * index}",
        )
        for index, value in enumerate(values)
    ]


def test_a_line_needs_four_points_and_knows_zero() -> None:
    assert draw_sparkline(points(1, 2, 3)) is None
    drawn = draw_sparkline(points(10, 20, 5, 20))
    assert drawn is not None
    dots = [part for part in parsed(drawn.svg) if part.get("class") == "spark-dot"]
    assert [dot.get("cx") for dot in dots] == ["1%", "33.67%", "66.33%", "99%"]
    assert [dot.get("cy") for dot in dots] == ["70", "24", "93", "24"]


def test_both_ends_of_a_line_have_their_value_and_date() -> None:
    assert labelled(1000, 20, 500, 200) == [
        *[("1,000", "0"), ("Day 0", "0")],
        *[("200", "100%"), ("Day 300", "100%")],
    ]


def test_the_highest_and_the_lowest_point_of_a_line_are_labelled_too() -> None:
    ends = [("200", "0"), ("Day 0", "0"), ("220", "100%"), ("Day 300", "100%")]
    assert labelled(200, 300, 150, 220) == [
        *ends,
        *[("300", "33.67%"), ("Day 100", "33.67%")],
        *[("150", "66.33%"), ("Day 200", "66.33%")],
    ]
    assert labelled(200, 210, 215, 220) == ends


def test_a_point_whose_label_has_no_room_has_none() -> None:
    long = [value * 10**12 for value in (292, 290, 300, 295)]
    assert [words for words, _x in labelled(*long)[4:]] == []
    assert [words for words, _x in labelled(200, 2, 300, 220)[4:]] == ["300", "Day 200"]


def labelled(*values: int) -> list[tuple[str | None, str | None]]:
    """The words on a line through these values, and where they are across."""
    drawn = draw_sparkline(points(*values))
    assert drawn is not None
    parts = parsed(drawn.svg).iter()
    return [(part.text, part.get("x")) for part in parts if part.tag.endswith("text")]


@pytest.mark.parametrize(("values", "side"), [((50, 90, 90, 50), 1), ((90, 50, 50, 90), -1)])
def test_a_value_stands_where_the_line_is_not(values: tuple[int, ...], side: int) -> None:
    drawn = draw_sparkline(points(*values))
    assert drawn is not None
    parts = list(parsed(drawn.svg).iter())
    dots = [part for part in parts if part.get("class") == "spark-dot"]
    shown = [part for part in parts if part.get("class") == "spark-value"]
    for dot, words in zip((dots[0], dots[-1]), shown[:2], strict=True):
        assert side * (float(words.get("y", "")) - float(dot.get("cy", ""))) > 0


def test_text_and_attributes_are_escaped() -> None:
    assert text("a < b & “c”", x="1%") == '<text x="1%">a &lt; b &amp; “c”</text>'
    assert element("rect", class_='"><script>') == '<rect class="&quot;&gt;&lt;script&gt;"/>'


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (-0.001, "0"), (33.333, "33.33")])
def test_numbers_are_short(value: float, written: str) -> None:
    assert number(value) == written
