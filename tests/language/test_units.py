"""Prose is read by the same table of units as the sheets."""

import pytest

from dateline.facts.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURE_SYMBOLS,
    MEASURE_WORDS,
    find_unit,
)
from dateline.language.en import find_quantities


def unit_of(text: str) -> str | None:
    (found,) = find_quantities(text)
    return found.unit


@pytest.mark.parametrize("sign", sorted(sign for sign in CURRENCY_SIGNS if sign[0] not in "$€£"))
def test_a_currency_is_read_by_its_sign(sign: str) -> None:
    assert unit_of(f"It cost {sign} 5 million there.") == CURRENCY_SIGNS[sign]


@pytest.mark.parametrize("word", CURRENCY_WORDS)
def test_a_currency_is_read_by_its_name(word: str) -> None:
    assert unit_of(f"It cost 5 million {word} there.") == CURRENCY_WORDS[word]


@pytest.mark.parametrize("word", sorted({*MEASURE_WORDS} - {"time", "quarters"}))
def test_a_measure_is_read_by_its_name(word: str) -> None:
    assert unit_of(f"It came to 7 {word} there.") == MEASURE_WORDS[word]


@pytest.mark.parametrize("symbol", MEASURE_SYMBOLS)
def test_a_measure_is_read_by_its_symbol(symbol: str) -> None:
    assert unit_of(f"It came to 7{symbol} there.") == MEASURE_SYMBOLS[symbol]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("5 million HUF", "HUF"), ("HUF 5 million", "HUF"), ("5 million forints", "HUF")],
)
def test_a_code_stands_on_either_side(text: str, unit: str) -> None:
    assert unit_of(f"It cost {text}.") == unit


@pytest.mark.parametrize("text", ["a TRY 5 metres out", "at COP 28 in Dubai", "12 PHP developers"])
def test_a_code_that_is_a_word_or_an_abbreviation_is_not_money(text: str) -> None:
    found = find_quantities(text)
    units = [find_unit(quantity.unit) for quantity in found if quantity.unit]
    assert not [unit for unit in units if unit and unit.kind == "money"]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("the bodies of two missing students", "students"),
        ("five injured workers", "workers"),
        ("seven dead on Wednesday", "dead"),
        ("31 missing", "missing"),
    ],
)
def test_who_is_missing_is_counted(words: str, unit: str) -> None:
    assert [found.unit for found in find_quantities(words)] == [unit]


def test_the_whole_of_a_measure_in_two_words_is_its_unit() -> None:
    assert unit_of("Farms get $390 an acre-foot.") == "USD/acre-foot"
    assert unit_of("Farms get $390 an acre.") == "USD/acre"
