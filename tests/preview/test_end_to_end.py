"""The preview itself and a browser, together: what is saved is seen, and so is what is wrong."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.preview.running import ROOT, Running, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARTICLE = "content/the-bridge/article.md"
TIMELINE = "content/the-bridge/timeline.yaml"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    shutil.copytree(ROOT / "tests/sites/everything/content", tmp_path / "content")
    with running(tmp_path, "--today", "2026-06-15", EDITOR_URL="") as preview:
        yield preview


@pytest.fixture
def tab(browser: Browser, preview: Running) -> Iterator[Page]:
    """A page under the site's own policy."""
    address = f"http://127.0.0.1:{preview.port}"
    context = browser.new_context(viewport={"width": 1280, "height": 500}, base_url=address)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda message: faults.append(message.text) if "Policy" in message.text else None
    )
    yield page
    context.close()
    assert faults == []


def open_page(tab: Page, path: str) -> None:
    with tab.expect_websocket(lambda socket: socket.url.endswith("/__preview/livereload")):
        tab.goto(path)
    tab.locator("dateline-preview .bar").wait_for()


def test_a_save_is_seen_where_one_reads(tab: Page, preview: Running) -> None:
    open_page(tab, "/the-bridge/article/")
    tab.evaluate("scrollTo(0, 300)")
    preview.save(ARTICLE, (preview.folder / ARTICLE).read_text() + "\nThe tide turned.\n")
    expect(tab.get_by_text("The tide turned.")).to_be_attached()
    tab.wait_for_load_state("load")
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert tab.evaluate("scrollY") == pytest.approx(300, abs=2)


def test_problems_cover_the_last_good_page_until_they_are_fixed(
    tab: Page, preview: Running
) -> None:
    open_page(tab, "/the-bridge/timeline/")
    heading = tab.locator("main h1").inner_text()
    preview.edit(TIMELINE, "events:", "eventz:")
    dialog = tab.get_by_role("dialog")
    places = dialog.get_by_role("link").filter(has_text="the-bridge/timeline.yaml:")
    expect(places.first).to_be_visible()
    expect(tab.locator("dateline-preview .status")).to_contain_text("Last good pages")
    assert tab.locator("main h1").inner_text() == heading
    preview.edit(TIMELINE, "eventz:", "events:")
    expect(dialog).to_be_hidden()
    expect(tab.locator("dateline-preview .status")).to_be_hidden()


def test_a_fact_opens_its_file_at_its_line(tab: Page, preview: Running) -> None:
    open_page(tab, "/the-bridge/timeline/")
    text = (preview.folder / TIMELINE).read_text().partition("events:")[2]
    fact = text.partition("id: ")[2].split()[0].rstrip(",")
    link = tab.locator(f"#{fact} > .preview-edit")
    expect(link).to_have_attribute(
        "href", re.compile(rf"^vscode://file{re.escape(str(preview.folder / TIMELINE))}:\d+:\d+$")
    )
