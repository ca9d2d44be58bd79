"""The archive of briefings: what is on its pages, in which order, and which pages a new briefing changes."""

import gzip
import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

import pytest

from dateline.pages.archive.paging import FULL
from dateline.publishing.assemble import AssembledSite
from tests.archive_site import FIRST_DAY, a_briefing, many
from tests.pages.archive import newsroom
from tests.pages.world import read, words
from tests.small_site import assemble, errors

ADDRESS = "https://daily.example/"


@cache
def site(number: int, every: float = 2) -> AssembledSite:
    made = assemble(many(number, every=every), site_url=ADDRESS)
    assert errors(made) == []
    return made


def page(of: AssembledSite, path: str) -> str:
    return of.files[f"{path}index.html"].decode()


def own_pages(of: AssembledSite, folder: str) -> set[str]:
    return {path.removesuffix("index.html") for path in of.own if path.startswith(folder)}


def briefings_on(of: AssembledSite, path: str) -> list[str]:
    """The slugs of the briefings that a page lists, in their order."""
    return re.findall(r'<h[234]><a href="[./]*(b\d+)/">', page(of, path))


def titles_on(of: AssembledSite, path: str) -> list[str]:
    return re.findall(r'<span class="small">\d+</span> <a href="[./]*(b\d+)/">', page(of, path))


def shown_on(of: AssembledSite, path: str) -> list[str]:
    """The same with those that have a line."""
    return re.findall(r'(?:<h[234]>|</bdi> )<a href="[./]*(b\d+)/"', page(of, path))


def test_a_site_of_one_briefing_has_no_archive_and_no_link_to_it() -> None:
    alone = site(1)
    assert not own_pages(alone, "briefings/") | own_pages(alone, "topics/")
    assert not [path for path in alone.files if b"briefings/" in alone.files[path]]


def test_all_of_a_few_briefings_are_on_one_page() -> None:
    few = site(4)
    assert own_pages(few, "briefings/") == {"briefings/"}
    assert briefings_on(few, "briefings/") == ["b0003", "b0002", "b0001", "b0000"]
    assert 'href="../briefings/"' in page(few, "b0000/")


def test_a_year_that_one_page_has_room_for_has_no_pages_of_months() -> None:
    year = site(12)
    assert own_pages(year, "briefings/") == {"briefings/", "briefings/2022/"}
    assert briefings_on(year, "briefings/2022/") == [f"b{n:04}" for n in range(11, -1, -1)]
    assert '<a href="2022/#at_01">January</a>' in page(year, "briefings/")
    assert "at_01" in read(page(year, "briefings/2022/")).ids


def test_the_titles_of_up_to_150_briefings_are_on_one_page() -> None:
    assert titles_on(site(40), "briefings/") == [f"b{n:04}" for n in range(39, -1, -1)]
    headings = re.findall(r"<h[23][^>]*><a[^>]*>(.*?)</a></h", page(site(40), "briefings/"))
    assert headings == ["2022", "March", "February", "January"]


def test_of_more_than_150_the_first_page_has_the_newest_and_leads_to_the_others() -> None:
    assert titles_on(site(150, every=1), "briefings/")[-1] == "b0000"
    many_more = site(151, every=1)
    assert not titles_on(many_more, "briefings/")
    assert len(briefings_on(many_more, "briefings/")) == 6
    assert "By month" in page(many_more, "briefings/")


def test_a_long_year_leads_to_each_of_its_months() -> None:
    long = site(40)
    of_year = page(long, "briefings/2022/")
    assert "All 16 briefings from January 2022" in of_year
    assert of_year.index("March 2022") < of_year.index("January 2022")
    listed = [briefings_on(long, f"briefings/2022/0{month}/") for month in (3, 2, 1)]
    assert [slug for slugs in listed for slug in slugs] == [f"b{n:04}" for n in range(39, -1, -1)]


def test_a_long_year_says_what_is_expected_next_in_each_briefing() -> None:
    trams = newsroom.summary("b", "id: t, title: Trams cross, expected: {window: 2026-09}")
    long = [replace(trams, slug=f"b{n}") for n in range(40)]
    of_year = read(newsroom.shown(long, "briefings", "2024"))
    assert "11 September 2024 B Expected in September 2026: Trams cross" in words(of_year.text)


def test_a_briefing_with_nothing_ahead_and_no_figure_is_listed_with_what_came_last() -> None:
    past = newsroom.summary(
        "past", "id: a, title: It opens, date: 2023", "id: b, title: It closes, date: 2024-05"
    )
    listed = read(newsroom.shown((newsroom.summary("quiet"), past), "briefings"))
    assert "May 2024: It closes" in words(listed.text)
    assert "It opens" not in words(listed.text)


