"""A record with `decide:` is a proposal: it is refused as undecided, and is no fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.cli import main
from tests.small_site import ARTICLE, article, assemble, write_content

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BODY = "The line opened on 8 May 2024. It is 32 kilometres long. Ann Lee was there on 9 May 2024."
EVENT = """\
events:
  - id: opening
    decide: [title]
    title: Line opens
    date: 2024-05-08
    evidence: The line opened on 8 May 2024.
"""
FIGURE = """\
figures:
  - id: length
    decide: [label, kind]
    label:
    value: 32
    unit: km
    kind:
    evidence: It is 32 kilometres long.
"""


def found(**sheets: str) -> list[tuple[str, str]]:
    files = {f"b/{name}.yaml": text for name, text in sheets.items()}
    site = assemble({"b/article.md": article(BODY), **files})
    return [(str(problem.position), problem.found) for problem in site.problems]


def test_a_sheet_says_once_what_is_undecided_and_nothing_else_of_it() -> None:
    second = EVENT.removeprefix("events:\n").replace("opening", "again")
    assert found(timeline=EVENT + second) == [
        (
            "content/b/timeline.yaml:3:5",
            "event ‘opening’ is not decided yet, and 1 other in this sheet",
        )
    ]


def test_what_is_wrong_in_a_proposal_is_reported_but_not_what_is_left_empty() -> None:
    wrong = FIGURE.replace("value: 32", "value: 32\n    valeu: 3")
    assert [rest for _, rest in found(figures=wrong)] == [
        "figure ‘length’ is not decided yet",
        "figure ‘length’: unknown field `valeu`",
    ]


def test_references_to_a_proposal_are_no_second_fault() -> None:
    people = "people:\n  - {id: ann, decide: [role], name: Ann Lee, role: , why: }\n"
    event = EVENT.replace("    decide: [title]\n", "    who: ann\n")
    assert [rest for _, rest in found(timeline=event, people=people)] == [
        "person ‘ann’ is not decided yet"
    ]


def test_a_decided_fact_is_checked_beside_proposals() -> None:
    wrong = EVENT.replace("    decide: [title]\n", "").replace(
        "date: 2024-05-08", "date: 2024-05-07"
    )
    assert [place for place, _ in found(timeline=wrong, figures=FIGURE)] == [
        "content/b/figures.yaml:3:5",
        "content/b/timeline.yaml:4:11",
    ]


def test_coverage_has_what_a_proposal_would_cover() -> None:
    site = assemble(
        {"b/article.md": article(BODY), "b/timeline.yaml": EVENT, "b/figures.yaml": FIGURE}
    )
    coverage = site.coverage["b"]
    assert [(item["text"], item["proposals"]) for item in coverage["undecided"]] == [
        ("8 May 2024", [{"kind": "event", "id": "opening"}]),
        ("32 kilometres", [{"kind": "figure", "id": "length"}]),
    ]
    assert [item["text"] for item in coverage["open"]] == ["9 May 2024"]


def test_front_matter_can_be_undecided() -> None:
    text = article(BODY).replace("standfirst: In short.", "decide: [standfirst]\nstandfirst:")
    site = assemble({"b/article.md": text})
    assert [(str(p.position), p.found, p.fix) for p in site.problems if p.severity == "error"] == [
        (
            "content/b/article.md:3:1",
            "the front matter is not decided yet: `standfirst:`",
            "write `standfirst:`, and remove the line `decide:`",
        )
    ]


def test_the_summary_says_how_many_decisions_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_content(tmp_path))
    (tmp_path / "content/line/figures.yaml").write_text(FIGURE)
    assert "kilometres" in ARTICLE
    assert main(["build"]) == 1
    assert "nothing was published. 1 decision is left: dateline decide line" in (
        capsys.readouterr().err
    )
