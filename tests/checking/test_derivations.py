"""What is worked out from other figures is worked out again."""

from decimal import Decimal

import pytest

from dateline.checking.derivations import FormulaError, work_out
from dateline.facts.quantities import parse_amount
from tests.small_site import rules

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
