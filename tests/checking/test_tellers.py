"""Who says it, in the title of an event or the label of a figure, is whom its fact is by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

import pytest

from dateline.checking import check_briefing
from tests.small_site import TODAY, briefing

BODY: Final = """
    The fire service spoke of two dead on Monday. By nightfall the mayor, Anna Berg, put it at nine. The home
    ministry gave the figure of 41 on Tuesday. Police, it said, had sealed off the town.

    The governor, Per Dahl, was not there. The president, Ida Lund, promised €20m in aid.
"""
PEOPLE: Final = [
    {
        "id": "berg",
        "name": "Anna Berg",
        "role": "Mayor",
        "evidence": "the mayor, Anna Berg",
    },
    {"id": "dahl", "name": "Per Dahl", "role": "Governor", "evidence": "The governor, Per Dahl"},
    {"id": "lund", "name": "Ida Lund", "role": "President", "evidence": "The president, Ida Lund"},
]
BODIES: Final = [
    {"id": "fire", "name": "Fire service", "what": "The firefighters", "evidence": "The fire service spoke"},
    {"id": "ministry", "name": "Home ministry", "what": "A ministry", "evidence": "The home ministry gave"},
]  # fmt: skip
EVENTS: Final = {
    "fire": ("2024-09-09", "The fire service spoke of two dead on Monday"),
    "berg": ("2024-09-09", "By nightfall the mayor, Anna Berg, put it at nine"),
    "ministry": ("2024-09-10", "The home ministry gave the figure of 41 on Tuesday"),
}
AID: Final = {
    "id": "aid", "kind": "official claim", "value": "20 million", "unit": "EUR", "evidence": "promised €20m in aid",
}  # fmt: skip


def found(**sheets: Sequence[object]) -> list[str]:
    known = {"people": json.dumps({"people": [{**each, "why": "Why."} for each in PEOPLE]})}
    known["organisations"] = json.dumps({"organisations": BODIES})
    more = {name: json.dumps({_LISTS[name]: list(facts)}) for name, facts in sheets.items()}
    every = check_briefing(briefing(BODY, **known, **more), today=TODAY).problems
    return [each.rule for each in every if each.rule in ("claim.name", "agreement.speaker")]


_LISTS: Final = {"timeline": "events", "figures": "figures"}


@pytest.mark.parametrize(
    ("by", "true", "false"),
    [
        ("fire", "Firefighters report two dead", "Police report two dead"),
        ("fire", "The fire service counts two dead", "The home ministry counts two dead"),
        ("berg", "The mayor puts the toll at nine", "The governor puts the toll at nine"),
        ("berg", "Anna Berg raises the toll to nine", "Per Dahl raises the toll to nine"),
        ("ministry", "Home ministry gives 41 dead", "The fire service gives 41 dead"),
        ("ministry", "The authorities say 41 are dead", "Prosecutors say 41 are dead"),
    ],
)
def test_the_title_has_it_from_whom_the_event_is_by(by: str, true: str, false: str) -> None:
    date, evidence = EVENTS[by]
    event = {"id": "e", "date": date, "evidence": evidence, "by": by}
    assert found(timeline=[{**event, "title": true}]) == []
    assert found(timeline=[{**event, "title": false}]) == ["claim.name"]


def test_a_sentence_that_names_both_leaves_it_open() -> None:
    event = {"id": "e", "date": "2024-09-10", "by": "ministry", "title": "Police say 41 are dead",
             "evidence": "Police, it said, had sealed off the town"}  # fmt: skip
    assert "claim.name" not in found(
        timeline=[{**event, "date_from": "the day before publication"}]
    )


def test_the_label_has_it_from_whom_the_figure_is_by() -> None:
    own = {**AID, "by": "lund"}
    assert found(figures=[{**own, "label": "Aid promised by the president"}]) == []
    assert found(figures=[{**own, "label": "Aid promised by the governor"}]) == ["claim.name"]


def test_a_promise_is_of_whom_the_sentence_names() -> None:
    assert found(figures=[{**AID, "label": "Aid", "by": "dahl"}]) == ["agreement.speaker"]
