"""The key figures: what a card says and in which order, and what is never mixed."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dateline.facts.hedges import Hedge
from dateline.facts.quantities import parse_amount
from dateline.facts.records import Check, CompareBy, Comparison, Figure
from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import FigureCard, figure_card
from dateline.pages.key_figures import KeyFiguresContext, checks, plan_key_figures, summarise
from dateline.pages.numeral import fit_of_narrow_row, hedge_words, numeral
from tests.pages.everything import everything, html
from tests.pages.world import edition, read, words
from tests.small_site import briefing

HERE = Here(path="b/key-figures/index.html")
PAGE = plan_key_figures(everything())
assert isinstance(PAGE.context, KeyFiguresContext)
CONTEXT = PAGE.context
CARDS = {card.id: card for group in CONTEXT.groups for card in group.cards}


def card(name: str) -> FigureCard:
    return CARDS[name]


def article(name: str) -> str:
    """A card as it is read aloud, on one line."""
    inside = html("key-figures").split(f'id="{name}">')[1].split("</article>")[0]
    without_drawings = re.sub(r"<svg.*?</svg>", "", inside, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", without_drawings).split())


def test_a_card_reads_label_value_description_kind_speaker_evidence_source_other_values() -> None:
    said = article("cost")
    parts = [
        "Cost of the bridge",
        "€61 million",
        "With the roads to it, without the trams.",
        "Disputed · Official claim, as of August 2024",
        "Said by Skerry council",
        "The bridge cost 61 million euros, the council says",
        "Checked on 10 September 2024 by R. Holm",
        "Corrected on 12 September 2024: was “60 million”, is “61 million”.",
        "Other figures:",
        "€64 to 70 million",
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("name", "plain", "unit"),
    [
        ("cost", "€61 million", ""),
        ("estimate", "about €42 million", ""),
        ("balance", "−€1.25 million", ""),
        ("toll-limit", "€3.10", ""),
        ("accidents", "0 accidents", "accidents"),
        ("length", "740 m", "metres"),
        ("approval", "at least 58%", ""),
        ("trams-a-day", "90 to 120 trams", "trams"),
        ("ferry-passengers", "dozens of passengers", "of passengers"),
    ],
)
def test_values_keep_their_hedge_their_digits_and_their_unit(
    name: str, plain: str, unit: str
) -> None:
    assert card(name).value.plain == plain
    assert card(name).value.unit == unit


def test_words_stay_words() -> None:
    assert card("ferry-passengers").value.words
    assert card("ferry-passengers").value.number == "Dozens"
    assert card("ferry-passengers").drawing is None


def test_targets_agreements_and_limits_never_stand_among_the_measured() -> None:
    for group in CONTEXT.groups:
        measured = [card for block in group.measured for card in block.figures]
        planned = [card for block in group.planned for card in block.figures]
        assert {figure.kind.replace(",", "").partition(" ")[0] for figure in measured} <= {
            "Measured",
            "Official",
            "Estimate",
            "Poll",
            "Price",
        }
        assert {figure.kind for figure in planned} <= {
            "Planned",
            "Agreed",
            "Legal limit",
            "Forecast",
        }
    page = html("key-figures")
    assert page.index("Legal limit and agreed</h3>") < page.index('id="toll-limit"')


def test_a_forecast_is_beside_what_was_forecast_before() -> None:
    forecast = card("passengers-forecast")
    assert forecast.time == "2027, forecast in August 2024"
    assert forecast.value.plain == "5,200 to 5,600 people a day"
    assert [(bar.label, bar.shown) for bar in forecast.bars] == [
        ("2027, forecast in March 2022", "6,000 to 6,400 people a day"),
        ("2027, forecast in August 2024", "5,200 to 5,600 people a day"),
    ]


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("tram-vote", "8–3 votes"),
        ("toll-income", "about €2,400 a day"),
        ("kroner", "11.45 Norwegian kroner per euro"),
        ("walkers-from-holm", "3/8 of walkers"),
        ("margin", "±3 percentage points"),
    ],
)
def test_pairs_rates_fractions_and_bands_are_shown_as_they_are_written(
    figure: str, shown: str
) -> None:
    assert card(figure).value.plain == shown
    assert card(figure).drawing is None


def test_comparisons_are_worked_out_and_no_surer_than_their_parts() -> None:
    said = [
        f"{line.label}: {line.message % {'amount': line.amount, 'other': line.other.words}}"
        for group in CONTEXT.groups
        for block in group.measured
        for line in block.comparisons
    ]
    assert said == [
        "Cost of the bridge: about €19 million more than the first estimate of the cost",
        "Cost of the bridge: 6.4 times the price of the last ferry",
        "People who walked over on the first day: about 18.7% of the people who live in Skerry",
        (
            "Residents in favour of the bridge: about 14 percentage points more than "
            "the residents in favour before the works began"
        ),
    ]


def test_rival_values_stand_side_by_side_and_are_not_averaged() -> None:
    rivals = [
        (rival.hedge, rival.value.plain, rival.by and rival.by.words)
        for rival in card("cost").rivals
    ]
    assert rivals == [
        ("about", "about €64 to 70 million", "The auditors"),
        ("more than", "more than €80 million", "Skerry trams"),
    ]


def test_a_short_history_is_bars_and_a_long_one_a_line_with_its_table() -> None:
    assert [bar.shown for bar in card("balance").bars] == [
        "€2.5 million",
        "€750,000",
        "−€1.25 million",
    ]
    assert card("balance").history == ()
    assert [(row.date, row.value) for row in card("residents").history] == [
        ("1990", "14,200 people"),
        ("2000", "16,100 people"),
        ("2010", "about 18,900 people"),
        ("2018, Skerry council", "20,800 people"),
        ("31 December 2023", "about 21,380 people"),
    ]
    assert card("residents").drawing is not None


@pytest.mark.parametrize(
    ("update", "sources"),
    [({}, 1), ({"as_of": None}, 0)],
    ids=["bars", "no day of its own"],
)
def test_the_sources_of_a_history_are_named_only_with_its_values(
    update: dict[str, Any], sources: int
) -> None:
    (figure,) = (figure for figure in everything().briefing.figures if figure.id == "balance")
    assert len(figure_card(figure.model_copy(update=update), everything(), HERE).earlier) == sources


def test_a_comparison_does_not_hide_the_history() -> None:
    (figure,) = (figure for figure in everything().briefing.figures if figure.id == "balance")
    compare = (Comparison(to="estimate", by=CompareBy.DIFFERENCE),)
    shown = figure_card(figure.model_copy(update={"compare": compare}), everything(), HERE)
    assert [bar.label for bar in shown.versus] == [
        "Balance of the bridge fund",
        "First estimate of the cost",
    ]
    assert len(shown.bars) == 3


def test_no_bar_is_drawn_beside_a_disputed_number() -> None:
    (figure,) = (figure for figure in everything().briefing.figures if figure.id == "estimate")
    compare = (Comparison(to="cost", by=CompareBy.DIFFERENCE),)
    shown = figure_card(figure.model_copy(update={"compare": compare}), everything(), HERE)
    assert shown.versus == ()
    assert shown.comparisons[0].basis


def test_old_levels_say_from_when_they_are() -> None:
    assert card("estimate").kind_and_time == "Estimate from 2016"
    assert card("ferry-price").kind_and_time == "Measured in 1998"
    assert card("cost").kind_and_time == "Official claim, as of August 2024"
    assert card("passengers-forecast").kind_and_time == "2027, forecast in August 2024"


def kind(when: str, event: str) -> str:
    figures = f"""
        figures:
          - {{id: dead, label: Dead, value: 31, unit: people, kind: estimate, {when}, source: book}}
        """
    timeline = f"""
        events:
          - {{id: fire, title: The mill burns down, date: {event}, source: book}}
        """
    sources = "\n    sources: [{id: book, title: Mills}]"
    burnt = edition(figures=figures, timeline=timeline, sources=sources)
    (figure,) = burnt.briefing.figures
    return figure_card(figure, burnt, HERE).kind_and_time


def test_the_toll_of_a_past_event_does_not_grow_old() -> None:
    assert kind("period: 1987-12-20", "1990") == "Estimate, 20 December 1987"
    assert kind("as_of: 1987-12-20", "1987-12-20") == "Estimate, as of 20 December 1987"
    assert kind("as_of: 1987-12-20", "1990") == "Estimate from 20 December 1987"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("people", "fewer than"),
        ("people/week", "fewer than"),
        ("tons", "less than"),
        ("gross tons", "less than"),
        ("EUR/day", "less than"),
        ("percent", "less than"),
        ("hours", "less than"),
        (None, "fewer than"),
    ],
)
def test_people_are_fewer_and_money_is_less(unit: str | None, words: str) -> None:
    assert numeral(parse_amount("250"), unit, Hedge.FEWER_THAN).plain.startswith(f"{words} ")
    assert hedge_words(Hedge.MORE_THAN, unit) == "more than"


def test_what_is_drawn_has_its_equal_in_words() -> None:
    said = article("debt-share")
    assert "Each square is 1 percent of the cost of the bridge." in said
    assert "Skerry Holm" in article("length")
    assert "Each tick is 100 metres." in article("length")


@pytest.mark.parametrize("unit", ["percent", "per cent", "pct", "%"])
def test_a_share_is_drawn_however_percent_is_spelled(unit: str) -> None:
    edition = everything()
    (figure,) = (figure for figure in edition.briefing.figures if figure.id == "debt-share")
    drawn = figure_card(figure.model_copy(update={"unit": unit}), edition, HERE)
    assert drawn.drawing is not None
    assert drawn.drawing == card("debt-share").drawing


def test_the_table_has_every_figure_and_leads_to_its_card() -> None:
    table = html("key-figures").split('class="figure-table"')[1].split("</table>")[0]
    assert re.findall(r'href="#([^"]+)"', table) == list(CARDS)


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        (["estimate", "estimate", "target"], "Three figures, most of them estimates."),
        (["measured"] * 11, "11 figures, most of them measured."),
        (["estimate", "measured"], ""),
        (["estimate"], ""),
    ],
)
def test_the_summary_says_what_most_figures_are(kinds: list[str], sentence: str) -> None:
    assert summarise(figures(kinds)) == sentence


@pytest.mark.parametrize(
    ("done", "total", "sentence"),
    [
        (0, 2, "No figure has yet been checked by a person."),
        (1, 2, "One of 2 figures has been checked by a person."),
        (2, 3, "2 of 3 figures have been checked by a person."),
        (3, 3, "All 3 figures have been checked by a person."),
        (1, 1, "The figure has been checked by a person."),
    ],
)
def test_the_page_says_how_many_figures_a_person_checked(
    done: int, total: int, sentence: str
) -> None:
    made = figures(["estimate"] * total)
    check = Check.model_validate({"by": "R. Holm", "on": "2024-09-10"})
    checked = [figure.model_copy(update={"checked": check}) for figure in made[:done]]
    assert checks([*checked, *made[done:]]) == sentence


def figures(kinds: list[str]) -> list[Figure]:
    fields = "id: f{}, label: L, value: 1, kind: {}"
    rows = [f"{{{fields.format(number, kind)}}}" for number, kind in enumerate(kinds)]
    return [*briefing("All was quiet.", figures=f"figures: [{', '.join(rows)}]").figures]


@pytest.mark.parametrize(
    ("value", "unit", "fit"),
    [
        ("5 billion", "USD", "wide-30"),
        ("64 to 70 million", "EUR", "wide-70"),
        ("2500", "troops", "wide-30 unit-4"),
        ("5,200 to 5,600", "people/day", "wide-80 unit-8"),
        ("11.45", "NOK/EUR", "wide-25"),
        ("as many as the town had ever seen", None, "wide-more"),
    ],
)
def test_a_value_says_how_wide_it_is(value: str, unit: str | None, fit: str) -> None:
    assert numeral(parse_amount(value), unit, None).fit == fit


def test_key_people_are_links_to_who_and_where_after_the_numbers() -> None:
    page = html("key-figures")
    assert page.index('id="at_table"') < page.index('id="at_people"')
    people = page.split('id="at_people"')[1]
    assert re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', people)[:2] == [
        ("../who-and-where/index.html#anna-berg", "Anna Berg"),
        ("../who-and-where/index.html#omar-haddad", "Omar Haddad"),
    ]


def test_a_source_that_most_figures_share_is_said_once_at_the_top() -> None:
    page = read(html("key-figures")).text
    source = "Skerry council: Report on the building of the bridge"
    assert f"Unless a figure says otherwise, it comes from {source}." in words(page)
    assert f"Not in the article. Source: {source} " not in words(page)


def test_what_a_number_is_of_stands_under_its_label_on_its_page() -> None:
    under = r"Cost of the bridge</h1>\s*<p class=[^>]*>With the roads to it"
    assert re.search(under, html("facts/cost"))


def test_where_a_date_is_from_has_a_line_of_its_own() -> None:
    assert "<br>Date: the day of their report" in html("key-figures")


def test_a_long_unit_makes_no_number_small_where_columns_are_narrow() -> None:
    households = numeral(parse_amount("2170"), "households", None)
    cost = numeral(parse_amount("62.1 million"), "EUR", None)
    assert fit_of_narrow_row([households, cost]) == cost.fit
