"""Years between two dates are worked out from their months, and are nobody's age."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

BODY = """
    A bridge over the Sava fell on Monday. It was 41 years old. Jan Kos, 29, and children under six were on it.
    In March 1981 its forerunner burned down. In October 2019 cracks were found in the arches.
"""
TIMELINE = """
    events:
      - id: fall
        title: A bridge falls
        date: 2024-09-09
        summary: "FALL"
        evidence: A bridge over the Sava fell on Monday
      - id: fire
        title: The forerunner burns down
        date: 1981-03
        summary: "FIRE"
        evidence: In March 1981 its forerunner burned down
"""


def refused(*, fall: str = "It fell.", fire: str = "It burned.") -> list[str]:
    sheet = TIMELINE.replace("FALL", fall).replace("FIRE", fire)
    found = claims(body=BODY, timeline=sheet)
    return [f"{problem.found} {problem.fix} {problem.related}" for problem in found]


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "It was more than 43 years before the bridge fell.",
            "It was more than 44 years before the bridge fell.",
        ),
        (
            "It was nearly 44 years before the bridge fell.",
            "It was nearly 54 years before the bridge fell.",
        ),
        (
            "Another was built 43 years and six months earlier.",
            "Another was built 43 years and two months earlier.",
        ),
        (
            "It was about 43 years before the bridge fell.",
            "It was about 33 years before the bridge fell.",
        ),
        ("It was 43 years before the bridge fell.", "It was 34 years before the bridge fell."),
    ],
)
def test_they_are_those_of_the_dates(true: str, false: str) -> None:
    assert refused(fire=true) == []
    assert len(refused(fire=false)) == 1


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Cracks were found nearly five years earlier.",
            "Cracks were found under six years earlier.",
        ),
        (
            "Cracks were found four years and eleven months before it fell.",
            "Cracks were found nearly 29 years earlier.",
        ),
    ],
)
def test_an_age_neither_supports_them_nor_is_offered(true: str, false: str) -> None:
    assert refused(fall=true) == []
    (found,) = refused(fall=false)
    assert found.endswith("()")
    assert "hedge" not in found
