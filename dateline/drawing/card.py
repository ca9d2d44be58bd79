"""The picture that stands beside a link to a briefing wherever it is shared: 1200 by 630 pixels.

White paper, black ink, and in marker yellow the words of the article that a figure rests on. A text
with a letter that the fonts lack is left out whole: cut to pieces it could say something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.drawing.svg import Drawing, element, text
from dateline.drawing.typeset import Face, Setting, cut_text, drawable, set_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.drawing.lettering import CardFonts

WIDTH: Final = 1200
HEIGHT: Final = 630
LEFT: Final = 64
RIGHT: Final = WIDTH - LEFT
TOP: Final = 132
BOTTOM: Final = HEIGHT - 50

# The light colours of static/style/tokens.css.
PAPER, INK, MUTED, RULE, MARKER = "#fff", "#121415", "#565c60", "#d8dbdd", "#ffe54a"

# Sizes of the headline, in pixels: with something below it, and where it has the card for itself.
_WITH_FOOT: Final = range(116, 51, -4)
_ALONE: Final = range(148, 35, -4)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFigure:
    """A figure on a card: value with its hedge, label, what kind of number, the words it rests on."""

    value: str
    label: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says; empty text where there is nothing. `figures` stand in order of preference."""

    site: str
    title: str
    kicker: str = ""
    date: str = ""
    standfirst: str = ""
    figures: tuple[CardFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the card: its SVG, what it says, and its height in pixels."""

    svg: str
    words: str
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Faces:
    """The three fonts as the card sets them."""

    headline: Face
    label: Face
    text: Face


def draw_share_card(card: Card, fonts: CardFonts) -> Drawing | None:
    """The card, and what it shows in words; None where the fonts cannot even name the site."""
    site, title = drawable(card.site, fonts.headline), drawable(card.title, fonts.headline)
    if not site:
        return None
    faces = _Faces(
        headline=Face(font=fonts.headline, leading=1.04, spaced=-0.03),
        label=Face(font=fonts.label, leading=1.22),
        text=Face(font=fonts.text, leading=1.34),
    )
    top = _masthead(
        site if title and title != site else "", drawable(card.date, fonts.label), faces
    )
    kicker = _kicker(drawable(card.kicker, fonts.label), faces)
    rest = _headline_and_foot(title or site, _feet(card, faces), faces, top=TOP + kicker.height)
    svg = element(
        "svg",
        element("rect", width=WIDTH, height=HEIGHT, fill=PAPER),
        *(part.svg for part in (top, kicker, *rest)),
        xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
    )  # fmt: skip
    said = (part.words for part in (kicker, *rest, top))
    return Drawing(svg=svg, words=" · ".join(filter(None, said)))


# Above the headline


def _masthead(site: str, date: str, faces: _Faces) -> _Part:
    """The site's mark and name, and the date over against it."""
    room = RIGHT - LEFT - 62 - 40 - faces.label.width(date) * 24
    named = cut_text(site, faces.headline, size=32, width=room, height=32) if site else None
    name = _set(named, x=LEFT + 62, top=58) if named else ""
    when = (
        _line(date, faces.label, 24, x=RIGHT, y=82, fill=MUTED, text_anchor="end") if date else ""
    )
    words = ", ".join(filter(None, (named.words if named else "", date)))
    return _Part(svg=_mark() + name + when, words=words, height=TOP)


def _mark() -> str:
    """The site's icon: three lines of a text, one of them marked."""
    bars = ((48, 44, 6, INK), (61, 44, 16, MARKER), (66, 44, 6, INK), (84, 28, 6, INK))
    return "".join(
        element("rect", x=LEFT, y=y, width=width, height=height, fill=fill)
        for y, width, height, fill in bars
    )


def _kicker(kicker: str, faces: _Faces) -> _Part:
    if not kicker:
        return _Part(svg="", words="", height=20)
    setting = cut_text(kicker, faces.label, size=28, width=RIGHT - LEFT, height=28)
    return _Part(svg=_set(setting, top=TOP, fill=MUTED), words=setting.words, height=45)


# The headline, and what stands below it


def _headline_and_foot(
    title: str, feet: Iterator[_Part], faces: _Faces, *, top: float
) -> tuple[_Part, ...]:
    """The headline over the first foot that leaves it room at a size to be seen; else alone."""
    width, height = RIGHT - LEFT, BOTTOM - top
    for foot in feet:
        room = height - foot.height - 32
        if found := set_text(title, faces.headline, sizes=_WITH_FOOT, width=width, height=room):
            return _headline(found, top), foot
    alone = set_text(title, faces.headline, sizes=_ALONE, width=width, height=height)
    smallest = _ALONE[-1]
    cut = alone or cut_text(title, faces.headline, size=smallest, width=width, height=height)
    return (_headline(cut, top),)


def _headline(setting: Setting, top: float) -> _Part:
    return _Part(svg=_set(setting, top=top), words=setting.words, height=setting.height)


def _feet(card: Card, faces: _Faces) -> Iterator[_Part]:
    """What may stand below the headline, the best first."""
    for figure in card.figures:
        if part := _figure(figure, faces):
            yield part
    if standfirst := drawable(card.standfirst, faces.text.font):
        width = RIGHT - LEFT
        whole = set_text(standfirst, faces.text, sizes=range(46, 35, -2), width=width, height=140)
        cut = cut_text(standfirst, faces.text, size=36, width=width, height=100)
        for setting in filter(None, (whole, cut)):
            svg = _set(setting, top=BOTTOM - setting.height, fill=MUTED)
            yield _Part(svg=svg, words=setting.words, height=setting.height)


COLUMN: Final = 392  # the width of a figure's value and label
BESIDE: Final = LEFT + COLUMN + 48  # where the words begin that it rests on


def _figure(figure: CardFigure, faces: _Faces) -> _Part | None:
    """The value and its label, beside them the marked words; None where something does not fit."""
    column = _column(figure, faces)
    words = drawable(figure.words, faces.text.font)
    room = {"width": RIGHT - BESIDE - 8, "height": 160}
    quoted = set_text(words, faces.text, sizes=(38, 36, 34, 32), **room)
    if column is None or quoted is None:
        return None
    tall = max(sum(one.height + 10 for one in column) - 10, 34 + quoted.height)
    top = BOTTOM - tall
    svg = (
        element("rect", x=LEFT, y=top - 30, width=RIGHT - LEFT, height=2, fill=RULE)
        + _stack(column, top)
        + _line("Rests on these words", faces.label, 22, x=BESIDE, y=top + 18, fill=MUTED)
        + _marked(quoted, x=BESIDE, top=top + 40)
    )
    said = ", ".join(one.words for one in column)
    return _Part(svg=svg, words=f"{said}. Rests on these words: {words}", height=tall + 30)


def _column(figure: CardFigure, faces: _Faces) -> tuple[Setting, ...] | None:
    """Value, label and kind; None where one of them cannot be drawn, or does not fit."""
    rows = (
        (figure.value, faces.headline, range(68, 35, -4), 92),
        (figure.label, faces.label, (26, 24), 80),
        (figure.kind, faces.label, (22, 20), 76),
    )
    settings = [
        set_text(drawable(words, face.font), face, sizes=sizes, width=COLUMN, height=height)
        for words, face, sizes, height in rows
    ]
    return tuple(filter(None, settings)) if all(settings) else None


def _stack(column: tuple[Setting, ...], top: float) -> str:
    """Value, label and kind below each other."""
    drawn = ""
    for setting, fill in zip(column, (INK, INK, MUTED), strict=True):
        drawn += _set(setting, top=top, fill=fill)
        top += setting.height + 10
    return drawn


# Lines


def _set(setting: Setting, *, top: float, x: float = LEFT, fill: str = INK) -> str:
    return "".join(
        _line(line, setting.face, setting.size, x=x, y=y, fill=fill)
        for line, y in _baselines(setting, top)
    )


def _baselines(setting: Setting, top: float) -> Iterator[tuple[str, float]]:
    """Each line with its baseline; capitals of both fonts are near three quarters of an em high."""
    for number, line in enumerate(setting.lines):
        yield line, top + setting.size * (0.76 + number * setting.face.leading)


def _marked(setting: Setting, *, x: float, top: float) -> str:
    """Lines under the marker. `textLength` takes out the kerning, which the measure leaves aside."""
    drawn = ""
    size = setting.size
    for line, y in _baselines(setting, top):
        width = setting.face.width(line) * size
        drawn += element(
            "rect",
            x=x - 6,
            y=y - size * 0.87,
            width=width + 12,
            height=size * 1.2,
            rx=2,
            fill=MARKER,
        )
        drawn += _line(line, setting.face, size, x=x, y=y, textLength=width)
    return drawn


def _line(  # noqa: PLR0913
    words: str, face: Face, size: float, *, x: float, y: float, fill: str = INK, **more: str | float
) -> str:
    spacing = {"letter_spacing": face.spaced * size} if face.spaced else {}
    return text(
        words, x=x, y=y, fill=fill, font_family=face.font.family, font_weight=face.font.weight,
        font_size=size, **spacing, **more,
    )  # fmt: skip
