"""What a share card shows, whatever it is given."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from dateline.drawing.card import HEIGHT, WIDTH, Card, CardFigure, draw_share_card
from dateline.drawing.lettering import HEADLINE, LABEL, TEXT

FIGURE = CardFigure(
    hedge="nearly",
    number="$5",
    rest=" billion",
    label="Cost of the line",
    kind="Estimate, Ann Lee",
    words="It costs nearly $5 billion",
)
CARD = Card(
    site="The Daily",
    title="The line opens",
    kicker="Basel",
    date="11 September 2024",
    standfirst="Late, and dear.",
    figures=(FIGURE,),
)
LONG = "The council of the harbour town votes after eleven years of dispute and four rulings " * 3
ARABIC = "الرئيس الإيراني في العراق"
ODD = [
    CARD,
    replace(CARD, title="Ferry"),
    replace(CARD, title=LONG),
    replace(CARD, title="word " * 500),
    replace(CARD, title="Donaudampfschiff" * 9),
    replace(CARD, site="The Daily " * 20, kicker="Basel " * 50),
    replace(CARD, title=ARABIC),
    replace(CARD, figures=(), standfirst=LONG * 3),
    replace(CARD, figures=(replace(FIGURE, words=LONG * 2),)),
    replace(
        CARD,
        figures=(
            replace(FIGURE, label=ARABIC),
            replace(FIGURE, number="3 <b>"),
            replace(FIGURE, number=LONG[:60]),
            replace(FIGURE, doubt=LONG[:70]),
        ),
    ),
    Card(site="&", title="<script>alert(1)</script>"),
]


def texts(card: Card) -> list[ET.Element]:
    drawn = draw_share_card(card)
    assert drawn
    root = ET.fromstring(drawn.svg)  # noqa: S314 - our own drawing
    return [element for element in root if element.tag.endswith("text")]


def shown(card: Card) -> list[str]:
    return [element.text or "" for element in texts(card)]


@pytest.mark.parametrize("card", ODD)
def test_all_of_it_stands_on_the_card(card: Card) -> None:
    fonts = {(font.family, str(font.weight)): font for font in (HEADLINE, LABEL, TEXT)}
    for line in texts(card):
        font = fonts[line.attrib["font-family"], line.attrib["font-weight"]]
        size, x, y = (float(line.attrib[name]) for name in ("font-size", "x", "y"))
        width = font.width(line.text or "") * size + len(line.text or "") * float(
            line.get("letter-spacing", 0)
        )
        left = x - width if line.get("text-anchor") == "end" else x
        assert left >= 60
        assert left + width <= WIDTH - 60
        assert y - size >= 0
        assert y + 0.25 * size <= HEIGHT - 30


@pytest.mark.parametrize("card", ODD)
def test_the_words_beside_it_say_all_that_it_shows(card: Card) -> None:
    drawn = draw_share_card(card)
    assert drawn
    for line in shown(card):
        assert line in drawn.words


def test_a_figure_stands_with_the_words_it_rests_on() -> None:
    drawn = draw_share_card(CARD)
    assert drawn
    assert "nearly $5 billion, Cost of the line, Estimate, Ann Lee" in drawn.words
    assert "It costs nearly $5 billion" in shown(CARD)


def test_a_number_is_large_where_the_headline_is_short_and_never_larger_than_it() -> None:
    sizes = {}
    for title in ("Wages rise", "Wages rise in both towns on the coast and in the hills behind"):
        lines = texts(
            replace(CARD, title=title, figures=(replace(FIGURE, number="62.5", rest="%"),))
        )
        by_words = {line.text or "": float(line.attrib["font-size"]) for line in lines}
        headline = next(size for words, size in by_words.items() if words in title)
        assert by_words["62.5"] <= headline
        sizes[title] = by_words["62.5"]
    short, long = sizes.values()
    assert short > 1.3 * long


def test_hedge_and_unit_are_small_beside_the_number_and_so_is_what_others_say() -> None:
    disputed = replace(FIGURE, doubt="Disputed. Others: 6 billion")
    sizes = {
        line.text: float(line.attrib["font-size"])
        for line in texts(replace(CARD, figures=(disputed,)))
    }
    for small in ("nearly", "billion", "Disputed. Others: 6 billion"):
        assert sizes[small] < sizes["$5"] / 2


def test_a_long_title_has_the_card_for_itself() -> None:
    card = replace(CARD, title=LONG)
    assert "$5" not in shown(card)
    assert " ".join(LONG.split()) in " ".join(shown(card))


def test_a_title_without_letters_for_it_leaves_its_place_to_the_site() -> None:
    assert shown(replace(CARD, title=ARABIC, figures=()))[:3] == [
        "11 September 2024",
        "Basel",
        "The Daily",
    ]
    assert draw_share_card(Card(site=ARABIC, title="Iran")) is None


def test_a_figure_that_cannot_be_shown_whole_gives_way() -> None:
    foreign, endless = replace(FIGURE, words=ARABIC), replace(FIGURE, words="word " * 60)
    other = replace(FIGURE, number="32 km")
    assert "32 km" in shown(replace(CARD, figures=(foreign, endless, other)))
    assert "Late, and dear." in shown(replace(CARD, figures=(foreign, endless)))
