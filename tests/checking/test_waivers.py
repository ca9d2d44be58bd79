"""Every message of a check that can be waived has the waiver ready to paste, which then settles it."""

from __future__ import annotations

import pytest

from tests.small_site import problems

FIGURES = """
    figures:
      - {id: dogs, label: Dogs, value: 40, unit: dogs, kind: measured, evidence: 40 dogs}
      - id: f
        label: F
        value: %s
        unit: %s
        kind: measured
        %s
"""
ARTICLE = "There were 40 dogs and 12 boats. Nobody said so."


@pytest.mark.parametrize(
    ("value", "unit", "more", "rule"),
    [
        ("13", "boats", "evidence: 12 boats", "agreement.value"),
        ("12", "cats", "evidence: and 12 boats", "agreement.unit"),
        ("12", "boats", "hedge: about\n        evidence: 12 boats", "agreement.hedge"),
        ("90", "dogs", "derived: {how: dogs * 2}", "derived.value"),
        ("80", "dogs", "derived: {how: dogs * }", "derived.formula"),
        ("80", "dogs", "derived: {how: dogs * 2}\n        hedge: at least", "derived.hedge"),
    ],
)
def test_the_waiver_that_a_message_gives_settles_it(
    value: str, unit: str, more: str, rule: str
) -> None:
    sheet = FIGURES % (value, unit, more)
    (problem,) = problems(ARTICLE, figures=sheet)
    assert problem.rule == rule
    waiver = f"waive: {{check: {rule}, why: …}}"
    assert f"`{waiver}`" in problem.fix
    assert problems(ARTICLE, figures=f"{sheet.rstrip()}\n        {waiver}\n") == []
