"""The history of a figure: what can be drawn is drawn, all else is in rows."""

from __future__ import annotations

from dateline.pages.addresses import Here
from dateline.pages.cards.figure_card import FigureCard, figure_card
from tests.pages.world import edition

HERE = Here(path="b/key-figures/index.html")


def card(history: str, *, value: str = "3", dates: str = "as_of: 2024, ") -> FigureCard:
    fields = f"id: f, label: L, value: {value}, kind: forecast, {dates}source: s"
    made = edition(
        "All was quiet.",
        figures=f"figures:\n  - {{{fields}, history: [{history}]}}\n",
        sources="sources:\n  - {id: s, title: S}\n",
    )
    return figure_card(made.briefing.figures[0], made, HERE)


def rows(shown: FigureCard) -> list[tuple[str, str]]:
    return [(row.date, row.value) for row in shown.history]


def test_scores_are_in_rows_and_nothing_is_drawn() -> None:
    shown = card("{date: 2022, value: 2-2}, {date: 2023, value: 4 against 5}", value="8-3")
    assert rows(shown) == [("2022", "2–2"), ("2023", "4–5"), ("2024", "8–3")]
    assert (shown.bars, shown.drawing) == ((), None)


def test_a_figure_without_a_date_has_its_history_too() -> None:
    shown = card("{date: 2022, value: 5}, {date: 2023, value: 6}", dates="")
    assert rows(shown) == [("2022", "5"), ("2023", "6")]


def test_one_earlier_value_is_a_line_and_no_table() -> None:
    shown = card("{date: 2022, value: 5}", dates="")
    assert rows(shown) == []
    assert [(row.date, row.value) for row in shown.earlier_words] == [("2022", "5")]


VINTAGES = (
    "{date: 2024, value: 5, made: 2021}, {date: 2024, value: 4, made: 2023},"
    " {date: 2024, value: 6, made: 2022}, {date: 2024, value: 7}"
)


def test_forecasts_of_one_year_are_in_the_order_in_which_they_were_made() -> None:
    shown = card(VINTAGES, dates="as_of: 2024, made: 2020, ")
    assert rows(shown) == [
        ("2024, forecast in 2020", "3"),
        ("2024, forecast in 2021", "5"),
        ("2024, forecast in 2022", "6"),
        ("2024, forecast in 2023", "4"),
        ("2024", "7"),
    ]
    assert shown.drawing is not None
