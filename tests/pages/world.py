"""An edition from a few lines of text, and its pages as a reader gets them."""

from __future__ import annotations

from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from dateline.checking import check_briefing
from dateline.facts.site_records import Site
from dateline.pages.edition import Edition, as_of
from dateline.pages.plan import plan_briefing, plan_site
from dateline.pages.summarise import summarise
from dateline.publishing.looks.assets import Look, plan_look
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.looks.render import render
from tests.small_site import briefing

if TYPE_CHECKING:
    from dateline.pages.shell import Page

TODAY = date(2026, 1, 15)
SITE = Site.model_validate({"title": "The Daily", "description": "News, checked."})

ARTICLE = """
    Ann Lee, mayor of Bern, came to Basel on Wednesday. “We build on,” she said.

    The line, 32 kilometres long, is to open in June 2025. It costs nearly $5 billion.
    """
TIMELINE = """
    events:
      - id: visit
        title: The mayor comes to Basel
        date: 2024-09-11
        date_from: Wednesday, counted from the day of publication
        who: ann-lee
        place: basel
        evidence: came to Basel on Wednesday
      - id: opening
        title: The line opens
        expected: {window: 2025-06, said_by: ann-lee, said_on: 2024-09-11}
        evidence: is to open in June 2025
    """
FIGURES = """
    figures:
      - id: length
        label: Length of the line
        value: 32
        unit: km
        kind: target
        evidence: The line, 32 kilometres long
      - id: cost
        label: Cost of the line
        value: 5 billion
        unit: USD
        hedge: nearly
        kind: estimate
        by: ann-lee
        source: plan
        caveat: Nobody has seen the bills.
        evidence: It costs nearly $5 billion
    """
PEOPLE = """
    people:
      - id: ann-lee
        name: Ann Lee
        role: Mayor of Bern
        why: She builds the line.
        evidence: Ann Lee, mayor of Bern
    """
PLACES = """
    places:
      - id: basel
        name: Basel
        what: City on the Rhine
        evidence: came to Basel
    """
QUOTATIONS = """
    quotations:
      - id: build-on
        words: We build on,
        speaker: ann-lee
        about: The line
    """
SOURCES = """
    sources:
      - id: plan
        title: The plan of the line
        publisher: City of Bern
        address: https://bern.example/plan
        note: Read in print.
    """
SHEETS = {
    "timeline": TIMELINE,
    "figures": FIGURES,
    "people": PEOPLE,
    "places": PLACES,
    "quotations": QUOTATIONS,
    "sources": SOURCES,
}


def edition(article: str = ARTICLE, **sheets: str) -> Edition:
    """The briefing `b` of The Daily; with the sheets above where none is given."""
    return edition_on(TODAY, article, **sheets)


def edition_on(today: date, article: str = ARTICLE, **sheets: str) -> Edition:
    made = briefing(article, **(sheets or SHEETS))
    checked = check_briefing(made, today=today)
    return Edition(briefing=as_of(made, today), checked=checked, site=SITE, today=today)


@cache
def look() -> Look:
    files = read_look_files()
    return plan_look({name: data.decode() for name, data in files.templates.items()}, files.static)


def pages(edition: Edition, *, site: Site = SITE) -> dict[str, str]:
    """Every page of the briefing, and those of a site that has no other, as HTML by path."""
    planned: list[Page] = [
        *plan_briefing(edition),
        *(page.plan() for page in plan_site((summarise(edition),), site)),
    ]
    return {page.path: render(page, look()).decode() for page in planned}


_INLINE = {"a", "b", "bdi", "del", "em", "ins", "mark", "q", "span", "strong", "time"}


class Reader(HTMLParser):
    """What a page holds: links with their words, ids, and text by the element it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.links: dict[str, str] = {}
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.inside: dict[str, str] = {}
        self.text = ""
        self.feed(html)
        self.close()

    def _apart(self, tag: str) -> None:
        """Elements that begin a line keep their words from those before and after."""
        if tag not in _INLINE:
            self.handle_data("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._apart(tag)
        self.tags.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in {"meta", "link", "br", "img"}:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag, attributes in self.open:
            if tag == "a":
                href = attributes.get("href", "")
                self.links[href] = self.links.get(href, "") + data
            if "id" in attributes:
                self.inside[attributes["id"]] = self.inside.get(attributes["id"], "") + data
            self.inside[tag] = self.inside.get(tag, "") + data


def read(html: str) -> Reader:
    return Reader(html)


def words(text: str) -> str:
    """Text with its white space as a reader sees it."""
    return " ".join(text.split())
