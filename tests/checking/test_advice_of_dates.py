"""What a message tells an editor to write for a wrong date is the day that the words have for certain."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems


def advice(article: str, date: str, evidence: str) -> str:
    """What to write, of an article of Wednesday 11 September 2024 and an event in it with this date."""
    event = {"id": "e", "title": "A bridge", "date": date, "evidence": evidence}
    [problem] = problems(article, "agreement", timeline=json.dumps({"events": [event]}))
    return problem.fix.partition(",")[0]


@pytest.mark.parametrize(
    ("sentence", "date", "meant"),
    [
        ("The bridge closed on 3 September.", "2024-09-02", "2024-09-03"),
        ("The bridge will close on 3 October.", "2024-11-03", "2024-10-03"),
        ("The bridge closed on Tuesday 3 September.", "2024-09-04", "2024-09-03"),
        ("The bridge closed in March.", "2024-02", "2024-03"),
        (
            "It will close from 3 to 9 October.",
            "2024-10-02/2024-10-09",
            "2024-10-03/2024-10-09",
        ),
        ("The bridge closed on 3 September 2019.", "2024-09-03", "2019-09-03"),
        ("The bridge closed on Tuesday.", "2024-09-09", "2024-09-10"),
        ("The bridge closed on Tuesday.", "2024-09-11", "2024-09-10"),
    ],
)
def test_it_is_named_where_words_and_sheet_agree_on_the_year_or_the_week(
    sentence: str, date: str, meant: str
) -> None:
    assert advice(sentence, date, sentence) == f"write {meant}"


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The bridge closed on 3 September.", "2023-09-02"),
        ("It closed on 3 September and opened on 9 September.", "2024-09-06"),
        ("It closed on 3 September and opened the next morning.", "2024-09-06"),
        ("It closed on Friday, 3 September, for good.", "2024-09-02"),
        ("The bridge closed on 3 September.", "2024-09-01/2024-09-05"),
        ("The bridge closed on Tuesday.", "2024-09-02"),
        ("The bridge closed on Sunday and opened on Tuesday.", "2024-09-09"),
    ],
    ids=["year", "two days", "counted", "misfit", "range", "which week", "two weekdays"],
)
def test_else_it_is_asked_for(sentence: str, date: str) -> None:
    assert advice(sentence, date, sentence).endswith("that is meant")


def test_a_year_of_a_sentence_before_may_be_the_days() -> None:
    article = "In 2019 the bridge was built. It opened on 3 September."
    assert advice(article, "2024-09-02", "opened on 3 September") == "write the date that is meant"


@pytest.mark.parametrize(
    ("sentence", "window", "meant"),
    [
        ("The bridge stays shut until at least 14 June 2025.", "2025-06-14", "2025-06-14/.."),
        ("The bridge will not open before 14 June 2025.", "2025-06-14", "2025-06-14/.."),
        ("The bridge opens in June 2025 at the earliest.", "2025-06", "2025-06/.."),
        ("The bridge stays shut until at least 14 June 2025.", "2025-06-15", "2025-06-14/.."),
        ("The bridge stays shut until at least 14 June 2025.", "2025-06-14/..", None),
        ("The bridge stays shut until 14 June 2025.", "2025-06-14", None),
        ("The bridge opens from 14 June 2025.", "2025-06-14", None),
        ("The bridge will open by 14 June 2025.", "2025-06-14", None),
    ],
)
def test_what_comes_no_sooner_than_a_day_is_not_expected_on_it(
    sentence: str, window: str, meant: str | None
) -> None:
    event = {"id": "e", "title": "A bridge", "evidence": sentence, "expected": {"window": window}}
    found = problems(sentence, "agreement", timeline=json.dumps({"events": [event]}))
    assert [each.fix.partition(",")[0] for each in found] == ([f"write {meant}"] if meant else [])
