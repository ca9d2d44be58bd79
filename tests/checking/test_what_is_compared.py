"""Texts that readers see are compared with what they speak of, and not with what stands nearer."""

from __future__ import annotations

import json

import pytest

from dateline.checking import check_briefing
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.small_site import TODAY, article, rules

BODY = """Fisheries South mapped the oyster beds in the autumn of 2022.

Of these, 37 percent died on July 3.

She cut the landing fee in half until October 1."""


def said(summary: str) -> list[str]:
    event = {"id": "e", "title": "T", "date": "2022-09/2022-11", "summary": summary}
    event |= {"evidence": "mapped the oyster beds in the autumn of 2022"}
    return rules(BODY, "claim.", timeline=json.dumps({"events": [event]}))


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("It is what this summer’s loss is set against.", []),
        ("The beds were mapped this summer.", ["claim.date"]),
        ("This summer’s map was the first.", ["claim.date"]),
        ("More than a third have died since.", []),
        ("More than half have died since.", ["claim.hedge"]),
        ("More than three-quarters have died since.", ["claim.quantity"]),
    ],
)
def test_dates_and_shares(summary: str, refused: list[str]) -> None:
    assert said(summary) == refused


FERRY = """The council raised the fare for cars to $3.60 from $3. A pass costs $2.40.

The camp at the weir, which the union began on Friday, is loud.

The council met on Wednesday.

Growers picked 512 tonnes of plums by Monday, against 498 tonnes by then last year.

The yard sold a contract for $90 million. A loan covers 60 percent of it. An engineer had put it at $54.5 million.

More than 900 hectares of reed burned. Ann Vane lost her barn. Her lawyer is Tom Rusk.

All was quiet.

The union says that four farms were turned away by a fund."""

FARES = [
    {"id": "new", "label": "Fare for cars", "value": "3.60", "evidence": "to $3.60 from $3"},
    {"id": "old", "label": "Fare for cars until then", "value": 3, "evidence": "from $3"},
    {"id": "step", "label": "How much more", "value": "0.60", "derived": {"how": "new - old"}},
    {
        "id": "pass",
        "label": "Fare for cars with a pass",
        "value": "2.40",
        "evidence": "A pass costs $2.40",
    },
]


def fare(brief: str) -> list[str]:
    figures = [{"unit": "USD", "kind": "price", **each} for each in FARES]
    point = f'brief:\n  - what: "{brief}"\n    why: "It was so."\n    facts: [new, old]'
    texts = {
        "article.md": article(FERRY, point),
        "figures.yaml": json.dumps({"figures": figures}),
    }
    files = {name: text.encode() for name, text in texts.items()}
    briefing, _ = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert briefing is not None
    found = check_briefing(briefing, today=TODAY).problems
    return [problem.rule for problem in found if problem.rule.startswith("claim.")]


def of_event(summary: str, evidence: str, date: str, *figures: dict[str, object]) -> list[str]:
    event = {"id": "e", "title": "T", "date": date, "summary": summary, "evidence": evidence}
    people = [
        {
            "id": "vane",
            "name": "Ann Vane",
            "role": "Farmer",
            "why": "She is in it.",
            "evidence": "Ann Vane",
        },
        {"id": "union", "name": "Growers’ Union", "aliases": ["The union"], "what": "A union"}
        | {"evidence": "The union says"},
        {
            "id": "rusk",
            "name": "Tom Rusk",
            "role": "Lawyer",
            "why": "He is in it.",
            "evidence": "Tom Rusk",
        },
    ]
    sheets = {
        "timeline": json.dumps({"events": [event]}),
        "people": json.dumps({"people": [each for each in people if "role" in each]}),
        "organisations": json.dumps(
            {"organisations": [each for each in people if "role" not in each]}
        ),
        "figures": json.dumps({"figures": list(figures)}),
    }
    return rules(FERRY, "claim.", **sheets)


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("Wednesday is its sixth day.", False),
        ("Wednesday is its seventh day.", True),
        ("Wednesday is the day of the camp.", True),
    ],
)
def test_the_nth_day(summary: str, refused: bool) -> None:
    assert bool(of_event(summary, "began on Friday", "2024-09-06")) is refused


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("That is 14 tonnes more than a year before.", False),
        ("That is 41 tonnes more than a year before.", True),
    ],
)
def test_more_than_then(summary: str, refused: bool) -> None:
    evidence = "picked 512 tonnes of plums by Monday"
    assert bool(of_event(summary, evidence, "../2024-09-09")) is refused


@pytest.mark.parametrize(
    ("description", "refused"),
    [
        ("Borrowed money pays for $54 million of it.", False),
        ("Borrowed money pays for $45 million of it.", True),
        ("Borrowed money pays for $60 million of it.", True),
    ],
)
def test_a_share_of_it(description: str, refused: bool) -> None:
    kind = {"unit": "USD", "kind": "agreed"}
    figures = [
        {"id": "price", "label": "Price", "value": "90 million", "description": description, **kind}
        | {"evidence": "a contract for $90 million"},
        {
            "id": "share",
            "label": "Share of a loan",
            "value": 60,
            "unit": "percent",
            "kind": "agreed",
        }
        | {"evidence": "A loan covers 60 percent of it"},
        {"id": "loan", "label": "Size of the loan", "value": "54 million", **kind}
        | {"derived": {"how": "price * share / 100"}},
        {"id": "estimate", "label": "Estimate", "value": "54.5 million", **kind}
        | {"evidence": "put it at $54.5 million"},
    ]
    assert bool(rules(FERRY, "claim.", figures=json.dumps({"figures": figures}))) is refused


@pytest.mark.parametrize(
    ("brief", "refused"),
    [
        ("The fare for cars rose by 60 cents, to $3.60.", False),
        ("The fare for cars rose by 70 cents, to $3.60.", True),
        ("The fare for cars rose by 60 cents, to $2.40.", True),
    ],
)
def test_a_step_between_the_facts_of_a_point(brief: str, refused: bool) -> None:
    assert bool(fare(brief)) is refused


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("People like Ms Vane were turned away by a fund.", False),
        ("Farms such as Ann Vane’s were turned away by a fund.", False),
        ("Ms Vane says that farms were turned away by a fund.", True),
        ("Ms Rusk says that farms were turned away by a fund.", True),
    ],
)
def test_who_is_only_compared(summary: str, refused: bool) -> None:
    evidence = "four farms were turned away by a fund"
    assert bool(of_event(summary, evidence, "2024")) is refused


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("The fire took the 900 hectares and more that were reed.", False),
        ("The fire took 900 hectares and more.", False),
        ("The fire took 900 hectares.", True),
        ("The fire took the 800 hectares and more that were reed.", True),
        ("The fire took 900 hectares and more reed than ever.", True),
    ],
)
def test_and_more(summary: str, refused: bool) -> None:
    assert bool(of_event(summary, "900 hectares of reed burned", "2024")) is refused