def test_months_lead_to_one_another() -> None:
    february = read(page(site(40), "briefings/2022/02/")).links
    assert february["../03/"] == "Later: March 2022"
    assert february["../01/"] == "Earlier: January 2022"


def test_a_long_list_is_on_several_pages_that_hold_everything_once() -> None:
    crowded = site(50, every=0)
    pages = ["briefings/2022/01/", "briefings/2022/01/page-2/", "briefings/2022/01/page-1/"]
    listed = [briefings_on(crowded, path) for path in pages]
    assert [len(slugs) for slugs in listed] == [20, FULL, FULL]
    assert sorted(slug for slugs in listed for slug in slugs) == [f"b{n:04}" for n in range(50)]


def test_pages_of_a_long_list_lead_to_their_neighbours() -> None:
    crowded = site(50, every=0)
    head = read(page(crowded, "briefings/2022/01/")).links
    newest, oldest = (read(page(crowded, f"briefings/2022/01/page-{n}/")).links for n in (2, 1))
    assert head["page-2/"] == "Older briefings"
    assert (newest["../"], newest["../page-1/"]) == ("Newer briefings", "Older briefings")
    assert oldest["../page-2/"] == "Newer briefings"
    assert "Older briefings" not in oldest.values()


@pytest.mark.parametrize("number", [FULL, 2 * FULL - 1, 2 * FULL, 3 * FULL + 1])
def test_a_full_page_stays_as_it_is_when_briefings_are_added(number: int) -> None:
    before, after = (site(count, every=0.3) for count in (3 * FULL, 3 * FULL + number))
    numbered = own_pages(before, "briefings/2022/01/") - {"briefings/2022/01/"}
    assert numbered == {"briefings/2022/01/page-1/", "briefings/2022/01/page-2/"}
    for path in numbered:
        assert briefings_on(before, path) == briefings_on(after, path)


def test_a_new_briefing_changes_only_pages_that_list_it_or_lead_to_it() -> None:
    files = many(60)
    day = FIRST_DAY + timedelta(9 * 60)
    before = assemble(files, site_url=ADDRESS)
    after = assemble({**files, **dict(a_briefing("new", day, 60))}, site_url=ADDRESS)
    changed = {
        path.removesuffix("index.html")
        for path in after.files
        if path.endswith(".html") and after.files[path] != before.files.get(path)
    }
    beside = {path for path in changed if not path.startswith(("new/", "briefings/", "topics/"))}
    assert {path for path in changed if path.startswith("briefings/")} == {
        "briefings/",
        "briefings/2023/",
    }
    assert {path for path in changed if path.startswith("topics/")} == {
        "topics/",
        "topics/bridges/",
    }
    assert {"", "404.html"} <= beside
    led = {path for path in beside if path.startswith("b")}
    assert len(led) <= 2 * 10, "the one before, and those that it is most like"


def test_no_page_lists_what_is_kept_back() -> None:
    files = many(3)
    files["b0001/article.md"] = files["b0001/article.md"].replace("topics:", "draft: true\ntopics:")
    kept = assemble(files, site_url=ADDRESS)
    assert briefings_on(kept, "briefings/") == ["b0002", "b0000"]
    assert b"b0001" not in b"".join(kept.files[path] for path in kept.own)


def test_the_order_is_that_of_publication_whatever_was_updated() -> None:
    files = many(3, every=0)
    updated = {**files}
    updated["b0000/article.md"] = files["b0000/article.md"].replace(
        "topics:", "updated: 2022-02-01\ntopics:"
    )
    orders = [briefings_on(assemble(of, site_url=ADDRESS), "briefings/") for of in (files, updated)]
    assert orders[0] == orders[1]


def test_every_page_of_the_archive_is_in_the_sitemap() -> None:
    long = site(40)
    listed = re.findall(
        r"<loc>https://daily\.example/(.*?)</loc>", long.files["sitemap.xml"].decode()
    )
    archive = own_pages(long, "briefings/") | own_pages(long, "topics/")
    assert archive <= set(listed)
    assert len(listed) == len(set(listed))


def test_a_long_site_has_a_front_page_of_the_newest_days_and_a_way_to_the_others() -> None:
    long = site(40)
    listed = shown_on(long, "")
    assert listed == [f"b{n:04}" for n in range(38, 38 - len(listed), -1)]
    assert 10 < len(listed) < 39
    assert page(long, "").count('href="briefings/"') == 2


def test_lines_of_the_front_page_end_with_a_year_and_say_how_many_are_older() -> None:
    """Published every 40 days: one at the head, six in full, then lines of 2023 and none of 2022."""
    front = page(site(20, every=40), "")
    assert shown_on(site(20, every=40), "")[-1] == "b0010"
    assert '<a href="briefings/">10 older briefings, since 2022</a>' in front
    assert "All briefings by month and topic" in page(site(12, every=40), "")


