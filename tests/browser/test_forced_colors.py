"""With the reader's own colours (forced colours), evidence is still readable and distinct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

HARD_TO_SEE = """
() => {
  const canvas = getComputedStyle(document.body).backgroundColor
  const clear = /^(transparent|rgba\\(.*, 0\\))$/
  return Array.from(document.querySelectorAll('mark')).filter(mark => {
    const style = getComputedStyle(mark)
    const background = clear.test(style.backgroundColor) ? canvas : style.backgroundColor
    const yellow = style.backgroundImage.replaceAll(canvas, '').includes('rgb(')
    const bare = style.textDecorationLine !== 'underline'
    return style.color === background || yellow || bare
  }).map(mark => mark.textContent.slice(0, 40))
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_evidence_is_underlined_in_the_readers_own_colours(
    site: Site, page: Page, scheme: str
) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    hard = {}
    for address in site.kinds():
        page.goto(address)
        hard[address] = page.evaluate(HARD_TO_SEE)
    assert {address: what for address, what in hard.items() if what} == {}


def test_evidence_that_is_linked_to_is_underlined_too(site: Site, page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    for sheet, fragment in (("article", "words-visit"), ("timeline", "visit")):
        page.goto(f"{site.address}pezeshkian-in-iraq/{sheet}/#{fragment}")
        page.wait_for_selector(f"#{fragment}:target")
        assert page.evaluate(HARD_TO_SEE) == []
