"""The list of pages is one: what is planned, what the row of links names, what is drawn for it."""

import pytest

from dateline.facts.kinds import BriefingPage
from dateline.pages import timeline
from dateline.pages.addresses import page_of
from dateline.pages.edition import Edition
from dateline.pages.plan import PAGES, plan_briefing
from dateline.pages.row import row_of
from tests.pages.everything import everything
from tests.pages.world import SOURCES, edition


@pytest.mark.parametrize(
    ("shown", "pages"),
    [
        (edition(), [*PAGES]),
        (everything(), [*PAGES]),
        (edition(sources=SOURCES), ["article", "sources", "all"]),
    ],
)
def test_a_briefing_has_the_pages_of_its_row_and_the_one_for_paper(
    shown: Edition, pages: list[BriefingPage]
) -> None:
    assert [*(page for page, _, _ in row_of(shown.briefing)), "all"] == pages
    possible = {page_of("b", page) for page in PAGES}
    planned = [page.path for page in plan_briefing(shown) if page.path in possible]
    assert planned == [page_of("b", page) for page in pages]


def test_the_strip_is_on_the_timeline_and_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(timeline, "draw_strip", lambda marks, **_: drawn.append(marks))
    tuple(plan_briefing(everything()))
    assert len(drawn) == 2
