"""Seasons are read as those of the place that the sheets tell, where the article names no country."""

from __future__ import annotations

import json

import pytest

from tests.small_site import rules

BODY = "Divers mapped the reef in the winter of 2022. They pay $40 for a tank of air."
# The article is of September 2024.
NORTH, SOUTH = ["2021-12/2022-02", "2022-12/2023-02"], ["2022-06/2022-08"]


def refused(date: str, unit: str, latitude: float | None) -> list[str]:
    evidence = "mapped the reef in the winter of 2022"
    event = {"id": "e", "title": "T", "date": date, "evidence": evidence}
    figure = {"id": "f", "label": "Air", "kind": "price", "value": 40, "evidence": "pay $40"}
    place = {"id": "p", "name": "Reef", "what": "A reef", "evidence": "the reef"}
    point = {"latitude": latitude, "longitude": 145.1} if latitude is not None else {}
    return rules(
        BODY,
        "agreement.date",
        timeline=json.dumps({"events": [event]}),
        figures=json.dumps({"figures": [figure | {"unit": unit}]}),
        places=json.dumps({"places": [{**place, **point}]}),
    )


@pytest.mark.parametrize(
    ("unit", "latitude"), [("AUD", None), ("NZD", None), ("AUD", -38.2), ("USD", -33.0)]
)
def test_winter_in_july(unit: str, latitude: float | None) -> None:
    assert [refused(date, unit, latitude) for date in SOUTH] == [[]]
    assert refused("2022-03/2022-05", unit, latitude) == ["agreement.date"]
    assert refused("2021-06/2021-08", unit, latitude) == ["agreement.date"]


@pytest.mark.parametrize(("unit", "latitude"), [("USD", None), ("GBP", None), ("AUD", 55.9)])
def test_winter_in_january(unit: str, latitude: float | None) -> None:
    assert [refused(date, unit, latitude) for date in NORTH] == [[], []]
    assert refused(SOUTH[0], unit, latitude) == ["agreement.date"]
