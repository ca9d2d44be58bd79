"""Share cards to pixels, with resvg.

resvg draws nothing, and says nothing, where it does not find a font or a letter. So only the fonts that
the program knows are taken (drawing/lettering.py), and no card has a letter that its font lacks.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from dateline.drawing.lettering import CardFonts, FontError, parse_card_fonts
from dateline.pages.picture import ShareCard
from dateline.problems import Position, Problem, Rule
from dateline.publishing.look import look_folders

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
        return {card.picture.path: pack_png(rasterise(card.svg, card.fonts))}
    except RasterError as error:
        problems.append(_problem(f"{card.picture.path} is not drawn: {error}"))
        return {}


def rasterise(svg: str, fonts: CardFonts) -> bytes:
    """The picture as PNG, lettered with these fonts and no others."""
    try:
        # Imported here because few builds draw: a briefing is cached with its card.
        from resvg_py import svg_to_bytes
    except ModuleNotFoundError as error:
        raise RasterError("resvg-py is not installed") from error
    files = [str(_on_disk(name, data)) for name, data in fonts.files.items()]
    try:
        return bytes(svg_to_bytes(svg_string=svg, font_files=files, skip_system_fonts=True))
    except ValueError as error:
        raise RasterError(str(error)) from error


def _on_disk(name: str, data: bytes) -> Path:
    """Where the program has the font: resvg reads files, and nothing is written for it."""
    path = look_folders()[1] / "fonts/card" / name
    try:
        if path.read_bytes() == data:
            return path
    except OSError as error:
        raise RasterError(f"{_FOLDER}/{name} cannot be read: {error.strerror or error}") from error
    raise RasterError(f"{_FOLDER}/{name} has changed since the build began")


# What the palette of a PNG can hold.
_MOST_COLOURS: Final = 256


def pack_png(png: bytes) -> bytes:
    """The same pixels in fewer bytes. Cards are opaque, and most have few colours: those get a palette."""
    from PIL import Image

    picture = Image.open(BytesIO(png)).convert("RGB")
    if picture.getcolors(_MOST_COLOURS):
        try:
            picture = picture.quantize(_MOST_COLOURS, dither=Image.Dither.NONE)
        except ValueError as error:  # so Pillow says it
            raise MemoryError from error
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _problem(found: str) -> Problem:
    return Problem(
        position=Position(path=_FOLDER),
        rule=Rule.CARD_UNDRAWN,
        found=found,
        fix="restore the program's own fonts and install the locked resvg-py, as build.py does",
    )
