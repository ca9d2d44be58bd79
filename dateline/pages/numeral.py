"""A value as it is typeset, wherever a figure is shown."""

from collections.abc import Iterable
from typing import Final

from dateline.drawing.lettering import HEADLINE, LABEL
from dateline.facts.hedges import Hedge
from dateline.facts.phrasing import capitalise
from dateline.facts.quantities import Amount, ShownAmount, count_words, show_amount
from dateline.facts.units import find_unit, is_measured
from dateline.frozen import dataclass
from dateline.words import _, deferred, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """`before` and `after` are set small; `words` is true without digits; `plain` is one line.

    `fit` are classes that say how wide it is, so that the style can fit it into its column.
    """

    before: str
    number: str
    after: str
    unit: str
    plain: str
    words: bool
    fit: str


def numeral(amount: Amount, unit: str | None, hedge: Hedge | None) -> Numeral:
    shown = show_amount(amount, unit)
    capital = amount.is_words and hedge is None
    number = capitalise(shown.number) if capital else shown.number
    unit_words = unit_in_words(amount, shown, unit)
    return Numeral(
        before=shown.before,
        number=number,
        after=shown.after,
        unit=unit_words,
        plain=f"{hedge_words(hedge, unit)} {shown.plain}" if hedge else shown.plain,
        words=amount.is_words,
        fit=_fit(shown.before, number, shown.after, unit_words),
    )


# The widths that the style knows: of a number in tenths of an em, and of the unit beside it in rems.
# A unit that is wider has a line of its own, and a number, or words, break over two.
_NUMBERS: Final = (10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 100, 120)
_UNITS: Final = (3, 4, 5, 6, 8, 10)


def _fit(before: str, number: str, after: str, unit: str) -> str:
    """By the sizes of sign, scale and unit in static/style/components/numeral.css."""
    ems = 0.75 * HEADLINE.width(before) + HEADLINE.width(number, spaced=-0.04)
    ems += 0.5 * HEADLINE.width(after)
    rems = 1.0625 * LABEL.width(f" {unit}")
    number_step = next((str(step) for step in _NUMBERS if 10 * ems <= step), "more")
    unit_step = next((f" unit-{step}" for step in _UNITS if unit and rems <= step), "")
    return f"wide-{number_step}{unit_step}"


def fit_of_row(row: Iterable[Numeral]) -> str:
    """The classes with which all numbers of a row are of one size, that of the one with the least room.

    Words, and what breaks over two lines, fit themselves.
    """
    fits = _fits(row)
    if not fits:
        return ""
    width, unit = min(fits, key=lambda fit: (_COLUMN - fit[1]) / fit[0])
    return f"wide-{width} unit-{unit}" if unit else f"wide-{width}"


def fit_of_narrow_row(row: Iterable[Numeral]) -> str:
    """The same where columns are narrow: only numbers count, for a unit without room is below its own."""
    fits = _fits(row)
    return f"wide-{max(width for width, _unit in fits)}" if fits else ""


def _fits(row: Iterable[Numeral]) -> list[tuple[int, int]]:
    return [
        (int(width.removeprefix("wide-")), int(unit.removeprefix("unit-") or 0))
        for numeral in row
        if not numeral.words
        for width, _, unit in [numeral.fit.partition(" ")]
        if width != "wide-more"
    ]


# The width of a column in a row of four, in rems.
_COLUMN: Final = 16

HEDGE_WORDS: Final = {
    Hedge.NEARLY: deferred("nearly"),
    Hedge.ABOUT: deferred("about"),
    Hedge.AT_LEAST: deferred("at least"),
    Hedge.UP_TO: deferred("up to"),
    Hedge.MORE_THAN: deferred("more than"),
    Hedge.FEWER_THAN: deferred("fewer than"),
}


def hedge_words(hedge: Hedge | None, unit: str | None) -> str:
    """The hedge before a value: fewer than 250 people, but less than 250 tons, 5% or €3."""
    if hedge is Hedge.FEWER_THAN and unit and is_measured(unit):
        return _("less than")
    return _(HEDGE_WORDS[hedge]) if hedge else ""


def unit_in_words(amount: Amount, shown: ShownAmount, unit: str | None) -> str:
    """The unit after a numeral: "kilometres", "of pilgrims"; a symbol only where words are long: "km/h"."""
    known = find_unit(unit) if unit and shown.unit else None
    if known is None:
        return shown.unit
    if known.per and (known.leading or known.tight) and not amount.is_words:
        return spoken().formats.rate(known)
    if known.short and " per " in known.singular and not amount.is_words:
        return known.short
    words = count_words(known, amount.value)
    return _("of %(unit)s", unit=words) if shown.is_share else words
