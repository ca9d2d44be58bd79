"""A check that does not hold for one fact is waived there, with a reason, and dies with its cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.facts.records import Fact
from dateline.problems import Problem, Rule

WAIVABLE = tuple(rule for rule in Rule if rule.startswith(("agreement.", "derived.")))


def apply_waivers(fact: Fact, problems: Iterable[Problem]) -> Iterator[Problem]:
    """A fact's problems without those that it waives; and waivers that name or answer nothing."""
    found = list(problems)
    waived = {waiver.check for waiver in fact.waive}
    yield from (one for one in found if one.rule not in waived)
    for waiver in fact.waive:
        if waiver.check not in WAIVABLE:
            yield Problem(
                position=waiver.origin.of("check"),
                rule=Rule.WAIVE_CHECK,
                found=f"“{waiver.check}” is no check that can be waived",
                fix=f"write one of {', '.join(WAIVABLE)}",
            )
        elif waiver.check not in {one.rule for one in found}:
            yield Problem(
                position=waiver.origin.of("check"),
                rule=Rule.WAIVE_IDLE,
                found=f"‘{fact.id}’ waives {waiver.check}, which it passes",
                fix="take the waiver out",
            )
