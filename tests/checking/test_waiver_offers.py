"""Whoever is refused by a check that can be waived can paste the waiver."""

from __future__ import annotations

import pytest

from tests.small_site import problems

ARTICLE = "Trade was nearly $5 billion in May 2024. “We go,” said Ann Lee on Friday, 6 September."


@pytest.mark.parametrize(
    "sheets",
    [
        {"timeline": "events:\n  - {id: e, title: T, date: 2023, evidence: in May 2024}"},
        {"timeline": "events:\n  - {id: e, title: T, date: 2024-05, evidence: in May}"},
        {"quotations": "quotations:\n  - {id: q, words: Trade was, speaker: ann}"},
        {
            "figures": "figures:\n  - {id: f, label: L, kind: measured, value: 4, evidence: was nearly}"
        },
        {
            "figures": "figures:\n  - {id: f, label: L, kind: measured, value: 4, unit: USD, "
            "derived: {how: f + g}}"
        },
    ],
)
def test_the_waiver_is_at_the_end_of_what_to_do(sheets: dict[str, str]) -> None:
    people = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee}"
    found = problems(ARTICLE, people=people, **sheets)
    waivable = [problem for problem in found if problem.rule.startswith(("agreement", "derived"))]
    assert waivable
    for problem in waivable:
        assert problem.fix.endswith(
            f"or waive the check: `waive: {{check: {problem.rule}, why: …}}`"
        )
