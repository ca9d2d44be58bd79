"""Plain text as a tree: paragraphs, headings, lists and tables as people write them without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from dateline.drafting.importing.story import line_of, paragraph
from dateline.facts.article import Element

_BULLET: Final = re.compile(
    r"[ \t]*(?:[•◦▪●‣∙·\uf0a7\uf0b7\uf0d8]|o(?=\t)|[-–—*+](?=[ \t\u00a0]))[ \t\u00a0]*(?=\S)"
)
_SURE_BULLET: Final = re.compile(r"[ \t]*(?:[•◦▪●‣∙\uf0a7\uf0b7\uf0d8]|o(?=\t))")
_NUMBER: Final = re.compile(r"[ \t]*\(?(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_SIGNS_ALONE: Final = re.compile(r"[ \t]*(?:[-=_*~#^•.·—–][ \t]*){3,}|--[ \t]*")
_QUOTED: Final = re.compile(r"[ \t]*>[ \t]?")
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_RULE_OF_TABLE: Final = re.compile(r"[ \t|:+=-]*-{2,}[ \t|:+=-]*")
# A line of this many characters was not broken by a program that wraps text.
_WIDEST: Final = 120
_NARROWEST: Final = 40
_LONGEST_HEADING: Final = 80
_CLOSES: Final = re.compile(r"[.!?:;,…][”\"’')\]]*$")

Lines = list[str]


def parse_plain(text: str) -> tuple[Element, ...]:
    """The blocks of a text; headings are found later, among what is left of it."""
    chunks = [
        list(lines)
        for has_words, lines in groupby(map(str.rstrip, text.split("\n")), key=bool)
        if has_words
    ]
    width = wrapped_at(chunks)
    blocks = [block for chunk in chunks for block in _blocks(chunk, width)]
    return tuple(_joined_lists(blocks))


def wrapped_at(chunks: Iterable[Lines]) -> int:
    """The width at which a program broke the lines; 0 where each line is a paragraph of its own."""
    plain = [chunk for chunk in chunks if not any(map(_is_row, chunk))]
    width = max((len(line) for chunk in plain for line in chunk), default=0)
    pairs = [pair for chunk in plain for pair in pairwise(chunk) if not _begins_item(pair[1])]
    # Lines that end a sentence, and short ones, say nothing of it.
    pairs = [
        (line, below)
        for line, below in pairs
        if len(line) * 5 >= width * 3 and not _CLOSES.search(line)
    ]
    full = [pair for pair in pairs if _is_full(*pair, width)]
    is_wrapped = _NARROWEST <= width <= _WIDEST and len(full) * 4 >= len(pairs) * 3
    return width if len(full) > 1 and is_wrapped else 0


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below had no room on this one."""
    words = below.split()
    return bool(words) and len(line) + 1 + len(words[0]) > width


def _blocks(chunk: Lines, width: int) -> Iterator[Element]:
    """The blocks in lines that have no empty line between them."""
    if all(line.lstrip().startswith(">") for line in chunk):
        quoted = "\n".join(_QUOTED.sub("", line) for line in chunk)
        yield Element(tag="blockquote", children=parse_plain(quoted))
        return
    if table := _table(chunk):
        yield table
        return
    if len(chunk) == 2 and _UNDERLINE.fullmatch(chunk[1]) and not _CLOSES.search(chunk[0]):
        yield Element(tag="h2", children=(chunk[0].strip(),))
        return
    for kind, lines in groupby(_unwrapped(chunk, width), key=_kind):
        yield from _of_kind(kind, list(lines))


def _unwrapped(chunk: Lines, width: int) -> Lines:
    """The lines that were one before they were broken to a width; a new item begins a line."""
    joined: Lines = []
    above = ""
    for line in chunk:
        is_new = not joined or _kind(line) == "rule" or _kind(above) == "rule"
        if is_new or _begins_item(line) or not (width and _is_full(above, line, width)):
            joined.append(line.strip())
        else:
            gap = "" if re.search(r"\w-$", joined[-1]) else " "
            joined[-1] += gap + line.strip()
        above = line
    return joined


