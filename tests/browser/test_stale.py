"""A browser may keep files of GitHub Pages for ten minutes, even if a new build replaces them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import pytest
from playwright.sync_api import Browser, Page

from dateline.publishing.looks.look import read_look_files
from tests.browser.hosting import host
from tests.small_site import article, assemble

pytestmark = pytest.mark.browser

LOOK = read_look_files()
TOKENS = "style/tokens.css"
REDDER = replace(
    LOOK, static={**LOOK.static, TOKENS: LOOK.static[TOKENS] + b"main { color: rgb(250, 0, 0) }"}
)
CONTENT = {"quiet/article.md": article()}
COLOUR = "getComputedStyle(document.querySelector('main')).color"


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Deploy these files: nothing of the former site is left."""
    if folder.exists():
        rmtree(folder)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page of a browser with an empty cache."""
    return browser.new_context().new_page()


def test_a_fresh_page_never_gets_a_stale_stylesheet(tmp_path: Path, page: Page) -> None:
    folder = tmp_path / "site"
    lay_out(folder, assemble(CONTENT).files)
    with host(folder, "/repo/") as address:
        page.goto(address)
        before = page.evaluate(COLOUR)
        lay_out(folder, assemble(CONTENT, look=REDDER).files)
        page.goto(f"{address}quiet/")
        assert (page.evaluate(COLOUR), before == "rgb(250, 0, 0)") == ("rgb(250, 0, 0)", False)
        page.goto(address)  # from the cache, with the files that it had
        assert page.evaluate(COLOUR) == before
    page.context.close()


def test_a_stale_page_without_its_stylesheet_is_plain_and_complete(
    tmp_path: Path, page: Page
) -> None:
    folder = tmp_path / "site"
    lay_out(folder, assemble(CONTENT).files)
    old = (folder / "quiet/article/index.html").read_bytes()
    lay_out(folder, {**assemble(CONTENT, look=REDDER).files, "quiet/article/index.html": old})
    with host(folder, "/repo/") as address:
        page.goto(f"{address}quiet/article/")
        assert page.evaluate("document.styleSheets[0]?.cssRules.length ?? 0") == 0
        assert page.get_by_text("All was quiet.").is_visible()
        page.get_by_role("link", name="Brief", exact=True).first.click()
        page.wait_for_url(lambda url: "/article/" not in url)
        assert page.evaluate(COLOUR) == "rgb(250, 0, 0)"
    page.context.close()
