"""Lists as editors write them, put into the form that Python-Markdown takes for a list.

CommonMark (spec 0.31, sections 5.2 and 5.3) begins a list right after a paragraph, and puts a list
inside another as soon as it is indented to the text of the item above. Python-Markdown wants an empty
line before a list and four spaces for each level; without them it joins the lines, in silence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import chain, groupby
from typing import Final

from dateline.frozen import dataclass
from dateline.patterns import compile_later

_ITEM: Final = compile_later(r"( *)([-*+]|\d{1,9}\.)([ \t]+)(?=\S)")
_INDENT: Final = compile_later(r"^[ \t]+")
_EMPTY_ITEM: Final = compile_later(r" *([-*+]|\d{1,9}\.)[ \t]*")
_RULE: Final = compile_later(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_QUOTED: Final = compile_later(r" {0,3}> ?")
# Lines of a block of their own, which an item after them does not continue.
_OTHER_BLOCK: Final = compile_later(r" {0,3}(?:#|:[ \t]|\||\*?\[[^\]\n]+\]:|<)")
_STEP: Final = 4


def even_lists(text: str) -> str:
    """The Markdown with an empty line before each list, and four spaces for each list around it."""
    parts = groupby(text.split("\n"), key=lambda line: bool(_QUOTED.match(line)))
    evened = ((_quoted if is_quoted else _even)(lines) for is_quoted, lines in parts)
    return "\n".join(chain.from_iterable(evened))


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a quotation: evened without its marks, which they get back."""
    bare = even_lists("\n".join(_QUOTED.sub("", line, count=1) for line in lines))
    yield from (f"> {line}" for line in bare.split("\n"))


def _even(lines: Iterable[str]) -> Iterator[str]:
    lists = _Lists()
    for line in lines:
        yield from lists.take(line)


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """An open list: the columns where the sign and the text of its last item begin."""

    sign: int
    text: int
    is_numbered: bool

    def holds(self, indent: int, *, is_numbered: bool) -> bool:
        """Whether an item with that indent is inside the last item, and not the next of its list."""
        # Two spaces do where the sign is of the other kind: "1. a" and then "  - b".
        is_inside = is_numbered != self.is_numbered and indent >= self.sign + 2
        return is_inside or indent >= self.text


@dataclass(slots=True)
class _Lists:
    """The lists that are open, the innermost last.

    `above` is the line before; `is_further` where it is in a later paragraph of an item.
    """

    lists: list[_List] = field(default_factory=list)
    above: str = ""
    is_further: bool = False

    def take(self, line: str) -> Iterator[str]:
        """A line, perhaps with an empty one before it and with another indent."""
        line = _INDENT.sub(lambda indent: indent[0].expandtabs(_STEP), line, count=1)
        item = None if _RULE.fullmatch(line) else _ITEM.match(line)
        # Four spaces and more are code, or the next line of a paragraph, where no list is open.
        if item and (self.lists or len(item[1]) < _STEP):
            yield from self._item(item)
        elif self.lists and _EMPTY_ITEM.fullmatch(line):
            yield from ("", f"{line.rstrip()} ")
        elif self.lists and line.strip() and not self.above.strip():
            yield self._further(line)
        else:
            yield line
        self.above = line

    def _item(self, item: re.Match[str]) -> Iterator[str]:
        """An item; a number begins a list right after a paragraph only if it is 1."""
        indent, sign, space = item.groups()
        was_open, is_numbered = bool(self.lists), sign[-1] == "."
        left = self._leave(len(indent), is_numbered=is_numbered)
        is_other = bool(left) and left[-1].is_numbered != is_numbered
        after_text = bool(self.above.strip()) and not _OTHER_BLOCK.match(self.above)
        may_begin = sign in ("-", "*", "+", "1.")
        if after_text and (self.is_further or (is_other and may_begin) if was_open else may_begin):
            yield ""
        begins, ends = self._level(), self._level() + _STEP
        kept = begins <= len(indent) < ends
        yield f"{indent if kept else ' ' * begins}{item.string[item.end(1) :]}"
        gap = len(space) if len(space) <= _STEP else 1
        text = len(indent) + len(sign) + gap
        self.lists.append(_List(sign=len(indent), text=text, is_numbered=is_numbered))
        self.is_further = False

    def _further(self, line: str) -> str:
        """A line after an empty one: a later paragraph of an item, or the end of the list."""
        indent = len(line) - len(line.lstrip(" "))
        while self.lists and indent < self.lists[-1].text:
            self.lists.pop()
        self.is_further = bool(self.lists)
        if indent >= self._level():
            return line
        return " " * self._level() + line[self.lists[-1].text :]

    def _leave(self, indent: int, *, is_numbered: bool) -> list[_List]:
        """Close the lists to whose items an item cannot belong, and return them."""
        left = []
        while self.lists and not self.lists[-1].holds(indent, is_numbered=is_numbered):
            left.append(self.lists.pop())
        return left

    def _level(self) -> int:
        return _STEP * len(self.lists)
