"""The schemas take what the reader takes, and complain at the lines at which it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic_core import PydanticCustomError

from dateline.drafting.schemas.record_rules import RULES
from dateline.drafting.schemas.schemas_on_disk import outdated_schemas
from dateline.drafting.schemas.sheet_schemas import WRITTEN
from dateline.drafting.schemas.value_schemas import VALUE_SCHEMAS
from dateline.facts import records, shared_records, site_records
from dateline.facts.described import Reads
from dateline.facts.records import Record
from dateline.problems import Problem, Rule
from dateline.reading.briefing_files import parse_briefing, parse_site
from dateline.reading.content import read_site
from dateline.reading.own_words import parse_own_words
from dateline.reading.shared_sheets import parse_shared_sheets
from tests.schema_lines import complaints, typed, validator_of, validator_of_value

ROOT = Path(__file__).parents[2]
SITES = ROOT / "tests/sites"
# What only more than one value can show, or more than the file: docs/editing.md says so.
BEYOND = {
    Rule.DATE_ORDER,
    Rule.DECIDE_OPEN,
    Rule.FIELD_DUPLICATE,
    Rule.FILE_CHARACTER,
    Rule.FILE_LINK,
    Rule.FILE_MISSING,
    Rule.ID_DUPLICATE,
    Rule.LOOK_CONTRAST,
    Rule.YAML_ALIAS,
    Rule.YAML_COMMENT,
}


def test_our_own_are_those_of_the_records() -> None:
    """Else `build.py schema` writes them again."""
    assert [*outdated_schemas(ROOT, ROOT / "content")] == []


def test_each_is_a_schema_of_draft_7() -> None:
    for name in WRITTEN:
        Draft7Validator.check_schema(without_patterns(validator_of(name).schema))


def without_patterns(schema: Any) -> Any:
    """Python’s own `re`, which the check of a schema uses, is not ECMA 262."""
    if isinstance(schema, dict):
        kept = {
            key: value
            for key, value in schema.items()
            if not isinstance(value, str) or key != "pattern"
        }
        return {key: without_patterns(value) for key, value in kept.items()}
    return [*map(without_patterns, schema)] if isinstance(schema, list) else schema


# Whole files


def problems_of(site: Path) -> list[Problem]:
    source = read_site(site)
    found = [*source.problems, *parse_own_words(source).problems]
    found += parse_shared_sheets(source).problems
    found += parse_site(source.settings, f"{source.shown_as}/site.yaml")[1]
    return [
        *found,
        *(problem for folder in source.folders for problem in parse_briefing(folder)[1]),
    ]


def sheets(site: Path) -> Iterator[tuple[str, Path, str]]:
    """Every sheet that is YAML at all: its kind, its path and its text."""
    for path in sorted(site.rglob("*.yaml")):
        is_shared = f"shared-{path.stem}" in WRITTEN and path.parent.name == "content"
        name = f"shared-{path.stem}" if is_shared else path.stem
        if name not in WRITTEN or path.is_symlink():
            continue
        try:
            text = path.read_text("utf-8")
            yaml.compose(text)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        yield name, path, text


@pytest.mark.parametrize("site", ["everything", "first", "seldom", "started"])
def test_they_take_every_sheet_that_is_right(site: str) -> None:
    read = [*sheets(SITES / site / "content")]
    assert len(read) > 3
    assert {path: complaints(name, text) for name, path, text in read} == {
        path: set() for _, path, _ in read
    }


def test_they_complain_at_the_lines_at_which_the_reader_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(SITES / "broken")
    wrong = wrong_lines()
    assert sum(map(len, wrong.values())) > 25
    assert {
        str(path): complaints(name, text) for name, path, text in sheets(Path("content"))
    } == wrong


def wrong_lines() -> dict[str, set[int]]:
    """The lines of each sheet of the broken site that the reader refuses for what stands there alone."""
    found = [problem for problem in problems_of(Path("content")) if problem.rule not in BEYOND]
    return {
        str(path): {
            problem.position.line
            for problem in found
            if problem.position.path == str(path) and "Europe/Londn" not in problem.found
        }
        | {*BESIDE_A_SLIP.get(str(path), ())}
        for _, path, _ in sheets(Path("content"))
    }


# A field whose name is misspelt is missing, too; the reader says only that it is misspelt.
BESIDE_A_SLIP = {
    "content/no-article/quotations.yaml": (2,),
    "content/no-article/sources.yaml": (2,),
}


def test_what_holds_for_a_record_as_a_whole_is_in_its_schema() -> None:
    """A record with a check of its own fields against each other has rules for the schema."""
    everything = {**vars(records), **vars(shared_records), **vars(site_records)}.values()
    checked = {
        each
        for each in everything
        if isinstance(each, type)
        and issubclass(each, Record)
        and each.__pydantic_decorators__.model_validators
    }
    assert checked == {*RULES}


@pytest.mark.parametrize(
    "passage",
    [
        "words: a",
        "{words: a, before: b}",
        "{row: a}",
        "{row: a, column: b, table: c}",
        "{words: , row: a}",
        "{words: a, row: b}",
        "{words: a, table: b}",
        "{before: a}",
        "{row: a, before: b}",
        "{table: a}",
        "{}",
    ],
)
def test_a_passage_is_words_or_a_cell(passage: str) -> None:
    text = f"waived:\n  - {{why: w, {passage.strip('{}')}}}\n"
    assert bool(complaints("coverage", text)) == bool(reader_refuses(text))


def reader_refuses(text: str) -> bool:
    from dateline.reading.briefing_files import MODEL_LISTS, MODELS
    from dateline.reading.encoding import SourceText
    from dateline.reading.validation import parse_record
    from dateline.reading.yaml_tree import YamlList, YamlMapping, parse_tree

    tree = parse_tree(SourceText("coverage.yaml", text))
    assert isinstance(tree.root, YamlMapping)
    waived = tree.root.fields["waived"].value
    assert isinstance(waived, YamlList)
    model = MODEL_LISTS[MODELS["coverage.yaml"]]["waived"]
    return bool(parse_record(model, waived.items[0], waived.position).problems)


UNDECIDED = """\
figures:
  - id: length
    decide: [label, kind]
    label:
    value: 32
    values:
