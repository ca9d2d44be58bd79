"""Share cards to pixels, with resvg.

resvg draws nothing, and says nothing, where it does not find a font. So each font is tried before
the first card, and no card has a letter that its font lacks (dateline.drawing.typeset.drawable).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from dateline.drawing.lettering import CardFonts, FontError, parse_card_fonts
from dateline.drawing.svg import element, text
from dateline.problems import Position, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.drawing.lettering import Font
    from dateline.pages.picture import ShareCard

_FOLDER: Final = "static/fonts/card"


class RasterError(Exception):
    """A picture that cannot be drawn; the message says why."""


def card_fonts(static: Mapping[str, bytes]) -> tuple[CardFonts | None, tuple[Problem, ...]]:
    """The fonts of share cards among the files of static/, or what is wrong with them."""
    try:
        return parse_card_fonts(static), ()
    except FontError as error:
        return None, (_problem(str(error)),)


def render_card(card: ShareCard | None, problems: list[Problem]) -> dict[str, bytes]:
    """The card's PNG by its path; one that cannot be drawn is a problem, not an empty picture."""
    if card is None:
        return {}
    try:
        _try_fonts(card.fonts)
        return {card.picture.path: rasterise(card.svg, card.fonts)}
    except RasterError as error:
        problems.append(_problem(f"{card.picture.path} is not drawn: {error}"))
        return {}


def rasterise(svg: str, fonts: CardFonts) -> bytes:
    """The picture as PNG, lettered with these fonts and no others."""
    try:
        # Imported here because few builds draw: a briefing is remembered with its card.
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise RasterError("resvg-py is not installed") from error
    with TemporaryDirectory() as folder:
        for name, data in fonts.files.items():
            (Path(folder) / name).write_bytes(data)
        files = [str(Path(folder) / name) for name in fonts.files]
        try:
            return bytes(svg_to_bytes(svg_string=svg, font_files=files, skip_system_fonts=True))
        except ValueError as error:
            raise RasterError(str(error)) from error


@lru_cache(maxsize=1)
def _try_fonts(fonts: CardFonts) -> None:
    """Each font leaves ink, and no two the same: resvg takes another weight where one is missing."""
    drawn = [rasterise(_probe(font), fonts) for font in fonts.all]
    blank = rasterise(element("svg", **_SQUARE), fonts)
    for font, pixels in zip(fonts.all, drawn, strict=True):
        if pixels == blank or drawn.count(pixels) > 1:
            raise RasterError(f"resvg finds no “{font.family}” of weight {font.weight}")


_SQUARE: Final[dict[str, str]] = {
    "xmlns": "http://www.w3.org/2000/svg",
    "width": "40",
    "height": "40",
}


def _probe(font: Font) -> str:
    letters = text("Rg", y=30, font_family=font.family, font_weight=font.weight, font_size=30)
    return element("svg", letters, **_SQUARE)


def _problem(found: str) -> Problem:
    return Problem(
        position=Position(path=_FOLDER),
        rule=Rule.CARD_UNDRAWN,
        found=found,
        fix="take the generator's own fonts and the locked resvg-py: python3 build.py makes both whole",
    )
