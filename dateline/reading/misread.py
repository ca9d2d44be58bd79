"""Markdown that a page does not show as its author seems to have meant it: each where it was written."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.facts.article import Article, Block, Node, elements, text_of
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule
from dateline.reading.encoding import SourceText

# A row of cells with tabs between them, as pasted from a table; a list's sign may precede a tab.
# Word's own bullets are letters of its symbol font, and a small o before a tab.
_SIGN: Final = r"(?:[•◦▪●‣∙·§\uf0a7\uf0b7\uf0d8]|o(?=\t))"
_ROW: Final = rf"^ {{0,3}}(?![-*+>:#|]|\d+\.[ \t]|{_SIGN})[^\s][^\n\t]*\t[ \t]*[^\s][^\n]*"
_BULLET: Final = rf"^ {{0,3}}{_SIGN}[ \t\u00a0]*[^\s•][^\n]*"
_DASHED: Final = r"^ {0,3}[–—→►▶➤✓✔★■□][ \t\u00a0]+\S[^\n]*"
_NUMBER: Final = r"^ {0,3}\(?\d{1,3}\)[ \t]+\S[^\n]*"
_FIRST_LETTER: Final = r"^ {0,3}(?:\((?:[aAiI])\)|[aAiI][.)])[ \t]+\S[^\n]*"
_SECOND_LETTER: Final = r"^ {0,3}(?:\((?:[bB]|ii|II)\)|(?:[bB]|ii|II)[.)])[ \t]+\S[^\n]*"
# A sign right before a word; *words* stand out.
_NO_SPACE: Final = r"^ {0,3}(?:[-+](?=[^\W_])|\*(?=[^\W_])(?!.*\*)|\d{1,3}\.(?=[^\W\d_]))[^\n]*"
_HARD_SPACE: Final = r"^ {0,3}[-*+]\u00a0[^\n]*"
# Read in the article as it was written.
_LINES: Final = (
    # The page has one heading of the first level: its title.
    (
        compile_later(r"^ {0,3}#[ \t]+\S|^[ \t]*\S[^\n]*\n=+[ \t]*$", re.MULTILINE),
        "a heading of the first level is shown one level lower",
        "write ##: the title comes from the front matter",
    ),
    (
        compile_later(rf"{_ROW}(?:\n{_ROW})+", re.MULTILINE),
        "this looks like a table, but its lines are joined into one",
        "write | between the cells, and a line of |---|---| below the first",
    ),
    (
        compile_later(rf"{_BULLET}(?:\n{_BULLET})*|{_DASHED}(?:\n{_DASHED})+", re.MULTILINE),
        "this looks like a list, but its lines are joined into one",
        "write - and a space in place of each bullet or dash",
    ),
    (
        compile_later(rf"{_NUMBER}(?:\n{_NUMBER})+", re.MULTILINE),
        "this looks like a list, but its lines are joined into one",
        "write 1. in place of 1), and so on",
    ),
    (
        compile_later(rf"{_FIRST_LETTER}\n{_SECOND_LETTER}", re.MULTILINE),
        "this looks like a list, but its lines are joined into one",
        "write 1. in place of a), and so on",
    ),
    (
        compile_later(
            rf"{_NO_SPACE}(?:\n{_NO_SPACE})+|{_HARD_SPACE}(?:\n{_HARD_SPACE})*", re.MULTILINE
        ),
        "this looks like a list, but its lines are joined into one",
        "write a space, not a non-breaking one, after each - or number",
    ),
    (
        compile_later(r"^ *(?:[-*+]|\d{1,9}\.)[ \t]*$(?<=.)", re.MULTILINE),
        "this item of a list has no words",
        "remove its sign, or write its words on the same line",
    ),
    (
        compile_later(r"(?:\A|(?<=\n\n))[^\n]*[.!?:;,][”\"’']?\n-+[ \t]*$", re.MULTILINE),
        "the line of - below makes a heading of this sentence",
        "write an empty line between them, or remove the line of -",
    ),
    (
        compile_later(r"(?:\A|(?<=\n\n))={3,}[ \t]*$|^\^{3,}[ \t]*$", re.MULTILINE),
        "this is neither a line nor a heading: its signs are shown",
        "write --- after an empty line for a line, or ## before a heading",
    ),
    (
        compile_later(r"\d\*(?=\d)[^*\n]*(?<=\d)\*(?=\d)"),
        "the asterisks between these numbers are left out: they make words stand out",
        "write × in their place",
    ),
    (
        compile_later(
            r"^ {0,3}(`{3,}|~{3,})[^`\n]*\n(?:(?:.*\n)*? {0,3}\1[ \t]*$|[\s\S]*\Z)", re.MULTILINE
        ),
        "the lines between these signs are joined into one",
        "remove the signs, and indent each line between them by four spaces",
    ),
    (
        compile_later(r"(?:\A|\n[ \t]*\n) {0,3}(?=\d{3,9}\.[ \t]+\S)"),
        "a number and a full stop at the start make this an item of a list",
        "write \\. after the number for a sentence that begins with it",
    ),
    (
        compile_later(r"(?<!\\)\\\n(?=[ \t]*\S)"),
        "a backslash does not end a line here: it is shown",
        "write two spaces at the end of the line in its place",
    ),
)
# Read in the article as readers see it: what was left of signs that mean something elsewhere.
_LEFT_OVER: Final = (
    (
        compile_later(r"~~(?=\S)[^~]+~~"),
        "“{}” is not struck through: its signs are shown",
        "remove what no longer holds, and say what was changed in `corrections:`",
    ),
    (
        compile_later(r"==(?=\S)[^=]+=="),
        "“{}” is not marked: its signs are shown",
        "remove the signs; *one asterisk* makes words stand out",
    ),
    (
        compile_later(r"(?<=\w)([~^])\w{1,3}\1"),
        "“{}” is not set lower or higher: its signs are shown",
        "write H<sub>2</sub>O or x<sup>2</sup>",
    ),
    (
        compile_later(r"\^\[[^\]\n]+\]"),
        "“{}” is not a note: it is shown as it is",
        "write [^1] here, and [^1]: with the text of the note on a line of its own, after an empty line",
    ),
    (
        compile_later(r"^\|[^|]*\|.*|^\+[-=]{3,}[-=+]*\+.*"),
        "this looks like a table, but its lines are joined into one",
        "write a line of |---|---| below the first, with as many cells as that has",
    ),
    (
        compile_later(
            r"\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{:[^{}]*\}|\{[.#][A-Za-z][^{}\s]*\}|^\[TOC\]$|^:::.*"
            r"|'{3}[^']+'{3}|^(=+) .+ \1$"
        ),
        "“{}” is an instruction for another program: it is shown as it is",
        "remove it",
    ),
    (
        compile_later(r"\[\[[^\]]+\]\]"),
        "“{}” is not a link: it is shown as it is",
        "write a link as [words](https://…)",
    ),
    (
        compile_later(r"^\[[ xX]\](?= )"),
        "“{}” does not become a box: it is shown as it is",
        "remove it",
    ),
    (
        compile_later(r"\[[^\]\n]+\](?:\(| \((?=https?:|mailto:|www\.))[^)\s]*\)?"),
        "“{}” is not a link: it is shown as it is",
        "write [words](https://…), without a space between ] and ( and with both brackets closed",
    ),
    (
        compile_later(r"\[[^\]\n]+\]\[[^\]\n]*\]"),
        "“{}” is not a link: no line says where it leads",
        "write a link as [words](https://…)",
    ),
)
_STRAY_STARS: Final = (
    compile_later(r"\*\*"),
    "“{}” is shown as it is: it makes words bold only right before and after them",
    "write **words**, without a space inside, in one paragraph; or \\*\\* for the signs themselves",
)
_BARE_ADDRESS: Final = (
    compile_later(r"(?<![\w@./<])(?<!\]\()(?<!\] \()(?:https?://|www\.)(?=\w)[^\s<>]*[\w/]"),
    "“{}” is not a link: it is shown as it is",
    "write it as <https://…>, or as [words](https://…)",
)

_NOTE: Final = compile_later(r"\[\^([^\]\n]+)\]")
_NOTE_TEXT: Final = compile_later(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)


def find_misread(text: SourceText, article: Article) -> Iterator[Problem]:
    """Signs that are not shown as they were meant, notes without text, addresses with spaces."""
    for pattern, found, fix in _LINES:
        for match in pattern.finditer(text.content):
            position = text.position(match.end() if match[0].isspace() else match.start())
            yield Problem(position, Rule.ARTICLE_MARKUP, found, fix)
    shown = dict(_shown_texts(article))
    unlinked = dict(_shown_texts(article, blank=("code", "a")))
    # Signs that are meant have a backslash before them.
    patterns = _LEFT_OVER if "\\*" in text.content else (*_LEFT_OVER, _STRAY_STARS)
    for number, words in shown.items():
        yield from _left_over(article.blocks[number], words, patterns)
        yield from _left_over(article.blocks[number], unlinked[number], (_BARE_ADDRESS,))
        yield from _notes_without_text(article.blocks[number], words, text)
    yield from _idle_notes(text)
    for link in article.links:
        address = link.href.strip()
        if " " in address:
            found = f"the address “{address}” has a space in it"
            fix = f"write {address.replace(' ', '%20')}"
            yield Problem(link.position, Rule.ARTICLE_MARKUP, found, fix)


def _shown_texts(
    article: Article, *, blank: tuple[str, ...] = ("code",)
) -> Iterator[tuple[int, str]]:
    """The text of each block by its number, with spaces for what is in elements to `blank`."""
    for element in elements(article.body):
        if element.block is not None and article.blocks[element.block].kind != "code":
            yield element.block, _without(blank, element.children)


def _without(blank: tuple[str, ...], nodes: Iterable[Node]) -> str:
    texts = []
    for node in nodes:
        if isinstance(node, str):
            texts.append(node)
        elif node.tag in blank and not node.added:
            texts.append(" " * len(text_of(node.children)))
        elif not node.added:
            texts.append(_without(blank, node.children))
    return "".join(texts)


_Pattern = tuple[re.Pattern[str], str, str]


def _left_over(block: Block, words: str, patterns: Iterable[_Pattern]) -> Iterator[Problem]:
    for pattern, found, fix in patterns:
        for match in pattern.finditer(words):
            position = block.position(match.start())
            yield Problem(position, Rule.ARTICLE_MARKUP, found.format(match[0]), fix)


def _notes_without_text(block: Block, words: str, text: SourceText) -> Iterator[Problem]:
    for note in _NOTE.finditer(words):
        near = block.position(note.start())
        places = map(
            text.position, (at.start() for at in re.finditer(re.escape(note[0]), text.content))
        )
        position = next((place for place in places if place >= near), near)
        found = f"the note “{note[0]}” has no text"
        fix = f"write its text on a line of its own, after an empty line: “{note[0]}: …”"
        yield Problem(position, Rule.ARTICLE_NOTE, found, fix)


def _idle_notes(text: SourceText) -> Iterator[Problem]:
    """Texts of notes that nothing in the article refers to."""
    used = {note[1] for note in _NOTE.finditer(_NOTE_TEXT.sub("", text.content))}
    for note in _NOTE_TEXT.finditer(text.content):
        if note[1] not in used:
            found = f"nothing in the article refers to the note “{note[1]}”"
            fix = f"write [^{note[1]}] where the note belongs, or remove its text"
            yield Problem(text.position(note.start()), Rule.ARTICLE_NOTE, found, fix)
