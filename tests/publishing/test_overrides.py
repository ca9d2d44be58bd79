"""Templates and static files beside the content stand in for the program's of the same name."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dateline.publishing.looks.look import look_folders, own_folders
from tests.faults.table import tried
from tests.publishing.test_own_look import build, files, found, wrong

PARTIAL = "templates/partials/site-name.html.j2"
NAME = '<a class="site-name" href="{{ shell.home }}">The name of {{ shell.site_title }}</a>'


def write(folder: Path, texts: dict[str, str | bytes]) -> Path:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def page(folder: Path) -> str:
    return (folder / "_site" / "line" / "index.html").read_text("utf-8")


def test_a_template_of_the_site_stands_in_for_that_of_the_program(tmp_path: Path) -> None:
    build(tmp_path)
    before = page(tmp_path)
    assert found(build(write(tmp_path, {PARTIAL: NAME}))) == []
    assert "The name of T" in page(tmp_path)
    (tmp_path / PARTIAL).unlink()
    assert found(build(tmp_path)) == []
    assert page(tmp_path) == before


def test_a_stylesheet_of_the_site_stands_in_for_that_of_the_program(tmp_path: Path) -> None:
    style = "@layer components {\n  .brief {\n    color: red;\n  }\n}\n"
    assert found(build(write(tmp_path, {"static/style/components/brief.css": style}))) == []
    (sheet,) = files(tmp_path, "assets/brief-*.css").values()
    assert b".brief{color:red}" in sheet


def test_the_programs_own_folders_are_no_overrides(tmp_path: Path) -> None:
    checkout = look_folders()[0].parent
    assert own_folders(checkout / "content") == ()
    assert own_folders(tmp_path / "content") == (tmp_path / "templates", tmp_path / "static")


BROKEN: dict[str, tuple[str | bytes, int]] = {
    "not UTF-8": (b"one\n\xe9t\xe9", 2),
    "a syntax error": ("one\n{% if %}", 2),
    "a block that does not end": ("{% if shell %}\n", 1),
    "an unknown filter": ("\n\n{{ shell.home | shout }}", 3),
    "an unknown name": ("\n{{ shel.home }}", 2),
    "an unknown field": ("\n{{ shell.hoem }}", 2),
    "an unknown template": ('\n{% include "lost.html.j2" %}', 2),
    "itself": ('\n{% include "partials/site-name.html.j2" %}', 2),
    "itself twice": (2 * '{% include "partials/site-name.html.j2" %}', 1),
    "a macro that calls itself": ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", 1),
    "a loop": (
        "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        2,
    ),
    "a list that grows": (
        "{% set list = [1] %}\n{% for a in list %}{% set _x = list.append(1) %}{% endfor %}",
        2,
    ),
    "a field of a field": ("\n{% for to in shell.masthead %}{{ to.wrods }}{% endfor %}", 2),
    "a branch that is not taken": ("{% if not shell.home %}\n{{ shell.nothing }}{% endif %}", 2),
    "a field of what a macro is given": (
        "{% macro a(link) %}\n{{ link.hrf }}{% endmacro %}{{ a(shell.masthead[0]) }}",
        2,
    ),
    "an unknown macro": ('{% from "partials/links.html.j2" import lnk %}', 1),
    "a name in a macro that nobody calls": ("\n{% macro a() %}{{ b }}{% endmacro %}", 2),
    "a list too long to make": ("\n{{ range(10 ** 9) | list | length }}", 2),
    "a division": ("\n{{ 1 / 0 }}", 2),
}


@tried(8, "Among the templates is a file of any name that is not UTF-8", "Exit 1, at its line")
def test_a_file_of_any_name_among_the_templates_is_text(tmp_path: Path) -> None:
    result = build(write(tmp_path, {"templates/notes/b": b"\xff"}))
    (problem,) = wrong(result)
    assert (problem.rule.value, problem.position.line) == ("template.error", 1)


@tried(
    1,
    "A template of the site’s own: {case}",
    "Exit 1 at its line, within two seconds; the old site",
)
@pytest.mark.parametrize("case", BROKEN)
def test_a_template_that_is_broken_is_reported_at_its_line_within_two_seconds(
    tmp_path: Path, case: str
) -> None:
    build(tmp_path)
    before = files(tmp_path, "**/*.*")
    text, line = BROKEN[case]
    write(tmp_path, {PARTIAL: text})
    begun = time.process_time()
    result = build(tmp_path)
    assert time.process_time() - begun < 2.5
    assert result.refused
    places = {(problem.position.path, problem.position.line) for problem in wrong(result)}
    assert places == {(f"{tmp_path}/{PARTIAL}", line)}
    assert {problem.rule.value for problem in wrong(result)} == {"template.error"}
    assert files(tmp_path, "**/*.*") == before


def test_what_was_meant_is_named(tmp_path: Path) -> None:
    (problem,) = wrong(build(write(tmp_path, {PARTIAL: "{{ shell.hoem }}"})))
    assert (problem.found, problem.fix) == ("Shell has no field hoem", "did you mean home?")


def test_a_template_that_no_page_uses_is_reported(tmp_path: Path) -> None:
    (problem,) = wrong(build(write(tmp_path, {"templates/brief.html": NAME})))
    assert (problem.found, problem.fix) == (
        "no page uses this template",
        "did you mean brief.html.j2?",
    )


def test_a_template_of_the_site_may_be_new_where_another_includes_it(tmp_path: Path) -> None:
    texts = {
        PARTIAL: '{% include "partials/mine.html.j2" %}',
        "templates/partials/mine.html.j2": NAME,
    }
    assert found(build(write(tmp_path, {**texts}))) == []
    assert "The name of T" in page(tmp_path)


def test_a_stylesheet_of_the_site_may_be_new_and_is_on_every_page_after_the_others(
    tmp_path: Path,
) -> None:
    style = "@layer components {\n  .brief {\n    color: red;\n  }\n}\n"
    assert found(build(write(tmp_path, {"static/style/components/a.css": style}))) == []
    sheets = files(tmp_path, "assets/*.css")
    sheets.pop(next(name for name in sheets if "print" in name))
    for sheet in sheets.values():
        assert sheet.rindex(b".brief{color:red}") > sheet.rindex(b".evidence:is(")


def test_a_static_file_that_stands_in_for_nothing_is_reported(tmp_path: Path) -> None:
    (problem,) = wrong(build(write(tmp_path, {"static/style/token.css": ""})))
    assert (problem.rule, problem.fix) == ("look.unused", "did you mean style/tokens.css?")


def test_a_stylesheet_that_is_broken_is_reported_at_its_line(tmp_path: Path) -> None:
    style = "@layer tokens {\n  @font-face {\n    src: url(lost.woff2);\n  }\n}\n"
    result = build(write(tmp_path, {"static/style/tokens.css": style}))
    (problem,) = wrong(result)
    assert (problem.position.line, problem.rule.value) == (3, "template.error")
    assert "lost.woff2" in problem.found
    result = build(write(tmp_path, {"static/style/tokens.css": b"\n\xff"}))
    assert [(problem.position.line, problem.rule.value) for problem in wrong(result)] == [
        (2, "template.error")
    ]


def test_a_file_of_the_program_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "program", {"templates/base.html.j2": "", "static/icon.svg": "<svg/>"})
    folders = (tmp_path / "program" / "templates", tmp_path / "program" / "static")
    monkeypatch.setattr("dateline.publishing.looks.look.look_folders", lambda: folders)
    paths = {problem.position.path for problem in wrong(build(tmp_path))}
    assert {"static/style/tokens.css", "templates/brief.html.j2"} <= paths


def test_an_unreadable_override_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {PARTIAL: NAME}).joinpath(PARTIAL).chmod(0)
    if os.access(tmp_path / PARTIAL, os.R_OK):
        pytest.skip("this user may read everything")
    assert [problem.rule.value for problem in wrong(build(tmp_path))] == ["file.unreadable"]
