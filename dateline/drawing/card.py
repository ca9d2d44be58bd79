"""The picture that goes with a shared link: 1200 by 630 pixels.

White paper, black ink, and under the marker the words of the article that a figure rests on. A text
with a letter that the fonts lack is left out whole: with letters missing it could say something else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.drawing.lettering import HEADLINE, LABEL, TEXT
from dateline.drawing.svg import Drawing, element, text
from dateline.drawing.typeset import Face, Setting, as_drawn, cut_text, drawable, set_text
from dateline.frozen import dataclass
from dateline.words import _

WIDTH: Final = 1200
HEIGHT: Final = 630
LEFT: Final = 64
RIGHT: Final = WIDTH - LEFT
TOP: Final = 132
BOTTOM: Final = HEIGHT - 50
ROOM: Final = RIGHT - LEFT

# The light colours of static/style/tokens.css.
PAPER, INK, MUTED, RULE, CLAIMED = "#fff", "#121415", "#565c60", "#d8dbdd", "#8a4b00"

_HEADLINE: Final = Face(font=HEADLINE, leading=1.04, spaced=-0.03)
_LABEL: Final = Face(font=LABEL, leading=1.22)
_TEXT: Final = Face(font=TEXT, leading=1.34)

# Sizes of the headline, in pixels: with something below it, and without.
_WITH_FOOT: Final = range(140, 51, -4)
_WITHOUT_FOOT: Final = range(148, 35, -4)
# A large lower part is only for a headline that stays large beside it.
_WITH_LARGE_FOOT: Final = range(140, 83, -4)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFigure:
    """A figure on a card: its value, label and kind, what others say instead, and its evidence.

    The number is set large; small are the hedge above it and the rest of the value after it.
    """

    hedge: str = ""
    number: str
    rest: str = ""
    label: str
    kind: str
    doubt: str = ""
    words: str

    @property
    def value(self) -> str:
        return f"{self.hedge} {self.number}{self.rest}".lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLogo:
    """A logo as a data: address, and the ratio of its width to its height."""

    address: str
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLook:
    """What a site may choose; the accent is the colour of the line above the headline."""

    accent: str = MUTED
    marker: str = "#ffe54a"
    logo: CardLogo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says; a text may be empty. `figures` are in order of preference."""

    site: str
    title: str
    kicker: str = ""
    date: str = ""
    standfirst: str = ""
    figures: tuple[CardFigure, ...] = ()
    look: CardLook = CardLook()


@dataclass(frozen=True, slots=True, kw_only=True)
class _CardPart:
    """A part of the card: its SVG, its words, and its height in pixels.

    `beside` are the sizes that it leaves to the headline.
    """

    svg: str
    words: str
    height: float
    beside: range = _WITH_FOOT


def draw_share_card(card: Card) -> Drawing | None:
    """The card, and what it shows in words; None if the fonts lack a letter of the site's name."""
    site, title = drawable(card.site, HEADLINE), drawable(card.title, HEADLINE)
    if not site:
        return None
    named = site if title and title != site else ""
    top = _masthead(named, drawable(card.date, LABEL), card.look)
    kicker = _kicker(drawable(card.kicker, LABEL), card.look.accent)
    rest = _headline_and_foot(title or site, _feet(card), top=TOP + kicker.height)
    svg = element(
        "svg",
        element("rect", width=WIDTH, height=HEIGHT, fill=PAPER),
        *(part.svg for part in (top, kicker, *rest)),
        xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
    )  # fmt: skip
    words = (part.words for part in (kicker, *rest, top))
    return Drawing(svg=svg, words=" · ".join(filter(None, words)))


# Above the headline

_LOGO_HIGH: Final = 64
_LOGO_WIDE: Final = 560
_LOGO_MIDDLE: Final = 69


def _masthead(site: str, date: str, look: CardLook) -> _CardPart:
    svg = _draw_logo(look.logo) if look.logo else _draw_mark(look.marker)
    words = [site] if look.logo and site else []
    if site and not look.logo:
        room = ROOM - 62 - 40 - _LABEL.width(date) * 24
        name = cut_text(site, _HEADLINE, size=32, width=room, height=32)
        svg += _draw_setting(name, x=LEFT + 62, top=58)
        words.append(name.words)
    if date:
        svg += _draw_line(date, _LABEL, 24, x=RIGHT, y=82, fill=MUTED, text_anchor="end")
        words.append(date)
    return _CardPart(svg=svg, words=", ".join(words), height=TOP)


def _draw_logo(logo: CardLogo) -> str:
    """As high as the masthead has room for, or as wide as leaves room for the date."""
    width = min(_LOGO_HIGH * logo.ratio, _LOGO_WIDE)
    height = width / logo.ratio
    return element(
        "image", x=LEFT, y=_LOGO_MIDDLE - height / 2, width=width, height=height, href=logo.address
    )


