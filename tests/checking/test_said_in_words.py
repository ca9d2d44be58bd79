"""Figures whose number is said by the words of a date, by a verb, or in the unit of the sentence before."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems

BODY = """The council cut its mooring fees in half. Ferry fares doubled, and the lifeboat's budget was halved.

She wrote on 3 June, and six weeks later, on 15 July, the board replied. Two years earlier it had not.

The tenant usually lifts 40 tonnes of beet in a day. On Tuesday he came in with 29, and sold them. He is 61.

Walkers counted 20 snails a square metre, where three or four would be usual. The scheme takes £3.10 a stall a month."""


def refused(evidence: str, value: object, unit: str | None) -> list[str]:
    figure = {"id": "f", "label": "A figure", "kind": "measured", "value": value}
    figure |= {"unit": unit} if unit else {}
    sheet = json.dumps({"figures": [figure | {"evidence": evidence}]})
    return [problem.rule for problem in problems(BODY, "agreement.", figures=sheet)]


@pytest.mark.parametrize(
    ("evidence", "value", "unit"),
    [
        ("cut its mooring fees in half", "1/2", None),
        ("cut its mooring fees in half", 50, "percent"),
        ("budget was halved", "1/2", None),
        ("fares doubled", 2, "times"),
        ("six weeks later, on 15 July", 6, "weeks"),
        ("Two years earlier it had not", 2, "years"),
        ("On Tuesday he came in with 29", 29, "tonnes"),
        ("where three or four would be usual", "3-4", None),
        ("takes £3.10 a stall a month", "3.10", "GBP/stall/month"),
    ],
)
def test_what_words_tell(evidence: str, value: object, unit: str | None) -> None:
    assert refused(evidence, value, unit) == []


@pytest.mark.parametrize(
    ("evidence", "value", "unit", "rule"),
    [
        ("cut its mooring fees in half", "1/3", None, "agreement.value"),
        ("cut its mooring fees in half", 40, "percent", "agreement.value"),
        ("budget was halved", "1/4", None, "agreement.value"),
        ("fares doubled", 3, "times", "agreement.value"),
        ("six weeks later, on 15 July", 7, "weeks", "agreement.value"),
        ("six weeks later, on 15 July", 6, "days", "agreement.unit"),
        ("Two years earlier it had not", 3, "years", "agreement.value"),
        ("On Tuesday he came in with 29", 29, "kilograms", "agreement.unit"),
        ("On Tuesday he came in with 29", 28, "tonnes", "agreement.value"),
        ("He is 61", 61, "tonnes", "agreement.unit"),
        ("where three or four would be usual", "3-5", None, "agreement.value"),
        ("takes £3.10 a stall a month", "3.10", "GBP/stall/year", "agreement.unit"),
        ("takes £3.10 a stall a month", "3.10", "GBP", "agreement.unit"),
    ],
)
def test_what_they_do_not_tell(evidence: str, value: object, unit: str | None, rule: str) -> None:
    assert refused(evidence, value, unit) == [rule]
