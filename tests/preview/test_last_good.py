"""What the preview says of pages that it has, and of those that were never built."""

from __future__ import annotations

import pytest

from dateline.preview.last_good import LastGoodSite
from dateline.preview.messages import BriefingUpdate, Update
from dateline.preview.notices import Terminal


def update(*, pages: bool) -> Update:
    """A refused site with one briefing, whose page of coverage is built in any case."""
    built = BriefingUpdate(
        pages={"a/index.html": b"1"} if pages else None,
        aside={"a/annotated/index.html": b"2"},
        view=None,
    )
    return Update(
        number=1,
        done=True,
        base="/",
        editor=None,
        ahead={},
        briefings={"a": built},
        own=None,
        problems=(),
        refused=True,
        seconds=0.1,
    )


def test_the_page_of_coverage_is_of_what_was_saved_last_in_spite_of_errors() -> None:
    site = LastGoodSite()
    site.put(update(pages=True))
    site.put(update(pages=False))
    assert site.is_stale("a/index.html")
    assert not site.is_stale("a/annotated/index.html")


@pytest.mark.parametrize(
    ("pages", "said"),
    [(True, "the last good pages stay"), (False, "no page for readers has been built yet")],
)
def test_good_pages_are_named_only_where_there_are_any(pages: bool, said: str) -> None:
    site, lines = LastGoodSite(), list[str]()
    site.put(update(pages=pages))
    terminal = Terminal(say=lines.append, warn=lines.append, show=lambda _: None)
    terminal.report_update(update(pages=pages), (), None, are_new=False, has_pages=site.has_pages)
    assert lines == [f"Everything: 0.10 s, no problems; {said}."]
