"""A profile says of every file of the program which stage it belongs to."""

from __future__ import annotations

from pathlib import Path

from benchmarks.profile import lines, stage_of

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dateline"


def stage(*files: str) -> str:
    return stage_of(
        [f"/site-packages/{name}" if "dateline" not in name else name for name in files]
    )


def test_the_nearest_file_of_the_program_decides() -> None:
    assert (
        stage(
            "yaml/parser.py",
            "/x/dateline/reading/yaml_tree.py",
            "/x/dateline/publishing/briefings.py",
        )
        == "read and parse"
    )
    assert (
        stage(
            "/x/dateline/facts/dates.py",
            "/x/dateline/language/en/dates/dates.py",
            "/x/dateline/checking/basis/findings.py",
        )
        == "findings in prose"
    )
    assert (
        stage("/x/dateline/pages/data/plan.py", "/x/dateline/pages/plan.py") == "files for programs"
    )
    assert (
        stage_of(
            [
                "/x/dateline/words/en.py",
                "templates/article.html.j2",
                "/x/dateline/publishing/looks/render.py",
            ]
        )
        == "render"
    )
    assert (
        stage_of(["<frozen importlib._bootstrap>", "/x/dateline/checking/__init__.py"])
        == "start: imports"
    )


def test_every_room_that_makes_a_site_has_a_stage() -> None:
    without = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.glob("*/**/*.py")
        if stage_of([str(path)]) == "everything else"
    }
    assert without == {"drafting", "facts", "preview", "starting", "verbs", "words"}


def test_a_table_begins_with_what_takes_most_and_ends_with_the_sum() -> None:
    columns = {"cold, 1": {"links": 2.0, "start: imports": 5.0}, "cold, 100": {"links": 1.0}}
    assert list(lines(columns))[2:] == [
        "| start: imports | 5.0 | 0.0 |",
        "| links | 2.0 | 1.0 |",
        "| together | 7.0 | 1.0 |",
    ]
