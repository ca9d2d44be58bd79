"""Sums that a desk does without saying so are right where their numbers are named, and only then."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    Of the 57 farmers who left, 41 gave up dairying. Fewer than one in three took part in the vote.

    Cheese fetched £3,980 a tonne in May and £3,410 in August. Farmers were paid 39.4p a litre last
    year. The base price is 36.5p. Closure would cost £7m and save £5m a year.

    The banks allow no more than four times earnings.
"""
FIGURES = """
figures:
  - id: f
    label: "%s"
    kind: measured
    evidence: "%s"
    value: %s
    %s
    description: "%s"
  - {id: paid, label: Average price paid, value: 39.4, unit: pence/litre, kind: price, evidence: were paid 39.4p}
  - {id: limit, label: Most debt, value: 4, unit: times, hedge: up to, kind: agreed, evidence: no more than four times}
"""
LEFT = ("Farmers who left", "Of the 57 farmers who left", "57", "unit: farmers")
ENDED = ("Farmers who gave up", "41 gave up dairying", "41", "")
VOTED = (
    "Members who took part",
    "Fewer than one in three took part",
    "one in three",
    "hedge: fewer than",
)
CHEESE = (
    "Price of cheese",
    "£3,410 in August",
    "3410",
    "unit: GBP/tonne\n    history: [{date: 2024-05, value: 3980, evidence: '£3,980 a tonne in May'}]",
)
BASE = ("Base price of milk", "The base price is 36.5p", "36.5", "unit: pence")
COST = ("Cost of closure", "Closure would cost £7m", "7 million", "unit: GBP")


@pytest.mark.parametrize(
    ("figure", "right", "wrong"),
    [
        (LEFT, "About seven in ten of them gave up.", "About nine in ten of them gave up."),
        (ENDED, "What became of the other 16 is not known.", "The other 26 are at work."),
        (VOTED, "More than two-thirds of the members stayed away.", "More than two-thirds took part."),
        (VOTED, "More than two-thirds did not vote.", "Less than two-thirds did not vote."),
        (CHEESE, "It lost £570 in all.", "It lost £750 in all."),
        (
            CHEESE,
            "It lost £570 in five months, more than £100 a month.",
            "£570 in five months is more than £150 a month.",
        ),
        (BASE, "It is 2.9p less than the average paid.", "It is 3.9p less than the average paid."),
        (
            COST,
            "£5m a year makes up for it in less than a year and a half.",
            "£5m a year makes up for it in less than three years and a half.",
        ),
        (
            LEFT,
            "£5m, shared among 57 farmers, is about £87,700 each.",
            "£5m, shared among 57 farmers, is about £78,700 each.",
        ),
        (LEFT, "The limit of four times is near.", "The debt of four times is near."),
        (LEFT, "The four times that the banks allow are near.", "The four times that it has are near."),
    ],
)  # fmt: skip
def test_a_sum_of_named_numbers_passes_and_its_sibling_does_not(
    figure: tuple[str, ...], right: str, wrong: str
) -> None:
    assert claims(body=BODY, figures=FIGURES % (*figure, right)) == []
    assert claims(body=BODY, figures=FIGURES % (*figure, wrong)) != []
