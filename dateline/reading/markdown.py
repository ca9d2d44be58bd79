"""The article's Markdown to blocks of text, each word with its position, and to a safe tree."""

import re
from typing import Final

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension

from dateline.facts.article import Article
from dateline.patterns import compile_later
from dateline.problems import Problem
from dateline.reading.allowed import ATTRIBUTES, SCHEMES
from dateline.reading.article_links import lead_to_headings, place_links
from dateline.reading.article_pictures import place_pictures
from dateline.reading.blocks import cut_blocks
from dateline.reading.bounds import check_bounds, too_deep
from dateline.reading.encoding import SourceText
from dateline.reading.entities import remove_refused_entities
from dateline.reading.html_tree import TooDeepError
from dateline.reading.left_out import find_left_out
from dateline.reading.lines import mark_lines
from dateline.reading.lists import even_lists
from dateline.reading.misread import find_misread
from dateline.reading.pipe_tables import part_tables
from dateline.reading.run_together import find_run_together
from dateline.reading.word_positions import place_words


def parse_markdown(text: SourceText) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article; None where it is too long or too deep to be read in reasonable time."""
    if problems := tuple(check_bounds(text)):
        return None, problems
    lines = mark_lines(text)
    try:
        html, refused = remove_refused_entities(_to_html(_as_meant(lines.marked)), lines, text)
        cut = cut_blocks(_sanitised(html))
    except (RecursionError, TooDeepError):
        return None, (too_deep(text),)
    blocks = place_words(cut.blocks, lines, text)
    links = tuple(place_links(cut.body, text))
    pictures, misplaced = place_pictures(cut.pictures, lines, text)
    body = lead_to_headings(cut.body)
    article = Article(blocks=blocks, body=body, links=links, pictures=pictures)
    left_out = find_left_out(html, lines, text)
    misread = (*find_misread(text, article), *find_run_together(text, article))
    return article, (*refused, *misplaced, *left_out, *misread)


# One # right before a word or a number is a hashtag or a number sign, as in CommonMark.
_NUMBER_SIGN: Final = compile_later(
    r"^( {0,3}|(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+\.(?=[ \t])))+[ \t]{0,3})#(?![#\s])", re.MULTILINE
)


def _as_meant(source: str) -> str:
    """The Markdown in the form that Python-Markdown reads as editors mean it."""
    return even_lists(part_tables(_NUMBER_SIGN.sub(r"\1\\#", source)))


def _to_html(source: str) -> str:
    """HTML as Python-Markdown makes it, without extensions that change characters or add markup."""
    tables, others = TableExtension(use_align_attribute=True), "footnotes abbr def_list sane_lists"
    return Markdown(extensions=[tables, *others.split()], output_format="html").convert(source)


def _sanitised(html: str) -> str:
    tags = set(ATTRIBUTES)
    return nh3.clean(html, tags, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
