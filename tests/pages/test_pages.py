"""Every page of a briefing, and the pages of the site, as a reader meets them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from posixpath import dirname, normpath

import pytest

from dateline.facts.records import BriefPoint
from dateline.facts.site_records import Publisher, Site
from dateline.pages.addresses import base_path
from dateline.pages.front import FrontContext, plan_front
from dateline.pages.inline import text_direction
from dateline.pages.not_found import NotFoundContext, plan_not_found
from dateline.pages.plan import briefing_files
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary
from tests.pages.world import SHEETS, SITE, edition, pages, read, words

ALL = pages(edition())
DATA = briefing_files(edition())


def test_a_briefing_has_all_its_pages() -> None:
    assert sorted(ALL) == [
        "404.html",
        "about/index.html",
        "b/all/index.html",
        "b/article/index.html",
        *(f"b/facts/{fact}/index.html" for fact in (
            "ann-lee", "basel", "build-on", "cost", "length", "opening", "visit"
        )),
        "b/index.html",
        "b/key-figures/embed/index.html",
        "b/key-figures/index.html",
        "b/map/embed/index.html",
        "b/sources/index.html",
        "b/timeline/embed/index.html",
        "b/timeline/index.html",
        "b/who-and-where/index.html",
        "corrections/index.html",
        "index.html",
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted(ALL))
def test_every_page_has_one_heading_a_title_a_language_and_a_way_past_the_menus(path: str) -> None:
    page = read(ALL[path])
    assert page.tags.count("h1") == 1
    assert page.tags.count("title") == 1
    assert "The Daily" in page.inside["title"].split(" · ")
    assert '<html lang="en" dir="ltr">' in ALL[path]
    assert re.search(r'<meta name="description" content="[^"]+', ALL[path])
    if "/embed/" not in path:
        assert next(iter(page.links)) == "#at_content"
        assert "at_content" in page.ids


@pytest.mark.parametrize("path", sorted(ALL))
def test_ids_are_used_once_and_headings_skip_no_level(path: str) -> None:
    page = read(ALL[path])
    assert len(page.ids) == len(set(page.ids))
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", sorted(set(ALL) - {"404.html"}))
def test_every_link_leads_to_a_page_and_an_element_that_is_there(path: str) -> None:
    for href in read(ALL[path]).links:
        if re.match("https?:", href) or href.endswith(".txt"):
            continue
        there, _, fragment = href.partition("#")
        target = normpath(f"{dirname(path)}/{there}".lstrip("/")) if there else path
        assert target in ALL or target in DATA, href
        assert not fragment or fragment in read(ALL[target]).ids, href


@pytest.mark.parametrize("path", sorted(ALL))
def test_nothing_is_styled_or_run_within_a_page(path: str) -> None:
    assert "style=" not in ALL[path]
    assert "<style" not in ALL[path]
    assert not re.search(r"<script(?! src=)", ALL[path])
    assert not re.search(r"\son[a-z]+=", ALL[path])
    assert "default-src 'none'" in ALL[path]


@pytest.mark.parametrize("path", sorted(ALL))
def test_a_form_goes_to_the_search_of_the_site_or_nowhere(path: str) -> None:
    targets = re.findall(r'<form[^>]* action="([^"]*)"', ALL[path])
    places = {normpath(f"{dirname(path)}/{each}".lstrip("/")) for each in targets}
    assert places <= {"search", "search/index.html"}
    assert ("form-action 'self'" if targets else "form-action 'none'") in ALL[path]
    assert bool(targets) == (path in ("index.html", "404.html"))


def test_the_row_of_links_counts_and_names_the_page_it_is_on() -> None:
    html = ALL["b/timeline/index.html"]
    row = html.split('<nav class="row"')[1].split("</nav>")[0]
    assert words(read(row).text).endswith(
        "Brief Article Timeline 2 Key figures 2 Who and where 2 Sources 1"
    )
    assert re.findall(r'aria-current="page">(\w+)', row) == ["Timeline"]


def test_no_two_pages_have_the_same_title() -> None:
    """A sheet in a frame is called as the page that it is of."""
    shown = {path: html for path, html in ALL.items() if "/embed/" not in path}
    titles = {path: read(html).inside["title"] for path, html in shown.items()}
    assert len(set(titles.values())) == len(titles)
    assert titles["index.html"] == "The Daily · News, checked."
    assert titles["b/index.html"] == "A title · The Daily"
    assert titles["b/article/index.html"] == "Article · A title · The Daily"
    assert titles["b/all/index.html"] == "The whole briefing · A title · The Daily"


def test_a_site_that_publishes_itself_does_not_say_so() -> None:
    own = SITE.model_copy(update={"publisher": Publisher(name="The Daily")})
    other = SITE.model_copy(update={"publisher": Publisher(name="Lee and Sons")})
    assert "ublished by" not in pages(edition(), site=own)["about/index.html"]
    assert "Published by Lee and Sons" in pages(edition(), site=other)["about/index.html"]


def test_a_briefing_that_expects_nothing_has_no_status() -> None:
    bare = pages(edition("Nothing happened.", people=""))["b/index.html"]
    assert "As of" not in bare


def test_a_sheet_that_is_missing_takes_its_page_and_every_link_to_it_away() -> None:
    site = pages(edition("Nothing happened.", people=""))
    assert "b/timeline/index.html" not in site
    assert not [path for path, html in site.items() if "timeline/index.html" in html]


def test_the_opening_dates_the_briefing_and_no_status() -> None:
    text = words(read(ALL["b/index.html"]).text)
    assert "11 September 2024 Brief" in text


# Brief


def test_a_point_says_what_and_why_and_leads_to_its_facts() -> None:
    this_edition = edition()
    point = BriefPoint.model_validate(
        {"what": "A line is built.", "why": "It joins two cities.", "facts": ["length", "visit"]}
    )
    front = this_edition.briefing.front.model_copy(update={"brief": (point,)})
    briefing = replace(this_edition.briefing, front=front)
    page = read(pages(replace(this_edition, briefing=briefing))["b/index.html"])
    assert "A line is built. Why it matters It joins two cities." in words(page.text)
    assert words(page.links["key-figures/index.html#length"]).startswith("32 km Length of")
    assert words(page.links["timeline/index.html#visit"]).startswith("11 September 2024 The mayor")


def test_what_nobody_has_followed_up_is_said_once_for_all() -> None:
    text = words(read(ALL["b/index.html"]).text)
    assert (
        "What was expected We have not followed up on this. Was expected in June 2025 The line opens"
        in text
    )


def test_an_outcome_that_is_known_is_not_denied() -> None:
    timeline = SHEETS["timeline"].replace(
        "evidence: is to open",
        "outcome: {state: happened, date: 2025-06}\n        evidence: is to open",
    )
    html = pages(edition(**{**SHEETS, "timeline": timeline}))["b/index.html"]
    assert "We have not followed up" not in html
    assert "Happened in June 2025, on schedule" in html


# Sources


def test_sources_lead_back_to_the_facts_that_name_them() -> None:
    page = read(ALL["b/sources/index.html"])
    assert words(page.inside["plan"]).endswith(
        "https://bern.example/plan Read in print. Nearly $5 billion Cost of the line"
    )


def test_how_it_was_made_is_counted() -> None:
    text = words(read(ALL["b/sources/index.html"]).text)
    assert "facts point to exact words of the article 7" in text
    assert "No one has yet checked any fact against its source." in text
    assert "No corrections." in text


def test_corrections_say_what_stood_there_and_why() -> None:
    figures = SHEETS["figures"].replace(
        "label: Length of the line",
        "label: Length of the line\n        corrections: [{on: 2024-10-01, was: '30', is: '32', why: Mistyped.}]",
    )
    text = words(
        read(pages(edition(**{**SHEETS, "figures": figures}))["b/sources/index.html"]).text
    )
    assert "Corrected on 1 October 2024 Length of the line Was 30 Is 32 Mistyped." in text


# For paper


def test_everything_is_on_the_page_for_paper() -> None:
    page = read(ALL["b/all/index.html"])
    for fact in edition().briefing.facts:
        assert fact.id in page.ids, fact.id
    assert "https://bern.example/plan" in page.text
    assert "We build on" in page.text


# The site


def summary(slug: str, published: str) -> Summary:
    page = f"{slug}/index.html"
    return replace(
        summarise(edition()), title=slug, page=page, published=date.fromisoformat(published)
    )


def test_the_front_page_leads_with_the_latest_and_lists_the_others_by_date() -> None:
    briefings = (
        summary("old", "2020-01-01"),
        summary("new", "2024-01-01"),
        summary("mid", "2022-01-01"),
    )
    front = plan_front(briefings, SITE).context
    assert isinstance(front, FrontContext)
    assert front.latest is not None
    assert front.latest.headline.title == "new"
    listed = [
        (day.day.iso, *(listed.headline.title for listed in day.briefings)) for day in front.days
    ]
    assert listed == [("2022-01-01", "mid"), ("2020-01-01", "old")]


def test_one_briefing_alone_is_a_whole_front_page() -> None:
    text = words(read(ALL["index.html"]).text)
    assert "More briefings" not in text
    assert "It costs nearly $5 billion" in text
    assert "June 2025 The line opens" in text


def test_the_missing_page_links_from_the_base_of_the_address() -> None:
    site = SITE.model_copy(update={"address": "https://a.example/repo"})
    missing = plan_not_found((summarise(edition()),), site).context
    assert isinstance(missing, NotFoundContext)
    assert missing.briefings[0].href == "/repo/b/"
    assert base_path(None) == "/"


def test_about_speaks_of_any_site() -> None:
    plain = words(read(ALL["about/index.html"]).text)
    assert "About The Daily" in plain
    assert "report an error" not in plain
    site = Site.model_validate(
        {**SITE.model_dump(exclude_defaults=True), "report": "mailto:a@b.example"}
    )
    assert "mailto:a@b.example" in read(pages(edition(), site=site)["about/index.html"]).links


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ar-EG", "rtl"), ("de", "ltr")]
)
def test_the_direction_follows_the_language(language: str, direction: str) -> None:
    assert text_direction(language) == direction


def test_no_fact_can_be_called_as_a_part_of_a_page_is() -> None:
    """Editors write ids without underscores; the pages' own have one."""
    own = {fact.id for fact in edition().briefing.facts} | {"plan"}
    for path in (
        "index",
        *(f"{page}/index" for page in ("timeline", "key-figures", "sources", "all")),
    ):
        ids = [
            element_id
            for element_id in read(ALL[f"b/{path}.html"]).ids
            if not element_id.startswith("words-")
        ]
        assert [
            element_id for element_id in ids if "_" not in element_id and element_id not in own
        ] == []
