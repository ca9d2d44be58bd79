"""A briefing from a few lines of text, checked: what a test needs to show its whole world."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from dateline.checking import Checked, check_briefing
from dateline.facts.briefing import Briefing
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder

FRONT = "---\ntitle: A title\nstandfirst: In short.\npublished: 2024-09-11\n---\n\n"
TODAY = date(2024, 9, 12)


def briefing(article: str, **sheets: str) -> Briefing:
    """The briefing of an article's body, published on Wednesday 11 September 2024, and its sheets."""
    files = {f"{name}.yaml": dedent(text).encode() for name, text in sheets.items()}
    files["article.md"] = (FRONT + dedent(article)).encode()
    made, problems = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert made is not None
    assert problems == ()
    return made


def checked(article: str, *, today: date = TODAY, **sheets: str) -> Checked:
    return check_briefing(briefing(article, **sheets), today=today)


def problems(article: str, rules: str = "", *, today: date = TODAY, **sheets: str) -> list[Problem]:
    """What is wrong under the rules that begin so; coverage is left to its own tests."""
    found = checked(article, today=today, **sheets).problems
    kept = [one for one in found if rules or not one.rule.startswith("coverage.")]
    return [one for one in kept if one.rule.startswith(rules)]


def rules(article: str, prefix: str = "", *, today: date = TODAY, **sheets: str) -> list[str]:
    return [one.rule for one in problems(article, prefix, today=today, **sheets)]
