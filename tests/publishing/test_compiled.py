"""Templates that were compiled before render the same page; a file of theirs that is spoilt changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import Environment

from dateline.pages.shell import Page
from dateline.publishing.looks.assets import plan_look
from dateline.publishing.looks.render import TemplateFaultError, _environment, render
from tests.faults.table import tried
from tests.publishing.test_render import STATIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    words: str = "rain"


PART = {"part/a.html.j2": "{% macro show(words) %}<b>{{ words }}</b>{% endmacro %}"}
WHOLE = '{% from "part/a.html.j2" import show %}\n<p>{{ show(words) }} {{ 1234|number }}</p>'
PAGE = "<p><b>rain</b> 1,234</p>"


@pytest.fixture(autouse=True)
def _python_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def made(folder: Path, whole: str = WHOLE) -> str:
    """The page, as a process that has just begun renders it."""
    _environment.cache_clear()
    look = plan_look({"page.html.j2": whole, **PART}, STATIC, compiled=folder)
    return render(
        Page(path="index.html", template="page.html.j2", context=Context()), look
    ).decode()


def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled from now on."""
    names: list[str | None] = []
    compile_template = Environment.compile

    def compile_and_note(of: Environment, source: str, name: str | None, filename: str) -> object:
        names.append(name)
        return compile_template(of, source, name, filename)

    monkeypatch.setattr(Environment, "compile", compile_and_note)
    return names


def test_what_was_compiled_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made(tmp_path / "kept") == PAGE
    compiled = compiles(monkeypatch)
    assert made(tmp_path / "kept") == PAGE
    assert compiled == []
    assert made(tmp_path / "kept", WHOLE.replace("p>", "div>")) == PAGE.replace("p>", "div>")
    assert compiled == ["page.html.j2"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda kept: kept[:40],
        lambda kept: kept[:-1],
        lambda kept: kept + b"\0",
        lambda kept: kept.replace(b"<p>", b"<b>"),
        lambda kept: b"\0" * len(kept),
    ],
)
def test_spoilt_code_is_never_run(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    made(tmp_path)
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path, code in kept.items():
        path.write_bytes(spoil(code))
    assert made(tmp_path) == PAGE
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept


@tried(3, "The compiled code of one template is saved as another’s", "It is compiled again")
def test_code_of_another_template_is_not_taken_for_it(tmp_path: Path) -> None:
    made(tmp_path)
    part, page = sorted(tmp_path.iterdir(), reverse=True)
    page.write_bytes(part.read_bytes())
    part.write_bytes(b"")
    assert made(tmp_path) == PAGE


@tried(3, "Compiled templates cannot be kept", "The same pages")
def test_where_nothing_can_be_kept_pages_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert made(tmp_path / "file") == PAGE


def test_nothing_is_kept_where_python_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert made(tmp_path) == PAGE
    assert not [*tmp_path.iterdir()]


def test_a_fault_is_found_at_the_same_line_again(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(TemplateFaultError) as caught:
            made(tmp_path, "one\n{{ wrods }}")
        position = caught.value.problem.position
        assert (position.path, position.line) == ("templates/page.html.j2", 2)
