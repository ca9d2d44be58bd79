"""Links that open a file in a program of the editor's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.facts.editor_addresses import USUAL_EDITOR
from dateline.preview.state import link_to
from dateline.problems import Position


def test_places_of_content_and_templates_have_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a {line}.yaml").write_text("")
    monkeypatch.chdir(tmp_path)
    link = link_to(USUAL_EDITOR)(Position(path="a {line}.yaml", line=4, column=2))
    assert link == f"vscode://file{tmp_path}/a%20%7Bline%7D.yaml:4:2"
    template = link_to(USUAL_EDITOR)(Position(path="templates/base.html.j2", line=3))
    assert template
    assert template.endswith("/templates/base.html.j2:3:1")


def test_a_page_of_the_site_is_not_a_file_to_open() -> None:
    assert link_to(USUAL_EDITOR)(Position(path="line/article/index.html")) is None
