"""What editors mistype in YAML, in words they can act on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    import yaml

    from dateline.problems import Position
    from dateline.reading.encoding import SourceText


class Tell(Protocol):
    """Place, what was found and what to write, from the offsets of a problem and its context."""

    def __call__(
        self, text: SourceText, offset: int, context: int, /
    ) -> tuple[Position, str, str]: ...


_QUOTE = "write the value between quotation marks, or on the next line after >-"
_CLOSE = "write the second one, or take the first one out"
_ALIGN = "begin it in the same column as its neighbours"
_ODD_INDENT: Final = re.compile("[ -]*[\u00a0\u2000-\u200b\u202f\u3000]")
_FIELD_LINE: Final = re.compile(r"\n *(?:- +)?[A-Za-z_]+:(?: |\n)")


def start_of(event: yaml.Event) -> int:
    """The offset at which an event of the parser begins; every one of them has a mark."""
    return event.start_mark.index if event.start_mark else 0


def end_of(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def unclosed_quotation(event: yaml.ScalarEvent, text: SourceText) -> bool:
    """Whether a quoted value seems to have swallowed the fields below it."""
    written = text.content[start_of(event) : end_of(event)]
    return event.style in ("'", '"') and bool(_FIELD_LINE.search(written))


def explain(
    error: yaml.MarkedYAMLError, suspect: yaml.ScalarEvent | None, text: SourceText
) -> tuple[Position, str, str]:
    """Where the slip is, what was found, and what to write instead.

    `suspect` is the last quoted value that seems not to have been closed where it should.
    """
    offset = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else offset
    if suspect:
        return _open_quotation(text, start_of(suspect))
    position = text.position(offset)
    if odd := _ODD_INDENT.match(text.line(position.line)):
        found = "a no-break space stands where YAML wants spaces"
        return replace(position, column=odd.end()), found, "indent with spaces"
    problem = f"{error.problem or ''} {error.context or ''}"
    for words, tell in _SLIPS.items():
        if words in problem:
            return tell(text, offset, context)
    found = f"YAML cannot be read here: {error.problem or error.context or 'unknown reason'}"
    return (
        text.position(offset),
        found,
        "look for a quotation mark, a colon or a column out of place",
    )


def _open_quotation(text: SourceText, offset: int) -> tuple[Position, str, str]:
    return text.position(offset), "a quotation mark is opened and not closed", _CLOSE


def _colon(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    position = text.position(offset)
    before = text.line(position.line)[: position.column - 1]
    if ": " in before:
        return position, "a second colon in a value without quotation marks", _QUOTE
    start = position.column - len(before.lstrip(" -"))
    above = _line_above(text, position.line)
    if above and ": " not in above and len(above) - len(above.lstrip(" -")) == start - 1:
        return _no_colon(text, 0, offset - position.column - len(above.lstrip(" -")))
    name = before.strip(" -")
    found = f"“{name}” does not stand in line with the fields around it"
    return text.position(offset - position.column + start), found, _ALIGN


def _line_above(text: SourceText, line: int) -> str:
    """The line right above another; empty where there is none."""
    return text.line(line - 1) if line > 1 else ""


def _start(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    character = text.content[offset : offset + 1]
    if character == "\t":
        return _tab(text, offset, offset)
    return text.position(offset), f"a value cannot begin with “{character}”", _QUOTE


def _tab(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    return text.position(offset), "a tab stands where YAML wants spaces", "indent with spaces"


def _key(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    position = text.position(offset)
    line = text.line(position.line)
    before = line[: position.column - 1]
    if before.rstrip().endswith(('"', "'")):
        rest = line[position.column - 1 :].strip()
        found = f"the quotation marks of the value end before “{rest}”"
        fix = "write “ ” for the marks inside, or the value on the next line after >-"
        return position, found, fix
    if before.strip(" -"):
        rest = line[position.column - 1 :].strip()
        return position, f"{_ends_early(before)} before “{rest}”", _QUOTE
    return _column(text, offset, offset)


_BRACKETED: Final = {"]": "[ is a list", "}": "{ is a group of fields"}


def _ends_early(before: str) -> str:
    """That a value ends where its bracket is closed, as prose that begins with one does not."""
    kind = _BRACKETED.get(before.rstrip()[-1:])
    return f"a value that begins with {kind} to YAML, and ends" if kind else "the value ends"


def _column(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    position = text.position(offset)
    name = text.line(position.line)[position.column - 1 :].split(":")[0].strip()
    return position, f"“{name}” does not stand in line with what is above it", _ALIGN


def _end(text: SourceText, _: int, context: int) -> tuple[Position, str, str]:
    return _open_quotation(text, context)


def _no_colon(text: SourceText, _: int, context: int) -> tuple[Position, str, str]:
    position = text.position(context)
    line = text.line(position.line).strip()
    if ":" in line and ": " not in line:
        return position, f"“{line}” has no space behind its colon", "put a space behind the colon"
    return position, f"“{line}” is no field", "write a name, a colon, a space and the value"


def _unclosed(kind: str, mark: str) -> Tell:
    def tell(text: SourceText, _: int, context: int) -> tuple[Position, str, str]:
        found = f"a {kind} is opened and not closed"
        return text.position(context), found, f"write {mark}, or {_QUOTE}"

    return tell


def _block(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    return (
        text.position(offset),
        "text stands on the line of its > or |",
        "begin it on the next line",
    )


def _list(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    return (
        text.position(offset),
        "a list begins on the line of its field",
        "begin it on the next line",
    )


def _escape(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    # PyYAML's own parser points behind the backslash.
    offset -= text.content[offset : offset + 1] != "\\"
    written = text.content[offset : offset + 2]
    found = f"“{written}” means nothing between double quotation marks"
    return text.position(offset), found, "write \\\\ for a backslash"


def _second(text: SourceText, offset: int, _: int) -> tuple[Position, str, str]:
    return text.position(offset), "text stands behind the end of the sheet", "take the line ... out"


# libyaml's words, and those of PyYAML's own parser where they differ.
_SLIPS: Final[dict[str, Tell]] = {
    "mapping values are not allowed": _colon,
    "cannot start any token": _start,
    "found a tab character": _tab,
    "found character '\\t'": _tab,
    "expected ',' or ']'": _unclosed("list", "]"),
    "expected ',' or '}'": _unclosed("group of fields", "}"),
    "end of stream": _end,
    "expected key": _key,
    "expected <block end>": _key,
    "expected '-' indicator": _column,
    "expected ':'": _no_colon,
    "expected comment or line break": _block,
    "expected a comment or a line break": _block,
    "block sequence entries are not allowed": _list,
    "sequence entries are not allowed": _list,
    "expected node content": _start,
    "expected the node content": _start,
    "unknown escape character": _escape,
    "expected <document start>": _second,
    "expected '<document start>'": _second,
}
