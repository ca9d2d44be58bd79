"""What an author wrote and a page cannot hold: each is reported where it is, none silently lost."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from dateline.problems import Problem, Rule
from dateline.reading.allowed import ATTRIBUTES, fault_of_link, may_link_to
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
            elif name == "href" and fault_of_link(address):
                self.found.append((self.marker, address, "address"))


def find_left_out(html: str, lines: MarkedLines, text: SourceText) -> Iterator[Problem]:
    """Elements, attributes and links that are left out of the page, each where it was written."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    cursor = 0
    for marker, written, what in finder.found[:_MOST]:
        start = max(cursor, lines.offsets[lines.number(marker)] if marker else 0)
        searched = re.compile(re.escape(written), re.IGNORECASE)
        match = searched.search(text.content, start)
        cursor = match.end() if match else start
        yield _left_out(text, match.start() if match else start, written, what)


def _left_out(text: SourceText, offset: int, written: str, what: str) -> Problem:
    if what == "address":
        found = f"the link “{written}”: {fault_of_link(written)}"
        fix = "write the address as it is in a browser, once the page is open"
        return Problem(text.position(offset), Rule.ADDRESS_FORM, found, fix)
    if what == "href":
        found = f"a link to “{written}” is left out"
        fix = "link to an address that begins with https:// or mailto:"
    elif what.endswith("="):
        found, fix = f"the attribute `{written}` is left out", "remove it"
    elif what in ("script", "style"):
        found, fix = f"{written}> and what is in it are removed", "delete it"
    else:
        found = f"the tags {written}> are removed; the words between them stay"
        fix = "remove the tags"
    return Problem(text.position(offset), Rule.ARTICLE_MARKUP, found, fix)
