"""What editors mistype in YAML, in words they can act on."""

from collections.abc import Callable
from typing import Final

import yaml

from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule
from dateline.reading.encoding import SourceText

_BETWEEN_MARKS: Final = "put the value between quotation marks"
_BLOCK: Final = "or write >- after the colon and the value on the next line, indented"
_QUOTE: Final = f"{_BETWEEN_MARKS}, {_BLOCK}"
_ALIGN: Final = "start it in the same column as its neighbours"
_FIELD_LINE: Final = compile_later(r"\n *(?:- +)?[A-Za-z_]+:(?: |\n)")


def start_of(event: yaml.Event) -> int:
    """The offset at which an event of the parser begins; every event has a mark."""
    return event.start_mark.index if event.start_mark else 0


def end_of(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def seems_unclosed(event: yaml.ScalarEvent, text: SourceText) -> bool:
    """Whether a quoted value seems to have swallowed the fields below it."""
    if event.style not in ("'", '"'):
        return False
    return bool(_FIELD_LINE.search(text.content[start_of(event) : end_of(event)]))


def explain(
    error: yaml.MarkedYAMLError, suspect: yaml.ScalarEvent | None, text: SourceText
) -> Problem:
    """The slip that caused an error of the parser; `suspect` is the last value that seems unclosed."""
    offset = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else offset
    if suspect:
        return _slip(text.position(start_of(suspect)), *_OPEN_QUOTATION)
    position = text.position(offset)
    message = f"{error.problem or ''} {error.context or ''}"
    for at, known in ((context, _AT_THE_OPENING), (offset, _AT_THE_ERROR)):
        for words, (found, fix) in known.items():
            if words in message:
                return _slip(text.position(at), found, fix)
    for words, explain_one in _BY_THE_LINE.items():
        if words in message:
            return explain_one(text, offset, context)
    found = f"YAML cannot be read here: {error.problem or error.context or 'unknown reason'}"
    return _slip(position, found, "check the quotation marks, colons and columns around here")


def _slip(position: Position, found: str, fix: str) -> Problem:
    return Problem(position, Rule.YAML_SYNTAX, found, fix)


def _colon(text: SourceText, offset: int, _: int) -> Problem:
    position = text.position(offset)
    before = text.line(position.line)[: position.column - 1]
    if ": " in before:
        return _slip(
            position,
            "the text after the first colon contains another one, and has no quotation marks",
            _QUOTE,
        )
    start = position.column - len(before.lstrip(" -"))
    above = text.line(position.line - 1) if position.line > 1 else ""
    if above and ": " not in above and len(above) - len(above.lstrip(" -")) == start - 1:
        return _no_colon(text, 0, offset - position.column - len(above.lstrip(" -")))
    found = f"“{before.strip(' -')}” is not aligned with the fields around it"
    return _slip(text.position(offset - position.column + start), found, _ALIGN)


def _start(text: SourceText, offset: int, _: int) -> Problem:
    character = text.content[offset : offset + 1]
    slip = (f"a value cannot begin with “{character}”", _QUOTE)
    return _slip(text.position(offset), *(_TAB if character == "\t" else slip))


_BRACKETS: Final = {"]": ("[", "list"), "}": ("{", "group of fields")}


def _key(text: SourceText, offset: int, _: int) -> Problem:
    """A value that ends too early, at its second quotation mark or bracket; or a stray column."""
    position = text.position(offset)
    line = text.line(position.line)
    before, rest = line[: position.column - 1].strip(" -"), line[position.column - 1 :].strip()
    if before.endswith(('"', "'")):
        found = f"the text ends at its second quotation mark, before “{rest}”"
        return _slip(position, found, f"use “ ” inside, {_BLOCK}")
    if before[-1:] in _BRACKETS:
        mark, kind = _BRACKETS[before[-1]]
        end = before[-1]
        found = (
            f"YAML reads a value that begins with {mark} as a {kind}, which ends before “{rest}”"
        )
        fix = f"if it is one value, {_BETWEEN_MARKS}; if it is a {kind}, write the {end} at its end"
        return _slip(position, found, fix)
    if before:
        return _slip(position, f"the value ends before “{rest}”", _QUOTE)
    return _column(text, offset, offset)


def _column(text: SourceText, offset: int, _: int) -> Problem:
    position = text.position(offset)
    name = text.line(position.line)[position.column - 1 :].split(":")[0].strip()
    return _slip(position, f"“{name}” is not aligned with what is above it", _ALIGN)


def _no_colon(text: SourceText, _: int, context: int) -> Problem:
    position = text.position(context)
    line = text.line(position.line).strip()
    if ":" in line and ": " not in line:
        return _slip(position, f"“{line}” has no space after its colon", "add a space there")
    fix = "write a name, a colon, a space and the value"
    return _slip(position, f"“{line}” is not a field", fix)


def _escape(text: SourceText, offset: int, _: int) -> Problem:
    # PyYAML's own parser points to the character after the backslash.
    offset -= text.content[offset : offset + 1] != "\\"
    written = text.content[offset : offset + 2]
    found = f"“{written}” means nothing between double quotation marks"
    return _slip(text.position(offset), found, "write \\\\ for a backslash")


def _beyond(text: SourceText, offset: int, _: int) -> Problem:
    ended = "..." in text.content[:offset].split("\n")
    fix = "remove the line “...” above" if ended else "make it a field, or remove it"
    return _slip(text.position(offset), "there is text after the end of the sheet", fix)


# libyaml's words, and those of PyYAML's own parser where they differ; the first that match count.
_OPEN_QUOTATION: Final = (
    "a quotation mark is opened and not closed",
    "write the closing mark, or remove this one",
)
_TAB: Final = ("a tab is used where YAML needs spaces", "indent with spaces")
_OWN_LINE: Final = ("text begins on the line of its > or |", "start it on the next line")
_OWN_LIST: Final = ("a list begins on the line of its field", "start it on the next line")
_AT_THE_OPENING: Final = {
    "expected ',' or ']'": ("a list is opened and not closed", f"write ], or {_BETWEEN_MARKS}"),
    "expected ',' or '}'": (
        "a group of fields is opened and not closed",
        f"write }}, or {_BETWEEN_MARKS}",
    ),
    "end of stream": _OPEN_QUOTATION,
}
_AT_THE_ERROR: Final = {
    "found a tab character": _TAB,
    "found character '\\t'": _TAB,
    "expected comment or line break": _OWN_LINE,
    "expected a comment or a line break": _OWN_LINE,
    "sequence entries are not allowed": _OWN_LIST,
}
_BY_THE_LINE: Final[dict[str, Callable[[SourceText, int, int], Problem]]] = {
    "mapping values are not allowed": _colon,
    "cannot start any token": _start,
    "expected key": _key,
    "expected <block end>": _key,
    "expected '-' indicator": _column,
    "expected ':'": _no_colon,
    "expected node content": _start,
    "expected the node content": _start,
    "unknown escape character": _escape,
    "expected <document start>": _beyond,
    "expected '<document start>'": _beyond,
}
