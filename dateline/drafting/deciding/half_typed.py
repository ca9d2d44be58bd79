"""What was typed in the terminal and is in no sheet: of records left undecided, and of those whose taking is undone."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dateline.drafting.deciding.items import Item
from dateline.drafting.sheets.edits import Fields
from dateline.drafting.sheets.layout import SheetValue
from dateline.drafting.sheets.step_journal import write_file

# The oldest are forgotten.
_MOST: Final = 100


@dataclass(slots=True)
class HalfTyped:
    """`kept` has for each record the fields of its sheet, and the typed ones, which hold only beside these."""

    path: Path
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def read(cls, journal: Path) -> HalfTyped:
        path = journal / "half-typed.json"
        with suppress(OSError, ValueError):
            found = json.loads(path.read_bytes())
            if isinstance(found, dict):
                return cls(path, {key: each for key, each in found.items() if _is_entry(each)})
        return cls(path)

    def fields_of(self, item: Item) -> dict[str, SheetValue]:
        """The fields of an item with what was typed of it before."""
        kept = self.kept.get(_key(item))
        typed = kept["typed"] if kept and kept["sheet"] == _plain(item.fields) else {}
        return {**item.fields, **typed}

    def keep(self, item: Item, fields: Fields) -> None:
        """Note what of the fields is not in the sheet; the program goes on where that cannot be written."""
        before = self.kept.pop(_key(item), None)
        typed = {name: each for name, each in fields.items() if each != item.fields.get(name)}
        if typed:
            self.kept[_key(item)] = {"sheet": _plain(item.fields), "typed": _plain(typed)}
        elif before is None:
            return
        for old in [*self.kept][:-_MOST]:
            del self.kept[old]
        new = self.path.with_suffix(".new")
        with suppress(OSError):
            write_file(new, json.dumps(self.kept).encode())
            new.replace(self.path)


def _key(item: Item) -> str:
    return " ".join(item.key)


def _plain(fields: Fields) -> Any:
    return json.loads(json.dumps(dict(fields)))


def _is_entry(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(name), dict) for name in ("sheet", "typed")
    )
