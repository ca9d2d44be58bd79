"""A unit has one name however it is spelled, and is shown by its short form or its words."""

import pytest

from dateline.facts.quantities import Quantity, difference, parse_amount, show_amount
from dateline.facts.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURE_SYMBOLS,
    MEASURE_WORDS,
    explain_unit,
    find_unit,
    unit_name,
)

IN_PROSE = ("pc", "C", "F", "p", "c", "st", "kt", "bps")
SPELLINGS = CURRENCY_SIGNS | CURRENCY_WORDS | MEASURE_SYMBOLS | MEASURE_WORDS


def test_no_spelling_means_two_units() -> None:
    tables = (CURRENCY_SIGNS, CURRENCY_WORDS, MEASURE_SYMBOLS, MEASURE_WORDS)
    assert len(SPELLINGS) == sum(map(len, tables))
    in_sheets = {spelling: name for spelling, name in SPELLINGS.items() if spelling not in IN_PROSE}
    assert {spelling: unit_name(spelling) for spelling in in_sheets} == in_sheets


@pytest.mark.parametrize("symbol", IN_PROSE)
def test_what_only_prose_means_by_a_symbol_no_sheet_means(symbol: str) -> None:
    """`kt` may be kilotonnes, `st` streets, `pc` pieces: pages show what the editor wrote."""
    assert symbol in MEASURE_SYMBOLS
    assert show_amount(parse_amount("20"), symbol).plain == f"20 {symbol}"


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("percent", ["percent", "per cent", "pct", "%", "Per cent"]),
        ("percentage points", ["percentage points", "percentage point"]),
        ("kilometre", ["km", "kms", "kilometre", "kilometres", "kilometers", "Kilometres"]),
        ("USD", ["USD", "$", "US$", "dollars", "dollar", "US dollars", "American dollars"]),
        ("HUF", ["HUF", "forints", "forint", "Hungarian forints"]),
        ("GBP", ["GBP", "£", "pounds sterling", "British pounds"]),
        ("pound", ["pounds", "lb", "lbs"]),
        ("NOK", ["NOK", "kroner", "Norwegian kroner"]),
        ("KZT", ["KZT", "tenge", "Kazakh tenge"]),
        ("AMD", ["AMD"]),
        ("kilometre per hour", ["km/h", "kph", "kilometres an hour"]),
        ("degree Celsius", ["°C", "degrees Celsius", "Celsius"]),
        ("barrel per day", ["bpd", "b/d", "barrels a day"]),
        ("person", ["people", "person"]),
        ("us troops", ["US troops", "US  troops"]),
    ],
)
def test_every_spelling_has_the_same_name(name: str, spellings: list[str]) -> None:
    assert {unit_name(spelling) for spelling in spellings} == {name}


def test_symbols_keep_their_case() -> None:
    assert unit_name("mW") == "mw"
    assert unit_name("MW") == "megawatt"


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("32", "kms", "32 km"),
        ("1", "pct", "1%"),
        ("5 billion", "USD", "$5 billion"),
        ("5 billion", "US$", "$5 billion"),
        # Which country's they are, these words do not say, so no sign says it for them.
        ("5 billion", "dollars", "5 billion dollars"),
        ("1", "dollars", "1 dollar"),
        ("5 billion", "francs", "5 billion francs"),
        ("5 billion", "Hungarian forints", "5 billion Hungarian forints"),
        ("5 billion", "HUF", "HUF 5 billion"),
        ("500", "stones", "500 stones"),
        ("12", "stone", "12 stone"),
        ("12", "EUR/car/day", "€12 per car a day"),
    ],
)
def test_how_a_unit_is_shown(text: str, unit: str, shown: str) -> None:
    assert show_amount(parse_amount(text), unit).plain == shown


@pytest.mark.parametrize(
    ("unit", "other"),
    [("kms", "km"), ("dollars", "USD"), ("forints", "HUF"), ("Polish zlotys", "PLN"), ("pct", "%")],
)
def test_the_same_unit_compares_however_it_is_spelled(unit: str, other: str) -> None:
    result = difference(
        Quantity(amount=parse_amount("32"), unit=unit),
        Quantity(amount=parse_amount("16"), unit=other),
    )
    assert result.amount.value == 16


@pytest.mark.parametrize(
    ("unit", "fix"),
    [
        ("EUR a month", "write EUR/month"),
        ("€ a day", "write EUR/day"),
        ("US$ a barrel", "write USD/barrel"),
        ("HUF per EUR", "write HUF/EUR"),
        ("ALL a week", "write ALL/week"),
        ("EUR of aid", "write EUR, and put the rest in `label`"),
        ("EUR of aid/day", "write EUR, and put the rest in `label`"),
        ("EUR million", "write EUR, and million after the number in `value`"),
        ("million people", "write people, and million after the number in `value`"),
        ("million", "write what is counted, and million after the number in `value`"),
        ("a/b/c/d", "write one unit, a stroke and what it is for each of, as EUR/day"),
    ],
)
def test_more_than_a_unit_is_refused_with_what_to_write(unit: str, fix: str) -> None:
    assert explain_unit(unit) == fix


@pytest.mark.parametrize(
    "unit",
    (
        "EUR|EUR/day|EUR / day|TRY scorers|US dollars|F CFA|people a week|km/h|tonnes of wheat"
        "|millions of people|deaths per 100,000 people|dollars a barrel"
    ).split("|"),
)
def test_a_unit_is_not_refused(unit: str) -> None:
    assert explain_unit(unit) is None


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("EUR/day", ["EUR/day", "euros a day", "€/day", "EUR / days"]),
        ("HUF/EUR", ["HUF/EUR", "forints per euro", "forints/euro"]),
        ("person/week", ["people/week", "people a week", "people each week"]),
        ("barrel per day", ["barrel/day", "bpd", "barrels a day"]),
        ("kilometre per hour", ["km/hour", "kilometres/hour", "kph"]),
    ],
)
def test_a_rate_has_one_name(name: str, spellings: list[str]) -> None:
    assert {unit_name(spelling) for spelling in spellings} == {name}


def test_a_noun_is_no_unit() -> None:
    assert find_unit("lorries") is None
