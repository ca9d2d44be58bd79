"""A saved web page to a story: which of its blocks are the story, and what the page says of it.

trafilatura finds the story; its words, lists, tables and links are then read from the page itself, so
that nothing of them is lost, and what it left out can be shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from html import unescape
from typing import Any, Final

from dateline.drafting.importing.boilerplate import is_prose
from dateline.drafting.importing.html_blocks import guard_markup, parse_blocks
from dateline.drafting.importing.libraries import load_library
from dateline.drafting.importing.story import (
    CutLine,
    ImportRefused,
    ReadStory,
    StoryOrigin,
    line_of,
)
from dateline.drafting.importing.story_edges import says_who_or_when
from dateline.facts.article import Element
from dateline.facts.phrasing import count_of
from dateline.facts.web_addresses import WEB, fault_of
from dateline.frozen import dataclass

_LANGUAGE: Final = re.compile(
    r"<html\b[^>]*?\blang=[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\b", re.IGNORECASE
)
_META: Final = re.compile(r"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_LINK: Final = re.compile(r"<link\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LINKED_DATA: Final = re.compile(
    r"<script\b[^>]*application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL
)
_PUBLISHED: Final = frozenset(
    {
        *(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
        ),
        *("date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate"),
        *("publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date"),
    }
)
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")
_CLOCK: Final = re.compile(r"T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$")
_CUT_OFF: Final = re.compile(r"(?:…|\.\.\.|\[…\])$")
_SHORTEST_STORY: Final = 30
_NO_STORY: Final = "no story was found in the page: copy its text, and import that"
_LONGEST_STANDFIRST: Final = 400


def parse_page(html: str) -> ReadStory:
    """Raises ImportRefused where no story is found in the page, or it is too much to read."""
    guard_markup(html)
    found = _find_story(html)
    said = _said_of_itself(html)
    origin = _origin(said, found)
    base = origin.address if origin else ""
    blocks = parse_blocks(html, base)
    title = _title(said, found)
    authors = tuple(_authors(said, found))
    chosen, cut = _choose(blocks, [*_texts_of(found.body)], title)
    cut = [_said_otherwise(line, authors) for line in cut]
    body = tuple(block for block in chosen if line_of([block]) != title)
    standfirst, body, remarks = _standfirst(said, body)
    return ReadStory(
        body=body,
        title=title,
        standfirst=standfirst,
        authors=authors,
        published=_published(html, said),
        published_time=_published_time(said),
        language=_language(html),
        origin=origin,
        cut=tuple(cut),
        remarks=tuple(remarks),
    )


def _find_story(html: str) -> Any:
    library = load_library("trafilatura", "reading a web page")
    found = library.bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        include_links=True,
        with_metadata=True,
    )
    if found is None or found.body is None or not "".join(found.body.itertext()).strip():
        raise ImportRefused(_NO_STORY)
    return found


# Which blocks


def _texts_of(body: Any) -> Iterator[str]:
    """The text of each innermost block that was found, without spaces."""
    tags = ("p", "head", "item", "cell", "quote", "code")
    for element in body.iter(*tags):
        if not any(True for inner in element.iter(*tags) if inner is not element):
            yield _squeezed("".join(element.itertext()))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _leaves(block: Element) -> list[Element]:
    """The innermost blocks in a block."""
    inner = [child for child in block.children if isinstance(child, Element)]
    blocks = [
        child for child in inner if child.tag in ("p", "li", "tr", "td", "ul", "ol", "blockquote")
    ]
    return [leaf for child in blocks for leaf in _leaves(child)] or [block]


def _choose(
    blocks: tuple[Element, ...], found: list[str], title: str
) -> tuple[list[Element], list[CutLine]]:
    """The blocks that are of the story, and lines that were left out; a list is whole or not there."""
    leaves = [(number, leaf) for number, block in enumerate(blocks) for leaf in _leaves(block)]
    kept = _matching([_squeezed(line_of([leaf])) for _, leaf in leaves], found)
    numbers = {leaves[at][0] for at in kept}
    if sum(len(line_of([blocks[number]])) for number in numbers) < _SHORTEST_STORY:
        raise ImportRefused(_NO_STORY)
    numbers |= {*_under_title(blocks, numbers, title)}
    first, last = min(numbers), max(numbers)
    left = [(number, block) for number, block in enumerate(blocks) if number not in numbers]
    within = [block for number, block in left if first <= number <= last]
    outside = [block for number, block in left if not first <= number <= last]
    chosen = [blocks[number] for number in sorted(numbers)]
    return chosen, [*_cut_within(within), *_cut_outside(outside)]


def _under_title(blocks: tuple[Element, ...], kept: set[int], title: str) -> Iterator[int]:
    """The numbers of a byline and a day between the headline and the first paragraph of the story."""
    first = next((at for at in sorted(kept) if is_prose(blocks[at])), min(kept))
    titles = [at for at in range(first) if line_of([blocks[at]]) == title]
    return (
        at for at in range(titles[-1] if titles else first, first) if says_who_or_when(blocks[at])
    )


def _matching(lines: list[str], found: list[str]) -> set[int]:
    """The numbers of the lines that were found, also where they are divided in another way."""
    kept: set[int] = set()
    matcher = SequenceMatcher(None, lines, found, autojunk=False)
    for what, start, end, found_start, found_end in matcher.get_opcodes():
        if what == "equal":
            kept |= set(range(start, end))
        elif what == "replace":
            whole = "\n".join(found[found_start:found_end])
            kept |= {at for at in range(start, end) if lines[at] and lines[at] in whole}
            texts = [text for text in found[found_start:found_end] if len(text) > 20]
            kept |= {at for at in range(start, end) if any(text in lines[at] for text in texts)}
    return kept


def _cut_within(blocks: Iterable[Element]) -> Iterator[CutLine]:
    for block in blocks:
        if line := line_of([block]):
            is_caption = block.get("class") == "caption"
            why = (
                "the caption of a picture, or a title over one"
                if is_caption
                else "it did not seem to be of the story"
            )
            yield CutLine(words=line, why=why)


def _cut_outside(blocks: Iterable[Element]) -> Iterator[CutLine]:
    """What is before and after the story: sentences each, and how many lines there are besides."""
    others = 0
    for block in blocks:
        if block.get("class") == "caption":
            yield from _cut_within([block])
        elif is_prose(block) and block.tag == "p":
            yield CutLine(words=line_of([block]), why="before or after the story")
        else:
            others += 1
    if others:
        around = f"{count_of(others, 'other block')} before and after it: menus, links and the like"
        yield CutLine(words="", why=around)


# What the page says of itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """The meta elements of a page by their names, its own address, and its structured data."""

    meta: dict[str, str]
    canonical: str
    data: tuple[dict[str, Any], ...]


def _said_of_itself(html: str) -> _Said:
    meta: dict[str, str] = {}
    for tag in _META.findall(html):
        given = _attributes(tag)
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        meta.setdefault(name.lower(), given.get("content", "").strip())
    links = map(_attributes, _LINK.findall(html))
    canonical = next((link.get("href", "") for link in links if link.get("rel") == "canonical"), "")
    return _Said(meta=meta, canonical=canonical, data=tuple(_linked_data(html)))


def _attributes(tag: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(tag)
    return {
        name.lower(): unescape(first or second or third) for name, first, second, third in found
    }


def _linked_data(html: str) -> Iterator[dict[str, Any]]:
    """Descriptions of an article in schema.org's words."""
    for script in _LINKED_DATA.findall(html):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        parts = data if isinstance(data, list) else [data]
        graphs = [
            part["@graph"]
            for part in parts
            if isinstance(part, dict) and isinstance(part.get("@graph"), list)
        ]
        for part in [*parts, *(part for graph in graphs for part in graph)]:
            if isinstance(part, dict) and "Article" in str(part.get("@type", "")):
                yield part


