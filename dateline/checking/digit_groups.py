"""Digits in groups that make no number, such as “15,0000”, in the article and in what readers see."""

from collections.abc import Iterator
from typing import Final

from dateline.checking.claims.grounds.seen_texts import seen_texts
from dateline.facts.briefing import Briefing
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule

# Not "Feb. 5,2024", where a space is missing, and no list of digits such as "3,1,12".
_NO_NUMBER: Final = compile_later(
    r"(?<![\w.,:/#=-])(?:[$£€¥₹] ?)?[0-9]{1,3}(?:,[0-9]{3})*,(?!(?:1[89]|20)[0-9]{2}(?![0-9]))[0-9]{4,}"
    r"(?![\w,/=]|\.[0-9])"
    r"|(?<![\w.,])[$£€¥₹] ?[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{1,2}(?![\w,]|\.[0-9])"
)


def check_digit_groups(briefing: Briefing) -> Iterator[Problem]:
    for block in briefing.article.blocks:
        for found in _NO_NUMBER.finditer(block.text):
            yield _problem(block.position(found.start()), "the article", found[0])
    for text in seen_texts(briefing):
        for found in _NO_NUMBER.finditer(text.text):
            yield _problem(text.position(found.start()), text.called, found[0])


def _problem(position: Position, called: str, digits: str) -> Problem:
    found = f"{called} has “{digits}”: these digits are no number"
    return Problem(position, Rule.TEXT_DIGITS, found, "write the number that is meant")
