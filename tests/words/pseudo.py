"""Pages in a pseudo-language, in which every message is between brackets: ⟦Sources⟧.

What is outside of them is content, or words that no translator would find.
`python -m tests.words.pseudo` lists those words for each page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from gettext import NullTranslations
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from unittest.mock import patch
from xml.etree import ElementTree as ET

import yaml

from dateline.facts.units import MEASURE_SYMBOLS
from dateline.pages.inline import host_of
from dateline.publishing.assemble import assemble_site
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import SHARED, SiteSource, read_site
from dateline.reading.outlines import read_outlines
from dateline.reading.own_words import parse_own_words
from dateline.words import en
from dateline.words.formats import Formats
from dateline.words.interface import Interface
from tests.archive_site import many
from tests.small_site import source_of

ROOT = Path(__file__).parent.parent.parent
SITES = tuple(
    ROOT / "tests" / "sites" / site / "content"
    for site in ("first", "everything", "seldom", "archive")
)


class PseudoCatalogue(NullTranslations):
    """Notes each message that is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return self.gettext(message)


def pseudo_formats() -> Formats:
    """Those of English, between brackets."""
    wrapped = {name: bracketed(getattr(en, name)) for name in FORMATS}
    return cast(Formats, SimpleNamespace(**wrapped, number=en.number))


FORMATS = (
    "date date_before short_date year decade weekday in_words scale unit rate all_of one_of".split()
)


def bracketed(say: Callable[..., str]) -> Callable[..., str]:
    def said(*values: object) -> str:
        words = say(*values)
        return words and f"⟦{words}⟧"

    return said


def pages(
    source: SiteSource, day: date, catalogue: PseudoCatalogue
) -> tuple[Mapping[str, str], frozenset[str]]:
    """The pages, feeds and calendars of a site in the pseudo-language, and every text of its content."""
    now = datetime(day.year, day.month, day.day, tzinfo=UTC)
    request = Request(
        content=Path(source.shown_as), now=now, today=day, site_url="https://courier.example/"
    )
    pseudo = Interface(language="en-x-pseudo", catalogue=catalogue, formats=pseudo_formats())
    with patch("dateline.words.find_interface", return_value=pseudo):
        site = assemble_site(source, read_look_files(), request)
    read = {
        path: as_html(path, data.decode()) for path, data in site.files.items() if READ.search(path)
    }
    said = {sentence for text in texts(source) for sentence in (text, *text.split(". "))}
    return read, frozenset(map(plain, said))


READ = re.compile(r"\.(?:html|ics)$|(?:feed|changes)\.xml$")


def as_html(path: str, text: str) -> str:
    """What a reader gets of a page, a feed or a calendar."""
    if path.endswith(".xml"):
        feed = ET.fromstring(text)  # noqa: S314 - our own
        named = [element for element in feed.iter() if element.tag in SHOWN]
        said = [element.text or "" for element in named]
        return "".join(
            f"<p>{words if element.get('type') == 'html' else escape(words)}</p>"
            for element, words in zip(named, said, strict=True)
        )
    if path.endswith(".ics"):
        lines = re.sub(r"\r\n ", "", text).splitlines()
        said = [line.partition(":")[2] for line in lines if line.startswith(SHOWN_IN_CALENDARS)]
        unescaped = (re.sub(r"\\([,;])", r"\1", words) for words in said)
        return "".join(
            f"<p>{escape(part)}</p>" for words in unescaped for part in words.split("\\n")
        )
    return text


SHOWN = [
    f"{{http://www.w3.org/2005/Atom}}{name}"
    for name in "title subtitle rights summary content".split()
]
SHOWN_IN_CALENDARS = ("NAME", "SUMMARY", "DESCRIPTION")


def texts(source: SiteSource) -> Iterator[str]:
    """Every text of the content, the symbols of units, and the names on the outlines of its maps."""
    yield from MEASURE_SYMBOLS
    outlines = read_outlines()
    yield from (country.name for country in outlines.countries)
    yield from (name for region in outlines.regions for name in region.names)
    yield from values(yaml.safe_load(source.settings or b""))
    shared = (yaml.safe_load(source.words[name]) for name in SHARED if name in source.words)
    yield from (text for sheet in shared for text in values(sheet))
    words = parse_own_words(source)
    for text in words.texts.values():
        yield from text.texts
    for front in words.own.pages.values():
        yield from (front.title, front.description or "")
    authors = [*values(yaml.safe_load(source.words.get("authors.yaml", b"")))]
    yield from authors
    social = yaml.safe_load(source.settings or b"").get("social")
    yield from (host_of(text) for text in (*authors, *values(social)) if "://" in text)
    for folder in source.folders:
        yield folder.slug
        yield folder.files["article.md"].decode()
        briefing, _ = parse_briefing(folder)
        assert briefing is not None
        yield from (block.text for block in briefing.article.blocks)
        for name, data in folder.files.items():
            if name.endswith(".yaml"):
                yield from values(yaml.safe_load(data))
        yield from values(next(yaml.safe_load_all(folder.files["article.md"].split(b"\n---")[0])))


