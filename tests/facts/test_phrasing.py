"""Lists, counts and capital letters in English."""

import pytest

from dateline.facts.phrasing import capitalise, count_of, join_words


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (iter(["a", "b"]), "a and b"),
    ],
)
def test_a_list_has_commas_and_one_conjunction(words: list[str], joined: str) -> None:
    assert join_words(words) == joined


def test_a_list_to_choose_from_has_or() -> None:
    assert join_words(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (2500, "2,500 errors")]
)
def test_only_one_is_singular(number: int, words: str) -> None:
    assert count_of(number, "error") == words


def test_an_irregular_plural_is_given() -> None:
    assert [count_of(number, "person", "people") for number in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize(("words", "shown"), [("", ""), ("a NATO base", "A NATO base")])
def test_a_capital_first_letter_leaves_the_others(words: str, shown: str) -> None:
    assert capitalise(words) == shown
