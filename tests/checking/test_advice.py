"""What a message tells an editor to write about a number is what the sentence says of it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from dateline.facts.quantities import parse_amount
from tests.checking.worlds import World, worlds
from tests.language.corpus import Sentence, read_corpus

FIGURES = [world for world in worlds() if world.sheet == "figures"]


def advised(world: World, rule: str, pattern: str) -> list[str]:
    """What the messages of a rule say to write, where they name it."""
    fixes = (problem.fix for problem in world.problems() if problem.rule == rule)
    found = (re.match(pattern, fix) for fix in fixes)
    return [match[1] for match in found if match]


def proposed(sentence: Sentence) -> list[str]:
    fields = {"id": "f", "label": "L", "kind": "measured", "value": "987654321"}
    fields["evidence"] = sentence.text
    world = World(sentence=sentence, sheet="figures", fields=fields)
    return advised(world, "agreement.value", r"write (?!the value)(.*), or correct")


def test_a_value_is_proposed_only_where_the_sentence_has_no_other() -> None:
    proposals = 0
    for sentence in read_corpus()[::4]:
        readings = {item.reading[:2] for item in sentence.gold if item.kind != "date"}
        gold = {tuple(None if end == "-" else Decimal(end) for end in ends) for ends in readings}
        for value in proposed(sentence):
            amount = parse_amount(value)
            proposals += 1
            assert {(amount.low, amount.high)} == gold, sentence.text
    assert proposals > 20


@pytest.mark.parametrize("wrong", ["PLN", "kilograms", "wombats"])
def test_a_unit_is_proposed_only_if_it_is_that_of_the_value(wrong: str) -> None:
    for world in FIGURES[::6]:
        for unit in advised(
            world.with_field("unit", wrong), "agreement.unit", r"write `unit: (\S+)`"
        ):
            assert unit in (world.fields.get("unit"), "pounds"), str(world)


@pytest.mark.parametrize("wrong", ["nearly", "fewer than"])
def test_a_hedge_is_proposed_only_if_it_is_that_of_the_value(wrong: str) -> None:
    for world in FIGURES[::6]:
        changed = world.with_field("hedge", wrong)
        for hedge in advised(changed, "agreement.hedge", "write `hedge: ([^`]*)`, or correct"):
            assert hedge == world.fields.get("hedge"), str(world)
