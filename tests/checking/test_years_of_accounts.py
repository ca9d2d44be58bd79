"""A year before a number, and a year of accounts in a label, are those that the figure gives the number."""

from __future__ import annotations

import json

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    Roads took $28.9 million in fiscal 2025.

    They took $27.4 million in fiscal 2026.

    The plan for fiscal 2027, which begins on July 1, has $22.1 million for them.
"""


def roads(**texts: str) -> list[Problem]:
    history = [
        {
            "date": "2024-07/2025-06",
            "value": "28.9 million",
            "evidence": "$28.9 million in fiscal 2025",
        },
        {
            "date": "2025-07/2026-06",
            "value": "27.4 million",
            "evidence": "$27.4 million in fiscal 2026",
        },
    ]
    figure = {
        "id": "roads",
        "label": "Roads",
        "value": "22.1 million",
        "unit": "USD",
        "kind": "target",
    }
    figure |= {"period": "2026-07/2027-06", "evidence": "has $22.1 million for them"}
    return claims(
        body=BODY, figures=json.dumps({"figures": [{**figure, "history": history, **texts}]})
    )


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("label", "Roads in fiscal 2027", "Roads in fiscal 2026"),
        (
            "description",
            "It was $27.4 million in fiscal 2026.",
            "It was $27.4 million in fiscal 2025.",
        ),
    ],
)
def test_a_year_of_accounts_is_that_of_the_figure(field: str, right: str, wrong: str) -> None:
    assert roads(**{field: right}) == []
    (problem,) = roads(**{field: wrong})
    assert problem.rule == "claim.date"
    assert problem.position.path == "b/figures.yaml"
