"""Bytes to text: UTF-8 and nothing else, without characters that a reader cannot be shown."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Final

from dateline.facts.unseen import UNSEEN, hidden_in, is_drawn, is_plain_text
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule

MAX_BYTES: Final = 5_000_000
# Enough for a file full of one fault.
_MAX_PROBLEMS: Final = 50

# Unicode noncharacters, which end each plane, halves of characters, the byte order mark inside a text,
# notes between lines, what is deprecated or not assigned among the invisible, and letters of tags that
# follow no flag (DerivedCoreProperties.txt and UTS 51) carry nothing; the last two planes are for private
# use, and the reading of articles marks lines with them.
_NONCHARACTERS: Final = "".join(
    f"{chr(end - 1)}{chr(end)}" for end in range(0xFFFF, 0xF0000, 0x10000)
)
_REFUSED: Final = compile_later(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\U000f0000-\U0010ffff"
    f"{_NONCHARACTERS}\u2065\u206a-\u206f\ufff0-\ufffc\U000e0000-\U000e001f\U000e0080-\U000e00ff"
    "\U000e01f0-\U000e0fff]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007f]"
)
# More than any alphabet needs over one letter, of marks for all alphabets and of any.
_PILE: Final = compile_later(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}|[^\\w\\s]{9,}"
)
_OPENS: Final = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"} | dict.fromkeys(
    "\u202a\u202b\u202d\u202e", "\u202c"
)
# These two show letters and digits in the order opposite to that in which they were written.
_OVERRIDES: Final = ("\u202d", "\u202e")
# These do so with numbers ("8–3") where no letter is written from right to left.
_TWO_NUMBERS: Final = compile_later(r"\d\W+\d")
_LEFTWARDS: Final = compile_later("[\u200f\u061c\u202b\u2067]")
_DIRECTION: Final = compile_later("[\u202a-\u202e\u2066-\u2069]")
_DIRECTED_LINE: Final = compile_later(f"^.*?{_DIRECTION.pattern}.*", re.MULTILINE)
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF_8: Final = (
    "save the file as UTF-8 (under “Save as” or in the status bar);"
    " if � is shown instead of a letter, type the letter first"
)


@dataclass(frozen=True)
class SourceText:
    """The text of one file, whose lines end in a line feed, and where each character is in it."""

    path: str
    content: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.content))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(path=self.path, line=line, column=offset - self._starts[line - 1] + 1)

    @property
    def line_starts(self) -> tuple[int, ...]:
        return tuple(self._starts)

    def line(self, number: int) -> str:
        """The line of that number, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self.content.find("\n", start)
        return self.content[start : end if end >= 0 else None]

    def from_line(self, number: int, end: int | None = None) -> SourceText:
        """The same file with only the lines from `number` to before `end`; positions stay true."""
        start = self._starts[number - 1]
        stop = self._starts[end - 1] if end and end <= len(self._starts) else None
        return SourceText(self.path, "\n" * (number - 1) + self.content[start:stop])


def decode(data: bytes, path: str) -> tuple[SourceText | None, tuple[Problem, ...]]:
    if len(data) > MAX_BYTES:
        fix = f"keep it to {MAX_BYTES:,} bytes: split the article, or shorten the sheet"
        found = f"the file has {len(data):,} bytes"
        return None, (Problem(Position(path=path), Rule.FILE_SIZE, found, fix),)
    try:
        content = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        skipped = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        return None, (_not_utf8(data, error.start + skipped, path),)
    text = SourceText(path, content.replace("\r\n", "\n"))
    if text.content.count("\0") > len(data) // 4:
        position = text.position(text.content.index("\0"))
        found = "every other byte is empty: the file looks like UTF-16"
        return None, (Problem(position, Rule.FILE_ENCODING, found, _SAVE_AS_UTF_8),)
    if marker := _MERGE_MARKER.search(text.content):
        return None, (_unmerged(text, marker),)
    problems = tuple(islice(_problems(text), _MAX_PROBLEMS))
    return (None if problems else text), problems


# What git leaves around the two versions of lines that it could not merge (git-merge, "HOW
# CONFLICTS ARE PRESENTED").
_MERGE_MARKER: Final = compile_later(r"^(?:<{7}|>{7}|\|{7}) [^\n<>|]*$|^<{7}$", re.MULTILINE)


def _unmerged(text: SourceText, marker: re.Match[str]) -> Problem:
    found = (
        f"two versions of the file were not merged: “{marker[0].strip()}” marks where they differ"
    )
    fix = "keep the lines that are right, and delete the others and the lines of <, = and >"
    return Problem(text.position(marker.start()), Rule.FILE_MERGE, found, fix)


def _not_utf8(data: bytes, offset: int, path: str) -> Problem:
    before = data[:offset].decode("utf-8").removeprefix("\ufeff")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    position = Position(path=path, line=line, column=column)
    likely, byte = _likely(data, offset), f"byte {offset}, hexadecimal {data[offset]:02x}"
    found = f"the file is not saved as UTF-8{likely} ({byte})"
    return Problem(position, Rule.FILE_ENCODING, found, _SAVE_AS_UTF_8)


def _likely(data: bytes, offset: int) -> str:
    if data.startswith(_UTF_16) or data[:200].count(0) > len(data[:200]) // 4:
        return ", but probably as UTF-16"
    if data[offset] == 0xED and offset + 1 < len(data) and data[offset + 1] >= 0xA0:
        return ": half of a character is here, a lone surrogate"
    try:
        meant = data[offset : offset + 1].decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return f", but probably as Windows-1252, with “{meant}” here"