def values(tree: object) -> Iterator[str]:
    match tree:
        case dict():
            yield from (text for value in tree.values() for text in values(value))
        case list():
            yield from (text for value in tree for text in values(value))
        case None | bool():
            pass
        case _:
            yield str(tree)


def plain(text: str) -> str:
    """A text without what typography changes: white space, case, marks at its ends."""
    text = unicodedata.normalize("NFKC", re.sub(r"[*_`<>\u200e\u200f\u2060]", "", text))
    return " ".join(text.split()).strip(" .,:;·()“”‘’\"'?!…/").lower()


MARKUP = re.compile(r"<[^>]*>")
"""Tags in what a page shows as code to copy."""


class Reader(HTMLParser):
    """What a page says outside of the brackets, and whether that is in the midst of content."""

    UNREAD = ("script", "style")
    SAID = ("alt", "aria-label", "title", "placeholder", "data-copy")
    RUNNING = ("article.story", "div.story", "blockquote", "mark", "svg", "a.called")
    VOID = ("meta", "link", "br", "img", "hr", "input", "wbr", "source", "path", "rect", "circle")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth = 0
        self.open: list[str] = []
        self.found: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        said = [given[name] for name in self.SAID if name in given]
        if tag == "meta" and given.get("name") == "description":
            said.append(given["content"])
        self.found += [(piece, False) for text in said for piece in outside(text)]
        if tag not in self.VOID:
            kind = given.get("class", "").partition(" ")[0]
            self.open.append(f"{tag}.{kind}" if kind else tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {name.partition(".")[0] for name in self.open}:
            while self.open.pop().partition(".")[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if any(tag in self.UNREAD for tag in self.open):
            return
        running = any(tag.startswith(self.RUNNING) for tag in self.open)
        for piece, depth in pieces(MARKUP.sub(" · ", data), self.depth):
            self.found.append((piece, running))
            self.depth = depth


def pieces(text: str, depth: int = 0) -> Iterator[tuple[str, int]]:
    """The parts of a text outside of all brackets, each with how deep the text is after it."""
    start = 0
    for sign in re.finditer("[⟦⟧]", text):
        yield ("" if depth else text[start : sign.start()]), depth
        depth += 1 if sign[0] == "⟦" else -1
        start = sign.end()
    yield ("" if depth else text[start:]), depth


def outside(text: str) -> list[str]:
    return [piece for piece, _ in pieces(text)]


def unmarked(html: str, content: frozenset[str]) -> Iterator[str]:
    """What a page says that is neither a message nor content, nor a number of what content names."""
    for piece, running in Reader(html).found:
        for part in re.split(r" · |(?<=[.?!]) |https?://\S+", piece):
            said = {plain(part), re.sub(r"^[^a-z]*\d[^a-z]*", "", plain(part))}
            if not all(re.search(r"[^\W\d_]", words) for words in said) or said & content:
                continue
            if (running or len(part) > 20) and any(text.find(plain(part)) >= 0 for text in content):
                continue
            yield " ".join(part.split())


DAYS = (date(2024, 9, 13), date(2025, 6, 1), date(2026, 11, 29))


def all_unmarked(catalogue: PseudoCatalogue) -> Iterator[str]:
    """Each page's words that are not marked: before, amid and after what the sites expect."""
    files = many(50, every=0.7, first=date(2021, 12, 20))
    signed = {
        path: text.replace("topics:", "authors: Ann Roe\ntopics:") for path, text in files.items()
    }
    signed["authors.yaml"] = "authors: [{id: ann-roe, name: Ann Roe}]\n"
    archive = source_of(signed)
    for source in (*map(read_site, SITES), archive):
        for day in DAYS[-1:] if source is archive else DAYS:
            shown, said = pages(source, day, catalogue)
            assert len(shown) > 40
            for path, page in sorted(shown.items()):
                yield from (f"{path}: {words}" for words in unmarked(page, said))


if __name__ == "__main__":
    for line in all_unmarked(PseudoCatalogue()):
        print(line)  # noqa: T201
