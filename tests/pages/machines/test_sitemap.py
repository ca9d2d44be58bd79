"""The sitemap has every address once, in files that are no larger than the protocol allows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.pages.machines.sitemap import ADDRESSES, sitemap_files
from dateline.pages.summarise import summarise
from tests.pages.world import SITE, edition

AT = SITE.model_copy(update={"address": "https://daily.example/a&b/"})
FIRST = summarise(edition())
SECOND = replace(FIRST, slug="c", page="c/index.html", row=(), published=date(2024, 9, 12))


def found(file: bytes) -> list[str]:
    return re.findall("<loc>https://daily.example/a&amp;b/(.*)</loc>", file.decode())


def test_it_holds_the_days_of_the_content_and_no_other() -> None:
    (file,) = sitemap_files([FIRST], AT).values()
    assert set(re.findall("<lastmod>(.*)</lastmod>", file.decode())) == {"2024-09-11"}
    assert found(file)[:4] == ["", "about/", "corrections/", "b/"]


def test_a_site_that_is_too_large_for_one_file_has_several_and_their_list() -> None:
    (whole,) = sitemap_files([FIRST, SECOND], AT).values()
    files = sitemap_files([FIRST, SECOND], AT, most=4)
    index = files.pop("sitemap.xml")
    assert b"<sitemapindex" in index
    assert found(index) == list(files) == [f"sitemap-{n}.xml" for n in range(1, len(files) + 1)]
    assert [address for file in files.values() for address in found(file)] == found(whole)
    assert max(len(found(file)) for file in files.values()) == 4


def test_a_new_briefing_changes_the_last_file_alone() -> None:
    before = sitemap_files([FIRST], AT, most=4)
    after = sitemap_files([SECOND, FIRST], AT, most=4)
    full = [name for name in before if len(found(before[name])) == 4 and name != "sitemap.xml"]
    assert len(full) > 1
    assert [name for name in full if before[name] != after[name]] == []


def test_a_file_is_as_long_as_it_may_be_and_no_longer() -> None:
    pages = len(found(sitemap_files([FIRST], AT)["sitemap.xml"]))
    assert list(sitemap_files([FIRST], AT, most=pages)) == ["sitemap.xml"]
    assert len(sitemap_files([FIRST], AT, most=pages - 1)) == 3
    assert ADDRESSES == 50_000
