"""The annotated article in Chromium: accessible at any width, in light and dark."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from dateline.pages.annotated import STYLE, plan_annotated
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.looks.render import render
from tests.browser.test_for_everyone import TOO_WIDE, find_violations
from tests.pages.world import edition, look

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ARTICLE = """
    Ann Lee paid **$5 million in May** 2020. Bo Ray called it “a very bad day for us all”.

    - Ann Lee paid no more.
    """
SHEETS = {
    "figures": """
        figures:
          - {id: paid, label: P, value: 5 million, unit: USD, kind: measured, evidence: $5 million}
        """,
    "coverage": "waived:\n  - {words: Bo Ray, why: He is nobody.}",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as the preview has it, beside the files of the site."""
    root = tmp_path_factory.mktemp("preview")
    planned = plan_annotated(edition(ARTICLE, **SHEETS))
    files = {**look().files, STYLE: read_look_files().static["preview/annotated.css"]}
    files[planned.path] = look().names.fill(render(planned, look()))
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root / planned.path


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_is_accessible_at_any_width_in_light_and_dark(
    file: Path, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(file.as_uri())
    page.evaluate(
        "document.querySelectorAll('details').forEach(details => { details.open = true })"
    )
    assert find_violations(page, "light", "dark") == []
    assert page.evaluate(TOO_WIDE) == []


def test_verdicts_look_different_even_without_colour(file: Path, page: Page) -> None:
    page.goto(file.as_uri())
    drawn = {
        verdict: page.eval_on_selector(
            f"article .item.{verdict}",
            "e => { const s = getComputedStyle(e);"
            " return s.textDecorationLine + s.textDecorationStyle + s.outlineStyle }",
        )
        for verdict in ("covered", "waived", "open")
    }
    assert len(set(drawn.values())) == 3, drawn


def test_a_stub_is_folded_until_it_is_opened(file: Path, page: Page) -> None:
    page.goto(file.as_uri())
    stub = page.locator("#open_1 pre")
    assert not stub.is_visible()
    page.locator("#open_1 summary").click()
    assert stub.is_visible()
    assert "- id:" in stub.inner_text()


def without_what_is_newer(sheet: str) -> str:
    """The checker does not know CSS Custom Highlight API 1, nor `field-sizing` of CSS UI 4."""
    return re.sub(r"field-sizing: ?content;?", "", sheet.replace("::highlight(decision)", ".shown"))


def test_its_markup_has_no_error(file: Path, checker: list[str]) -> None:
    style = file.parents[2] / STYLE
    style.write_text(without_what_is_newer(style.read_text("utf-8")), "utf-8")
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css"]
    done = subprocess.run(
        [*checker, *options, str(file), str(style)], capture_output=True, text=True, check=True
    )
    messages = json.loads(done.stdout)["messages"]
    assert [message["message"] for message in messages if message["type"] != "info"] == []
