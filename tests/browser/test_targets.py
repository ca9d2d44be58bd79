"""What axe cannot see: whether a thumb can hit every link, and whether marks can be seen and read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

SMALL = """
() => Array.from(document.querySelectorAll("a, button, select, summary, input"))
  .filter((target) => target.checkVisibility() && !target.matches(".skip, [tabindex='-1']"))
  .map((target) => {
    const shape = target.querySelector(".target") ?? target;
    const boxes = [...shape.getClientRects()];
    const after = getComputedStyle(target, "::after");
    const grown = after.content !== "none" && after.position === "absolute";
    const more = (one, other) => grown ? -parseFloat(after[one]) - parseFloat(after[other]) : 0;
    const height = Math.max(...boxes.map((box) => box.height)) + more("top", "bottom");
    const width = Math.max(...boxes.map((box) => box.width)) + more("left", "right");
    return [target.textContent.trim().slice(0, 40), Math.round(width), Math.round(height)];
  })
  .filter(([, width, height]) => width < 24 || height < 24)
"""
"""WCAG 2.5.8, without its exceptions for links in a line and for those with room around them."""


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_24_pixels(site: Site, everything: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    small = {}
    for shown in (site, everything):
        for address in shown.kinds():
            page.goto(address)
            small[address] = page.evaluate(SMALL)
    assert {address: targets for address, targets in small.items() if targets} == {}


COLOURS = """
() => {
  const mark = document.querySelector("mark:target");
  const on = [mark, ...mark.querySelectorAll("*")].map((part) => getComputedStyle(part).color);
  const quiet = document.querySelector(".story mark:not(:target)");
  return {
    paper: getComputedStyle(document.documentElement).backgroundColor,
    marker: getComputedStyle(mark).backgroundColor,
    on: [...new Set(on)],
    quiet: getComputedStyle(quiet).backgroundImage.match(/rgb\\([^)]*\\)/g),
  };
}
"""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_seen_and_what_is_on_them_can_be_read(
    site: Site, page: Page, scheme: str
) -> None:
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.goto(f"{site.address}pezeshkian-in-iraq/article/#words-visit")
    page.wait_for_selector("mark:target")
    colours = page.evaluate(COLOURS)
    assert min(contrast(colour, colours["marker"]) for colour in colours["on"]) >= 4.5
    assert contrast(colours["marker"], colours["paper"]) >= (10 if scheme == "dark" else 1.2)
    # Without it a reader would not know where the words of the evidence begin.
    assert max(contrast(colour, colours["paper"]) for colour in colours["quiet"]) >= 3
