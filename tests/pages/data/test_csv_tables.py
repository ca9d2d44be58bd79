"""The facts for a spreadsheet: what is written comes back, and nothing in it runs or is invented."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.described import Columns, NoColumn, Unpublished, fields_of
from dateline.facts.guarded_cells import safe
from dateline.pages.data.columns import COMMON
from dateline.pages.data.csv_tables import TABLES, to_csv
from dateline.pages.data.files import data_files
from dateline.pages.plan import plan_briefing
from dateline.publishing.looks.render import render
from tests.pages.everything import everything, html
from tests.pages.world import edition, look, read
from tests.publishing.whole_site import check_links

if TYPE_CHECKING:
    from dateline.pages.data.csv_tables import Table


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def table(name: str, today: str = "2026-06-15") -> dict[str, dict[str, str]]:
    found = rows(data_files(everything(today))[f"b/data/{name}.csv"])
    return {row["id"]: row for row in found}


NAMES = ("timeline", "figures", "people", "organisations", "places", "quotations", "sources")


def test_every_fact_has_a_row_in_the_order_of_its_page() -> None:
    briefing = everything().briefing
    expected = [fact.id for fact in briefing.facts]
    found = [fact_id for name in NAMES[:-1] for fact_id in table(name)]
    assert sorted(found) == sorted(expected)
    assert list(table("sources")) == [source.id for source in briefing.sources]
    for name, sheet in (("timeline", "timeline"), ("figures", "key-figures")):
        ids = read(html(sheet)).ids
        assert list(table(name)) == [fact_id for fact_id in ids if fact_id in table(name)]


def test_a_row_leads_to_its_fact() -> None:
    edition = everything()
    pages = {page.path: render(page, look()) for page in plan_briefing(edition)}
    links = [row["page"] for name in NAMES for row in table(name).values()]
    body = "".join(f'<a href="{link}">x</a>' for link in links).encode()
    files = {**pages, **look().files, "b/data/x.html": body}
    assert [
        problem for problem in check_links(files) if problem.position.path == "b/data/x.html"
    ] == []


def test_where_the_site_has_an_address_rows_have_whole_ones() -> None:
    this_edition = edition()
    site = this_edition.site.model_copy(update={"address": "https://daily.example/"})
    (first, *_) = rows(data_files(replace(this_edition, site=site))["b/data/timeline.csv"])
    assert first["page"] == "https://daily.example/b/facts/visit/"


def test_dates_are_as_written_and_no_day_is_invented() -> None:
    written = {event.id: event.date for event in everything().briefing.events}
    for event, row in table("timeline").items():
        date = written[event]
        assert row["date"] == (date.text if date else "")
    assert table("timeline")["first-petition"]["date"] == "179X"
    assert table("timeline")["drawing"]["shown"] == "About 2016"
    assert {row["date_shown"] for row in table("figures").values()} >= {"August 2024", "2016"}


def test_a_row_knows_no_more_than_its_day() -> None:
    before, after = (
        rows(data_files(everything(day))["b/data/timeline.csv"])
        for day in ("2024-09-13", "2027-01-01")
    )
    outcomes = [sum(bool(row["outcome"]) for row in listed) for listed in (before, after)]
    assert outcomes[0] < outcomes[1]


def test_a_state_has_the_day_from_which_it_holds() -> None:
    as_of = {name: row["state_as_of"] for name, row in table("timeline").items() if row["state"]}
    assert as_of["path"] == "2025-07-14"  # when its outcome of July was written down
    assert as_of["lights"] == "2025-12-01"  # when somebody last looked
    assert as_of["trams"] == "2026-01-01"  # due in 2026
    assert as_of["ferry-museum"] == "2024-09-11"  # as at publication


def test_what_others_changed_has_the_day_on_which_it_was_recorded() -> None:
    assert table("figures")["residents"]["revised"] == "2025-05-02: about 21380"
    assert table("timeline")["path"]["outcome_recorded"] == "2025-07-14"


def test_numbers_are_plain_and_negative_ones_stay_numbers() -> None:
    balance = table("figures")["balance"]
    assert (balance["value"], balance["low"]) == ("'-1.25 million", "-1250000")
    assert table("figures")["cost"]["values"].startswith("the-auditors: about 64 to 70 million; ")


def test_a_score_and_a_fraction_are_no_days() -> None:
    figures = table("figures")
    assert figures["tram-vote"]["value"] == "'8-3"
    assert (figures["tram-vote"]["low"], figures["tram-vote"]["high"]) == ("", "")
    assert figures["walkers-from-holm"]["value"] == "'3/8"
    assert figures["walkers-from-holm"]["low"] == "0.375"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-cmd", "＝1"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_text(cell: str) -> None:
    (row,) = rows(to_csv(["id"], [{"id": cell}]))
    assert row["id"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3", "-3.5", "5", "2024-09", "900-1000", "a=b", "−3", ""])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert safe(cell) == cell


def test_a_spreadsheet_reads_the_file_as_utf_8() -> None:
    data = data_files(everything())["b/data/people.csv"]
    assert data.startswith(b"\xef\xbb\xbfid,name,")
    assert "عمر حداد" in data.decode()


@given(st.lists(st.fixed_dictionaries({"id": st.text(), "a": st.text()}), min_size=1))
def test_what_is_written_comes_back(written: list[dict[str, str]]) -> None:
    """RFC 4180: commas, quotes and line ends inside a cell are part of it."""
    assert rows(to_csv(["id", "a"], written)) == [
        {k: safe(v) for k, v in row.items()} for row in written
    ]


@pytest.mark.parametrize(
    ("sheet", "link", "words"),
    [
        ("timeline", "../data/timeline.csv", "Download the events (CSV)"),
        ("key-figures", "../data/figures.csv", "Download the figures (CSV)"),
        ("who-and-where", "../data/places.csv", "Download the places (CSV)"),
        ("sources", "../data/sources.csv", "Download the sources (CSV)"),
    ],
)
def test_a_page_links_to_its_table(sheet: str, link: str, words: str) -> None:
    assert read(html(sheet)).links[link] == words


def test_a_sheet_without_facts_has_no_file() -> None:
    files = data_files(edition("Words.", people="people: []"))
    assert list(files) == ["b/data/facts.json"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.kind.table)
def test_every_column_is_explained_and_has_a_cell_in_every_row(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert all(list(row) == names for row in table.rows(everything()))
    assert len(names) == len(set(names))


def test_a_former_address_has_the_same_file() -> None:
    this_edition = edition()
    front = this_edition.briefing.front.model_copy(update={"formerly": ("old",)})
    files = data_files(replace(this_edition, briefing=replace(this_edition.briefing, front=front)))
    assert files["old/data/timeline.csv"] == files["b/data/timeline.csv"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.kind)
def test_a_table_has_a_column_for_each_field_or_the_record_says_why_not(
    table: Table,
) -> None:
    names = {column.name for column in table.columns}
    for field in fields_of(table.record):
        kept_out = field.mark(NoColumn) or field.mark(Unpublished)
        assert kept_out is None or kept_out.why
        wanted = {*(field.mark(Columns) or {"": field.written}).values()}
        assert kept_out or wanted <= names, f"{table.kind}.{field.name}"


def test_a_table_sorts_by_time() -> None:
    events, figures = table("timeline"), table("figures")
    assert (events["ribbon"]["earliest"], events["ribbon"]["latest"]) == ("2024-09-11",) * 2
    assert events["ferry"]["earliest"] == "1901-01-01"
    assert events["ferry"]["latest"] == events["drawing"]["earliest"] == ""
    assert events["bus"]["expected_earliest"] == "2025-01-01"
    assert events["trams"]["expected_latest"] == "2026-12-31"
    assert figures["estimate"]["latest"] == "2016-12-31"


def test_new_columns_are_at_the_end_of_their_group() -> None:
    """Programs may read columns by their number; `promised/` has what was published so far."""
    promised = json.loads((Path(__file__).parent / "promised" / "columns.json").read_text("utf-8"))
    groups = {table.file: table.own for table in TABLES} | {"every table of facts": COMMON}
    assert set(promised) == set(groups)
    for group, names in promised.items():
        assert [column.name for column in groups[group]][: len(names)] == names, group
