"""Edits of the sheets of the test sites, and of odd ones: what is not meant never changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drafting.sheets.edits import (
    EditRefused,
    Sheet,
    add_record,
    remove_record,
    set_fields,
    take,
)
from dateline.drafting.sheets.layout import LaidList, LaidMapping, lay_out
from dateline.reading.encoding import SourceText
from dateline.reading.yaml_tree import parse_tree

ROOT = Path(__file__).parent.parent.parent.parent
SHEETS = sorted(
    path
    for folder in ("content", "tests/sites/everything", "tests/sites/seldom")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name not in ("site.yaml", "authors.yaml", "coverage.yaml")
)


def read(data: bytes) -> Any:
    node = lay_out(data.decode().replace("\r\n", "\n"))
    return node.value if node else None


def ids(data: bytes) -> Iterator[tuple[str, str]]:
    root = lay_out(data.decode().replace("\r\n", "\n"))
    for field in root.fields if isinstance(root, LaidMapping) else ():
        if isinstance(field.node, LaidList) and field.name != "removed":
            for item in field.node.items:
                assert isinstance(item, LaidMapping)
                yield field.name, str(item.value["id"])


def events_of(data: bytes) -> list[str]:
    return [record for name, record in ids(data) if name == "events"]


def changed_lines(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """What is left of both without the lines that both begin and end with."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_field_that_is_added_and_removed_leaves_no_trace(path: Path) -> None:
    data = path.read_bytes()
    for _, record in [*ids(data)][::3]:
        sheet = Sheet(name=path.name, data=data)
        with_field = set_fields(sheet, record, {"decide": ["title", "x"]})
        assert changed_lines(data, with_field.data or b"")[1] != []
        assert take(with_field, record, {}).data == data


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_record_that_is_added_and_removed_leaves_no_trace(path: Path) -> None:
    data = path.read_bytes()
    for name in {name for name, _ in ids(data)}:
        sheet = Sheet(name=path.name, data=data)
        added = add_record(sheet, name, {"id": "a-new-one", "title": "“So: it is”"}, "“A – b.”")
        assert changed_lines(data, added.data or b"")[0] in ([], [data.splitlines()[-1]])
        assert remove_record(added, "a-new-one").data == data


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_record_that_is_removed_takes_nothing_with_it(path: Path) -> None:
    data = path.read_bytes()
    for name, record in [*ids(data)][::2]:
        removed = remove_record(Sheet(name=path.name, data=data), record).data or b""
        assert [*ids(removed)] == [pair for pair in ids(data) if pair != (name, record)]
        comments = [line.strip() for line in data.splitlines() if line.strip().startswith(b"#")]
        assert all(comment in removed for comment in comments)


# Odd sheets

words = st.text(st.sampled_from("ab é“”’'\"#:,[]{}-&*!|>%@`~?\\0"), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)
comments = st.sampled_from(["", " # so", "  # “why”: it's"])


@st.composite
def written_fields(draw: st.DrawFn, indent: str) -> str:
    """A field in one of the ways in which a value can be written."""
    name = draw(st.sampled_from(["title", "who", "note"]))
    value = draw(words)
    quoted = "'" + value.replace("'", "''") + "'"
    ways = [
        f"{name}: {quoted}{draw(comments)}",
        f"{name}: >-\n{indent}  {draw(st.sampled_from(['a b', 'it: is # so']))}\n{indent}  c",
        f"{name}: [{quoted}, b]{draw(comments)}",
        f"{name}: {{a: {quoted}, b: c}}",
        f"{name}:{draw(comments)}\n{indent}- {quoted}\n{indent}- b",
        f"{name}:\n{indent}  a: {quoted}\n{indent}  # inside\n{indent}  b: c",
        f"{name}:{draw(comments)}",
        f"{name}: plain words\n{indent}  on two lines{draw(comments)}",
    ]
    return draw(st.sampled_from(ways))


@st.composite
def odd_sheets(draw: st.DrawFn) -> bytes:
    indent = draw(st.sampled_from(["", "  ", "    "]))
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    records = []
    for number in range(draw(st.integers(1, 3))):
        below = f"{indent}  "
        lines = [f"id: r{number}{draw(comments)}"]
        lines += draw(st.lists(written_fields(below), max_size=3, unique_by=lambda f: f[:4]))
        above = draw(st.sampled_from(["", f"{indent}# “One.”\n", f"{indent}# A note\n"]))
        records.append(above + f"{indent}- " + f"\n{below}".join(lines))
    head = draw(st.sampled_from(["", "# Head\n", "removed: []\n", "periods: [{id: p}]\n"]))
    tail = draw(st.sampled_from(["", "\n", "\n# Tail\n", "\nnotes: []\n", "\n\n\n"]))
    whole = f"{head}events:{draw(comments)}\n{gap.join(records)}{tail}"
    return whole.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()


def is_readable(data: bytes) -> bool:
    text = SourceText("-", data.decode().replace("\r\n", "\n"))
    return not parse_tree(text).problems


@given(odd_sheets().filter(is_readable), words, st.data())
def test_any_value_can_be_set_in_any_sheet(data: bytes, value: str, draw: st.DataObject) -> None:
    record = draw.draw(st.sampled_from(events_of(data)))
    name = draw.draw(st.sampled_from(["title", "who", "summary", "evidence"]))
    given: Any = draw.draw(st.sampled_from([value, [value], [value, "b"], {"a": value, "b": "c"}]))
    sheet = Sheet(name="timeline.yaml", data=data)
    edited = set_fields(sheet, record, {name: given}).data or b""
    expected = read(data)
    next(item for item in expected["events"] if item["id"] == record)[name] = given
    assert read(edited) == expected
    assert edited.count(b"\n") - edited.count(b"\r\n") in (0, edited.count(b"\n"))
    for comment in (b"# Head", b"# Tail", b"# A note", b"# inside"):
        assert edited.count(comment) == data.count(comment)


@given(odd_sheets().filter(is_readable), st.data())
def test_what_is_added_to_any_sheet_is_removed_from_it(data: bytes, draw: st.DataObject) -> None:
    sheet = Sheet(name="timeline.yaml", data=data)
    added = add_record(sheet, "events", {"id": "new", "title": "A: b"}, "“One.”")
    assert read(added.data or b"")["events"][-1] == {"id": "new", "title": "A: b"}
    assert remove_record(added, "new").data == data
    record = draw.draw(st.sampled_from(events_of(data)))
    decided = set_fields(sheet, record, {"decide": ["title"], "last": "so"})
    assert set_fields(decided, record, {"decide": None, "last": None}).data == data


@given(odd_sheets().filter(is_readable), st.data())
def test_the_other_records_stay_as_they_are(data: bytes, draw: st.DataObject) -> None:
    record = draw.draw(st.sampled_from(events_of(data)))
    removed = remove_record(Sheet(name="timeline.yaml", data=data), record).data or b""
    expected = read(data)
    expected["events"] = [item for item in expected["events"] if item["id"] != record]
    assert read(removed) == expected
    old, new = changed_lines(data, removed)
    assert new in ([], [b"events: []"]) or b" []" in new[0]
    assert len(old) >= 1


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_value_is_read_as_it_was_given_or_refused(value: str) -> None:
    sheet = Sheet(name="timeline.yaml", data=b"events:\n  - {id: one, title: a}\n  - id: two\n")
    for record in ("one", "two"):
        try:
            edited = set_fields(sheet, record, {"title": value})
        except EditRefused:
            continue
        found = next(item for item in read(edited.data or b"")["events"] if item["id"] == record)
        assert found["title"] == value
