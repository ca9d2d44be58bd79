"""Anyone may write a link that ends in what is not text: no script of the site stops at it."""

import pytest
from playwright.sync_api import Browser

from tests.browser.site import Site
from tests.faults.table import tried

pytestmark = pytest.mark.browser

BRIEFING = "pezeshkian-in-iraq/"


@tried(9, "A page of the site is opened with `#{fragment}`", "Its filters and buttons work")
@pytest.mark.parametrize("fragment", ["%ff", "%", "%c3%28", "%00"])
def test_a_fragment_that_is_not_text_stops_no_script(
    site: Site, browser: Browser, fragment: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    stopped: list[str] = []
    page.on("pageerror", lambda error: stopped.append(str(error)))
    page.goto(f"{site.address}{BRIEFING}timeline/#opening")
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    page.goto(f"{site.address}{BRIEFING}facts/visit/#{fragment}")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    page.goto(f"{site.address}{BRIEFING}timeline/#{fragment}")
    field = page.locator(".filters select").first
    if not field.is_visible():
        page.locator(".filters summary").click()
    field.select_option(index=1)
    assert page.locator(".filters [type=reset]").is_visible()
    context.close()
    assert stopped == []
