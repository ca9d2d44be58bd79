"""Who a fact or another value is by, and whom its evidence names."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems

ARTICLE = """
    The coast guard put the toll at 31. The harbour office put it at 29, and 40 boats sank,
    according to Ana Berg. Some 12 were towed in. Ines Roy, for the office, said 14 had been moored.
"""
ORGANISATIONS = """
organisations:
  - {id: guard, name: Coast Guard, aliases: [The coast guard], what: A, evidence: The coast guard}
  - {id: office, name: Harbour Office, aliases: [The harbour office], what: A, evidence: The harbour office}
"""
PEOPLE = """
people:
  - {id: berg, name: Ana Berg, role: Pilot, why: A, evidence: Ana Berg}
  - {id: roy, name: Ines Roy, role: Clerk, why: A, organisation: office, evidence: Ines Roy}
"""


@pytest.mark.parametrize(
    ("value", "evidence", "by", "refused"),
    [
        (29, "The harbour office put it at 29", "office", False),
        (29, "The harbour office put it at 29", "guard", True),
        (29, "The harbour office put it at 29", "roy", False),
        (29, "The harbour office put it at 29", "berg", False),
        (40, "40 boats sank, according to Ana Berg", "berg", False),
        (40, "40 boats sank, according to Ana Berg", "roy", True),
        (12, "Some 12 were towed in", "guard", False),
    ],
)
def test_a_value_is_by_nobody_but_who_says_it(
    value: int, evidence: str, by: str, refused: bool
) -> None:
    rival = {"value": value, "by": by, "evidence": evidence}
    own = {"id": "dead", "label": "Toll", "value": 31, "kind": "measured", "by": "guard"}
    figure = {**own, "evidence": "The coast guard put the toll at 31", "values": [rival]}
    found = problems(
        ARTICLE,
        "agreement.speaker",
        figures=json.dumps({"figures": [figure]}),
        organisations=ORGANISATIONS,
        people=PEOPLE,
    )
    assert bool(found) is refused
