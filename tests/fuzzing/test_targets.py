"""No bytes surprise the reader, the Markdown or the grammar."""

from __future__ import annotations

from hypothesis import example, given, settings

from tests.faults.table import tried
from tests.fuzzing.garbled import garbled
from tests.fuzzing.limits import within_limits
from tests.fuzzing.targets import read_article, read_prose, read_sheet


@settings(max_examples=300)
@given(garbled("sheet"))
@example(b"\0a: " + b"[" * 300 + b"]" * 300)
@tried(
    5,
    "Any bytes as a sheet (fuzzed): cut, doubled, nested, in no encoding",
    "A tree and problems, each at a place that is there",
)
def test_no_bytes_surprise_the_reader_of_sheets(data: bytes) -> None:
    within_limits(read_sheet, data)


@settings(max_examples=300)
@given(garbled("article"))
@example(b"<a href='javascript:x' onclick=x>a</a> [b](data:,x) <svg onload=x>")
@example(b"> " * 600 + b"deep")
@tried(
    8,
    "Any bytes as an article (fuzzed): HTML, links and Markdown cut and joined",
    "Elements and addresses of the list alone, each closed in its turn",
)
def test_no_bytes_surprise_the_reader_of_articles(data: bytes) -> None:
    within_limits(read_article, data)


@settings(max_examples=300)
@given(garbled("prose"))
@example(b"one of the " * 600)
@tried(
    5,
    "Any bytes as prose (fuzzed): news cut, doubled and spoilt",
    "What is found is in it, in order and apart",
)
def test_no_bytes_surprise_the_grammar(data: bytes) -> None:
    within_limits(read_prose, data)
