"""Multiples, limits, ages, places in a row and countries in texts that readers see."""

from __future__ import annotations

import json

import pytest

from tests.small_site import rules

BODY = """The express was travelling at 109km/h on a stretch where the limit had been lowered to 50km/h. Two of
the dead had been counted twice. Rescuers pulled 86 people alive from the first four carriages.

Mihai Dobre, 27, crawled out of the third carriage with a broken wrist. Her nephew Vlad, 19, was found dead in Romania
in 2026, after the crash of 2009."""


def said(summary: str, figures: str = "figures: []") -> list[str]:
    event = {"id": "e", "title": "T", "date": "2026", "summary": summary, "evidence": "in 2026"}
    return rules(BODY, "claim.", timeline=json.dumps({"events": [event]}), figures=figures)


COUNTED = json.dumps(
    {
        "figures": [
            {
                "id": "two",
                "label": "Counted twice",
                "value": 2,
                "kind": "measured",
                "evidence": "Two of the dead",
            }
        ]
    }
)


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("It was at more than twice the speed limit.", []),
        ("It was at twice the speed limit.", []),
        ("It was at over twice the limit in force.", []),
        ("It was at more than three times the speed limit.", ["claim.quantity"]),
        ("It was at nearly twice the speed limit.", ["claim.quantity"]),
        ("It was twice the size of a ship.", []),
        ("It was three times the number of passengers.", []),
        ("It passed twice.", []),
        ("Trains pass at no more than 50km/h.", []),
        ("Trains pass at more than 50km/h.", ["claim.hedge"]),
        ("It was at no more than 109km/h.", ["claim.hedge"]),
        ("One of them was Vlad, 19.", []),
        ("One of them was Vlad, 17.", ["claim.quantity"]),
        ("He crawled out of the third carriage.", []),
        ("He crawled out of the first carriage with a broken wrist.", ["claim.quantity"]),
        ("They pulled people alive from the first four carriages.", []),
        ("They pulled people alive from the first three carriages.", ["claim.quantity"]),
        ("The first carriage was red.", []),
        ("The last carriage was red.", []),
        ("Romania counts its dead.", []),
        ("Bulgaria counts its dead.", ["claim.name"]),
        ("Regina counts its dead.", ["claim.name"]),
        ("Rescue goes on.", []),
    ],
)
def test_what_a_summary_may_say(summary: str, refused: list[str]) -> None:
    assert said(summary) == refused
    assert said(summary, figures=COUNTED) == refused
