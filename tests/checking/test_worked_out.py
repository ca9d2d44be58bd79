"""Numbers that an editor may have worked out from two of the article: not refused if they are right."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    Exports were worth 40 million euros in 2023, and imports 32 million euros.

    | Region | 2022 | 2023 | Change |
    |---|---:|---:|---:|
    | Ostrow | 120 | 55 | −54% |
"""


def rules(standfirst: str) -> list[str]:
    return [problem.rule for problem in claims(standfirst=standfirst, body=BODY)]


@pytest.mark.parametrize(
    "standfirst",
    [
        "Exports are 25 percent higher than imports.",
        "Imports were a fifth less.",
        "Ostrow lost 65 dairies.",
        "Dairies were down by 65.",
        "Imports were four-fifths as large as exports.",
        "Dairies in Ostrow fell 54%.",
        "A fall of 54 percent in Ostrow.",
    ],
)
def test_a_difference_or_a_change_that_is_right_is_not_refused(standfirst: str) -> None:
    assert rules(standfirst) == []


@pytest.mark.parametrize(
    "standfirst",
    [
        "Exports are 35 percent higher than imports.",
        "Imports were a third less.",
        "Ostrow lost 66 dairies.",
        "Dairies were down by 66.",
        "Dairies in Ostrow fell 57%.",
        "Of all dairies, 25 percent are in Ostrow.",
    ],
)
def test_one_that_is_wrong_is_refused(standfirst: str) -> None:
    assert rules(standfirst) == ["claim.quantity"]


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("The farm was given 500,000 euros and the mill 410,000 euros.", []),
        ("The farm was given 500,000 euros. The mill cost 410,000 euros.", ["claim.quantity"]),
    ],
)
def test_only_numbers_of_one_sentence_are_added(body: str, refused: list[str]) -> None:
    found = claims(standfirst="They were given 910,000 euros.", body=body)
    assert [problem.rule for problem in found] == refused
