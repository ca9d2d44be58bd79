"""Where a record was written, so that every problem can name line and column."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final

from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position

Key = str | int
_WORD: Final = compile_later(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The place of a record and of everything in it.

    `values` and `keys` map the path below the record (`("evidence", 0, "words")`) to where that
    value, or the key that names it, begins. `written` has what stands in the file, for values that
    are written otherwise than they read: between quotation marks, or over several lines. `lent` are the fields
    that the site's own sheet has and the record takes from there.
    """

    position: Position
    values: Mapping[tuple[Key, ...], Position] = field(default_factory=dict)
    keys: Mapping[tuple[Key, ...], Position] = field(default_factory=dict)
    written: Mapping[tuple[Key, ...], str] = field(default_factory=dict)
    lent: frozenset[str] = frozenset()

    def of(self, *path: Key) -> Position:
        """The place of the value at `path`; of the nearest thing around it where there is none."""
        for length in range(len(path), 0, -1):
            if found := self.values.get(path[:length]):
                return found
        return self.position

    def inside(self, *path: Key, text: str, offset: int) -> Position:
        """The place of the character at `offset` of the text that the value at `path` reads as."""
        start, written = self.of(*path), self.written.get(path, text)
        at = _written_at(text, offset, written)
        line = written.rfind("\n", 0, at) + 1
        if not line:
            return replace(start, column=start.column + at)
        return replace(start, line=start.line + written.count("\n", 0, line), column=at - line + 1)


def _written_at(text: str, offset: int, written: str) -> int:
    """Where a character of a text is in what was written for it, word after word from its start."""
    if written == text and _WORD.search(text, offset):
        return offset
    at = end = 0
    for word in _WORD.finditer(text):
        found = written.find(word[0], end)
        if found >= 0:
            at, end = found, found + len(word[0])
        if word.end() > offset:
            before = text[offset : word.start()]
            is_beside = written.endswith(before, 0, at)
            return at + (offset - word.start() if offset > word.start() or is_beside else 0)
    return at


NOWHERE = Origin(position=Position(path="-"))
