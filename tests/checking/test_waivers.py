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


PERIODS = """
    periods:
      - {id: p, title: Then, dates: 2024, summary: %s, waive: [%s]}
    events:
      - {id: e, title: Dogs, date: 2024, evidence: There were 40 dogs in 2024}
"""
DOGS = "There were 40 dogs in 2024."


@pytest.mark.parametrize(
    ("summary", "waivers", "found"),
    [
        (
            "Then came 63 goats.",
            "{check: claim.quantity, why: a}",
            ["claim.quantity", "waive.check"],
        ),
        ("Then came 63 goats.", "{check: claim.quantity, words: 63 goats, why: a}", []),
        (
            "Then came 63 goats and 512 cats.",
            "{check: claim.quantity, words: 63 goats, why: a}",
            ["claim.quantity"],
        ),
        (
            "Then came 63 goats and 512 cats.",
            "{check: claim.quantity, words: then came 63 goats and 512 cats, why: a}",
            [],
        ),
        (
            "Then came 64 goats.",
            "{check: claim.quantity, words: 63 goats, why: a}",
            ["claim.quantity", "waive.idle"],
        ),
        (
            "Then came 63 goats.",
            "{check: claim.quantity, words: the 163 goats, why: a}",
            ["claim.quantity", "waive.idle"],
        ),
        ("Then came dogs.", "{check: claim.quantity, why: a}", ["waive.idle"]),
        ("Then came dogs.", "{check: agreement.date, words: Then, why: a}", ["waive.check"]),
    ],
)
def test_a_waiver_of_a_claim_lets_no_other_pass(
    summary: str, waivers: str, found: list[str]
) -> None:
    sheet = PERIODS % (summary, waivers)
    assert sorted(problem.rule for problem in problems(DOGS, timeline=sheet)) == found


def test_the_message_of_a_claim_offers_the_waiver_for_its_words_alone() -> None:
    sheet = PERIODS % ("Then came 63 goats and 512 cats.", "")
    first, second = problems(DOGS, timeline=sheet)
    offers = [problem.fix.rpartition("`waive: ")[2].rstrip("`") for problem in (first, second)]
    assert offers == [
        '{check: claim.quantity, words: "63 goats", why: …}',
        '{check: claim.quantity, words: "512 cats", why: …}',
    ]
    assert (
        problems(DOGS, timeline=PERIODS % ("Then came 63 goats and 512 cats.", ", ".join(offers)))
        == []
    )