@dataclass(frozen=True, slots=True)
class Refused:
    """What a text may not hold: where it is first, how often more, what it is, and what to do."""

    offset: int
    found: str
    fix: str
    more: int = 0


def refused_characters(content: str) -> Iterator[Refused]:
    """Each character that no page may hold, or that hides in a word, and each misleading direction."""
    if is_plain_text(content):
        return
    yield from _invisible_characters(content)
    yield from _piles(content)
    directions = [*_misleading_directions(content), *_idle_directions(content)]
    yield from directions
    yield from _hidden_characters(content, besides={refused.offset for refused in directions})


def _problems(text: SourceText) -> Iterator[Problem]:
    for refused in refused_characters(text.content):
        more = f", and {refused.more} more in this file" if refused.more else ""
        position = text.position(refused.offset)
        yield Problem(position, Rule.FILE_CHARACTER, f"{refused.found}{more}", refused.fix)


def _invisible_characters(content: str) -> Iterator[Refused]:
    found: dict[str, list[int]] = {}
    for match in _REFUSED.finditer(content):
        found.setdefault(match[0], []).append(match.start())
    for character, offsets in found.items():
        fix = "delete the word and type it again: the character is invisible"
        if character == "\r":
            fix = "save the file with the line endings of Unix (LF) or Windows (CRLF)"
        yield Refused(offsets[0], f"found {_name(character)}", fix, more=len(offsets) - 1)


def _piles(content: str) -> Iterator[Refused]:
    """Marks that are heaped on one letter, and cover the lines above and below it."""
    for pile in _PILE.finditer(content):
        if all(unicodedata.category(mark).startswith("M") for mark in pile[0]):
            over = content[: pile.start()][-1:]
            found = f"{len(pile[0])} marks are drawn over each other on “{over}”"
            yield Refused(pile.start(), found, "delete the word and type it again")


def _hidden_characters(content: str, *, besides: set[int]) -> Iterator[Refused]:
    """Each character that could hide something in a word or a number, once."""
    found: dict[str, list[int]] = {}
    known = (at for at in hidden_in(content) if at not in besides)
    for at in (at for at in known if not _REFUSED.match(content, at)):
        found.setdefault(content[at], []).append(at)
    for character, offsets in found.items():
        name = f"“{unicodedata.name(character, 'unnamed').lower()}” (U+{ord(character):04X})"
        word = f"“{_word_at(content, offsets[0])}”"
        found_in = f"the invisible character {name} is inside {word}"
        if is_drawn(character):
            found_in = f"the mark {name} is drawn over a letter or digit of {word}"
        fix = "delete the word and type it again"
        yield Refused(offsets[0], found_in, fix, more=len(offsets) - 1)


def _word_at(content: str, at: int) -> str:
    """The word around a character, as it would be without what is not seen in it."""
    before, after = content[max(0, at - 30) : at], content[at : at + 30]
    word = (before.split() or [""])[-1] + (after.split() or [""])[0]
    return UNSEEN.sub("", word)


_NAMES: Final = {
    "\0": "an empty character",
    "\r": "a carriage return without a line feed",
    "\x85": "a next-line character",
    "\ufeff": "a byte order mark inside the text",
}


def _name(character: str) -> str:
    kind = {"Cc": "a control character", "Co": "a private-use character"}
    described = _NAMES.get(character) or kind.get(unicodedata.category(character))
    if described is None and (name := unicodedata.name(character, "").lower()):
        described = f"the character “{name}”"
    return f"{described or 'a noncharacter'} (U+{ord(character):04X})"


def _misleading_directions(content: str) -> Iterator[Refused]:
    """Marks that override the direction of letters, are not closed on their line, or close nothing.

    Unicode's algorithm (UAX 9) ends them only with the paragraph: an open mark shows text in
    another order than it was written.
    """
    for line in _DIRECTED_LINE.finditer(content):
        open_marks: list[re.Match[str]] = []
        for mark in _DIRECTION.finditer(content, *line.span()):
            if mark[0] in _OVERRIDES:
                yield _override(mark[0], mark.start())
            if mark[0] in _OPENS:
                open_marks.append(mark)
            elif open_marks and _OPENS[open_marks[-1][0]] == mark[0]:
                open_marks.pop()
            else:
                yield _unbalanced(mark[0], mark.start())
        unclosed = (mark for mark in open_marks if mark[0] not in _OVERRIDES)
        yield from (_unbalanced(mark[0], mark.start()) for mark in unclosed)


def _idle_directions(content: str) -> Iterator[Refused]:
    """Marks for text from right to left beside numbers, on lines that have no such text."""
    for mark in _LEFTWARDS.finditer(content):
        start, end = content.rfind("\n", 0, mark.start()) + 1, content.find("\n", mark.end())
        line = content[start : end if end >= 0 else None]
        if _TWO_NUMBERS.search(line) and not any(map(_is_leftward, line)):
            yield _override(mark[0], mark.start())


def _is_leftward(letter: str) -> bool:
    return letter.isalpha() and unicodedata.bidirectional(letter) in ("R", "AL")


def _override(mark: str, offset: int) -> Refused:
    name = f"“{unicodedata.name(mark).lower()}” (U+{ord(mark):04X})"
    found = f"the invisible mark {name} shows what follows in another order"
    return Refused(offset, found, "delete the word and type it again")


def _unbalanced(mark: str, offset: int) -> Refused:
    name = unicodedata.name(mark).lower()
    lacks = "is not closed on its line" if mark in _OPENS else "closes nothing on its line"
    found = f"the invisible mark “{name}” (U+{ord(mark):04X}) {lacks}"
    fix = "delete the word and type it again, or write both marks of the pair on the line"
    return Refused(offset, found, fix)
