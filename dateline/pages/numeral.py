"""A value as it is typeset, wherever a figure is shown."""

from dataclasses import dataclass
from typing import Final

from dateline.facts.hedges import Hedge
from dateline.facts.phrasing import capitalise
from dateline.facts.quantities import Amount, ShownAmount, count_words, show_amount
from dateline.facts.units import find_unit, is_measured
from dateline.words import _, deferred, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """`before` and `after` are set small; `words` is true without digits; `plain` is one line."""

    before: str
    number: str
    after: str
    unit: str
    plain: str
    words: bool


def numeral(amount: Amount, unit: str | None, hedge: Hedge | None) -> Numeral:
    shown = show_amount(amount, unit)
    capital = amount.is_words and hedge is None
    return Numeral(
        before=shown.before,
        number=capitalise(shown.number) if capital else shown.number,
        after=shown.after,
        unit=unit_in_words(amount, shown, unit),
        plain=f"{hedge_words(hedge, unit)} {shown.plain}" if hedge else shown.plain,
        words=amount.is_words,
    )


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
    """The unit after a numeral, never a symbol: "kilometres", "of pilgrims"."""
    known = find_unit(unit) if unit and shown.unit else None
    if known is None:
        return shown.unit
    if known.per and (known.leading or known.tight) and not amount.is_words:
        return spoken().formats.rate(known)
    words = count_words(known, amount.value)
    return _("of %(unit)s", unit=words) if shown.is_share else words
