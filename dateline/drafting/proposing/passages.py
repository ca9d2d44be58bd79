"""Passages as the fields of a sheet have them."""

from __future__ import annotations

from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.records import Passage

_FIELDS = ("words", "before", "after", "row", "column", "table")


def field_of(passage: Passage) -> SheetValue:
    """The words alone, where nothing else is needed to find them."""
    written = {name: text for name in _FIELDS if (text := getattr(passage, name))}
    return passage.words if passage.words and len(written) == 1 else written
