"""A value as an editor types it on one line, and what a sheet has of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from enum import Enum

from dateline.drafting.deciding.items import Desk
from dateline.drafting.sheets.layout import SheetValue
from dateline.drafting.sheets.writing import write_in_brackets
from dateline.facts.described import DescribedField
from dateline.facts.fields import ID
from dateline.facts.kinds import Kind
from dateline.frozen import dataclass
from dateline.reading.encoding import decode
from dateline.reading.validation import as_id
from dateline.reading.yaml_tree import YamlList, YamlMapping, YamlNode, YamlScalar, parse_tree


class MistypedError(ValueError):
    """The message says what to type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChoice:
    """One of the values that a field may have; `called` says what an id is the id of."""

    value: str
    called: str = ""


def choices_for(desk: Desk, field: DescribedField) -> tuple[ValueChoice, ...]:
    """The values of a closed list, or the records that the field may refer to; empty for any other."""
    if issubclass(field.value_type, Enum):
        return tuple(ValueChoice(value=each.value) for each in field.value_type)
    kinds = [kind for kind in field.refers_to if kind is not Kind.GROUP]
    briefing = desk.draft.briefing
    names = {
        record.id: str(getattr(record, "title" if kind is Kind.SOURCE else "called", ""))
        for kind in kinds
        for record in briefing.records(kind)
    }
    names |= {item.id: item.called for item in desk.undecided if item.kind in kinds}
    return tuple(ValueChoice(value=value, called=called) for value, called in names.items())


def to_typed(value: SheetValue) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    is_plain = not isinstance(value, Mapping) and all(
        isinstance(part, str) and re.fullmatch(r"[a-z0-9-]+", part) for part in value
    )
    return ", ".join(map(str, value)) if is_plain else write_in_brackets(value)


def from_typed(
    field: DescribedField, text: str, choices: tuple[ValueChoice, ...] = ()
) -> SheetValue:
    """What the sheet would have; None for nothing. Raises MistypedError."""
    text = text.strip()
    if not text:
        return None
    if text[0] in "[{" and (field.many or field.is_record):
        return _parsed(text)
    if not choices and field.many and not field.is_record:
        parts = [" ".join(part.split()) for part in text.split(";") if part.strip()]
        return parts[0] if len(parts) == 1 else parts or None
    if not choices:
        return text
    is_reference = bool(field.refers_to)
    if field.many:
        chosen = [
            _chosen(part, choices, is_reference=is_reference)
            for part in re.split(r"[,;]\s*|\s+", text)
            if part
        ]
        return chosen[0] if len(chosen) == 1 else chosen
    return _chosen(text, choices, is_reference=is_reference)


def _chosen(text: str, choices: tuple[ValueChoice, ...], *, is_reference: bool) -> str:
    """The choice of that number, of that name or of that beginning."""
    values = [choice.value for choice in choices]
    if text.isdecimal() and text not in values:
        if 0 < int(text) <= len(values):
            return values[int(text) - 1]
        raise MistypedError(f"{text} is more than the last number, {len(values)}")
    if text in values:
        return text
    named = [choice.value for choice in choices if choice.called.lower() == text.lower()]
    begins = [value for value in values if value.startswith((text.lower(), as_id(text)))]
    if len(found := named or begins) == 1:
        return found[0]
    close = get_close_matches(text.lower(), values, n=1)
    if not close and is_reference and ID.fullmatch(text):
        return text  # the checks ask for a record of that id
    hint = f"; did you mean {close[0]}?" if close else ""
    raise MistypedError(f"“{text}” is none of these{hint}")


def _parsed(text: str) -> SheetValue:
    """A list or fields between brackets."""
    source, refused = decode(f"value: {text}\n".encode(), "-")
    if source is None:
        raise MistypedError(refused[0].found)
    tree = parse_tree(source)
    if tree.problems or not isinstance(tree.root, YamlMapping):
        raise MistypedError(tree.problems[0].found if tree.problems else "this cannot be read")
    return _plain(tree.root.fields["value"].value)


def _plain(node: YamlNode) -> SheetValue:
    if isinstance(node, YamlScalar):
        return node.text
    if isinstance(node, YamlList):
        return [_plain(item) for item in node.items]
    return {name: _plain(field.value) for name, field in node.fields.items()}
