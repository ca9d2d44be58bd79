"""Bytes to text: UTF-8 and nothing else, and every character one that a reader can be shown."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from dateline.problems import Position, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 2_000_000
# A file full of one fault is told of often enough.
_MOST: Final = 50

# Unicode noncharacters, halves of characters, and the byte order mark inside a text carry nothing;
# the last two planes are for private use, and the reading of articles keeps track of lines by them.
_REFUSED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)
_OPENS: Final = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"} | dict.fromkeys(
    "\u202a\u202b\u202d\u202e", "\u202c"
)
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class SourceText:
    """The text of one file: lines end in a line feed, and every character knows where it stands."""

    path: str
    content: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.content))]

    def position(self, offset: int) -> Position:
        """Where the character at `offset` stands."""
        line = bisect_right(self._starts, offset)
        return Position(path=self.path, line=line, column=offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The line of that number, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self.content.find("\n", start)
        return self.content[start : end if end >= 0 else None]

    def from_line(self, number: int, end: int | None = None) -> SourceText:
        """The same file with only the lines from `number` to before `end`; places stay true."""
        start = self._starts[number - 1]
        stop = self._starts[end - 1] if end and end <= len(self._starts) else None
        return SourceText(self.path, "\n" * (number - 1) + self.content[start:stop])


def decode(data: bytes, path: str) -> tuple[SourceText | None, tuple[Problem, ...]]:
    """The text of a file, or why it is none; characters are refused by name and place."""
    if len(data) > MAX_BYTES:
        return None, (_too_big(len(data), path),)
    try:
        content = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        skipped = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        return None, (_not_utf8(data, error.start + skipped, path),)
    text = SourceText(path, content.replace("\r\n", "\n"))
    if text.content.count("\0") > len(data) // 4:
        return None, (_not_utf8_but_nul(text, text.content.index("\0")),)
    problems = tuple(islice(_problems(text), _MOST))
    return (None if problems else text), problems


def _too_big(size: int, path: str) -> Problem:
    return Problem(
        position=Position(path=path),
        rule=Rule.FILE_SIZE,
        found=f"the file has {size:,} bytes",
        fix=f"keep a file under {MAX_BYTES:,} bytes: divide the article, or shorten the sheet",
    )


def _not_utf8(data: bytes, offset: int, path: str) -> Problem:
    """The byte that is not UTF-8, and the encoding that the file is probably in."""
    before = data[:offset].decode("utf-8").removeprefix("\ufeff")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Problem(
        position=Position(path=path, line=line, column=column),
        rule=Rule.FILE_ENCODING,
        found=f"byte {offset} (hexadecimal {data[offset]:02x}) is not UTF-8{_likely(data, offset)}",
        fix="save the file as UTF-8: every editor has it under Save as, or in the status bar",
    )


def _likely(data: bytes, offset: int) -> str:
    if data.startswith(_UTF_16) or data[:200].count(0) > len(data[:200]) // 4:
        return ": the file looks like UTF-16"
    if data[offset] == 0xED and offset + 1 < len(data) and data[offset + 1] >= 0xA0:
        return ": it begins half of a character, a lone surrogate"
    try:
        meant = data[offset : offset + 1].decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return f": in Windows-1252 it is “{meant}”, and that is likely what the file was saved as"


@dataclass(frozen=True, slots=True)
class Refused:
    """What may not stand in a text: where it does first, what it is, and what to do about it."""

    offset: int
    found: str
    fix: str
    more: int = 0


def refused_characters(content: str) -> Iterator[Refused]:
    """Each character that no page may hold, once, and each unbalanced mark of direction.

    `content` is text of a file, or what its escapes stand for.
    """
    yield from _invisible_characters(content)
    yield from _unbalanced_directions(content)


def _problems(text: SourceText) -> Iterator[Problem]:
    for one in refused_characters(text.content):
        more = f", and {one.more} more in this file" if one.more else ""
        yield Problem(
            position=text.position(one.offset),
            rule=Rule.FILE_CHARACTER,
            found=f"{one.found}{more}",
            fix=one.fix,
        )


def _invisible_characters(content: str) -> Iterator[Refused]:
    """Each refused character at its first place."""
    found: dict[str, list[int]] = {}
    for match in _REFUSED.finditer(content):
        found.setdefault(match[0], []).append(match.start())
    for character, offsets in found.items():
        found_once = f"found {_name(character)}"
        yield Refused(offsets[0], found_once, _advice(character), more=len(offsets) - 1)


def _not_utf8_but_nul(text: SourceText, offset: int) -> Problem:
    return Problem(
        position=text.position(offset),
        rule=Rule.FILE_ENCODING,
        found="every other byte is empty: the file looks like UTF-16",
        fix="save the file as UTF-8: every editor has it under Save as, or in the status bar",
    )


_NAMES: Final = {
    "\0": "an empty character",
    "\r": "a carriage return that ends no line",
    "\x85": "a next-line character",
    "\ufeff": "a byte order mark inside the text",
}


def _name(character: str) -> str:
    kind = {"Cc": "a control character", "Co": "a private-use character"}
    described = _NAMES.get(character) or kind.get(unicodedata.category(character), "no character")
    return f"{described} (U+{ord(character):04X})"


def _advice(character: str) -> str:
    if character == "\r":
        return "save the file with line ends of Unix or Windows"
    return "take it out: it cannot be seen, and often comes with pasted text"


def _unbalanced_directions(content: str) -> Iterator[Refused]:
    """Marks that turn the direction of text and do not end on their line, or end without a start.

    Unicode's algorithm (UAX 9) ends all of them with the paragraph: what is left open shows text
    in another order than it is written.
    """
    open_marks: list[tuple[str, int]] = []
    line_end = -1
    for match in _DIRECTION.finditer(content):
        if match.start() > line_end:
            yield from (_unbalanced(mark, offset) for mark, offset in open_marks)
            open_marks = []
            end = content.find("\n", match.start())
            line_end = end if end >= 0 else len(content)
        if match[0] in _OPENS:
            open_marks.append((match[0], match.start()))
        elif open_marks and _OPENS[open_marks[-1][0]] == match[0]:
            open_marks.pop()
        else:
            yield _unbalanced(match[0], match.start())
    yield from (_unbalanced(mark, offset) for mark, offset in open_marks)


def _unbalanced(mark: str, offset: int) -> Refused:
    name = unicodedata.name(mark).lower()
    lacks = "is not closed on its line" if mark in _OPENS else "closes nothing on its line"
    return Refused(
        offset,
        f"the invisible mark “{name}” (U+{ord(mark):04X}) {lacks}",
        "take it out, or write both marks of the pair on the line",
    )
