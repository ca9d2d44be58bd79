"""The age of a person and the day of a forecast are in the words, as every value and date is."""

import pytest

from dateline.checking import check_briefing
from tests.small_site import TODAY, briefing, problems, rules

ARTICLE = """
    The driver, Ann Lee, 34, was hurt. Bo Ray, a farmer in his forties, was not. In June 2024 the bank
    said that prices would rise by 3 percent in 2025. Cy Oh, in her 40s, agreed.
"""


def person(age: str, words: str) -> str:
    name = words.split(",", maxsplit=1)[0].removeprefix("The driver ")
    of = f", age: {age}" if age else ""
    fields = f"id: p, name: {name}, role: r, why: w{of}, evidence: '{words}'"
    return f"people:\n  - {{{fields}}}\n"


@pytest.mark.parametrize(
    ("age", "words", "found"),
    [
        ("34", "Ann Lee, 34, was hurt", []),
        ("43", "Ann Lee, 34, was hurt", ["agreement.value"]),
        ("34", "Ann Lee", ["agreement.value"]),
        ("in his forties", "Bo Ray, a farmer in his forties", []),
        ("in her 40s", "Cy Oh, in her 40s", []),
        ("in her 50s", "Cy Oh, in her 40s", ["agreement.value"]),
        ("in his fifties", "Bo Ray, a farmer in his forties", ["agreement.value"]),
    ],
)
def test_an_age_is_in_the_words(age: str, words: str, found: list[str]) -> None:
    assert rules(ARTICLE, "agreement.", people=person(age, words)) == found


def test_the_age_of_the_evidence_is_the_one_to_write() -> None:
    (problem,) = problems(ARTICLE, "agreement.", people=person("43", "Ann Lee, 34, was hurt"))
    assert problem.found == "the age of ‘p’ is 43, but its evidence says “34”"
    assert problem.fix.startswith("write 34, or correct")


def test_an_age_covers_its_number() -> None:
    def verdict(age: str) -> str:
        made = briefing(ARTICLE, people=person(age, "Ann Lee, 34, was hurt"))
        found = check_briefing(made, today=TODAY).coverage
        return next(finding.verdict for finding in found if finding.text == "34")

    assert verdict("34") == "covered"
    assert verdict("") == "offered"


@pytest.mark.parametrize(("made", "found"), [("2024-06", []), ("2024-05", ["agreement.date"])])
def test_the_day_of_a_forecast_is_in_the_words(made: str, found: list[str]) -> None:
    sheet = f"""
        figures:
          - id: prices
            label: Rise in prices
            value: 3
            unit: percent
            kind: forecast
            period: 2025
            made: {made}
            evidence: In June 2024 the bank said that prices would rise by 3 percent in 2025
    """
    assert rules(ARTICLE, "agreement.", figures=sheet) == found
