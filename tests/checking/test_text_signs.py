"""Markdown and HTML in the texts of sheets would be shown as they are: they are reported."""

import pytest

from tests.small_site import article, assemble, problems

EVENT = """
    events:
      - id: visit
        title: "{title}"
        date: 2024-09-11
        source: log
        summary: "{summary}"
"""
SOURCES = "sources:\n  - {id: log, title: Log}\n"


def signs(summary: str, title: str = "They sail") -> list[tuple[str, str]]:
    timeline = EVENT.format(title=title, summary=summary)
    found = problems("All was quiet.", "text.", timeline=timeline, sources=SOURCES)
    return [(str(problem.position), problem.found) for problem in found]


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("See **this** now.", "**this**"),
        ("See *this* now.", "*this*"),
        ("See _this_ now.", "_this_"),
        ("See [it](https://a.example/) now.", "[it](https://a.example/)"),
        ("See ~~this~~ now.", "~~this~~"),
        ("See <b>this now.", "<b>"),
        ("Now &amp; then.", "&amp;"),
        ("It closed.[^1]", "[^1]"),
    ],
)
def test_signs_of_markdown_are_reported_where_they_are(summary: str, shown: str) -> None:
    [(position, found)] = signs(summary)
    column = 15 + summary.index(shown)
    assert position == f"b/timeline.yaml:7:{column}"
    assert f"the `summary` of ‘visit’ has “{shown}”, which is shown as it is" in found


@pytest.mark.parametrize(
    "summary",
    [
        "2 * 3 * 4, and a*b*c",
        "file_name_here and __init",
        "[sic] (he said)",
        "AT&T; 5 < 6 > 4",
        "#1 and #2",
    ],
)
def test_signs_that_are_none_are_text(summary: str) -> None:
    assert signs(summary) == []


def test_a_title_has_words() -> None:
    [(position, found)] = signs("They did.", title="⛴!")
    assert position == "b/timeline.yaml:4:12"
    assert found == "the `title` of ‘visit’ has no letter or digit: “⛴!”"
    site = assemble({"b/article.md": article(title="⛴")})
    assert [problem.rule for problem in site.problems] == ["text.wordless"]


@pytest.mark.parametrize(
    ("topic", "column"),
    [("A *b*", 14), ("'A *b*'", 15), ("[A, B, C *b*]", 21), ("[A, 'C *b*']", 19)],
)
def test_signs_in_a_list_are_reported_at_the_value_that_has_them(topic: str, column: int) -> None:
    people = f"people:\n  - id: ann\n    name: Ann\n    role: R\n    why: W\n    source: log\n    topic: {topic}"
    [problem] = problems("All was quiet.", "text.", people=people, sources=SOURCES)
    assert str(problem.position) == f"b/people.yaml:7:{column}"
