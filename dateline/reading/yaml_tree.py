"""YAML as it was written: a tree of text, in which every key and value has its position.

The tree is built from the parser's events, so that YAML's own guesses (`no`, `12:30`, `3.10`, the
last of two equal keys) play no part, and depth and number are bounded before anything grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace
from typing import Final

import yaml

from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Related, Rule
from dateline.reading.encoding import SourceText, refused_characters
from dateline.reading.pasted import put_right
from dateline.reading.slips import end_of, explain, seems_unclosed, start_of

MAX_DEPTH: Final = 50
MAX_VALUES: Final = 300_000
# Parsing continues after a slip, but reads at most this many characters again.
_MAX_REREAD: Final = 4_000_000
_MAX_SLIPS: Final = 20

_LOADER: Final = getattr(yaml, "CLoader", yaml.Loader)
_EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL"})
# libyaml ends lines at these two; nothing else here does, so stand-ins replace them for it.
_STAND_INS: Final = {0x2028: "\ufdd0", 0x2029: "\ufdd1"}
_ORIGINALS: Final = {0xFDD0: "\u2028", 0xFDD1: "\u2029"}


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlScalar:
    """A single value: its text, or None where nothing is written.

    `written` is what stands in the file, where that is not the text itself.
    """

    text: str | None
    position: Position
    written: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlList:
    items: tuple[YamlNode, ...]
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlField:
    key: Position
    value: YamlNode


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlMapping:
    """`lent` are the names of fields that are not in the file, but in a sheet of the site."""

    fields: dict[str, YamlField]
    position: Position
    lent: frozenset[str] = frozenset()


YamlNode = YamlScalar | YamlList | YamlMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlTree:
    """What could be read of a file; `lost` says that some of it could not."""

    root: YamlNode | None
    problems: tuple[Problem, ...]
    lost: bool


def parse_tree(text: SourceText) -> YamlTree:
    """The tree of a YAML text, with every problem: after a slip the next record is parsed."""
    text, pasted = put_right(text)
    rest = SourceText(text.path, text.content.translate(_STAND_INS))
    problems = [*pasted]
    for _ in range(1 + min(_MAX_SLIPS, _MAX_REREAD // (len(text.content) + 1))):
        reading = _read(rest)
        problems += reading.problems
        if reading.slip is None or reading.beyond:
            break
        shorter = _without_record(rest, reading.slip.position.line)
        if shorter.content == rest.content:
            break
        rest = shorter
    lost = any(problem.rule in (Rule.YAML_SYNTAX, Rule.YAML_BOUNDS) for problem in problems)
    return YamlTree(root=reading.root, problems=tuple(dict.fromkeys(problems)), lost=lost)


_WRITTEN: Final = compile_later(r"\S+")
_RECORD: Final = compile_later(r"^( *)- ", re.MULTILINE)


def _without_record(text: SourceText, line: int) -> SourceText:
    """The text with the record around `line` blanked: a list's entry, or a field at the margin."""
    lines = text.content.split("\n")
    first_entry = _RECORD.search(text.content)
    indents = {0, len(first_entry[1])} if first_entry else {0}
    start = line - 1
    while start > 0 and not _begins_entry(lines[start], indents):
        start -= 1
    indent = _indent(lines[start])
    end = start + 1
    while end < len(lines) and (end < line or not _begins_entry(lines[end], {0, indent})):
        end += 1
    lines[start:end] = [""] * (end - start)
    return SourceText(text.path, "\n".join(lines))


