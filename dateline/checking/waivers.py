"""A check can be waived for one fact, with a reason, as long as the fact fails it."""

from collections.abc import Iterable, Iterator

from dateline.facts.records import Fact
from dateline.problems import Problem, Rule

WAIVABLE = tuple(rule for rule in Rule if rule.startswith(("agreement.", "derived.")))


def apply_waivers(fact: Fact, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a fact that it does not waive, and those of its waivers."""
    found = list(problems)
    waived = {waiver.check for waiver in fact.waive}
    yield from (problem for problem in found if problem.rule not in waived)
    for waiver in fact.waive:
        if waiver.check not in WAIVABLE:
            yield Problem(
                position=waiver.origin.of("check"),
                rule=Rule.WAIVE_CHECK,
                found=f"“{waiver.check}” cannot be waived",
                fix=f"write one of {', '.join(WAIVABLE)}",
            )
        elif waiver.check not in {problem.rule for problem in found}:
            yield Problem(
                position=waiver.origin.of("check"),
                rule=Rule.WAIVE_IDLE,
                found=f"‘{fact.id}’ waives {waiver.check}, but passes that check",
                fix="remove the waiver",
            )
