"""A reload by the preview leaves the reader where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.preview.client.world import html, lines, listen, reloaded, visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.preview.client.stand_in import StandIn

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True, params=[False, True], ids=["in place", "as a whole"])
def _way(request: pytest.FixtureRequest, server: StandIn) -> None:
    """Each way in which a new page comes keeps the reader's place."""
    server.as_a_whole = request.param


def top_of(tab: Page, words: str) -> float:
    box = tab.get_by_text(words, exact=True).bounding_box()
    assert box
    return box["y"]


def settle(tab: Page) -> None:
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_the_words_on_top_stay_where_they_are_when_more_comes_above(
    tab: Page, server: StandIn
) -> None:
    server.files["index.html"] = html(lines(*range(100)))
    visit(tab, server)
    tab.get_by_text("Line 60 of many.").evaluate("line => scrollTo(0, line.offsetTop - 30)")
    before = top_of(tab, "Line 60 of many.")
    reloaded(tab, server, lines(*range(200, 220), *range(100)))
    settle(tab)
    assert top_of(tab, "Line 60 of many.") == pytest.approx(before, abs=1)


def test_they_stay_when_the_very_paragraph_on_top_is_rewritten(tab: Page, server: StandIn) -> None:
    server.files["index.html"] = html(lines(*range(100)))
    visit(tab, server)
    tab.get_by_text("Line 60 of many.").evaluate("line => scrollTo(0, line.offsetTop)")
    before = top_of(tab, "Line 61 of many.")
    reloaded(tab, server, lines(*range(50)) + lines(*range(50, 100)).replace("60 of", "60 out of"))
    settle(tab)
    assert tab.get_by_text("Line 60 out of many.").is_visible()
    assert top_of(tab, "Line 61 of many.") == pytest.approx(before, abs=1)


def test_a_fact_that_was_asked_for_stays_asked_for_and_does_not_pull_the_page_back(
    tab: Page, server: StandIn
) -> None:
    body = '<p id="fact">The fact.</p>' + lines(*range(100))
    server.files["index.html"] = html(body)
    visit(tab, server, "#fact")
    tab.evaluate("scrollTo(0, 900)")
    reloaded(tab, server, body)
    tab.wait_for_load_state("load")
    settle(tab)
    assert tab.evaluate("scrollY") == pytest.approx(900, abs=1)
    assert tab.evaluate("document.querySelector(':target').id") == "fact"


def test_details_stay_open_though_others_come_before_them(tab: Page, server: StandIn) -> None:
    def folded(*names: str) -> str:
        return "".join(f"<details><summary>{name}</summary>…</details>" for name in names)

    server.files["index.html"] = html(folded("One", "Two"))
    visit(tab, server)
    tab.get_by_text("Two").click()
    reloaded(tab, server, folded("Zero", "One", "Two"))
    opened = tab.locator("main details[open] summary")
    assert opened.all_inner_texts() == ["Two"]


def test_what_was_typed_stays_with_the_cursor_in_it(tab: Page, server: StandIn) -> None:
    form = '<form><label>Find <input name="find"></label></form><output></output>'
    server.files["index.html"] = html(form)
    visit(tab, server, "?topic=Rail")
    tab.get_by_label("Find").press_sequentially("harbour")
    tab.get_by_label("Find").press("ArrowLeft")
    reloaded(tab, server, "<p>New.</p>" + form)
    tab.keyboard.type("_")
    assert tab.get_by_label("Find").input_value() == "harbou_r"
    assert tab.url.endswith("?topic=Rail")


def test_the_focus_stays_on_a_link(tab: Page, server: StandIn) -> None:
    server.files["index.html"] = html('<a href="#a">One</a> <a href="#b">Two</a>')
    visit(tab, server)
    tab.get_by_text("Two").focus()
    reloaded(tab, server, '<a href="#n">New</a> <a href="#a">One</a> <a href="#b">Two</a>')
    assert tab.evaluate("document.activeElement.textContent") == "Two"


def test_a_reload_of_ones_own_is_left_to_the_browser(tab: Page, server: StandIn) -> None:
    server.files["index.html"] = html("<details><summary>One</summary>…</details>")
    visit(tab, server)
    tab.get_by_text("One").click()
    tab.reload()
    assert tab.locator("main details[open]").count() == 0


def test_a_stylesheet_is_swapped_without_a_reload(tab: Page, server: StandIn) -> None:
    server.files["index.html"] = html("<p>Words.</p>")
    server.files["assets/style.css"] = b"p { color: rgb(1, 1, 1) }"
    visit(tab, server)
    tab.evaluate(
        """() => {
          window.stayed = true
          window.colours = new Set()
          const look = () => {
            window.colours.add(getComputedStyle(document.querySelector('p')).color)
            requestAnimationFrame(look)
          }
          look()
        }"""
    )
    server.files["assets/style.css"] = b"p { color: rgb(2, 2, 2) }"
    server.tell("assets/style.css")
    expect(tab.get_by_text("Words.")).to_have_css("color", "rgb(2, 2, 2)")
    settle(tab)
    assert tab.evaluate("window.stayed")
    assert tab.evaluate("[...window.colours]") == ["rgb(1, 1, 1)", "rgb(2, 2, 2)"]


def test_a_server_that_comes_back_shows_what_was_saved_meanwhile(
    tab: Page, server: StandIn
) -> None:
    server.files["index.html"] = html("<p>Old.</p>")
    visit(tab, server)
    server.stop()
    expect(tab.locator("dateline-preview .status")).to_have_text("The preview has stopped")
    assert tab.get_by_text("Old.").is_visible()
    server.files["index.html"] = html("<p>New.</p>")
    server.start()
    expect(tab.get_by_text("New.")).to_be_visible()
    listen(tab, server)
    expect(tab.locator("dateline-preview .status")).to_be_hidden()


def test_of_many_saves_in_a_row_the_last_is_shown(tab: Page, server: StandIn) -> None:
    server.files["index.html"] = html("<p>0</p>")
    visit(tab, server)
    for number in range(1, 20):
        server.files["index.html"] = html(f"<p>{number}</p>")
        server.tell("index.html")
        tab.wait_for_timeout(15)
    expect(tab.locator("main p")).to_have_text("19")
