"""A tree as Markdown that our own reader reads word for word as it was.

What Markdown would take for a mark is escaped, as little as possible: the text is for an editor. The blocks
are read back together; where the words are not the same, each half is, down to the block that it is about,
which is written again without emphasis, and then with every mark as a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final
from urllib.parse import quote

from dateline.drafting.importing.story import NOTE, split_words, words_in
from dateline.facts.article import Element, Node
from dateline.facts.web_addresses import fault_of
from dateline.reading.encoding import SourceText
from dateline.reading.markdown import parse_markdown

_SPACES: Final = re.compile(r"[ \t\n\f\r]+")
_ADDRESS: Final = re.compile(r"(?<![\w@./<])(?:https?://|www\.)(?=\w)[^\s<>]*[\w/]")
_UNENDED: Final = re.compile(r"[)\]*\"'`,;].*")
_MARKS: Final = re.compile(
    r"\[\^[^\]`\n]+\]|[\\`*]|(?<![^\W_])_|_(?![^\W_])|\[(?=\^|[^\[\]]*\] ?[(\[:])|<(?=[A-Za-z/!?])|~(?=~)|&(?=[#\w])"
)
_AT_START: Final = re.compile(
    r"[#>|:+-]|=+$|(?P<number>\d{1,9})(?=\.(?:\s|$))|(?P<bullet>[•◦▪●‣∙·§–—→►▶➤✓✔★■□])"
)
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
_HEADING: Final = re.compile("h([1-6])")
_EMPHASIS: Final = {"em": "*", "strong": "**"}
_INDENT: Final = "    "

Escape = Callable[[str], str]


def write_markdown(blocks: Iterable[Element]) -> str:
    """The blocks as Markdown, with an empty line between them and the notes at the end."""
    leveled, notes = _level(tuple(blocks)), _Notes()
    written = [way.block(block) for way, block in zip(_ways(leveled, notes), leveled, strict=True)]
    return "\n\n".join([*filter(None, written), *notes.texts()]) + "\n"


def read_words(markdown: str) -> list[str]:
    """The words of Markdown as readers will see them; none where it is refused."""
    article, _ = parse_markdown(SourceText("article.md", markdown))
    return split_words(" ".join(article.texts)) if article else []


@dataclass(slots=True)
class _Notes:
    """The notes of an article so far; the text of each is written after the last block."""

    found: list[Element] = field(default_factory=list)

    def refer(self, note: Element) -> str:
        self.found.append(note)
        return f"[^{len(self.found)}]"

    def texts(self) -> Iterator[str]:
        for number, note in enumerate(tuple(self.found), 1):
            yield f"[^{number}]: {_Writer(escape=escape_marks).inline(note.children)}"


def _ways(blocks: tuple[Element, ...], notes: _Notes) -> Iterator[_Writer]:
    """For each block the first way in which it is read as it was."""
    for number in _safe_ways(blocks):
        way = _WAYS[number]
        yield _Writer(escape=way.escape, is_plain=way.is_plain, notes=notes)


def _safe_ways(blocks: tuple[Element, ...]) -> list[int]:
    """The number of the first way for each; all that are read well together are read only once."""
    if not blocks or _is_read_well(_WAYS[0], blocks):
        return [0] * len(blocks)
    if len(blocks) == 1:
        last = len(_WAYS) - 1
        return [next((at for at in range(1, last) if _is_read_well(_WAYS[at], blocks)), last)]
    half = len(blocks) // 2
    return [*_safe_ways(blocks[:half]), *_safe_ways(blocks[half:])]


def _is_read_well(way: _Writer, blocks: tuple[Element, ...]) -> bool:
    written = "\n\n".join(filter(None, map(way.block, blocks)))
    return read_words(written) == words_in(blocks)


def _level(blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """Headings from ## down without a gap: the first level is the title's."""
    used = sorted({block.tag for block in blocks if _HEADING.fullmatch(block.tag)})
    tags = {tag: f"h{min(level, 4)}" for level, tag in enumerate(used, 2)}
    return tuple(
        Element(
            tag=tags.get(block.tag, block.tag), attributes=block.attributes, children=block.children
        )
        for block in blocks
    )


def escape_marks(text: str) -> str:
    """The text with a backslash, or a name, for each sign that Markdown would read as a mark."""
    return _MARKS.sub(_escape_mark, text)


def _escape_mark(mark: re.Match[str]) -> str:
    if mark[0] == "<":
        return "&lt;"
    if mark[0].startswith("[^"):
        return f"`{mark[0]}`"  # would refer to a note
    if mark[0] == "&":
        after = mark.string[mark.start() : mark.start() + 40]
        return "&amp;" if not unescape(after).startswith("&" + after[1:2]) else "&"
    return "&#126;" if mark[0] == "~" else f"\\{mark[0]}"


def escape_start(text: str) -> str:
    """The same for what would make a heading, a list or a quotation of the block that it begins."""
    begins = _AT_START.match(text)
    if not begins:
        return text
    if begins["number"]:
        return f"{begins[0]}\\{text[begins.end() :]}"
    if begins["bullet"] or begins[0] in ":|" or begins[0][0] == "=":
        return f"&#{ord(text[0])};{text[1:]}"
    return f"\\{text}"


def _number_all(text: str) -> str:
    return _PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", text)


