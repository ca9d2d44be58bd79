"""A year before a number, and a year of accounts in a label, are those that the figure gives the number."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    Roads took $28.9 million in fiscal 2025.

    They took $27.4 million in fiscal 2026.

    The plan for fiscal 2027, which begins on July 1, has $22.1 million for them.
"""


def roads(*, body: str = BODY, **texts: str) -> list[Problem]:
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
        body=body, figures=json.dumps({"figures": [{**figure, "history": history, **texts}]})
    )


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("label", "Roads in fiscal 2027", "Roads in fiscal 2026"),
        ("label", "Roads in 2026-27", "Roads in 2025-26"),
        ("label", "Roads in 2026", "Roads in 2025"),
        ("label", "Roads in 2027", "Roads in 2024"),
        ("label", "Roads after fiscal 2026", "Roads in fiscal 2026"),
        (
            "description",
            "It was $27.4 million in fiscal 2026.",
            "It was $27.4 million in fiscal 2025.",
        ),
        ("description", "It was $27.4 million in 2026.", "It was $27.4 million in 2024."),
        (
            "description",
            "In fiscal 2026 it was $27.4 million.",
            "In fiscal 2025 it was $27.4 million.",
        ),
        (
            "description",
            "After a plan of fiscal 2025 roads took $27.4 million.",
            "In fiscal 2025 that was $27.4 million.",
        ),
    ],
)
def test_a_year_of_accounts_is_that_of_the_figure(field: str, right: str, wrong: str) -> None:
    assert roads(**{field: right}) == []
    (problem,) = roads(**{field: wrong})
    assert problem.rule == "claim.date"
    assert problem.position.path == "b/figures.yaml"


PARKS = """
    Roads took $28.9 million in fiscal 2025.

    They took $27.4 million in fiscal 2026, much less than in 2025.

    Parks took $28.9 million in fiscal 2022. They were last counted in 2019.

    In fiscal 2020 bridges took $28.9 million.

    The plan for fiscal 2027, which begins on July 1, has $22.1 million for roads.
"""


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        (
            "description",
            "Parks took $28.9 million in fiscal 2022.",
            "Roads took $27.4 million in fiscal 2022.",
        ),
        (
            "description",
            "In fiscal 2020 it was $28.9 million for bridges.",
            "In fiscal 2020 it was $27.4 million.",
        ),
        (
            "description",
            "In fiscal 2026 it was $27.4 million.",
            "In fiscal 2025 it was $27.4 million.",
        ),
        ("label", "Roads, with parks as counted in 2019", "Roads, with parks as counted in 2025"),
    ],
)
def test_a_year_that_the_article_gives_the_number_of_something_else_is_right(
    field: str, right: str, wrong: str
) -> None:
    evidence = "has $22.1 million for roads"
    assert roads(body=PARKS, evidence=evidence, **{field: right}) == []
    (problem,) = roads(body=PARKS, evidence=evidence, **{field: wrong})
    assert problem.rule == "claim.date"


def test_a_small_number_may_be_of_anything_but_in_a_text_of_its_own_figure() -> None:
    body = """
        In fiscal 2021 a crew of nine people mended all roads. In fiscal 2024 nine drowned.

        The bridge took $28.9 million.
    """
    dead: dict[str, Any] = {
        "id": "dead",
        "label": "Drowned",
        "value": 9,
        "unit": "people",
        "kind": "measured",
    }
    dead |= {"period": "2023-07/2024-06", "evidence": "nine drowned"}
    bridge: dict[str, Any] = {
        "id": "bridge",
        "label": "Bridge",
        "value": "28.9 million",
        "unit": "USD",
    }
    bridge |= {"kind": "measured", "evidence": "The bridge took $28.9 million"}

    def found(owner: dict[str, Any]) -> list[str]:
        owner["description"] = "Nine people in fiscal 2021."
        sheet = json.dumps({"figures": [dead, bridge]})
        return [problem.rule for problem in claims(body=body, figures=sheet)]

    assert found(bridge) == []
    assert found(dead) == ["claim.date"]