def _draw_mark(marker: str) -> str:
    """The site's icon: three lines of a text, one of them marked."""
    bars = ((48, 44, 6, INK), (61, 44, 16, marker), (66, 44, 6, INK), (84, 28, 6, INK))
    return "".join(
        element("rect", x=LEFT, y=y, width=width, height=height, fill=fill)
        for y, width, height, fill in bars
    )


def _kicker(kicker: str, accent: str) -> _CardPart:
    if not kicker:
        return _CardPart(svg="", words="", height=20)
    setting = cut_text(kicker, _LABEL, size=28, width=ROOM, height=28)
    svg = _draw_setting(setting, top=TOP, fill=accent)
    return _CardPart(svg=svg, words=setting.words, height=45)


# The headline, and what is below it


def _headline_and_foot(
    title: str, feet: Iterator[_CardPart], *, top: float
) -> tuple[_CardPart, ...]:
    """The headline with the first lower part that fits, else alone."""
    height = BOTTOM - top
    for foot in feet:
        room = height - foot.height - 32
        if setting := set_text(title, _HEADLINE, sizes=foot.beside, width=ROOM, height=room):
            return _headline(setting, top), foot
    whole = set_text(title, _HEADLINE, sizes=_WITHOUT_FOOT, width=ROOM, height=height)
    smallest = _WITHOUT_FOOT[-1]
    cut = whole or cut_text(title, _HEADLINE, size=smallest, width=ROOM, height=height)
    return (_headline(cut, top),)


def _headline(setting: Setting, top: float) -> _CardPart:
    svg = _draw_setting(setting, top=top)
    return _CardPart(svg=svg, words=setting.words, height=setting.height)


def _feet(card: Card) -> Iterator[_CardPart]:
    for figure in card.figures:
        drawn = (_figure(figure, card.look.marker, sizes) for sizes in (_LARGE, _MIDDLE, _SMALL))
        yield from filter(None, drawn)
    if standfirst := drawable(card.standfirst, TEXT):
        whole = set_text(standfirst, _TEXT, sizes=range(56, 35, -2), width=ROOM, height=160)
        cut = cut_text(standfirst, _TEXT, size=36, width=ROOM, height=100)
        for setting in filter(None, (whole, cut)):
            svg = _draw_setting(setting, top=BOTTOM - setting.height, fill=MUTED)
            yield _CardPart(svg=svg, words=setting.words, height=setting.height)


COLUMN: Final = 392  # the width of a figure's value and label
BESIDE: Final = LEFT + COLUMN + 48  # where the figure's evidence begins


@dataclass(frozen=True, slots=True, kw_only=True)
class _FigureSizes:
    """Sizes of the parts of a figure; `value` is that of one in several lines.

    `room` is the most height of such a value, and of the words.
    """

    number: range
    value: range
    label: tuple[int, ...]
    kind: tuple[int, ...]
    words: range
    room: tuple[int, int]
    headline: range


_LARGE: Final = _FigureSizes(
    number=range(100, 59, -4),
    value=range(100, 51, -4),
    label=(32, 30, 28),
    kind=(24,),
    words=range(54, 37, -2),
    room=(110, 200),
    headline=_WITH_LARGE_FOOT,
)
_SMALL: Final = _FigureSizes(
    number=range(68, 43, -4),
    value=range(68, 35, -4),
    label=(26, 24),
    kind=(22, 20),
    words=range(38, 31, -2),
    room=(92, 160),
    headline=_WITH_FOOT,
)
_MIDDLE: Final = replace(_SMALL, number=range(84, 67, -4), headline=_WITH_LARGE_FOOT)


def _figure(figure: CardFigure, marker: str, sizes: _FigureSizes) -> _CardPart | None:
    """The value and its label, beside them the marked words; None if something does not fit."""
    column = [*_column(figure, sizes)]
    words = drawable(figure.words, TEXT)
    width = RIGHT - BESIDE - 8
    quoted = set_text(words, _TEXT, sizes=sizes.words, width=width, height=sizes.room[1])
    rows = [row for row in column if row]
    if quoted is None or len(rows) < len(column):
        return None
    tall = max(sum(row.height for row in rows) - _BELOW_ROW, 34 + quoted.height)
    top = BOTTOM - tall
    svg = (
        element("rect", x=LEFT, y=top - 30, width=ROOM, height=2, fill=RULE)
        + _draw_column(rows, top)
        + _draw_line(
            drawable(_("From the article"), LABEL), _LABEL, 22, x=BESIDE, y=top + 18, fill=MUTED
        )
        + _draw_marked(quoted, marker, x=BESIDE, top=top + 40)
    )
    said = (figure.value, figure.label, figure.kind, figure.doubt)
    shown = ", ".join(as_drawn(part) for part in said if part)
    whole = _("%(figure)s. From the article: %(words)s", figure=shown, words=words)
    return _CardPart(svg=svg, words=whole, height=tall + 30, beside=sizes.headline)


