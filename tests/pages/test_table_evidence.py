"""Cells and the words of other values on the pages: in the article, with the figure, on its page, as data."""

from __future__ import annotations

from functools import cache
from typing import Any

from dateline.pages.addresses import Here
from dateline.pages.data.files import data_files
from dateline.pages.data.json_records import RecordWriter
from tests.pages.everything import everything, html
from tests.pages.world import edition, pages, read, words

ARTICLE = "../article/index.html"


@cache
def crossings() -> dict[str, Any]:
    edition = everything()
    writer = RecordWriter(edition=edition, here=Here(path="b/data/facts.json"))
    return writer.write(edition.briefing.fact_by_id["crossings"])


def test_the_cells_of_a_row_are_marked_each_for_its_own_value() -> None:
    inside = read(html("article")).inside
    assert inside["words-crossings"] == "187"
    assert inside["words-crossings-2"] == "198"
    assert inside["words-crossings-4"] == "the crossings were about 190,000"


def test_each_value_shows_its_words_and_leads_to_them() -> None:
    page = read(html("key-figures"))
    shown = words(page.text)
    assert (
        "2022 198,000 crossings “Crossings, in thousands. Ferry, 2022: 198”, in the article"
        in shown
    )
    assert "“the crossings were about 190,000”, paragraph 5" in shown
    assert "Crossings, in thousands. Ferry, 2023: 187" in shown
    assert "in the article, on: " in shown
    assert "in the article of the article" not in shown
    assert "Date: the year before the works began" in shown
    assert {f"{ARTICLE}#words-crossings-{number}" for number in (2, 3, 4, 5)} <= {*page.links}


def test_a_revision_of_the_article_itself_names_no_source() -> None:
    shown = words(read(html("facts/crossings")).text)
    assert "Revised in September 2024 from 187,000 crossings." in shown
    assert "nearly 186,000 crossings “the ferry company now counts 186,000”, paragraph 5" in shown


def test_the_page_of_the_figure_has_each_cell_with_its_heads() -> None:
    shown = words(read(html("facts/crossings")).text)
    for cell in ("Ferry, 2023: 187", "Ferry, 2022: 198", "Ferry, 2021: 212"):
        assert f"Crossings, in thousands. {cell}" in shown


def test_programs_get_row_and_column_and_the_passage_of_each_value() -> None:
    figure = crossings()
    (own,) = figure["evidence"]
    assert (own["row"], own["column"], own["selector"]["exact"]) == ("Ferry", "2023", "187")
    earlier = figure["history"][0]["evidence"]
    assert [passage["column"] for passage in earlier] == ["2022"]
    assert earlier[0]["page"].endswith("#words-crossings-2")
    assert figure["history"][2]["date_from"] == "The year before the works began"
    assert "row" not in figure["revised"][0]["evidence"][0]


def test_a_table_has_the_heads_before_the_words() -> None:
    figures = next(text for name, text in data_files(everything()).items() if "figures.csv" in name)
    assert b"Ferry, 2023: 187" in figures


def test_one_earlier_value_of_a_figure_without_a_date_is_a_line_and_no_table() -> None:
    made = edition(
        "The toll goes from 2 to 3 euros.",
        figures="""
        figures:
          - id: toll
            label: Toll
            value: 3
            unit: EUR
            kind: price
            evidence: to 3 euros
            history: [{date: 2023, value: 2, date_from: The year before, evidence: from 2}]
        """,
    )
    page = pages(made)["b/key-figures/index.html"]
    assert "point by point" not in page
    assert "2023, €2: “from 2”, paragraph 1" in words(read(page).text)
