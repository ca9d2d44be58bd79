"""A story of a dairy's annual results: what its editor may say in other words, and what its siblings may not."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims
from tests.small_site import rules

# Published on Wednesday 11 September 2024.
BODY = """
    The dairy will pay its farmers less than half of last year's bonus. In the year to 31 March it
    made £9.8m on sales of £412.6m. The bonus costs it £4.2m, against £9.1m last year.

    Farmers were paid 39.4p a litre, 1.8p more than in 2022-23.

    He said that the ratio would be below 3.5 by December, once £11m of cheese had been sold.
"""


def bonus(description: str) -> str:
    return f"""
    figures:
      - {{id: bonus, label: Bonus, value: 4.2 million, unit: GBP, kind: target, evidence: costs it £4.2m,
          description: "{description}"}}
    """


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("Dairy cuts farmers' bonus by more than half", []),
        ("Dairy cuts farmers' bonus by less than half", ["claim.quantity"]),
        ("Dairy cuts farmers' bonus by more than three-quarters", ["claim.quantity"]),
        ("Dairy cuts price of cheese by more than half", ["claim.quantity"]),
    ],
)
def test_a_fall_is_what_the_share_of_the_year_before_leaves(title: str, refused: list[str]) -> None:
    found = claims(title=title, body=BODY)
    assert [problem.rule for problem in found] == refused
    # What is left of the bonus is not offered for its fall.
    assert all(not problem.related for problem in found)


@pytest.mark.parametrize(
    ("description", "is_refused"),
    [
        ("Less than half of the £9.1m of the year before.", False),
        ("Nearly half of the £9.1m.", False),
        ("Less than two-thirds of the £9.1m.", False),
        ("More than half of the £9.1m.", True),
        ("Less than a third of the £9.1m.", True),
    ],
)
def test_a_share_of_a_number_may_be_more_or_less_than_a_fraction(
    description: str, is_refused: bool
) -> None:
    assert bool(claims(body=BODY, figures=bonus(description))) == is_refused


@pytest.mark.parametrize(
    ("description", "is_refused"),
    [
        ("A year earlier it was 37.6p a litre.", False),
        ("A year earlier it was 36.7p a litre.", True),
        ("A year earlier it was 37.6p a tonne.", True),
    ],
)
def test_a_change_that_leaves_out_what_the_price_is_for_is_of_it(
    description: str, is_refused: bool
) -> None:
    sheet = f"""
    figures:
      - {{id: f, label: Price, value: 39.4, unit: pence/litre, kind: price, evidence: paid 39.4p a litre,
          description: "{description}"}}
    """
    assert bool(claims(body=BODY, figures=sheet)) == is_refused


@pytest.mark.parametrize(
    ("description", "is_refused"),
    [
        ("A year earlier it was about 4 per cent.", False),
        ("A year earlier it was about 6 per cent.", True),
        ("It is about 4 per cent.", True),
    ],
)
def test_a_formula_gives_what_there_was_before_too(description: str, is_refused: bool) -> None:
    history = "history: [{date: 2022-04/2023-03, value: %s million, source: s}]"
    sheet = f"""
    figures:
      - {{id: a, label: A, value: 9.8 million, unit: GBP, kind: measured, source: s, {history % 17.5}}}
      - {{id: b, label: B, value: 412.6 million, unit: GBP, kind: measured, source: s, {history % 439.4}}}
      - {{id: c, label: C, value: 2.4, unit: percent, hedge: about, kind: estimate,
          derived: {{how: (a / b) * 100}}, description: "{description}"}}
    """
    sources = "sources: [{id: s, title: A report}]"
    assert bool(claims(body=BODY, figures=sheet, sources=sources)) == is_refused


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2022-04/2023-03", []),
        ("2021-04/2022-03", ["agreement.date"]),
        ("2022-05/2023-04", ["agreement.date"]),
    ],
)
def test_last_year_may_be_the_one_before_the_year_of_the_accounts(
    date: str, found: list[str]
) -> None:
    sheet = f"""
    figures:
      - {{id: f, label: L, value: 9.1 million, unit: GBP, kind: measured, period: {date},
          evidence: "against £9.1m last year", date_from: the year of accounts before}}
    """
    assert rules(BODY, "agreement.", figures=sheet) == found


@pytest.mark.parametrize(
    ("window", "found"), [("../2024-12", []), ("../2023-12", ["agreement.date"])]
)
def test_the_verb_of_a_condition_is_not_that_of_the_date(window: str, found: list[str]) -> None:
    sheet = f"""
    events:
      - {{id: e, title: T, expected: [{{window: {window}}}],
          evidence: "the ratio would be below 3.5 by December, once £11m of cheese had been sold"}}
    """
    assert rules(BODY, "agreement.", timeline=sheet) == found


@pytest.mark.parametrize(("day", "found"), [("2023-03", []), ("2024-12", [])])
def test_the_end_of_a_year_of_accounts_is_no_december(day: str, found: list[str]) -> None:
    sheet = f"""
    figures:
      - {{id: f, label: L, value: 9.1 million, unit: GBP, kind: measured, as_of: {day},
          evidence: "against £9.1m", date_from: the end of the year of accounts before}}
    """
    assert rules(BODY, "agreement.", figures=sheet) == found
