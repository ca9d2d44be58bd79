"""Edits of single fields of a record, at the places that the layout gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

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
from dateline.drafting.sheets.writing import (
    fold,
    write_field,
    write_text,
    write_value,
)

# Where a value is: names of fields and numbers of items, from the root of the sheet.
Way = tuple[str | int, ...]

# What an editor writes last in a record; other fields come before these.
_LAST: Final = frozenset(
    ("evidence", "source", "derived", "by", "checked", "caveat", "corrections", "waive", "added")
)


def node_at(text: SheetText, way: Way) -> LaidNode:
    """The node there; raises LookupError if there is none."""
    node = lay_out(text.content)
    for step in way:
        if isinstance(node, LaidMapping) and isinstance(step, str):
            field = node.field(step)
            node = field.node if field else None
        elif isinstance(node, LaidList) and isinstance(step, int):
            node = node.items[step]
        else:
            node = None
        if node is None:
            raise LookupError(step)
    if node is None:
        raise LookupError(way)
    return node


def _mapping_at(text: SheetText, way: Way) -> LaidMapping:
    match node_at(text, way):
        case LaidMapping() as mapping:
            return mapping
        case _:
            raise LookupError(way)


def put_fields(text: SheetText, way: Way, fields: Mapping[str, SheetValue]) -> SheetText:
    """Set the fields of the mapping at `way`, one after the other; what is None is removed."""
    for name, value in fields.items():
        mapping = _mapping_at(text, way)
        field = mapping.field(name)
        if value is None:
            text = _remove(text, mapping, field) if field else text
        elif field is None:
            text = _add(text, mapping, name, value)
        else:
            text = _set(text, (*way, name), mapping, field, value)
    return text


def _set(
    text: SheetText, way: Way, mapping: LaidMapping, field: LaidField, value: SheetValue
) -> SheetText:
    node = field.node
    if node.value == value:
        return text
    if isinstance(node, LaidMapping) and isinstance(value, Mapping):
        gone: dict[str, SheetValue] = {name: None for name in node.value if name not in value}
        return put_fields(text, way, {**value, **gone})
    if isinstance(node, LaidScalar) and isinstance(value, str):
        return _set_text(text, mapping, node, value)
    indent = _column(text, mapping.start)
    written = write_value(value, indent, len(field.name), in_brackets=mapping.in_brackets)
    colon = text.content.index(":", field.key.end) + 1
    # A remark on the field's own line stays there, one between the lines of the value goes above it.
    remarks = list(_remarks(text.content, colon, node))
    replaced = text.splice(colon, node.end, written)
    if not remarks or mapping.in_brackets:
        return replaced
    start, margin = text.line_start(field.key.start), " " * indent
    return replaced.splice(start, start, "".join(f"{margin}{remark}\n" for remark in remarks))


def _set_text(text: SheetText, mapping: LaidMapping, node: LaidScalar, value: str) -> SheetText:
    if node.style in ("|", ">") and value.isprintable():
        return text.splice(node.start, node.end, fold(value, _column(text, mapping.start)))
    style = node.style if node.style in ("'", '"') else ""
    written = write_text(value, style, in_brackets=mapping.in_brackets)
    gap = " " if text.content[node.start - 1 : node.start] == ":" else ""
    return text.splice(node.start, node.end, gap + written)


_REMARK: Final = re.compile(r"(?:^|(?<=\s))#[^\n]*")


def _remarks(content: str, start: int, node: LaidNode) -> Iterator[str]:
    """The comments from `start` to the end of a node, but not what looks like one in its words."""
    for leaf in _leaves(node):
        yield from (found[0].rstrip() for found in _REMARK.finditer(content[start : leaf.start]))
        start = leaf.end


def _leaves(node: LaidNode) -> Iterator[LaidScalar]:
    if isinstance(node, LaidScalar):
        yield node
    elif isinstance(node, LaidList):
        for item in node.items:
            yield from _leaves(item)
    else:
        for field in node.fields:
            yield field.key
            yield from _leaves(field.node)


def _add(text: SheetText, mapping: LaidMapping, name: str, value: SheetValue) -> SheetText:
    before = _before(mapping, name)
    if mapping.in_brackets:
        written = write_field(name, value, 0, in_brackets=True)
        if before is None:
            return text.splice(mapping.start + 1, mapping.start + 1, written)
        return text.splice(before.node.end, before.node.end, f", {written}")
    assert before, "a mapping without brackets has fields"
    indent = _column(text, mapping.start)
    end = text.line_end(before.node.end)
    return text.splice(end, end, f"\n{' ' * indent}{write_field(name, value, indent)}")


def _before(mapping: LaidMapping, name: str) -> LaidField | None:
    """The field after which an editor would write a new one."""
    own = [field for field in mapping.fields if field.name not in _LAST]
    fields = own if own and name not in _LAST else mapping.fields
    return fields[-1] if fields else None


def _remove(text: SheetText, mapping: LaidMapping, field: LaidField) -> SheetText:
    if len(mapping.fields) == 1:
        raise LookupError(field.name)
    number = mapping.fields.index(field)
    start = field.key.start
    if mapping.in_brackets and number:
        return text.splice(mapping.fields[number - 1].node.end, field.node.end, "")
    if mapping.in_brackets:
        return text.splice(start, mapping.fields[1].key.start, "")
    if not text.content[text.line_start(start) : start].strip():
        return text.without_lines(start, field.node.end)
    return _remove_after_dash(text, field, mapping.fields[1].key.start)


def _remove_after_dash(text: SheetText, field: LaidField, following: int) -> SheetText:
    """The next field moves up to the dash, and comments between the two above it."""
    start, end = field.key.start, text.line_end(field.node.end)
    remarks = [line.strip() for line in text.content[end:following].split("\n") if line.strip()]
    first = text.line_start(start)
    dash = text.content[first:start]
    margin = dash[: len(dash) - len(dash.lstrip())]
    above = "".join(f"{margin}{remark}\n" for remark in remarks)
    return text.splice(first, following, above + dash)


def _column(text: SheetText, at: int) -> int:
    return at - text.line_start(at)
