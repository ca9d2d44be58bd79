"""Values as an editor writes them in YAML: plain where that is safe, in quotation marks elsewhere."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Final

import yaml

from dateline.drafting.sheets.layout import LaidMapping, SheetValue, lay_out
from dateline.reading.encoding import SourceText
from dateline.reading.yaml_tree import parse_tree

# The longest line of a list or of fields in brackets, and of running text that is wrapped.
_WIDTH: Final = 100
_ESCAPES: Final = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


def write_field(name: str, value: SheetValue, indent: int, *, in_brackets: bool = False) -> str:
    """The field as it is written `indent` columns from the margin, without the margin itself."""
    return f"{name}:{write_value(value, indent, len(name), in_brackets=in_brackets)}"


def write_value(
    value: SheetValue, indent: int, taken: int = 0, *, in_brackets: bool = False
) -> str:
    """What stands after the colon of a field at this indent, whose name has `taken` letters."""
    if value is None or isinstance(value, str):
        written = write_text(value, in_brackets=in_brackets)
        return f" {written}" if written else ""
    short = write_in_brackets(value)
    if in_brackets or not value or _fits(value, short, indent + taken):
        return f" {short}"
    margin = " " * (indent + 2)
    if isinstance(value, Mapping):
        lines = [write_field(name, below, indent + 2) for name, below in value.items()]
    else:
        lines = [f"-{write_item(below, indent + 2)}" for below in value]
    return "".join(f"\n{margin}{line}" for line in lines)


def write_item(value: SheetValue, indent: int) -> str:
    """What stands after the dash of a list at this indent."""
    if isinstance(value, Mapping) and value:
        below = indent + 2
        short = write_in_brackets(value)
        if _fits(value, short, indent):
            return f" {short}"
        fields = [write_field(name, inner, below) for name, inner in value.items()]
        return " " + f"\n{' ' * below}".join(fields)
    return write_value(value, indent, in_brackets=not isinstance(value, str))


def _fits(value: SheetValue, written: str, taken: int) -> bool:
    """Whether a list or fields are short and simple enough for brackets."""
    parts = value.values() if isinstance(value, Mapping) else value or ()
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) > 1:
        is_simple = all(isinstance(part, str) and " " not in part for part in parts)
    else:
        is_simple = all(isinstance(part, str) for part in parts)
    return is_simple and taken + len(written) < _WIDTH


def write_in_brackets(value: SheetValue) -> str:
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(write_field(*pair, 0, in_brackets=True) for pair in value.items()) + "}"
        )
    if value is None or isinstance(value, str):
        return write_text(value, in_brackets=True)
    return "[" + ", ".join(map(write_in_brackets, value)) + "]"


# A single value


def write_text(value: str | None, style: str = "", *, in_brackets: bool = False) -> str:
    """A single value, in the quotation marks of `style` if it has any; nothing for None."""
    if value is None:
        return ""
    if not style and _is_plain(value, in_brackets=in_brackets):
        return value
    is_simple = value.isprintable()
    if is_simple and (style == "'" or (style != '"' and ("'" not in value or '"' in value))):
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in value) + '"'


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    """Whether the reader takes the text as it is, alone after a colon, a dash or within brackets."""
    if not text or text != text.strip() or not text.isprintable():
        return False
    frame = "a: [{}, {{b: {}, c: d}}]\n" if in_brackets else "a: {}\nb:\n  - {}\n"
    content = frame.format(text, text)
    expected: SheetValue = [text, {"b": text, "c": "d"}]
    if parse_tree(SourceText("-", content)).problems:
        return False
    try:
        read = lay_out(content)
    except yaml.YAMLError:
        return False
    assert isinstance(read, LaidMapping)
    return read.value == ({"a": expected} if in_brackets else {"a": text, "b": [text]})


def fold(text: str, indent: int) -> str:
    """Running text below a `>-`, as it stands after the colon of a field at this indent."""
    margin = " " * (indent + 2)
    wrapped = textwrap.wrap(
        text, _WIDTH - len(margin), break_long_words=False, break_on_hyphens=False
    )
    return ">-" + "".join(f"\n{margin}{line}" for line in wrapped)