def _begins_entry(line: str, indents: set[int]) -> bool:
    """Whether a line begins something in one of these columns; a comment or a tab does not."""
    return line.lstrip(" ")[:1] not in ("", "#", "\t") and _indent(line) in indents


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read; in a mapping, `key` waits for its value.

    A mapping `runs_on` into the next record if a second id has no dash before it. In braces a
    comma may have `cut` a value: the names that have no colon after it were more of its words.
    """

    position: Position
    items: list[YamlNode] | None = None
    fields: dict[str, YamlField] = field(default_factory=dict)
    key: tuple[str, Position] | None = None
    runs_on: bool = False
    in_braces: bool = False
    cut: dict[str, str] = field(default_factory=dict)

    def close(self) -> YamlNode:
        if self.items is not None:
            return YamlList(items=tuple(self.items), position=self.position)
        return YamlMapping(fields=self.fields, position=self.position)


class _Reading:
    """One walk over a text's events up to a slip; `beyond` says that what follows is not read."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.has_hash = "#" in text.content
        self.root: YamlNode | None = None
        self.problems: list[Problem] = []
        self.slip: Problem | None = None
        self.beyond = False
        self.documents = 0
        self.values = 0
        self.stack: list[_Frame] = []

    def fail(self, problem: Problem) -> None:
        """Stop here; of what is still open, only whole records are kept."""
        self.slip = problem
        self.problems.append(problem)
        del self.stack[2:]
        while self.stack:
            self._close()

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._scalar(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
        elif isinstance(event, yaml.AliasEvent):
            position, written = self._position(event), f"*{event.anchor}"
            self.problems.append(_alias(position, written))
            self._add(YamlScalar(text=written, position=position))
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_marks(event)
            items = list[YamlNode]() if isinstance(event, yaml.SequenceStartEvent) else None
            in_braces = items is None and bool(getattr(event, "flow_style", False))
            frame = _Frame(position=self._position(event), items=items, in_braces=in_braces)
            self.stack.append(frame)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()

    def bound(self, event: yaml.Event) -> Problem | None:
        self.values += isinstance(event, yaml.NodeEvent)
        rule = Rule.YAML_BOUNDS
        if len(self.stack) > MAX_DEPTH:
            found, fix = f"values are nested more than {MAX_DEPTH} levels deep", "use fewer levels"
        elif self.values > MAX_VALUES:
            found, fix = f"the sheet has more than {MAX_VALUES:,} values", "split the briefing"
        elif isinstance(event, yaml.DocumentStartEvent) and self.documents:
            rule, found = Rule.YAML_SYNTAX, "a second document begins at ---"
            fix = "remove this line: a sheet is one document"
        else:
            return None
        return Problem(self._position(event), rule, found, fix)

    def _position(self, event: yaml.Event) -> Position:
        return self.text.position(start_of(event))

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self.problems.append(_alias(self._position(event), f"&{event.anchor}"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = _WRITTEN.match(self.text.content, start_of(event))
            self.problems.append(_alias(self._position(event), written[0] if written else tag))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        plain = event.style in (None, "")
        if plain and self.has_hash:
            self.problems.extend(_lost_to_comment(self.text, event))
        value = event.value if event.value.isascii() else event.value.translate(_ORIGINALS)
        written = self.text.content[start_of(event) : end_of(event)]
        if event.style == '"':
            self.problems.extend(_escaped(value, written, self._position(event)))
        text = None if plain and value in _EMPTY else value
        key = self.stack[-1].key if self.stack else None
        if key and self.stack[-1].in_braces and self._is_cut_off(event):
            self._rejoin(self.stack[-1])
            return
        # An empty value is where its key is.
        position = key[1] if key and start_of(event) == end_of(event) else self._position(event)
        self._add(
            YamlScalar(text=text, position=position, written=None if written == value else written)
        )

    def _is_cut_off(self, event: yaml.ScalarEvent) -> bool:
        """Whether an empty value in braces is that of a name without a colon."""
        start = start_of(event)
        before = self.text.content[max(0, start - 80) : start].rstrip()
        return start == end_of(event) and not before.endswith(":")

    def _rejoin(self, frame: _Frame) -> None:
        """Give a name without a colon back to the value that it was cut from by a comma."""
        name, position = frame.key or ("", frame.position)
        if self._rejoined(frame, name, name):
            frame.key = None
        else:
            self._add(YamlScalar(text=None, position=position))

    def _rejoined(self, frame: _Frame, first: str, rest: str) -> bool:
        """Whether the last value of a frame was a text, which now has the rest behind its comma."""
        _, position = frame.key or ("", frame.position)
        above = next(reversed(frame.fields), None)
        value = frame.fields[above].value if above else None
        if above is None or not isinstance(value, YamlScalar) or value.text is None:
            return False
        frame.cut.setdefault(above, first)
        before = self.text.line(position.line)[: position.column - 1]
        comma = "," if before.endswith(",") else ", "
        whole = replace(value, text=f"{value.text}{comma}{rest}")
        frame.fields[above] = replace(frame.fields[above], value=whole)
        return True

    def _close(self) -> None:
        frame = self.stack.pop()
        for name, first in frame.cut.items():
            value = frame.fields[name].value
            assert isinstance(value, YamlScalar), "it was put together from texts"
            found = f"the comma in the value of `{name}` ends it, before “{first}”"
            fix = f'put the value between quotation marks: {name}: "{value.text}"'
            self.problems.append(Problem(value.position, Rule.YAML_SYNTAX, found, fix))
        self._add(frame.close())

    def _add(self, node: YamlNode) -> None:
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if frame.items is not None:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = self._key(node)
        else:
            self._add_field(frame, node)

    def _key(self, node: YamlNode) -> tuple[str, Position]:
        if isinstance(node, YamlScalar):
            return node.text or "", node.position
        found = "a field’s name is a list or has fields of its own"
        fix = "write one word as the name, then a colon"
        self.problems.append(Problem(node.position, Rule.FIELD_TYPE, found, fix))
        return "", node.position

    def _add_field(self, frame: _Frame, node: YamlNode) -> None:
        name, position = frame.key or ("", node.position)
        # No field has a space in its name: the words after a comma have a colon among them.
        rest = f"{name}: {node.text or ''}".strip() if isinstance(node, YamlScalar) else ""
        is_cut = frame.in_braces and " " in name and rest and self._rejoined(frame, name, rest)
        frame.key = None
        if is_cut:
            return
        if first := frame.fields.get(name):
            if not frame.runs_on:
                self.problems.append(_twice(name, position, first.key))
            frame.runs_on |= name == "id"
        else:
            frame.fields[name] = YamlField(key=position, value=node)


def _read(text: SourceText) -> _Reading:
    reading = _Reading(text)
    suspect: yaml.ScalarEvent | None = None
    try:
        for event in yaml.parse(text.content, Loader=_LOADER):
            if problem := reading.bound(event):
                reading.beyond = len(reading.stack) <= MAX_DEPTH
                reading.fail(problem)
                break
            if isinstance(event, yaml.ScalarEvent) and seems_unclosed(event, text):
                suspect = event
            reading.take(event)
    except yaml.MarkedYAMLError as error:
        reading.fail(explain(error, suspect, text))
    return reading


def _alias(position: Position, written: str) -> Problem:
    kind = {"&": "an anchor", "*": "an alias", "!": "a tag"}.get(written[:1], "a tag")
    found = f"YAML reads “{written}” as {kind}, so it would be lost"
    return Problem(position, Rule.YAML_ALIAS, found, "put the value between quotation marks")


_NUMBERED: Final = compile_later(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")


def _escaped(value: str, written: str, position: Position) -> Iterator[Problem]:
    r"""What escapes such as `\x01` bring into a value that no file may hold."""
    for refused in refused_characters(value):
        code = ord(value[refused.offset])
        escapes = (found for found in _NUMBERED.finditer(written) if int(found[1][1:], 16) == code)
        escape = next((f"`{found[0]}`" for found in escapes), "an escape")
        found = f"{refused.found}, written as {escape}"
        fix = f"delete {escape.replace('an ', 'the ')}"
        yield Problem(position, Rule.FILE_CHARACTER, found, fix)


def _twice(name: str, position: Position, first: Position) -> Problem:
    fix = "keep one of the two"
    if name == "id":
        fix = "if a new record begins here, write “- ” before `id:`; otherwise keep one of the two"
    related = (Related(position=first, note="the first is here"),)
    return Problem(position, Rule.FIELD_DUPLICATE, f"field `{name}` is written twice", fix, related)


# A comment has a space after its hash; a hash right before a word was meant as text.
_HASHED: Final = compile_later(r"[ \t]*(#[^\s#][^\n]*)")


def _lost_to_comment(text: SourceText, event: yaml.ScalarEvent) -> Iterator[Problem]:
    if match := _HASHED.match(text.content, end_of(event)):
        found = f"“{match[1].strip()}” would be lost: YAML takes it for a comment"
        fix = "put the whole value in quotation marks (only if you meant a comment, put a space after #)"
        yield Problem(text.position(match.start(1)), Rule.YAML_COMMENT, found, fix)
