"""Both ends of a stretch of time in a text of a fact are those of its evidence, where that has two."""

from __future__ import annotations

import json

import pytest

from tests.small_site import problems

DAIRY = "Cheddar fetched £3,980 in October and £3,410 in March, a fall of 14 per cent.\n\nButter rose in May."
FERRY = "The ferry stopped on 3 May and sailed again on 9 July.\n\nA new one comes on 9 October."


def refused(article: str, evidence: str, title: str) -> list[str]:
    event = {"id": "e", "title": title, "source": "s", "date": "2019", "evidence": evidence}
    event |= {"date_from": "the diary of the port"}
    sources = "sources: [{id: s, title: The diary of the port}]"
    sheet = json.dumps({"events": [event]})
    found = problems(article, "claim.date", timeline=sheet, sources=sources)
    return [each.found.partition(", but of this ")[2] for each in found]


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("A fall from October to March", "A fall from October to May"),
        ("A fall between October and March", "A fall between October and May"),
    ],
)
def test_by_months(true: str, false: str) -> None:
    assert refused(DAIRY, "a fall of 14 per cent", true) == []
    assert refused(DAIRY, "a fall of 14 per cent", false) == ["the article says “March”"]


def test_by_days() -> None:
    assert refused(FERRY, "The ferry stopped on 3 May", "No ferry from 3 May to 9 July") == []
    assert refused(FERRY, "The ferry stopped on 3 May", "No ferry from 3 May to 9 October") == [
        "the article says “9 July”"
    ]


@pytest.mark.parametrize(
    "more",
    ["It rose in May.", "It lasted for seven months.", "In April it had been £3,700."],
    ids=["the paragraph has it", "a length leads there", "a third date"],
)
def test_what_the_paragraph_may_lead_to_stands(more: str) -> None:
    article = DAIRY.replace(" 14 per cent.", f" 14 per cent; {more[0].lower()}{more[1:]}")
    assert refused(article, "a fall of 14 per cent", "A fall from October to May") == []