_BELOW_ROW: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _ColumnRow:
    """A row of a figure's column; `rest`, in smaller letters, begins `at` pixels from its left."""

    setting: Setting
    fill: str = INK
    below: float = _BELOW_ROW
    rest: Setting | None = None
    at: float = 0

    @property
    def height(self) -> float:
        return self.setting.height + self.below


def _column(figure: CardFigure, sizes: _FigureSizes) -> Iterator[_ColumnRow | None]:
    """The rows from the top down; None for one that does not fit."""
    if figure.hedge:
        yield _row(figure.hedge, sizes.kind, 30, MUTED, below=6)
    yield _value(figure, sizes)
    yield _row(figure.label, sizes.label, 80, INK)
    for words, fill in ((figure.kind, MUTED), (figure.doubt, CLAIMED)):
        if words:
            yield _row(words, sizes.kind, 76, fill)


def _row(
    words: str, sizes: Iterable[float], height: float, fill: str, below: float = _BELOW_ROW
) -> _ColumnRow | None:
    setting = set_text(drawable(words, LABEL), _LABEL, sizes=sizes, width=COLUMN, height=height)
    return _ColumnRow(setting=setting, fill=fill, below=below) if setting else None


# What is after a number, and the space before it, in ems of the number.
_REST: Final = 0.45
_SPACE: Final = 0.13


def _value(figure: CardFigure, sizes: _FigureSizes) -> _ColumnRow | None:
    """The number in one line with what is after it, or else all in lines of one size."""
    number, rest = drawable(figure.number, HEADLINE), drawable(figure.rest, HEADLINE)
    whole = drawable(figure.number + figure.rest, HEADLINE)
    if not whole:
        return None
    wide = _HEADLINE.width(number) + (_SPACE if figure.rest.startswith(" ") else 0)
    for size in sizes.number:
        if (wide + _REST * _HEADLINE.width(rest)) * size <= COLUMN:
            line = Setting(face=_HEADLINE, size=size, lines=(number,))
            after = replace(line, size=size * _REST, lines=(rest,)) if rest else None
            return _ColumnRow(setting=line, rest=after, at=wide * size)
    setting = set_text(whole, _HEADLINE, sizes=sizes.value, width=COLUMN, height=sizes.room[0])
    return _ColumnRow(setting=setting) if setting else None


def _draw_column(rows: Iterable[_ColumnRow], top: float) -> str:
    drawn = ""
    for row in rows:
        drawn += _draw_setting(row.setting, top=top, fill=row.fill)
        if rest := row.rest:
            ((_number, y),) = _baselines(row.setting, top)
            drawn += _draw_line(rest.words, rest.face, rest.size, x=LEFT + row.at, y=y)
        top += row.height
    return drawn


# Lines


def _draw_setting(setting: Setting, *, top: float, x: float = LEFT, fill: str = INK) -> str:
    return "".join(
        _draw_line(line, setting.face, setting.size, x=x, y=y, fill=fill)
        for line, y in _baselines(setting, top)
    )


def _baselines(setting: Setting, top: float) -> Iterator[tuple[str, float]]:
    """Each line with its baseline; capitals of both fonts are about three quarters of an em high."""
    for index, line in enumerate(setting.lines):
        yield line, top + setting.size * (0.76 + index * setting.face.leading)


def _draw_marked(setting: Setting, marker: str, *, x: float, top: float) -> str:
    """Lines under the marker. Widths have no kerning, so `textLength` undoes it in the drawing."""
    face, size = setting.face, setting.size
    drawn = ""
    for line, y in _baselines(setting, top):
        width = face.width(line) * size
        drawn += element(
            "rect", x=x - 6, y=y - size * 0.87, width=width + 12, height=size * 1.2, rx=2,
            fill=marker,
        )  # fmt: skip
        drawn += _draw_line(line, face, size, x=x, y=y, textLength=width)
    return drawn


def _draw_line(  # noqa: PLR0913
    words: str, face: Face, size: float, *, x: float, y: float, fill: str = INK, **more: str | float
) -> str:
    spacing = {"letter_spacing": face.spaced * size} if face.spaced else {}
    return text(
        words, x=x, y=y, fill=fill, font_family=face.font.family, font_weight=face.font.weight,
        font_size=size, **spacing, **more,
    )  # fmt: skip
