"""The edits of a sheet: each gives its new text, and is refused unless that reads as it was meant.

Everything that an edit is not about stays, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import yaml

from dateline.drafting.sheets.field_edits import Way, node_at, put_fields
from dateline.drafting.sheets.first_line import first_line
from dateline.drafting.sheets.layout import LaidList, LaidMapping, LaidNode, SheetValue, lay_out
from dateline.drafting.sheets.record_edits import append, append_all, remove_item, without_sentence
from dateline.drafting.sheets.sheet_text import SheetText
from dateline.facts.kinds import SHEETS
from dateline.frozen import dataclass
from dateline.problems import Problem
from dateline.reading.encoding import SourceText, decode
from dateline.reading.front_matter import split_article
from dateline.reading.yaml_tree import YamlList, YamlNode, YamlScalar, parse_tree

Fields = Mapping[str, SheetValue]
Edit = Callable[[SheetText, LaidNode | None], SheetText]
# The field that makes a record undecided.
DECIDE: Final = "decide"


class EditRefused(Exception):  # noqa: N818 - it says what happened
    """Nothing was changed; the message is a sentence for the editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet by its name in the briefing's folder; `data` is None where there is no such file."""

    name: str
    data: bytes | None

    def __post_init__(self) -> None:
        assert self.name in (*SHEETS, "article.md"), self.name


def add_record(sheet: Sheet, kind: str, fields: Fields, comment: str = "") -> Sheet:
    """One more record at the end of the list `kind` (`events`), with a comment above it.

    A field that is None is there, and empty.
    """

    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        return append(text, root, kind, fields, comment)

    def mean(tree: Any) -> Any:
        record = {name: _plain(value) for name, value in fields.items()}
        return {**(tree or {}), kind: [*((tree or {}).get(kind) or ()), record]}

    return edited(sheet, edit, mean)


def add_records(sheet: Sheet, kind: str, records: Sequence[tuple[Fields, str]]) -> Sheet:
    """The same for several records, each with its comment."""

    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        return append_all(text, root, kind, records)

    def mean(tree: Any) -> Any:
        added = [{name: _plain(value) for name, value in fields.items()} for fields, _ in records]
        return {**(tree or {}), kind: [*((tree or {}).get(kind) or ()), *added]}

    return edited(sheet, edit, mean)


def add_waiver(sheet: Sheet, passage: Mapping[str, str], why: str) -> Sheet:
    """coverage.yaml with words, or a cell, that are not made a fact, and the reason."""
    return add_record(sheet, "waived", {**passage, "why": why})


def set_fields(sheet: Sheet, record_id: str, fields: Fields) -> Sheet:
    """The record with these values; a field that is None is removed."""
    return _edited_record(sheet, record_id, fields, lambda text, _: text)


def set_records(sheet: Sheet, kind: str, changes: Mapping[str, Fields]) -> Sheet:
    """The records of a list with these values, by their ids; each is edited in its own lines."""

    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        field = root.field(kind) if isinstance(root, LaidMapping) else None
        if field is None or not isinstance(field.node, LaidList) or field.node.in_brackets:
            raise LookupError(kind)
        for item in reversed(field.node.items):
            if isinstance(item.value, Mapping) and (own := item.value.get("id")) in changes:
                start, end = text.line_start(item.start), text.line_end(item.end)
                alone = SheetText.of(f"{kind}:\n{text.content[start:end]}\n".encode())
                lines = put_fields(alone, (kind, 0), changes[str(own)]).content
                text = text.splice(start, end, lines.split("\n", 1)[1].removesuffix("\n"))
        return text

    def mean(tree: Any) -> Any:
        records = [_with(item, changes.get(item.get("id"), {})) for item in tree[kind]]
        return tree | {kind: records}

    return edited(sheet, edit, mean)


def take(sheet: Sheet, record_id: str, fields: Fields) -> Sheet:
    """The record decided: with these values, without `decide:` and the comment of its sentence."""

    def edit(text: SheetText, way: Way) -> SheetText:
        found = node_at(text, way[:-1])
        assert isinstance(found, LaidList)
        assert isinstance(way[-1], int)
        return without_sentence(text, found, way[-1])

    return _edited_record(sheet, record_id, {**fields, DECIDE: None}, edit)


def remove_record(sheet: Sheet, record_id: str) -> Sheet:
    """The sheet without the record, and without the comment of its sentence."""

    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        name, number = _way(root, record_id, sheet.name)
        assert isinstance(root, LaidMapping), "it has the record"
        field = root.field(name)
        assert field, "it has the record"
        return remove_item(text, field, number)

    def mean(tree: Any) -> Any:
        lists = {name: _without(value, record_id, name) for name, value in tree.items()}
        return tree | lists

    return edited(sheet, edit, mean)


def remove_at_lines(sheet: Sheet, kind: str, lines: Sequence[int | None]) -> Sheet:
    """The sheet without the records of the list `kind` that have something on these lines."""
    numbers: list[int] = []

    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        field = root.field(kind) if isinstance(root, LaidMapping) else None
        if field is None or not isinstance(field.node, LaidList):
            raise LookupError(kind)
        source = SourceText(sheet.name, text.content)
        for number, item in enumerate(field.node.items):
            first, last = (source.position(at).line or 0 for at in (item.start, item.end))
            if any(first <= (line or 0) <= last for line in lines):
                numbers.append(number)
        for number in reversed(numbers):
            laid = lay_out(text.content)
            found = laid.field(kind) if isinstance(laid, LaidMapping) else None
            if found is None:
                raise LookupError(kind)
            text = remove_item(text, found, number)
        return text

    def mean(tree: Any) -> Any:
        left = [item for number, item in enumerate(tree[kind]) if number not in numbers]
        return tree | {kind: left}

    return edited(sheet, edit, mean) if lines else sheet


