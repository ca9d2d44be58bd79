"""A fact is cited so that others find it, and its quotation can be pasted into any page."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from dateline.facts.site_records import Publisher
from dateline.pages.addresses import Here
from dateline.pages.cards.citations import Citation, cite
from dateline.pages.cards.fact_link import fact_link
from dateline.pages.data.csv_tables import TABLES
from dateline.pages.data.files import data_files
from tests.pages.world import SHEETS, edition, pages, read, words

if TYPE_CHECKING:
    from dateline.pages.edition import Edition

ADDRESS = "https://daily.example/news/"


def at_home(**sheets: str) -> Edition:
    """The edition on a site whose address is known."""
    this_edition = edition(**{**SHEETS, **sheets})
    return replace(this_edition, site=this_edition.site.model_copy(update={"address": ADDRESS}))


def cited(fact: str, edition: Edition) -> Citation:
    record = edition.briefing.fact_by_id[fact]
    return cite(record, fact_link(record, edition, Here(path="x/index.html")), edition)


class Pasted(HTMLParser):
    """What somebody else's page has after pasting: tags with their attributes, and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: dict[str, dict[str, str | None]] = {}
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = dict(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_authors_publisher_and_the_day_of_the_last_change_are_in_the_full_citation() -> None:
    edition = at_home()
    front = edition.briefing.front.model_copy(
        update={"authors": ("A. Roe", "B. Doe", "C. Poe"), "updated": edition.today}
    )
    site = edition.site.model_copy(update={"publisher": Publisher(name="Daily Ltd")})
    whole = replace(edition, briefing=replace(edition.briefing, front=front), site=site)
    assert cited("visit", whole).full == (
        "“11 September 2024: The mayor comes to Basel”, in “A title” by A. Roe, B. Doe and C. Poe,"
        " The Daily, Daily Ltd, 11 September 2024, updated 15 January 2026."
        " https://daily.example/news/b/facts/visit/"
    )


def test_nothing_is_said_of_the_day_on_which_a_reader_reads() -> None:
    assert "2026" not in cited("visit", at_home()).full


def test_a_claim_that_begins_with_who_makes_it_does_not_name_them_twice() -> None:
    assert cited("cost", at_home()).full.startswith(
        "“Cost of the line: nearly $5 billion”, according to Ann Lee, in “A title”, The Daily"
    )
    figures = SHEETS["figures"].replace("label: Cost of the line", "label: Ann Lee’s bill")
    assert cited("cost", at_home(figures=figures)).full.startswith(
        "“Ann Lee’s bill: nearly $5 billion”, in “A title”"
    )


def test_a_name_keeps_its_own_letters() -> None:
    places = SHEETS["places"].replace("name: Basel", "name: al-Basel\n        aliases: Basel")
    assert cited("basel", at_home(places=places)).full.startswith("“al-Basel”,")


def test_the_quotation_is_the_articles_words_and_leads_to_them_and_to_the_fact() -> None:
    quote = Pasted(cited("cost", at_home()).quote)
    assert words(quote.text) == "It costs nearly $5 billion “A title”, The Daily, 11 September 2024"
    assert quote.tags["blockquote"] == {"cite": f"{ADDRESS}b/article/#words-cost"}
    assert quote.tags["a"] == {"href": f"{ADDRESS}b/facts/cost/"}
    assert quote.tags["figure"] == {"lang": "en", "dir": "ltr"}


def test_a_fact_without_words_is_quoted_as_what_it_claims() -> None:
    figures = "figures: [{id: all, label: Bridges, value: 9, kind: measured, source: plan}]"
    quote = Pasted(cited("all", at_home(figures=figures)).quote)
    assert quote.text.strip().startswith("“Bridges: 9”")
    assert quote.tags["blockquote"] == {"cite": f"{ADDRESS}b/facts/all/"}


def test_without_an_address_there_is_none_and_the_page_says_what_to_add() -> None:
    quote = Pasted(cited("cost", edition()).quote)
    assert quote.tags["blockquote"] == {}
    assert "a" not in quote.tags
    asked = "Then add this page’s web address."
    assert asked in pages(edition())["b/facts/cost/index.html"]
    assert asked not in pages(at_home())["b/facts/cost/index.html"]


def test_no_words_of_an_article_become_markup_on_the_page_that_quotes_it() -> None:
    article = 'He said `<img src=x onerror=alert(1)> & "more"` once.'
    timeline = """
        events:
          - id: said
            title: <b>T</b>
            date: 2024-09-11
            evidence: '<img src=x onerror=alert(1)> & "more" once'
        """
    this_edition = edition(article, timeline=timeline)
    quote = Pasted(cited("said", this_edition).quote)
    assert set(quote.tags) == {"figure", "blockquote", "p", "figcaption"}
    assert quote.text.strip().startswith('<img src=x onerror=alert(1)> & "more" once')
    page = pages(this_edition)["b/facts/said/index.html"]
    assert "<img" not in page
    shown = page.split('<pre class="cite" data-copy="Copy the code">')[1].split("</pre>")[0]
    assert unescape(shown) == cited("said", this_edition).quote


def test_a_page_offers_its_twin_to_programs_and_to_readers() -> None:
    page = pages(edition())["b/facts/cost/index.html"]
    assert '<link rel="alternate" type="application/json" href="index.json">' in page
    assert read(page).links["index.json"] == "This fact as JSON"


def test_page_table_record_twin_and_citation_name_one_address() -> None:
    edition = at_home()
    files = data_files(edition)
    whole = json.loads(files["b/data/facts.json"])["facts"]
    rows = {row["id"]: row["page"] for table in TABLES for row in table.rows(edition)}
    for record in whole:
        address = f"{ADDRESS}b/facts/{record['id']}/"
        twin = json.loads(files[f"b/facts/{record['id']}/index.json"])
        addresses = {record["page"], twin["fact"]["page"], rows[record["id"]]}
        citation = cited(record["id"], edition)
        assert {*addresses, citation.address, citation.full.rpartition(" ")[2]} == {address}


def test_a_code_keeps_its_capitals() -> None:
    sheet = "{id: debt, label: Debt, value: 7.9 billion, unit: SEK, kind: measured}"
    edition = at_home(figures=f"figures: [{sheet}]")
    assert cited("debt", edition).full.startswith("“Debt: SEK 7.9 billion”")
