"""Seasons are read as those of the place that the sheets tell, where the article names no country."""

from __future__ import annotations

import json

import pytest

from tests.small_site import rules

BODY = "Divers mapped the reef in the winter of 2022. They pay $40 for a tank of air."
# The article is of September 2024.
NORTH, SOUTH = ["2021-12/2022-02", "2022-12/2023-02"], ["2022-06/2022-08"]


def refused(date: str, unit: str = "USD", **place: object) -> list[str]:
    event = {
        "id": "e",
        "title": "T",
        "date": date,
        "evidence": "mapped the reef in the winter of 2022",
    }
    figure = {"id": "f", "label": "Air", "kind": "price", "value": 40, "evidence": "pay $40"}
    named = {"id": "p", "name": "Reef", "what": "A reef", "evidence": "the reef", **place}
    sheets = {
        "timeline": json.dumps({"events": [event]}),
        "figures": json.dumps({"figures": [figure | {"unit": unit}]}),
        "places": json.dumps({"places": [named]}),
    }
    return rules(BODY, "agreement.date", **sheets)


@pytest.mark.parametrize(
    "southern",
    [
        {"unit": "AUD"},
        {"unit": "NZD"},
        {"latitude": -38.2, "longitude": 145.1},
        {"unit": "USD", "latitude": -33.0, "longitude": -71.6},
    ],
    ids=str,
)
def test_winter_in_july(southern: dict[str, object]) -> None:
    assert [refused(date, **southern) for date in SOUTH] == [[]]
    assert refused("2022-03/2022-05", **southern) == ["agreement.date"]
    assert refused("2021-06/2021-08", **southern) == ["agreement.date"]


@pytest.mark.parametrize(
    "northern",
    [{"unit": "USD"}, {"unit": "GBP"}, {"unit": "AUD", "latitude": 55.9, "longitude": -3.2}],
    ids=str,
)
def test_winter_in_january(northern: dict[str, object]) -> None:
    assert [refused(date, **northern) for date in NORTH] == [[], []]
    assert refused(SOUTH[0], **northern) == ["agreement.date"]
