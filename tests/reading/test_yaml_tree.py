"""YAML is read as it was written, every key and value with its place, every slip with a hint."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading import yaml_tree
from dateline.reading.encoding import SourceText, decode
from dateline.reading.validation import origin
from dateline.reading.yaml_tree import (
    MAX_VALUES,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlTree,
    parse_tree,
)
from tests.faults.table import tried

if TYPE_CHECKING:
    from dateline.problems import Problem


def parse(text: str) -> YamlTree:
    return parse_tree(SourceText("sheet.yaml", dedent(text)))


def plain(node: YamlNode | None) -> Any:
    if isinstance(node, YamlMapping):
        return {name: plain(field.value) for name, field in node.fields.items()}
    if isinstance(node, YamlList):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, YamlScalar) else None


def report_of(problem: Problem) -> tuple[str, str]:
    return f"{problem.position.line}:{problem.position.column}", problem.rule


def test_values_are_their_text() -> None:
    written = ["no", "12:30", "3.10", "010", "2024-09-11", "1_000", "0x1F", "yes", "1e3", "=", "<<"]
    tree = parse("".join(f"- {item}\n" for item in written))
    assert plain(tree.root) == written
    assert tree.problems == ()


def test_only_a_plain_nothing_is_nothing() -> None:
    tree = parse("a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: Null Island\n")
    nothing = {"a": None, "b": None, "c": None}
    assert plain(tree.root) == nothing | {"d": "null", "e": "", "f": "Null Island"}


def test_a_field_written_twice_is_reported_at_both_places() -> None:
    [problem] = parse("a: 1\nb: 2\n'a': 3\n").problems
    assert report_of(problem) == ("3:1", "field.duplicate")
    assert [str(place.position) for place in problem.related] == ["sheet.yaml:1:1"]


def test_a_record_without_its_dash_is_reported_once() -> None:
    [problem] = parse("- id: a\n  name: A\n  id: b\n  name: B\n  id: c\n  name: C\n").problems
    assert report_of(problem) == ("3:3", "field.duplicate")
    assert "“- ”" in problem.fix


def test_an_empty_value_is_reported_at_its_key() -> None:
    root = parse("a:\n  - x\nbc:\n").root
    assert isinstance(root, YamlMapping)
    assert str(root.fields["bc"].value.position) == "sheet.yaml:3:1"


def test_other_marks_of_the_end_of_a_line_do_not_end_it() -> None:
    tree = parse("a: one\u2028two\u2029three\nb: 1\nb: 2\n")
    assert plain(tree.root) == {"a": "one\u2028two\u2029three", "b": "1"}
    assert [report_of(problem) for problem in tree.problems] == [("3:1", "field.duplicate")]


SLIPS = {
    "text: He said: hello": ("1:14", "contains another one"),
    "a: @x": ("1:4", "cannot begin with “@”"),
    "a: `x`": ("1:4", "cannot begin with “`”"),
    "a: %x": ("1:4", "cannot begin with “%”"),
    "a: ,b": ("1:4", "cannot begin with “,”"),
    "a: ]": ("1:4", "cannot begin with “]”"),
    "\ta: b": ("1:1", "a tab"),
    "a:\n\t- b": ("2:1", "a tab"),
    "a: b\n\tc: d": ("2:1", "a tab"),
    'a: "He said "hi""': ("1:14", 'its second quotation mark, before “hi""”'),
    "a: 'don't'": ("1:9", "mark, before “t'”"),
    'a: "b" c': ("1:8", "mark, before “c”"),
    'a: "b\nc: d\n': ("1:4", "opened and not closed"),
    'a: "b\nc: "d"\n': ("1:4", "opened and not closed"),
    "- a\nb: c": ("2:1", "“b” is not aligned"),
    "a: b\n  c: d": ("2:3", "“c” is not aligned"),
    "a:\n  - b\n - c": ("3:2", "is not aligned"),
    "a:\n  - b: c\n   d: e": ("3:4", "“d” is not aligned"),
    "a: [b\nc: d": ("1:4", "a list is opened"),
    "a: {b: c\nd: e": ("1:4", "a group of fields is opened"),
    "a: [b] c": ("1:8", "begins with [ as a list, which ends before “c”"),
    "a: {b: c} d": ("1:11", "begins with { as a group of fields"),
    "- a: b\n \u3000c: d": ("2:2", "an ideographic space (U+3000)"),
    "- a: b\n\u00a0 c: d\n\u00a0 e: f": ("2:1", "a no-break space (U+00A0)"),
    "a: b\nc:\u00a0d": ("2:3", "the space after the colon is a no-break space"),
    "a:\n  • b: c\n    d: e": ("2:3", "“•” is where YAML needs a hyphen"),
    "a:\n  – b: c\n    d: e": ("2:3", "“–” is where YAML needs a hyphen"),
    "a:\n  - b: c\n  ·\u00a0d: e\n  ·\u00a0f: g": ("3:3", "; 1 more of these is below"),
    "- {a: the number, he said, is exact, b: c}": (
        "1:7",
        "the comma in the value of `a` ends it, before “he said”",
    ),
    "a: b\nc": ("2:1", "“c” is not a field"),
    "a: b\nc:d": ("2:1", "“c:d” has no space after its colon"),
    "c:d\na: b": ("1:1", "“c:d” has no space after its colon"),
    "a\nb: c": ("1:1", "“a” is not a field"),
    "a: >- b\n  c": ("1:7", "begins on the line of its >"),
    'a: "\\q"': ("1:5", "“\\q” means nothing"),
    "a: - b": ("1:4", "a list begins on the line of its field"),
    "a: b\n...\nc: d": ("3:1", "after the end of the sheet"),
    "{a: b}\nc: d": ("2:1", "after the end of the sheet"),
    "a: b\n---\nc: d": ("2:1", "a second document"),
}


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("{a: 212 of 1,270 is right, b: c}", "212 of 1,270 is right"),
        ("{a: 1,270,000 in all, roughly}", "1,270,000 in all, roughly"),
        ("{a: late, said the clerk: yes}", "late, said the clerk: yes"),
    ],
)
def test_a_value_that_a_comma_cuts_is_shown_as_it_was_written(written: str, whole: str) -> None:
    (problem,) = parse(written).problems
    assert problem.found.startswith("the comma in the value of `a` ends it, before ")
    assert problem.fix == f'put the value between quotation marks: a: "{whole}"'


@pytest.mark.parametrize("loader", [yaml_tree._LOADER, yaml.Loader], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("written", "expected"), SLIPS.items())
def test_what_editors_mistype_is_named(
    written: str, expected: tuple[str, str], loader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)
    [problem] = parse_tree(SourceText("sheet.yaml", written)).problems
    assert report_of(problem) == (expected[0], "yaml.syntax")
    assert expected[1] in problem.found
    assert problem.fix


def test_what_a_word_processor_puts_in_loses_nothing() -> None:
    tree = parse("a:\n\u00a0\u00a0• b:\u00a0c\n\u00a0\u00a0  d: e\u00a0f – g\n")
    assert plain(tree.root) == {"a": [{"b": "c", "d": "e\u00a0f – g"}]}


def test_a_dash_that_begins_a_line_of_running_text_is_text() -> None:
    tree = parse("a: >-\n  one\n  – two\n\n  • three\n")
    assert tree.problems == ()
    assert plain(tree.root) == {"a": "one – two\n• three"}


def test_a_value_that_commas_cut_in_braces_is_shown_whole() -> None:
    tree = parse("- {a: the number, he said, is exact, b: c}")
    assert tree.problems[0].fix.endswith('quotation marks: a: "the number, he said, is exact"')
    assert plain(tree.root) == [{"a": "the number, he said, is exact", "b": "c"}]
    assert parse("{a: b, c: , d: e}").problems == ()


@tried(4, "YAML `{written!r}`", "Refused: {rule}")
@pytest.mark.parametrize(
    ("written", "position", "rule"),
    [
        ("a: &b c", "1:4", "yaml.alias"),
        ("a: *b", "1:4", "yaml.alias"),
        ("a: !b c", "1:4", "yaml.alias"),
        ("a: !!str c", "1:4", "yaml.alias"),
        ("a: &b [c]", "1:4", "yaml.alias"),
        ("a: b #c", "1:6", "yaml.comment"),
        ("a: #c", "1:4", "yaml.comment"),
        ("a: b c\n  d #e", "2:5", "yaml.comment"),
        ("? [a, b]\n: c", "1:3", "field.type"),
    ],
)
def test_what_yaml_would_lose_is_reported(written: str, position: str, rule: str) -> None:
    assert [report_of(problem) for problem in parse(written).problems] == [(position, rule)]


@tried(6, "The escape `{escape}` in YAML", "Refused: {code}")
@pytest.mark.parametrize(
    ("escape", "code"), [("x01", "U+0001"), ("u202e", "U+202E"), ("U000F0003", "U+F0003")]
)
def test_an_escape_brings_in_no_character_that_a_file_may_not_hold(escape: str, code: str) -> None:
    [problem] = parse(f'a: b\nc: "d\\{escape}e"\n').problems
    assert report_of(problem) == ("2:4", "file.character")
    assert code in problem.found


def test_other_escapes_are_the_characters_they_stand_for() -> None:
    tree = parse(r'a: "b\tc\n\u2066d\u2069 \"e\" \u00e9"')
    assert tree.problems == ()
    assert plain(tree.root) == {"a": 'b\tc\n\u2066d\u2069 "e" é'}


@pytest.mark.parametrize("written", ["a: b # c", "a: b#c", "# c\na: b", "a: 'b' #c", "a: b #\n"])
def test_comments_are_comments(written: str) -> None:
    assert parse(written).problems == ()


def test_a_slip_costs_its_own_record_and_no_other() -> None:
    tree = parse(
        """\
        events:
          - id: one
            title: One: again
            date: 2024
          - id: two
            title: Two
          - id: three
            title: "Three
          - id: four
            title: "Four"
        removed:
          - id: five
            why: @five
        """
    )
    kept = [{"id": "two", "title": "Two"}, {"id": "four", "title": "Four"}]
    assert plain(tree.root) == {"events": kept, "removed": None}
    assert [report_of(problem)[0] for problem in tree.problems] == ["3:15", "8:12", "13:10"]
    assert tree.lost


@tried(5, "YAML that begins `{brackets:.10}`, very deep", "Refused")
@pytest.mark.parametrize(
    "brackets", ["[" * 100_000, "- " * 100_000, "{a: " * 60, "[" * 51 + "]" * 51]
)
def test_depth_is_bounded_before_anything_grows(brackets: str) -> None:
    tree = parse_tree(SourceText("sheet.yaml", f"a: x\nb:\n  {brackets}"))
    assert tree.problems[0].rule == "yaml.bounds"


def test_fifty_levels_are_read() -> None:
    assert parse("[" * 49 + "a" + "]" * 49).problems == ()


@tried(5, "YAML with more values than a sheet may have", "Refused")
def test_the_number_of_values_is_bounded() -> None:
    [problem] = parse("- a\n" * (MAX_VALUES + 1)).problems
    assert report_of(problem) == (f"{MAX_VALUES}:3", "yaml.bounds")


# Places, against an emitter that takes note of where it writes


@dataclass
class Writer:
    """Writes a tree as block YAML, and remembers the line and column of all that it writes."""

    lines: list[str] = field(default_factory=list)
    places: dict[tuple[str | int, ...], tuple[int, int]] = field(default_factory=dict)

    def put(self, text: str) -> None:
        self.lines[-1] += text

    def here(self, path: tuple[str | int, ...]) -> None:
        self.places[path] = len(self.lines), len(self.lines[-1]) + 1

    def write(self, value: Any, path: tuple[str | int, ...], indent: int) -> None:
        if isinstance(value, dict):
            self.entries(value.items(), path, indent, lambda key: self.put(f'"{key}":'))
        elif isinstance(value, list):
            self.entries(enumerate(value), path, indent, lambda _: self.put("-"))
        else:
            self.here(path)
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            self.put(f'"{escaped}"')

    def entries(self, items: Any, path: tuple[str | int, ...], indent: int, name: Any) -> None:
        for number, (key, value) in enumerate(items):
            self.lines += ["# é", "", " " * indent] if number else [" " * indent]
            if not number:
                self.here(path)
            name(key)
            if isinstance(value, str):
                self.put(" ")
            self.write(value, (*path, key), indent + 2)


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
KEYS = st.text("abcé", min_size=1, max_size=3)
TREES = st.recursive(
    LETTERS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
)


@given(st.dictionaries(KEYS, TREES, min_size=1), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_every_value_is_found_where_it_was_written(tree: Any, line_end: str, mark: bool) -> None:
    writer = Writer()
    writer.write(tree, (), 0)
    content = ("\ufeff" if mark else "") + line_end.join(writer.lines)
    text, problems = decode(content.encode(), "sheet.yaml")
    if text is None:
        assert problems
        return
    parsed = parse_tree(text)
    assert parsed.problems == ()
    assert plain(parsed.root) == tree
    assert isinstance(parsed.root, YamlMapping)
    values = origin(parsed.root).values
    found = {path: (position.line, position.column) for path, position in values.items()}
    assert found == {path: position for path, position in writer.places.items() if path}


@given(st.text())
def test_no_text_surprises_the_parser(text: str) -> None:
    decoded, _ = decode(text.encode("utf-8", "replace"), "sheet.yaml")
    if decoded:
        tree = parse_tree(decoded)
        assert tree.root is not None or tree.problems or not plain(tree.root)
