"""The bar at the foot: errors, warnings and open claims in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_for_everyone import TOO_WIDE, find_violations
from tests.preview.client.world import (
    briefing_state,
    clean,
    html,
    lines,
    problem,
    refused,
    reloaded,
    visit,
)

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.preview.client.stand_in import StandIn

pytestmark = pytest.mark.browser

BODY = f"<h1>A page</h1>{lines(*range(60))}<p>The foot.</p>"


@pytest.fixture
def bar(tab: Page, server: StandIn) -> Locator:
    server.files["index.html"] = html(BODY)
    visit(tab, server)
    return tab.get_by_role("region", name="Preview")


def counts(
    errors: int = 0, warnings: int = 0, is_open: int = 0, *, follow_ups: int = 0
) -> dict[str, int]:
    return {"errors": errors, "warnings": warnings, "follow_ups": follow_ups, "open": is_open}


def test_it_counts_what_is_wrong_and_what_is_open_and_leads_there(
    bar: Locator, server: StandIn
) -> None:
    expect(bar).to_contain_text("No problems")
    warnings = [problem(number, severity="warning") for number in range(4)]
    follow_up = problem(5, severity="follow-up")
    server.set(
        problems=[*warnings, follow_up],
        counts=counts(0, 4, 1203, follow_ups=1),
        briefing=briefing_state(open=3),
    )
    expect(bar.get_by_role("button", name="4 warnings, 1 follow-up")).to_be_visible()
    expect(bar).to_contain_text("1,203 on the whole site")
    link = bar.get_by_role("link", name="Coverage: 3 open")
    expect(link).to_have_attribute("href", "/repo/a/annotated/")
    article = bar.get_by_role("link", name="Edit article.md")
    expect(article).to_have_attribute("href", "vscode://file/article.md:1:1")


def test_it_says_how_many_decisions_are_left_and_leads_there(bar: Locator, server: StandIn) -> None:
    expect(bar.get_by_role("link", name="to decide")).to_be_hidden()
    server.set(briefing=briefing_state(undecided=1045))
    expect(bar.get_by_role("link", name="Coverage")).to_have_text(
        "Coverage: nothing open beside these"
    )
    link = bar.get_by_role("link", name="1,045 to decide")
    expect(link).to_have_attribute("href", "/repo/a/annotated/")
    server.set(briefing=briefing_state())
    expect(bar.get_by_role("link", name="to decide")).to_be_hidden()


def test_a_draft_has_a_ribbon_also_when_the_bar_is_folded(bar: Locator, server: StandIn) -> None:
    expect(bar.get_by_text("Draft")).to_be_hidden()
    server.set(briefing=briefing_state(draft=True))
    expect(bar.get_by_text("Draft")).to_be_visible()
    bar.get_by_role("button", name="Hide").click()
    expect(bar.get_by_text("Draft")).to_be_visible()


def test_it_says_how_old_the_pages_are_that_one_sees(
    bar: Locator, server: StandIn, tab: Page
) -> None:
    tab.clock.install()
    reloaded(tab, server, BODY)
    server.set(**refused(problem()))
    expect(bar.locator(".status")).to_contain_text("Last good pages, 1 second old")
    tab.clock.fast_forward(125_000)
    expect(bar.locator(".status")).to_have_text("Last good pages, 2 minutes old")
    server.set(**clean())
    expect(bar.locator(".status")).to_be_hidden()


def test_it_says_when_more_is_being_built(bar: Locator, server: StandIn) -> None:
    server.set(busy=True)
    expect(bar.locator(".status")).to_have_text("Building…")
    server.set(busy=False)
    expect(bar.locator(".status")).to_be_hidden()


def test_folded_away_it_stays_so_and_can_be_had_back(
    bar: Locator, server: StandIn, tab: Page
) -> None:
    server.set(briefing=briefing_state(open=3))
    coverage = bar.get_by_role("link", name="Coverage: 3 open")
    bar.get_by_role("button", name="Hide").click()
    expect(coverage).to_be_hidden()
    reloaded(tab, server, BODY + "<p>More.</p>")
    expect(coverage).to_be_hidden()
    bar.get_by_role("button", name="Preview").click()
    expect(coverage).to_be_visible()


def test_it_covers_nothing_of_the_page(bar: Locator, tab: Page) -> None:
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, box = tab.get_by_text("The foot.").bounding_box(), bar.bounding_box()
    assert foot
    assert box
    assert foot["y"] + foot["height"] <= box["y"]


def test_paper_has_none_of_it(bar: Locator, tab: Page) -> None:
    tab.emulate_media(media="print")
    expect(bar).to_be_hidden()


def test_the_site_s_own_style_does_not_reach_it(bar: Locator, server: StandIn, tab: Page) -> None:
    before = bar.bounding_box()
    server.files["assets/style.css"] = (
        b"body * { font-size: 40px !important; padding: 1em !important }"
        b".bar, .status, section, button { display: none !important }"
    )
    reloaded(tab, server, BODY)
    assert bar.bounding_box() == before


def test_a_state_that_cannot_be_read_breaks_nothing(bar: Locator, server: StandIn) -> None:
    good = server.state
    server.state = {}
    server.tell("__preview/state")
    expect(bar.locator(".status")).to_have_text("The preview has stopped")
    server.state = good
    expect(bar.locator(".status")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 768])
def test_it_is_accessible_at_any_width_in_light_and_dark(
    bar: Locator, server: StandIn, tab: Page, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    warnings = [problem(number, severity="warning") for number in range(12)]
    server.set(
        problems=warnings, counts=counts(0, 12, 9), briefing=briefing_state(open=3, draft=True)
    )
    expect(bar.get_by_role("button", name="12 warnings")).to_be_visible()
    assert find_violations(tab, "light", "dark") == []
    assert tab.evaluate(TOO_WIDE) == []
