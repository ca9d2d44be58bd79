"""The unit of a derived figure is the one that its formula gives, as far as the formula says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Self

from dateline.checking.agreement.quantities.unit_agreement import measure_name, rate_of, same_unit
from dateline.checking.basis.fact_words import any_of
from dateline.checking.basis.formulas import FormulaError, evaluate, has_number, has_product
from dateline.facts.records import Figure
from dateline.facts.units import is_money, unit_name
from dateline.frozen import dataclass
from dateline.problems import Problem, Rule

# Units that a product leaves as they were: 30 percent of an amount of money is money.
_PLAIN: Final = frozenset({None, "percent", "percentage points", "times", "share"})


@dataclass(frozen=True)
class Powers:
    """How often each unit is multiplied (1) or divided by (-1); None where nobody can say."""

    of: Mapping[str, int] | None

    @classmethod
    def of_unit(cls, unit: str | None) -> Self:
        if unit is None or measure_name(unit) in _PLAIN - {None}:
            return cls({})
        rate = rate_of(unit)
        return cls(
            {unit_name(rate.unit): 1, unit_name(rate.per): -1} if rate else {unit_name(unit): 1}
        )

    def __mul__(self, other: Self) -> Self:
        return self._times(other, 1)

    def __truediv__(self, other: Self) -> Self:
        return self._times(other, -1)

    def __add__(self, other: Self) -> Self:
        return self if self.of == other.of else type(self)(None)

    __sub__ = __add__

    def _times(self, other: Self, power: int) -> Self:
        if self.of is None or other.of is None:
            return type(self)(None)
        total = Counter(self.of)
        for unit, own in other.of.items():
            total[unit] += power * own
        return type(self)({unit: own for unit, own in total.items() if own})

    @property
    def money(self) -> dict[str, int]:
        return {unit: power for unit, power in (self.of or {}).items() if is_money(unit)}

    @property
    def per(self) -> list[str]:
        """What it is for each of, apart from money: months, people."""
        powers = (self.of or {}).items()
        return [unit for unit, power in powers if power < 0 and not is_money(unit)]

    @property
    def name(self) -> str | None:
        """The unit as a sheet writes it; None for none and for what no sheet can write."""
        powers = sorted((self.of or {}).items(), key=lambda item: -item[1])
        if [power for _, power in powers] == [1]:
            return powers[0][0]
        is_rate = [power for _, power in powers] == [1, -1]
        return f"{powers[0][0]}/{powers[1][0]}" if is_rate else None


def check_derived_unit(figure: Figure, used: Sequence[Figure], formula: str) -> Iterator[Problem]:
    """A sum has the unit of its parts; money and what it is for come from those of the parts."""
    units = list({unit_name(operand.unit or ""): operand.unit for operand in used}.values())
    theirs = any_of(map(_counts, units))
    position = figure.origin.of("unit")
    if len(units) == 1 and not has_product(formula):
        if not _is_same(figure.unit, units[0]):
            found = f"‘{figure.id}’ {_counts(figure.unit)}, but the result of its formula {theirs}"
            write = f"write `unit: {units[0]}`" if units[0] else "remove `unit:`"
            yield Problem(position, Rule.DERIVED_UNIT, found, f"correct the formula, or {write}")
        return
    result = _result(used, formula)
    is_certain = all(operand.unit for operand in used) and not has_number(formula)
    if used and not _fits(figure.unit, result, is_certain=is_certain):
        found = f"‘{figure.id}’ {_counts(figure.unit)}, but what it is derived from {theirs}"
        fix = _to_write(figure.unit, result, used, is_certain=is_certain)
        yield Problem(position, Rule.DERIVED_UNIT, found, fix)


def _result(used: Sequence[Figure], formula: str) -> Powers:
    powers = {operand.id: Powers.of_unit(operand.unit) for operand in used}
    try:
        return evaluate(formula, powers, lambda _: Powers({}))
    except FormulaError:
        return Powers(None)


def _fits(unit: str | None, result: Powers, *, is_certain: bool) -> bool:
    """Whether a unit may be that of the result, which numbers without a unit may have changed."""
    own = Powers.of_unit(unit)
    if result.of is None:
        return True
    if unit is None:
        return list(result.money.values()) != [1]
    if own.money != result.money and (own.money or is_certain):
        return False
    return not (own.per and result.per) or any(
        same_unit(per, other) for per in own.per for other in result.per
    )


def _to_write(unit: str | None, result: Powers, used: Sequence[Figure], *, is_certain: bool) -> str:
    if result.name and (is_certain or unit is None):
        return f"write `unit: {result.name}`, or correct the formula"
    codes = [code for operand in used for code in Powers.of_unit(operand.unit).money]
    own = next(iter(Powers.of_unit(unit).money), None)
    other = next((code for code in codes if code != own), None)
    if own and other:
        return f"divide by a figure of the rate (`unit: {other}/{own}`), or correct the formula"
    return "write the unit that the formula gives, or correct the formula"


def _is_same(unit: str | None, other: str | None) -> bool:
    return unit == other or bool(unit and other and same_unit(unit, other))


def _counts(unit: str | None) -> str:
    return f"is in {unit}" if unit else "has no unit"
