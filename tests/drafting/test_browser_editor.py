"""`init --cms`: what an editor in the browser shows of the front matter, and what it may not touch."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.cli import main
from dateline.drafting.schemas.browser_editor import pages_config
from dateline.facts.described import fields_of
from dateline.facts.records import FrontMatter

CONFIG: dict[str, Any] = yaml.safe_load(pages_config())
BRIEFINGS, SHEETS, SITE = CONFIG["content"]


def test_it_is_written_if_asked_for(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "plain")]) == 0
    assert main(["init", str(tmp_path / "news"), "--cms"]) == 0
    assert not (tmp_path / "plain/.pages.yml").exists()
    assert (tmp_path / "news/.pages.yml").read_bytes() == pages_config()


def test_it_has_the_front_matter_with_what_each_field_is() -> None:
    fields = {field["name"]: field for field in BRIEFINGS["fields"]}
    assert fields["title"]["required"]
    assert fields["title"]["description"] == "The headline."
    assert fields["draft"]["type"] == "boolean"
    assert fields["body"]["type"] == "code"


def test_nothing_that_it_would_lose_has_a_field() -> None:
    """A value that stands alone in place of a list becomes an empty list there."""
    many = {field.written for field in fields_of(FrontMatter) if field.many or field.is_record}
    assert not many & {field["name"] for field in BRIEFINGS["fields"]}
    assert CONFIG["settings"]["content"]["merge"]
    assert SHEETS["format"] == SITE["format"] == "code"


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("published", ["2024-09-11", "2024-02-29"], ["", "2023-02-29", "11 September 2024"]),
        ("updated", ["2024-09-11", ""], ["2024-13-01"]),
        ("language", ["", "fa"], ["Farsi"]),
        ("publish", ["", "2026-12-01", "2026-12-01 06:00"], ["2026-12-01 6am"]),
    ],
)
def test_its_patterns_are_those_of_the_reader(
    name: str, right: list[str], wrong: list[str]
) -> None:
    pattern = next(field["pattern"] for field in BRIEFINGS["fields"] if field["name"] == name)
    taken = [text for text in right + wrong if re.search(pattern["regex"], text)]
    assert taken == right
    assert pattern["message"].startswith("write a ")
