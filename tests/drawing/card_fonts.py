"""The fonts of share cards in static/."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.drawing.lettering import parse_card_fonts
from dateline.publishing.looks.look import read_look_files

if TYPE_CHECKING:
    from dateline.drawing.lettering import CardFonts


@cache
def card_fonts() -> CardFonts:
    return parse_card_fonts(read_look_files().static)
