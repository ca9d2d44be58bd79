"""What WCAG 2.2 AA requires of every page: what axe can find, and what it cannot."""

from typing import Literal, TypedDict

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.site import Site

pytestmark = pytest.mark.browser

ColorScheme = Literal["light", "dark"]

# Off in axe by default: WCAG 2.5.8, new in 2.2.
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

WCAG_TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""Success criterion 1.4.12, word for word."""

CLIPPED = """
() => Array.from(document.querySelectorAll('body *'))
  .filter(e => e.checkVisibility() && e.clientWidth > 1 && e.clientHeight > 1)
  .filter(e => {
    const {overflowX, overflowY} = getComputedStyle(e)
    const hides = text => text === 'hidden' || text === 'clip'
    return hides(overflowX) && e.scrollWidth > e.clientWidth + 1
      || hides(overflowY) && e.scrollHeight > e.clientHeight + 1
  })
  .map(e => e.tagName.toLowerCase() + '.' + e.className)
"""

TOO_WIDE = """
() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const wide = Array.from(document.querySelectorAll('body *'))
    .filter(e => e.getBoundingClientRect().right > width + 0.5)
  return wide.map(e => e.tagName.toLowerCase() + '.' + e.className).slice(0, 5)
}
"""


def find_violations(page: Page, *schemes: ColorScheme) -> list[str]:
    """For each violation a line: the page, the rule, and the first element that breaks it."""
    page.evaluate(Axe().axe_script)
    found: list[str] = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        broken = page.evaluate("options => axe.run(options)", AXE_OPTIONS)["violations"]
        found += [f"{page.url} {scheme} {b['id']}: {b['nodes'][0]['html'][:200]}" for b in broken]
    return found


def test_axe_finds_nothing_on_any_page_in_light_or_dark(own: Site, page: Page) -> None:
    found = []
    for address in own.pages():
        page.goto(address)
        found += find_violations(page, "light", "dark")
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("width", [320, 768])
def test_axe_finds_nothing_on_narrow_screens(own: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    found = []
    for address in own.kinds():
        page.goto(address)
        found += find_violations(page, "light", "dark")
    assert found == [], "\n".join(found)


def test_no_page_scrolls_sideways_at_320_pixels(own: Site, page: Page) -> None:
    """This is also a window 1280 wide at 400 % zoom (criterion 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 256})
    wide = {}
    for address in own.pages():
        page.goto(address)
        wide[address] = page.evaluate(TOO_WIDE)
    assert {address: what for address, what in wide.items() if what} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_a_reader_may_space_the_text_out(own: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    lost = {}
    for address in own.kinds():
        page.goto(address)
        page.add_style_tag(content=WCAG_TEXT_SPACING)
        lost[address] = page.evaluate(CLIPPED) + page.evaluate(TOO_WIDE)
    assert {address: what for address, what in lost.items() if what} == {}


FOCUSED = """
() => {
  const e = document.activeElement
  const box = e.getClientRects()[0]  // of a link that is broken over two lines, the first part
  const style = getComputedStyle(e)
  const x = box.left + Math.min(box.width, innerWidth) / 2, y = box.top + box.height / 2
  const at = document.elementsFromPoint(x, y)
  return {
    name: e.tagName.toLowerCase() + ' ' + (e.getAttribute('href') ?? e.id),
    order: Array.from(document.querySelectorAll('*')).indexOf(e),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    covered: at.length > 0 && !e.contains(at[0]) && !at[0].contains(e),
  }
}
"""


HREFS = "links => links.map(link => link.getAttribute('href'))"


class Stop(TypedDict):
    """Where the focus is: the element's place in the document, and whether a reader sees it."""

    name: str
    order: int
    outlined: bool
    shown: bool
    covered: bool


def walk_by_keyboard(page: Page) -> list[Stop]:
    """Every stop of the Tab key, in its order, until it leaves the page."""
    stops: list[Stop] = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["name"] == "body " or (stops and stop["order"] == stops[0]["order"]):
            return stops
        stops.append(stop)


def test_the_skip_link_comes_first_and_moves_the_focus(site: Site, page: Page) -> None:
    """A sheet in a frame has no menus to skip."""
    for address in (address for address in site.pages() if "/embed/" not in address):
        page.goto(address)
        page.keyboard.press("Tab")
        link = page.evaluate(FOCUSED)
        assert link["name"].startswith("a #"), address
        assert link["shown"], address
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN", address


def test_the_keyboard_reaches_everything_in_order_and_in_sight(site: Site, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # else a stop may still be scrolling into view
    for address in site.kinds():
        page.goto(address)
        stops = walk_by_keyboard(page)
        assert [stop["order"] for stop in stops] == sorted({stop["order"] for stop in stops})
        unseen = [s for s in stops if not s["shown"] or s["covered"] or not s["outlined"]]
        assert unseen == [], f"{address} {unseen}"
        links = page.locator("a[href]:not([tabindex]):visible").count()
        assert len([stop for stop in stops if stop["name"].startswith("a ")]) == links, address
        passed_by = page.locator("a[tabindex]:visible").evaluate_all(HREFS)
        reached = page.locator("a[href]:not([tabindex]):visible").evaluate_all(HREFS)
        assert set(passed_by) <= set(reached), address


BARE_IN_FORCED_COLOURS = """
() => Array.from(document.querySelectorAll('main mark, [aria-current]'))
  .filter(e => e.checkVisibility())
  .filter(e => {
    const style = getComputedStyle(e)
    const around = getComputedStyle(e.parentElement.closest(':not(mark)'))
    const lines = ['Top', 'Right', 'Bottom', 'Left'].some(side =>
      style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0)
    const distinct = lines || style.textDecorationLine !== around.textDecorationLine
      || style.outlineStyle !== 'none' || style.fontWeight !== around.fontWeight
      || style.backgroundColor !== 'rgba(0, 0, 0, 0)'
         && style.backgroundColor !== around.backgroundColor
    return !distinct
  })
  .map(e => e.outerHTML.slice(0, 120))
"""


def test_marks_are_distinct_without_the_sites_colours(site: Site, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    bare = {}
    for address in site.kinds():
        page.goto(address)
        bare[address] = page.evaluate(BARE_IN_FORCED_COLOURS)
    assert {address: what for address, what in bare.items() if what} == {}


def test_nothing_moves_for_a_reader_who_prefers_reduced_motion(site: Site, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    for address in site.kinds():
        page.goto(address)
        assert page.evaluate("document.getAnimations().length") == 0, address
        moving = page.evaluate(
            "Array.from(document.querySelectorAll('*')).filter(e => "
            "parseFloat(getComputedStyle(e).transitionDuration) > 0.01).length"
        )
        assert moving == 0, address
