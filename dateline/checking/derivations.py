"""What is worked out from other figures is worked out again, and must come to the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from operator import add, mul, sub, truediv

from dateline.checking.fact_words import any_of
from dateline.checking.units import is_money, same_unit
from dateline.facts.briefing import Briefing
from dateline.facts.quantities import Amount
from dateline.facts.records import Derivation, Fact, Figure, Hedge
from dateline.problems import Problem, Rule

_TOKEN = re.compile(r"\s*([a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+(?:\.[0-9]+)?|[-+*/×÷−()])")
_OPERATORS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": add,
    "-": sub,
    "−": sub,
    "*": mul,
    "×": mul,
    "/": truediv,
    "÷": truediv,
}
LONGEST = 60


class FormulaError(ValueError):
    """A formula that cannot be worked out: what is wrong with it."""


def check_derived(fact: Fact, briefing: Briefing) -> Iterator[Problem]:
    """A derived figure: its formula is a sum over figures, gives its value, and keeps the hedge."""
    if isinstance(fact, Figure) and fact.derived:
        figures = {figure.id: figure for figure in briefing.figures}
        yield from check_derivation(fact, fact.derived, figures)


def check_derivation(
    figure: Figure, derived: Derivation, figures: Mapping[str, Figure]
) -> Iterator[Problem]:
    formula = derived.how
    used = [figures[one] for one in formula_ids(formula) if one in figures]
    if len(used) < len(formula_ids(formula)):
        return  # told already, as a reference
    position = figure.origin.of("derived", "how")
    try:
        low, high = work_out(formula, {one.id: one.value for one in used})
    except FormulaError as error:
        yield Problem(
            position=position,
            rule=Rule.DERIVED_FORMULA,
            found=f"“{formula}”: {error}",
            fix="write ids of figures and numbers with + - * / between spaces, as `non-oil-trade / 5`",
        )
        return
    if not equals(figure.value, low, high):
        by_hundred = equals(figure.value, 100 * low, 100 * high)
        yield Problem(
            position=figure.origin.of("value"),
            rule=Rule.DERIVED_VALUE,
            found=f"figure ‘{figure.id}’ says {figure.value.text}, “{formula}” gives {_shown(low, high)}",
            fix=f"write `how: ({formula}) * 100`, which gives percent"
            if by_hundred
            else "write what the formula gives, rounded as you like, or mend the formula",
        )
    is_rounded = (figure.value.low, figure.value.high) != (low, high)
    yield from check_derived_hedge(figure, used, is_rounded=is_rounded)
    yield from check_derived_unit(figure, used, formula)
    yield from check_derived_dates(figure, used)


def check_derived_hedge(
    figure: Figure, used: Sequence[Figure], *, is_rounded: bool
) -> Iterator[Problem]:
    """A value from hedged values is no surer than they are, and no more is said of it.

    From exact ones it is exact, or `about` where it was rounded.
    """
    hedges = [one.hedge for one in used if one.hedge]
    allowed = {*hedges, Hedge.ABOUT} if hedges else {None, Hedge.ABOUT} if is_rounded else {None}
    if figure.hedge not in allowed:
        theirs = f"has “{hedges[0]}”" if hedges else "has none"
        write = " or ".join(f"`hedge: {one}`" for one in dict.fromkeys((*hedges, Hedge.ABOUT)))
        yield Problem(
            position=figure.origin.of("hedge" if figure.hedge else "value"),
            rule=Rule.DERIVED_HEDGE,
            found=f"figure ‘{figure.id}’ has {f'“{figure.hedge}”' if figure.hedge else 'no hedge'}; "
            f"what it comes from {theirs}",
            fix=f"write {write}" if hedges else "leave `hedge` out",
        )


def check_derived_unit(figure: Figure, used: Sequence[Figure], formula: str) -> Iterator[Problem]:
    """A sum counts what its parts count; money comes from the same money, whatever the formula."""
    units = list(dict.fromkeys(one.unit for one in used))
    is_sum = not any(one in "*×/÷" for one in _tokens(formula))
    money = [one for one in units if one and is_money(one)]
    if is_sum and len(units) == 1:
        fits = _same(figure.unit, units[0])
    elif figure.unit and is_money(figure.unit):
        fits = any(_same(figure.unit, one) for one in money)
    else:
        fits = figure.unit is not None or len(money) != 1
    if used and not fits:
        yield Problem(
            position=figure.origin.of("unit"),
            rule=Rule.DERIVED_UNIT,
            found=f"figure ‘{figure.id}’ counts {figure.unit or 'nothing'}, "
            f"what it comes from {any_of(one or 'nothing' for one in units)}",
            fix="write the unit that the formula gives",
        )


def _same(one: str | None, other: str | None) -> bool:
    return one == other or bool(one and other and same_unit(one, other))


def check_derived_dates(figure: Figure, used: Sequence[Figure]) -> Iterator[Problem]:
    """What is worked out begins and ends when something that it comes from does."""
    dates = [date for one in used for date in (one.period, one.as_of) if date]
    for field, own in (("period", figure.period), ("as_of", figure.as_of)):
        begins = own and own.start in {one.start for one in dates}
        ends = own and own.end in {one.end for one in dates}
        if own and dates and not (begins and ends) and figure.date_from is None:
            yield Problem(
                position=figure.origin.of(field),
                rule=Rule.DERIVED_DATE,
                found=f"figure ‘{figure.id}’ is dated {own.text}, "
                f"what it comes from {any_of(one.text for one in dates)}",
                fix="write the dates of what it comes from, or say in `date_from:` whence they are",
            )


def formula_ids(formula: str) -> tuple[str, ...]:
    """The ids of figures in a formula, each once."""
    return tuple(dict.fromkeys(one for one in _tokens(formula) if one[0].isalpha()))


def _tokens(formula: str) -> list[str]:
    return [found.group(1) for found in _TOKEN.finditer(formula)]


def work_out(formula: str, values: Mapping[str, Amount]) -> tuple[Decimal, Decimal]:
    """The least and the most that the formula can give, each range taken at both of its ends.

    Raises FormulaError.
    """
    if _TOKEN.sub("", formula).strip():
        raise FormulaError("this is no formula")
    if len(_tokens(formula)) > LONGEST:
        raise FormulaError("it is too long to follow")
    ends = [
        _Sum(
            _tokens(formula), {one: _end(one, amount, high=high) for one, amount in values.items()}
        )
        for high in (False, True)
    ]
    with localcontext() as context:
        context.prec = 50
        try:
            results = sorted(end.result() for end in ends)
        except (DivisionByZero, InvalidOperation):
            raise FormulaError("it divides by zero") from None
    return results[0], results[1]


def _end(name: str, amount: Amount, *, high: bool) -> Decimal:
    value = amount.high if high else amount.low
    if value is None:
        raise FormulaError(f"‘{name}’ has words for a value")
    return value


@dataclass(slots=True)
class _Sum:
    """A formula read from left to right, with the usual rank of its operators."""

    tokens: list[str]
    values: Mapping[str, Decimal]
    at: int = 0

    def result(self) -> Decimal:
        value = self._chain(("+", "-", "−"), lambda: self._chain(("*", "×", "/", "÷"), self._one))
        if self.at < len(self.tokens):
            raise FormulaError(f"“{self.tokens[self.at]}” stands where an operator should")
        return value

    def _chain(self, operators: tuple[str, ...], part: Callable[[], Decimal]) -> Decimal:
        value = part()
        while self.at < len(self.tokens) and self.tokens[self.at] in operators:
            operator = _OPERATORS[self.tokens[self.at]]
            self.at += 1
            value = operator(value, part())
        return value

    def _one(self) -> Decimal:
        if self.at >= len(self.tokens):
            raise FormulaError("it ends too soon")
        one = self.tokens[self.at]
        self.at += 1
        if one == "(":
            return self._bracket()
        if one in self.values:
            return self.values[one]
        if one[0].isdigit():
            return Decimal(one)
        raise FormulaError(f"“{one}” stands where a number or an id should")

    def _bracket(self) -> Decimal:
        value = self._chain(("+", "-", "−"), lambda: self._chain(("*", "×", "/", "÷"), self._one))
        if self.at >= len(self.tokens) or self.tokens[self.at] != ")":
            raise FormulaError("a bracket is not closed")
        self.at += 1
        return value


def equals(value: Amount, low: Decimal, high: Decimal) -> bool:
    """Whether a value is the result, rounded to as many digits as the value was written with."""
    if value.low is None or value.high is None:
        return False
    return _rounds_to(low, value.low) and _rounds_to(high, value.high)


def _rounds_to(result: Decimal, written: Decimal) -> bool:
    with localcontext() as context:
        context.prec = 50
        return result.quantize(Decimal(1).scaleb(int(written.as_tuple().exponent))) == written


def _shown(low: Decimal, high: Decimal) -> str:
    ends = [
        f"{one.normalize():f}" if one == one.to_integral() else f"{one:.4f}" for one in (low, high)
    ]
    return ends[0] if low == high else f"{ends[0]} to {ends[1]}"
