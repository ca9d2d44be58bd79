"""The article's Markdown to blocks of text, each word knowing its place, and to safe HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension

from dateline.facts.article import Article
from dateline.reading.blocks import cut_blocks
from dateline.reading.bounds import check_bounds, too_deep
from dateline.reading.entities import find_refused_entities, without_refused_entities
from dateline.reading.left_out import find_first_headings, find_left_out, find_tabbed_tables
from dateline.reading.lines import mark_lines
from dateline.reading.word_positions import place_words

if TYPE_CHECKING:
    from dateline.problems import Problem
    from dateline.reading.encoding import SourceText

ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "bdi": {"lang", "dir"},
    "blockquote": set(),
    "br": set(),
    "caption": set(),
    "code": set(),
    "dd": set(),
    "div": {"class"},
    "dl": set(),
    "dt": set(),
    "em": set(),
    "h1": set(),
    "h2": set(),
    "h3": set(),
    "h4": set(),
    "h5": set(),
    "h6": set(),
    "hr": set(),
    "li": {"id"},
    "ol": {"start"},
    "p": set(),
    "pre": set(),
    "span": {"lang", "dir"},
    "strong": set(),
    "sub": set(),
    "sup": {"id"},
    "table": set(),
    "tbody": set(),
    "td": {"align"},
    "th": {"align"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
"""What may stand in an article: each element with its attributes, before our own are added."""

SCHEMES: Final = {"http", "https", "mailto"}


def parse_markdown(text: SourceText) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article; None where it is longer or deeper than can be read in fair time."""
    if problems := tuple(check_bounds(text)):
        return None, problems
    lines = mark_lines(text)
    try:
        written = _to_html(lines.marked)
        html = without_refused_entities(written)
        cut = cut_blocks(_sanitised(html))
    except RecursionError:
        return None, (too_deep(text),)
    blocks = place_words(cut.blocks, lines, text)
    problems = (
        *find_refused_entities(written, lines, text),
        *find_left_out(html, lines, text, allowed=ATTRIBUTES, schemes=SCHEMES),
        *find_first_headings(text),
        *find_tabbed_tables(text),
    )
    return Article(blocks=blocks, body=cut.body), problems


def _to_html(source: str) -> str:
    """HTML as Python-Markdown makes it: what changes characters, or lets markup in, is off."""
    reader = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            "footnotes",
            "abbr",
            "def_list",
            "sane_lists",
        ],
        output_format="html",
    )
    return reader.convert(source)


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(ATTRIBUTES),
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
