"""A record in the editor's own program: as a sheet would have it, and as it was left there."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dateline.drafting.deciding.items import Item
from dateline.drafting.deciding.typed import to_typed
from dateline.drafting.sheets.edits import DECIDE, Sheet, add_record
from dateline.drafting.sheets.layout import LaidList, LaidMapping, SheetValue, lay_out
from dateline.problems import to_text
from dateline.reading.encoding import SourceText
from dateline.reading.yaml_tree import parse_tree


def stub_of(item: Item, fields: Mapping[str, SheetValue]) -> str:
    """The record as a sheet would have it."""
    if item.kind is None:
        return "\n".join(f"{name}: {to_typed(value)}" for name, value in fields.items())
    record = {"id": item.id, DECIDE: list(item.asks), **fields}
    sheet = add_record(Sheet(name=item.sheet, data=b""), item.kind.plural, record)
    return (sheet.data or b"").decode()


def edited_in(program: str, stub: str) -> dict[str, SheetValue] | str:
    """The record as it was left in an editor; or why it cannot be used."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record.yaml")
        path.write_text(stub, "utf-8")
        try:
            subprocess.run([*shlex.split(program), str(path)], check=False)  # noqa: S603 - their own editor
            text = path.read_text("utf-8")
        except (OSError, ValueError) as error:
            return f"{program} could not be used: {error}"
    tree = parse_tree(SourceText("record.yaml", text))
    if tree.problems:
        return to_text(tree.problems).rstrip("\n")
    root = lay_out(text)
    records = root.fields[0].node if isinstance(root, LaidMapping) and root.fields else None
    record = records.items[0] if isinstance(records, LaidList) and records.items else None
    return record.value if isinstance(record, LaidMapping) else "There is no record in it."
