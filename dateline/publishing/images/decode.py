"""The bytes of a picture to its pixels, and to nothing else that was in the file.

The bytes decide what a file is, not its name. How much memory it takes is known before it is decoded.
"""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import ceil, sqrt
from typing import Final

from PIL import Image, ImageCms

from dateline.frozen import dataclass
from dateline.problems import Rule
from dateline.publishing.images.picture_kinds import PictureFault, PictureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The pixels upright and in sRGB, as grey, RGB or RGBA; they may be fewer than those of the file.

    `width` and `height` are those of the file, turned as the picture is shown. A `drawing` has few
    colours and sharp edges, which a lossy format would blur.
    """

    pixels: Image.Image
    width: int
    height: int
    is_drawing: bool


# In millions of pixels, so that none takes more than 500 MB. A JPEG can be decoded at half its size; one
# that is progressive is held in memory whole; the others are, and several times as WebP.
_MOST_OF_JPEG: Final = 100
_MOST_OF_PROGRESSIVE: Final = 40
_MOST: Final = 25
# How many are kept: enough for the largest size that is published, cut out of a long side.
_KEPT: Final = 24_000_000
# Pillow refuses twice as many, by the head of a file, before it makes room for them.
Image.MAX_IMAGE_PIXELS = _MOST_OF_JPEG * 1_000_000 // 2


def decode(data: bytes, kind: PictureKind) -> Decoded:
    """Raises PictureFault where the picture is damaged, moves, or is too large to decode."""
    with _faults(), Image.open(BytesIO(data), formats=[kind.upper()]) as picture:
        width, height = picture.size
        _check_size(picture, kind)
        if kind is not PictureKind.JPEG and getattr(picture, "n_frames", 1) > 1:
            fix = "save one picture of it; a film can be linked"
            raise PictureFault(Rule.PICTURE_KIND, "the picture moves", fix)
        turn, profile = _turn(picture), picture.info.get("icc_profile")
        if width * height > _KEPT:
            shrink = sqrt(width * height / _KEPT)
            picture.draft(None, (int(width / shrink), int(height / shrink)))
        picture.load()
        pixels = _in_srgb(_shrunk(_plain(picture)), profile)
    if turn is not None:
        pixels = pixels.transpose(turn)
    if turn in _ON_THE_SIDE:
        width, height = height, width
    is_drawing = kind is not PictureKind.JPEG and _has_few_colours(pixels)
    return Decoded(pixels=pixels, width=width, height=height, is_drawing=is_drawing)


def _has_few_colours(pixels: Image.Image) -> bool:
    """Fewer than a photo has, which may have any of 256 greys and no others."""
    found = pixels.getcolors(1024)
    if found is None:
        return False
    colours = [colour if isinstance(colour, tuple) else (colour,) for _, colour in found]
    return len(colours) <= 64 or any(len({*colour[:3]}) > 1 for colour in colours)


# What Pillow raises for bytes that are not as the format has them.
_DAMAGE: Final = (
    *(OSError, SyntaxError, ValueError, EOFError, struct.error),
    *(TypeError, LookupError, ArithmeticError, AttributeError),
)


@contextmanager
def _faults() -> Iterator[None]:
    """What Pillow finds wrong, as faults; of what it only warns of, an editor need not know."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError:
        raise _too_large(f"more than {_MOST_OF_JPEG} megapixels") from None
    except _DAMAGE as error:
        found = "the picture is damaged, or ends before it is complete"
        fix = "export it again from the original"
        raise PictureFault(Rule.PICTURE_DAMAGED, found, fix) from error


def _check_size(picture: Image.Image, kind: PictureKind) -> None:
    most = _MOST
    if kind is PictureKind.JPEG:
        most = _MOST_OF_PROGRESSIVE if picture.info.get("progressive") else _MOST_OF_JPEG
    megapixels = picture.width * picture.height / 1_000_000
    if megapixels > most:
        raise _too_large(f"{megapixels:,.0f} megapixels, and this kind may have {most}")


def _too_large(many: str) -> PictureFault:
    fix = "save it smaller: 3,000 pixels wide are enough"
    return PictureFault(Rule.PICTURE_SIZE, f"the picture has {many}", fix)


# The orientations of Exif, tag 274, as the turns that undo them.
_TURNS: Final = dict(
    enumerate(
        (
            Image.Transpose.FLIP_LEFT_RIGHT,
            Image.Transpose.ROTATE_180,
            Image.Transpose.FLIP_TOP_BOTTOM,
            Image.Transpose.TRANSPOSE,
            Image.Transpose.ROTATE_270,
            Image.Transpose.TRANSVERSE,
            Image.Transpose.ROTATE_90,
        ),
        start=2,
    )
)
_ON_THE_SIDE: Final = {
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSVERSE,
    Image.Transpose.ROTATE_90,
}


def _turn(picture: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(picture.getexif().get(274, 1))
    except _DAMAGE:  # the picture may be whole though its metadata are not
        return None


def _plain(picture: Image.Image) -> Image.Image:
    """The picture as grey, RGB, RGBA or CMYK, each with 8 bits."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("L", "RGB", "CMYK") and "transparency" not in picture.info:
        return picture
    if picture.has_transparency_data:
        return picture if picture.mode == "RGBA" else picture.convert("RGBA")
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _shrunk(picture: Image.Image) -> Image.Image:
    factor = ceil(sqrt(picture.width * picture.height / _KEPT))
    return picture.reduce(factor) if factor > 1 else picture


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as browsers show them where a picture says nothing of its own."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile and picture.mode != "L":
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(
                picture, given, ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, *_DAMAGE):
            turned = None
        picture = turned or picture
    plain = picture if picture.mode in ("L", mode) else picture.convert(mode)
    # What Pillow keeps beside the pixels, it would write into every copy.
    plain = plain.copy()
    plain.info.clear()
    return plain
