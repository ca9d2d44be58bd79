"""A picture with its words, in the sizes from which a browser chooses."""

from collections.abc import Iterator
from typing import Final, Literal

from dateline.facts.records import Picture
from dateline.pages.addresses import Here
from dateline.pages.edition import Edition
from dateline.pages.inline import Link, host_of
from dateline.pages.picture import Framing, PictureCard, PictureCopies, picture_key
from dateline.words import _

# Where on a page a picture is, which says how wide it is there.
PicturePlace = Literal["lead", "first", "column", "card", "face"]
_SIZES: Final[dict[PicturePlace, str]] = {
    "lead": "(min-width: 60rem) 27rem, 100vw",
    "first": "(min-width: 42rem) 38rem, 100vw",
    "column": "(min-width: 42rem) 38rem, 100vw",
    "card": "(min-width: 24rem) 20rem, 90vw",
    "face": "8rem",
}
# Elsewhere it is as wide as the text.
_CLASSES: Final[dict[PicturePlace, str]] = {
    "first": "picture-first",
    "card": "picture-card",
    "face": "picture-face",
}


def picture_card(  # noqa: PLR0913 - what differs from place to place
    picture: Picture | None,
    edition: Edition,
    here: Here,
    place: PicturePlace,
    framing: Framing = Framing.WHOLE,
    *,
    first: bool = False,
) -> PictureCard | None:
    """None where there is no picture, or none that can be shown, which has been reported."""
    copies = edition.pictures.get(picture_key(picture, framing)) if picture else None
    if picture is None or copies is None:
        return None
    licence = picture.licence
    return PictureCard(
        classes=_classes(place, copies),
        src=here.to(copies.plain.path),
        srcset=_srcset(copies, here),
        sizes=_SIZES[place],
        width=copies.plain.width,
        height=copies.plain.height,
        alt="" if picture.decorative else picture.alt or "",
        caption=picture.caption or "",
        credit=picture.credit,
        licence=Link(words=licence.name, href=licence.address or "") if licence else None,
        recordings=tuple(_recordings(picture)),
        first=first,
    )


def _recordings(picture: Picture) -> Iterator[Link]:
    """Links to the film or sound that a picture stands for: pages have no player of another site."""
    if picture.video:
        host = host_of(picture.video)
        yield Link(words=_("Watch the video at %(host)s", host=host), href=picture.video)
    if picture.sound:
        host = host_of(picture.sound)
        yield Link(words=_("Listen at %(host)s", host=host), href=picture.sound)


def _classes(place: PicturePlace, copies: PictureCopies) -> str:
    """One that is higher than wide is narrower, and never above the first words."""
    is_tall = copies.plain.height > copies.plain.width
    if is_tall and place in ("first", "column"):
        return "picture picture-tall"
    return " ".join(filter(None, ("picture", _CLASSES.get(place))))


def _srcset(copies: PictureCopies, here: Here) -> str:
    return ", ".join(f"{here.to(copy.path)} {copy.width}w" for copy in copies.webp)
