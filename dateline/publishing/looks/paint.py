"""Share cards to pixels, letter by letter.

A card has rectangles and lines of text and nothing else, so it is drawn with a palette from the start:
each ink shades into what is under it in a few steps. That takes a tenth of the time of a program that
draws any SVG (resvg.py), which draws a logo, and any card that has letters put together of several.
"""

from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Final
from unicodedata import category

from dateline.drawing.card import HEIGHT, PAPER, WIDTH
from dateline.drawing.kerning import kerning_of
from dateline.drawing.lettering import HEADLINE, LABEL, TEXT, CardFonts, Font
from dateline.drawing.svg import element
from dateline.frozen import dataclass
from dateline.publishing.looks.resvg import rasterise

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from PIL import Image
    from PIL.ImageFont import FreeTypeFont

_FONTS: Final = {(font.family, str(font.weight)): font for font in (HEADLINE, LABEL, TEXT)}
# An ink and what is under it have this many shades between them and with both: few, so that a PNG is small.
_SHADES: Final = 8
# What the palette of a PNG, which has 256 colours, leaves to a logo.
_OF_A_LOGO: Final = 192
# Small letters are drawn larger and made smaller, since FreeType moves the edges of letters to whole pixels.
_LARGE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of text: where it begins, and by how many pixels each letter takes it on."""

    words: str
    font: Font
    size: float
    fill: str
    x: float
    y: float
    advances: tuple[float, ...]

    @property
    def detail(self) -> int:
        return 1 if self.size > _LARGE else 3


@dataclass(frozen=True, slots=True)
class _Palette:
    colours: list[tuple[int, ...]] = field(default_factory=list)
    shades: dict[tuple[int, str], int] = field(default_factory=dict)

    def of(self, colour: str) -> int:
        found = _channels(colour)
        if found not in self.colours:
            self.colours.append(found)
        return self.colours.index(found)

    def shading(self, under: int, ink: str) -> list[int]:
        """The colour for each of 256 degrees to which the ink covers what is under it."""
        if (under, ink) not in self.shades:
            self.shades[under, ink] = len(self.colours)
            self.colours.extend(_between(self.colours[under], _channels(ink)))
        first = self.shades[under, ink]
        steps = (round(degree / 255 * _SHADES) for degree in range(256))
        return [first + step - 1 if step else under for step in steps]


def _between(under: tuple[int, ...], ink: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for step in range(1, _SHADES + 1):
        part = step / _SHADES
        yield tuple(round(a + (b - a) * part) for a, b in zip(under, ink, strict=True))


def _channels(colour: str) -> tuple[int, ...]:
    """Red, green and blue of "#fff" or "#ffffff"."""
    digits = colour.removeprefix("#")
    each = len(digits) // 3
    return tuple(int(digits[at : at + each] * (3 - each), 16) for at in range(0, len(digits), each))


def is_painted(svg: str) -> bool:
    """Whether `paint` makes a picture of it for certain: it has no logo, of whose colours only the picture tells."""
    shapes = _shapes(svg)
    return all(map(_is_plain, shapes)) and "image" not in map(_name, shapes)


def paint(svg: str, fonts: CardFonts) -> bytes | None:
    """The card as PNG; None if it has something other than rectangles and single letters."""
    # Imported here because few builds draw: a briefing is cached with its card.
    from PIL import Image

    shapes = _shapes(svg)
    if not all(map(_is_plain, shapes)):
        return None
    picture, palette = Image.new("P", (WIDTH, HEIGHT)), _Palette()
    for shape in shapes:
        match _name(shape):
            case "rect":
                _fill(picture, shape, palette)
            case "text":
                _write(picture, _line(shape), palette, fonts)
            case "image" if not _stick(picture, shape, palette, fonts):
                return None
    picture.putpalette([channel for colour in palette.colours for channel in colour])
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _shapes(svg: str) -> "Element":
    from xml.etree import ElementTree as ET

    return ET.fromstring(svg)  # noqa: S314 - as we wrote it


def _name(shape: "Element") -> str:
    return shape.tag.rpartition("}")[2]


def _is_plain(shape: "Element") -> bool:
    """Marks stand over or under the letter before them, and only the font knows where."""
    words = shape.text or ""
    return words.isascii() or not any(category(letter).startswith("M") for letter in words)


def _fill(picture: "Image.Image", rect: "Element", palette: _Palette) -> None:
    x, y, width, height = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
    left, top, right, bottom = map(round, (x, y, x + width, y + height))
    picture.paste(palette.of(rect.attrib["fill"]), (left, top, right, bottom))


def _stick(picture: "Image.Image", image: "Element", palette: _Palette, fonts: CardFonts) -> bool:
    """The logo onto the paper; False where it has more colours than the palette has room for."""
    x, y, width, height = (float(image.attrib[name]) for name in ("x", "y", "width", "height"))
    left, top = floor(x), floor(y)
    size = (ceil(x + width) - left, ceil(y + height) - top)
    logo = _logo(image.attrib["href"], size, (x - left, y - top, width, height), fonts)
    if logo is None:
        return False
    first = len(palette.colours)
    palette.colours.extend(logo.colours)
    picture.paste(logo.pixels.point([(first + number) % 256 for number in range(256)]), (left, top))
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Logo:
    pixels: "Image.Image"
    colours: tuple[tuple[int, ...], ...]


# A site has one, and its briefings are built one after the other.
@lru_cache(maxsize=1)
def _logo(
    address: str, size: tuple[int, int], place: tuple[float, ...], fonts: CardFonts
) -> _Logo | None:
    from PIL import Image

    wide, high = size
    x, y, width, height = place
    svg = element(
        "svg",
        element("rect", width=wide, height=high, fill=PAPER),
        element("image", x=x, y=y, width=width, height=height, href=address),
        xmlns="http://www.w3.org/2000/svg", width=wide, height=high,
    )  # fmt: skip
    drawn = Image.open(BytesIO(rasterise(svg, fonts))).convert("RGB")
    if not drawn.getcolors(_OF_A_LOGO):
        return None
    pixels = drawn.quantize(_OF_A_LOGO, dither=Image.Dither.NONE)
    channels = pixels.getpalette() or []
    colours = tuple(zip(*[iter(channels)] * 3, strict=True))
    return _Logo(pixels=pixels, colours=colours)


def _line(text: "Element") -> _Line:
    """As SVG has it: `text-anchor` says which end `x` is, `textLength` how long the line is."""
    given, words = text.attrib, text.text or ""
    font, size = _FONTS[given["font-family"], given["font-weight"]], float(given["font-size"])
    advances = _advances(words, font, size, float(given.get("letter-spacing", 0)))
    width = sum(advances)
    spread = (float(given.get("textLength", width)) - width) / max(len(words), 1)
    return _Line(
        words=words,
        font=font,
        size=size,
        fill=given["fill"],
        x=float(given["x"]) - (width if given.get("text-anchor") == "end" else 0),
        y=float(given["y"]),
        advances=tuple(advance + spread for advance in advances),
    )


def _advances(words: str, font: Font, size: float, spacing: float) -> tuple[float, ...]:
    kerning = kerning_of(font)
    moves = (
        kerning.get(letter, {}).get(following, 0) for letter, following in pairwise(f"{words} ")
    )
    return tuple(
        (font.advances[letter] + move) * size + spacing
        for letter, move in zip(words, moves, strict=True)
    )


def _write(picture: "Image.Image", line: _Line, palette: _Palette, fonts: CardFonts) -> None:
    left, top = floor(line.x) - _MARGIN, floor(line.y - line.size * _ABOVE)
    covered = _cover(line, left, top, fonts)
    under = picture.getpixel((round(line.x), round(line.y)))
    assert isinstance(under, int), "a palette has one number for each colour"
    shades = palette.shading(under, line.fill)
    drawn = covered.point([0 if shade == under else 255 for shade in shades])
    picture.paste(covered.point(shades), (left, top), drawn)


# Room around a line: pixels beside it, and ems from its foot to the top, and in all.
_MARGIN: Final = 8
_ABOVE: Final = 1.2
_HIGH: Final = 1.7


def _cover(line: _Line, left: int, top: int, fonts: CardFonts) -> "Image.Image":
    """How far the letters cover each pixel, from the corner at `left` and `top`."""
    from PIL import Image

    detail, x = line.detail, line.x - left
    wide, high = ceil(sum(line.advances)) + 2 * _MARGIN, ceil(line.size * _HIGH)
    covered = Image.new("L", (wide * detail, high * detail))
    foot = round((line.y - top) * detail)
    for letter, advance in zip(line.words, line.advances, strict=True):
        if letter != " ":
            drawn = _letter(letter, line.font, line.size * detail, fonts)
            at = (round(x * detail) + drawn.left, foot + drawn.top)
            covered.paste(255, at, drawn.cover)
        x += advance
    return covered.reduce(detail) if detail > 1 else covered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    """How far a letter covers the pixels from a corner on, which is so far from its place on the line."""

    cover: "Image.Image"
    left: int
    top: int


@lru_cache(maxsize=1024)
def _letter(letter: str, font: Font, size: float, fonts: CardFonts) -> _Letter:
    from PIL import Image, ImageDraw

    face = _face(font, size, fonts)
    left, top, right, bottom = map(int, face.getbbox(letter, anchor="ls"))
    cover = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(cover).text((-left, -top), letter, fill=255, font=face, anchor="ls")
    return _Letter(cover=cover, left=left, top=top)


@lru_cache(maxsize=64)
def _face(font: Font, size: float, fonts: CardFonts) -> "FreeTypeFont":
    from PIL import ImageFont

    data = BytesIO(fonts.files[font.file])
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
