"""A number in a text of a fact does not contradict the one that its own evidence or period gives of the same."""

from __future__ import annotations

import json

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    The harbour hall opened in March 2023, eight months late and £6m over budget. The regulator said in May 2024 that
    43 per cent of ports in the country were in deficit. The water stood only 1.8 metres below the crest, not the
    three metres that the permit required. The storm sank 51 of the 150 boats. Its deficit was
    £14.6m in June, after £5m in May.

    Of the trains, 1,140 had run for more than a year. The port has promised that nobody will be waiting that long by
    March 2027. It forecasts a deficit of £9m in 2024-25 and a small surplus in 2025-26.
"""
OPENED = "The harbour hall opened in March 2023, eight months late and £6m over budget"
SHARE = "43 per cent of ports in the country were in deficit"
WATER = "The water stood only 1.8 metres below the crest"


# One is 34 per cent of the other, by chance.
LOSSES = [
    {
        "id": "june",
        "label": "Deficit",
        "value": "14.6 million",
        "evidence": "Its deficit was £14.6m in June",
    },
    {"id": "may", "label": "Deficit in May", "value": "5 million", "evidence": "£5m in May"},
]
FIGURES = [each | {"unit": "GBP", "kind": "measured"} for each in LOSSES]


def said_of(text: str, evidence: str, field: str = "title") -> list[Problem]:
    event = {"id": "e", "title": "News", "date": "2023-03", "evidence": evidence, field: text}
    sheets = {
        "timeline": json.dumps({"events": [event]}),
        "figures": json.dumps({"figures": FIGURES}),
    }
    return claims(body=BODY, **sheets)


@pytest.mark.parametrize("field", ["title", "summary"])
@pytest.mark.parametrize(
    ("text", "evidence", "own", "other"),
    [
        ("The hall opens, eight months late", OPENED, "eight months", "eight weeks"),
        ("43 per cent of ports are in deficit", SHARE, "43 per cent", "34 per cent"),
    ],
)
def test_a_number_nobody_gives_gives_way_to_that_of_the_evidence(
    text: str, evidence: str, own: str, other: str, field: str
) -> None:
    assert said_of(text, evidence, field) == []
    (problem,) = said_of(text.replace(own, other), evidence, field)
    assert problem.rule == "claim.quantity"
    assert problem.found.endswith(f"“{other}”, but of this the article says “{own}”")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("34 per cent of the port’s deficit was there in May", SHARE),
        ("More than 40 per cent of ports are in deficit", SHARE),
        ("A hall opens two thirds of a year late", OPENED),
        ("The storm sinks 34 per cent of the boats", "The storm sank 51 of the 150 boats"),
    ],
)
def test_what_follows_from_the_evidence_stands(text: str, evidence: str) -> None:
    assert said_of(text, evidence) == []


def test_two_lengths_do_not_change_places_where_the_second_leaves_out_its_unit() -> None:
    true = "It stands 1.8 metres below the crest; the permit demands three."
    assert said_of(true, WATER, "summary") == []
    false = "It stands three metres below the crest; the permit demands 1.8."
    (problem,) = said_of(false, WATER, "summary")
    assert "says “three metres”, but of this the article says “1.8 metres”" in problem.found


def test_that_nobody_waits_more_than_so_long_is_no_other_hedge() -> None:
    evidence = "nobody will be waiting that long by March 2027"
    assert said_of("Nobody to be waiting more than a year", evidence) == []


@pytest.mark.parametrize(("year", "is_own"), [("2024-25", True), ("2025-26", False)])
def test_a_label_has_the_year_of_accounts_of_its_figure(year: str, is_own: bool) -> None:
    figure = {
        "id": "deficit",
        "label": f"Deficit that the port forecasts for {year}",
        "value": "9 million",
        "unit": "GBP",
        "kind": "forecast",
        "period": "2024-08/2025-07",
        "made": "2024-09",
        "evidence": "It forecasts a deficit of £9m in 2024-25",
    }
    found = claims(body=BODY, figures=json.dumps({"figures": [figure]}))
    assert ([problem.rule for problem in found] == []) is is_own
