"""The front matter ends where its author ended it, and places stay those of the file."""

from __future__ import annotations

from textwrap import dedent

import pytest

from dateline.problems import Problem
from dateline.reading.encoding import SourceText
from dateline.reading.front_matter import split_article


def split(text: str) -> tuple[SourceText, SourceText]:
    parts = split_article(SourceText("article.md", dedent(text)))
    assert not isinstance(parts, Problem)
    return parts


def refused(text: str) -> tuple[str, str]:
    problem = split_article(SourceText("article.md", dedent(text)))
    assert isinstance(problem, Problem)
    assert problem.rule == "front-matter.form"
    return str(problem.position).removeprefix("article.md:"), problem.found


def test_both_parts_keep_their_lines() -> None:
    head, body = split("---\ntitle: One\n---\n\nText --- here.\n\n---\n")
    assert head.content == "\ntitle: One\n"
    assert body.content == "\n\n\n\nText --- here.\n\n---\n"
    assert str(body.position(body.content.index("Text"))) == "article.md:5:1"


def test_spaces_after_a_fence_and_empty_lines_above_do_no_harm() -> None:
    head, body = split("\n\n---  \ntitle: One\n--- \nText")
    assert str(head.position(head.content.index("title"))) == "article.md:4:1"
    assert str(body.position(body.content.index("Text"))) == "article.md:6:1"


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", "1:1", "empty"),
        ("\n \n", "1:1", "empty"),
        ("Text.\n", "1:1", "has no front matter"),
        ("\nText.\n---\ntitle: a\n---\n", "2:1", "text above"),
        ("----\ntitle: a\n---\n", "1:1", "begins with “----”"),
        ("—\ntitle: a\n---\n", "1:1", "begins with “—”"),
        ('+++\ntitle = "a"\n+++\n', "1:1", "as TOML"),
        ("---\ntitle: a\n\nText\n", "1:1", "is not closed"),
        ("---\ntitle: a\n----\nText\n", "3:1", "is not closed by “----”"),
        ("---\ntitle: a\n —\nText\n", "3:1", "is not closed by “ —”"),
    ],
)
def test_faults_of_the_fences(text: str, position: str, words: str) -> None:
    found = refused(text)
    assert found[0] == position
    assert words in found[1]
