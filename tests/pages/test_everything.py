"""The page for paper contains the whole briefing, in the order of the other pages."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from dateline.pages.everything import EverythingContext, plan_everything
from dateline.reading.outlines import read_outlines
from tests.pages.everything import everything, html
from tests.pages.world import words


def text_of(page: str) -> str:
    """What the page says, after its opening."""
    return words(unescape(re.sub("<[^>]+>", " ", page.split("<main")[1])))


def test_it_holds_every_fact_source_point_and_correction() -> None:
    edition, text = everything(), text_of(html("all"))
    briefing = edition.briefing
    wanted = [fact.heading.strip("“”") for fact in briefing.facts]
    wanted += [part for source in briefing.sources for part in (source.title, source.address or "")]
    wanted += [part for point in briefing.front.brief for part in (point.what, point.why)]
    wanted += [fix.why for fact in briefing.facts for fix in fact.corrections]
    wanted += [fix.why for fix in briefing.front.corrections]
    assert len(wanted) > 20
    assert [part for part in wanted if words(part) not in text] == []


def test_what_is_on_it_is_linked_on_it() -> None:
    links = re.findall(r'href="([^"]*#[^"]*)"', html("all"))
    assert len(links) > 50
    assert {link for link in links if link.startswith("../")} == set()


def test_it_has_nothing_for_filters_and_no_room_for_other_briefings() -> None:
    assert "data-who=" in html("timeline")
    assert "<!--also:" in html("who-and-where")
    page = html("all")
    assert "data-who=" not in page
    assert "<!--" not in page


def events(page: str) -> list[str]:
    """The events of a page and the day of writing, in order."""
    ids = re.findall(r'id="([^"]+)"', page)
    own = {event.id for event in everything().briefing.events} | {"at_written"}
    return [element_id for element_id in ids if element_id in own]


@pytest.mark.parametrize("today", ["2024-01-01", "2026-06-15"])
def test_events_stand_in_the_order_of_the_timeline(today: str) -> None:
    assert events(html("all", today)) == events(html("timeline", today))
    assert "at_written" in events(html("all", today))


def test_it_says_what_it_holds_and_has_what_is_drawn() -> None:
    page = html("all")
    assert text_of(page).count("The whole briefing, for paper") == 1
    assert page.count('class="strip"') == 1
    mapped = plan_everything(replace(everything(), outlines=read_outlines())).context
    assert isinstance(mapped, EverythingContext)
    assert mapped.locator


def test_subheads_of_the_article_are_below_its_heading() -> None:
    page = html("all")
    assert '<h2 id="at_article">' in page
    story = page[page.index('<article class="story">') : page.index("</article>")]
    assert "<h3" in story
    assert "<h2" not in story
