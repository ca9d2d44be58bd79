"""An editor who is refused by a check that can be waived can paste the waiver."""

from __future__ import annotations

import pytest

from tests.small_site import problems

ARTICLE = "Trade was nearly $5 billion in May 2024. “We go,” said Ann Lee on Friday, 6 September."


PEOPLE = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee}"
FIGURE = "figures:\n  - {id: f, label: L, kind: measured, "
BASE = "  - {id: g, label: L, kind: measured, value: 5 billion, unit: USD, hedge: nearly, evidence: nearly $5 billion}"


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        ("timeline", "events:\n  - {id: e, title: T, date: 2023, evidence: in May 2024}"),
        ("timeline", "events:\n  - {id: e, title: T, date: 2024-05, evidence: in May}"),
        ("quotations", "quotations:\n  - {id: q, words: Trade was, speaker: ann}"),
        ("figures", f"{FIGURE}value: 4, evidence: was nearly}}"),
        ("figures", f"{FIGURE}value: 4, unit: USD, derived: {{how: g * 3}}}}\n{BASE}"),
    ],
)
def test_the_waiver_is_at_the_end_of_what_to_do(sheet: str, text: str) -> None:
    sheets = {"people": PEOPLE, sheet: text}
    found = problems(ARTICLE, "", **sheets)  # type: ignore[arg-type]
    waivable = [problem for problem in found if problem.rule.startswith(("agreement", "derived"))]
    assert waivable
    for problem in waivable:
        assert problem.fix.endswith(
            f"or waive the check: `waive: {{check: {problem.rule}, why: …}}`"
        )
