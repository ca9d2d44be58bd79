"""A painted card is the card that resvg draws."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from dateline.drawing.card import Card, CardLogo, CardLook, draw_share_card
from dateline.publishing.looks.paint import is_painted, paint
from dateline.publishing.looks.resvg import rasterise
from tests.drawing.card_fonts import card_fonts
from tests.drawing.test_card import CARD, ODD


def svg_of(card: Card) -> str:
    drawn = draw_share_card(card)
    assert drawn
    return drawn.svg


def opened(png: bytes | None) -> Image.Image:
    assert png
    return Image.open(BytesIO(png)).convert("RGB")


def blurred(picture: Image.Image) -> Image.Image:
    """The ink in squares of five pixels: an edge that is a pixel further on is a little more of it."""
    return ImageChops.invert(picture.convert("L").reduce(5))


@pytest.mark.parametrize("card", ODD)
def test_a_painted_card_is_the_one_that_resvg_draws(card: Card) -> None:
    svg = svg_of(card)
    assert is_painted(svg)
    painted, drawn = opened(paint(svg, card_fonts())), opened(rasterise(svg, card_fonts()))
    assert painted.size == drawn.size
    ink, apart = blurred(drawn), ImageChops.difference(blurred(painted), blurred(drawn))
    assert ImageStat.Stat(apart).sum[0] < ImageStat.Stat(ink).sum[0] / 10
    assert ImageStat.Stat(apart).extrema[0][1] < 128


def test_every_text_leaves_ink() -> None:
    svg = svg_of(CARD)
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    texts = [shape for shape in root if shape.tag.endswith("text")]
    assert len(texts) > 6
    pictures = [paint(svg, card_fonts())]
    for text in texts:
        root.remove(text)
        pictures.append(paint(ET.tostring(root, encoding="unicode"), card_fonts()))
    assert all(with_it != without for with_it, without in pairwise(pictures))


def test_a_card_has_a_palette_and_few_bytes() -> None:
    png = paint(svg_of(CARD), card_fonts())
    assert png
    assert Image.open(BytesIO(png)).mode == "P"
    assert len(png) < 25_000


def logo_of(picture: Image.Image) -> CardLook:
    data = BytesIO()
    picture.save(data, "PNG")
    address = f"data:image/png;base64,{b64encode(data.getvalue()).decode()}"
    return CardLook(logo=CardLogo(address=address, ratio=picture.width / picture.height))


def test_a_logo_has_each_pixel_that_resvg_gives_it() -> None:
    logo = Image.new("RGBA", (300, 100))
    ImageDraw.Draw(logo).ellipse((0, 0, 299, 99), fill="#c03")
    svg = svg_of(replace(CARD, look=logo_of(logo)))
    place = (64, 37, 64 + 192, 37 + 64)
    painted, drawn = opened(paint(svg, card_fonts())), opened(rasterise(svg, card_fonts()))
    assert painted.crop(place).getcolors() != [(192 * 64, (255, 255, 255))]
    assert painted.crop(place).tobytes() == drawn.crop(place).tobytes()


def test_what_a_palette_or_single_letters_cannot_show_is_left_to_resvg() -> None:
    photo = Image.merge("RGB", (Image.linear_gradient("L"), *[Image.radial_gradient("L")] * 2))
    marks = "Me\N{COMBINING DIAERESIS}Q\N{COMBINING GRAVE ACCENT}"
    for card in (replace(CARD, look=logo_of(photo)), replace(CARD, title=marks)):
        assert not is_painted(svg_of(card))
        assert paint(svg_of(card), card_fonts()) is None
