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

FARES: list[dict[str, object]] = [
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


PEOPLE = """\
people:
  - {id: vane, name: Ann Vane, role: Farmer, why: She is in it, evidence: Ann Vane}
  - {id: rusk, name: Tom Rusk, role: Lawyer, why: He is in it, evidence: Tom Rusk}
"""
BODIES = """\
organisations:
  - {id: union, name: Growers’ Union, aliases: [The union], what: A union, evidence: The union says}
"""


def of_event(summary: str, evidence: str, date: str) -> list[str]:
    event = {"id": "e", "title": "T", "date": date, "summary": summary, "evidence": evidence}
    timeline = json.dumps({"events": [event]})
    return rules(FERRY, "claim.", timeline=timeline, people=PEOPLE, organisations=BODIES)


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


QUOTA = """The mill had to stop for ten weeks. The quota is 212 tonnes, and less than a quarter of it has been used.

The sea stayed above 22C for days. The board raised the price by Rs 30 to Rs 400 a quintal."""


def of_mill(summary: str) -> list[str]:
    event = {
        "id": "e",
        "title": "T",
        "date": "2024",
        "summary": summary,
        "evidence": "The mill had to stop",
    }
    quarter = {
        "id": "q",
        "label": "A part of the quota",
        "value": 53,
        "unit": "tonnes",
        "kind": "estimate",
    }
    quota = {"id": "whole", "label": "Quota", "value": 212, "unit": "tonnes", "kind": "legal limit"}
    figures = [
        quota | {"evidence": "The quota is 212 tonnes"},
        quarter | {"derived": {"how": "whole / 4"}},
    ]
    timeline = json.dumps({"events": [event]})
    return rules(QUOTA, "claim.", timeline=timeline, figures=json.dumps({"figures": figures}))


@pytest.mark.parametrize(
    ("summary", "refused"),
    [
        ("It stood for seventy days.", False),
        ("It stood for sixty days.", True),
        ("It stood for seventy weeks.", True),
        ("It has used under 53 tonnes of a quota of 212.", False),
        ("It has used over 53 tonnes of a quota of 212.", True),
        ("It has used under 35 tonnes of a quota of 212.", True),
    ],
)
def test_the_same_in_other_terms(summary: str, refused: bool) -> None:
    assert bool(of_mill(summary)) is refused


@pytest.mark.parametrize(
    ("label", "value", "unit", "evidence", "refused"),
    [
        ("Mark above which the sea stayed", 22, "°C", "stayed above 22C", []),
        ("Warmth of the sea", 22, "°C", "stayed above 22C", ["agreement.hedge"]),
        ("Mark above which the sea stayed", 23, "°C", "stayed above 22C", ["agreement.value"]),
        ("Step of the price", 30, "INR", "by Rs 30 to", []),
        ("Step of the price", 30, "INR/quintal", "by Rs 30 to", []),
        ("Step of the price", 30, "INR/kg", "by Rs 30 to", ["agreement.unit"]),
        ("Price", 400, "INR", "to Rs 400 a quintal", ["agreement.unit"]),
    ],
)
def test_marks_and_lent_rates(
    label: str, value: int, unit: str, evidence: str, refused: list[str]
) -> None:
    figure = {"id": "f", "label": label, "value": value, "unit": unit, "kind": "measured"}
    sheet = json.dumps({"figures": [figure | {"evidence": evidence}]})
    assert rules(QUOTA, "agreement.", figures=sheet) == refused
