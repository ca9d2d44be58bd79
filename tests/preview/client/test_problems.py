"""Problems are shown over the last good page, until they are fixed or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_for_everyone import TOO_WIDE, find_violations
from tests.preview.client.world import (
    briefing_state,
    clean,
    html,
    problem,
    refused,
    reloaded,
    visit,
)

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.preview.client.stand_in import StandIn

pytestmark = pytest.mark.browser

BODY = '<h1>A page</h1><p><a href="#a">A link</a></p><form><label>Find <input></label></form>'


@pytest.fixture
def panel(tab: Page, server: StandIn) -> Locator:
    server.files["index.html"] = html(BODY)
    visit(tab, server)
    return tab.get_by_role("dialog")


def test_each_problem_says_where_what_and_how_and_opens_both_its_ends(
    panel: Locator, server: StandIn
) -> None:
    other = {"path": "content/a/article.md", "line": 9, "column": 1, "note": "it stands here"}
    error = problem(41, related=[{**other, "open": "vscode://file/article.md:9:1"}])
    server.set(**refused(error))
    expect(panel.get_by_role("heading")).to_have_text("1 error")
    link = panel.get_by_role("link", name="content/a/timeline.yaml:41:3")
    expect(link).to_have_attribute("href", "vscode://file/content/a/timeline.yaml:41:3")
    expect(panel).to_contain_text("words 41 are not in the article")
    expect(panel).to_contain_text("quote words 41 as they stand")
    expect(panel).to_contain_text("article.md:9:1 it stands here")
    expect(panel.get_by_role("link", name="article.md:9:1")).to_have_attribute(
        "href", "vscode://file/article.md:9:1"
    )


def test_words_of_the_content_are_never_markup(panel: Locator, server: StandIn) -> None:
    words = '<img src=x onerror="document.title = 1"><script>document.title = 1</script>'
    error = problem(message=words, fix=f"`{words}`", path=words, related=[problem(note=words)])
    server.set(**refused(error))
    expect(panel).to_contain_text(words)
    assert panel.locator("img, script").count() == 0
    assert panel.page.title() == "A page"


def test_without_an_editor_a_place_is_words_alone(panel: Locator, server: StandIn) -> None:
    server.set(**refused(problem(open=None)))
    expect(panel).to_contain_text("timeline.yaml:1:3")
    assert panel.get_by_role("link").count() == 0


def test_errors_come_first_and_warnings_are_folded(panel: Locator, server: StandIn) -> None:
    warning = problem(1, severity="warning", message="only a warning")
    server.set(**refused(warning, problem(2), problem(3)))
    expect(panel.get_by_role("heading")).to_have_text("2 errors, 1 warning")
    expect(panel.locator(".found")).to_have_text(
        ["words 2 are not in the article", "words 3 are not in the article", "only a warning"]
    )
    assert panel.locator("details:not([open])").inner_text() == "1 warning"
    panel.get_by_text("1 warning", exact=True).click()
    assert "only a warning" in panel.locator("details[open]").inner_text()


def test_what_is_fixed_goes_without_a_reload(panel: Locator, server: StandIn) -> None:
    panel.page.evaluate("window.stayed = true")
    server.set(**refused(problem(1), problem(2), problem(3)))
    panel.get_by_role("link").nth(1).focus()
    server.set(**refused(problem(2), problem(3)))
    expect(panel.get_by_role("heading")).to_have_text("2 errors")
    expect(panel.get_by_role("link").first).to_be_focused()
    server.set(**clean())
    expect(panel).to_be_hidden()
    assert panel.page.evaluate("window.stayed")


def test_when_the_focused_problem_is_fixed_the_focus_stays_in_the_panel(
    panel: Locator, server: StandIn
) -> None:
    server.set(**refused(problem(1), problem(2)))
    panel.get_by_role("link").first.focus()
    server.set(**refused(problem(2)))
    expect(panel.get_by_role("heading")).to_be_focused()


def test_escape_puts_it_away_until_something_else_is_wrong(
    panel: Locator, server: StandIn, tab: Page
) -> None:
    server.set(**refused(problem(1)))
    expect(panel).to_be_visible()
    tab.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    reloaded(tab, server, BODY + "<p>More.</p>")
    expect(panel).to_be_hidden()
    server.set(**refused(problem(2)))
    expect(panel).to_be_visible()


def test_put_away_it_is_out_of_the_way_of_the_keyboard(
    panel: Locator, server: StandIn, tab: Page
) -> None:
    server.set(**refused(problem(1)))
    panel.get_by_role("button", name="Close").click()
    tab.locator("main a").focus()
    stops = []
    for _ in range(4):
        tab.keyboard.press("Tab")
        stops.append(
            tab.evaluate("(document.activeElement.shadowRoot ?? document).activeElement.innerText")
        )
    assert stops[1:3] == ["1 error", "Hide"]


def test_it_leaves_the_focus_to_who_is_typing(panel: Locator, server: StandIn, tab: Page) -> None:
    tab.get_by_label("Find").focus()
    server.set(**refused(problem(1)))
    expect(panel).to_be_visible()
    tab.keyboard.type("harbour")
    assert tab.get_by_label("Find").input_value() == "harbour"
    said = tab.locator("dateline-preview [role=status]")
    expect(said).to_contain_text("1 error. This is the last good page.")


def test_who_is_nowhere_on_the_page_is_taken_to_it(
    panel: Locator, server: StandIn, tab: Page
) -> None:
    server.set(**refused(problem(1)))
    expect(panel.get_by_role("heading")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Close")).to_be_focused()


def test_warnings_are_shown_on_demand_and_give_the_focus_back(
    panel: Locator, server: StandIn, tab: Page
) -> None:
    server.set(**(refused(problem(severity="warning")) | {"refused": False, "stale": False}))
    button = tab.get_by_role("button", name="1 warning")
    expect(button).to_be_visible()
    expect(panel).to_be_hidden()
    button.press("Enter")
    expect(panel.get_by_role("heading")).to_be_focused()
    assert panel.get_by_role("link").is_visible()
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_fault_of_the_program_is_shown_like_a_problem(panel: Locator, server: StandIn) -> None:
    fault = {"title": "base.html.j2 has gone", "text": "line 1\n  line 2", "open": "vscode://f:3:1"}
    server.set(fault=fault, stale=True)
    expect(panel.get_by_role("heading")).to_have_text("base.html.j2 has gone")
    expect(panel.locator("pre")).to_have_text("line 1\n  line 2", use_inner_text=True)
    link = panel.get_by_role("link", name="Open it in the editor")
    expect(link).to_have_attribute("href", "vscode://f:3:1")
    server.set(fault=None, stale=False)
    expect(panel).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_at_any_width_in_light_and_dark(
    panel: Locator, server: StandIn, tab: Page, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    long = "x" * 200
    many = [problem(number, path=f"content/{long}/figures.yaml") for number in range(12)]
    server.set(**refused(*many, problem(severity="warning", message=long)))
    panel.get_by_text("1 warning", exact=True).click()
    assert find_violations(tab, "light", "dark") == []
    assert tab.evaluate(TOO_WIDE) == []
    assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


UNDECIDED = problem(rule="decide.open", message="event ‘a’ is not decided yet")


def test_what_is_undecided_has_a_link_to_where_it_is_decided(
    panel: Locator, server: StandIn
) -> None:
    server.set(**refused(UNDECIDED), briefing=briefing_state(undecided=45))
    link = panel.get_by_role("link", name="Decide on the 45 beside the article")
    expect(link).to_have_attribute("href", "/repo/a/annotated/")
    server.set(**refused(problem(2)), briefing=briefing_state())
    expect(link).to_be_hidden()


def test_where_it_is_decided_the_panel_does_not_cover_the_page(server: StandIn, tab: Page) -> None:
    server.files["a/annotated/index.html"] = html("<h1>Coverage</h1>")
    server.set(**refused(UNDECIDED), briefing=briefing_state(undecided=2), tell=None)
    visit(tab, server, "a/annotated/")
    problems = tab.get_by_role("dialog")
    expect(tab.get_by_role("button", name="1 error")).to_be_visible()
    expect(problems).to_be_hidden()
    tab.get_by_role("button", name="1 error").click()
    expect(problems).to_be_visible()
    expect(problems.get_by_role("link", name="Decide on")).to_be_hidden()
    tab.keyboard.press("Escape")
    server.set(**refused(problem(2)))
    expect(problems).to_be_visible()


def test_of_very_many_the_first_hundred_are_shown(panel: Locator, server: StandIn) -> None:
    server.set(**refused(*map(problem, range(1, 131))))
    expect(panel.get_by_role("heading")).to_have_text("130 errors")
    assert panel.locator("ol > li").count() == 101
    expect(panel).to_contain_text("And 30 more: the terminal has them all.")
