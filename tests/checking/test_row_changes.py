"""What a table gives again: changes that follow from a row, cells of a history, heads in capitals."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.checking import check_briefing
from tests.small_site import TODAY, briefing, problems

TABLE = """
    OSTROW — Fares rise by 13 per cent. "It ends in March 2026," the mayor, Coun. Pia Holm, told the council.

    In euros:

    | Place  | 2023 | 2024 | Change |
    |--------|-----:|-----:|-------:|
    | Ostrow |   80 |   90 | {change} |
    | Rask   |    5 |    7 |      8 |
"""


def fact(**fields: Any) -> dict[str, Any]:
    own = {"id": "own", "label": "Catch of Ostrow", "kind": "measured", "value": 90, "unit": "EUR"}
    own |= {"period": "2024", "evidence": {"row": "Ostrow", "column": "2024"}}
    return {**own, **fields}


HISTORY = [{"date": "2023", "value": 80, "evidence": {"column": "2023"}}]


def verdicts(body: str, *figures: dict[str, Any], **sheets: Any) -> dict[str, str]:
    texts = {name: json.dumps({name: entries}) for name, entries in sheets.items()}
    texts["figures"] = json.dumps({"figures": figures})
    coverage = check_briefing(briefing(body, **texts), today=TODAY).coverage
    return {finding.text: finding.verdict for finding in coverage}


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ("+12.5%", "covered"),
        ("+13%", "covered"),
        ("+10", "covered"),
        ("+14%", "open"),
        ("-12.5%", "open"),
        ("-10", "open"),
    ],
)
def test_a_change_that_follows_from_its_row_is_covered(change: str, verdict: str) -> None:
    found = verdicts(TABLE.format(change=change), fact(history=HISTORY))
    assert found[change] == verdict


def test_a_change_of_a_row_that_no_sheet_has_is_open() -> None:
    assert verdicts(TABLE.format(change="+13%"), fact())["+13%"] == "open"


def test_a_cell_of_a_history_is_covered_although_the_unit_is_waived() -> None:
    waive = {"check": "agreement.unit", "why": "The fishery counts in tonnes."}
    figure = fact(unit="tonnes", history=[{**HISTORY[0], "waive": waive}], waive=waive)
    found = verdicts(TABLE.format(change="+13%"), figure)
    assert (found["80"], found["90"]) == ("covered", "covered")


def test_a_number_of_a_cell_is_said_again_only_by_a_fact_of_its_row() -> None:
    rise = {"id": "rise", "label": "Rise of fares", "kind": "measured", "value": 13}
    rise |= {"unit": "percent", "evidence": "Fares rise by 13 per cent"}
    assert verdicts(TABLE.format(change="+13%"), rise)["+13%"] == "open"
    of_ostrow = {**rise, "label": "Rise of Ostrow"}
    assert verdicts(TABLE.format(change="+13%"), of_ostrow)["+13%"] == "covered"


def test_a_date_in_a_quotation_that_is_a_fact_is_covered() -> None:
    body = TABLE.format(change="+13%")
    assert verdicts(body)["March 2026"] == "open"
    quoted = {"id": "q", "words": "It ends in March 2026", "evidence": "It ends in March 2026"}
    person = {"id": "pia", "name": "Pia Holm", "role": "Mayor", "why": "W", "evidence": "Pia Holm"}
    found = verdicts(body, quotations=[{**quoted, "speaker": "pia"}], people=[person])
    assert found["March 2026"] == "covered"


def test_days_and_titles_are_no_names_and_a_place_in_capitals_is_known() -> None:
    place = {"id": "ostrow", "name": "Ostrow", "what": "A port", "evidence": "OSTROW"}
    body = TABLE.format(change="+13%") + "\n    It shuts on Sundays and on Mondays."
    found = verdicts(body, places=[place])
    assert found["OSTROW"] == "covered"
    assert not {"Sundays", "Mondays", "Coun"} & found.keys()


def test_an_idle_waiver_of_a_cell_is_named_by_its_heads() -> None:
    waived = json.dumps({"waived": [{"row": "Rask", "column": "Place", "why": "W"}]})
    body = TABLE.format(change="+13%").replace("|    5 |", "| none |")
    waived = waived.replace("Place", "2023")
    (problem,) = problems(body, "coverage.idle", coverage=waived)
    assert problem.found == "nothing in row “Rask”, column “2023” needs a waiver"


TOLLS = """
    In the port 31 people died, says the ministry; the union says 40.

    | {who} | {what} | Ships |
    |--------|-----:|------:|
    | {first} | 31 | 31 |
    | Union | {union} | 9 |
"""


def open_cells(**heads: str) -> list[str]:
    """The numbers of the table that are open, where prose has the tolls of both sides."""
    body = TOLLS.format(
        **{"who": "Source", "what": "Dead", "first": "Ministry", "union": "40"} | heads
    )
    figure: dict[str, Any] = {"id": "d", "label": "Deaths in the port", "kind": "official claim"}
    figure |= {
        "value": 31,
        "unit": "people",
        "evidence": "In the port 31 people died, says the ministry",
    }
    figure["values"] = [{"value": 40, "evidence": "the union says 40"}]
    sheet = json.dumps({"figures": [figure]})
    coverage = check_briefing(briefing(body, figures=sheet), today=TODAY).coverage
    return [each.text for each in coverage if each.kind == "quantity" and each.verdict == "open"]


@pytest.mark.parametrize(
    ("heads", "left"),
    [
        ({}, ["31", "9"]),
        ({"first": "Port"}, ["31", "9"]),
        ({"first": "Lesk"}, ["31", "31", "9"]),
        ({"what": "Hurt"}, ["31", "31", "40", "9"]),
        ({"union": "31"}, ["31", "31", "9"]),  # the ministry’s
        ({"union": "41"}, ["31", "41", "9"]),
    ],
)
def test_a_cell_repeats_what_prose_says_of_its_row_and_column(
    heads: dict[str, str], left: list[str]
) -> None:
    assert open_cells(**heads) == left


def test_a_cell_in_money_repeats_what_another_side_says() -> None:
    body = """
        The trust lost £4m, it says. The union says it was £5m.

        | Source | Loss, £m |
        |--------|-----:|
        | Trust  |    4 |
        | Union  |    {union} |
    """
    own: dict[str, Any] = {"id": "l", "label": "Loss", "kind": "official claim"}
    own |= {"value": "4 million", "unit": "GBP", "evidence": "The trust lost £4m"}
    own["values"] = [{"value": "5 million", "evidence": "The union says it was £5m"}]
    assert verdicts(body.format(union=5), own)["5"] == "covered"
    assert verdicts(body.format(union=4), own)["£5m"] == "covered"
    assert verdicts(body.format(union=4), own)["4"] == "open"
