"""What someone sees who writes in an editor with the language server for YAML, as most have it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.drafting.schemas.sheet_schemas import WRITTEN
from tests.drafting.test_schemas import SITES, sheets, wrong_lines
from tests.editors.language_server import LanguageServer

pytestmark = pytest.mark.browser

FIRST = "# yaml-language-server: $schema=../../schemas/{}.schema.json\n"


def lines(editor: LanguageServer, path: Path, text: str) -> set[int]:
    """The lines of a text that the schema marks, counted from 1; the server knows YAML itself, too."""
    problems = editor.problems(path, text)
    own = [problem for problem in problems if problem["source"].startswith("yaml-schema")]
    return {problem["range"]["start"]["line"] + 1 for problem in own}


def test_a_new_site_is_right_as_it_is(site: Path, editor: LanguageServer) -> None:
    """Each sheet names its schema in its first line, and the schema is there."""
    written = sorted(site.glob("content/**/*.yaml"))
    assert len(written) == 9
    for path in written:
        text = path.read_text("utf-8")
        named = text.partition("\n")[0].partition("$schema=")[2]
        assert (path.parent / named).resolve() == site / f"schemas/{path.stem}.schema.json"
        assert editor.problems(path, text) == [], path


@pytest.mark.parametrize("name", ["everything", "first", "seldom"])
def test_nothing_is_marked_in_a_sheet_that_is_right(
    name: str, site: Path, editor: LanguageServer
) -> None:
    for kind, path, text in sheets(SITES / name / "content"):
        assert editor.problems(place_of(site, kind), first_line(kind) + text) == [], path


def test_the_lines_that_the_reader_refuses_are_marked_and_no_others(
    site: Path, editor: LanguageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SITES / "broken")
    wrong = wrong_lines()
    marked = {
        str(path): {
            line - 1 for line in lines(editor, place_of(site, kind), first_line(kind) + text)
        }
        for kind, path, text in sheets(Path("content"))
    }
    assert sum(map(len, wrong.values())) > 25
    assert marked == wrong


def place_of(site: Path, kind: str) -> Path:
    """Where such a sheet is."""
    return site / (
        f"content/{kind.removeprefix('shared-')}.yaml"
        if kind.startswith(("site", "authors", "shared-"))
        else f"content/a/{kind}.yaml"
    )


def first_line(kind: str) -> str:
    line = FIRST.format(kind)
    return line.replace("../../", "../") if kind in ("site", "authors") else line


EVENT = """\
events:
  - id: opening
    title: The line opens
    {}
"""


def proposed(site: Path, editor: LanguageServer, kind: str, text: str) -> dict[str, str]:
    """What is proposed where the text has a `|`, and what is said of it."""
    found = editor.proposed(place_of(site, kind), first_line(kind) + text)
    return {item["label"]: str(item.get("documentation") or "") for item in found}


def test_fields_are_proposed_each_with_what_it_is(site: Path, editor: LanguageServer) -> None:
    fields = proposed(site, editor, "timeline", EVENT.format("|"))
    assert fields["evidence"].startswith("The passages of the article that the fact rests on")
    assert {"date", "who", "expected", "decide"} <= {*fields}
    assert not {"id", "title"} & {*fields}


def test_a_new_record_is_proposed_with_what_it_needs(site: Path, editor: LanguageServer) -> None:
    path, text = place_of(site, "timeline"), f"{first_line('timeline')}events:\n  |\n"
    texts = [item["insertText"] for item in editor.proposed(path, text)]
    assert "- id: $1\n  title: $2\n  evidence: $3" in texts


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("timeline", EVENT.format("weight: |"), "key normal minor"),
        ("timeline", EVENT.format("outcome: {state: |}"), "happened changed cancelled disputed"),
        ("figures", "figures:\n  - kind: |\n", "measured forecast poll price"),
        ("figures", "figures:\n  - hedge: |\n", "nearly about"),
        ("places", "places:\n  - label: |\n", "left right above below"),
        ("site", "look:\n  type: |\n", "newsreader literata bitter"),
    ],
)
def test_closed_lists_are_proposed_with_meanings(
    kind: str, text: str, words: str, site: Path, editor: LanguageServer
) -> None:
    found = proposed(site, editor, kind, text)
    assert {*words.split()} <= {*found}
    assert all(found[word] for word in words.split())


def test_where_any_words_will_do_nothing_is_proposed(site: Path, editor: LanguageServer) -> None:
    assert proposed(site, editor, "timeline", EVENT.format("summary: |")) == {}


def test_under_the_mouse_is_what_a_field_is(site: Path, editor: LanguageServer) -> None:
    text = first_line("timeline") + EVENT.format("wei|ght: key")
    shown = editor.shown(place_of(site, "timeline"), text)
    assert "How important the event is." in shown
    assert "`key`: One of the most important of its briefing." in shown


def test_what_is_wrong_is_said_as_the_reader_says_it(site: Path, editor: LanguageServer) -> None:
    text = first_line("timeline") + EVENT.format("date: 11 September 2024")
    (problem,) = editor.problems(place_of(site, "timeline"), text)
    assert problem["message"] == "write a day as 2024-09-11, a month as 2024-09 or a year as 2024"


def test_a_sheet_without_a_first_line_has_its_schema_by_its_name(
    site: Path, yaml_server: list[str]
) -> None:
    """As the settings for Visual Studio Code that `init` writes have it."""
    from tests.editors.language_server import language_server

    settings = json.loads((site / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    named = {path.removeprefix("./schemas/").removesuffix(".schema.json") for path in settings}
    assert named == {*WRITTEN} - {"article", "page"}
    with language_server(yaml_server, site, schemas=settings) as server:
        for kind in named:
            assert lines(server, place_of(site, kind), "nothing: a\n") == {1}, kind
