"""A cell of a table as evidence: its heads say what its number is in, and of which time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.checking.coverage.coverage_report import coverage_to_json
from tests.small_site import briefing, checked, problems, rules

ARTICLE = """
    Bread was dearer.

    ## Inflation, in percent

    | Town   | 2022 | 2023 | Q3 2024 |
    |--------|-----:|-----:|--------:|
    | Ostrow |  2.9 |  3.1 |    −0.3 |
    | Lesk   |      |  3.1 | 1,950   |

    Trade of the ports:

    | Port   | Exports, € bn | Berths | 2023 |
    |--------|--------------:|-------:|-----:|
    | Ostrow |          41.2 |     12 | 1950 |
    | Lesk   |             7 | 12 000 |  6.5 |
"""


def figure(**fields: Any) -> str:
    """A figure for Ostrow in 2023, with these fields instead of its own; None leaves one out."""
    own: dict[str, Any] = {
        "id": "f",
        "label": "L",
        "kind": "measured",
        "value": "3.1",
        "unit": "percent",
    }
    own |= {"period": "2023", "evidence": {"row": "Ostrow", "column": "2023", "table": "Inflation"}}
    kept = {name: value for name, value in (own | fields).items() if value is not None}
    return json.dumps({"figures": [kept]}, ensure_ascii=False)


def cell(row: str | None, column: str | None, table: str | None = None) -> dict[str, str]:
    named = {"row": row, "column": column, "table": table}
    return {name: words for name, words in named.items() if words}


def wrong(**fields: Any) -> list[str]:
    return [problem.rule for problem in problems(ARTICLE, "agreement.", figures=figure(**fields))]


def test_a_cell_supports_its_value_with_the_unit_and_the_date_of_its_heads() -> None:
    assert problems(ARTICLE, figures=figure()) == []


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"value": "1.3"}, "agreement.value"),
        ({"value": "2.9"}, "agreement.value"),
        ({"unit": "EUR"}, "agreement.unit"),
        ({"unit": "percentage points"}, "agreement.unit"),
        ({"unit": None}, "agreement.unit"),
        ({"hedge": "about"}, "agreement.hedge"),
        ({"period": "2022"}, "agreement.date"),
        ({"period": None, "as_of": "2024"}, "agreement.date"),
    ],
)
def test_and_nothing_else(fields: dict[str, Any], rule: str) -> None:
    assert wrong(**fields) == [rule]


def test_a_head_over_the_table_is_shown_with_what_it_says() -> None:
    (problem,) = problems(ARTICLE, "agreement.", figures=figure(unit="EUR"))
    notes = [related.note for related in problem.related]
    assert notes == ["“3.1”", "“2023”", "“Ostrow”", "“Inflation, in percent”"]
    assert "`unit: percent`" in problem.fix


@pytest.mark.parametrize(
    ("column", "fields"),
    [
        ("Exports, € bn", {"value": "41.2 billion", "unit": "EUR"}),
        ("Berths", {"value": "12", "unit": "berths"}),
        ("2023", {"value": "1950", "unit": "ships", "period": "2023"}),
        ("Q3 2024", {"value": "-0.3", "period": "2024-07/2024-09"}),
    ],
)
def test_numbers_are_read_as_the_table_means_them(column: str, fields: dict[str, Any]) -> None:
    table = "Inflation" if column == "Q3 2024" else "Port"
    own = {"period": None, "evidence": cell("Ostrow", column, table)}
    assert wrong(**own | fields) == []


def test_a_scale_in_the_head_is_part_of_the_value() -> None:
    evidence = cell("Ostrow", "Exports, € bn")
    (problem,) = problems(
        ARTICLE,
        "agreement.",
        figures=figure(value="41.2", unit="EUR", period=None, evidence=evidence),
    )
    assert problem.rule == "agreement.value"
    assert problem.fix.startswith("write 41.2 billion")


def test_spaced_thousands_fill_a_cell() -> None:
    evidence = cell("Lesk", "Berths")
    assert wrong(value="12000", unit="berths", period=None, evidence=evidence) == []
    assert wrong(value="12", unit="berths", period=None, evidence=evidence) == ["agreement.value"]


def test_where_the_heads_give_no_unit_none_is_refused() -> None:
    evidence = cell("Lesk", "2023", "Trade of the ports")
    assert wrong(value="6.5", unit="EUR", evidence=evidence) == []


def test_heads_that_contradict_each_other_say_nothing() -> None:
    article = "| Rate | Share (%) |\n|---|---|\n| Loans, € | 5 |\n"
    for unit in ("EUR", "percent"):
        sheet = figure(value="5", unit=unit, period=None, evidence=cell("Loans, €", "Share (%)"))
        assert problems(article, "agreement.", figures=sheet) == []


@pytest.mark.parametrize(
    ("evidence", "rule", "says"),
    [
        (cell("Ostrov", "2023"), "evidence.not-found", "a row that the table has: “Ostrow”"),
        (cell("Ostrow", "2024"), "evidence.not-found", "“2023” or “2022”"),
        (cell("Lesk", "2022"), "evidence.not-found", "another cell"),
        (cell("Lesk", "2022", "Wages"), "evidence.not-found", "right over the table"),
        (cell("Ostrow", "2023"), "evidence.ambiguous", "“Town” or “Port”"),
        (cell("Ostrow", None, "Inflation"), "evidence.ambiguous", "“2022”, “2023” or “Q3 2024”"),
    ],
)
def test_a_cell_that_is_not_there_or_not_alone_gets_what_the_table_has(
    evidence: dict[str, str], rule: str, says: str
) -> None:
    (problem,) = problems(ARTICLE, "evidence.", figures=figure(evidence=evidence))
    assert problem.rule == rule
    assert says in problem.fix


def test_an_article_without_a_table_says_so() -> None:
    (problem,) = problems("Bread was dearer.", "evidence.", figures=figure())
    assert "no table" in problem.found


def test_one_head_is_enough_where_it_names_one_cell() -> None:
    article = "| Crash | |\n|---|---|\n| Killed | 41 |\n| Hurt | 9 |\n"
    sheet = figure(value="41", unit="people", period=None, evidence=cell("Killed", None))
    assert problems(article, figures=sheet) == []


def test_month_and_year_of_two_heads_are_one_date() -> None:
    article = "| Price | 2022 | 2023 |\n|---|---|---|\n| May | 4 | 5 |\n"
    own = {"value": "5", "unit": "EUR", "evidence": cell("May", "2023")}
    assert problems(article, "agreement.", figures=figure(**own, period="2023-05")) == []
    for period in ("2022-05", "2023-06", "2024-05"):
        found = rules(article, "agreement.", figures=figure(**own, period=period))
        assert found == ["agreement.date"]


def test_a_month_without_a_year_may_be_of_any_near() -> None:
    article = "| Price | Oct |\n|---|---|\n| Bread | 5 |\n"
    own = {"value": "5", "unit": "EUR", "evidence": cell("Bread", "Oct")}
    for period in ("2023-10", "2024-10"):
        assert problems(article, "agreement.", figures=figure(**own, period=period)) == []
    assert rules(article, "agreement.", figures=figure(**own, period="2024-11")) == [
        "agreement.date"
    ]


def test_words_that_are_in_a_cell_have_its_heads_too() -> None:
    article = "| When | Event |\n|---|---|\n| 7 September | The dam breaks |"
    event = {"id": "e", "title": "T", "evidence": "The dam breaks"}
    for day, expected in (("2024-09-07", []), ("2024-09-08", ["agreement.date"])):
        for evidence in ("The dam breaks", cell("7 September", "Event")):
            sheet = json.dumps({"events": [{**event, "date": day, "evidence": evidence}]})
            assert rules(article, "agreement.", timeline=sheet) == expected


# Coverage


def verdicts(sheet: str) -> dict[str, str]:
    found = checked(ARTICLE, figures=sheet).coverage
    return {f"{item.position.line}: {item.text}": item.verdict for item in found}


def test_a_cell_and_the_year_over_it_are_covered() -> None:
    found = verdicts(figure())
    assert found["14: 3.1"] == "covered"
    assert found["12: 2023"] == "covered"
    # A year over numbers is a part of each of them, and nothing to cover by itself.
    assert "12: 2022" not in found
    assert found["14: 2.9"] == "open"
    # The same number in another row is of another town.
    assert found["15: 3.1"] == "open"


def test_the_fact_to_paste_for_a_cell_names_its_row_and_column() -> None:
    read = briefing(ARTICLE)
    found = checked(ARTICLE)
    stubs = [
        item["stub"] for item in coverage_to_json(found.coverage, found.passages, read)["open"]
    ]
    assert any(
        "value: 3.1\n    unit: percent\n    period: 2023\n" in stub
        and "evidence: {row: 'Ostrow', column: '2023', table: 'Town'}" in stub
        for stub in stubs
    )
    assert any("value: 41.2 billion\n    unit: EUR\n" in stub for stub in stubs)


def stubs(article: str, sheet: str = "{}") -> list[str]:
    read, found = briefing(article, figures=sheet), checked(article, figures=sheet)
    report = coverage_to_json(found.coverage, found.passages, read)
    return [item["stub"] for item in report["open"]]


ROW = "| Inflation, % | 2022 | 2023 | 2024 |\n|---|---|---|---|\n| Ostrow | 2.9 | about 3.1 | 3.3 |"


def test_the_other_numbers_of_a_row_are_the_history_of_its_latest() -> None:
    first, second, latest = stubs(ROW)
    assert first == (
        "  # figures.yaml, under history: of the figure for “3.3” of line 9\n"
        "  - {date: 2022, value: 2.9, evidence: {column: '2022'}}\n"
    )
    assert "{date: 2023, value: 3.1, hedge: about, evidence: {column: '2023'}}" in second
    assert "period: 2024\n" in latest


def test_or_of_the_figure_that_there_is() -> None:
    own = cell("Ostrow", "2023")
    sheet = figure(hedge="about", evidence=own)
    assert all("under history: of ‘f’" in stub for stub in stubs(ROW, sheet))


def test_what_is_pasted_is_right() -> None:
    entries = [stub.splitlines()[1].removeprefix("  - ") for stub in stubs(ROW)[:2]]
    sheet = f"""
        figures:
          - id: f
            label: L
            kind: measured
            value: 3.3
            unit: percent
            period: 2024
            evidence: {{row: Ostrow, column: 2024}}
            history: [{", ".join(entries)}]
    """
    assert problems(ROW, figures=sheet) == []
    assert stubs(ROW, sheet) == []


def test_years_below_each_other_are_one_figure_as_well() -> None:
    first, _, last, _ = stubs(
        "| Year | Trams | Buses |\n|---|---|---|\n| 2022 | 5 | 7 |\n| 2023 | 6 | 8 |"
    )
    assert "{date: 2022, value: 5, evidence: {row: '2022'}}" in first
    assert "evidence: {row: '2023', column: 'Trams'}" in last


def test_numbers_in_two_units_are_two_figures() -> None:
    found = stubs("| Place | 2022, % | 2023, € |\n|---|---|---|\n| Ostrow | 5 | 7 |")
    assert not any("history" in stub for stub in found)
