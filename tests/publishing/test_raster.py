"""A share card as a picture: it has all of its ink, or it is an error."""

from __future__ import annotations

import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from struct import unpack

import pytest
from PIL import Image

from dateline.drawing.card import draw_share_card
from dateline.drawing.lettering import HEADLINE, LABEL, TEXT, CardFonts, Font
from dateline.drawing.svg import element, text
from dateline.pages.picture import ShareCard, SharedPicture
from dateline.problems import Problem
from dateline.publishing.looks.raster import render_card
from dateline.publishing.looks.resvg import pack_png, rasterise
from tests.drawing.card_fonts import card_fonts
from tests.drawing.test_card import CARD


def svg() -> str:
    drawn = draw_share_card(CARD)
    assert drawn
    return drawn.svg


def problems(fonts: CardFonts, drawn: str) -> list[Problem]:
    found: list[Problem] = []
    picture = SharedPicture(path="b/card.png", width=1200, height=630, words="")
    card = ShareCard(picture=picture, svg=drawn, fonts=fonts)
    assert bool(render_card(card, found)) is not bool(found)
    return found


def test_a_card_has_the_size_that_networks_ask_for() -> None:
    png = rasterise(svg(), card_fonts())
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert unpack(">II", png[16:24]) == (1200, 630)
    assert len(png) < 200_000


def test_a_published_card_has_every_pixel_in_half_the_bytes_and_no_alpha_channel() -> None:
    drawn = rasterise(svg(), card_fonts())
    packed = pack_png(drawn)
    assert len(packed) < len(drawn) / 2
    assert Image.open(BytesIO(packed)).mode == "P"
    assert pixels(packed) == pixels(drawn)


def test_a_card_with_the_colours_of_a_photograph_keeps_them_all() -> None:
    gradient = Image.merge("RGB", (Image.linear_gradient("L"), *[Image.radial_gradient("L")] * 2))
    colourful = BytesIO()
    gradient.convert("RGBA").save(colourful, "PNG")
    packed = pack_png(colourful.getvalue())
    assert Image.open(BytesIO(packed)).mode == "RGB"
    assert pixels(packed) == gradient.tobytes()


def pixels(png: bytes) -> bytes:
    return Image.open(BytesIO(png)).convert("RGB").tobytes()


def test_every_text_leaves_ink() -> None:
    whole = rasterise(svg(), card_fonts())
    texts = re.findall(r"<text .*?</text>", svg())
    assert len(texts) > 6
    for words in texts:
        assert rasterise(svg().replace(words, "", 1), card_fonts()) != whole


def test_the_same_bytes_come_from_another_process() -> None:
    code = (
        "from tests.publishing.test_raster import *;"
        "print(sha256(rasterise(svg(), card_fonts())).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == sha256(rasterise(svg(), card_fonts())).hexdigest()


def test_each_font_is_found_and_draws_otherwise_than_the_others() -> None:
    """Resvg draws nothing where it finds no font, and another weight where one is missing."""

    def drawn(letters: str, font: Font) -> bytes:
        words = text(letters, y=30, font_family=font.family, font_weight=font.weight, font_size=30)
        square = {"xmlns": "http://www.w3.org/2000/svg", "width": "40", "height": "40"}
        return rasterise(element("svg", words, **square), card_fonts())

    fonts = (HEADLINE, LABEL, TEXT)
    assert len({drawn("", fonts[0]), *(drawn("Rg", font) for font in fonts)}) == 4


def test_a_card_in_order_has_no_problem() -> None:
    assert problems(card_fonts(), svg()) == []


def test_without_resvg_a_card_that_needs_it_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    (problem,) = problems(card_fonts(), svg().replace("The", "The\N{COMBINING DIAERESIS}"))
    assert "resvg-py is not installed" in problem.found
