"""ArchieML (archieml.org), as newsrooms write it in shared documents, to a story.

Fields, values of several lines that end in :end, scopes, arrays and free-form arrays are read; what is
none of the text and no field of ours is shown as left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from dateline.drafting.importing.field_names import with_fields
from dateline.drafting.importing.html_blocks import parse_blocks
from dateline.drafting.importing.plain_text import parse_plain
from dateline.drafting.importing.story import CutLine, ReadStory, line_of
from dateline.facts.article import Element

_FIELD: Final = re.compile(r"[ \t]*([A-Za-z0-9\u0080-\uffff._-]+)[ \t]*:(?:[ \t]+(.*)|)")
_ARRAY: Final = re.compile(r"[ \t]*\[[ \t]*([+.]*)([\w.-]*)[ \t]*\]")
_SCOPE: Final = re.compile(r"[ \t]*\{[ \t]*([\w.-]*)[ \t]*\}")
_COMMAND: Final = re.compile(r"[ \t]*:[ \t]*(end(?:skip)?|skip|ignore)\b.*", re.IGNORECASE)
_TEXTS: Final = frozenset("text body story content copy article".split())
_HEADINGS: Final = frozenset("subhead subheading heading header crosshead h2 h3 h4 section".split())
_QUOTES: Final = frozenset("quote blockquote".split())
_MARKUP: Final = re.compile(r"<(?:a|b|i|em|strong|sub|sup)\b[^<>]*>", re.IGNORECASE)


@dataclass(slots=True)
class _Archie:
    """What was read so far: fields in order, lines of the text, and where the next line belongs."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    text: list[tuple[str, str]] = field(default_factory=list)
    scope: str = ""
    array: str = ""
    is_free: bool = False
    pending: list[str] = field(default_factory=list)
    cut: list[CutLine] = field(default_factory=list)

    def drop_pending(self) -> None:
        """Lines that no `:end` made part of a field are of none."""
        self.cut += [
            CutLine(words=line.strip(), why="in no field") for line in self.pending if line.strip()
        ]
        self.pending = []


def parse_archieml(text: str) -> ReadStory:
    archie = _read(text)
    fields = [(name, value) for name, value in archie.fields if name.lower() not in _TEXTS]
    texts = [("text", value) for name, value in archie.fields if name.lower() in _TEXTS]
    story = with_fields(ReadStory(), fields)
    blocks: list[Element] = []
    for kind, value in (*texts, *_joined(archie.text)):
        if kind in _HEADINGS:
            blocks += _as(_blocks(value), "h2")
        elif kind in _QUOTES:
            blocks.append(Element(tag="blockquote", children=tuple(_blocks(value))))
        elif kind == "text":
            blocks += _blocks(value)
        else:
            story = story.adding(CutLine(words=f"{kind}: {value}", why="not of the text"))
    return replace(story, body=tuple(blocks)).adding(*archie.cut)


def _joined(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The lines with those of running text that follow each other as one value."""
    for kind, group in groupby(lines, key=itemgetter(0)):
        values = [value for _, value in group]
        yield from (
            [(kind, "\n".join(values))] if kind == "text" else ((kind, value) for value in values)
        )


def _as(blocks: Iterable[Element], tag: str) -> Iterator[Element]:
    return (Element(tag=tag, children=block.children) for block in blocks)


def _blocks(value: str) -> list[Element]:
    """A value as blocks; links and emphasis may be written as HTML."""
    blocks: list[Element] = []
    for block in parse_plain(value):
        is_marked = block.tag == "p" and _MARKUP.search(line_of([block]))
        blocks += parse_blocks(f"<p>{line_of([block])}</p>") if is_marked else [block]
    return blocks


def _read(text: str) -> _Archie:
    archie, left = _Archie(), ""
    for line in text.split("\n"):
        command = _COMMAND.fullmatch(line)
        word = command[1].lower() if command else ""
        if word in ("skip", "endskip", "ignore") and left != "ignore":
            left = word.removeprefix("endskip")
        elif left and line.strip():
            archie.cut.append(CutLine(words=line.strip(), why=f"below :{left}"))
        elif not left:
            _take(archie, line, is_end=word == "end")
    archie.drop_pending()
    return archie


def _take(archie: _Archie, line: str, *, is_end: bool) -> None:
    if is_end:
        _end_value(archie)
    elif scope := _SCOPE.fullmatch(line):
        archie.drop_pending()
        archie.scope, archie.array, archie.is_free = scope[1], "", False
    elif array := _ARRAY.fullmatch(line):
        archie.drop_pending()
        archie.array, archie.is_free = array[2], "+" in array[1]
    elif found := _FIELD.fullmatch(line):
        archie.drop_pending()
        _take_field(archie, found[1], (found[2] or "").strip())
    elif archie.is_free and _is_text(archie.array):
        archie.text.append(("text", _unescaped(line)))
    elif archie.array and line.strip().startswith("*"):
        archie.fields.append((archie.array, line.strip().lstrip("* ")))
    else:
        archie.pending.append(_unescaped(line))


def _take_field(archie: _Archie, name: str, value: str) -> None:
    if archie.is_free and _is_text(archie.array):
        archie.text.append((name.lower(), value))
    else:
        within = archie.array or archie.scope
        archie.fields.append((f"{within}.{name}" if within else name, value))


def _end_value(archie: _Archie) -> None:
    """Lines after a field belong to it if `:end` comes after them."""
    if archie.pending and archie.fields and not archie.is_free:
        name, value = archie.fields[-1]
        archie.fields[-1] = (name, "\n".join([value, *archie.pending]).strip("\n"))
        archie.pending = []


def _is_text(array: str) -> bool:
    return array.lower().rpartition(".")[2] in _TEXTS


def _unescaped(line: str) -> str:
    return line[1:] if re.match(r"\\[\[{*:\\]", line) else line