"""


def test_what_is_undecided_may_be_missing_or_empty() -> None:
    assert complaints("figures", UNDECIDED) == set()
    assert complaints("figures", UNDECIDED.replace("32", "about 32 km")) == {5}
    decided = UNDECIDED.replace("    decide: [label, kind]\n", "")
    assert complaints("figures", decided) == {2, 3, 5}


# Single values

TYPES: dict[str, Reads] = {name: mark for mark, (name, _) in VALUE_SCHEMAS.items()}
# Pieces of which values are put together, right ones and wrong ones.
PIECES = {
    "EdtfDate": "2024 -0043 0000 1900 2023 -02 -29 -28 -04 -31 -09 -30 -11 -13 -1 / .. ~ ? %"
    " 197X 000X -early -mid -late [ ] { } ,",
    "Day": "2024 0000 1900 2000 2023 -02 -29 -28 -04 -31 -09 -30 -11 -13 -1 ~ - T",
    "PublishTime": "2024-09-11 2023-02-29 _ 06:00 24:00 6:00 T +01:00",
    "Value": "0 1 5 12 100 ,000 ,00 . .5 .50 - – ± + k K million Million lakh crore to against in"
    " / % x ½ ٣ few dozens ~ _",
    "Age": "40s in his early 70 - é about to _ 5",
    "UnitText": "km EUR $ PEN ALL R US / day million people per a an hour each m² _ _ _ notes b/d A",
    "Latitude": "0 9 90 90.0 90.5 91 -90 180 .5 5. +1 -1 NaN Infinity 0x10 ° x _",
    "Longitude": "0 9 18 180 180.0 180.1 181 -180 200 1000 .5 5. +1 x _",
    "FocusPoint": "50 0 100 101 100.5 -1 -0 % , x .5 _ _",
    "Address": "https: HTTP: mailto: // / a.b @ ?q #f [ ] ::1 user :80 _",
    "ContactAddress": "https: mailto: // a.b @ news .org : _",
    "PageOrAddress": "contact -us https: mailto: // a.b @ News .org 404 _",
    "SiteAddress": "https: HTTP: // / a.b @ ?q #f [ ] ::1 :80 < é \u200b _",
    "EditorAddress": "vscode javascript http HTTPS : // localhost 127.0.0.1 / {path} {line} { } x _",
    "ReportAddress": "https: mailto: // a.b @ {fact} {page} {path} { } ? /",
    "Tag": "a .b B , 2024 -09 -11 -13 a@ 12345678-1234-1234-1234-123456789abc - .",
    "Language": "en fa zh -Hant -HANT -TW -419 english EN -",
    "FontWeight": "400 700 _ 0 1 450 bold",
    "YesNo": "true false True yes no on _",
    "AccentColour": "# 0b4f9c fff 0 red FFF",
    "MarkerColour": "# ffe54a fff 0 red",
    "TimeZone": "UTC Europe / London Etc/GMT+1 America/Argentina/Buenos_Aires -",
    "FactElsewhere": "bridge-2/length a.-",
    "StoredText": "sources/ a.txt / \\ .. _",
    "PictureFile": "images/ a.jpg / \\ _",
    "LogoFile": "look/ a.svg / \\ _",
    "FontFile": "look/ a .woff2 / \\ _",
    "Id": "a b2 2 - true A é _",
    "Slug": "a b2 2 - true A é 1e5 0x1f _",
    "Text": "a no 12:30 3.10 010 ~ null true . 2024 _",
}
# Ways to write a number that nobody chooses, and what YAML has another type for.
ODD = "1_0 1e1 ٣ 0x1F .5 5. +5 -5 010 1e-5 true null ~ 2024 12:30 3.10 -0043 400 no 0o17"


def test_every_type_of_value_is_tried() -> None:
    assert {*PIECES} == {*TYPES}


def values_of(pieces: str) -> st.SearchStrategy[str]:
    """Some of the pieces in a row; a low line is a space."""
    few = st.lists(st.sampled_from(pieces.split()), min_size=1, max_size=7)
    return few.map(lambda some: "".join(some).replace("_", " "))


def reader_takes(name: str, value: Any) -> bool | None:
    """Whether the reader takes a value; None if what is wrong is more than a pattern can show."""
    try:
        TYPES[name].read(value)
    except PydanticCustomError as error:
        return None if is_beyond(error) else False
    return True


def is_beyond(error: PydanticCustomError) -> bool:
    """Whether two numbers or dates in one value contradict each other, or more than the value is asked."""
    found, fix = (str((error.context or {})[name]) for name in ("found", "fix"))
    ends = (" twice", "where it begins", "lower number than it begins with", "lower than that")
    return error.type in BEYOND or found.endswith(ends) or "IANA name" in fix


@pytest.mark.parametrize("name", sorted(TYPES))
@settings(max_examples=60)
@given(data=st.data())
def test_a_value_in_quotation_marks_is_taken_by_both_or_neither(
    name: str, data: st.DataObject
) -> None:
    text = data.draw(values_of(PIECES[name]))
    taken = reader_takes(name, text)
    if taken or (taken is False and "Address" not in name):
        assert validator_of_value(name).is_valid(text) == taken


@pytest.mark.parametrize("name", sorted(TYPES))
@settings(max_examples=60)
@given(data=st.data())
def test_what_the_reader_takes_without_marks_no_schema_refuses(
    name: str, data: st.DataObject
) -> None:
    """Also where a language server has a number, a truth or nothing."""
    text = data.draw(st.sampled_from(ODD.split()) | values_of(f"{PIECES[name]} {ODD}"))
    value = typed(yaml.ScalarNode("", text.strip()))
    if value is not None and reader_takes(name, text):
        assert validator_of_value(name).is_valid(value)


def test_a_number_of_degrees_beyond_all_measure_is_refused() -> None:
    assert reader_takes("Latitude", "1e999999999") is False


@pytest.mark.parametrize("name", ["EdtfDate", "FocusPoint"])
@settings(max_examples=60)
@given(data=st.data())
def test_a_list_that_the_reader_takes_no_schema_refuses(name: str, data: st.DataObject) -> None:
    texts = data.draw(st.lists(values_of(PIECES[name]), max_size=3))
    if reader_takes(name, texts):
        assert validator_of_value(name).is_valid(texts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EdtfDate", []),
        ("EdtfDate", [2024]),
        ("EdtfDate", ["2024-13", "2025"]),
        ("EdtfDate", ["2024~", "2025"]),
        ("FocusPoint", []),
        ("FocusPoint", [50]),
        ("FocusPoint", [50, 101]),
        ("FocusPoint", [50, 50, 50]),
        ("Day", ["2024-09-11"]),
        ("Text", ["a"]),
        ("Id", 2024),
        ("Id", None),
        ("Latitude", 90.5),
        ("Latitude", True),
        ("FontWeight", 450),
        ("EdtfDate", 20240911),
        ("Address", "www.example.org"),
        ("Address", "https:///news"),
        ("Address", "https://me@example.org/"),
        ("Address", r"https://example.org\news"),
        ("Address", "https://example.org/a b"),
        ("Address", "mailto:example.org"),
        ("Address", "ftp://example.org/"),
        ("ContactAddress", "newsroom at example.org"),
        ("PageOrAddress", "Contact us"),
        ("SiteAddress", "https://example.org/?page=1"),
        ("SiteAddress", "https://example.org//news"),
        ("SiteAddress", "https://example.org/../news"),
        ("EditorAddress", "vscode://file/{file}"),
        ("EditorAddress", "vscode://file/"),
        ("EditorAddress", "https://example.org/{path}"),
        ("ReportAddress", "https://example.org/{id}"),
    ],
)
def test_what_is_of_another_type_is_refused_by_both(name: str, value: Any) -> None:
    texts = [*map(str, value)] if isinstance(value, list) else value
    assert reader_takes(name, texts if isinstance(value, list | None) else str(value)) is False
    assert not validator_of_value(name).is_valid(value)


def test_each_kind_of_a_figure_is_defined_with_an_example_where_an_editor_looks() -> None:
    page = (ROOT / "docs/content-format.md").read_text("utf-8")
    schema = (ROOT / "schemas/figures.schema.json").read_text("utf-8")
    for kind in records.FigureKind:
        row = next(line for line in page.splitlines() if line.startswith(f"| `{kind}` | "))
        assert "*" in row, f"no example of {kind}"
        assert "“" in kind.meaning
        assert kind.meaning in schema