def set_front(article: Sheet, fields: Fields) -> Sheet:
    """The article with these values in its front matter; a field that is None is removed."""

    def edit(text: SheetText, _: LaidNode | None) -> SheetText:
        return put_fields(text, (), fields)

    return edited_front(article, edit, lambda tree: _with(tree or {}, fields))


def edited_front(article: Sheet, edit: Edit, mean: Callable[[Any], Any]) -> Sheet:
    """The article after an edit of its front matter alone; as `edited`."""
    whole = article.data or b""
    first, last = _front_lines(article)
    lines = whole.splitlines(keepends=True)
    # A return alone ends no line here; the reader refuses it anyway.
    head, front, rest = (
        b"".join(part) for part in (lines[:first], lines[first:last], lines[last:])
    )
    new = edited(replace(article, data=front), edit, mean)
    return replace(article, data=head + (new.data or b"") + rest)


def _front_lines(article: Sheet) -> tuple[int, int]:
    """The first line of the front matter and that after its last, counted from 0."""
    text, problems = decode(article.data or b"", article.name)
    parts = text and split_article(text)
    if isinstance(parts, Problem):
        problems = (*problems, parts)
    if problems or text is None:
        raise EditRefused(_unreadable(problems))
    lines = [line.rstrip() for line in text.content.split("\n")]
    first = lines.index("---") + 1
    return first, lines.index("---", first)


# How an edit is made and checked


def _edited_record(
    sheet: Sheet, record_id: str, fields: Fields, then: Callable[[SheetText, Way], SheetText]
) -> Sheet:
    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        way = _way(root, record_id, sheet.name)
        return then(put_fields(text, way, fields), way)

    def mean(tree: Any) -> Any:
        def changed(items: Any) -> Any:
            return [_with(item, fields) if _is(item, record_id) else item for item in items]

        lists = {name: value for name, value in tree.items() if isinstance(value, list)}
        return tree | {name: changed(items) for name, items in lists.items() if name != "removed"}

    return edited(sheet, edit, mean)


def edited(sheet: Sheet, edit: Edit, mean: Callable[[Any], Any]) -> Sheet:
    """The sheet after an edit. Raises EditRefused unless it then reads as `mean` makes of its tree."""
    data = first_line(sheet.name).encode() if sheet.data is None else sheet.data
    text, tree = SheetText.of(data), _read(sheet, data)
    try:
        new = edit(text, lay_out(text.content)).data
        is_meant = _read(sheet, new) == mean(tree)
    except (LookupError, ValueError, yaml.YAMLError, _Misread):
        is_meant = False
    if not is_meant:
        raise EditRefused(
            f"{sheet.name} cannot be edited exactly here, so nothing was changed; edit it by hand"
        )
    return replace(sheet, data=new)


class _Misread(EditRefused):
    """What stands in the file has faults."""


def _read(sheet: Sheet, data: bytes) -> SheetValue:
    """The tree as the reader has it, in plain values."""
    text, problems = decode(data, sheet.name)
    if text is None:
        raise _Misread(_unreadable(problems))
    tree = parse_tree(SourceText(sheet.name, text.content))
    if tree.problems:
        raise _Misread(_unreadable(tree.problems))
    return _value(tree.root)


def _unreadable(problems: Sequence[Problem]) -> str:
    first = problems[0]
    return f"{first.position}: {first.found}; {first.fix}. Nothing was changed"


def _value(node: YamlNode | None) -> SheetValue:
    if node is None or isinstance(node, YamlScalar):
        return node.text if node else None
    if isinstance(node, YamlList):
        return [_value(item) for item in node.items]
    return {name: _value(field.value) for name, field in node.fields.items()}


def _plain(value: SheetValue) -> SheetValue:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: _plain(below) for name, below in value.items() if below is not None}
    return [_plain(below) for below in value]


def _with(record: Any, fields: Fields) -> Any:
    """The record as plain values with these fields; the order of its fields is not compared."""
    changed = record | {name: _plain(value) for name, value in fields.items()}
    return {
        name: value
        for name, value in changed.items()
        if name not in fields or fields[name] is not None
    }


def _is(item: object, record_id: str) -> bool:
    return isinstance(item, dict) and item.get("id") == record_id


def _without(value: Any, record_id: str, name: str) -> Any:
    if name == "removed" or not isinstance(value, list):
        return value
    return [item for item in value if not _is(item, record_id)]


def _way(root: LaidNode | None, record_id: str, name: str) -> tuple[str, int]:
    """The list and the number of the record of that id, which are the only ones."""
    fields = root.fields if isinstance(root, LaidMapping) else ()
    ways = [
        (field.name, number)
        for field in fields
        if isinstance(field.node, LaidList) and field.name != "removed"
        for number, item in enumerate(field.node.items)
        if isinstance(item, LaidMapping) and item.value.get("id") == record_id
    ]
    if not ways:
        raise EditRefused(f"{name} has no record ‘{record_id}’; nothing was changed")
    if len(ways) > 1:
        raise EditRefused(f"{name} has two records ‘{record_id}’; nothing was changed")
    return ways[0]
