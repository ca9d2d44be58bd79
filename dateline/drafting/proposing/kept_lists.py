"""What of a sheet stays when its facts are started over: the addresses that were removed, and the periods."""

from __future__ import annotations

from typing import Final

import yaml

from dateline.drafting.sheets.edits import EditRefused, Sheet, add_record
from dateline.drafting.sheets.layout import LaidList, LaidMapping, lay_out
from dateline.reading.encoding import decode

_KEPT: Final = ("periods", "removed")


def without_facts(name: str, data: bytes) -> bytes | None:
    """The sheet with these lists alone; None where it has none, or cannot be read."""
    sheet = Sheet(name=name, data=None)
    try:
        text, _ = decode(data, name)
        root = lay_out(text.content) if text else None
        for kind in _KEPT:
            field = root.field(kind) if isinstance(root, LaidMapping) else None
            for item in field.node.items if field and isinstance(field.node, LaidList) else ():
                if isinstance(item, LaidMapping):
                    sheet = add_record(sheet, kind, item.value)
    except (yaml.YAMLError, EditRefused):
        return None
    return sheet.data
