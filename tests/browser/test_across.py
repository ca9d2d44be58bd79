"""Pages across briefings: who and what is in several, and how readers go there and back."""

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
from tests.browser.site import Site, publish_site
from tests.browser.test_for_everyone import TOO_WIDE, find_violations, walk_by_keyboard

pytestmark = pytest.mark.browser
SECTIONS = ("people", "organisations", "places")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("across")
    write_content(root / "content", stories(12, 1))
    publish_site(root / "content", root / "site", None)
    with host(root / "site", "/") as address:
        yield Site(folder=root / "site", address=address)


def pages(archive: Site, section: str) -> list[str]:
    """The list of the section, and the fullest of its pages."""
    own = [page for page in archive.pages() if f"/{section}/" in page.removeprefix("http:/")]
    inner = [page for page in own if page != f"{archive.address}{section}/"]
    fullest = max(inner, key=lambda page: archive.file_of(page).stat().st_size)
    return [f"{archive.address}{section}/", fullest]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    archive: Site, page: Page, section: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for address in pages(archive, section):
        page.goto(address)
        assert find_violations(page, "light", "dark") == []
        assert page.evaluate(TOO_WIDE) == []


def test_from_a_briefing_to_the_page_of_a_person_and_back(archive: Site, page: Page) -> None:
    _list, person = pages(archive, "people")
    page.goto(person)
    name = page.locator("h1").inner_text()
    page.get_by_role("link", name=f"{name} in this briefing").first.click()
    expect(page.locator("h1")).to_have_text(name)
    page.get_by_role("link", name=f"{name} in all briefings").click()
    assert page.url == person
    page.locator(".of-briefings h3 a").first.click()
    page.get_by_role("link", name="Who and where").first.click()
    page.get_by_role("link", name=f"{name} in all briefings").click()
    assert page.url == person


def test_the_keyboard_reaches_every_link(archive: Site, page: Page) -> None:
    page.goto(pages(archive, "people")[1])
    stops = walk_by_keyboard(page)
    assert [stop["order"] for stop in stops] == sorted({stop["order"] for stop in stops})
    assert len(stops) >= page.locator("main a[href]:visible").count()


@pytest.mark.parametrize("section", SECTIONS)
def test_each_is_within_a_round_trip(archive: Site, section: str) -> None:
    for address in pages(archive, section):
        html = archive.file_of(address).read_bytes()
        sheet = re.search(rb'rel="stylesheet" href="(?:\.\./)*(assets/[^"]+)"', html)
        assert sheet
        style = Path(archive.folder, sheet[1].decode()).read_bytes()
        assert sum(len(gzip.compress(part)) for part in (html, style)) <= 14 * 1024, address
