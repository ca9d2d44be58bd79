"""The files of share cards: painted where they can be, else drawn with resvg."""

from collections.abc import Mapping

from dateline.drawing.lettering import CardFonts, FontError, parse_card_fonts
from dateline.pages.picture import ShareCard
from dateline.problems import Position, Problem, Rule
from dateline.publishing.looks.paint import is_painted, paint
from dateline.publishing.looks.resvg import CARD_FONTS, RasterError, pack_png, rasterise


def card_fonts(static: Mapping[str, bytes]) -> tuple[CardFonts | None, tuple[Problem, ...]]:
    """The fonts of share cards among the files of static/, or what is wrong with them."""
    try:
        return parse_card_fonts(static), ()
    except FontError as error:
        return None, (_problem(str(error)),)


def render_card(
    card: ShareCard | None, problems: list[Problem], *, dry: bool = False
) -> dict[str, bytes]:
    """The card's PNG by its path; one that cannot be drawn is a problem, not an empty picture.

    A `dry` run finds the same problems: what we paint ourselves has none, and is left without bytes.
    """
    if card is None:
        return {}
    if dry and is_painted(card.svg):
        return {card.picture.path: b""}
    try:
        painted = paint(card.svg, card.fonts)
        return {card.picture.path: painted or pack_png(rasterise(card.svg, card.fonts))}
    except RasterError as error:
        problems.append(_problem(f"{card.picture.path} is not drawn: {error}"))
        return {}


def _problem(found: str) -> Problem:
    return Problem(
        position=Position(path=CARD_FONTS),
        rule=Rule.CARD_UNDRAWN,
        found=found,
        fix="restore the program's own fonts and install the locked resvg-py, as build.py does",
    )
