"""Derived figures are worked out again, and the result must be the same."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
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


def without_consequences(problems: Sequence[Problem], briefing: Briefing) -> Iterator[Problem]:
    """The problems without those of results of values that are themselves refused, and may be right after that."""
    wrong = {problem.fact for problem in problems if problem.rule == Rule.AGREEMENT_VALUE}
    for problem in problems:
        fact = briefing.fact_by_id.get(problem.fact or "")
        derived = fact.derived if isinstance(fact, Figure) else None
        used = set(formula_ids(derived.how)) if derived else set()
        if problem.rule != Rule.DERIVED_VALUE or wrong.isdisjoint(used):
            yield problem


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
    yield from check_derived_hedge(figure, used, formula, is_rounded=is_rounded)
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
    figure: Figure, used: Sequence[Figure], formula: str, *, is_rounded: bool
) -> Iterator[Problem]:
    """A value derived from hedged ones has the hedge that theirs lead to, or `about`.

    One derived from exact values has no hedge, or `about` where it was rounded.
    """
    hedges = [operand.hedge for operand in used if operand.hedge]
    given = _hedges_given(used, formula)
    allowed = {*given, Hedge.ABOUT} if hedges else {None, Hedge.ABOUT} if is_rounded else {None}
    if figure.hedge not in allowed:
        own = f"“{figure.hedge}”" if figure.hedge else "no hedge"
        theirs = any_of(f"“{hedge}”" for hedge in hedges) if hedges else "none"
        choices = any_of(f"`hedge: {hedge}`" for hedge in dict.fromkeys((*given, Hedge.ABOUT)))
        found = f"figure ‘{figure.id}’ has {own}, but is worked out from figures with {theirs}"
        fix = f"write {choices}" if hedges else "remove `hedge`"
        position = figure.origin.of("hedge" if figure.hedge else "value")
        yield Problem(position, Rule.DERIVED_HEDGE, found, fix)


_OTHER_WAY: Final = {
    Hedge.AT_LEAST: Hedge.UP_TO,
    Hedge.UP_TO: Hedge.AT_LEAST,
    Hedge.MORE_THAN: Hedge.FEWER_THAN,
    Hedge.FEWER_THAN: Hedge.MORE_THAN,
    Hedge.NEARLY: Hedge.ABOUT,  # No hedge says "a little more".
}
_UP: Final = {Hedge.AT_LEAST, Hedge.MORE_THAN}


def _hedges_given(used: Sequence[Figure], formula: str) -> tuple[Hedge, ...]:
    """What the hedges of the operands make of the result; nothing where they pull it both ways.

    What is divided by "at least 5" is "up to" so much, and so is what has "at least 5" taken away.
    """
    given = {
        operand.hedge if _rises_with(operand, used, formula) else _turned(operand.hedge)
        for operand in used
        if operand.hedge
    }
    ways = {None if hedge is Hedge.ABOUT else hedge in _UP for hedge in given}
    if len(ways) > 1:
        return ()
    if len(given) > 1:
        given.discard(Hedge.NEARLY)  # Beside "up to" it says too much.
    return tuple(sorted(given))


def _turned(hedge: Hedge) -> Hedge:
    return _OTHER_WAY.get(hedge, hedge)


def _rises_with(operand: Figure, used: Sequence[Figure], formula: str) -> bool:
    """Whether the result is more where this operand is a little more."""
    amounts = {each.id: each.value for each in used}
    low, high = operand.value.low, operand.value.high
    assert low is not None
    assert high is not None
    more = replace(operand.value, low=low + abs(low) * A_LITTLE, high=high + abs(high) * A_LITTLE)
    return work_out(formula, {**amounts, operand.id: more}) >= work_out(formula, amounts)


A_LITTLE: Final = Decimal("0.000000001")


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