def _origin(said: _Said, found: Any) -> StoryOrigin | None:
    for address in (said.canonical, said.meta.get("og:url", "")):
        if not fault_of(address, WEB):
            publisher = said.meta.get("og:site_name") or str(found.sitename or "")
            return StoryOrigin(
                address=address, title=_title(said, found), publisher=publisher.strip()
            )
    return None


def _title(said: _Said, found: Any) -> str:
    headlines = [part.get("headline") for part in said.data]
    written = next((text for text in headlines if isinstance(text, str) and text.strip()), None)
    return " ".join(unescape(written or str(found.title or "")).split())


def _said_otherwise(cut: CutLine, authors: tuple[str, ...]) -> CutLine:
    """A line that was left out, as the byline where it has the names of the authors alone."""
    if authors and set(re.split(r",? and |, ", cut.words)) == set(authors):
        return replace(cut, why="its byline, now `authors:`")
    return cut


def _standfirst(
    said: _Said, body: tuple[Element, ...]
) -> tuple[str, tuple[Element, ...], list[str]]:
    """The page's description of the story, if it is whole and not the story's own first words.

    A line above the first paragraph that is the description is not of the story either.
    """
    given = " ".join(
        (said.meta.get("og:description") or said.meta.get("description") or "").split()
    )
    if not given or len(given) > _LONGEST_STANDFIRST:
        return "", body, []
    head = next((at for at, block in enumerate(body) if is_prose(block)), 0)
    for at, block in enumerate(body[:head]):
        if line_of([block]) == given:
            return given, (*body[:at], *body[at + 1 :]), []
    story = "\n".join(line_of([block]) for block in body)
    if _CUT_OFF.search(given) or given in story:
        return "", body, [f"the page describes the story with words of its own text: “{given}”"]
    return given, body, []


