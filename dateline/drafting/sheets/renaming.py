"""Another id for a record that nobody has decided on, also where others refer to it.

An id that was published is an address: it goes into `formerly:` and is not renamed so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from dateline.drafting.sheets.edits import Sheet, edited, edited_front
from dateline.drafting.sheets.field_edits import Way, node_at
from dateline.drafting.sheets.layout import LaidList, LaidMapping, LaidNode, LaidScalar, lay_out
from dateline.drafting.sheets.sheet_text import SheetText
from dateline.drafting.sheets.writing import write_text
from dateline.facts.described import DescribedField, fields_of
from dateline.facts.records import Derivation, FrontMatter, Record, SourceRef
from dateline.reading.briefing_files import MODELS
from dateline.reading.content import ARTICLE


def rename_id(sheets: Mapping[str, Sheet], old: str, new: str) -> dict[str, Sheet]:
    """The sheets, and the article, in which the record or a reference to it is."""
    renamed = {name: _renamed(sheet, old, new) for name, sheet in sheets.items() if sheet.data}
    return {name: sheet for name, sheet in renamed.items() if sheet != sheets[name]}


def _renamed(sheet: Sheet, old: str, new: str) -> Sheet:
    model = FrontMatter if sheet.name == ARTICLE else MODELS[sheet.name]

    def edit(text: SheetText, root: LaidNode | None) -> SheetText:
        for way in reversed([*_ways(model, root, old)]):
            node = node_at(text, way)
            assert isinstance(node, LaidScalar), "ids and formulas are single values"
            value = _with_id(node.value or "", old, new)
            written = write_text(value, node.style, in_brackets=_is_in_brackets(text, way))
            text = text.splice(node.start, node.end, written)
        return text

    def mean(tree: Any) -> Any:
        changed = deepcopy(tree)
        for way in _ways(model, lay_out(_front_or_all(sheet)), old):
            *above, last = way
            inner = changed
            for step in above:
                inner = inner[step]
            inner[last] = _with_id(inner[last], old, new)
        return changed

    if sheet.name == ARTICLE:
        return edited_front(sheet, edit, mean)
    return edited(sheet, edit, mean)


def _front_or_all(sheet: Sheet) -> str:
    content = SheetText.of(sheet.data or b"").content
    if sheet.name != ARTICLE:
        return content
    return re.split(r"^---[ \t]*$", content, maxsplit=2, flags=re.MULTILINE)[1]


def _is_in_brackets(text: SheetText, way: Way) -> bool:
    above = node_at(text, way[:-1])
    return not isinstance(above, LaidScalar) and above.in_brackets


def _with_id(value: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, value)


def _ways(model: type[Record], node: LaidNode | None, old: str, way: Way = ()) -> Iterator[Way]:
    """Where the id is in a record that was written so, in the order of the text."""
    for field in node.fields if isinstance(node, LaidMapping) else ():
        described = _by_name(model).get(field.name)
        if described is None:
            continue
        below: Way = (*way, field.name)
        if isinstance(field.node, LaidList):
            values = [((*below, number), item) for number, item in enumerate(field.node.items)]
        else:
            values = [(below, field.node)]
        for place, value in values:
            if isinstance(value, LaidScalar):
                if _names(model, described, value.value or "", old):
                    yield place
            elif described.is_record:
                yield from _ways(described.value_type, value, old, place)


def _names(model: type[Record], field: DescribedField, value: str, old: str) -> bool:
    if model is Derivation and field.written == "how":
        return value != _with_id(value, old, "")
    is_id = field.written in ("id", "date_from") or bool(field.refers_to)
    return value == old and (is_id or field.value_type is SourceRef)


@cache
def _by_name(model: type[Record]) -> dict[str, DescribedField]:
    return {field.written: field for field in fields_of(model)}
