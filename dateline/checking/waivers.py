"""A check can be waived for one record, with a reason, as long as the record fails it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from dateline.checking.basis.fact_words import or_waive
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact, FigureGroup, FrontMatter, Period, Waiver
from dateline.facts.wording import even
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
    every = [*problems]
    failed: set[str] = {problem.rule for problem in every}
    settled = [(waiver, _settled(waiver, record.waive, every)) for waiver in record.waive]
    waived = [problem for _, own in settled for problem in own]
    yield from (_offering_waiver(problem) for problem in every if problem not in waived)
    for waiver, own in settled:
        position = waiver.origin.of("check")
        is_idle = not own if waiver.words else waiver.check not in failed
        if waiver.check not in WAIVABLE:
            yield Problem(position, Rule.WAIVE_CHECK, *_unknown_check(waiver.check, failed))
        elif waiver.words and not waiver.check.startswith("claim."):
            found = f"{waiver.check} is waived for a whole fact, not for some words"
            yield Problem(waiver.origin.of("words"), Rule.WAIVE_CHECK, found, "remove `words:`")
        elif is_idle and (is_compared or waiver.check.startswith("derived.")):
            name = "the article" if isinstance(record, FrontMatter) else f"‘{record.id}’"
            words = f" for “{waiver.words}”" if waiver.words else ""
            found = f"{name} waives {waiver.check}{words}, but passes that check"
            yield Problem(position, Rule.WAIVE_IDLE, found, "remove the waiver")


def _settled(
    waiver: Waiver, waivers: Iterable[Waiver], problems: Iterable[Problem]
) -> list[Problem]:
    """The problems that a waiver puts aside: those of its words, or of one claim that no other names."""
    failing = [problem for problem in problems if problem.rule == waiver.check]
    if waiver.words:
        return [problem for problem in failing if _names(waiver, problem)]
    named = [other for other in waivers if other.words and other.check == waiver.check]
    left = [problem for problem in failing if not any(_names(other, problem) for other in named)]
    claims = {problem.about for problem in left if problem.about}
    return [problem for problem in left if not problem.about or len(claims) == 1]


def _names(waiver: Waiver, problem: Problem) -> bool:
    """Whether the words of a waiver are those that a claim is about, or have them among others."""
    own, words = (f" {even(text).text} " for text in (problem.about, waiver.words or ""))
    return bool(problem.about) and own in words


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
