"""SVG to pixels, with resvg.

resvg draws nothing, and says nothing, where it does not find a font or a letter. So only the fonts that
the program knows are taken (drawing/lettering.py), and no card has a letter that its font lacks.
"""

from io import BytesIO
from pathlib import Path
from typing import Final

from dateline.drawing.lettering import CardFonts
from dateline.publishing.looks.look import look_folders

CARD_FONTS: Final = "static/fonts/card"


class RasterError(Exception):
    """A picture that cannot be drawn; the message says why."""


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
        raise RasterError(
            f"{CARD_FONTS}/{name} cannot be read: {error.strerror or error}"
        ) from error
    raise RasterError(f"{CARD_FONTS}/{name} has changed since the build began")


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
    picture.save(out, "PNG")
    return out.getvalue()
