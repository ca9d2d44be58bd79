"""Edits of whole records: one more at the end of a list, or one less, with the comment above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.drafting.sheets.field_edits import put_fields
from dateline.drafting.sheets.layout import (
    LaidField,
    LaidList,
    LaidMapping,
    LaidNode,
    LaidScalar,
    SheetValue,
    lay_out,
)
from dateline.drafting.sheets.sheet_text import SheetText
from dateline.drafting.sheets.writing import write_field, write_in_brackets

# The comment above a stub begins with its sentence, between these marks.
_SENTENCE: Final = re.compile(r"[ \t]*# “")
_COMMENT: Final = re.compile(r"[ \t]*#")
_USUAL_INDENT: Final = 2


def append(
    text: SheetText,
    root: LaidNode | None,
    name: str,
    fields: Mapping[str, SheetValue],
    comment: str = "",
) -> SheetText:
    """The sheet with a record at the end of its list `name`, which is made if it is not there."""
    if root is None or (isinstance(root, LaidScalar) and root.value is None):
        return _begin_list(text, name, fields, comment)
    match root:
        case LaidMapping():
            return _append_below(text, root, name, fields, comment)
        case _:
            raise LookupError(name)


def append_all(
    text: SheetText,
    root: LaidNode | None,
    name: str,
    records: Sequence[tuple[Mapping[str, SheetValue], str]],
) -> SheetText:
    """The same for records with their comments: the sheet is laid out once for all but the first."""
    for number, (fields, comment) in enumerate(records):
        text = append(text, root, name, fields, comment)
        root = lay_out(text.content)
        field = root.field(name) if isinstance(root, LaidMapping) else None
        node = field.node if field else None
        if isinstance(node, LaidList) and not node.in_brackets:
            return _append_rest(text, node, records[number + 1 :])
    return text


def _append_rest(
    text: SheetText, node: LaidList, records: Sequence[tuple[Mapping[str, SheetValue], str]]
) -> SheetText:
    last = node.items[-1]
    indent = node.start - text.line_start(node.start)
    end = _end_with_comments(text, last.end, indent)
    gap = "\n\n" if _stand_apart(text, node) else "\n"
    written = (
        gap + _entry(fields, comment, indent, in_brackets=_is_in_brackets(last))
        for fields, comment in records
    )
    return text.splice(end, end, "".join(written))


def _append_below(
    text: SheetText, root: LaidMapping, name: str, fields: Mapping[str, SheetValue], comment: str
) -> SheetText:
    field = root.field(name)
    if field is None and root.in_brackets:
        return put_fields(text, (), {name: [fields]})
    if field is None:
        return _begin_list(text, name, fields, comment)
    node = field.node
    if isinstance(node, LaidList) and node.items:
        return _append_to(text, node, fields, comment)
    if not (isinstance(node, LaidList) or node.value is None):
        raise LookupError(name)
    if root.in_brackets:
        return text.splice(node.start, node.end, f"[{write_in_brackets(fields)}]")
    colon = text.content.index(":", field.key.end) + 1
    text = text.splice(colon, node.end, "") if node.end > node.start else text
    end = text.line_end(colon)
    return text.splice(end, end, "\n" + _entry(fields, comment, _USUAL_INDENT))


def _begin_list(
    text: SheetText, name: str, fields: Mapping[str, SheetValue], comment: str
) -> SheetText:
    """The list at the end of the sheet, which ends in a line feed unless it did not before."""
    content = text.content
    written = f"{name}:\n{_entry(fields, comment, _USUAL_INDENT)}"
    at = len(content)
    if not content:
        return text.splice(at, at, f"{written}\n")
    is_comment = all(line.lstrip()[:1] in ("", "#") for line in content.split("\n"))
    gap = "" if is_comment else "\n"
    if content.endswith("\n"):
        return text.splice(at, at, f"{gap}{written}\n")
    return text.splice(at, at, f"\n{gap}{written}")


def _append_to(
    text: SheetText, node: LaidList, fields: Mapping[str, SheetValue], comment: str
) -> SheetText:
    last = node.items[-1]
    if node.in_brackets:
        start = text.line_start(last.start)
        margin = text.content[start : last.start]
        gap = f"\n{margin}" if len(node.items) > 1 and not margin.strip() else " "
        return text.splice(last.end, last.end, f",{gap}{write_in_brackets(fields)}")
    indent = node.start - text.line_start(node.start)
    end = _end_with_comments(text, last.end, indent)
    written = _entry(fields, comment, indent, in_brackets=_is_in_brackets(last))
    gap = "\n\n" if _stand_apart(text, node) else "\n"
    return text.splice(end, end, gap + written)


def _is_in_brackets(node: LaidNode) -> bool:
    return isinstance(node, LaidMapping) and node.in_brackets


def _end_with_comments(text: SheetText, at: int, indent: int) -> int:
    """The end of a record's last line, or of the comments right below it that belong to it."""
    end = text.line_end(at)
    while indent and end < len(text.content):
        line = text.content[end + 1 : text.line_end(end + 1)]
        if not _COMMENT.match(line) or len(line) - len(line.lstrip()) < indent:
            break
        end = text.line_end(end + 1)
    return end


