"""One fact's page: the sentence, who stands for it, whether it was checked, how to cite it."""

from __future__ import annotations

import re

from dateline.facts.records import Site
from dateline.pages.fact import address_of
from tests.pages.world import SHEETS, edition, pages, read, words

CHECKED = SHEETS["figures"].replace(
    "caveat: Nobody", "checked: {by: M. Roe, on: 2024-09-12}\n        caveat: Nobody"
)


def page_of(fact: str, **sheets: str) -> str:
    return pages(edition(**{**SHEETS, **sheets}))[f"b/facts/{fact}/index.html"]


def test_the_sentence_stands_in_its_paragraph_with_its_own_words_marked() -> None:
    page = read(page_of("cost"))
    assert page.inside["words-cost"] == "It costs nearly $5 billion"
    assert "The line, 32 kilometres long, is to open in June 2025." in words(page.text)
    assert "words-length" not in page.ids


def test_the_words_lead_to_their_place_in_the_article() -> None:
    assert read(page_of("cost")).links["../../article/index.html#words-cost"] == (
        "Paragraph 2 of the article"
    )


def test_who_says_so_the_source_and_the_caveat_are_told() -> None:
    text = words(read(page_of("cost")).text)
    assert "Said by Ann Lee" in text
    assert "City of Bern: The plan of the line" in text
    assert "Nobody has seen the bills." in text


def test_what_nobody_has_checked_says_so() -> None:
    assert "Not yet checked against its source" in page_of("cost")
    checked = page_of("cost", figures=CHECKED)
    assert "Checked 12 September 2024 by M. Roe" in checked
    assert "Not yet checked" not in checked


def test_neighbours_and_the_place_among_its_like_are_one_click_away() -> None:
    links = read(page_of("length")).links
    assert words(links["../opening/index.html"]) == "Previous fact The line opens"
    assert words(links["../cost/index.html"]) == "Next fact Cost of the line"
    assert words(links["../../key-figures/index.html#length"]) == (
        "Where it stands Among the key figures"
    )


def test_the_citation_names_site_headline_and_date() -> None:
    cited = re.findall(r'<p class="cite" data-copy>(.*?)</p>', page_of("cost"))
    assert cited[0] == "“Cost of the line: nearly $5 billion”, The Daily, 11 September 2024."
    assert "in “A title”, The Daily, 11 September 2024, as of 15 January 2026." in cited[1]


def test_the_address_is_cited_where_it_is_known() -> None:
    assert address_of("b/facts/x/index.html", "https://a.example/r/") == (
        "https://a.example/r/b/facts/x/"
    )
    assert address_of("b/facts/x/index.html", None) == ""


def test_a_fact_without_words_says_what_it_rests_on() -> None:
    figures = """
        figures:
          - id: bridges
            label: Bridges
            value: 9
            kind: measured
            source: plan
        """
    text = words(read(page_of("bridges", figures=figures)).text)
    assert "It rests on no words of the article, but on the source named below." in text


def test_an_excerpt_leaves_footnotes_and_ids_behind() -> None:
    timeline = """
        events:
          - id: rain
            title: It rains
            date: 2024-09-10
            evidence: Rain fell
        """
    article = "Rain fell.[^1] See [below](#x).\n\n[^1]: A note.\n"
    html = pages(edition(article, timeline=timeline))["b/facts/rain/index.html"]
    excerpt = html.split('<blockquote class="excerpt"><p>')[1].split("</p>")[0]
    assert re.sub("</?mark[^>]*>", "", excerpt) == "Rain fell. See below."


def test_the_site_licence_stands_under_every_page() -> None:
    site = Site.model_validate(
        {
            "title": "T",
            "description": "D",
            "licence": {"name": "CC0", "address": "https://c.example"},
        }
    )
    one = edition()
    html = pages(one, site=site)["about/index.html"]
    assert read(html).links["https://c.example"].startswith("CC0")
