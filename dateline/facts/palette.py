"""The colours of a site: those of the program, or what an accent and a marker of its own become."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.facts.colours import contrast, lightened, nearest, shade
from dateline.frozen import dataclass

# What colours stand on, and the ink: those of static/style/tokens.css, light and dark.
PAPER: Final = ("#ffffff", "#131415")
RAISED: Final = ("#f4f5f5", "#1d1f21")
INK: Final = ("#121415", "#eeeeea")

# Links are text: WCAG 2.2, success criterion 1.4.3. With more contrast: 1.4.6.
_OF_TEXT: Final = 4.5
_OF_MORE: Final = 7.0
# An edge is more than a decoration: success criterion 1.4.11.
_OF_EDGES: Final = 3.0
# What a marker has at least, so that it is seen at all; a bright yellow has 1.3.
_OF_MARKERS: Final = 1.2

ACCENT_ON: Final = {PAPER[0]: _OF_TEXT, RAISED[0]: _OF_TEXT}
MARKER_ON: Final = {INK[0]: _OF_MORE, PAPER[0]: _OF_MARKERS}
# On a map, a link is the name of a place; the darkest land there is that of light maps.
_LAND: Final = "#41403b"
_ACCENT_IN_THE_DARK: Final = {PAPER[1]: _OF_TEXT, RAISED[1]: _OF_TEXT, _LAND: _OF_EDGES}

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """What follows from accent and marker; each pair is for light and for dark pages.

    `stroke` is behind words of the article, `edge` a line under them; the marker is the same on both.
    """

    accent: Pair = ("#0b4f9c", "#92c2fc")
    accent_with_more_contrast: Pair = ("#00397a", "#b9d8ff")
    marker: str = "#ffe54a"
    stroke: Pair = ("#ffef8a", "#4a4215")
    edge: Pair = ("#a88600", "#a08616")


def palette_of(accent: str | None, marker: str | None) -> Palette:
    """The palette of an accent and a marker that stand out on a light page; None is the program's."""
    palette = Palette()
    if accent:
        light, dark = (
            nearest(accent, dict.fromkeys((paper, raised), _OF_MORE))
            for paper, raised in zip(PAPER, RAISED, strict=True)
        )
        palette = replace(
            palette,
            accent=(accent, nearest(accent, _ACCENT_IN_THE_DARK)),
            accent_with_more_contrast=(light, dark),
        )
    if marker:
        palette = replace(palette, marker=marker, stroke=_stroke(marker), edge=_edge(marker))
    return palette


def _stroke(marker: str) -> Pair:
    """Paler than the marker; on a dark page so dark that the light ink can be read on it."""
    dark = shade(marker, 0.38, chroma=0.07)
    return lightened(marker, 0.35), nearest(dark, {INK[1]: _OF_MORE})


def _edge(marker: str) -> Pair:
    light, dark = shade(marker, 0.63, chroma=0.14), shade(marker, 0.62, chroma=0.12)
    return nearest(light, {PAPER[0]: _OF_EDGES}), nearest(dark, {PAPER[1]: _OF_EDGES})


def missing_contrast(colour: str, grounds: Mapping[str, float]) -> str:
    """The contrast that is furthest from what it has to be, in words."""
    worst = min(grounds, key=lambda ground: contrast(colour, ground) / grounds[ground])
    found = int(contrast(colour, worst) * 10) / 10
    return f"its contrast with {worst} is {found}, and at least {grounds[worst]:g} is needed"
