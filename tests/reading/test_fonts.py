"""What a font says of its letters."""

from __future__ import annotations

import pytest

from dateline.drawing.lettering import width_of
from dateline.publishing.look import read_look_files
from dateline.reading.fonts import FontError, parse_card_fonts
from tests.drawing.card_fonts import card_fonts

FILE = "fonts/card/newsreader-400.ttf"


def test_letters_are_as_wide_as_on_the_map() -> None:
    words = "Kraków, Najaf & Karbala (946)"
    assert card_fonts().label.width(words) == pytest.approx(
        width_of(words, 1), abs=0.001 * len(words)
    )


def test_a_font_knows_what_it_lacks() -> None:
    assert card_fonts().text.missing("Iran ایران") == "ایران"[0] + "یرن"


def test_a_missing_font_is_named() -> None:
    static = {**read_look_files().static}
    del static[FILE]
    with pytest.raises(FontError, match=r"newsreader-400\.ttf is missing"):
        parse_card_fonts(static)


@pytest.mark.parametrize("data", [b"", b"wOF2" + bytes(100), b"\0\1\0\0\0\1" + bytes(40)])
def test_what_is_no_font_is_named(data: bytes) -> None:
    with pytest.raises(FontError, match=r"newsreader-400\.ttf is no TrueType font"):
        parse_card_fonts({**read_look_files().static, FILE: data})


def test_every_cut_font_is_refused() -> None:
    whole = read_look_files().static[FILE]
    for length in range(0, len(whole), 9973):
        with pytest.raises(FontError):
            parse_card_fonts({**read_look_files().static, FILE: whole[:length]})
