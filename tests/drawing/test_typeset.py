"""Words are broken into lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.lettering import HEADLINE
from dateline.drawing.typeset import Face, cut_text, drawable, set_text

FACE = Face(font=HEADLINE, leading=1.1, spaced=-0.03)
LETTERS = st.text(st.sampled_from("aiWm.9$ -é"), max_size=300)


@given(LETTERS, st.integers(100, 1000), st.integers(40, 300))
def test_lines_keep_to_their_room_and_to_their_words(text: str, width: int, height: int) -> None:
    words = " ".join(text.split())
    found = set_text(words, FACE, sizes=(60, 40, 20), width=width, height=height)
    if found:
        assert found.words == words
        assert found.height <= height
        assert all(FACE.width(line) * found.size <= width + 0.01 for line in found.lines)


@given(LETTERS, st.integers(100, 1000))
def test_what_is_cut_says_so_and_begins_as_it_did(text: str, width: int) -> None:
    words = " ".join(text.split()) or "a"
    cut = cut_text(words, FACE, size=40, width=width, height=40).words
    assert cut == words or (cut.endswith("…") and words.startswith(cut[:-1]))


def test_lines_are_of_like_length() -> None:
    words = "one two three four five six seven"
    found = set_text(words, FACE, sizes=[40], width=400, height=100)
    assert found
    assert found.lines == ("one two three", "four five six seven")


def test_a_number_stays_with_what_it_counts() -> None:
    for width in range(150, 700, 10):
        found = set_text(
            "trade at nearly $5 billion a year", FACE, sizes=[30], width=width, height=400
        )
        assert found is None or any("$5 billion" in line for line in found.lines)


@pytest.mark.parametrize(
    "kept", ["14 November 2024", "November 14", "November 2024", "in 2024", "$2,500 billion"]
)
def test_a_date_and_an_amount_are_not_broken(kept: str) -> None:
    for width in range(250, 900, 10):
        text = f"the vote that was to be held {kept} is put off"
        found = set_text(text, FACE, sizes=[30], width=width, height=600)
        assert found is None or any(kept in line for line in found.lines), width


def test_endless_words_are_cut_at_once() -> None:
    cut = cut_text("word " * 100_000 + "end", FACE, size=40, width=600, height=100)
    assert cut.words.endswith("word…")


def test_words_are_drawn_whole_or_not_at_all() -> None:
    assert drawable("Cafe\u0301 in\u00a0Lo\u00addz\u200b", HEADLINE) == "Café in Lodz"
    assert drawable("Iran, in Persian ایران", HEADLINE) == ""
    assert drawable("A fire 🔥", HEADLINE) == ""
