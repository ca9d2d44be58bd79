"""The picture that is shared with a link to a page."""

from dataclasses import dataclass

from dateline.drawing.lettering import CardFonts


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`path` in the site, size in pixels, and `words` for what it shows."""

    path: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """A card to rasterise: what heads of pages say of it, its SVG, and the fonts that it is set in."""

    picture: Picture
    svg: str
    fonts: CardFonts
