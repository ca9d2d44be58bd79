"""A briefing's card: where it is published, what is drawn on it, and what its editor is warned of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.facts.site_records import Site
from dateline.pages.cards.share_picture import briefing_card, check_card, site_card
from dateline.publishing.looks.look import LookFiles, read_look_files
from tests.drawing.card_fonts import card_fonts
from tests.pages.everything import everything
from tests.pages.world import FIGURES, SITE, edition
from tests.small_site import article, assemble

if TYPE_CHECKING:
    from dateline.pages.picture import ShareCard

URL = "https://daily.example/news/"


def card(figures: str = FIGURES) -> ShareCard:
    this_edition = edition(
        figures=figures,
        people="people: [{id: ann-lee, name: Ann Lee, role: M, why: W, source: plan}]",
    )
    found = briefing_card(this_edition, card_fonts())
    assert found
    return found


def cards(title: str, *, site_url: str | None = URL) -> list[str]:
    text = article("All was quiet.").replace("title: A title", f"title: {title}")
    return [
        path
        for path in assemble({"b/article.md": text}, site_url=site_url).files
        if "card-" in path
    ]


def test_a_site_with_an_address_has_a_card_a_briefing_and_one_of_its_own() -> None:
    own, briefing = sorted(cards("A title"), key=len)
    assert own.startswith("card-")
    assert briefing.startswith("b/card-")
    assert cards("A title", site_url=None) == []


def test_another_title_is_another_address_and_the_sites_own_stays() -> None:
    before, after = sorted(cards("A title"), key=len), sorted(cards("Another"), key=len)
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_other_letters_are_another_address() -> None:
    fonts, other = card_fonts(), replace(card_fonts(), digest="0" * 64)
    first, second = site_card(SITE, fonts), site_card(SITE, other)
    assert first
    assert second
    assert first.picture.path != second.picture.path


def test_the_day_of_the_build_changes_no_card() -> None:
    first, second = (
        briefing_card(everything(day), card_fonts()) for day in ("2024-10-01", "2026-06-15")
    )
    assert first == second


def test_the_figure_that_weighs_most_stands_on_it() -> None:
    assert "32 kilometres" in card().picture.words
    assert "nearly $5 billion, Cost of the line, Estimate, Ann Lee" in card(KEY_COST).picture.words


def test_the_figure_that_the_headline_gives_stands_on_it_before_all_others() -> None:
    shown = edition(
        figures=KEY_COST,
        people="people: [{id: ann-lee, name: Ann Lee, role: M, why: W, source: plan}]",
    )
    front = shown.briefing.front.model_copy(update={"title": "A line of 32 kilometres"})
    named = replace(shown, briefing=replace(shown.briefing, front=front))
    found = briefing_card(named, card_fonts())
    assert found
    assert "32 kilometres, Length of the line" in found.picture.words


KEY_COST = FIGURES.replace("id: cost\n", "id: cost\n        weight: key\n")


def key_cost(field: str) -> ShareCard:
    return card(f"{KEY_COST.rstrip()}\n        {field}")


def test_a_figure_that_its_source_has_revised_stands_on_no_card() -> None:
    assert "billion" in card(KEY_COST).picture.words
    revised = key_cost("revised: [{value: 6 billion, recorded: 2025-02-14, source: plan}]")
    assert "billion" not in revised.picture.words


def test_a_number_that_nobody_denies_comes_before_one_that_somebody_does() -> None:
    assert "32 kilometres, Length" in key_cost(RIVAL).picture.words


def test_a_disputed_number_stands_only_with_what_others_say_and_before_words_without_digits() -> (
    None
):
    rival = f"{KEY_COST.rstrip()}\n        {RIVAL}"
    dozens = rival.replace("value: 32", "value: dozens").replace("weight: key", "weight: minor")
    words = card(dozens).picture.words
    assert "nearly $5 billion, Cost of the line" in words
    assert "Disputed. Others: $6 billion" in words


RIVAL = "values: [{value: 6 billion, source: plan}]"


def test_of_two_that_weigh_alike_the_one_without_a_caveat_is_shown() -> None:
    doubted = FIGURES.replace("id: length\n", "id: length\n        caveat: Nobody measured it.\n")
    sure = doubted.replace("        caveat: Nobody has seen the bills.\n", "")
    assert "32 kilometres" in card(doubted).picture.words
    assert "nearly $5 billion" in card(sure).picture.words


def warned(title: str) -> list[str]:
    text = article("All was quiet.").replace("title: A title", f"title: {title}")
    found = assemble({"b/article.md": text}, site_url=URL).problems
    return [
        f"{problem.position}: {problem.found}"
        for problem in found
        if problem.rule == "card.letters"
    ]


def test_a_title_with_a_strange_letter_is_reported_and_one_in_another_script_is_not() -> None:
    (warning,) = warned("Fire 🔥 in Basel")
    assert (
        warning
        == "content/b/article.md:2:8: the share card leaves the title out: its fonts lack “🔥”"
    )
    assert warned("الرئيس الإيراني") == []
    assert warned("Żółć, Nguyễn and Київ") == []
    assert list(check_card(edition().briefing.front, None)) == []


def test_a_site_that_cannot_be_named_has_no_card() -> None:
    site = Site.model_validate({"title": "新聞", "description": "News."})
    assert site_card(site, card_fonts()) is None


def test_a_missing_font_refuses_the_site() -> None:
    files = read_look_files()
    static = {name: data for name, data in files.static.items() if not name.endswith("800.ttf")}
    site = assemble(
        {"b/article.md": article()},
        site_url=URL,
        look=LookFiles(templates=files.templates, static=static),
    )
    (problem,) = site.problems
    assert problem.rule == "card.undrawn"
    assert "static/fonts/card/libre-franklin-800.ttf is missing" in problem.found
    assert not site.files


def test_fonts_of_cards_are_not_published() -> None:
    site = assemble({"b/article.md": article()}, site_url=URL)
    assert not [path for path in site.files if path.endswith(".ttf")]


def test_every_page_that_names_a_picture_names_one_that_is_there() -> None:
    files = assemble({"b/article.md": article()}, site_url=URL).files
    for path in ("index.html", "about/index.html", "b/index.html", "b/article/index.html"):
        html = files[path].decode()
        (named,) = re.findall('property="og:image" content="([^"]*)"', html)
        assert named.removeprefix(URL) in files
        assert named.startswith(URL + ("b/card-" if path.startswith("b/") else "card-"))
        assert 'property="og:image:alt" content="' in html
