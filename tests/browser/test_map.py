"""The letters on the map are large enough to read, and as wide as the generator computes."""

import pytest
from playwright.sync_api import Page

from dateline.drawing.lettering import width_of
from dateline.drawing.map_names import SPACED
from tests.browser.site import Site

pytestmark = pytest.mark.browser

MAP = "pezeshkian-in-iraq/who-and-where/index.html"
TEXTS = """texts => texts.filter(text => text.getBoundingClientRect().width).map(text => ({
  words: text.textContent,
  size: parseFloat(getComputedStyle(text).fontSize),
  width: text.getComputedTextLength(),
  shown: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a,
  country: text.closest('.map-names') !== null,
}))"""


@pytest.mark.parametrize("width", [320, 360, 600, 700, 768, 1280])
def test_letters_on_the_map_can_be_read(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address + MAP)
    shown = page.locator(".map:visible")
    assert shown.count() == 1
    least = 11 if width >= 360 else 9
    assert [
        text for text in shown.locator("text").evaluate_all(TEXTS) if text["shown"] < least
    ] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_names_are_as_wide_as_computed(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address + MAP)
    page.evaluate("document.fonts.load('600 14px Libre Franklin')")
    texts = page.locator(".map:visible").locator("text").evaluate_all(TEXTS)
    assert len(texts) > 8
    for text in texts:
        kept = width_of(text["words"], text["size"], spaced=SPACED if text["country"] else 0)
        assert text["width"] <= kept * 1.02 + 0.5, text["words"]


def test_the_map_is_drawn_once_on_paper(site: Site, page: Page) -> None:
    page.goto(site.address + MAP)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="print")
        assert page.locator(".map-wide").is_visible()
        assert not page.locator(".map-narrow").is_visible()


@pytest.mark.parametrize("width", [320, 720, 1280])
def test_what_a_map_links_to_can_be_hit(site: Site, page: Page, width: int) -> None:
    """24 pixels each way, also where a page makes the map smaller than it is drawn."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address + MAP)
    boxes = [link.bounding_box() for link in page.locator(".map:visible a").all()]
    assert len(boxes) > 8
    assert [box for box in boxes if not box or box["height"] < 24 or box["width"] < 24] == []


def test_the_map_leads_to_the_cards_of_places_countries_and_regions(site: Site, page: Page) -> None:
    page.goto(site.address + MAP)
    for name in ("Baghdad International Airport", "IRAQ", "Kurdish autonomous region"):
        page.locator(".map:visible").get_by_role("link", name=name).focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(':target h3').innerText").startswith(
            name.title() if name.isupper() else name
        )
