"""Two briefings expect the same event and one knows more by now: every page across briefings says the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.pages.plan import plan_site, site_files
from dateline.publishing.looks.render import render
from dateline.words import speaking
from tests.pages.archive.newsroom import SEVERAL, summary
from tests.pages.world import look, read, words
from tests.small_site import article, assemble

if TYPE_CHECKING:
    from dateline.pages.summary import Summary

FIRST = "window: 2026-09, said_by: ann, said_on: 2024-09-11"
OLD = f"id: trams, title: Trams cross, expected: {{{FIRST}}}"
MOVED = f"id: cross, title: Trams cross, expected: [{{{FIRST}}}, {{window: 2027-03, said_on: 2025-05-02}}]"
DONE = f"{OLD}, outcome: {{state: happened, date: 2026-10-02, recorded: 2026-10-03}}"
LATER = date(2026, 11, 30)
PAGES = ("expected/index.html", "timeline/index.html", "people/ann/index.html", "index.html")


def of(slug: str, event: str, published: str) -> Summary:
    return summary(slug, event, published=published, today=LATER)


def texts(*site: Summary) -> dict[str, str]:
    """The pages of the site in words, by their paths."""
    with speaking("en"):
        return {
            page.path: words(read(render(page.plan(), look()).decode()).text)
            for page in plan_site(site, SEVERAL)
        }


def test_the_newest_announcement_is_on_every_page() -> None:
    pages = texts(of("old", OLD, "2024-09-11"), of("trams", MOVED, "2025-03-04"))
    for path in PAGES:
        assert "Now expected in March 2027" in pages[path], path
        assert "Was expected" not in pages[path], path
        assert "We do not know what happened" not in pages[path], path
    assert pages["people/ann/index.html"].count("Now expected in March 2027 Trams cross") == 1
    assert "Old: gives the earlier date, September 2026" in pages[PAGES[0]]


def test_it_counts_too_where_an_older_briefing_was_kept_up_to_date() -> None:
    pages = texts(of("old", MOVED, "2024-09-11"), of("new", OLD, "2025-03-04"))
    for path in PAGES:
        assert "Now expected in March 2027" in pages[path], path
        assert "Was expected" not in pages[path], path


def test_an_outcome_that_one_briefing_knows_is_on_every_page() -> None:
    pages = texts(of("old", DONE, "2024-09-11"), of("new", OLD, "2025-03-04"))
    for path in PAGES:
        assert "2 October 2026" in pages[path] or path == "index.html", path
        assert "We do not know what happened" not in pages[path], path


def test_the_calendar_of_the_site_has_the_event_once() -> None:
    site = (of("old", OLD, "2024-09-11"), of("trams", MOVED, "2025-03-04"))
    calendar = site_files(site, SEVERAL)["expected.ics"]
    assert calendar.count(b"BEGIN:VEVENT") == 1
    assert b"20270301" in calendar


def test_the_page_that_has_the_older_date_says_what_is_known_by_now() -> None:
    was, moved = "in September 2026", "in September 2026, or rather in March 2027"
    first, later = "{window: 2026-09}", "{window: 2027-03, said_on: 2024-09-12}"
    files: dict[str, str] = {}
    for slug, windows, when in (("old", first, was), ("new", f"[{first}, {later}]", moved)):
        text = f"Trams are to cross {when}"
        event = f"{{id: trams, title: Trams cross, expected: {windows}, evidence: '{text}'}}"
        files[f"{slug}/article.md"] = article(f"{text}, they said.", title=f"Story {slug}")
        files[f"{slug}/timeline.yaml"] = f"events: [{event}]\n"
    site = assemble(files)
    assert site.problems == ()
    for page in ("facts/trams/", "timeline/", ""):
        old, new = (
            read(site.files[f"{slug}/{page}index.html"].decode()) for slug in ("old", "new")
        )
        assert "Now expected in March 2027, according to Story new" in words(old.text)
        assert "according to" not in words(new.text)
        assert words(old.text).count("according to") == 1
