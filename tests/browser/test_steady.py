"""Nothing on a page moves after it is shown, even if the fonts arrive late."""

import time

import pytest
from playwright.sync_api import Page, Route

from tests.browser.site import Site

pytestmark = pytest.mark.browser

SHIFTS = """
window.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(entry.value)))
  .observe({type: 'layout-shift', buffered: true})
"""


def come_late(route: Route) -> None:
    time.sleep(0.15)
    route.continue_()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_shifts_when_the_fonts_arrive(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.route("**/*.woff2", come_late)
    shifts = {}
    for address in site.kinds():
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        shifts[address] = page.evaluate("window.shifts")
    assert {address: values for address, values in shifts.items() if values} == {}
