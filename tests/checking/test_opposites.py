"""What says the opposite of the article is refused: a profit of a loss, early of late, a rise of a fall."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims

BODY = """
    The college lost £14.6m. Income fell 4.3 per cent. Grants rose 6.3 per cent. Gifts rose 2.1 per cent.
    Costs fell as some rose by 3.1 per cent. Visits to the drop-in centre rose 5.5 per cent.

    The hall opened in March, eight months late and £6m over budget. The council approved the plan by 14 votes to five.
    The rector turned down a bonus of £20,000. It forecasts a deficit of £9m. The regulator says that 43 per cent of
    colleges are in deficit. “We lost a quarter of our fees,” it said.
"""


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The college loses £14.6m", "The college makes £14.6m"),
        ("A loss of £14.6m", "A profit of £14.6m"),
        ("College £14.6m in the red", "College £14.6m in the black"),
        ("A deficit of £9m is forecast", "A surplus of £9m is forecast"),
        ("Hall eight months late", "Hall eight months early"),
        ("Hall eight months behind schedule", "Hall eight months ahead of schedule"),
        ("Income is down 4.3 per cent", "Income is up 4.3 per cent"),
        ("Hall £6m over budget", "Hall £6m under budget"),
        ("Council backs cuts by 14 votes to five", "Council rejects cuts by 14 votes to five"),
        ("43 per cent of colleges are in deficit", "43 per cent of colleges are in surplus"),
    ],
)
def test_a_number_is_not_said_of_the_opposite(text: str, turned: str) -> None:
    assert claims(title=text, body=BODY) == []
    (problem,) = claims(title=turned, body=BODY)
    assert problem.found.endswith("but the article has the opposite")


@pytest.mark.parametrize(
    ("label", "turned", "evidence", "value"),
    [
        ("Fall in income", "Rise in income", "Income fell 4.3 per cent", "4.3"),
        ("Change in income", None, "Income fell 4.3 per cent", "4.3"),
        ("Rise in grants", "Fall in grants", "Grants rose 6.3 per cent", "6.3"),
        ("Share of fees lost", "Share of fees gained", "a quarter of our fees", "25"),
        (
            "Bonus that the rector turned down",
            "Bonus that the rector accepted",
            "The rector turned down a bonus of £20,000",
            "20000",
        ),
    ],
)
def test_a_label_does_not_say_the_opposite_of_its_evidence(
    label: str, turned: str | None, evidence: str, value: str
) -> None:
    def labelled(label: str) -> list[str]:
        figure = {"id": "f", "label": label, "value": value, "evidence": evidence}
        figure |= {"kind": "measured", "unit": "GBP" if value == "20000" else "percent"}
        sheet = json.dumps({"figures": [figure]})
        return [problem.found for problem in claims(body=BODY, figures=sheet)]

    assert labelled(label) == []
    if turned:
        (found,) = labelled(turned)
        assert "but its evidence says" in found


def test_evidence_of_both_ways_settles_nothing_and_a_drop_in_is_no_drop() -> None:
    for label, words, value in (
        ("Fall in costs", "Costs fell as some rose by 3.1 per cent", "3.1"),
        ("Visits to the drop-in centre", "drop-in centre rose 5.5 per cent", "5.5"),
    ):
        figure = {"id": "f", "label": label, "value": value, "unit": "percent"}
        figure |= {"kind": "measured", "evidence": words}
        assert claims(body=BODY, figures=json.dumps({"figures": [figure]})) == []
