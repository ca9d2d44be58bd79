"""Money whose country the article leaves unsaid is that of the sheet; one briefing has one such dollar."""

import pytest

from tests.small_site import problems


def rules(article: str, *figures: str) -> list[str]:
    entries = "".join(
        f"  - {{id: f{number}, kind: measured, {figure}}}\n"
        for number, figure in enumerate(figures)
    )
    return [
        problem.rule for problem in problems(article, "agreement.", figures=f"figures:\n{entries}")
    ]


@pytest.mark.parametrize(
    ("words", "value", "unit", "is_right"),
    [
        ("The weir cost $5m.", "5 million", "NZD", True),
        ("The weir cost $5m.", "5 million", "EUR", False),
        ("The weir cost US$5m.", "5 million", "NZD", False),
        ("The weir cost A$5m.", "5 million", "NZD", False),
        ("The weir costs $900 a day.", "900", "SGD/day", True),
        ("The weir cost 300 rupees.", "300", "LKR", True),
        ("The weir cost 300 Indian rupees.", "300", "LKR", False),
        ("The weir cost 300 pesos.", "300", "CLP", True),
        ("The weir cost 300 kroner.", "300", "DKK", True),
        ("The weir cost £300.", "300", "EGP", False),
        ("The weir cost 300 pounds.", "300", "EGP", True),
        ("The weir cost 150 million lei.", "150 million", "RON", True),
        ("The weir cost 150 million lei.", "150 million", "MDL", True),
        ("The weir cost 150 million Moldovan lei.", "150 million", "RON", False),
        ("The weir cost 150 million lei.", "150 million", "EUR", False),
        ("The weir cost 150 million lei.", "150 million", "lei", True),
        ("The weir cost 300 leva.", "300", "BGN", True),
        ("The weir cost 300 crowns.", "300", "CZK", True),
        ("The weir cost 300 lira.", "300", "LBP", True),
        ("The weir cost 300 lira.", "300", "EUR", False),
        ("The weir cost 300 dinar.", "300", "RSD", True),
        ("The weir cost 5 billion won.", "5 billion", "KRW", True),
        ("The weir cost 5 billion won.", "5 billion", "JPY", False),
        ("The weir cost 300 reals.", "300", "BRL", True),
        ("The weir cost 300 soles.", "300", "PEN", True),
        ("The weir cost 300 kwacha.", "300", "MWK", True),
        ("The weir cost 300 quetzales.", "300", "GTQ", True),
        ("The weir cost 300 zloties.", "300", "PLN", True),
        ("The weir cost 300 rial.", "300", "OMR", True),
        ("The weir cost 300 dirham.", "300", "MAD", True),
        # Coins are parts of a currency.
        ("The toll is 11.5 cents.", "0.115", "AUD", True),
        ("The toll is 11.5 cents.", "11.5", "cents", True),
        ("The toll is 60 pence.", "0.60", "GBP", True),
        ("The toll is 60 pence.", "0.60", "USD", False),
        ("The toll is 60 cents.", "60", "AUD", False),
    ],
)
def test_a_bare_name_of_money_may_be_of_any_country(
    words: str, value: str, unit: str, is_right: bool
) -> None:
    found = rules(words, f"label: Toll, value: {value}, unit: {unit}, evidence: '{words}'")
    assert (found == []) is is_right


def test_a_briefing_reads_a_bare_sign_as_one_currency() -> None:
    article = "The weir cost $5m, the lock $7m and the gate $9m."
    figures = [
        f"label: L, value: {value} million, unit: {unit}, evidence: '{words}'"
        for value, unit, words in (
            ("5", "AUD", "weir cost $5m"),
            ("7", "USD", "the lock $7m"),
            ("9", "AUD", "the gate $9m"),
        )
    ]
    assert rules(article, *figures) == ["agreement.unit"]
    assert rules(article, *(figure.replace("USD", "AUD") for figure in figures)) == []


TABLE = """
The budget, in millions of dollars:

| Place | 2023 |
|---|---|
| Weir | 5 |
| Lock | 7 |
| Gate | 9 |
"""


def test_a_briefing_reads_the_dollars_over_a_table_as_one_currency() -> None:
    def figures(*units: str) -> list[str]:
        rows = zip(("Weir", "Lock", "Gate"), (5, 7, 9), units, strict=True)
        return [
            f"label: L, value: {value} million, unit: {unit}, evidence: {{row: {row}, column: '2023'}}"
            for row, value, unit in rows
        ]

    assert rules(TABLE, *figures("CAD", "CAD", "CAD")) == []
    assert rules(TABLE, *figures("CAD", "USD", "CAD")) == ["agreement.unit"]


@pytest.mark.parametrize(
    ("unit", "refused"),
    [("dollars", True), ("dollars/day", True), ("pesos", True), ("CAD", False), ("people", False)],
)
def test_a_sheet_says_whose_dollars_it_counts(unit: str, refused: bool) -> None:
    words = {"dollars/day": "5 dollars a day", "CAD": "5 dollars"}.get(unit, f"5 {unit}")
    found = problems(
        f"The weir takes {words}.",
        "agreement.unit",
        figures=f"figures: [{{id: f, label: L, kind: measured, value: 5, unit: {unit}, evidence: takes {words}}}]",
    )
    assert bool(found) is refused
    assert not refused or "such as `unit: " in (found[0].fix or "")


