"""Lines that Markdown joins to what is above them, or makes something else of, where that is in doubt."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dateline.facts.article import Article
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule
from dateline.reading.encoding import SourceText
from dateline.reading.pipe_tables import find_odd_rows, find_unmade_tables

_QUOTE_MARKS: Final = compile_later(r"(?: {0,3}> ?)*")
_ITEM: Final = compile_later(r" {0,3}(?:[-*+]|\d{1,9}\.)[ \t]+\S")
_BEGINS_BLOCK: Final = compile_later(
    r" {0,3}(?:[-*+](?:[ \t]|$)|\d{1,9}\.[ \t]|#|:[ \t]|\||\*?\[[^\]\n]+\]:|<|([-*_])[ \t]*(?:\1[ \t]*){2,}$)"
)
_NEW_SENTENCE: Final = compile_later(r"(?:[“\"‘']?[A-Z]|\d)")
_SENTENCE_ENDS: Final = compile_later(r"[.!?:][”\"’')]*[ \t]*$")
_NUMBERED: Final = compile_later(r"^ {0,3}(\d{1,2})\.[ \t]+\S", re.MULTILINE)
_BEGINS_NUMBERED: Final = compile_later(r"(?:\A|\n[ \t]*\n) {0,3}(?=(\d{1,2})\.[ \t]+\S)")
_SENTENCE: Final = compile_later(r"[“\"A-Z].{40,}[.!?][”\"]?", re.DOTALL)
_LINK_LINE: Final = compile_later(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*\S", re.MULTILINE)


def find_run_together(text: SourceText, article: Article) -> Iterator[Problem]:
    yield from find_odd_rows(text)
    yield from find_unmade_tables(text)
    yield from _continued(text)
    yield from _lone_numbers(text)
    yield from _indented_sentences(article)
    yield from _idle_links(text)


def _problem(text: SourceText, offset: int, found: str, fix: str) -> Problem:
    return Problem(text.position(offset), Rule.ARTICLE_MARKUP, found, fix)


def _continued(text: SourceText) -> Iterator[Problem]:
    """Lines that go on with a quotation or an item, and seem to be a paragraph of their own."""
    offset, in_item = 0, False
    for above, line in pairwise(["", *text.content.split("\n")]):
        in_item = bool(_ITEM.match(above) or (in_item and above.strip()))
        goes_on = bool(line.strip(" >") and above.strip(" >")) and not _BEGINS_BLOCK.match(line)
        if goes_on and _depth(line) < _depth(above) and not line.startswith("    "):
            found = "this line is shown as a part of the quotation above"
            fix = "write an empty line before it, or > at its start"
            yield _problem(text, offset, found, fix)
        elif goes_on and in_item and _NEW_SENTENCE.match(line) and _SENTENCE_ENDS.search(above):
            found = "this line is shown as a part of the item above"
            fix = "write an empty line before it, or put it at the end of the line above"
            yield _problem(text, offset, found, fix)
        offset += len(line) + 1


def _depth(line: str) -> int:
    """How many quotations the line says it is in."""
    marks = _QUOTE_MARKS.match(line)
    return marks[0].count(">") if marks else 0


def _lone_numbers(text: SourceText) -> Iterator[Problem]:
    """A list of one item that is numbered neither 1 nor after another: perhaps a day or a count."""
    numbers = {int(item[1]) for item in _NUMBERED.finditer(text.content)}
    for item in _BEGINS_NUMBERED.finditer(text.content):
        number = int(item[1])
        if number > 1 and not {number - 1, number + 1} & numbers:
            found = "a number and a full stop at the start make this an item of a list"
            fix = "write \\. after the number for a sentence that begins with it"
            yield _problem(text, item.end(), found, fix)


def _indented_sentences(article: Article) -> Iterator[Problem]:
    for block in article.blocks:
        if block.kind == "code" and _SENTENCE.fullmatch(block.text.strip()):
            found = "four spaces or a tab at the start make this a text of fixed width"
            fix = "remove them for a paragraph like the others"
            yield Problem(block.position(), Rule.ARTICLE_MARKUP, found, fix)


def _idle_links(text: SourceText) -> Iterator[Problem]:
    """Addresses under a name that no link has."""
    rest = _LINK_LINE.sub("", text.content).casefold()
    for line in _LINK_LINE.finditer(text.content):
        if f"[{line[1].casefold()}]" not in rest:
            found = f"nothing in the article refers to “[{line[1]}]”, so its address is not shown"
            fix = f"write [{line[1]}] where the link belongs, or remove this line"
            yield _problem(text, line.start(), found, fix)
