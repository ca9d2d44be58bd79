"""Values stay on one line in their column, cards fill their rows, and a table is all in sight."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1280)
PAGES = ("the-bridge/key-figures/", "the-bridge/", "", "the-bridge/facts/passengers-forecast/")

# Numbers that break or stand out of the box of their value, and units that break.
BROKEN = """() => [...document.querySelectorAll(".value")].flatMap((value) => {
  const [number, unit] = [".numeral", ".unit"].map((name) => value.querySelector(name));
  const box = value.getBoundingClientRect(), own = number.getBoundingClientRect();
  const isWide = own.right > box.right + 1 || own.left < box.left - 1;
  const isBroken = number.getClientRects().length > 1;
  const lines = unit ? unit.getBoundingClientRect().height / parseFloat(getComputedStyle(unit).lineHeight) : 1;
  return isWide || isBroken || lines > 1.5 ? [value.innerText] : [];
})"""

# Shelves whose last column is empty, cards with a hole above them, and cards before which one reads on
# to the left.
GAPS = """() => [...document.querySelectorAll(".figures")].flatMap((shelf) => {
  const boxes = [...shelf.children].map((card) => card.getBoundingClientRect());
  const end = Math.max(...boxes.map((box) => box.right));
  const found = Math.abs(end - shelf.getBoundingClientRect().right) > 1 ? ["an empty column"] : [];
  for (const [place, box] of boxes.entries()) {
    const before = boxes[place - 1];
    if (!before) continue;
    if (box.left < before.left - 1) found.push("out of order");
    if (Math.abs(box.left - before.left) < 1 && Math.abs(box.top - before.bottom) > 1) found.push("a hole");
  }
  return found;
})"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", PAGES)
def test_no_value_breaks_or_leaves_its_column(
    everything: Site, page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{everything.address}{address}index.html")
    page.evaluate("document.fonts.ready")
    assert page.locator(".value").count() > 0
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_cards_leave_no_column_empty(site: Site, everything: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in (f"{site.address}pezeshkian-in-iraq", f"{everything.address}the-bridge"):
        page.goto(f"{address}/key-figures/index.html")
        assert page.locator(".figures").count() > 0
        assert page.evaluate(GAPS) == []


def test_figures_that_are_compared_stand_side_by_side(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site.address}pezeshkian-in-iraq/key-figures/index.html")
    iraq, syria, both = (
        page.locator(name).bounding_box()
        for name in ("#us-troops-iraq", "#us-troops-syria", ".versus")
    )
    assert iraq
    assert syria
    assert both
    assert iraq["y"] == syria["y"]
    assert iraq["x"] < syria["x"]
    assert both["y"] >= iraq["y"] + iraq["height"]
    assert both["width"] >= syria["x"] + syria["width"] - iraq["x"] - 1


def test_a_card_with_many_other_values_leaves_no_hole_beside_it(
    everything: Site, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{everything.address}the-bridge/key-figures/index.html")
    cost, estimate = (page.locator(name).bounding_box() for name in ("#cost", "#estimate"))
    assert cost
    assert estimate
    assert estimate["y"] >= cost["y"] + cost["height"]


@pytest.mark.parametrize("width", [320, 720])
def test_all_of_the_table_is_in_sight_and_it_is_still_a_table(
    everything: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{everything.address}the-bridge/key-figures/index.html")
    expect(page.locator(".figure-table")).to_be_hidden()
    page.get_by_role("link", name="All figures in a table").click()
    beyond = page.evaluate(
        """() => [...document.querySelectorAll(".figure-table :is(th, td)")]
            .filter((cell) => cell.getBoundingClientRect().right > innerWidth)
            .map((cell) => cell.textContent)"""
    )
    assert beyond == []
    table = page.get_by_role("table").last
    assert table.get_by_role("row").count() > 24
    expect(table.get_by_role("rowheader", name="Budget of the town")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("address", ["", "the-bridge/", "the-bridge/key-figures/"])
def test_the_numbers_of_a_row_are_of_one_size(
    everything: Site, page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{everything.address}{address}index.html")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".row-of")].map((row) => new Set(
            [...row.querySelectorAll(":scope > * > .value > .numeral:not(.in-words)")]
                .map((numeral) => Math.round(parseFloat(getComputedStyle(numeral).fontSize)))).size)"""
    )
    assert sizes
    assert set(sizes) <= {0, 1}


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_wide_page_and_paper_have_nothing_to_unfold(
    site: Site, page: Page, media: Literal["screen", "print"]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(media=media)
    for sheet, shown in (("timeline", ".event .words"), ("key-figures", ".figure-table")):
        page.goto(f"{site.address}pezeshkian-in-iraq/{sheet}/index.html")
        assert page.locator(shown).count() > 0
        for each in page.locator(shown).all():
            expect(each).to_be_visible()
        expect(page.locator(".fold > summary").first).to_be_hidden()


def test_on_a_phone_one_tap_leads_to_the_words_of_an_event(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.address}pezeshkian-in-iraq/timeline/index.html")
    words = page.locator("#visit .words")
    expect(words).to_be_hidden()
    summary = page.locator("#visit summary")
    box = summary.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    summary.click()
    expect(words).to_be_visible()


def test_the_words_of_an_event_that_was_linked_to_are_shown(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.address}pezeshkian-in-iraq/timeline/index.html#visit")
    expect(page.locator("#visit .words")).to_be_visible()
