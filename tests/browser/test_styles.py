"""A page requests the stylesheet of its kind, which has every rule that applies on it."""

import re

import pytest
from playwright.sync_api import Page

from dateline.publishing.looks.look import read_look_files
from tests.browser.site import Site

pytestmark = pytest.mark.browser

COMPONENTS = {
    path.removeprefix("style/components/"): data.decode()
    for path, data in read_look_files().static.items()
    if path.startswith("style/components/")
}

MISSED = """(sheets) => {
  const plain = (selector) => selector
    .replace(/::[a-z-]+/g, "")
    .replace(/:(?:hover|focus-visible|focus-within|focus|target)/g, ":not(none)");
  const rules = (list) => [...list].flatMap((rule) => [
    ...(rule.selectorText ? [rule.selectorText] : []), ...rules(rule.cssRules ?? [])]);
  const parsed = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; };
  const all = Object.values(sheets).flatMap((text) => rules(parsed(text).cssRules));
  const own = new Set([...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)));
  return all.filter((selector) => !own.has(selector) && document.querySelector(plain(selector)));
}"""


def test_no_rule_that_applies_is_in_another_stylesheet(
    site: Site, everything: Site, page: Page
) -> None:
    missed = {}
    for shown in (site, everything):
        for address in shown.pages():
            if re.search('http-equiv="refresh"', shown.file_of(address).read_text("utf-8")):
                continue
            page.goto(address)
            if rules := page.evaluate(MISSED, COMPONENTS):
                missed[address] = sorted(set(rules))
    assert missed == {}
