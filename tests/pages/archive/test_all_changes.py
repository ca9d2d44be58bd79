"""What has changed in all briefings, and what of it we got wrong: where each change is listed, and what is said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.pages.archive.all_changes import FULL, MOST, NEWEST
from dateline.pages.summary import SummaryChange
from tests.pages.archive.newsroom import planned, shown, summary
from tests.pages.world import read, words

if TYPE_CHECKING:
    from dateline.pages.summary import Summary

TOLL = (
    "id: toll, title: A toll is charged, expected: {window: 2025-01, said_by: ann},"
    " outcome: {state: cancelled, date: 2024-12-10, recorded: 2024-12-11}"
)
COAT = (
    "id: coat, title: The bridge is painted, date: 2024-05, corrections: {on: 2024-09-15,"
    " was: April 2024, is: May 2024, why: We had misread a table.}"
)
BRIDGE = summary(
    "bridge",
    TOLL,
    COAT,
    "id: a, title: A pier is found, date: 1931, added: 2024-10-02",
    "id: b, title: A pier is lost, date: 1932, added: 2024-10-02",
)
QUIET = summary("quiet")


def changed(slug: str, days: list[date], kind: str = "outcome") -> Summary:
    """A briefing with a change on each of these days."""
    changes = tuple(
        SummaryChange(
            kind=kind,  # type: ignore[arg-type]
            on=day,
            key=f"{n}",
            name=f"Change {day}",
            page=f"{slug}/facts/f-{n}/index.html",
            was="a",
            now="b",
            why="Because.",
        )
        for n, day in enumerate(sorted(days, reverse=True))
    )
    return replace(QUIET, slug=slug, title=slug.title(), page=f"{slug}/index.html", changes=changes)


def days(first: date, number: int, step: int = 1) -> list[date]:
    return [first + timedelta(days=n * step) for n in range(number)]


def listed(html: str) -> list[str]:
    """The names of what changed, in order."""
    return [part.split("<", 1)[0] for part in html.split("Change 20")[1:]]


def test_changes_are_listed_newest_first_with_what_was_and_what_is() -> None:
    text = words(read(shown((BRIDGE, QUIET), "changes")).text)
    outcome = (
        "2024 11 December 2024 Called off: A toll is charged"
        " Expected in January 2025. Called off on 10 December 2024. In “Bridge”"
    )
    assert outcome in text
    fix = (
        "15 September 2024 Corrected The bridge is painted"
        " It said “April 2024”, and now says “May 2024”."
    )
    assert fix in text
    assert text.index(outcome) < text.index("New facts") < text.index(fix)


def test_what_happened_as_announced_is_said_once_with_the_day_it_was_expected_on() -> None:
    opened = (
        "id: o, title: It opens, expected: {window: 2025-01-10},"
        " outcome: {state: happened, date: 2025-01-10, recorded: 2025-01-11}"
    )
    early = (
        "id: e, title: It ends, expected: {window: ../2025-08},"
        " outcome: {state: happened, date: 2024-10-23, recorded: 2024-10-24}"
    )
    text = words(read(shown((summary("a", opened, early), QUIET), "changes")).text)
    assert "11 January 2025 On schedule: It opens Expected on 10 January 2025. In" in text
    assert "24 October 2024 Ten months early: It ends Expected by" in text


def test_the_facts_that_a_briefing_gained_on_a_day_are_one_entry() -> None:
    html = shown((BRIDGE, QUIET), "changes")
    assert "2 October 2024 New facts A pier is found, A pier is lost In “Bridge”" in words(
        read(html).text
    )
    assert read(html).links["../bridge/facts/a/index.html"] == "A pier is found"


def test_the_facts_that_a_briefing_gained_on_many_days_of_a_month_are_one_row_that_opens() -> None:
    many = changed("many", days(date(2024, 9, 1), 4), "added")
    few = changed("few", days(date(2024, 9, 2), 3), "added")
    html = shown((many, few), "changes")
    row = (
        "1 to 4 September 2024 New facts 4 facts added to “Many”"
        " 4 September 2024 Change 2024-09-04 3 September 2024"
    )
    assert row in words(read(html).text)
    assert html.partition("<main")[2].count("<details") == 1
    assert html.count("In “") == 4
    assert read(html).links["../many/facts/f-3/index.html"] == "Change 2024-09-01"


def test_why_we_were_wrong_is_said_on_the_page_of_corrections_alone() -> None:
    changes, corrections = (shown((BRIDGE, QUIET), part) for part in ("changes", "corrections"))
    assert "We had misread a table." in corrections
    assert "We had misread a table." not in changes
    assert read(changes).links["../corrections/index.html"].startswith("Only our corrections")
    assert "All changes" in read(corrections).links["../changes/index.html"]
    why = read(changes).links["../bridge/article/index.html#at_corrections"]
    assert words(why) == "Why: The bridge is painted"


def test_a_site_without_changes_has_no_page_of_them() -> None:
    assert planned((QUIET, summary("calm")), "changes") == {}


def _headings(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


def test_many_changes_are_on_pages_of_years_and_of_months() -> None:
    few = changed("few", days(date(2023, 3, 1), 3))
    many = changed("many", days(date(2024, 1, 1), MOST + 6, 10))
    pages = planned((few, many), "changes")
    assert {"", "2023", "2024", "2024/01", "2024/11"} <= set(pages)
    html = shown((few, many), "changes")
    head = read(html)
    assert head.links["2023/index.html"] == "2023"
    assert _headings(html)[0] == "2024"
    assert _headings(shown((few, many), "changes", "2023"))[0] == "March 2023"
    assert head.links["2024/11/index.html"].startswith("November")
    assert len(listed(shown((few, many), "changes"))) == NEWEST
    assert pages["2023"].slugs == ("few",)


def test_the_first_of_many_pages_has_every_kind_in_the_order_of_days() -> None:
    outcomes = changed("outcomes", days(date(2024, 1, 1), MOST, 10))
    corrected = changed("corrected", [date(2023, 5, 1), date(2024, 10, 2)], "corrected")
    newest = listed(shown((corrected, outcomes), "changes"))
    assert newest == sorted(newest, reverse=True)
    assert "24-10-02" in newest
    assert "23-05-01" not in newest


def test_a_full_page_of_a_month_stays_as_it_is_when_more_changes() -> None:
    """Pages are counted from the oldest, and the newest are at the address of the month."""
    old = changed("old", [date(2024, 9, 1)] * (FULL * 2))
    new = changed("new", [date(2024, 9, 2)] * 4)
    newer = changed("newer", [date(2024, 9, 3)])
    before, after = (old, new), (old, new, newer)
    assert {"2024/09", "2024/09/page-1"} == {
        name for name in planned(after, "changes") if name.startswith("2024/")
    }
    assert shown(before, "changes", "2024/09/page-1") == shown(after, "changes", "2024/09/page-1")
    assert listed(shown(after, "changes", "2024/09"))[0] == "24-09-03"


def test_many_corrections_are_by_year_and_a_few_are_on_one_page() -> None:
    few = changed("few", days(date(2023, 3, 1), MOST), "corrected")
    more = changed("more", days(date(2024, 3, 1), 3), "corrected")
    assert list(planned((few, QUIET), "corrections")) == [""]
    assert {"", "2023", "2024"} == set(planned((few, more), "corrections"))
    assert len(listed(shown((few, more), "corrections"))) == 15
    assert len(listed(shown((few, more), "corrections", "2023"))) == MOST


def test_outcomes_at_several_places_say_where() -> None:
    def in_town(town: str) -> Summary:
        return summary(town, TOLL.replace("id: toll", f"id: toll, place: {town}"))

    here, there = in_town("ulmen"), in_town("holm")
    both = words(read(shown((here, there), "changes")).text)
    assert "Ulmen: A toll is charged" in both
    assert "Holm: A toll is charged" in both
    assert "Ulmen: " not in words(read(shown((here, QUIET), "changes")).text)
