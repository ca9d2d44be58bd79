"""A number of the article in the place of that of the figure that a text speaks of."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    The dike at Oster cost 4 million euros to repair, and a new weir up the valley 9 million euros.
    Turnout was 61 percent, and 54 percent of voters rejected the weir.

    Patients on the tablet had 4.1 fewer sick days, against 1.8 fewer sick days on a placebo. Profit rose to
    38 million euros, from 31 million euros a year earlier.
"""
FIGURES = """
    figures:
      - {id: dike, label: Repair of the dike, value: 4 million, unit: EUR, kind: estimate,
         evidence: The dike at Oster cost 4 million euros to repair}
      - {id: weir, label: Cost of the weir, value: 9 million, unit: EUR, kind: estimate,
         evidence: and a new weir up the valley 9 million euros}
      - {id: turnout, label: Turnout, value: 61, unit: percent, kind: measured,
         evidence: Turnout was 61 percent}
      - {id: against, label: Votes against the weir, value: 54, unit: percent, kind: measured,
         evidence: and 54 percent of voters rejected the weir}
      - {id: tablet, label: Fewer sick days on the tablet, value: 4.1, unit: days, kind: measured,
         evidence: Patients on the tablet had 4.1 fewer sick days}
      - {id: placebo, label: Fewer sick days on a placebo, value: 1.8, unit: days, kind: measured,
         evidence: against 1.8 fewer sick days on a placebo}
      - {id: profit, label: Profit, value: 38 million, unit: EUR, kind: measured,
         evidence: Profit rose to 38 million euros, history: [{date: 2023, value: 31 million, date_from: then}]}
"""


def refused(standfirst: str = "In short.", *brief: str) -> bool:
    found = claims(*brief, standfirst=standfirst, body=BODY, figures=FIGURES)
    assert {problem.rule for problem in found} <= {"claim.quantity"}
    return bool(found)


@pytest.mark.parametrize(
    "standfirst",
    [
        "Oster will repair its dike for 4 million euros.",
        "The bill is 4 million euros, less than the weir.",
        "A bill of 9 million euros awaits the valley.",
        "Most said no, 54 percent, on a turnout of 61 percent.",
        "Six in ten came, and 54 percent said no to it.",
        "A valley needs 9 million euros, its dike 4 million euros.",
        "Those who took it had 4.1 fewer sick days.",
        "Profit rises to 38 million euros.",
        "Profit had risen to 31 million euros.",
        "Profit of 31 million euros is a thing of the past.",
        "Profit grew to 31 million euros in 2023.",
    ],
)
def test_what_is_true_may_be_said_in_other_words(standfirst: str) -> None:
    assert not refused(standfirst)


@pytest.mark.parametrize(
    "standfirst",
    [
        "Oster will repair its dike for 9 million euros.",
        "The weir in the valley is to cost 4 million euros.",
        "In the end 61 percent of voters rejected the weir.",
        "Profit rises to 31 million euros.",
    ],
)
def test_the_number_of_another_figure_is_refused(standfirst: str) -> None:
    assert refused(standfirst)


@pytest.mark.parametrize(
    ("what", "why", "facts", "is_refused"),
    [
        ("Turnout was 61 percent.", "It was a quiet day.", "turnout", False),
        ("Turnout was 54 percent.", "It was a quiet day.", "turnout", True),
        ("Turnout, as ever, was 54 percent.", "Voters: 61 percent.", "turnout, against", False),
        ("Turnout was 54 percent.", "Of voters, 61 percent came.", "turnout, against", True),
        ("Turnout was high.", "It was a no by 54 percent.", "turnout", False),
        ("The tablet saved 4.1 sick days.", "A placebo saved 1.8.", "tablet, placebo", False),
        (
            "The tablet saved 1.8 sick days.",
            "A placebo saved 1.8 sick days.",
            "tablet, placebo",
            True,
        ),
        (
            "The tablet saved 4.1 sick days.",
            "A placebo saved 4.1 sick days.",
            "tablet, placebo",
            True,
        ),
    ],
)
def test_a_point_of_the_brief_gives_the_numbers_of_its_facts(
    what: str, why: str, facts: str, is_refused: bool
) -> None:
    brief = f"brief: [{{what: '{what}', why: '{why}', facts: [{facts}]}}]"
    assert refused("In short.", brief) is is_refused


FERRY = """
    Fuel went up by a fifth, and port fees jumped 61 percent. Its fares rose 15 percent.

    In May the firm borrowed 8 million euros from a bank on the coast. Its debt was 21 million euros in April.
    “Our bill for fuel must fall below 16 million euros by the summer, or we need another loan,” said its owner.
    The firm was fined 3 million euros. The passengers’ union, which holds 4 percent of the votes, will meet.
"""
SHIP = """
    figures:
      - {id: fuel, label: Growth in fuel costs, value: a fifth, kind: measured,
         evidence: Fuel went up by a fifth}
      - {id: fees, label: Growth in port fees, value: 61, unit: percent, kind: measured,
         evidence: port fees jumped 61 percent}
      - {id: fares, label: Growth in fares, value: 15, unit: percent, kind: measured,
         evidence: Its fares rose 15 percent}
      - {id: loan, label: Loan from a bank, value: 8 million, unit: EUR, kind: agreed,
         evidence: borrowed 8 million euros from a bank on the coast, caveat: %s}
      - {id: debt, label: Debt, value: 21 million, unit: EUR, kind: measured,
         evidence: Its debt was 21 million euros in April}
      - {id: fine, label: The fine, value: 3 million, unit: EUR, kind: agreed,
         evidence: The firm was fined 3 million euros}
      - {id: votes, label: The passengers’ union’s stake, value: 4, unit: percent, kind: measured,
         evidence: "which holds 4 percent of the votes"}
"""


def of_the_ferry(standfirst: str, caveat: str = "As of May.") -> list[str]:
    found = claims(standfirst=standfirst, body=FERRY, figures=SHIP % f'"{caveat}"')
    return [problem.found for problem in found]


@pytest.mark.parametrize(
    "standfirst",
    [
        "Fuel went up by a fifth while income grew 15 percent, so fees hurt.",
        "The 3 million euros that fall due bring another loan nearer.",
        "The firm wants new votes and 15 percent more from its passengers.",
    ],
)
def test_a_few_words_in_common_do_not_make_it_another_figure(standfirst: str) -> None:
    assert of_the_ferry(standfirst) == []


def test_a_caveat_may_give_another_figure_for_comparison() -> None:
    caveat = "Borrowed after April, so it is not in the debt of 21 million euros."
    assert of_the_ferry("In short.", caveat) == []


def test_most_of_its_words_do() -> None:
    (text,) = of_the_ferry("The passengers’ union holds 15 percent of the votes.")
    assert "of this the article says “4 percent”" in text


def test_numbers_that_have_nothing_to_do_with_it_are_not_shown() -> None:
    found = claims(standfirst="Debt is 23 million euros.", body=FERRY, figures=SHIP % "Early.")
    assert [[each.note for each in problem.related] for problem in found] == [
        ["the article says “21 million euros”"]
    ]