def test_dollars_with_a_country_stand_beside_those_without() -> None:
    article = "The weir cost $5m, with US$2m from a lender."
    own = "label: L, value: 5 million, unit: AUD, evidence: 'weir cost $5m'"
    lent = "label: L, value: 2 million, unit: USD, evidence: 'with US$2m from a lender'"
    assert rules(article, own, lent) == []


@pytest.mark.parametrize(
    ("words", "value", "unit", "label", "is_right"),
    [
        ("It charges $12 an adult.", "12", "USD/adult", "Entry", True),
        ("It charges $12 an adult.", "12", "USD", "Entry", False),
        ("It charges $12 an adult.", "12", "USD", "Entry per adult", True),
        ("It pumps 3,000 litres a day.", "3000", "litres", "Daily yield", True),
        ("It pumps 3,000 litres a day.", "3000", "litres", "Yield", False),
        ("It did 9 km/h.", "9", "km", "Pace", False),
        ("It costs €12 per car per day.", "12", "EUR/car/day", "Parking", True),
        ("It costs €12 per car per day.", "12", "EUR/car", "Parking", False),
    ],
)
def test_what_a_rate_is_for_is_said(
    words: str, value: str, unit: str, label: str, is_right: bool
) -> None:
    found = rules(words, f"label: {label}, value: {value}, unit: {unit}, evidence: '{words}'")
    assert (found == []) is is_right


def test_times_that_something_happened_need_no_unit() -> None:
    assert (
        rules("It was hit four times.", "label: Hits, value: 4, evidence: 'hit four times'") == []
    )
    multiple = rules(
        "It is four times as big.", "label: L, value: 4, evidence: 'is four times as big'"
    )
    assert multiple == ["agreement.unit"]


@pytest.mark.parametrize(
    ("head", "unit", "is_right"),
    [
        ("Cost, $m", "CAD", True),
        ("Cost, $m", "USD", True),
        ("Cost, $m", "EUR", False),
        ("Cost, in millions of dollars", "NZD", True),
        ("Cost, US$m", "CAD", False),
        ("Cost, £m", "EGP", False),
    ],
)
def test_the_head_of_a_table_may_leave_the_country_unsaid(
    head: str, unit: str, is_right: bool
) -> None:
    cell = f"label: Weir, value: 5 million, unit: {unit}, evidence: {{row: Weir, column: '{head}'}}"
    assert (rules(f"| Work | {head} |\n|---|---|\n| Weir | 5 |", cell) == []) is is_right


@pytest.mark.parametrize(
    ("words", "value", "unit", "is_right"),
    [
        ("They want $24.50 an hour. The lowest have $21.15 now.", "21.15", "CAD/hour", True),
        ("They want $24.50 a week. The lowest have $21.15 now.", "21.15", "CAD/hour", False),
        ("The lowest have $21.15 now. They want $24.50 an hour.", "21.15", "CAD/hour", False),
        ("Pay is 2.5 per cent a year where inflation is at 2.9.", "2.9", "percent", True),
        ("Pay is 2.5 kilos a year where inflation is at 2.9.", "2.9", "percent", False),
    ],
)
def test_a_rate_goes_for_the_number_after_it(
    words: str, value: str, unit: str, is_right: bool
) -> None:
    evidence = next(each for each in words.split(". ") if value in each).rstrip(".")
    figure = f"label: Number, value: {value}, unit: {unit}, evidence: '{evidence}'"
    assert (rules(words, figure) == []) is is_right


@pytest.mark.parametrize(("dose", "is_right"), [("40mg a day", True), ("40mg a week", False)])
def test_what_a_number_is_for_may_be_in_its_label(dose: str, is_right: bool) -> None:
    sheet = (
        "figures:\n  - {id: dose, label: Daily dose, caveat: They took {dose}., kind: measured,"
        " value: 40, unit: mg, evidence: They took 40mg}"
    )
    found = problems("They took 40mg.", "claim.", figures=sheet.replace("{dose}", dose))
    assert (found == []) is is_right


@pytest.mark.parametrize(("other", "first"), [("AUD", "AUD"), ("NZD", "NZD"), ("USD", "USD")])
def test_the_dollar_to_write_is_that_of_the_storys_other_sums(other: str, first: str) -> None:
    figures = f"""
        figures:
          - {{id: f, label: L, kind: price, value: 7, evidence: a bait costs $7}}
          - {{id: g, label: L, kind: price, value: 5, unit: {other}, evidence: and a net $5}}
    """
    (problem,) = problems("Now a bait costs $7 and a net $5.", "agreement.unit", figures=figures)
    assert f"such as `unit: {first}`" in problem.fix


@pytest.mark.parametrize(
    ("words", "unit", "is_right"),
    [
        ("kronor", "SEK", True),
        ("kronor", "NOK", False),
        ("kroner", "NOK", True),
        ("kroner", "DKK", False),
        ("kroner", "SEK", False),
        ("crowns", "CZK", True),
    ],
)
def test_kronor_are_not_kroner(words: str, unit: str, is_right: bool) -> None:
    article = (
        f"The weir cost 5 million kroner, the lock 7 million kroner, the gate 90 million {words}."
    )
    own = [
        f"label: L, value: {value} million, unit: NOK, evidence: '{evidence} {value} million kroner'"
        for value, evidence in (("5", "weir cost"), ("7", "the lock"))
    ]
    other = f"label: L, value: 90 million, unit: {unit}, evidence: 'gate 90 million {words}'"
    assert (rules(article, *own, other) == []) is is_right
