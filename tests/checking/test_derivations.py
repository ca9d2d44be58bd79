"""What is worked out from other figures is worked out again."""

from decimal import Decimal

import pytest

from dateline.checking.basis.formulas import FormulaError, work_out
from dateline.facts.quantities import parse_amount
from tests.small_site import problems, rules

VALUES = {
    "trade": parse_amount("5 billion"),
    "five-months": parse_amount("5"),
    "crew": parse_amount("900-1000"),
}


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("trade / 5", "1000000000", "1000000000"),
        ("trade ÷ five-months", "1000000000", "1000000000"),
        ("1 + 2 * 3", "7", "7"),
        ("(1 + 2) × 3 - 4", "5", "5"),
        ("crew * 2", "1800", "2000"),
        ("10 - crew", "-990", "-890"),
    ],
)
def test_a_formula_is_worked_out_with_the_usual_rank(formula: str, low: str, high: str) -> None:
    assert work_out(formula, VALUES) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "formula",
    ["", "trade /", "/ 5", "(trade", "trade 5", "trade ^ 2", "1 / 0", "1 + " * 99 + "1", "$"],
)
def test_a_formula_that_cannot_be_read_is_reported(formula: str) -> None:
    with pytest.raises(FormulaError):
        work_out(formula, VALUES)


SHEET = """
    figures:
      - {{id: trade, label: Trade, value: 5 billion, unit: USD, hedge: nearly, kind: measured,
         evidence: nearly $5 billion}}
      - {{id: monthly, label: A month, value: {value}, unit: USD, kind: estimate, {more}
         derived: {{how: "{how}"}}}}
"""


@pytest.mark.parametrize(
    ("value", "how", "more", "found"),
    [
        ("1 billion", "trade / 5", "hedge: about,", []),
        ("2 billion", "trade / 5", "hedge: about,", ["derived.value"]),
        ("1 billion", "trade / 4", "hedge: about,", []),  # 1.25, rounded as it is written
        ("1 billion", "trade / 0", "hedge: about,", ["derived.formula"]),
        ("1 billion", "trade / 5", "", ["derived.hedge"]),
        ("1 billion", "treade / 5", "hedge: about,", ["reference.unknown"]),
    ],
)
def test_a_derived_figure_is_recomputed(value: str, how: str, more: str, found: list[str]) -> None:
    sheet = SHEET.format(value=value, how=how, more=more)
    assert rules("Trade was nearly $5 billion.", figures=sheet) == found


HEDGED = """
    figures:
      - {{id: all, label: All, value: 100, unit: people, hedge: {all}, kind: measured, source: s}}
      - {{id: part, label: Part, value: 20, unit: people, hedge: {part}, kind: measured, source: s}}
      - {{id: f, label: Result, value: {value}, unit: {unit}, hedge: {hedge}, kind: estimate,
         derived: {{how: "{how}"}}}}
"""


@pytest.mark.parametrize(
    ("how", "hedges", "true", "false"),
    [
        ("all / part", ("nearly", ""), ["nearly", "about"], ["at least", "up to"]),
        ("all / part", ("", "nearly"), ["about"], ["nearly"]),
        ("all / part", ("", "at least"), ["up to"], ["at least"]),
        ("all / part", ("at least", ""), ["at least"], ["up to"]),
        ("all / part", ("at least", "up to"), ["at least"], ["up to"]),
        ("all / part", ("at least", "at least"), ["about"], ["at least", "up to"]),
        ("all - part", ("", "more than"), ["fewer than"], ["more than"]),
        ("all + part", ("at least", "about"), ["about"], ["at least"]),
        ("all + part", ("up to", "nearly"), ["up to"], ["nearly"]),
    ],
)
def test_a_hedge_turns_round_where_the_number_is_divided_by_or_taken_away(
    how: str, hedges: tuple[str, str], true: list[str], false: list[str]
) -> None:
    value, unit = {"/": ("5", "people"), "-": ("80", "people"), "+": ("120", "people")}[
        how.split()[1]
    ]
    for hedge in (*true, *false):
        sheet = HEDGED.format(
            all=hedges[0],
            part=hedges[1],
            value=value,
            unit="" if "/" in how else unit,
            how=how,
            hedge=hedge,
        )
        found = rules("Nothing.", figures=sheet, sources="\n    sources: [{id: s, title: S}]")
        assert found == ([] if hedge in true else ["derived.hedge"]), hedge


UNITS = """
    figures:
      - {{id: cost, label: Cost, value: 776.80, unit: {cost}, kind: measured, source: s}}
      - {{id: rate, label: Rate, value: 388.40, unit: {rate}, kind: price, source: s}}
      - {{id: f, label: Result, value: {value}, unit: {unit}, kind: estimate, derived: {{how: "{how}"}}}}
"""


def unit_fixes(how: str, unit: str, *, value: str = "2", rate: str = "HUF/EUR") -> list[str]:
    sheet = UNITS.format(cost="HUF", rate=rate, unit=unit, how=how, value=value)
    found = problems(
        "All was quiet.", "derived.", figures=sheet, sources="sources:\n  - {id: s, title: S}\n"
    )
    assert {problem.rule for problem in found} <= {"derived.unit"}
    return [problem.fix for problem in found]


@pytest.mark.parametrize(
    ("how", "unit", "more"),
    [
        ("cost / rate", "EUR", {}),
        ("cost / rate", "euros", {}),
        ("cost / rate * 12", "EUR", {"value": "24"}),
        ("rate * 2", "HUF/EUR", {"value": "776.80"}),
        ("1 / rate", "EUR/HUF", {"value": "0.00257"}),
        # Of a month, of a day: the formula may leave it to the label.
        ("cost / rate", "HUF", {"rate": "months"}),
        ("cost / rate", "HUF/month", {"rate": "months"}),
        ("cost / rate", "people", {"rate": "HUF/person"}),
        ("cost / rate", "percent", {"rate": "HUF"}),
    ],
)
def test_the_unit_of_a_product_is_worked_out(how: str, unit: str, more: dict[str, str]) -> None:
    assert unit_fixes(how, unit, **more) == []


@pytest.mark.parametrize(
    ("how", "unit", "more", "fix"),
    [
        ("cost / rate", "HUF", {}, "write `unit: EUR`"),
        ("cost / rate", "USD", {}, "write `unit: EUR`"),
        ("cost * rate", "EUR", {"value": "301709.12"}, "divide by a figure of the rate"),
        ("cost / rate", "HUF/week", {"rate": "months"}, "write `unit: HUF/month`"),
        # A rate without its unit is any number: which unit is right is not known.
        ("cost / rate", "EUR", {"rate": "HUF"}, "(`unit: HUF/EUR`)"),
        ("cost / 388.40", "EUR", {}, "(`unit: HUF/EUR`)"),
    ],
)
def test_money_is_not_converted_without_a_rate(
    how: str, unit: str, more: dict[str, str], fix: str
) -> None:
    (written,) = unit_fixes(how, unit, **more)
    assert fix in written
