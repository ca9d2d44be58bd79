"""By how much a figure rose or fell, reckoned from two of its values and said with the verb of every day."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    Lending at the county's libraries dropped by 24 percent, from 41,300 books in March 2023 to 31,400 in March 2024,
    while the fee for a day with a kayak went up to $46 from $39.50. The reservoir at Low Fold stood at 17.2 metres,
    against 19.6 metres a year earlier and 18.9 metres in March 2022.
"""
FIGURES = """
figures:
  - {id: books, label: Library lending, value: "31,400", unit: books, kind: measured, as_of: 2024-03,
     evidence: "to 31,400 in March 2024", description: "BOOKS",
     history: [{date: 2023-03, value: "41,300", evidence: "41,300 books in March 2023"}]}
  - {id: fee, label: Fee for a kayak, value: 46, unit: USD, kind: price, evidence: went up to $46, description: "FEE",
     history: [{date: 2023, value: 39.50, evidence: from $39.50, date_from: the year before}]}
  - {id: level, label: Level of the reservoir, value: 17.2, unit: metres, kind: measured, as_of: 2024-03,
     evidence: stood at 17.2 metres, description: "LEVEL", history: [
       {date: 2023-03, value: 19.6, evidence: against 19.6 metres, date_from: a year earlier},
       {date: 2022-03, value: 18.9, evidence: 18.9 metres in March 2022}]}
"""


def said_of(figure: str, text: str, body: str = BODY) -> list[str]:
    sheet = FIGURES.replace(f'"{figure.upper()}"', f'"{text}"')
    for other in ("BOOKS", "FEE", "LEVEL"):
        sheet = sheet.replace(f'"{other}"', "In short.")
    return [problem.found for problem in claims(body=body, figures=sheet)]


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("books", "Library lending fell by 9,900."),
        ("books", "Library lending has come down by almost 10,000 books."),
        ("fee", "The fee for a kayak rose by $6.50."),
        ("fee", "The fee went up by more than $6."),
        ("fee", "The rise in the fee for a kayak is $6.50."),
        ("level", "The level fell by 2.4 metres."),
        ("level", "The level of the reservoir had risen by 0.7 metres the year before."),
        ("level", "The level had risen by 4% the year before."),
        ("level", "The water is down by 1.7 metres in two years."),
        ("level", "The level fell by 2.4 metres, the fee for a kayak rose by $6.50."),
    ],
)
def test_a_change_of_a_figure_is_said_with_any_verb(figure: str, text: str) -> None:
    assert said_of(figure, text) == []


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("books", "Library lending fell by 9,700."),
        ("books", "Library lending rose by 9,900."),
        ("fee", "The fee for a kayak rose by $7.50."),
        ("fee", "The fee for a kayak was cut by $6.50."),
        ("fee", "The fee fell by more than $6."),
        ("level", "The level rose by 2.4 metres."),
        ("level", "The level fell by 2.9 metres."),
        ("level", "The level had fallen by 4% the year before."),
        ("level", "The level of the reservoir rose by 0.7 metres."),
        ("level", "The level had risen by 5.3 metres the year before."),
        ("level", "The level fell by 2.4 metres, the fee for a kayak rose by $7.50."),
    ],
)
def test_not_one_that_is_wrong_or_goes_the_other_way(figure: str, text: str) -> None:
    assert len(said_of(figure, text)) == 1


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [("Down 24% in a year.", False), ("Up 24% in a year.", True), ("It rose by 24%.", True)],
)
def test_a_percentage_of_the_article_goes_the_way_of_its_figure(
    text: str, is_refused: bool
) -> None:
    found = said_of("books", text)
    assert bool(found) == is_refused
    assert all("‘books’ went the other way" in each for each in found)


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [("Visits fell by 30.", False), ("Visits rose by 30.", True), ("Visits fell by 40.", True)],
)
def test_the_words_of_a_figure_may_have_both_ends(text: str, is_refused: bool) -> None:
    body = "\n    Visits fell from 310 to 280 in May. The museum has 40 seats.\n"
    sheet = f"""
    figures:
      - {{id: f, label: Visits, value: 280, kind: measured, evidence: from 310 to 280,
          description: "{text}"}}
    """
    assert bool(claims(body=body, figures=sheet)) == is_refused


def test_both_ways_stand_where_the_article_has_both() -> None:
    visits = "\n    Visits rose by 24 percent.\n"
    assert said_of("books", "Visits are up 24%.", BODY + visits) == []
