"""A number right after the label of a figure is that figure's, whatever else has it."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims


def refused(body: str, standfirst: str, *figures: tuple[str, str, str, str]) -> list[str]:
    """What is said of a standfirst, with figures of these labels, values, units and words."""
    names = ("label", "value", "unit", "evidence")
    sheet = [
        {"id": f"f{number}", "kind": "measured", **dict(zip(names, figure, strict=True))}
        for number, figure in enumerate(figures)
    ]
    found = claims(standfirst=standfirst, body=body, figures=json.dumps({"figures": sheet}))
    return [problem.found for problem in found]


DAIRY = "Profit fell to £9.8m. Revenue was down 6 per cent at £412.6m, and net debt £88.3m."
OF_DAIRY = (
    ("Operating profit", "9.8 million", "GBP", "fell to £9.8m"),
    ("Revenue", "412.6 million", "GBP", "at £412.6m"),
    ("Net debt, all loans", "88.3 million", "GBP", "net debt £88.3m"),
)
VOTE = "The weir was rejected by 61%, in a turnout of 48%. Only 22% of the young voted."
OF_VOTE = (
    ("Votes against the weir", "61", "percent", "rejected by 61%"),
    ("Turnout", "48", "percent", "a turnout of 48%"),
    ("Turnout of the young", "22", "percent", "22% of the young"),
)
TRAIN = "The limit on the bend is 50 mph; the train did 109 mph. It was built for 125 mph."
OF_TRAIN = (
    ("Speed limit", "50", "mph", "is 50 mph"),
    ("Speed", "109", "mph", "did 109 mph"),
    ("Design speed", "125", "mph", "125 mph"),
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("It earned £9.8m, on revenue of £412.6m.", "It earned £412.6m, on revenue of £9.8m."),
        ("Its revenue was £412.6m.", "Its revenue was £88.3m."),
        ("Net debt stood at £88.3m.", "Net debt stood at £412.6m."),
        ("It made an operating profit of £9.8m.", "It made an operating profit of £88.3m."),
    ],
)
def test_in_annual_results(true: str, false: str) -> None:
    assert refused(DAIRY, true, *OF_DAIRY) == []
    assert len(refused(DAIRY, false, *OF_DAIRY)) == 1


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The weir lost by 61% on a turnout of 48%.", "The weir lost by 48% on a turnout of 61%."),
        ("The young had a turnout of 22%.", ""),
    ],
)
def test_in_votes_where_another_label_may_be_a_narrower_one(true: str, false: str) -> None:
    assert refused(VOTE, true, *OF_VOTE) == []
    assert not false or len(refused(VOTE, false, *OF_VOTE)) == 1


def test_in_speeds() -> None:
    assert refused(TRAIN, "It went round a bend with a speed limit of 50 mph.", *OF_TRAIN) == []
    assert refused(TRAIN, "It took a bend with a speed limit of 109 mph.", *OF_TRAIN) != []


@pytest.mark.parametrize(
    "standfirst",
    [
        "Cheese revenue of £9.8m was the lowest.",
        "It had half-year revenue of £88.3m.",
        "Revenue fell, and £9.8m was left.",
    ],
)
def test_a_word_before_the_label_may_make_it_another(standfirst: str) -> None:
    assert refused(DAIRY, standfirst, *OF_DAIRY) == []


def test_a_sentence_that_has_both_may_give_the_number_to_it() -> None:
    body = DAIRY + " The yard alone had revenue that came, with the profit of the mill, to £9.8m."
    figures = (("Mill", "9.8 million", "GBP", "to £9.8m."), *OF_DAIRY[1:])
    assert refused(body, "A yard with revenue of £9.8m is shut.", *figures) == []
