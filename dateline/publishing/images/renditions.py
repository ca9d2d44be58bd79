"""A picture in the sizes and formats in which it is published: pixels and nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Final

from PIL import Image

from dateline.facts.fields import Focus
from dateline.frozen import dataclass
from dateline.pages.picture import Framing
from dateline.publishing.images.decode import Decoded, decode
from dateline.publishing.images.picture_kinds import PictureKind, kind_of
from dateline.publishing.images.safe_svg import clean_svg

# The widths in pixels that each framing is published in, and the ratio of its sides.
WIDTHS: Final = {
    Framing.WHOLE: (480, 960, 1600),
    Framing.WIDE: (480, 960, 1600),
    Framing.SQUARE: (160, 320),
}
_RATIOS: Final = {Framing.WIDE: 16 / 9, Framing.SQUARE: 1.0}
# The widest copy that is also published for programs that cannot read WebP.
_PLAIN_WIDTH: Final = 960
_QUALITY: Final = 80

MIDDLE: Final = Focus(50, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One copy of a picture; `suffix` is how the name of its file ends."""

    suffix: str
    width: int
    height: int
    data: bytes


def encode_copies(
    data: bytes, framing: Framing, focus: Focus = MIDDLE, *, dry: bool = False
) -> tuple[Encoded, ...]:
    """WebP from the smallest, then one JPEG or PNG; of an SVG itself. Raises PictureFault.

    A `dry` run finds the same faults and the same copies, and leaves their bytes out.
    """
    kind = kind_of(data)
    if kind is PictureKind.SVG:
        svg = clean_svg(data)
        return (Encoded(suffix=".svg", width=svg.width, height=svg.height, data=svg.data),)
    picture = decode(data, kind)
    box = crop_box(picture.width, picture.height, _RATIOS.get(framing), focus)
    widths = _widths(box, framing)
    plain = max((width for width in widths if width <= _PLAIN_WIDTH), default=widths[0])
    encode = _measured if dry else _encoded
    return (
        *(encode(picture, box, width, _webp(picture)) for width in widths),
        encode(picture, box, plain, _plain(picture)),
    )


CropBox = tuple[float, float, float, float]


def crop_box(width: int, height: int, ratio: float | None, focus: Focus) -> CropBox:
    """The largest part of that ratio, as near to the focus as the edges allow."""
    if ratio is None:
        return 0, 0, width, height
    across, down = min(width, height * ratio), min(height, width / ratio)
    left = min(max(width * focus.across / 100 - across / 2, 0), width - across)
    top = min(max(height * focus.down / 100 - down / 2, 0), height - down)
    return left, top, left + across, top + down


def _widths(box: CropBox, framing: Framing) -> tuple[int, ...]:
    """The widths in which there are pixels enough; of a small picture, its own."""
    most = max(1, round(box[2] - box[0]))
    fitting = [width for width in WIDTHS[framing] if width <= most]
    largest = min(most, WIDTHS[framing][-1])
    return tuple(dict.fromkeys([*fitting, largest]))


@dataclass(frozen=True, slots=True)
class _Format:
    suffix: str
    name: str
    options: Mapping[str, object]


def _webp(picture: Decoded) -> _Format:
    # Of what has no loss, the quality is how long to search for a smaller file.
    effort = 2 if picture.is_drawing else 4
    options = {"lossless": picture.is_drawing, "quality": _QUALITY, "method": effort}
    return _Format(".webp", "WEBP", options)


def _plain(picture: Decoded) -> _Format:
    if picture.is_drawing or picture.pixels.mode == "RGBA":
        return _Format(".png", "PNG", {"optimize": True})
    return _Format(".jpg", "JPEG", {"quality": _QUALITY, "optimize": True, "progressive": True})


def _measured(_: Decoded, box: CropBox, width: int, kind: _Format) -> Encoded:
    height = max(1, round(width * (box[3] - box[1]) / (box[2] - box[0])))
    return Encoded(suffix=f"-{width}{kind.suffix}", width=width, height=height, data=b"")


def _encoded(picture: Decoded, box: CropBox, width: int, kind: _Format) -> Encoded:
    """A copy of the part of a picture that the box is of, in the pixels of the file."""
    measured = _measured(picture, box, width, kind)
    # Of a large picture, fewer pixels were kept than the file has.
    across = picture.pixels.width / picture.width
    down = picture.pixels.height / picture.height
    kept = box[0] * across, box[1] * down, box[2] * across, box[3] * down
    size = measured.width, measured.height
    out = BytesIO()
    scaled = picture.pixels.resize(size, Image.Resampling.LANCZOS, box=kept)
    scaled.save(out, kind.name, **kind.options)
    return replace(measured, data=out.getvalue())
