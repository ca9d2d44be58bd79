"""docs/data.md knows every column, and what it shows how to do works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.pages.data.csv_tables import TABLES
from dateline.pages.data.files import data_files
from tests.documented import DATA, FORMAT, documented_data
from tests.pages.everything import everything

TEXT = DATA.read_text("utf-8")


def test_every_column_is_explained_as_its_table_has_it() -> None:
    """`python -m tests.documented` writes the rows."""
    assert documented_data(TEXT) == TEXT
    explained = set(re.findall(r"^\| `(\w+)` \|", TEXT + FORMAT.read_text("utf-8"), re.MULTILINE))
    assert {column.name for table in TABLES for column in table.columns} <= explained
    sections = re.findall(r"^### (\S+)", TEXT, re.MULTILINE)
    assert sections == ["Every", *(f"`{table.file}`" for table in TABLES)]


@pytest.mark.parametrize("example", re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL))
def test_the_examples_load_what_they_say(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, data in data_files(everything()).items():
        if path.startswith("b/data/"):
            (tmp_path / path.rpartition("/")[2]).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102 - our own document
    found = names.get("rows") or names["figures"]
    assert isinstance(found, list | dict)
    assert len(found) == len(everything().briefing.figures)
