"""Names that the sheets know carry their id; capitalised words that they lack carry none."""

import pytest

from dateline.language.en import find_names, may_be_a_word

ALIASES = {"Ana Sousa": "sousa", "Sousa": "sousa", "Iran": "iran", "O'Neill": "oneill"}


def names(text: str) -> list[tuple[str, str | None]]:
    return [(name.text, name.known) for name in find_names(text, aliases=ALIASES)]


def test_the_longest_alias_wins() -> None:
    assert names("Ana Sousa met her aides. Sousa's plan failed.") == [
        ("Ana Sousa", "sousa"),
        ("Sousa", "sousa"),
    ]


def test_either_apostrophe_is_the_same_name() -> None:
    assert names("Later O’Neill left.") == [("O’Neill", "oneill")]


def test_an_alias_inside_a_word_is_not_a_name() -> None:
    assert names("The Iranian team flew home.") == []


def test_what_the_sheets_lack_has_no_id() -> None:
    assert names(
        "The deal was struck in Buenos Aires by Thabet al-Abbassi of the Bank of Japan."
    ) == [
        ("Buenos Aires", None),
        ("Thabet al-Abbassi", None),
        ("Bank of Japan", None),
    ]


def test_sentence_openers_dates_titles_and_adjectives_are_no_names() -> None:
    assert names(
        "However, the British minister spoke on Monday. In September Prime Minister Lopez won."
    ) == [("Lopez", None)]


def test_an_abbreviation_in_capitals_is_a_name_though_its_letters_are_a_common_word() -> None:
    assert names("The WHO warned the US Navy.") == [("WHO", None), ("US Navy", None)]


def test_a_title_is_left_out_however_it_is_written() -> None:
    assert names("Later Gen Holm and General Lopez left.") == [("Holm", None), ("Lopez", None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It happened near Hinton, Alta. in 1986.", ["Hinton"]),
        ("LYTTON, B.C. — The B.C. Coroners Service spoke.", ["LYTTON", "B.C. Coroners Service"]),
        ("They told Staff Sgt. Owen Pruden.", ["Owen Pruden"]),
    ],
)
def test_a_province_after_a_town_and_a_rank_are_no_names(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names(text, aliases={"Owen Pruden": "p"})] == names


@pytest.mark.parametrize("place", ["LESK, Norland — ", "ST. LESK – ", "LESK, Norland, May 3 — "])
def test_the_first_word_after_where_a_report_was_written_begins_a_sentence(place: str) -> None:
    text = f"{place}Divers found him, says Pia Holm."
    found = {name.text: name for name in find_names(text, aliases={})}
    assert may_be_a_word(text, found["Divers"], stands_alone=False)
    assert not may_be_a_word(text, found["Pia Holm"], stands_alone=False)
