"""A value as it is typeset, wherever a figure is shown."""

from dataclasses import dataclass

from dateline.facts.hedges import Hedge
from dateline.facts.phrasing import capitalise
from dateline.facts.quantities import Amount, ShownAmount, show_amount
from dateline.facts.units import find_unit, is_measured


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
        after="" if amount.is_words else shown.after,
        unit=unit_in_words(shown, unit, is_words=amount.is_words),
        plain=f"{hedge_words(hedge, unit)} {shown.plain}" if hedge else shown.plain,
        words=amount.is_words,
    )


def hedge_words(hedge: Hedge | None, unit: str | None) -> str:
    """The hedge before a value: fewer than 250 people, but less than 250 tons, 5% or €3."""
    if hedge is Hedge.FEWER_THAN and unit and is_measured(unit):
        return "less than"
    return hedge.value if hedge else ""


def unit_in_words(shown: ShownAmount, unit: str | None, *, is_words: bool = False) -> str:
    """The unit after a numeral, never a symbol: "kilometres", "of pilgrims"."""
    known = find_unit(unit) if unit and shown.unit else None
    if known is None:
        words = shown.unit
    elif known.per and (known.leading or known.tight) and not is_words:
        words = known.per
    else:
        counted = known.singular if shown.number == "1" else known.plural
        words = f"{counted} {known.per}".strip()
    return f"{shown.after.strip()} {words}".strip() if is_words else words
