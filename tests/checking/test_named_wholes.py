"""What an editor works out from figures that the text names: a share of the staff, what is left, a loss, a cut."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.small_site import rules

# Published on Wednesday 11 September 2024.
STORY = """
    The college employs 2,870 people and would cut 210 jobs. It lost €18.5 million, after a shortfall
    of €3.4 million. It is to save €24 million a year. The head earns €228,000 a year, and will take a
    10 per cent cut. A scheme in 2011 saw 96 people leave.

    By dawn 121 people had been brought out of the hall. In all, 155 of those inside survived and 14
    died; 10 of the dead have been named. A beam hung for nearly four hours. The road is shut until
    at least September 20. A crew of nine came.

    Smoke was seen at 9:47 p.m. and a guard called for help at 9:49 p.m., and again three minutes later. The first
    engine came at 10:31 p.m.
"""


def figure(id_: str, value: str, unit: str, label: str, evidence: str) -> dict[str, str]:
    fields = {"id": id_, "label": label, "value": value, "unit": unit, "evidence": evidence}
    return fields | {"kind": "measured", "topic": "Jobs" if unit in ("people", "jobs") else "Money"}


FIGURES = [
    figure("staff", "2870", "people", "People employed by the college", "employs 2,870 people"),
    figure("jobs", "210", "jobs", "Jobs to go", "would cut 210 jobs"),
    figure("result", "-18.5 million", "EUR", "Surplus or deficit", "It lost €18.5 million"),
    figure("earlier", "-3.4 million", "EUR", "Deficit before", "a shortfall of €3.4 million"),
    figure("savings", "24 million", "EUR/year", "Savings", "save €24 million a year"),
    figure("pay", "228,000", "EUR/year", "Pay of the head", "earns €228,000 a year"),
    figure("out", "121", "people", "Brought out by dawn", "121 people had been brought out"),
    figure("survivors", "155", "people", "Survivors", "155 of those inside survived"),
    figure("named", "10", "people", "Dead who have been named", "10 of the dead"),
    figure(
        "call",
        "2",
        "minutes",
        "Until the call",
        "at 9:47 p.m. and a guard called for help at 9:49 p.m.",
    ),
]
EVENTS = [
    {
        "id": "scheme",
        "title": "A scheme",
        "date": "2011",
        "topic": "Jobs",
        "evidence": "A scheme in 2011 saw 96 people leave",
    },
    {
        "id": "smoke",
        "title": "Smoke is seen",
        "date": "2024-09-10",
        "date_from": "W",
        "time": "9:47 p.m.",
        "evidence": "Smoke was seen at 9:47 p.m.",
    },
    {
        "id": "again",
        "title": "A call",
        "date": "2024-09-10",
        "date_from": "W",
        "time": "9:52 p.m.",
        "evidence": "called for help at 9:49 p.m., and again three minutes later",
    },
    {
        "id": "dawn",
        "title": "Dawn",
        "date": "2024-09-11",
        "date_from": "W",
        "evidence": "By dawn 121 people had been brought out",
    },
    {
        "id": "road",
        "title": "The road may open",
        "expected": [{"window": "2024-09-20/.."}],
        "evidence": "The road is shut until at least September 20",
    },
]


def refused(fact: str, text: str) -> bool:
    def with_text(facts: list[Any], field: str) -> list[Any]:
        return [{**each, field: text} if each["id"] == fact else each for each in facts]

    figures = json.dumps({"figures": with_text(FIGURES, "description")})
    timeline = json.dumps({"events": with_text(EVENTS, "summary")})
    return bool(rules(STORY, "claim.", figures=figures, timeline=timeline))


@pytest.mark.parametrize(
    ("fact", "right", "wrong"),
    [
        (
            "jobs",
            "That is 7.3 per cent of the workforce.",
            "That is 7.4 per cent of the workforce.",
        ),
        ("jobs", "It is about 7 per cent of the staff.", "It is about 17 per cent of the staff."),
        (
            "result",
            "Losses of €3.4 million and €18.5 million come to €21.9 million.",
            "Losses of €3.4 million and €18.5 million come to €22.9 million.",
        ),
        (
            "savings",
            "It is €5.5 million more than the loss.",
            "It is €5.6 million more than the loss.",
        ),
        (
            "savings",
            "It is €5.5 million more than the deficit.",
            "It is €5.5 million less than the deficit.",
        ),
        (
            "result",
            "It is €15.1 million more than the shortfall before.",
            "It is €16.1 million more than the shortfall before.",
        ),
        (
            "result",
            "Together the two losses come to €21.9 million.",
            "Together the two losses come to €22.9 million.",
        ),
        ("pay", "After the cut it would be €205,200.", "After the cut it would be €206,200."),
        ("pay", "The cut is worth €22,800.", "The cut is worth €28,200."),
        (
            "scheme",
            "It was fewer than half as many as now.",
            "It was more than half as many as now.",
        ),
        (
            "scheme",
            "It was fewer than half of the 210 of now.",
            "It was more than half of the 210 of now.",
        ),
        (
            "dawn",
            "Nearly 80 per cent of all who survived were out.",
            "Nearly 90 per cent of all who survived were out.",
        ),
        (
            "dawn",
            "More than three quarters of the survivors were out.",
            "Nearly three quarters of the survivors were out.",
        ),
        (
            "out",
            "That leaves 34 of the survivors to be found.",
            "That leaves 43 of the survivors to be found.",
        ),
        ("out", "The other 34 of the 155 came later.", "The other 35 of the 155 came later."),
        (
            "named",
            "Four of the 14 have yet to be named.",
            "Nearly four of the 14 have yet to be named.",
        ),
        ("again", "Five minutes after the smoke.", "Six minutes after the smoke."),
        (
            "call",
            "The engine came 39 minutes after the second call.",
            "The engine came 38 minutes after the second call.",
        ),
        ("road", "It is shut for at least nine days.", "It is shut for at least 12 days."),
        ("road", "It is shut for nine more days.", "It is shut for 19 more days."),
        (
            "survivors",
            "No fire there had killed as many as 14 people.",
            "A fire there killed as many as 14 people.",
        ),
    ],
)
def test_what_is_worked_out_passes_where_it_is_right(fact: str, right: str, wrong: str) -> None:
    assert not refused(fact, right)
    assert refused(fact, wrong)
