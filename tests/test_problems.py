"""How problems are shown: to people, to programs, and on a pull request."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dateline
from dateline.problems import (
    Position,
    Problem,
    Related,
    Rule,
    count_problems,
    is_refused,
    sort_problems,
    to_github,
    to_json,
    to_text,
)

ARTICLE, SHEET = "content/visit/article.md", "content/visit/figures.yaml"
PROBLEM = Problem(
    position=Position(path=SHEET, line=41, column=12),
    rule=Rule.EVIDENCE_NOT_FOUND,
    found="the words are not there: 100 %",
    fix="write 2500",
    related=(Related(position=Position(path=ARTICLE, line=63, column=9), note="“2,500 troops”"),),
)
WARNING = Problem(
    position=Position(path=ARTICLE, line=7), rule=Rule.BRIEF_LENGTH, found="two points"
)


def test_people_read_the_place_what_was_found_the_other_end_and_the_fix() -> None:
    assert to_text([PROBLEM, WARNING]) == (
        "content/visit/figures.yaml:41:12: error: the words are not there: 100 %\n"
        "    article.md:63:9: “2,500 troops”\n"
        "    write 2500\n"
        "content/visit/article.md:7:1: warning: two points\n"
    )


def test_a_file_elsewhere_is_named_in_full() -> None:
    site = Problem(
        position=Position(path="content/site.yaml"),
        rule=Rule.FIELD_TYPE,
        found="a",
        related=PROBLEM.related,
    )
    assert to_text([site]).splitlines()[1] == f"    {ARTICLE}:63:9: “2,500 troops”"


def test_nothing_in_a_message_steers_the_terminal() -> None:
    problem = Problem(
        position=Position(path="a"), rule=Rule.FIELD_TYPE, found="a\x1b[2Jb\nc\u202ed"
    )
    assert to_text([problem]) == "a:1:1: error: a [2Jb c d\n"


def test_programs_read_plain_values() -> None:
    assert to_json([PROBLEM]) == [
        {
            "path": SHEET,
            "line": 41,
            "column": 12,
            "severity": "error",
            "rule": "evidence.not-found",
            "message": "the words are not there: 100 %",
            "fix": "write 2500",
            "fact": None,
            "related": [{"path": ARTICLE, "line": 63, "column": 9, "note": "“2,500 troops”"}],
        }
    ]


def test_a_pull_request_shows_a_problem_at_its_line() -> None:
    assert to_github([PROBLEM]) == (
        "::error file=content/visit/figures.yaml,line=41,col=12,title=evidence.not-found::"
        "the words are not there: 100 %25%0Acontent/visit/article.md:63:9: “2,500 troops”%0A"
        "write 2500\n"
    )
    odd = Problem(position=Position(path="a,b:c"), rule=Rule.FIELD_TYPE, found="x\r\n::error::y")
    assert (
        to_github([odd])
        == "::error file=a%2Cb%3Ac,line=1,col=1,title=field.type::x%0D%0A::error::y\n"
    )


def test_problems_are_reported_once_by_folder_and_what_may_cause_others_comes_first() -> None:
    later = Problem(
        position=Position(path=SHEET, line=100, column=1), rule=Rule.FIELD_TYPE, found="x"
    )
    misnamed = Problem(Position(path="content/visit/timelines.yaml"), Rule.FILE_UNKNOWN, "x")
    settings = Problem(Position(path="content/site.yaml"), Rule.FIELD_TYPE, "x")
    given = [later, FOLLOW_UP, misnamed, WARNING, PROBLEM, settings, PROBLEM]
    in_order = (settings, misnamed, PROBLEM, later, WARNING, FOLLOW_UP)
    assert sort_problems(given) == in_order


def test_a_warning_refuses_where_it_is_asked_to() -> None:
    assert is_refused([WARNING, PROBLEM], strict=False)
    assert not is_refused([WARNING], strict=False)
    assert is_refused([WARNING], strict=True)
    assert not is_refused([], strict=True)


FOLLOW_UP = Problem(
    position=Position(path=SHEET, line=9), rule=Rule.EXPECTATION_PASSED, found="it has passed"
)


def test_a_follow_up_is_listed_and_never_refuses() -> None:
    assert not is_refused([FOLLOW_UP], strict=True)
    assert is_refused([FOLLOW_UP, WARNING], strict=True)
    assert to_text([FOLLOW_UP]) == f"{SHEET}:9:1: follow-up: it has passed\n"
    assert [problem["severity"] for problem in to_json([FOLLOW_UP])] == ["follow-up"]
    assert to_github([FOLLOW_UP]).startswith("::notice file=")


def test_problems_are_counted_by_severity() -> None:
    assert count_problems([WARNING, FOLLOW_UP, PROBLEM, WARNING]) == (
        "1 error, 2 warnings, 1 follow-up"
    )
    assert count_problems([]) == ""


def code() -> str:
    """All code except the list of rules."""
    package = Path(dateline.__file__).parent
    paths = (path for path in package.rglob("*.py") if path.name != "problems.py")
    return "".join(path.read_text("utf-8") for path in paths)


CODE = code()


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_used_by_some_check(rule: Rule) -> None:
    assert re.search(rf"\bRule\.{rule.name}\b", CODE)
