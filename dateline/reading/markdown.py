"""The article's Markdown to blocks of text, each word with its position, and to a safe tree."""

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension

from dateline.facts.article import Article
from dateline.problems import Problem
from dateline.reading.allowed import ATTRIBUTES, SCHEMES
from dateline.reading.blocks import cut_blocks
from dateline.reading.bounds import check_bounds, too_deep
from dateline.reading.encoding import SourceText
from dateline.reading.entities import remove_refused_entities
from dateline.reading.html_tree import TooDeepError
from dateline.reading.left_out import find_left_out, find_misread
from dateline.reading.lines import mark_lines
from dateline.reading.word_positions import place_words


def parse_markdown(text: SourceText) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article; None where it is too long or too deep to be read in reasonable time."""
    if problems := tuple(check_bounds(text)):
        return None, problems
    lines = mark_lines(text)
    try:
        html, refused = remove_refused_entities(_to_html(lines.marked), lines, text)
        cut = cut_blocks(_sanitised(html))
    except (RecursionError, TooDeepError):
        return None, (too_deep(text),)
    blocks = place_words(cut.blocks, lines, text)
    problems = (*refused, *find_left_out(html, lines, text), *find_misread(text))
    return Article(blocks=blocks, body=cut.body), problems


def _to_html(source: str) -> str:
    """HTML as Python-Markdown makes it, without extensions that change characters or add markup."""
    tables, others = TableExtension(use_align_attribute=True), "footnotes abbr def_list sane_lists"
    return Markdown(extensions=[tables, *others.split()], output_format="html").convert(source)


def _sanitised(html: str) -> str:
    tags = set(ATTRIBUTES)
    return nh3.clean(html, tags, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