@dataclass(slots=True, kw_only=True)
class _Writer:
    """Writes blocks with one way of escaping; without emphasis and links if it `is_plain`."""

    escape: Escape
    is_plain: bool = False
    in_link: bool = False
    notes: _Notes | None = None

    def block(self, node: Element) -> str:
        if heading := _HEADING.fullmatch(node.tag):
            words = self.text(node.children)
            words = re.sub(r"#+$", lambda signs: "\\#" * len(signs[0]), words)
            return f"{'#' * int(heading[1])} {words}"
        if node.tag == "hr":
            return "---"
        if node.tag in ("ul", "ol"):
            return "\n".join(self.items(node))
        if node.tag == "table":
            return "\n".join(self.rows(node))
        if node.tag == "blockquote":
            inner = "\n\n".join(map(self.block, _as_blocks(node.children)))
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        return self.text(node.children)

    def text(self, nodes: Iterable[Node]) -> str:
        """The text of a block of its own."""
        return escape_start(self.inline(nodes))

    def items(self, node: Element) -> Iterator[str]:
        number = int(node.get("start") or 1)
        for item in node.children:
            if isinstance(item, Element):
                sign = "-" if node.tag == "ul" else f"{number}."
                yield from self.item(item, sign)
                number += 1

    def item(self, node: Element, sign: str) -> Iterator[str]:
        first, *others = [*_as_blocks(node.children)] or [Element(tag="p")]
        if first.tag in ("ul", "ol"):
            first, others = Element(tag="p"), [first, *others]
        yield f"{sign} {self.text(first.children)}"
        for block in others:
            if block.tag not in ("ul", "ol"):
                yield ""
            yield from (f"{_INDENT}{line}".rstrip() for line in self.block(block).split("\n"))

    def rows(self, node: Element) -> Iterator[str]:
        rows = [[*self.cells(row)] for row in node.children if isinstance(row, Element)]
        width = max(map(len, rows), default=0)
        for number, row in enumerate(rows):
            yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
            if number == 0:
                yield f"|{'---|' * width}"

    def cells(self, row: Element) -> Iterator[str]:
        for cell in row.children:
            if isinstance(cell, Element):
                yield self.inline(cell.children).replace("|", "\\|")

    def inline(self, nodes: Iterable[Node]) -> str:
        return _SPACES.sub(" ", "".join(self.pieces(merged(nodes)))).strip()

    def pieces(self, nodes: Iterable[Node]) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, str):
                yield from self.words(_SPACES.sub(" ", node))
            elif node.tag == NOTE:
                yield self.notes.refer(node) if self.notes else ""
            elif node.tag == "br":
                yield "<br>"
            else:
                yield self.element(node)

    def element(self, node: Element) -> str:
        inner = "".join(self.pieces(merged(node.children)))
        words = inner.strip(" ")
        if not words or self.is_plain:
            return inner
        before, after = (
            inner[: len(inner) - len(inner.lstrip(" "))],
            inner[len(inner.rstrip(" ")) :],
        )
        if mark := _EMPHASIS.get(node.tag):
            words = f"{mark}{words}{mark}"
        elif node.tag in ("sub", "sup"):
            words = f"<{node.tag}>{words}</{node.tag}>"
        elif node.tag == "a":
            words = self.link(node, words)
        return f"{before}{words}{after}"

    def link(self, node: Element, words: str) -> str:
        address = quote((node.get("href") or "").strip(), safe="/:?#@!$&'*+,;=%~-._")
        if fault_of(address):
            return words
        inner = _Writer(escape=_in_link(self.escape), in_link=True)
        return f"[{inner.inline(node.children)}]({address})"

    def words(self, text: str) -> Iterator[str]:
        """Text with the addresses in it as links, which they would not be otherwise."""
        end = 0
        for found in () if self.is_plain or self.in_link else _ADDRESS.finditer(text):
            address = _whole_address(found[0])
            yield self.escape(text[end : found.start()])
            yield _bare_link(address, self.escape) if address else ""
            end = found.start() + len(address)
        yield self.escape(text[end:])


_WAYS: Final = (
    _Writer(escape=escape_marks),
    _Writer(escape=escape_marks, is_plain=True),
    _Writer(escape=_number_all, is_plain=True),
)


def _whole_address(written: str) -> str:
    """As much of what begins like an address as can lead somewhere; nothing if that is none."""
    for address in (written, _UNENDED.sub("", written)):
        if not fault_of(address if "://" in address else f"https://{address}"):
            return address
    return ""


def _bare_link(address: str, escape: Escape) -> str:
    return f"<{address}>" if "://" in address else f"[{escape(address)}](https://{address})"


def _in_link(escape: Escape) -> Escape:
    return lambda text: re.sub(r"(?<!\\)([\[\]])", r"\\\1", escape(text))


def _as_blocks(nodes: Iterable[Node]) -> Iterator[Element]:
    """The blocks in an item or a quotation, with loose text as a paragraph."""
    run: list[Node] = []
    for node in (*nodes, None):
        if isinstance(node, Element) and node.tag in ("p", "ul", "ol", "blockquote", "table"):
            yield from _paragraph_of(run)
            run = []
            yield node
        elif node is None:
            yield from _paragraph_of(run)
        else:
            run.append(node)


def _paragraph_of(run: list[Node]) -> Iterator[Element]:
    if words_in(run):
        yield Element(tag="p", children=tuple(run))


def merged(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes with neighbours of the same kind as one: word processors split them anywhere."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(node, str) and isinstance(last, str):
            joined[-1] = last + node
        elif (
            isinstance(node, Element)
            and isinstance(last, Element)
            and node.tag == last.tag
            and node.tag in _EMPHASIS
        ):
            joined[-1] = last.with_children((*last.children, *node.children))
        elif node:
            joined.append(node)
    return tuple(joined)
