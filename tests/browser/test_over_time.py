"""What happened, is expected and has changed, across briefings: for everyone, within a round trip, without a fault."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.corpus import write_content
from benchmarks.newsroom import stories
from tests.browser.hosting import host
from tests.browser.site import ARCHIVE, Site, publish_site
from tests.browser.test_for_everyone import TOO_WIDE, find_violations, walk_by_keyboard
from tests.browser.test_valid import find_errors
from tests.conftest import Published

pytestmark = pytest.mark.browser

SECTIONS = ("timeline", "expected", "changes", "corrections")
# Of each kind of page one: with an index, by year, by month and day, one below the other.
PAGES = (
    "timeline/",
    "timeline/1950s/",
    "timeline/1953/",
    "timeline/2020s/",
    "expected/",
    "expected/2026/",
    "changes/",
    "changes/2025/",
    "changes/2025/06/",
    "corrections/",
)


@pytest.fixture(scope="module")
def archive(published: Published) -> Iterator[Site]:
    folder = published(ARCHIVE, "/")
    with host(folder, "/") as address:
        yield Site(folder=folder, address=address)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive that is large enough for pages by year."""
    root = tmp_path_factory.mktemp("newsroom")
    write_content(root / "content", stories(40, 2))
    publish_site(root / "content", root / "site", "https://newsroom.example/")
    return root / "site"


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_too_wide(archive: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in PAGES:
        page.goto(archive.address + path)
        found += find_violations(page, "light", "dark")
        found += [f"{path} {element}" for element in page.evaluate(TOO_WIDE)]
    assert found == [], "\n".join(found)


def test_the_markup_has_no_error(archive: Site, checker: list[str]) -> None:
    errors = find_errors(archive.folder, checker)
    assert errors == [], "\n".join(errors)


@pytest.mark.parametrize("path", ["timeline/2020s/", "expected/", "expected/2026/", "changes/"])
def test_the_keyboard_reaches_every_link(archive: Site, page: Page, path: str) -> None:
    page.goto(archive.address + path)
    stops = walk_by_keyboard(page)
    assert [stop["order"] for stop in stops] == sorted({stop["order"] for stop in stops})
    assert len(stops) >= page.locator("main a[href]:visible").count()


def test_from_an_event_to_its_words_and_from_one_period_to_the_next(
    archive: Site, page: Page
) -> None:
    page.goto(f"{archive.address}timeline/")
    page.get_by_role("link", name="1953", exact=True).click()
    page.get_by_role("navigation", name="Earlier and later").get_by_role("link").last.click()
    expect(page.locator("h1")).to_have_text("1954")
    page.goto(f"{archive.address}timeline/2020s/")
    event = page.get_by_role("listitem").filter(has_text="The bridge opens").last
    event.get_by_role("link", name="in the article").click()
    assert page.url == f"{archive.address}bridge/article/#words-opening"


def test_each_page_comes_in_one_round_trip(newsroom: Path) -> None:
    heavy = {}
    for section in SECTIONS:
        for file in (newsroom / section).rglob("index.html"):
            html = file.read_bytes()
            sheet = re.search(rb'rel="stylesheet" href="(?:\.\./)*(assets/[^"]+)"', html)
            assert sheet
            style = Path(newsroom, sheet[1].decode()).read_bytes()
            heavy[str(file)] = sum(len(gzip.compress(part)) for part in (html, style))
    assert len(heavy) > 40
    assert {path: size for path, size in heavy.items() if size > 14 * 1024} == {}
