"""What comes of a least number, of a part and its whole, and of two of one measure, is right without being said."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims

BODY = """
    At least 16 people were killed and nine were missing on Tuesday after a stand gave way at the Ordu ground. The
    fire service believes that at least 640 people were on the stand, which was built for 585. Of these, 52 were
    taken to hospital, seven of them with broken bones. The ticket office spoke of 570 or of about 700 people.

    Cranes of more than 90 gross tons may not stand there; the one that lifts the roof is of 64 tons.
"""
NUMBERS = {
    "stood": (640, "people", "at least", "at least 640 people were on the stand"),
    "built-for": (585, "people", None, "which was built for 585"),
    "hospital": (52, "people", None, "52 were\ntaken to hospital"),
    "crane": (64, "tons", None, "the one that lifts the roof is of 64 tons"),
}


def refused(text: str, figure: str = "", *, is_compared: bool = False) -> list[str]:
    """What is wrong with a standfirst, or with the description of a figure."""
    figures: list[dict[str, object]] = []
    for name, (value, unit, hedge, words) in NUMBERS.items():
        own: dict[str, object] = {
            "id": name,
            "label": f"Number {name}",
            "value": value,
            "unit": unit,
        }
        own |= {"kind": "measured", "evidence": words}
        own |= {"hedge": hedge} if hedge else {}
        own |= {"description": text} if name == figure else {}
        own |= (
            {"compare": {"to": "built-for", "by": "difference"}}
            if name == "stood" and is_compared
            else {}
        )
        figures.append(own)
    sheet = json.dumps({"figures": figures})
    found = claims(standfirst=json.dumps("In short." if figure else text), body=BODY, figures=sheet)
    return [f"{problem.found} {problem.fix} {problem.related}" for problem in found]


@pytest.mark.parametrize("is_compared", [True, False])
@pytest.mark.parametrize(
    ("true", "false", "figure"),
    [
        (
            "At least 55 more people stood there than it was built for.",
            "At least 65 more people stood there.",
            "",
        ),
        (
            "That is at least 55 more than it was built for.",
            "That is at least 57 more than it was built for.",
            "stood",
        ),
        (
            "At least 55 more than that stood there.",
            "At least 65 more than that stood there.",
            "built-for",
        ),
        ("At least 25 people are dead or missing.", "At least 35 people are dead or missing.", ""),
        ("The other 45 have no broken bones.", "The other 46 have no broken bones.", "hospital"),
        (
            "Forty-five of them have not broken any.",
            "Forty-six of them have not broken any.",
            "hospital",
        ),
        ("It is 26 tons below the limit.", "It is 36 tons below the limit.", "crane"),
        (
            "Nobody knows whether 570, at least 640 or about 700 people stood there.",
            "Nobody knows whether 570, at least 650 or about 700 people stood there.",
            "",
        ),
    ],
)
def test_it_is_worked_out(true: str, false: str, figure: str, *, is_compared: bool) -> None:
    assert refused(true, figure, is_compared=is_compared) == []
    assert len(refused(false, figure, is_compared=is_compared)) == 1


def test_no_number_is_offered_for_a_difference() -> None:
    """Nobody can tell what it should be: “52 more than that” would be false as well."""
    (found,) = refused("It is 31 more than the fire service says.", "built-for", is_compared=True)
    assert "of this" not in found
    (found,) = refused(
        "At least 55 fewer people stood there than it was built for.", is_compared=True
    )
    assert "at least 640 people" not in found
