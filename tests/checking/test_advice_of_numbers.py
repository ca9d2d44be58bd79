"""What is offered for a number that nothing supports is of the same thing, or nothing is offered."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    The ferry trust made €9.8m from tickets. A crossing now costs 36 cents a mile, 2 cents less than
    in May. Its crews are paid less than half of last year's allowance. A further rise of at least
    1 cent is due. "One more storm and we are done," said Pia Holm. Wood costs €3,980 a tonne.
"""
FIGURES = """
figures:
  - {id: share, label: Share, value: 5, unit: percent, kind: estimate, derived: {how: (a / b) * 100}}
  - {id: a, label: A, value: 1, kind: measured, source: s}
  - {id: b, label: B, value: 20, kind: measured, source: s}
"""


def offered(standfirst: str, **sheets: str) -> list[list[str]]:
    found = claims(standfirst=standfirst, body=BODY, **sheets)
    return [[related.note for related in problem.related] for problem in found]


@pytest.mark.parametrize(
    ("standfirst", "notes"),
    [
        ("A crossing costs 37 cents a mile.", ["the article says “36 cents a mile”"]),
        ("Wood costs €3,890 a tonne.", ["the article says “€3,980 a tonne”"]),
        # Another thing, another unit, a change the other way: nobody can tell what is meant.
        ("Crews want 37 cents a mile.", []),
        ("A crossing costs €9.7m.", []),
        ("The price is 3 cents more than in May.", []),
        ("More than two-thirds of the crews stayed away.", []),
        ("Allowance is cut by 54 percent for crews.", []),
    ],
)
def test_only_a_number_of_the_same_thing_is_offered(standfirst: str, notes: list[str]) -> None:
    assert offered(standfirst) == [notes]


def test_a_number_of_a_formula_is_none_of_the_text() -> None:
    assert offered("It is more than €100 a month.", figures=FIGURES) == [[]]


def test_a_word_without_a_unit_says_nothing_of_the_hedge_of_money() -> None:
    sheet = """
    events:
      - {id: e, title: %s, date: 2024-09, evidence: A further rise of at least 1 cent is due, date_from: It is due}
    """
    assert offered("It is due.", timeline=sheet % "A rise of at least 1 cent a mile") == []
    (notes,) = offered("It is due.", timeline=sheet % "A rise of 1 cent a mile")
    assert notes == ["the article says “at least 1 cent”"]
