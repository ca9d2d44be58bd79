"""What an author wrote as HTML and a page may not hold: each told at its line, none silently lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from dateline.problems import Problem, Rule
from dateline.reading.allowed import ATTRIBUTES, may_link_to
from dateline.reading.encoding import SourceText
from dateline.reading.lines import MARKERS, MarkedLines

_MOST: Final = 50


class _Finder(HTMLParser):
    """Reads the HTML before it is sanitised; `found` has what goes, with its line's marker."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marker = ""
        self.found: list[tuple[str, str, str]] = []

    def handle_data(self, data: str) -> None:
        if markers := MARKERS.findall(data):
            self.marker = markers[-1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ATTRIBUTES or (tag == "div" and ("class", "footnote") not in attrs):
            self.found.append((self.marker, f"<{tag}", tag))
            return
        for name, value in attrs:
            address = MARKERS.sub("", value or "")
            if name not in ATTRIBUTES[tag]:
                self.found.append((self.marker, name, f"{name}="))
            elif name == "href" and not may_link_to(address):
                self.found.append((self.marker, address, "href"))


def find_left_out(html: str, lines: MarkedLines, text: SourceText) -> Iterator[Problem]:
    """Elements, attributes and links that are left out of the page, each at its place."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    cursor = 0
    for marker, written, what in finder.found[:_MOST]:
        start = max(cursor, lines.offsets[lines.number(marker)] if marker else 0)
        searched = re.compile(r"!\[|<img" if what == "img" else re.escape(written), re.IGNORECASE)
        match = searched.search(text.content, start)
        cursor = match.end() if match else start
        yield _left_out(text, match.start() if match else start, written, what)


def _left_out(text: SourceText, offset: int, written: str, what: str) -> Problem:
    found, fix = _in_words(written, what)
    return Problem(position=text.position(offset), rule=Rule.ARTICLE_MARKUP, found=found, fix=fix)


def _in_words(written: str, what: str) -> tuple[str, str]:
    if what == "img":
        return "the article cannot hold images yet: this one is left out", "say it in words"
    if what == "href":
        return f"a link to “{written}” is left out", "link to an http, https or mailto address"
    if what.endswith("="):
        return f"the attribute `{written}` is left out", "take it out: a page has its own style"
    return f"the element {written}> is left out", "write it in Markdown, or take it out"


_FIRST_HEADING: Final = re.compile(
    r"^ {0,3}#(?!#)[ \t]*\S|^[ \t]*\S[^\n]*\n=+[ \t]*$", re.MULTILINE
)


def find_first_headings(text: SourceText) -> Iterator[Problem]:
    """Headings of the first level, which a page has once: its title, from the front matter."""
    for match in _FIRST_HEADING.finditer(text.content):
        yield Problem(
            position=text.position(match.start()),
            rule=Rule.ARTICLE_MARKUP,
            found="a heading of the first level: it is shown one level lower",
            fix="write ##: the title stands in the front matter",
        )


# A row of cells with tabs between them, as a table is pasted; a list's sign may have a tab behind it.
_ROW: Final = r"^ {0,3}(?![-*+>:#|]|\d+\.[ \t])[^\s][^\n\t]*\t[ \t]*[^\s][^\n]*"
_TABBED: Final = re.compile(rf"{_ROW}(?:\n{_ROW})+", re.MULTILINE)


def find_tabbed_tables(text: SourceText) -> Iterator[Problem]:
    """Lines one below the other with tabs in them, which Markdown runs together."""
    for match in _TABBED.finditer(text.content):
        yield Problem(
            position=text.position(match.start()),
            rule=Rule.ARTICLE_MARKUP,
            found="this looks like a table: its lines are run together",
            fix="write | between the cells, and a line of |---|---| below the first",
        )