def test_a_day_with_more_briefings_than_fit_is_on_the_front_page_in_part() -> None:
    assert 10 < len(shown_on(site(50, every=0), "")) < 30


def test_days_on_the_front_page_are_whole() -> None:
    """Three each day: the first has two beside the one at the head."""
    by_threes = site(60, every=1 / 3)
    front = page(by_threes, "")
    days = re.findall(r'<h3 class="day"><bdi><time datetime="([-\d]+)">', front)
    assert days[0] == "2022-01-20"
    assert len(briefings_on(by_threes, "")) == 3 * len(days) - 1


def test_the_briefings_of_an_author_are_on_several_pages() -> None:
    files = {
        path: text.replace("topics:", "authors: Ana Lind\ntopics:")
        for path, text in many(40).items()
    }
    authors = "authors:\n  - {id: ana, name: Ana Lind, role: reporter}\n"
    signed = assemble({**files, "authors.yaml": authors}, site_url=ADDRESS)
    assert errors(signed) == []
    newest, oldest = (
        briefings_on(signed, "authors/ana/"),
        briefings_on(signed, "authors/ana/page-1/"),
    )
    assert [*newest, *oldest] == [f"b{n:04}" for n in range(39, -1, -1)]
    assert len(oldest) == FULL
    assert read(page(signed, "authors/ana/")).links["page-1/"] == "Older briefings"


def random_words(number: int, chance: Random) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = ("".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(number))
    return " ".join(made)


def packed_with_style(of: AssembledSite, path: str) -> int:
    html = page(of, path)
    sheet = re.search(r'rel="stylesheet" href="[^"]*(assets/[^"]+)"', html)
    assert sheet is not None
    return len(gzip.compress(html.encode())) + len(gzip.compress(of.files[sheet[1]]))


def test_as_many_titles_as_are_on_one_page_come_with_their_style_in_one_round_trip() -> None:
    """Each headline is of other words."""
    chance = Random(1)  # noqa: S311 - for a test
    written = {
        path: text.replace("A calm day on the river", random_words(6, chance))
        for path, text in many(150).items()
    }
    full = assemble(written, site_url=ADDRESS)
    assert len(titles_on(full, "briefings/")) == 150
    assert packed_with_style(full, "briefings/") <= 14 * 1024


def test_every_list_of_a_large_site_comes_with_its_style_in_one_round_trip() -> None:
    """Ten packets hold 14 KB; standfirsts are of many words, of which few are the same."""
    chance = Random(1)  # noqa: S311 - for a test
    written = {
        path: text.replace("A calm day on the river", random_words(9, chance)).replace(
            "It was as calm as ever, and the mayor was there.", random_words(30, chance)
        )
        for path, text in many(110, every=0.5).items()
    }
    large = assemble(written, site_url=ADDRESS)
    assert errors(large) == []
    lists = ("", "briefings/", "briefings/2022/", "briefings/2022/01/", "topics/bridges/")
    heavy = {path: packed_with_style(large, path) for path in lists}
    assert {path: packed for path, packed in heavy.items() if packed > 14 * 1024} == {}
    assert len(shown_on(large, "")) in (17, 18)


def test_a_site_of_drafts_alone_has_every_page_that_it_links_to() -> None:
    """Who writes the first briefings of a site looks at them with `--drafts`."""
    files = {
        path: text.replace("topics:", "draft: true\ntopics:") for path, text in many(2).items()
    }
    drafts = assemble(files, site_url=ADDRESS, drafts=True)
    assert errors(drafts) == []
    assert not own_pages(drafts, "briefings/")
    assert "<entry" not in drafts.files["feed.xml"].decode()


def test_what_is_held_back_makes_no_archive() -> None:
    """Else the links above every page would tell that there is something."""
    files = many(2)
    held = "publish: 2030-01-01 06:00\npublished: 2030-01-01"
    files["b0001/article.md"] = files["b0001/article.md"].replace("published: 2022-01-10", held)
    alone = {path: text for path, text in files.items() if path.startswith("b0000")}
    assert {**assemble(files, site_url=ADDRESS).files} == {
        **assemble(alone, site_url=ADDRESS).files
    }
    files["b0001/article.md"] = files["b0001/article.md"].replace("2030", "2023")
    assert own_pages(assemble(files, site_url=ADDRESS), "briefings/")


def test_the_search_gives_an_example_that_finds_something() -> None:
    site = assemble(many(3))
    page = site.files["search/index.html"].decode()
    assert (
        '<p class="example">For example: <a href="index.html?q=Ann+Lee-C">Ann Lee-C</a></p>' in page
    )
    nameless = {path: text for path, text in many(3).items() if path.endswith("article.md")}
    assert "For example" not in assemble(nameless).files["search/index.html"].decode()
