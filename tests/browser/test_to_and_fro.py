"""From words to a fact and back: targets for a thumb, marks on arrival, and citations to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.site import Site

pytestmark = pytest.mark.browser

MISSED = """
() => Array.from(document.querySelectorAll('.ref')).filter(ref => {
  ref.scrollIntoView({block: 'center', behavior: 'instant'})
  const {x, y, width, height} = ref.getBoundingClientRect()
  const [cx, cy] = [x + width / 2, y + height / 2]
  return [[-11, 0], [11, 0], [0, -11], [0, 11]]
    .some(([dx, dy]) => document.elementFromPoint(cx + dx, cy + dy) !== ref)
}).map(ref => ref.textContent)
"""
"""WCAG 2.5.8: the number after the words can be hit in a square of 24 pixels, without its border."""


def test_the_number_after_the_words_is_large_enough_for_a_thumb(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.address}pezeshkian-in-iraq/article/")
    assert page.locator(".ref").count() > 20
    assert page.evaluate(MISSED) == []


GAPS = """
() => Array.from(document.querySelectorAll('.ref + .ref')).map(ref => {
  const [before, after] = [ref.previousSibling, ref].map(link => {
    const range = document.createRange()
    range.selectNodeContents(link)
    return range.getBoundingClientRect()
  })
  return after.left - before.right
})
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_two_numbers_at_one_place_stand_together_as_in_print(
    site: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.address}pezeshkian-in-iraq/article/")
    gaps = page.evaluate(GAPS)
    assert len(gaps) > 2
    assert max(gaps) < 9


@pytest.mark.parametrize("width", [360, 1280])
def test_a_note_says_what_its_fact_is(site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.address}pezeshkian-in-iraq/article/")
    sizes = page.eval_on_selector_all(
        ".called", "all => all.map(note => note.getBoundingClientRect().width)"
    )
    assert len(sizes) > 20
    assert min(sizes) > 24


@pytest.mark.parametrize(
    ("sheet", "fact", "title"),
    [
        ("timeline", "visit", ".title"),
        ("key-figures", "non-oil-trade", "h3, h4"),
        ("who-and-where", "masoud-pezeshkian", "h3, h4"),
    ],
)
def test_the_title_of_the_fact_that_was_linked_to_is_underlined(
    site: Site, page: Page, sheet: str, fact: str, title: str
) -> None:
    page.goto(f"{site.address}pezeshkian-in-iraq/{sheet}/#{fact}")
    lit = page.eval_on_selector_all(
        ":is(.event, .figure, .who)",
        """(cards, title) => cards
          .filter(card => getComputedStyle(card.querySelector(title)).textDecorationLine != 'none')
          .map(card => card.id)""",
        title,
    )
    assert lit == [fact]


def test_words_of_a_name_are_marked_when_they_are_linked_to(site: Site, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    lit = "getComputedStyle(document.querySelector('#words-iran')).backgroundColor"
    page.goto(f"{site.address}pezeshkian-in-iraq/article/")
    assert page.evaluate(lit) == "rgba(0, 0, 0, 0)"
    page.goto(f"{site.address}pezeshkian-in-iraq/article/#words-iran")
    assert page.evaluate(lit) == "rgb(255, 229, 74)"


def test_each_text_to_copy_has_a_button_with_its_own_name(site: Site, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site.address}pezeshkian-in-iraq/facts/visit/")
    for folded in page.locator("summary").all():
        folded.click()
    for name in ("Copy the citation", "Copy the code"):
        button = page.get_by_role("button", name=name, exact=True)
        text = button.locator("xpath=..").inner_text().removesuffix("Copy").strip()
        button.click()
        page.get_by_role("button", name="Copied", exact=True).wait_for()
        assert text
        assert page.evaluate("navigator.clipboard.readText()") == text
        button.wait_for()
