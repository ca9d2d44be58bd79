"""Which way a figure went, and to which of its values, in the texts above the article and beside its facts."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    Net debt was £88.3m in March, £16.4m higher than a year earlier. In March 2023 it was £71.9m. Sales were £412.6m.
"""
FIGURES = """
figures:
  - {id: debt, label: Net debt, value: 88.3 million, unit: GBP, kind: measured, evidence: Net debt was £88.3m,
     history: [{date: 2023-03, value: 71.9 million, evidence: In March 2023 it was £71.9m}]}
"""


@pytest.mark.parametrize(
    ("standfirst", "is_refused"),
    [
        ("Sales were £412.6m, and net debt climbed to £88.3m.", False),
        ("Sales were £412.6m, and net debt climbed to £71.9m.", True),
        ("Net debt has risen by £16.4m to £88.3m.", False),
        ("Net debt has risen by £16.4m to £71.9m.", True),
        ("Net debt fell to £88.3m.", True),
        ("Net debt had climbed to £71.9m.", False),
        ("In March 2023 net debt climbed to £71.9m.", False),
        ("Net debt fell to £88.3m from a peak before that.", False),
    ],
)
def test_a_figure_goes_the_way_it_went_and_to_what_it_is_now(
    standfirst: str, is_refused: bool
) -> None:
    assert bool(claims(standfirst=standfirst, body=BODY, figures=FIGURES)) == is_refused
