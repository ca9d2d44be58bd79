"""The site with every kind of fact in a browser: accessible, with filters that work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.site import Site
from tests.browser.test_for_everyone import (
    CLIPPED,
    TOO_WIDE,
    WCAG_TEXT_SPACING,
    find_violations,
)
from tests.browser.test_valid import find_errors

if TYPE_CHECKING:
    from playwright.sync_api import Page


pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    """The ids of the events that can be seen."""
    return list(page.evaluate(
        "Array.from(document.querySelectorAll('.event')).filter(e => e.checkVisibility()).map(e => e.id)"
    ))  # fmt: skip


def status(page: Page) -> str:
    return page.locator(".filters [role=status]").inner_text()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    everything: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for address in everything.kinds():
        page.goto(address)
        found += find_violations(page, "light", "dark")
        found += [f"{address} {element}" for element in page.evaluate(TOO_WIDE)]
    assert found == [], "\n".join(found)


def test_its_markup_has_no_error(everything: Site, checker: list[str]) -> None:
    errors = find_errors(everything.folder, checker)
    assert errors == [], "\n".join(errors)


def test_a_reader_may_space_the_text_out_on_a_phone(everything: Site, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    lost = {}
    for address in everything.kinds():
        page.goto(address)
        page.add_style_tag(content=WCAG_TEXT_SPACING)
        lost[address] = page.evaluate(CLIPPED) + page.evaluate(TOO_WIDE)
    assert {address: what for address, what in lost.items() if what} == {}


@pytest.mark.parametrize(
    ("sheet", "first", "last"),
    [
        ("timeline", ".strip a > path", ".strip > svg:last-of-type a > path"),
        ("key-figures", ".spark circle:first-of-type", ".spark circle:last-of-type"),
    ],
)
def test_drawings_run_in_the_direction_of_the_text(
    everything: Site, page: Page, sheet: str, first: str, last: str
) -> None:
    page.goto(f"{everything.address}the-bridge/{sheet}/")
    left = "([a, b]) => [a, b].map(selector => document.querySelector(selector).getBoundingClientRect().x)"
    early, late = page.evaluate(left, [first, last])
    assert early < late
    page.evaluate("document.documentElement.dir = 'rtl'")
    early, late = page.evaluate(left, [first, last])
    assert early > late


def test_a_filter_shows_what_fits_counts_it_and_stays_in_the_address(
    everything: Site, page: Page
) -> None:
    page.goto(f"{everything.address}the-bridge/timeline/")
    assert status(page) == "23 of 23 events"
    page.get_by_label("Topic").select_option("Ferry")
    assert shown(page) == ["ferry", "last-winter", "last-ferry", "ferry-museum"]
    assert status(page) == "4 of 23 events"
    ferries = page.locator(".strip a:visible").evaluate_all(
        "links => links.map(a => a.dataset.events ?? a.getAttribute('href').slice(1))"
    )
    assert all(set(shown(page)) & set(events.split("|")) for events in ferries)
    assert ferries
    counted = (
        "links => links.map(a => [+a.querySelector('.many')?.textContent || 1, a.textContent])"
    )
    numbers = page.locator(".strip a:visible").evaluate_all(counted)
    assert sum(number for number, _ in numbers) == 4
    assert not any("6 events" in words for _, words in numbers)
    page.get_by_label("When").select_option("Past")
    assert status(page) == "3 of 23 events"
    assert page.url.endswith("?topic=Ferry&when=past")
    page.reload()
    assert status(page) == "3 of 23 events"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!location.search")
    assert len(shown(page)) == 23


def test_headings_without_events_are_hidden(everything: Site, page: Page) -> None:
    page.goto(f"{everything.address}the-bridge/timeline/?topic=Trams")
    assert shown(page) == ["bus", "trams"]
    assert not page.get_by_role("heading", name="The idea").is_visible()
    assert not page.locator(".gap").first.is_visible()


def test_a_linked_event_is_shown_whatever_the_filters_are(everything: Site, page: Page) -> None:
    page.goto(f"{everything.address}the-bridge/timeline/?topic=Trams#ribbon")
    page.wait_for_function("document.querySelector('#ribbon').checkVisibility()")
    assert len(shown(page)) == 23
    top = page.evaluate("document.querySelector('#ribbon').getBoundingClientRect().top")
    assert 0 <= top < 400
    assert page.evaluate("document.activeElement.name") is None


def test_without_script_everything_is_shown_and_no_control_is_dead(
    everything: Site, page: Page
) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{everything.address}the-bridge/timeline/")
    assert plain.locator(".event").count() == 23
    assert all(event.is_visible() for event in plain.locator(".event").all())
    assert not plain.locator(".filters").is_visible()
    context.close()
