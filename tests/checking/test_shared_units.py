"""A number whose unit its sentence has at another number."""

import json

import pytest

from tests.small_site import rules


@pytest.mark.parametrize(
    ("words", "value", "unit", "is_right"),
    [
        ("It adds 2 per cent a year for pay when prices rise by 3.9.", "3.9", "percent", True),
        ("It adds 2 per cent a year for pay when prices rise by 3.9.", "3.9", "EUR", False),
        ("It adds 2 per cent when 39 members meet.", "39", "percent", False),
        ("It adds 2 per cent for a town of 2.9 million.", "2.9 million", "percent", False),
        ("Rents rose 4 per cent while wages rose 3.1.", "3.1", "percent", True),
        ("The toll rose to $5 a car from 4.", "4", "CAD/car", True),
        ("The cost rose to $5m from 4m.", "4 million", "NZD", True),
        ("The cost rose to $5m from 4m.", "4 million", "EUR", False),
        ("The cost rose to US$5m from 4m.", "4 million", "NZD", False),
    ],
)
def test_a_number_may_have_the_unit_of_another(
    words: str, value: str, unit: str, is_right: bool
) -> None:
    own = {"id": "f", "label": "L", "kind": "measured", "value": value, "unit": unit}
    sheet = json.dumps({"figures": [{**own, "evidence": words}]})
    assert (rules(words, "agreement.", figures=sheet) == []) is is_right
