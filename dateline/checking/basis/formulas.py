"""Formulas over ids of figures: read once, and worked out with numbers or with units."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from operator import add, mul, sub, truediv
from typing import Any, Final, Generic, TypeVar

from dateline.facts.fields import ID
from dateline.facts.quantities import Amount
from dateline.patterns import compile_later

T = TypeVar("T")
_TOKEN = compile_later(rf"\s*({ID.pattern}|[0-9]+(?:\.[0-9]+)?|[-+*/×÷−()])")
_Operators = Mapping[str, Callable[[Any, Any], Any]]
_SUMS: _Operators = {"+": add, "-": sub, "−": sub}
_PRODUCTS: _Operators = {"*": mul, "×": mul, "/": truediv, "÷": truediv}
MOST_TOKENS: Final = 60
PRECISION: Final = 50


class FormulaError(ValueError):
    """A formula that cannot be worked out; the message goes on from “the formula …”."""


def formula_ids(formula: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token for token in tokens_of(formula) if token[0].isalpha()))


def has_product(formula: str) -> bool:
    return not _PRODUCTS.keys().isdisjoint(tokens_of(formula))


def has_number(formula: str) -> bool:
    return any(token[0].isdigit() for token in tokens_of(formula))


def tokens_of(formula: str) -> list[str]:
    return [found.group(1) for found in _TOKEN.finditer(formula)]


def work_out(formula: str, values: Mapping[str, Amount]) -> tuple[Decimal, Decimal]:
    """The results for the low and for the high ends of ranges, sorted. Raises FormulaError."""
    lows = {name: _number(name, amount, amount.low) for name, amount in values.items()}
    highs = {name: _number(name, amount, amount.high) for name, amount in values.items()}
    with localcontext() as context:
        context.prec = PRECISION
        try:
            low, high = sorted(evaluate(formula, ends, Decimal) for ends in (lows, highs))
        except (DivisionByZero, InvalidOperation):
            raise FormulaError("divides by zero") from None
    return low, high


def evaluate(formula: str, values: Mapping[str, T], number: Callable[[str], T]) -> T:
    """The formula with something in place of each id and each number. Raises FormulaError."""
    tokens = tokens_of(formula)
    if _TOKEN.sub("", formula).strip():
        raise FormulaError("cannot be read")
    if len(tokens) > MOST_TOKENS:
        raise FormulaError("is too long")
    return _Formula(tokens[::-1], values, number).result()


def _number(name: str, amount: Amount, end: Decimal | None) -> Decimal:
    if end is None:
        raise FormulaError(f"uses ‘{name}’, whose value is in words")
    if amount.pair:
        raise FormulaError(f"uses ‘{name}’, whose value is a pair of numbers")
    return end


@dataclass(slots=True)
class _Formula(Generic[T]):
    """Works a formula out, products before sums; of the `tokens` the last is read next."""

    tokens: list[str]
    values: Mapping[str, T]
    number: Callable[[str], T]

    def result(self) -> T:
        tokens = tuple(self.tokens)
        value = self._sum()
        if self.tokens:
            if self.tokens[-1] == ")":
                raise FormulaError("has a bracket that is not opened")
            before = tokens[len(self.tokens)]
            raise FormulaError(f"needs + - * or / between “{before}” and “{self.tokens[-1]}”")
        return value

    def _sum(self) -> T:
        return self._chain(_SUMS, lambda: self._chain(_PRODUCTS, self._operand))

    def _chain(self, operators: _Operators, part: Callable[[], T]) -> T:
        value = part()
        while self.tokens and self.tokens[-1] in operators:
            operator = operators[self.tokens.pop()]
            value = operator(value, part())
        return value

    def _operand(self) -> T:
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
            return self.number(operand)
        raise FormulaError(f"has “{operand}” where a number or an id belongs")
