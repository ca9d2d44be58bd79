"""What is true of any bytes that are read as a sheet, as an article or as prose.

Each target raises AssertionError where it is not, and lets through what the program raises: neither
may happen, whatever the bytes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Final

from dateline.facts.article import Article, elements, text_of
from dateline.facts.dates import parse_date
from dateline.language import Found
from dateline.language.en import (
    find_changes,
    find_clocks,
    find_dates,
    find_denial,
    find_names,
    find_places_in_rows,
    find_quantities,
    find_quotations,
)
from dateline.pages.text.markup import render_html
from dateline.problems import Position, Problem, to_github, to_text
from dateline.reading.allowed import ATTRIBUTES, may_link_to
from dateline.reading.briefing_files import MODELS, parse_briefing
from dateline.reading.content import ARTICLE, Folder
from dateline.reading.encoding import decode
from dateline.reading.markdown import parse_markdown
from dateline.reading.yaml_tree import MAX_DEPTH, YamlList, YamlMapping, YamlNode, parse_tree

Target = Callable[[bytes], None]

SITES: Final = Path(__file__).parent.parent / "sites"
WRITTEN: Final = dt.date(2024, 9, 11)
_FRONT: Final = b"---\ntitle: T\nstandfirst: S\npublished: 2024-09-11\n---\n\n"


# Sheets


def read_sheet(data: bytes) -> None:
    """A sheet, of the kind that its first byte chooses: every value and every problem is in it."""
    name = [*MODELS][data[0] % len(MODELS)] if data else next(iter(MODELS))
    check_tree(data[1:], name)
    files = {ARTICLE: _FRONT + b"All was quiet.\n", name: data[1:]}
    made, problems = parse_briefing(Folder(slug="f", shown_as="f", files=files))
    assert made is not None
    check_places(problems, {f"f/{name}": data for name, data in files.items()})


def check_tree(data: bytes, name: str) -> None:
    text, problems = decode(data, name)
    assert (text is None) == bool(problems)
    if text is None:
        return
    tree = parse_tree(text)
    assert tree == parse_tree(text)
    assert not tree.lost or tree.problems
    check_places(tree.problems, {name: data})
    for node, depth in _nodes(tree.root, 0):
        assert depth <= MAX_DEPTH
        assert _is_in(node.position, data), node


def _nodes(node: YamlNode | None, depth: int) -> Iterator[tuple[YamlNode, int]]:
    if node is not None:
        yield node, depth
    inner: Iterable[YamlNode] = ()
    if isinstance(node, YamlList):
        inner = node.items
    elif isinstance(node, YamlMapping):
        inner = (field.value for field in node.fields.values())
    for below in inner:
        yield from _nodes(below, depth + 1)


# Articles


def read_article(data: bytes) -> None:
    """An article’s Markdown: what pages show is its text and nothing that runs."""
    text, problems = decode(data, ARTICLE)
    assert (text is None) == bool(problems)
    if text is None:
        return
    article, problems = parse_markdown(text)
    assert article is not None or problems
    check_places(problems, {ARTICLE: data})
    if article is not None:
        check_blocks(article, data)
        check_markup(render_html(article.body))


def check_blocks(article: Article, data: bytes) -> None:
    assert [block.number for block in article.blocks] == list(range(len(article.blocks)))
    texts = {
        element.block: text_of(element.children)
        for element in elements(article.body)
        if element.block is not None
    }
    assert texts == {block.number: block.text for block in article.blocks}
    for block in article.blocks:
        offsets = [offset for offset, _ in block.positions]
        assert offsets == sorted(offsets)
        assert all(_is_in(position, data) for _, position in block.positions), block
    for link in article.links:
        assert _is_in(link.position, data), link


class Tags(HTMLParser):
    """The elements of a piece of HTML, each opened and closed in its turn."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()
        self.faults += (f"<{tag}> is not closed" for tag in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += (f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1)
        self.attributes += ((tag, name, value or "") for name, value in attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        elif tag not in self.VOID:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")


OWN_ATTRIBUTES: Final = frozenset(
    "id class tabindex role scope aria-label data-picture data-note lang dir".split()
)
"""What the program itself adds to the tree of an article, with values of its own."""


def check_markup(html: str) -> None:
    tags = Tags(html)
    assert tags.faults == []
    for tag, name, value in tags.attributes:
        assert tag in {*ATTRIBUTES, "figure"}, tag
        assert name in {*ATTRIBUTES.get(tag, ()), *OWN_ATTRIBUTES}, (tag, name)
        assert name not in {"href", "src"} or may_link_to(value), value


# Prose


def read_prose(data: bytes) -> None:
    """Prose: what is found is in it, in order and apart, and is what a sheet may hold."""
    text = data.decode("utf-8", "replace")
    quantities = find_quantities(text)
    dates = find_dates(text, written=WRITTEN)
    check_spans(quantities, text)
    check_spans(dates, text)
    check_spans(find_quotations(text), text)
    check_spans(find_names(text, aliases={"Iran": "iran", "O'Neill": "o", "the town": "t"}), text)
    for date in dates:
        assert len(set(date.readings)) == len(date.readings)
        assert [parse_date(reading) for reading in date.readings] or date.kind == "vague"
    for quantity in quantities:
        if quantity.low is not None and quantity.high is not None and not quantity.pair:
            assert quantity.low <= quantity.high
        find_denial(text, quantity.start)
    find_changes(text, quantities)
    find_clocks(text)
    [*find_places_in_rows(text)]


def check_spans(finding: Sequence[Found], text: str) -> None:
    for found in finding:
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
    assert all(found.end <= other.start for found, other in pairwise(finding))


# Places


def check_places(problems: Iterable[Problem], files: Mapping[str, bytes]) -> None:
    """Each problem says something, can be printed, and names a place that is there."""
    for problem in problems:
        assert problem.found.strip(), problem
        for position in (problem.position, *(other.position for other in problem.related)):
            assert position.path in files, problem
            assert _is_in(position, files[position.path]), problem
    to_text(problems).encode()
    to_github(problems).encode()


def _is_in(position: Position, data: bytes) -> bool:
    """Whether the place is in the file, or right behind one of its lines."""
    lines = _lines(data)
    return 1 <= position.line <= len(lines) and (
        1 <= position.column <= len(lines[position.line - 1]) + 1
    )


@lru_cache(maxsize=8)
def _lines(data: bytes) -> list[str]:
    return re.split("\r?\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))


TARGETS: Final[Mapping[str, Target]] = {
    "sheet": read_sheet,
    "article": read_article,
    "prose": read_prose,
}


# What they begin from


@cache
def corpus(target: str) -> tuple[bytes, ...]:
    """Pieces of the sites of the tests, small enough that a thousand are read in a minute."""
    suffix = {"sheet": ".yaml", "article": ".md", "prose": ".md"}[target]
    files = sorted(path for path in SITES.rglob(f"*{suffix}") if "published" not in path.parts)
    pieces = dict.fromkeys(piece for path in files for piece in _pieces(path, target))
    return tuple(pieces)


def _pieces(path: Path, target: str) -> Iterator[bytes]:
    data = path.read_bytes()
    if target == "sheet":
        number = [*MODELS].index(path.name) if path.name in MODELS else 0
        head, *records = re.split(rb"(?m)^(?=  - )", data)
        for start in range(0, max(len(records), 1), 3):
            yield bytes([number]) + head + b"".join(records[start : start + 3])
        return
    body = data.split(b"\n---\n", 1)[-1]
    paragraphs = [paragraph for paragraph in body.split(b"\n\n") if paragraph.strip()]
    for start in range(0, len(paragraphs), 3):
        yield b"\n\n".join(paragraphs[start : start + 3]) + b"\n"
