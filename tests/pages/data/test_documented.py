"""docs/data.md knows every column, and what it shows how to do works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.pages.data.columns import COMMON, Column
from dateline.pages.data.csv_tables import TABLES
from dateline.pages.data.files import data_files
from tests.pages.everything import everything

TEXT = (Path(__file__).parents[3] / "docs" / "data.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (\S+).*\n\n((?:\|.*\n)+)", TEXT, re.MULTILINE))


def told(section: str) -> list[tuple[str, str]]:
    return re.findall(r"^\| `(\w+)` \| (.+) \|$", SECTIONS[section], re.MULTILINE)


def known(columns: tuple[Column, ...]) -> list[tuple[str, str]]:
    return [(one.name, one.says) for one in columns]


def test_every_column_is_explained_once() -> None:
    assert told("Every") == known(COMMON)
    for table in TABLES:
        own = tuple(one for one in table.columns if one not in COMMON)
        assert told(f"`{table.file}`") == known(own)
    assert len(SECTIONS) == len(TABLES) + 1


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
