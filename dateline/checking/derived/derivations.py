"""Derived figures are worked out again, and the result must be the same."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import Final

from dateline.checking.basis.fact_words import any_of
from dateline.checking.basis.formulas import PRECISION, FormulaError, formula_ids, work_out
from dateline.checking.derived.derived_units import check_derived_unit
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, first_day, last_day
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import Amount
from dateline.facts.records import Fact, Figure
from dateline.problems import Problem, Rule


def check_derived(fact: Fact, briefing: Briefing) -> Iterator[Problem]:
    """The formula of a derived figure gives its value, hedge, unit and dates."""
    if isinstance(fact, Figure) and fact.derived:
        operands = [briefing.fact_by_id.get(name) for name in formula_ids(fact.derived.how)]
        figures = [operand for operand in operands if isinstance(operand, Figure)]
        # checking/references.py reports the unknown ones.
        if len(figures) == len(operands):
            yield from check_derivation(fact, fact.derived.how, figures)


def check_derivation(figure: Figure, formula: str, used: Sequence[Figure]) -> Iterator[Problem]:
    try:
        low, high = work_out(formula, {operand.id: operand.value for operand in used})
    except FormulaError as error:
        found = f"the formula “{formula}” {error}"
        fix = (
            "write ids of figures and numbers with + - * / between them, as in `one-id / other-id`"
        )
        yield Problem(figure.origin.of("derived", "how"), Rule.DERIVED_FORMULA, found, fix)
        return
    if not equals(figure.value, low, high):
        yield _value_problem(figure, formula, low, high)
    is_rounded = (figure.value.low, figure.value.high) != (low, high)
    yield from check_derived_hedge(figure, used, is_rounded=is_rounded)
    yield from check_derived_unit(figure, used, formula)
    yield from check_derived_dates(figure, used)


def _value_problem(figure: Figure, formula: str, low: Decimal, high: Decimal) -> Problem:
    says, gives = figure.value.text, _shown(low, high)
    found = f"figure ‘{figure.id}’ says {says}, but “{formula}” gives {gives}"
    fix = f"write {gives}, rounded if you like, or correct the formula"
    if equals(figure.value, 100 * low, 100 * high):
        fix = f"write `how: ({formula}) * 100`, which gives percent"
    return Problem(figure.origin.of("value"), Rule.DERIVED_VALUE, found, fix)


def check_derived_hedge(
    figure: Figure, used: Sequence[Figure], *, is_rounded: bool
) -> Iterator[Problem]:
    """A value derived from hedged ones has one of their hedges, or `about`.

    One derived from exact values has no hedge, or `about` where it was rounded.
    """
    hedges = [operand.hedge for operand in used if operand.hedge]
    allowed = {*hedges, Hedge.ABOUT} if hedges else {None, Hedge.ABOUT} if is_rounded else {None}
    if figure.hedge not in allowed:
        own = f"“{figure.hedge}”" if figure.hedge else "no hedge"
        theirs = any_of(f"“{hedge}”" for hedge in hedges) if hedges else "none"
        choices = any_of(f"`hedge: {hedge}`" for hedge in (*hedges, Hedge.ABOUT))
        found = f"figure ‘{figure.id}’ has {own}, but is worked out from figures with {theirs}"
        fix = f"write {choices}" if hedges else "remove `hedge`"
        position = figure.origin.of("hedge" if figure.hedge else "value")
        yield Problem(position, Rule.DERIVED_HEDGE, found, fix)


def check_derived_dates(figure: Figure, used: Sequence[Figure]) -> Iterator[Problem]:
    dates = [date for operand in used for date in (operand.period, operand.as_of) if date]
    for field, own in (("period", figure.period), ("as_of", figure.as_of)):
        begins = own and own.start in {date.start for date in dates}
        ends = own and own.end in {date.end for date in dates}
        fits = (begins and ends) or (own and _is_other_end(own, dates))
        if own and dates and not fits and figure.date_from is None:
            theirs = any_of(date.text for date in dates)
            found = f"figure ‘{figure.id}’ is dated {own.text}, but is worked out from figures of {theirs}"
            fix = f"write {theirs}, or say in `date_from:` where {own.text} comes from"
            yield Problem(figure.origin.of(field), Rule.DERIVED_DATE, found, fix)


DAY: Final = dt.timedelta(days=1)


def _is_other_end(own: Date, dates: Sequence[Date]) -> bool:
    """Whether of a stock at one end of a period, and what came or went in it, this is the other end.

    The staff at the end of March less those who joined in the twelve months to then are the staff a year before.
    """
    stocks = [date for date in dates if date.form == "point"]
    for flow in (date for date in dates if date.form == "range"):
        first, last = first_day(flow), last_day(flow)
        if first and last:
            begin, end = {first, first - DAY}, {last, last + DAY}
            for this, that in ((begin, end), (end, begin)):
                at_this = {first_day(own), last_day(own)} & this
                if at_this and any({first_day(stock), last_day(stock)} & that for stock in stocks):
                    return True
    return False


def equals(value: Amount, low: Decimal, high: Decimal) -> bool:
    """Whether a value is the result, rounded to as many digits as the value was written with."""
    if value.low is None or value.high is None or value.pair:
        return False
    return _rounds_to(low, value.low) and _rounds_to(high, value.high)


def _rounds_to(result: Decimal, written: Decimal) -> bool:
    with localcontext() as context:
        context.prec = PRECISION
        return result.quantize(Decimal(1).scaleb(int(written.as_tuple().exponent))) == written


def _shown(low: Decimal, high: Decimal) -> str:
    ends = [f"{end:,.{0 if end == end.to_integral() else 4}f}" for end in (low, high)]
    return ends[0] if low == high else f"{ends[0]} to {ends[1]}"