def _authors(said: _Said, found: Any) -> Iterator[str]:
    """The names that the page has for its authors; what is not a name is left out."""
    written = [each for part in said.data for each in _listed(part.get("author"))]
    named = [str(each.get("name") or "") for each in written if isinstance(each, dict)]
    for author in dict.fromkeys(named) or str(found.author or "").split(";"):
        name = " ".join(unescape(author).split())
        if name and len(name) <= 60 and not re.search(r"[\d@/:<>]", name):
            yield name


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _published(html: str, said: _Said) -> date | None:
    """The day on which the page says that it was published, if it says one alone."""
    written = [value for name, value in said.meta.items() if name in _PUBLISHED]
    written += [str(part["datePublished"]) for part in said.data if part.get("datePublished")]
    written += re.findall(r"<time\b[^>]*\bpubdate\b[^>]*\bdatetime=[\"']([^\"']+)", html)
    days = {day for text in written if (day := _day(text))}
    return days.pop() if len(days) == 1 else None


def _published_time(said: _Said) -> str:
    """The time of day of publication with its zone, if the page says one alone."""
    written = [value for name, value in said.meta.items() if name in _PUBLISHED]
    written += [str(part["datePublished"]) for part in said.data if part.get("datePublished")]
    found = {f"{time[1]} {_zone(time[2])}" for text in written if (time := _CLOCK.search(text))}
    return found.pop() if len(found) == 1 else ""


def _zone(offset: str) -> str:
    """The offset as we write it: +01:00 is UTC+1."""
    hours, minutes = (int(part) for part in (offset[:3], offset[-2:])) if offset != "Z" else (0, 0)
    if not hours and not minutes:
        return "UTC"
    return f"UTC{hours:+d}{f':{minutes:02d}' if minutes else ''}"


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _language(html: str) -> str:
    found = _LANGUAGE.search(html[:20_000])
    return found[1] if found else ""
