"""Derived figures are worked out again, and the result must be the same."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from operator import add, mul, sub, truediv
from typing import Final

from dateline.checking.fact_words import any_of
from dateline.checking.unit_agreement import same_unit
from dateline.facts.briefing import Briefing
from dateline.facts.fields import ID
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import Amount
from dateline.facts.records import Fact, Figure
from dateline.facts.units import is_money, unit_name
from dateline.problems import Problem, Rule

_TOKEN = re.compile(rf"\s*({ID.pattern}|[0-9]+(?:\.[0-9]+)?|[-+*/×÷−()])")
_Operators = Mapping[str, Callable[[Decimal, Decimal], Decimal]]
_SUMS: _Operators = {"+": add, "-": sub, "−": sub}
_PRODUCTS: _Operators = {"*": mul, "×": mul, "/": truediv, "÷": truediv}
MOST_TOKENS: Final = 60
_PRECISION: Final = 50


class FormulaError(ValueError):
    """A formula that cannot be worked out; the message goes on from “the formula …”."""


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


def check_derived_unit(figure: Figure, used: Sequence[Figure], formula: str) -> Iterator[Problem]:
    """A sum has the unit of its parts; money comes from the same currency, whatever the formula."""
    units = list({unit_name(operand.unit or ""): operand.unit for operand in used}.values())
    money = [unit for unit in units if unit and is_money(unit)]
    what = "what it is derived from"
    fix = "write the unit that the formula gives, or correct the formula"
    if len(units) == 1 and _PRODUCTS.keys().isdisjoint(_tokens(formula)):
        fits = _is_same(figure.unit, units[0])
        what = "the result of its formula"
        fix = f"correct the formula, or {f'write `unit: {units[0]}`' if units[0] else 'remove `unit:`'}"
    elif figure.unit and is_money(figure.unit):
        fits = any(_is_same(figure.unit, unit) for unit in money)
    else:
        fits = figure.unit is not None or len(money) != 1
    if used and not fits:
        theirs = any_of(map(_counts, units))
        found = f"‘{figure.id}’ {_counts(figure.unit)}, but {what} {theirs}"
        yield Problem(figure.origin.of("unit"), Rule.DERIVED_UNIT, found, fix)


def _is_same(unit: str | None, other: str | None) -> bool:
    return unit == other or bool(unit and other and same_unit(unit, other))


def _counts(unit: str | None) -> str:
    return f"is in {unit}" if unit else "has no unit"


def check_derived_dates(figure: Figure, used: Sequence[Figure]) -> Iterator[Problem]:
    dates = [date for operand in used for date in (operand.period, operand.as_of) if date]
    for field, own in (("period", figure.period), ("as_of", figure.as_of)):
        begins = own and own.start in {date.start for date in dates}
        ends = own and own.end in {date.end for date in dates}
        if own and dates and not (begins and ends) and figure.date_from is None:
            theirs = any_of(date.text for date in dates)
            found = f"figure ‘{figure.id}’ is dated {own.text}, but is worked out from figures of {theirs}"
            fix = f"write {theirs}, or say in `date_from:` where {own.text} comes from"
            yield Problem(figure.origin.of(field), Rule.DERIVED_DATE, found, fix)


def formula_ids(formula: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token for token in _tokens(formula) if token[0].isalpha()))


def _tokens(formula: str) -> list[str]:
    return [found.group(1) for found in _TOKEN.finditer(formula)]


def work_out(formula: str, values: Mapping[str, Amount]) -> tuple[Decimal, Decimal]:
    """The results for the low and for the high ends of ranges, sorted. Raises FormulaError."""
    tokens = _tokens(formula)
    if _TOKEN.sub("", formula).strip():
        raise FormulaError("cannot be read")
    if len(tokens) > MOST_TOKENS:
        raise FormulaError("is too long")
    lows = {name: _number(name, amount, amount.low) for name, amount in values.items()}
    highs = {name: _number(name, amount, amount.high) for name, amount in values.items()}
    with localcontext() as context:
        context.prec = _PRECISION
        try:
            low, high = sorted(_Formula(tokens[::-1], ends).result() for ends in (lows, highs))
        except (DivisionByZero, InvalidOperation):
            raise FormulaError("divides by zero") from None
    return low, high


def _number(name: str, amount: Amount, end: Decimal | None) -> Decimal:
    if end is None:
        raise FormulaError(f"uses ‘{name}’, whose value is in words")
    if amount.pair:
        raise FormulaError(f"uses ‘{name}’, whose value is a pair of numbers")
    return end


@dataclass(slots=True)
class _Formula:
    """Works a formula out, products before sums; of the `tokens` the last is read next."""

    tokens: list[str]
    values: Mapping[str, Decimal]

    def result(self) -> Decimal:
        tokens = tuple(self.tokens)
        value = self._sum()
        if self.tokens:
            if self.tokens[-1] == ")":
                raise FormulaError("has a bracket that is not opened")
            before = tokens[len(self.tokens)]
            raise FormulaError(f"needs + - * or / between “{before}” and “{self.tokens[-1]}”")
        return value

    def _sum(self) -> Decimal:
        return self._chain(_SUMS, lambda: self._chain(_PRODUCTS, self._operand))

    def _chain(self, operators: _Operators, part: Callable[[], Decimal]) -> Decimal:
        value = part()
        while self.tokens and self.tokens[-1] in operators:
            operator = operators[self.tokens.pop()]
            value = operator(value, part())
        return value

    def _operand(self) -> Decimal:
        if not self.tokens:
            raise FormulaError("ends too soon")
        operand = self.tokens.pop()
        if operand == "(":
            value = self._sum()
            if not self.tokens or self.tokens.pop() != ")":
                raise FormulaError("has a bracket that is not closed")
            return value
        if operand in self.values:
            return self.values[operand]
        if operand[0].isdigit():
            return Decimal(operand)
        raise FormulaError(f"has “{operand}” where a number or an id belongs")


def equals(value: Amount, low: Decimal, high: Decimal) -> bool:
    """Whether a value is the result, rounded to as many digits as the value was written with."""
    if value.low is None or value.high is None or value.pair:
        return False
    return _rounds_to(low, value.low) and _rounds_to(high, value.high)


def _rounds_to(result: Decimal, written: Decimal) -> bool:
    with localcontext() as context:
        context.prec = _PRECISION
        return result.quantize(Decimal(1).scaleb(int(written.as_tuple().exponent))) == written


def _shown(low: Decimal, high: Decimal) -> str:
    ends = [f"{end:,.{0 if end == end.to_integral() else 4}f}" for end in (low, high)]
    return ends[0] if low == high else f"{ends[0]} to {ends[1]}"
