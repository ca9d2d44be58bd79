"""A story of a dam that burst: whose number, whose sum and whose time of day it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims
from tests.small_site import rules as rules_of

BODY: Final = """
    At least 41 people are known to have died and 63 are missing after a dam burst above Holm, a mining town.

    It burst at 11.47am on Monday. The fire service had the toll at 17 shortly before midnight, and at 28 by noon on
    Tuesday. The home ministry gave the figure of 41 early on Wednesday, and said 112 people had been injured, 15 of
    them critically.

    Inspectors wrote that the water stood 1.8 metres below the crest, not the three metres that the permit required.
    Up to 40mm of rain is forecast. The president declared three days of mourning from Wednesday and promised 20m
    soles (£4.3m) in aid. The town is 6km below the dam, and a second dam 2km above the first may burst too.

    The disaster is the deadliest since 2019, when a dam collapsed at Berg and killed 270 people.
"""
TOLL: Final = {
    "id": "toll", "label": "People known to have died", "kind": "official claim", "value": 41, "unit": "people",
    "hedge": "at least", "evidence": "At least 41 people are known to have died",
}  # fmt: skip
INJURED: Final = {
    "id": "injured", "label": "Injured", "kind": "official claim", "value": 112, "unit": "people",
    "evidence": "said 112 people had been injured",
}  # fmt: skip
WATER: Final = {
    "id": "water", "label": "Distance of the water from the crest", "kind": "measured", "value": 1.8, "unit": "metres",
    "evidence": "the water stood 1.8 metres below the crest",
}  # fmt: skip
MOURNING: Final = {
    "id": "mourning", "label": "Days of mourning", "kind": "official claim", "value": 3, "unit": "days",
    "period": "2024-09-11/2024-09-13", "evidence": "three days of mourning from Wednesday",
}  # fmt: skip
RAISED: Final = {
    "id": "raised", "title": "The ministry raises the toll to 41", "date": "2024-09-11",
    "evidence": "The home ministry gave the figure of 41 early on Wednesday, and said 112 people had been injured",
}  # fmt: skip
COLLAPSE: Final = {
    "id": "collapse", "title": "A dam collapses at Berg", "date": "2019",
    "evidence": "since 2019, when a dam collapsed at Berg in Norway and killed 270 people",
}  # fmt: skip
FIGURES: Final = (TOLL, INJURED, WATER, MOURNING)


def figures(**texts: Mapping[str, object]) -> str:
    return json.dumps(
        {"figures": [{**figure, **texts.get(str(figure["id"]), {})} for figure in FIGURES]}
    )


def headline(words: str) -> list[Problem]:
    return claims(title=json.dumps(words), body=BODY, figures=figures())


def raised(**texts: str) -> list[Problem]:
    return claims(
        body=BODY, figures=figures(), timeline=json.dumps({"events": [{**RAISED, **texts}]})
    )


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Dam bursts: 41 dead and 63 missing", "Dam bursts: 41 injured and 63 missing"),
        ("Dam bursts: more than 40 dead", "Dam bursts: more than 40 injured"),
        ("More than 100 dead or missing", "More than 110 dead or missing"),
        ("More than 100 dead or missing", "More than 100 dead"),
        ("At least 104 dead or missing", "At least 103 dead or missing"),
        ("Burst kills at least 41 people; another 63 are missing", "Burst kills at least 63 people; 41 are missing"),
    ],
)  # fmt: skip
def test_a_number_has_not_the_fate_of_those_of_whom_something_else_is_said(
    true: str, false: str
) -> None:
    assert headline(true) == []
    (problem, *_) = headline(false)
    assert problem.rule == "claim.quantity"
    assert "as the article does" not in problem.fix


def test_a_toll_that_passes_a_number_counts_no_millimetres() -> None:
    assert headline("Death toll passes 40") == []


@pytest.mark.parametrize(
    ("field", "true", "false"),
    [
        ("title", "The ministry raises the toll from 28 to 41", "The ministry raises the toll from 27 to 41"),
        ("title", "Toll climbs from 28 to 41", "Toll climbs from 28 to 43"),
        ("summary", "Of the injured, 97 are not critical.", "Of the injured, 96 are not critical."),
        ("summary", "Of the 112 injured, 97 are not critical.", "Of the 112 injured, 98 are not critical."),
    ],
)  # fmt: skip
def test_where_a_toll_began_and_who_is_left_of_a_whole_are_worked_out(
    field: str, true: str, false: str
) -> None:
    assert raised(**{field: true}) == []
    assert {problem.rule for problem in raised(**{field: false})} == {"claim.quantity"}


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("The water was 1.2 metres too high.", "The water was 1.3 metres too high."),
        ("The water was 1.2 metres higher than it may be.", "The water was 2.2 metres too high."),
    ],
)
def test_how_much_too_much_it_is_is_a_difference(true: str, false: str) -> None:
    for words, is_true in ((true, True), (false, False)):
        found = claims(body=BODY, figures=figures(water={"caveat": words}))
        assert (found == []) is is_true


@pytest.mark.parametrize(
    ("words", "is_true"),
    [
        ("Mourning lasts from Wednesday to Friday.", True),
        ("They mourned from Wednesday to Friday.", True),
        ("They mourned from Wednesday to Saturday.", False),
        ("They mourned from Tuesday to Friday.", False),
    ],
)
def test_a_stretch_of_weekdays_is_that_of_the_figure_whatever_the_verb(
    words: str, is_true: bool
) -> None:
    found = claims(body=BODY, figures=figures(mourning={"description": words}))
    assert (found == []) is is_true


@pytest.mark.parametrize(
    ("words", "is_true"),
    [
        ("None since has been deadlier, Holm’s included.", True),
        ("It is the worst before Holm’s.", True),
        ("A dam had collapsed at Holm and killed them.", False),
    ],
)
def test_another_place_may_be_compared_with(words: str, is_true: bool) -> None:
    places = [
        {"id": "holm", "name": "Holm", "what": "A town.", "evidence": "above Holm"},
        {"id": "berg", "name": "Berg", "what": "A town.", "evidence": "collapsed at Berg"},
    ]
    event = {
        **COLLAPSE,
        "evidence": "a dam collapsed at Berg and killed 270 people",
        "summary": words,
    }
    found = claims(
        body=BODY, places=json.dumps({"places": places}), timeline=json.dumps({"events": [event]})
    )
    assert (found == []) is is_true


def test_a_sum_in_another_money_in_brackets_is_said_in_passing() -> None:
    aid = {"id": "aid", "label": "Aid", "kind": "official claim", "value": "20 million", "unit": "soles",
           "evidence": "promised 20m soles"}  # fmt: skip
    sheet = json.dumps({"figures": [aid]})
    assert "4.3m" not in str(rules_of(BODY, "coverage.open", figures=sheet))


@pytest.mark.parametrize(
    ("words", "is_true"),
    [
        ("No dam has been deadlier, Vik’s included.", True),
        ("The dam at Vik is the deadlier one.", False),
    ],
)
def test_a_name_that_is_compared_needs_no_word_of_its_own(words: str, is_true: bool) -> None:
    body = f"{BODY}\n    No dam is deadlier than that of Berg.\n\n    Trains go to Vik.\n"
    places = [
        {"id": "vik", "name": "Vik", "evidence": "Trains go to Vik"},
        {"id": "berg", "name": "Berg", "evidence": "collapsed at Berg"},
    ]
    event = {**COLLAPSE, "evidence": "a dam collapsed at Berg and killed 270 people"}
    found = claims(
        body=body,
        places=json.dumps({"places": [{**each, "what": "A town."} for each in places]}),
        timeline=json.dumps({"events": [{**event, "summary": words}]}),
    )
    assert (found == []) is is_true
