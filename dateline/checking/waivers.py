"""A check can be waived for one record, with a reason, as long as the record fails it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from dateline.checking.basis.fact_words import or_waive
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact, FigureGroup, FrontMatter, Period
from dateline.problems import RULE_BY_NAME, Problem, Rule

WAIVABLE = tuple(
    rule for rule in Rule if rule.startswith(("agreement.", "claim.", "derived.", "source."))
)
# The records that may waive a check.
Waiving = Fact | FrontMatter | Period | FigureGroup


def apply_waivers(
    record: Waiving, problems: Iterable[Problem], *, is_compared: bool = True
) -> Iterator[Problem]:
    """The problems of a record that it does not waive, and those of its waivers.

    Where the record is not compared with the article, nobody knows whether it would pass the check.
    """
    waived, failed = {waiver.check for waiver in record.waive}, set[str]()
    for problem in problems:
        failed.add(problem.rule)
        if problem.rule not in waived:
            yield _offering_waiver(problem)
    for waiver in record.waive:
        position = waiver.origin.of("check")
        if waiver.check not in WAIVABLE:
            yield Problem(position, Rule.WAIVE_CHECK, *_unknown_check(waiver.check, failed))
        elif waiver.check not in failed and (is_compared or waiver.check.startswith("derived.")):
            name = "the article" if isinstance(record, FrontMatter) else f"‘{record.id}’"
            found = f"{name} waives {waiver.check}, but passes that check"
            yield Problem(position, Rule.WAIVE_IDLE, found, "remove the waiver")


def _unknown_check(written: str, failed: set[str]) -> tuple[str, str]:
    """What is wrong with the name of a check that cannot be waived, and what to write."""
    if written in RULE_BY_NAME:
        return f"{written} cannot be waived", "correct what it reports, and remove the waiver"
    found = f"no check that can be waived is called “{written}”"
    ending = [rule for rule in WAIVABLE if rule.endswith(f".{written}")]
    fails = sorted(failed.intersection(WAIVABLE))
    close = fails or ending or get_close_matches(written, WAIVABLE)
    if close:
        return found, f"write {join_words(close, 'or')}{', which fails here' if fails else ''}"
    return found, "remove the waiver: a check that fails is named in its message"


def _offering_waiver(problem: Problem) -> Problem:
    """The problem, with the waiver to paste at the end of what to do."""
    if problem.rule not in WAIVABLE or or_waive(problem.rule) in problem.fix:
        return problem
    return replace(problem, fix=f"{problem.fix}, {or_waive(problem.rule)}".removeprefix(", "))
