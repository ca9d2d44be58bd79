"""The fonts of share cards, as they lie in static/."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.publishing.look import read_look_files
from dateline.reading.fonts import parse_card_fonts

if TYPE_CHECKING:
    from dateline.reading.fonts import CardFonts


@cache
def card_fonts() -> CardFonts:
    return parse_card_fonts(read_look_files().static)
