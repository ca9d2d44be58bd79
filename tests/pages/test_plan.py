"""The list of pages is one: what is planned, what the row of links names, what is drawn for it."""

import pytest

from dateline.pages import timeline
from dateline.pages.edition import Edition
from dateline.pages.plan import SHEETS, plan_briefing
from dateline.pages.row import row_of
from tests.pages.everything import everything
from tests.pages.world import SOURCES, edition


@pytest.mark.parametrize("shown", [edition(), everything(), edition(sources=SOURCES)])
def test_the_row_names_the_sheets_that_have_a_page(shown: Edition) -> None:
    planned = [sheet for sheet, plan in SHEETS.items() if plan(shown)]
    assert [*(sheet for sheet, _, _ in row_of(shown.briefing)), "all"] == planned


def test_the_strip_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(timeline, "draw_strip", lambda marks, **_: drawn.append(marks))
    plan_briefing(everything())
    assert len(drawn) == 1
