"""A reader who comes to a former address is sent on to the present one."""

from __future__ import annotations

import re

import pytest

from tests.small_site import article, assemble, errors

SHEET = """
    events:
      - {id: visit, formerly: [trip, tour], title: T, date: 2024-09-11, evidence: came on Wednesday}
    removed:
      - {id: gone, on: 2024-09-12, why: Never was.}
"""
BODY = "He came on Wednesday."
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


def leads_to(page: bytes) -> str:
    """Where the refresh leads, which a plain link and no other word must confirm."""
    (href,) = REFRESH.findall(page.decode())
    assert f'<a href="{href}">' in page.decode()
    assert '<meta name="robots" content="noindex">' in page.decode()
    return str(href)


def test_each_former_id_leads_to_its_fact() -> None:
    site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": SHEET})
    assert errors(site) == []
    for old in ("trip", "tour"):
        assert leads_to(site.files[f"b/facts/{old}/index.html"]) == "../visit/index.html"


def test_the_address_that_holds_is_named_where_the_sites_is_known() -> None:
    files = {"b/article.md": article(BODY), "b/timeline.yaml": SHEET}
    known = assemble(files, site_url="https://example.org/news/")
    canonical = '<link rel="canonical" href="https://example.org/news/b/facts/visit/">'
    assert canonical in known.files["b/facts/trip/index.html"].decode()
    assert b"canonical" not in assemble(files).files["b/facts/trip/index.html"]


def test_every_page_of_a_renamed_briefing_leads_to_where_it_stands_now_in_one_step() -> None:
    files = {"new/article.md": article(BODY, "formerly: old"), "new/timeline.yaml": SHEET}
    site = assemble(files)
    assert errors(site) == []
    assert leads_to(site.files["old/index.html"]) == "../new/index.html"
    assert leads_to(site.files["old/timeline/index.html"]) == "../../new/timeline/index.html"
    there = {path.removeprefix("new/") for path in site.files if path.startswith("new/")}
    there.remove("search.js")  # no address of ours leads to it
    assert {path.removeprefix("old/") for path in site.files if path.startswith("old/")} == there
    for old in ("visit", "trip", "tour"):
        page = site.files[f"old/facts/{old}/index.html"]
        assert leads_to(page) == "../../../new/facts/visit/index.html"
    assert leads_to(site.files["old/facts/gone/index.html"]).endswith("new/facts/gone/index.html")


def test_a_former_address_that_another_briefing_has_is_refused_with_both_places() -> None:
    site = assemble({"a/article.md": article(), "b/article.md": article(BODY, "formerly: [x, a]")})
    assert errors(site) == ["content/b/article.md:5:15 file.name content/a:1:1"]
    assert site.files == {}


@pytest.mark.parametrize("formerly", ["formerly: b", "formerly: [x, x]"])
def test_a_former_address_is_not_the_briefings_own_nor_named_twice(formerly: str) -> None:
    site = assemble({"b/article.md": article(BODY, formerly)})
    assert [error.split()[1] for error in errors(site)] == ["file.name"]


def test_a_former_address_claimed_by_two_is_refused_with_both_places() -> None:
    claim = article(BODY, "formerly: old")
    site = assemble({"a/article.md": claim, "b/article.md": claim})
    assert errors(site) == ["content/b/article.md:5:11 file.name content/a/article.md:5:11"]


@pytest.mark.parametrize("slug", ["about", "con"])
def test_an_address_that_no_briefing_can_have_had_is_refused(slug: str) -> None:
    site = assemble({"b/article.md": article(BODY, f"formerly: {slug}")})
    (problem,) = (problem for problem in site.problems if problem.severity == "error")
    assert (problem.rule, str(problem.position)) == ("file.name", "content/b/article.md:5:11")
    assert "no briefing" in problem.fix


def test_a_former_id_that_a_living_fact_has_is_refused_with_both_places() -> None:
    taken = SHEET.replace("trip, tour", "visit")
    site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": taken})
    (error,) = errors(site)
    assert error.split()[1:] == ["id.duplicate", "content/b/timeline.yaml:3:10"]
