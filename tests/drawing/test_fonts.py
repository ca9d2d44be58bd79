"""What a font says about its letters."""

from __future__ import annotations

import pytest

from dateline.drawing.lettering import LABEL, TEXT, FontError, parse_card_fonts
from dateline.publishing.looks.look import read_look_files
from tests.drawing import kerning, widths

FILE = "fonts/card/newsreader-400.ttf"


def test_the_table_of_widths_is_that_of_the_fonts() -> None:
    """If not: python -m tests.drawing.widths."""
    assert widths.TABLE.read_text("utf-8") == widths.render_table()


def test_the_table_of_kerning_is_that_of_the_fonts() -> None:
    """If not: python -m tests.drawing.kerning."""
    assert kerning.TABLE.read_text("utf-8") == kerning.render_kerning()


def test_a_font_knows_what_it_lacks() -> None:
    assert TEXT.missing("Iran ایران") == "ایران"[0] + "یرن"


def test_a_letter_that_a_font_lacks_is_as_wide_as_without_its_accent() -> None:
    assert LABEL.missing("S\u1e9bǩ新") == "\u1e9bǩ新"
    assert LABEL.width("ǩ") == LABEL.width("k")
    assert LABEL.width("新") == 1


def test_a_missing_font_is_named() -> None:
    static = {**read_look_files().static}
    del static[FILE]
    with pytest.raises(FontError, match=r"newsreader-400\.ttf is missing"):
        parse_card_fonts(static)


def test_a_font_that_is_not_the_one_measured_is_named() -> None:
    static = read_look_files().static
    whole = static[FILE]
    for data in (
        b"",
        b"wOF2" + bytes(100),
        whole[:-1],
        static[FILE.replace("newsreader-400", "libre-franklin-600")],
    ):
        with pytest.raises(FontError, match=r"newsreader-400\.ttf is not the font"):
            parse_card_fonts({**static, FILE: data})
