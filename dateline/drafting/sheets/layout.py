"""Where everything in a YAML text begins and ends, for edits that leave the rest as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from dateline.frozen import dataclass
from dateline.reading.slips import end_of, start_of

# Plain text, a list, or fields, as a sheet has them; None where nothing is written.
SheetValue = str | None | Sequence["SheetValue"] | Mapping[str, "SheetValue"]

_LOADER: Final = getattr(yaml, "CLoader", yaml.Loader)
# libyaml ends lines at these two; nothing else here does.
_STAND_INS: Final = {0x2028: "\ufdd0", 0x2029: "\ufdd1"}
_ORIGINALS: Final = {0xFDD0: "\u2028", 0xFDD1: "\u2029"}
_EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidScalar:
    """A value from `start` to before `end`; `style` is its mark: `'`, `"`, `|`, `>` or none."""

    start: int
    end: int
    style: str
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidList:
    start: int
    end: int
    in_brackets: bool
    items: tuple[LaidNode, ...]

    @property
    def value(self) -> list[SheetValue]:
        return [item.value for item in self.items]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidField:
    key: LaidScalar
    node: LaidNode

    @property
    def name(self) -> str:
        return self.key.value or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidMapping:
    start: int
    end: int
    in_brackets: bool
    fields: tuple[LaidField, ...]

    @property
    def value(self) -> dict[str, SheetValue]:
        return {field.name: field.node.value for field in self.fields}

    def field(self, name: str) -> LaidField | None:
        return next((field for field in self.fields if field.name == name), None)


LaidNode = LaidScalar | LaidList | LaidMapping


def lay_out(content: str) -> LaidNode | None:
    """The text's values with their places; None where it has none. Raises yaml.YAMLError.

    It is for a text that the reader finds nothing wrong with: `reading.yaml_tree` says so.
    """
    events = iter(yaml.parse(content.translate(_STAND_INS), Loader=_LOADER))
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            return _node(next(events), events, content)
    return None


def _node(event: yaml.Event, events: Iterator[yaml.Event], content: str) -> LaidNode:
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(event, events, content)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(event, events, content)
    assert isinstance(event, yaml.ScalarEvent), "the reader refuses aliases"
    return _scalar(event, content)


def _scalar(event: yaml.ScalarEvent, content: str) -> LaidScalar:
    start, end = start_of(event), end_of(event)
    style = event.style or ""
    if style in ("|", ">"):
        # What follows a block is part of the event: empty lines, and comments nearer the margin.
        end = start + len(content[start:end].rstrip(" \n"))
    is_empty = not style and event.value in _EMPTY
    value = None if is_empty else event.value.translate(_ORIGINALS)
    return LaidScalar(start=start, end=end, style=style, value=value)


def _list(event: yaml.SequenceStartEvent, events: Iterator[yaml.Event], content: str) -> LaidList:
    items: list[LaidNode] = []
    for inner in events:
        if isinstance(inner, yaml.SequenceEndEvent):
            end = end_of(inner) if event.flow_style else items[-1].end
            break
        items.append(_node(inner, events, content))
    return LaidList(
        start=start_of(event), end=end, in_brackets=bool(event.flow_style), items=tuple(items)
    )


def _mapping(
    event: yaml.MappingStartEvent, events: Iterator[yaml.Event], content: str
) -> LaidMapping:
    fields: list[LaidField] = []
    for inner in events:
        if isinstance(inner, yaml.MappingEndEvent):
            end = end_of(inner) if event.flow_style else fields[-1].node.end
            break
        assert isinstance(inner, yaml.ScalarEvent), "the reader refuses keys of other kinds"
        key = _scalar(inner, content)
        fields.append(LaidField(key=key, node=_node(next(events), events, content)))
    return LaidMapping(
        start=start_of(event), end=end, in_brackets=bool(event.flow_style), fields=tuple(fields)
    )
