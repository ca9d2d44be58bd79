"""Pages of a site's own can be read by everybody, and the links to them fit on a phone."""

import gzip
import re

import pytest
from playwright.sync_api import Page

from tests.browser.site import Site
from tests.browser.test_for_everyone import TOO_WIDE, find_violations

pytestmark = pytest.mark.browser

OWN = ("about/", "contact/", "standards/", "authors/", "authors/ida-holt/", "the-bridge/")

# The tops of the links above the page: one, where they are on one line.
LINES = """
() => new Set(Array.from(document.querySelectorAll('.masthead nav a'),
  link => Math.round(link.getBoundingClientRect().top))).size
"""


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    everything: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in OWN:
        page.goto(everything.address + path)
        found += [f"{path} {wide}" for wide in page.evaluate(TOO_WIDE)]
        found += find_violations(page, "light", "dark")
    assert found == [], "\n".join(found)


def test_the_links_above_a_page_are_on_one_line_of_a_phone(everything: Site, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{everything.address}contact/")
    page.evaluate("document.fonts.ready")
    shown = page.locator(".masthead nav a").all_inner_texts()
    assert shown == ["Briefings", "About", "Contact"]
    assert page.evaluate(LINES) == 1


def test_a_page_and_its_style_come_in_one_round_trip(everything: Site) -> None:
    for path in OWN:
        file = everything.folder / path / "index.html"
        html = file.read_text("utf-8")
        (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
        parts = (html.encode(), (file.parent / style).read_bytes())
        assert sum(len(gzip.compress(part)) for part in parts) <= 14 * 1024, path
