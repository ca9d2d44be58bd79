"""docs/content-format.md says what an editor may write: all of it, and nothing that is refused."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from dateline.facts.dates import parse_date, show_date
from dateline.facts.described import fields_of
from dateline.facts.kinds import SHEETS
from dateline.facts.records import Record
from dateline.reading.allowed import ATTRIBUTES
from dateline.reading.briefing_files import MAX_ENTRIES, parse_briefing, parse_site
from dateline.reading.content import (
    _LONGEST_SLUG,
    _RESERVED,
    ARTICLE,
    Folder,
    ImageFile,
    SiteSource,
)
from dateline.reading.encoding import MAX_BYTES
from dateline.reading.own_words import parse_own_words
from dateline.reading.shared_sheets import parse_shared_sheets
from tests.documented import FORMAT, RECORDS, documented_format, title, writes

TEXT = FORMAT.read_text("utf-8")


def test_every_field_of_every_record_is_explained_as_the_record_has_it() -> None:
    """`python -m tests.documented` writes the rows."""
    assert documented_format(TEXT) == TEXT
    tables = re.findall(r"^\| ([A-Z][a-z ]+) \| \| you write \| \|$", TEXT, re.MULTILINE)
    assert sorted(tables) == sorted(title(record) for record in RECORDS)


@pytest.mark.parametrize("record", RECORDS, ids=title)
def test_every_field_says_in_a_sentence_what_it_is(record: type[Record]) -> None:
    for field in fields_of(record):
        assert re.fullmatch(r"[A-Z].*\.", field.help), f"{record.__name__}.{field.name}"
        assert f"| `{field.written}` |" in TEXT
        if issubclass(field.value_type, StrEnum):
            assert all(f"`{value}`" in writes(field) for value in field.value_type)


# Examples of the site’s own sheets are in a section of their own.
SHARED = TEXT.partition("## The same in all briefings\n")[2].partition("\n## ")[0]
EXAMPLES = re.findall(r"```(?:yaml|markdown)\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.split(maxsplit=1)[0])
def test_every_example_is_read_without_a_problem(example: str) -> None:
    name = re.match(r"\w+|---", example)
    assert name is not None
    files = {
        "article.md": b"---\ntitle: T\nstandfirst: S\npublished: 2024-09-11\n---\n",
        "sources/survey.txt": b"A survey.",
    }
    if "nav:" in example or name[0] == "authors":
        path = "authors.yaml" if name[0] == "authors" else "pages/contact.md"
        words = {path: example.encode()}
        source = SiteSource(shown_as="c", settings=None, folders=(), problems=(), words=words)
        assert parse_own_words(source).problems == ()
        return
    if example in SHARED:
        words = {
            f"{name}.yaml": f"{name}:{text}".encode()
            for name, text in re.findall(r"```yaml\n(\w+):(.*?)```", SHARED, re.DOTALL)
        }
        source = SiteSource(shown_as="c", settings=None, folders=(), problems=(), words=words)
        assert f"{name[0]}.yaml" in words
        assert parse_shared_sheets(source).problems == ()
        return
    sheet = {"periods": "timeline", "groups": "figures", "waived": "coverage"}
    if name[0] == "title":
        assert parse_site(example.encode(), "site.yaml")[1] == ()
        return
    file = "article.md" if name[0] == "---" else f"{sheet.get(name[0], name[0])}.yaml"
    assert file in (ARTICLE, *SHEETS)
    names = re.findall(r"images/[\w-]+\.\w+", example)
    images = {name: ImageFile(path=Path(name), stamp="") for name in names}
    _, problems = parse_briefing(
        Folder(slug="b", shown_as="b", files=files | {file: example.encode()}, images=images)
    )
    assert problems == ()


def test_every_field_is_in_an_example() -> None:
    written = set(re.findall(r"(?:^ *(?:- )?|[{,] ?)(\w+):", "".join(EXAMPLES), re.MULTILINE))
    known = {field.written for record in RECORDS for field in fields_of(record)}
    # What every fact may have is in the example of a single fact.
    assert known - written <= {"formerly", "caveat", "derived", "how", "note", "draft"}


def test_the_table_of_dates_is_true() -> None:
    rows = re.findall(r"^\| `([^`]*[0-9][^`]*)` \| ([^|]+) \| [^|]+ \|$", TEXT, re.MULTILINE)
    assert len(rows) == 16
    for written, shown in rows:
        assert show_date(parse_date(written)) == shown


def test_the_bounds_of_a_briefing_are_those_of_the_reader() -> None:
    assert f"at most {MAX_ENTRIES:,} entries" in TEXT
    assert f"at most {MAX_BYTES / 1e6:.0f} MB" in TEXT
    assert f"at most {_LONGEST_SLUG} lower-case" in TEXT


def test_html_that_is_offered_is_kept() -> None:
    offered = re.findall(r"`(\w+)`", TEXT[TEXT.index("beside it `abbr`") :].split(" and `br`")[0])
    assert {*offered, "caption", "br"} <= {*ATTRIBUTES} | {"lang", "dir"}


def test_the_names_that_a_folder_cannot_have_are_listed() -> None:
    listed = re.search(r"hyphens; ((?:`[\w]+`[,\s]*(?:and )?)+)are taken", TEXT)
    assert listed is not None
    assert set(re.findall(r"`(\w+)`", listed[1])) == _RESERVED
