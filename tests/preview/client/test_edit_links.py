"""From a fact or a passage one click opens its source; only while it is being written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from dateline.pages.annotated import plan_annotated
from dateline.pages.editor_view import plan_editor_view
from dateline.pages.plan import plan_briefing
from dateline.publishing.looks.render import render
from tests.browser.test_for_everyone import TOO_WIDE, find_violations
from tests.pages.everything import everything
from tests.pages.world import edition, look
from tests.preview.client.world import briefing_state, visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from dateline.pages.edition import Edition
    from dateline.problems import Position
    from tests.preview.client.stand_in import StandIn

pytestmark = pytest.mark.browser

SHEETS = ("timeline", "key-figures", "who-and-where", "sources")


def spots(places: Mapping[str, Position]) -> dict[str, Any]:
    return {
        name: {"at": f"{position.path}:{position.line}", "open": f"vscode://file/{position}"}
        for name, position in places.items()
    }


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The briefing that has every kind of fact, and beside it one with much that is none."""
    planned = [*plan_briefing(everything()), plan_annotated(unfinished())]
    return {page.path: look().names.fill(render(page, look())) for page in planned} | dict(
        look().files
    )


@cache
def unfinished() -> Edition:
    waived = "waived:\n  - {words: Bo Ray, why: He is nobody.}"
    return edition("Ann Lee paid $5 million in May 2020. Bo Ray did not.", coverage=waived)


@pytest.fixture
def editable(server: StandIn, files: dict[str, bytes]) -> StandIn:
    view = plan_editor_view(everything().briefing, everything().checked)
    server.files.update(files)
    server.state |= {"briefing": briefing_state(facts=spots(view.facts), words=spots(view.words))}
    return server


def names(tab: Page) -> set[str]:
    tab.locator(".preview-edit").first.wait_for(state="attached")
    links = tab.locator(".preview-edit")
    return set(links.evaluate_all("links => links.map(link => link.ariaLabel)"))


def test_every_fact_and_source_opens_where_it_is_written(tab: Page, editable: StandIn) -> None:
    found: set[str] = set()
    for sheet in SHEETS:
        visit(tab, editable, f"b/{sheet}/")
        found |= names(tab)
    facts = everything().briefing.facts
    sources = everything().briefing.sources
    origins = {fact.id: fact.origin for fact in facts} | {
        source.id: source.origin for source in sources
    }
    assert found == {
        f"Open {name} in the editor: {origin.position.path}:{origin.position.line}"
        for name, origin in origins.items()
    }


def test_every_passage_opens_the_article_at_its_line(tab: Page, editable: StandIn) -> None:
    visit(tab, editable, "b/article/")
    found = names(tab)
    words = plan_editor_view(everything().briefing, everything().checked).words
    assert found == {
        f"Open the words of {name.removeprefix('words-')} in the editor: {position.path}:{position.line}"
        for name, position in words.items()
        if name.startswith("words-")
    }


def test_a_fact_s_own_page_opens_it_whatever_else_has_its_name(
    tab: Page, editable: StandIn
) -> None:
    fact = everything().briefing.events[0]
    visit(tab, editable, f"b/facts/{fact.id}/")
    position = fact.origin.position
    assert f"Open {fact.id} in the editor: {position.path}:{position.line}" in names(tab)
    assert tab.locator(".fact > header > .preview-edit").count() == 1


def test_the_editor_s_article_opens_at_what_is_open_or_waived(tab: Page, editable: StandIn) -> None:
    words = plan_editor_view(unfinished().briefing, unfinished().checked).words
    editable.state |= {"briefing": briefing_state(words=spots(words))}
    visit(tab, editable, "b/annotated/")
    names(tab)
    items = [item for item in unfinished().checked.coverage if item.verdict in ("open", "waived")]
    links = tab.locator(".beside .preview-edit")
    assert links.count() == len(items) > 0
    assert links.first.is_visible()
    assert {f"vscode://file/{item.position}" for item in items} == set(
        links.evaluate_all("links => links.map(link => link.href)")
    )


@pytest.mark.parametrize("sheet", ["article", *SHEETS])
def test_nothing_on_the_page_stands_elsewhere_for_them(
    tab: Page, editable: StandIn, sheet: str
) -> None:
    boxes = """() => [...document.querySelectorAll('main :not(.preview-edit)')]
      .map(e => e.getBoundingClientRect()).flatMap(b => [b.x, b.y, b.right, b.bottom])"""
    briefing = editable.state["briefing"]
    editable.state |= {"briefing": None}
    visit(tab, editable, f"b/{sheet}/")
    tab.evaluate("document.fonts.ready")
    before = tab.evaluate(boxes)
    editable.set(briefing=briefing)
    assert names(tab)
    # A letter and the full stop after its mark may lose their kerning: no more than that.
    assert tab.evaluate(boxes) == pytest.approx(before, abs=2)


def test_it_is_seen_by_who_points_at_the_innermost_words_or_comes_by_keyboard(
    tab: Page, editable: StandIn
) -> None:
    visit(tab, editable, "b/article/")
    names(tab)
    shown = "links => links.filter(link => link.offsetWidth > 1).length"
    links = tab.locator(".preview-edit")
    assert links.evaluate_all(shown) == 0
    inner = tab.locator(".evidence .evidence").first
    inner.hover()
    assert links.evaluate_all(shown) == 1
    link = inner.locator("> .preview-edit")
    assert link.evaluate("link => link.offsetWidth") >= 24
    tab.mouse.move(0, 0)
    link.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate("link => link.offsetWidth") >= 24


@pytest.mark.parametrize("sheet", ["article", "timeline"])
def test_it_has_room_and_no_fault_on_a_phone(tab: Page, editable: StandIn, sheet: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 700})
    visit(tab, editable, f"b/{sheet}/")
    names(tab)
    for link in tab.locator(".preview-edit").all():
        link.focus()
        box = link.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    assert tab.evaluate(TOO_WIDE) == []
    assert find_violations(tab, "light", "dark") == []


def test_a_line_that_moves_moves_its_link(tab: Page, editable: StandIn) -> None:
    visit(tab, editable, "b/timeline/")
    names(tab)
    fact = everything().briefing.events[0].id
    spot = {fact: {"at": "timeline.yaml:99", "open": "vscode://file/timeline.yaml:99:1"}}
    editable.set(briefing=briefing_state(facts=spot))
    link = tab.locator(f"#{fact} > .preview-edit")
    expect(link).to_have_attribute("href", "vscode://file/timeline.yaml:99:1")
    assert tab.locator(".preview-edit").count() == 1


def test_without_an_editor_there_are_none(tab: Page, editable: StandIn) -> None:
    fact = everything().briefing.events[0].id
    editable.state |= {
        "briefing": briefing_state(facts={fact: {"at": "timeline.yaml:9", "open": None}})
    }
    visit(tab, editable, "b/timeline/")
    assert tab.locator(".preview-edit").count() == 0
