"""Numbers that an editor may have worked out from two of the article: not refused if they are right."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    Exports were worth 40 million euros in 2023, and imports 32 million euros.

    | Region | 2022 | 2023 | Change |
    |---|---:|---:|---:|
    | Ostrow | 120 | 55 | −54% |
"""


def rules(standfirst: str) -> list[str]:
    return [problem.rule for problem in claims(standfirst=standfirst, body=BODY)]


@pytest.mark.parametrize(
    "standfirst",
    [
        "Exports are 25 percent higher than imports.",
        "Imports were a fifth less.",
        "Ostrow lost 65 dairies.",
        "Dairies were down by 65.",
        "Imports were four-fifths as large as exports.",
        "Dairies in Ostrow fell 54%.",
        "A fall of 54 percent in Ostrow.",
    ],
)
def test_a_difference_or_a_change_that_is_right_is_not_refused(standfirst: str) -> None:
    assert rules(standfirst) == []


@pytest.mark.parametrize(
    "standfirst",
    [
        "Exports are 35 percent higher than imports.",
        "Imports were a third less.",
        "Ostrow lost 66 dairies.",
        "Dairies were down by 66.",
        "Dairies in Ostrow fell 57%.",
        "Of all dairies, 25 percent are in Ostrow.",
    ],
)
def test_one_that_is_wrong_is_refused(standfirst: str) -> None:
    assert rules(standfirst) == ["claim.quantity"]


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("The farm was given 500,000 euros and the mill 410,000 euros.", []),
        ("The farm was given 500,000 euros. The mill cost 410,000 euros.", ["claim.quantity"]),
    ],
)
def test_only_numbers_of_one_sentence_are_added(body: str, refused: list[str]) -> None:
    found = claims(standfirst="They were given 910,000 euros.", body=body)
    assert [problem.rule for problem in found] == refused


MUSEUM = """
    The museum was fined 360,000 euros, with 120,000 euros of that suspended. The rest is due in June.
    A fifth of the visitors come from abroad.

    A ticket will cost 37 euros in May, up from 34 euros. Wages have to fall below 8 million euros.

    | €m | 2022 | 2023 | 2024 |
    |---|---:|---:|---:|
    | Sales | 11.3 | 14.1 | 17.6 |
    | Wages | 6.2 | 7.3 | 9.9 |
    | Debt | 21.4 | 22.0 | 30.5 |
"""
SHEET = """
    figures:
      - {{id: fine, label: The fine, value: 360000, unit: EUR, kind: agreed, description: "{fine}",
         evidence: "The museum was fined 360,000 euros"}}
      - {{id: ticket, label: A ticket from May, value: 37, unit: EUR, kind: price, description: "{ticket}",
         compare: {{to: old, by: difference}}, evidence: A ticket will cost 37 euros}}
      - {{id: old, label: A ticket until May, value: 34, unit: EUR, kind: price, evidence: up from 34 euros}}
      - {{id: wages, label: Wages, value: 9.9 million, unit: EUR, kind: measured, period: 2024,
         evidence: {{row: Wages, column: 2024}}}}
      - {{id: aim, label: What wages have to fall below, value: 8 million, unit: EUR, hedge: fewer than,
         kind: target, description: "{aim}", evidence: Wages have to fall below 8 million euros}}
      - {{id: debt, label: Debt, value: 30.5 million, unit: EUR, kind: measured, period: 2024,
         description: "{debt}", evidence: {{row: Debt, column: 2024}},
         history: [{{date: 2023, value: 22.0 million, evidence: {{column: 2023}}}}]}}
"""


@pytest.mark.parametrize(
    ("name", "text", "is_true"),
    [
        ("fine", "A third of it is suspended.", True),
        ("fine", "Half of it is due.", False),
        ("fine", "A quarter of it is suspended.", False),
        ("ticket", "A rise of 3 euros, or just under 9 percent.", True),
        ("ticket", "The price goes up from 34 to 37 euros, which is 8.8 percent more.", True),
        ("ticket", "The price goes up from 34 to 37 euros, which is 8.1 percent more.", False),
        ("ticket", "A rise of 7 euros.", False),
        ("ticket", "Nearly 12 percent more than now.", False),
        ("aim", "At least 1.9 million euros less than in 2024.", True),
        ("aim", "At least 2.9 million euros less than in 2024.", False),
        ("debt", "It is 8.5 million euros more than in 2023.", True),
        ("debt", "It is 3.5 million euros more than in 2023.", False),  # sales
        ("debt", "Up 39 percent in a year.", True),
        ("debt", "Up 25 percent in a year.", False),  # sales
    ],
)
def test_what_is_worked_out_is_of_what_the_text_is_about(
    name: str, text: str, is_true: bool
) -> None:
    texts = dict.fromkeys(("fine", "ticket", "aim", "debt"), "It is so.") | {name: text}
    found = claims(body=MUSEUM, figures=SHEET.format(**texts))
    assert {problem.rule for problem in found} == (set() if is_true else {"claim.quantity"})


@pytest.mark.parametrize(
    ("standfirst", "is_true"),
    [
        ("Sales of two years came to 31.7 million euros.", True),
        ("It borrows 31.7 million euros from a bank.", False),
        ("Sales were up 25 percent.", True),
        ("It owes 30.5 million euros now, 8.5 million euros more.", True),
        ("It owes 30.5 million euros now, 3.5 million euros more.", False),
        ("Debt was up 25 percent.", False),
        ("Sales and wages differ by 7.7 million euros.", True),
    ],
)
def test_the_cells_of_a_row_are_worked_with_where_a_text_names_it(
    standfirst: str, is_true: bool
) -> None:
    found = claims(standfirst=standfirst, body=MUSEUM)
    assert [problem.rule for problem in found] == ([] if is_true else ["claim.quantity"])


def test_a_number_of_a_figure_may_be_cut_by_what_its_history_tells() -> None:
    body = "At first the town counted 374 dead. That was wrong.\n\nA list has 311 names of dead people."
    sheet = """
        figures:
          - {id: toll, label: Victims, value: 311, kind: measured, as_of: 2024-09-10, date_from: list,
             evidence: A list has 311 names, history: [{date: 2024-09-09, date_from: then, value: 374,
             evidence: At first the town counted 374 dead}]}
    """
    for cut, refused in (("63", []), ("73", ["claim.quantity"])):
        standfirst = f"It rises to 374 and is then cut by {cut}."
        found = claims(standfirst=standfirst, body=body, figures=sheet)
        assert [problem.rule for problem in found] == refused
