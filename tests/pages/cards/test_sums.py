"""A figure that was worked out shows how, and one that serves only for that has no card."""

from __future__ import annotations

import pytest

from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.edition import Edition
from dateline.pages.operands import find_helpers
from tests.pages.world import edition, pages

HERE = Here(path="b/key-figures/index.html")
ARTICLE = """
    Trade came to nearly $5 billion in five months, $1 billion of it in oil. Of 250 who fell ill, 31 died.
    """
TRADE = (
    "{id: trade, label: Trade, value: 5 billion, unit: USD, hedge: nearly, kind: estimate,"
    " evidence: nearly $5 billion}"
)
OIL = (
    "{id: oil, label: Oil, value: 1 billion, unit: USD, kind: estimate, evidence: $1 billion of it}"
)
MONTHS = (
    "{id: months, label: Months of trade, value: 5, unit: months, kind: measured, weight: minor,"
    " evidence: five months}"
)
ILL = "{id: ill, label: Ill, value: 250, unit: people, kind: measured, evidence: Of 250}"
DEAD = "{id: dead, label: Dead, value: 31, unit: people, kind: measured, evidence: 31 died}"


def made(*figures: str) -> Edition:
    rows = "".join(f"\n  - {figure}" for figure in figures)
    return edition(ARTICLE, figures=f"figures:{rows}\n")


def derived(how: str, value: str, unit: str, more: str = "") -> str:
    fields = f"id: result, label: Result, value: {value}, unit: {unit}, kind: estimate{more}"
    return f"{{{fields}, derived: {{how: {how}}}}}"


def card(*figures: str) -> FigureCard:
    world = made(*figures)
    (figure,) = (figure for figure in world.briefing.figures if figure.id == "result")
    return figure_card(figure, world, HERE)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (derived("trade / months", "1 billion", "USD", ", hedge: about"),
         "nearly $5 billion ÷ 5 months = about $1 billion a month"),
        (derived("trade + oil", "6 billion", "USD", ", hedge: about"),
         "nearly $5 billion + $1 billion = about $6 billion"),
        (derived("trade - oil", "4 billion", "USD", ", hedge: about"),
         "nearly $5 billion − $1 billion = about $4 billion"),
        (derived("trade / oil", "5", "times", ", hedge: about"),
         "nearly $5 billion ÷ $1 billion = about 5 times"),
        (derived("(dead / ill) * 100", "12.4", "percent"),
         "31 people ÷ 250 people = 12.4%"),
        (derived("dead * 100 / ill", "12.4", "percent"),
         "31 people × 100 ÷ 250 people = 12.4%"),
        (derived("ill - (dead + 2)", "217", "people"),
         "250 people − (31 people + 2) = 217 people"),
    ],
)  # fmt: skip
def test_a_sum_is_in_words_and_numbers(result: str, words: str) -> None:
    shown = card(TRADE, OIL, MONTHS, ILL, DEAD, result).sum
    assert shown is not None
    said = [f"{term.sign} {term.opens}{term.words}{term.closes}".lstrip() for term in shown.terms]
    assert f"{' '.join(said)} = {shown.result}" == words


def test_each_figure_of_a_sum_has_its_label_and_leads_to_its_page() -> None:
    shown = card(TRADE, MONTHS, derived("trade / months", "1 billion", "USD")).sum
    assert shown is not None
    assert [(term.label, term.href, term.spoken) for term in shown.terms] == [
        ("Trade", "../facts/trade/index.html", ""),
        ("Months of trade", "../facts/months/index.html", "divided by"),
    ]


PER_MONTH = derived("trade / months", "1 billion", "USD", ", hedge: about")


@pytest.mark.parametrize(
    ("months", "result"),
    [
        (MONTHS.replace("weight: minor", "weight: normal"), PER_MONTH),
        (MONTHS.replace("}", ", compare: {to: trade, by: ratio}}"), PER_MONTH),
        (MONTHS, PER_MONTH.replace("trade / months", "trade / 5")),
    ],
    ids=["not minor", "compared", "in no formula"],
)
def test_a_figure_that_is_more_than_an_operand_has_a_card(months: str, result: str) -> None:
    assert find_helpers(made(TRADE, months, result).briefing) == {}


def test_a_figure_that_only_serves_in_a_sum_stands_there_and_is_not_counted() -> None:
    site = pages(made(TRADE, MONTHS, PER_MONTH))
    page = site["b/key-figures/index.html"]
    assert page.count('<article class="figure') == 2
    assert page.count('id="months"') == 1
    assert (
        '<span class="term" id="months"><a href="../facts/months/index.html">5 months</a>' in page
    )
    assert "five months</mark>" in page.split('id="result"')[1]
    assert '>Key figures <span class="count">2</span>' in page
    assert "b/facts/months/index.html" in site
