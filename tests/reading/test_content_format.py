"""docs/content-format.md says what an editor may write: all of it, and nothing that is refused."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest

from dateline.facts import records
from dateline.facts.dates import parse_date, show_date
from dateline.facts.kinds import SHEETS
from dateline.facts.records import Fact, Named, Record
from dateline.reading.allowed import ATTRIBUTES
from dateline.reading.briefing_files import MAX_ENTRIES, parse_briefing, parse_site
from dateline.reading.content import _LONGEST_SLUG, _RESERVED, ARTICLE, Folder

TEXT = (Path(__file__).parents[2] / "docs" / "content-format.md").read_text("utf-8")
NAMES = {"Place": "Place", "SourceRef": "Source reference"}
RECORDS = [
    one
    for one in vars(records).values()
    if isinstance(one, type) and issubclass(one, Record) and one is not Record
]


def title(record: type[Record]) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__)
    return NAMES.get(record.__name__, spaced.capitalize())


def tables() -> dict[str, dict[str, tuple[str, str]]]:
    """Each record's fields with what the document says of them: "needed" or nothing, and words."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for heading, body in re.findall(
        r"^\| ([A-Z][a-z ]+) \| \| \|\n\|[-|]+\n((?:\|.*\n)+)", TEXT, re.MULTILINE
    ):
        rows = re.findall(r"^\| `(\w+)` \| (\w*) ?\| ?(.*) ?\|$", body, re.MULTILINE)
        assert heading not in found
        found[heading] = {name: (needed, words) for name, needed, words in rows}
    return found


def own_fields(record: type[Record]) -> dict[str, bool]:
    """A record's fields, and whether each is needed, without those of every fact or name."""
    shared = [base for base in (Named, Fact) if issubclass(record, base) and record is not base]
    elsewhere = {"origin", *(name for base in shared for name in base.model_fields)}
    return {
        one.alias or name: one.is_required()
        for name, one in record.model_fields.items()
        if name not in elsewhere
    }


@pytest.mark.parametrize("record", RECORDS, ids=title)
def test_every_field_of_every_record_is_explained(record: type[Record]) -> None:
    explained = {name: bool(needed) for name, (needed, _) in tables()[title(record)].items()}
    assert explained == own_fields(record)


def test_nothing_is_explained_that_does_not_exist() -> None:
    assert set(tables()) == {title(record) for record in RECORDS}


@pytest.mark.parametrize("record", RECORDS, ids=title)
def test_closed_lists_of_values_are_given_in_full(record: type[Record]) -> None:
    for name, one in record.model_fields.items():
        kinds = [one.annotation, *get_args(one.annotation)]
        enums = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum)]
        listed = [str(member) for kind in enums for member in kind]
        if name in own_fields(record) and not (name == "hedge" and record.__name__ != "Figure"):
            assert all(f"`{value}`" in tables()[title(record)][name][1] for value in listed)


EXAMPLES = re.findall(r"```(?:yaml|markdown)\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.split(maxsplit=1)[0])
def test_every_example_is_read_without_a_problem(example: str) -> None:
    name = re.match(r"\w+|---", example)
    assert name is not None
    files = {"article.md": b"---\ntitle: T\nstandfirst: S\npublished: 2024-09-11\n---\n"}
    sheet = {"periods": "timeline", "groups": "figures", "waived": "coverage"}
    if name[0] == "title":
        assert parse_site(example.encode(), "site.yaml")[1] == ()
        return
    file = "article.md" if name[0] == "---" else f"{sheet.get(name[0], name[0])}.yaml"
    assert file in (ARTICLE, *SHEETS)
    _, problems = parse_briefing(
        Folder(slug="b", shown_as="b", files=files | {file: example.encode()})
    )
    assert problems == ()


def test_every_field_stands_in_an_example() -> None:
    written = set(re.findall(r"(?:^ *(?:- )?|[{,] ?)(\w+):", "".join(EXAMPLES), re.MULTILINE))
    known = {name for record in RECORDS for name in own_fields(record)}
    # What every fact may have stands in the example of one.
    assert known - written <= {"formerly", "caveat", "derived", "how", "note", "draft"}


def test_the_table_of_dates_is_true() -> None:
    rows = re.findall(r"^\| `([^`]*[0-9][^`]*)` \| ([^|]+) \| [^|]+ \|$", TEXT, re.MULTILINE)
    assert len(rows) == 10
    for written, shown in rows:
        assert show_date(parse_date(written)) == shown


def test_the_bounds_of_a_briefing_are_those_of_the_reader() -> None:
    assert f"most {MAX_ENTRIES:,} entries" in TEXT
    assert f"at most {_LONGEST_SLUG} lower-case" in TEXT


def test_html_that_is_offered_is_kept() -> None:
    offered = re.findall(r"`(\w+)`", TEXT[TEXT.index("beside it `abbr`") :].split(" and `br`")[0])
    assert {*offered, "caption", "br"} <= {*ATTRIBUTES} | {"lang", "dir"}


def test_the_names_that_a_folder_cannot_have_are_listed() -> None:
    listed = re.search(r"hyphens; ((?:`[\w]+`[,\s]*(?:and )?)+)are taken", TEXT)
    assert listed is not None
    assert set(re.findall(r"`(\w+)`", listed[1])) == _RESERVED