def _stand_apart(text: SheetText, node: LaidList) -> bool:
    """Whether an empty line is before the last record of a list."""
    if len(node.items) < 2:
        return False
    above = text.line_start(_with_comment(text, dash_of(text, node, len(node.items) - 1)))
    return not text.content[text.line_start(above - 1) : above].strip()


def _entry(
    fields: Mapping[str, SheetValue], comment: str, indent: int, *, in_brackets: bool = False
) -> str:
    margin = " " * indent
    above = "".join(f"{margin}# {line}\n" for line in comment.splitlines())
    if in_brackets:
        return f"{above}{margin}- {write_in_brackets(fields)}"
    below = indent + 2
    lines = [write_field(*field, below) for field in fields.items()]
    return f"{above}{margin}- " + f"\n{' ' * below}".join(lines)


def dash_of(text: SheetText, node: LaidList, number: int) -> int:
    """The place of the dash before an item of a list without brackets."""
    if number == 0:
        return node.start
    at = text.line_end(node.items[number - 1].end) + 1
    while not text.content[at : text.line_end(at)].lstrip().startswith("-"):
        at = text.line_end(at) + 1
    return text.content.index("-", at)


def _lines_above(text: SheetText, at: int) -> Iterator[int]:
    """The starts of the lines of comments right above a place, from the nearest."""
    start = text.line_start(at)
    while start and _COMMENT.match(text.content, above := text.line_start(start - 1)):
        yield above
        start = above


def _with_comment(text: SheetText, dash: int) -> int:
    """The start of all comments right above an entry, or of its own line."""
    return next(reversed(list(_lines_above(text, dash))), text.line_start(dash))


def sentence_above(text: SheetText, dash: int) -> int | None:
    """The start of the comment above a stub, from its sentence on, which is between marks."""
    end = text.line_start(dash)
    for start in _lines_above(text, dash):
        # A line of it may begin with the mark of words that are quoted within.
        comment = text.content[start:end]
        if _SENTENCE.match(comment) and comment.count("“") == comment.count("”"):
            return start
    return None


def without_sentence(text: SheetText, node: LaidList, number: int) -> SheetText:
    """The sheet without the comment of a stub; what stands above its sentence stays."""
    if node.in_brackets:
        return text
    dash = dash_of(text, node, number)
    start = sentence_above(text, dash)
    return text if start is None else text.splice(start, text.line_start(dash), "")


def remove_item(text: SheetText, field: LaidField, number: int) -> SheetText:
    """The sheet without one record of the field's list, and without the comment of a stub."""
    node = field.node
    assert isinstance(node, LaidList)
    item = node.items[number]
    if node.in_brackets:
        if number:
            return text.splice(node.items[number - 1].end, item.end, "")
        end = node.items[1].start if len(node.items) > 1 else item.end
        return text.splice(item.start, end, "")
    dash = dash_of(text, node, number)
    above = sentence_above(text, dash)
    start = text.line_start(dash) if above is None else above
    if len(node.items) == 1:
        # An empty list, which the reader takes: without anything it would ask for a value.
        colon = text.content.index(":", field.key.end) + 1
        return text.without_lines(start, item.end).splice(colon, colon, " []")
    return text.without_lines(
        *_with_gap(text, start, text.line_end(item.end), is_first=number == 0)
    )


def _with_gap(text: SheetText, start: int, end: int, *, is_first: bool) -> tuple[int, int]:
    """The lines of an entry and the empty ones before it; those after it, if it is the first."""
    first = start
    while first and not text.content[(above := text.line_start(first - 1)) : first].strip():
        first = above
    if first < start:
        return first, end
    is_below_field = is_first and not _COMMENT.match(text.content, text.line_start(start - 1))
    while is_below_field and not text.content[end + 1 : text.line_end(end + 1)].strip():
        if end + 1 >= len(text.content):
            break
        end = text.line_end(end + 1)
    return start, end
