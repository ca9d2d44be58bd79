"""A letter that passes for one of another alphabet is found; what science and trade write is not."""

import pytest

from dateline.facts.alphabets import strange_letters


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("S\u0430na", "\u0430"),
        ("the \u0421oast", "\u0421"),
        ("\u041c\u043e\u0441\u043a\u0432a", "a"),
        ("\u039fstrow", "\u039f"),
        ("Martin\u03bfs", "\u03bf"),
        ("M\u03b1rtin", "\u03b1"),
        ("\u0391\u03b8\u03aevo", "v"),
        ("C\u0585mpany", "\u0585"),
        ("\uff22ank", "\uff22"),
        ("\U0001d401ank", "\U0001d401"),
        ("\u13aanna", "\u13aa"),
    ],
)
def test_a_letter_of_another_alphabet_is_found(text: str, letter: str) -> None:
    assert [strange.letter for strange in strange_letters(text)] == [letter]


@pytest.mark.parametrize(
    "text",
    [
        "Sana and Москва and Αθήνα",
        "TNFα, IFNγ, β-carotene, Δv, kΩ, μm, µg",
        "IT-компания",
        "Яndex",
        "KoЯn",
        "東京tower",
        "علیGPT",
        "Straße, Łódź, İzmir, ʻOkina, 1ª",
        "1000\u202f₽",
    ],
)
def test_words_of_one_alphabet_and_of_two_that_do_not_look_alike_are_text(text: str) -> None:
    assert list(strange_letters(text)) == []