def _begins_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def _kind(line: str) -> str:
    if _SIGNS_ALONE.fullmatch(line):
        return "rule"
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else "line"


def _of_kind(kind: str, lines: Lines) -> Iterator[Element]:
    if kind == "rule":
        yield Element(tag="hr")
    elif kind == "bullet" and (len(lines) > 1 or _SURE_BULLET.match(lines[0])):
        yield _list_of("ul", (_BULLET.sub("", line, count=1) for line in lines))
    elif kind == "number" and (start := _start_of(lines)):
        items = (_NUMBER.sub("", line, count=1) for line in lines)
        yield _list_of("ol", items, start=start)
    else:
        yield from map(paragraph, lines)


def _start_of(lines: Lines) -> int:
    """The first of numbers that follow each other; 0 where they do not, and say something else."""
    numbers = [int(found[1]) for line in lines if (found := _NUMBER.match(line))]
    follow = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    return numbers[0] if follow and (len(numbers) > 1 or numbers == [1]) else 0


def _list_of(tag: str, items: Iterable[str], start: int = 1) -> Element:
    attributes = (("start", str(start)),) if start > 1 else ()
    children = tuple(Element(tag="li", children=(item.strip(),)) for item in items)
    return Element(tag=tag, attributes=attributes, children=children)


def _joined_lists(blocks: Iterable[Element]) -> Iterator[Element]:
    """The blocks with lists joined whose items had empty lines between them."""
    held: Element | None = None
    for block in blocks:
        if held and _goes_on(held, block):
            held = held.with_children((*held.children, *block.children))
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _goes_on(above: Element, below: Element) -> bool:
    if above.tag != below.tag:
        return False
    follows = int(above.get("start") or 1) + len(above.children) == int(below.get("start") or 1)
    return above.tag == "ul" or (above.tag == "ol" and follows)


# Tables


def _is_row(line: str) -> bool:
    return len(_cells(line)) > 1


def _cells(line: str) -> list[str]:
    inner = line.strip(" ")
    if "\t" in inner:
        return [cell.strip() for cell in inner.split("\t")]
    if inner.count("|") > 0:
        return [cell.strip() for cell in inner.removeprefix("|").removesuffix("|").split("|")]
    return [inner]


def _table(chunk: Lines) -> Element | None:
    """A table, where every line has two cells or more, with tabs or | between them."""
    rows = [_cells(line) for line in chunk if not ("|" in line and _RULE_OF_TABLE.fullmatch(line))]
    if len(rows) < 2 or min(map(len, rows)) < 2 or any(map(_BULLET.match, chunk)):
        return None
    if len({len(row) for row in rows}) > 2:
        return None
    return table_of(rows)


def table_of(rows: Iterable[Iterable[str]]) -> Element:
    return Element(tag="table", children=tuple(map(_row_of, rows)))


def _row_of(cells: Iterable[str]) -> Element:
    return Element(tag="tr", children=tuple(Element(tag="td", children=(cell,)) for cell in cells))


# Headings


def with_headings(blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """The blocks with short lines that stand alone over a paragraph as headings."""
    likely = [_may_be_heading(block) for block in blocks]
    around = zip([False, *likely], likely, [*likely[1:], True], [*blocks[1:], None], strict=False)
    return tuple(
        _as_heading(block)
        if is_likely and not (is_above or is_below) and below is not None and below.tag == "p"
        else block
        for block, (is_above, is_likely, is_below, below) in zip(blocks, around, strict=True)
    )


def _as_heading(block: Element) -> Element:
    return Element(tag="h2", children=block.children)


def _may_be_heading(block: Element) -> bool:
    line = line_of([block])
    return (
        block.tag == "p"
        and len(line) <= _LONGEST_HEADING
        and not _CLOSES.search(line)
        and line[:1].isalnum()
        and not line[:1].islower()
        and any(letter.isalpha() for letter in line)
    )
