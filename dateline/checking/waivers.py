"""A check can be waived for one record, with a reason, as long as the record fails it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from dateline.checking.basis.fact_words import any_of, or_waive
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact, FigureGroup, FrontMatter, Period, Waiver
from dateline.facts.wording import even
from dateline.problems import RULE_BY_NAME, Problem, Rule

WAIVABLE = tuple(
    rule
    for rule in Rule
    if rule.startswith(("agreement.", "claim.", "derived.", "source.", "text.letters"))
)
# The records that may waive a check.
Waiving = Fact | FrontMatter | Period | FigureGroup


def apply_waivers(
    record: Waiving, problems: Iterable[Problem], *, is_compared: bool = True
) -> Iterator[Problem]:
    """The problems of a record that it does not waive, and those of its waivers.

    Where the record is not compared with the article, nobody knows whether it would pass the check.
    """
    every = [*problems]
    for problem in every:
        if not any(_settles(waiver, problem) for waiver in record.waive):
            yield _offering_waiver(problem)
    for waiver in record.waive:
        settled = [problem for problem in every if _settles(waiver, problem)]
        if wrong := _wrong_waiver(waiver, every):
            yield Problem(waiver.origin.of("check"), Rule.WAIVE_CHECK, *wrong)
        elif not settled and (is_compared or waiver.check.startswith(("derived.", "text."))):
            name = "the article" if isinstance(record, FrontMatter) else f"‘{record.id}’"
            words = f" for “{waiver.words}”" if waiver.words else ""
            found = f"{name} waives {waiver.check}{words}, but passes that check"
            yield Problem(waiver.origin.of("check"), Rule.WAIVE_IDLE, found, "remove the waiver")


def _settles(waiver: Waiver, problem: Problem) -> bool:
    """Whether a waiver puts a problem aside: of a claim, if the waiver has its words, among others."""
    if waiver.check != problem.rule:
        return False
    own, words = (f" {even(text).text} " for text in (problem.about, waiver.words or ""))
    return own in words if problem.about else not waiver.words


def _wrong_waiver(waiver: Waiver, problems: Iterable[Problem]) -> tuple[str, str] | None:
    """What is wrong with a waiver as it is written, and what to write."""
    is_of_claim = waiver.check.startswith("claim.")
    if waiver.check not in WAIVABLE:
        return _unknown_check(waiver.check, {problem.rule for problem in problems})
    if waiver.words and not is_of_claim:
        return f"{waiver.check} is waived for a whole fact, not for some words", "remove `words:`"
    failing = [problem.about for problem in problems if problem.rule == waiver.check]
    if is_of_claim and failing and not waiver.words:
        found = f"the waiver of {waiver.check} does not say for which words"
        words = any_of(f"“{words}”" for words in failing)
        return found, f"write `words:` with the words of our text that it is about, such as {words}"
    return None


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
    if problem.rule not in WAIVABLE:
        return problem
    offer = or_waive(problem.rule, problem.about)
    if (plain := or_waive(problem.rule)) in problem.fix:
        return replace(problem, fix=problem.fix.replace(plain, offer))
    return replace(problem, fix=f"{problem.fix}, {offer}".removeprefix(", "))
