"""Pictures arrive, in the size that the screen needs, and nothing moves when they do."""

import time

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.browser.site import Site
from tests.browser.test_steady import SHIFTS

pytestmark = pytest.mark.browser

LOADED = """
async () => {
  for (const picture of document.images) {
    picture.scrollIntoView();
    await picture.decode();
  }
  return [...document.images].map(picture => [picture.naturalWidth > 0, picture.alt]);
}
"""
CUT = "() => [...document.images].some(image => image.getBoundingClientRect().right > innerWidth)"


def come_late(route: Route) -> None:
    time.sleep(0.2)
    route.continue_()


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_arrive_and_nothing_moves(everything: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.route("**/images/*", come_late)
    for path in ("the-bridge/", "the-bridge/article/", "the-bridge/who-and-where/"):
        page.goto(everything.address + path)
        pictures = page.evaluate(LOADED)
        assert pictures
        assert all(shown for shown, _ in pictures), path
        assert page.evaluate("window.shifts") == [], path
        assert not page.evaluate(CUT), path


def test_the_policy_of_a_page_lets_its_pictures_through(everything: Site, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{everything.address}the-bridge/article/")
    assert all(shown for shown, _ in page.evaluate(LOADED))
    assert said == []
    page.close()


@pytest.mark.parametrize(
    ("width", "scale", "copy"), [(360, 1, "-480."), (360, 2, "-960."), (1280, 2, "-1280.")]
)
def test_a_screen_gets_the_size_that_it_needs(
    everything: Site, browser: Browser, width: int, scale: int, copy: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, device_scale_factor=scale)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.extend([request.url] if "/images/bridge" in request.url else [])

    page.on("request", note)
    page.goto(f"{everything.address}the-bridge/article/")
    page.evaluate(LOADED)
    assert [copy in url and url.endswith(".webp") for url in asked] == [True]
    page.close()


def test_on_paper_pictures_are_there_though_nobody_scrolled(
    everything: Site, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{everything.address}the-bridge/all/")
    page.emulate_media(media="print")
    page.pdf()
    waiting = "() => [...document.images].filter(picture => !picture.complete).length"
    assert page.evaluate(waiting) == 0
    page.close()
