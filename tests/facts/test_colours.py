"""The contrast of colours, and the nearest colour that has enough of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.colours import contrast, nearest, stands_out, whole_hex
from dateline.facts.palette import ACCENT_ON, INK, MARKER_ON, PAPER, RAISED, palette_of

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    """The examples of "Understanding SC 1.4.3" and of WebAIM's checker."""
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.005)
    assert contrast("#ff0000", "#ffffff") == contrast("#ffffff", "#ff0000")


def test_three_digits_are_six() -> None:
    assert whole_hex("#9BF") == "#99bbff"


def test_a_colour_that_stands_out_stays() -> None:
    assert nearest("#0b4f9c", ACCENT_ON) == "#0b4f9c"


def test_a_pale_accent_becomes_darker_and_keeps_its_hue() -> None:
    assert nearest("#ff0000", ACCENT_ON) == "#e10a06"
    assert nearest("#ff9900", ACCENT_ON) == "#a26008"


@given(COLOURS)
def test_the_nearest_accent_and_marker_stand_out(colour: str) -> None:
    assert stands_out(nearest(colour, ACCENT_ON), ACCENT_ON)
    assert stands_out(nearest(colour, MARKER_ON), MARKER_ON)


@given(COLOURS, COLOURS)
def test_whatever_is_chosen_can_be_read_in_both_schemes(accent: str, marker: str) -> None:
    palette = palette_of(nearest(accent, ACCENT_ON), nearest(marker, MARKER_ON))
    for scheme in (0, 1):
        for ground in (PAPER[scheme], RAISED[scheme]):
            assert contrast(palette.accent[scheme], ground) >= 4.5
            assert contrast(palette.accent_with_more_contrast[scheme], ground) >= 7
        assert contrast(INK[scheme], palette.stroke[scheme]) >= 7
        assert contrast(palette.edge[scheme], PAPER[scheme]) >= 3
    assert contrast(INK[0], palette.marker) >= 7
