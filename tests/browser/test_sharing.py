"""A fact's page gives its link and its code and opens the share sheet, where the browser can do that."""

import json

import pytest
from playwright.sync_api import Browser

from tests.browser.site import Site

pytestmark = pytest.mark.browser

FACT = "pezeshkian-in-iraq/facts/visit/"
ADDRESS = f"https://newsroom.example/{FACT}"
SHEET = "navigator.share = async (given) => { window.given = given };"
NO_SHEET = "delete Navigator.prototype.share;"


@pytest.mark.parametrize("has_sheet", [True, False])
def test_the_share_sheet_gets_title_and_address(
    has_sheet: bool, site: Site, browser: Browser
) -> None:
    context = browser.new_context()
    context.add_init_script(SHEET if has_sheet else NO_SHEET)
    page = context.new_page()
    page.goto(site.address + FACT)
    button = page.get_by_role("button", name="Share", exact=True)
    assert button.is_visible() == has_sheet
    if has_sheet:
        button.click()
        assert page.evaluate("window.given") == {
            "title": page.locator("h1").inner_text(),
            "url": ADDRESS,
        }
    context.close()


def test_the_link_is_copied_and_the_button_says_so(site: Site, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site.address + FACT)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == ADDRESS
    page.get_by_role("button", name="Copy the citation").click()
    assert ADDRESS in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_without_script_no_button_is_there(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + FACT)
    assert page.get_by_role("button").count() == 0
    page.get_by_role("link", name="Embed this fact").click()
    assert page.url == f"{site.address}pezeshkian-in-iraq/timeline/embed/#visit"
    context.close()


@pytest.mark.parametrize("fact", ["visit", "us-troops-iraq", "najaf"])
def test_the_code_of_a_fact_is_that_which_programs_get(
    fact: str, site: Site, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(site.address + FACT.replace("visit", fact))
    code = page.locator("details pre.cite")
    assert code.is_hidden()
    page.get_by_text("Embed this fact").click()
    assert code.is_visible()
    described = page.evaluate("fetch('oembed.json').then((answer) => answer.text())")
    assert code.text_content() == json.loads(described)["html"] + " Copy"
    assert page.get_by_role("button", name="Copy the code").is_visible()
    page.close()
