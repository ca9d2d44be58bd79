"""The pictures of a site: the one that is shared with a link to a page, and those on its pages."""

from enum import StrEnum

from dateline.drawing.lettering import CardFonts
from dateline.facts.fields import Focus
from dateline.facts.records import Picture
from dateline.frozen import dataclass
from dateline.pages.inline import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPicture:
    """`path` in the site, size in pixels, and `words` for what it shows."""

    path: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """A card to rasterise: what heads of pages say of it, its SVG, and the fonts that it is set in."""

    picture: SharedPicture
    svg: str
    fonts: CardFonts


class Framing(StrEnum):
    """How much of a picture is shown: all of it, or what is around its focus."""

    WHOLE = "whole"
    WIDE = "wide"
    SQUARE = "square"


# The file, how much of it is shown, and what a crop is cut around.
PictureKey = tuple[str, Framing, Focus | None]


def picture_key(picture: Picture, framing: Framing) -> PictureKey:
    """What copies of a picture are found by: pictures that look the same have the same."""
    return picture.file, framing, None if framing is Framing.WHOLE else picture.focus


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCopy:
    """One of the sizes in which a picture is published, by its path in the site."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCopies:
    """A picture as WebP, from the smallest, and one `plain` copy that every program reads.

    An SVG has only the plain one.
    """

    webp: tuple[PictureCopy, ...]
    plain: PictureCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCard:
    """`srcset` is empty for a drawing, which has one size; `alt` for what only decorates.

    One that is `first` on its page is fetched at once, the others when they come near.
    """

    classes: str
    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: Link | None
    recordings: tuple[Link, ...]
    first: bool
