"""Accounts of two years: each number is of the year that its words mean, and no message reads it as another."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems, rules

BODY = """
Income fell 4.3 per cent to £187.2m in the year to 31 July, from £195.6m in 2022-23. It was the first fall since 2017.

Fees brought in £98.4m, £9.5m less than the year before. Those from abroad dropped from £40.4m to £31.3m. Grants rose
6.3 per cent. Staff costs swallow 60p of every pound, against 57p a year earlier.

It forecasts a deficit of £9m this year and one of £3m next year. It lost £14.6m last year.

It borrowed £65m in 2021, to be repaid by 2041. It has 70 contracts that run out in June.
"""
THIS, LAST, BEFORE = "2023-08/2024-07", "2022-08/2023-07", "2021-08/2022-07"
NEXT, AFTER = "2024-08/2025-07", "2025-08/2026-07"


def dated(value: str, evidence: str, period: str, **more: str) -> list[str]:
    unit = "percent" if "6" in value and "m" not in value else "GBP"
    money = {"id": "money", "label": "Money", "value": value.replace("m", " million")}
    figure = money | {"unit": unit, "kind": "measured", "evidence": evidence, "period": period}
    return rules(BODY, "agreement.date", figures=json.dumps({"figures": [figure | more]}))


@pytest.mark.parametrize(
    ("value", "evidence", "period", "others"),
    [
        ("6.3", "Grants rose 6.3 per cent", THIS, (LAST, BEFORE, NEXT, "2024")),
        ("31.3m", "from £40.4m to £31.3m", THIS, (LAST, BEFORE)),
        ("40.4m", "dropped from £40.4m", LAST, (THIS, BEFORE)),
        ("9.5m", "£9.5m less than the year before", THIS, (LAST, BEFORE)),
        ("98.4m", "Fees brought in £98.4m", THIS, (LAST,)),
        ("0.57", "against 57p a year earlier", LAST, (THIS, BEFORE)),
    ],
)
def test_a_number_without_a_date_is_of_the_year_of_the_story_not_of_the_one_compared_with(
    value: str, evidence: str, period: str, others: tuple[str, ...]
) -> None:
    assert dated(value, evidence, period) == []
    for other in others:
        assert dated(value, evidence, other) == ["agreement.date"]


@pytest.mark.parametrize(
    ("value", "evidence", "period", "others"),
    [
        ("9m", "a deficit of £9m this year", NEXT, (THIS, AFTER)),
        ("3m", "one of £3m next year", AFTER, (NEXT, "2026-08/2027-07")),
    ],
)
def test_this_year_of_a_forecast_may_be_the_year_of_accounts_that_has_begun(
    value: str, evidence: str, period: str, others: tuple[str, ...]
) -> None:
    assert dated(value, evidence, period, kind="forecast") == []
    assert dated(value, evidence, period) == ["agreement.date"]
    for other in others:
        assert dated(value, evidence, other, kind="forecast") == ["agreement.date"]


def test_no_message_reads_a_year_of_accounts_as_one_of_the_calendar() -> None:
    figure = {
        "id": "m",
        "label": "Loss",
        "value": "14.6 million",
        "unit": "GBP",
        "kind": "measured",
    }
    figure |= {"evidence": "It lost £14.6m last year", "period": THIS}
    (problem,) = problems(BODY, "agreement.date", figures=json.dumps({"figures": [figure]}))
    assert problem.found.endswith("its evidence says “last year”")


@pytest.mark.parametrize(
    ("period", "refused"),
    [
        ("2021/2041", []),
        ("2021/2040", ["agreement.date"]),
        ("2020/2041", ["agreement.date"]),
        ("2041/2061", ["agreement.date"]),
    ],
)
def test_a_time_may_have_its_two_ends_in_two_phrases(period: str, refused: list[str]) -> None:
    assert dated("65m", "borrowed £65m in 2021, to be repaid by 2041", period) == refused


@pytest.mark.parametrize(
    ("window", "refused"),
    [
        ("2025-06", []),
        ("2024-06", []),
        ("2025-07", ["agreement.date"]),
        ("2026-06", ["agreement.date"]),
    ],
)
def test_what_runs_out_in_june_may_do_so_next_june(window: str, refused: list[str]) -> None:
    event = {"id": "end", "title": "The contracts end", "expected": {"window": window}}
    event["evidence"] = "contracts that run out in June"
    assert rules(BODY, "agreement.date", timeline=json.dumps({"events": [event]})) == refused


def coverage(*figures: dict[str, object], body: str = BODY) -> list[str]:
    found = problems(body, "coverage.open", figures=json.dumps({"figures": figures}))
    return [problem.found for problem in found]


def test_what_a_figure_has_of_a_year_of_accounts_is_open_no_more() -> None:
    figure: dict[str, object] = {"id": "m", "label": "Deficit", "value": "9 million", "unit": "GBP"}
    figure |= {"kind": "forecast", "evidence": "a deficit of £9m this year", "period": NEXT}
    last = "the date “last year” is in no sheet"
    years = "the date “2022-23” is in no sheet"
    assert {last, years} <= set(coverage(figure))
    past = {
        "date": THIS,
        "value": "14.6 million",
        "evidence": "It lost £14.6m last year",
        "date_from": "x",
    }
    assert last not in coverage(figure | {"history": [past]})
    named = {"date": LAST, "value": "195.6 million", "evidence": "from £195.6m"}
    assert years not in coverage(figure | {"history": [named]})


def test_posts_are_the_jobs_that_a_figure_has() -> None:
    body = "It will cut 240 jobs. Of the 240 posts, some are vacant. It has 240 ships."
    jobs: dict[str, object] = {"id": "jobs", "label": "Jobs", "value": 240, "unit": "jobs"}
    jobs |= {"kind": "target", "evidence": "cut 240 jobs"}
    assert coverage(jobs, body=body) == ["the number “240 ships” is in no sheet"]
