"""True headlines, points and remarks about accounts, each beside one that is false of them."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims

BODY = """
    The college lost £14.6m last year, as many of its overseas students vanished. Fees from overseas students dropped
    from £40.4m to £31.3m. The union puts the losses at 310 jobs and the college at 240 jobs.

    The campus at Tolvean teaches just under 900 students. It forecasts a deficit of £9m this year: twelve months ago
    it told its lenders to expect a loss of £5m.
"""
FEES = {
    "id": "fees",
    "label": "Fees from overseas students",
    "value": "31.3 million",
    "unit": "GBP",
}
FEES |= {
    "kind": "measured",
    "evidence": "Fees from overseas students dropped from £40.4m to £31.3m",
}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("College loses £14.6m as overseas students stay away", False),
        ("College loses £16.4m as overseas students stay away", True),
        ("Fees from overseas students drop to £14.6m", True),
        ("A year ago it told its lenders of a loss", False),
        ("Two years ago it told its lenders of a loss", True),
        ("The two are apart by the difference between 240 and 310", False),
        ("There are between 240 and 310 jobs at stake", True),
        ("Fewer than 900 students are at Tolvean", False),
        ("Nearly 900 students are at Tolvean", False),
        ("More than 900 students are at Tolvean", True),
        ("Fewer than 800 students are at Tolvean", True),
    ],
)
def test_a_headline_on_accounts_is_refused_where_it_is_false(text: str, refused: bool) -> None:
    found = claims(title=json.dumps(text), body=BODY, figures=json.dumps({"figures": [FEES]}))
    assert bool(found) is refused
