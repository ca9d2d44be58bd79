"""The grammar reads what readers see: no unseen character and no kind of space changes it."""

import datetime as dt

import pytest

from dateline.facts.wording import even, find_words
from dateline.language import en

WRITTEN = dt.date(2024, 9, 11)


@pytest.mark.parametrize("unseen", ["\u200d", "\u2060", "\u00ad", "\ufe0f", "\u034f", "\U000e0032"])
def test_an_unseen_character_does_not_cut_a_number_or_a_date_in_two(unseen: str) -> None:
    text = f"It is 3{unseen}2 kilometres long since 1{unseen}1 May 2018."
    (quantity,) = en.find_quantities(text)
    assert quantity.low == 32
    assert quantity.text == f"3{unseen}2 kilometres"
    assert "2018-05-11" in en.find_dates(text, written=WRITTEN)[0].readings[0]


@pytest.mark.parametrize("mark", ["\u0336", "\u20d2", "\u0301", "\u20e3"])
def test_a_mark_over_a_digit_does_not_either(mark: str) -> None:
    (quantity,) = en.find_quantities(f"It is 3{mark}2 kilometres long.")
    assert quantity.low == 32


def test_a_hidden_hyphen_does_not_undo_a_denial() -> None:
    text = "The flood did n\u00adot reach 60 farms."
    denial = en.find_denial(text, text.index("60"))
    assert denial is not None
    assert text[denial.start : denial.end] == "n\u00adot"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u2007", "\u3000"])
def test_every_space_is_a_space(space: str) -> None:
    text = f"At{space}9.30{space}am on 11{space}May{space}2024 some{space}60{space}farms did not{space}flood."
    assert en.find_dates(text, written=WRITTEN)[0].readings == ("2024-05-11",)
    assert en.find_quantities(text)[0].unit == "farms"
    assert en.find_clock_times(text) == [frozenset({9 * 60 + 30})]


def test_words_are_found_without_what_is_not_seen_and_placed_with_it() -> None:
    text = "It sank o\ufe00ff Os\u200btrow."
    (place,) = find_words(even("off Ostrow"), even(text))
    assert text[slice(*place)] == "o\ufe00ff Os\u200btrow"
