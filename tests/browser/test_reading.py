"""What a page does for somebody who reads it on a phone, comes by a link, or has no mouse."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

BRIEFING = "pezeshkian-in-iraq"
LAST_LINES = """
() => [...document.querySelectorAll(".story > p + .noted > summary")].map((summary) => {
  const paragraph = summary.parentNode.previousElementSibling;
  const next = summary.parentNode.nextElementSibling;
  const line = [...paragraph.getClientRects()].at(-1);
  const box = summary.getBoundingClientRect();
  const gap = next ? next.getClientRects()[0].top - line.bottom : 0;
  return { isOnIt: box.top < line.bottom && box.left >= line.right, gap };
})
"""


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_what_unfolds_facts_is_on_the_last_line_of_their_paragraph(
    site: Site, page: Page, script: bool
) -> None:
    if not script:
        page.route("**/*.js", lambda route: route.abort())
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.address}{BRIEFING}/article/")
    found = page.evaluate(LAST_LINES)
    assert len([line for line in found if line["isOnIt"]]) > len(found) / 2
    page.locator(".noted > summary").first.click()
    note = page.locator(".notes").first
    assert note.is_visible()
    note.locator("a").click()
    page.wait_for_url(f"{site.address}{BRIEFING}/timeline/#visit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("sheet", "ends"), [("article", [False, True]), ("sources", [True, False])]
)
def test_a_row_of_links_is_shaded_where_there_is_more_of_it(
    site: Site, page: Page, sheet: str, ends: list[bool], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.address}{BRIEFING}/{sheet}/")
    shown = Image.open(BytesIO(page.locator(".row ul").screenshot())).convert("L")
    paper = shown.getpixel((shown.width // 2, 1))
    assert [shown.getpixel((x, 1)) != paper for x in (1, shown.width - 2)] == ends


def test_the_name_that_a_link_leads_to_differs_from_the_others(site: Site, page: Page) -> None:
    page.goto(f"{site.address}{BRIEFING}/who-and-where/#basra")
    barred = page.locator(".who").evaluate_all(
        "all => all.filter((row) => getComputedStyle(row).borderInlineStartWidth !== '0px').map((row) => row.id)"
    )
    assert barred == ["basra"]


def test_one_step_leads_past_the_strip(site: Site, page: Page) -> None:
    page.goto(f"{site.address}{BRIEFING}/timeline/")
    page.get_by_role("link", name="Skip to the list").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.filters') !== null")
