"""Edits of a sheet change what they are about, and nothing else."""

from __future__ import annotations

from textwrap import dedent

import pytest

from dateline.drafting.sheets.edits import (
    EditRefused,
    Fields,
    Sheet,
    add_record,
    add_waiver,
    remove_record,
    set_fields,
    set_front,
    take,
)
from dateline.drafting.sheets.first_line import first_line

STUBS = """\
# What happened.
events:
  # “The line opened on Wednesday.”
  - id: line-opens
    decide: [title]
    title: The line opens   # as it was
    date: 2024-09-11
    evidence: 'The line opened on Wednesday.'

  - id: walk
    title: "A walk"
removed: []
"""


def sheet(text: str | None, name: str = "timeline.yaml") -> Sheet:
    return Sheet(name=name, data=None if text is None else dedent(text).encode())


def text_of(edited: Sheet) -> str:
    return (edited.data or b"").decode()


def test_a_stub_that_is_taken_loses_its_decision_and_its_sentence() -> None:
    taken = take(sheet(STUBS), "line-opens", {"title": "A line: it opens", "weight": "key"})
    assert text_of(taken) == STUBS.replace("  # “The line opened on Wednesday.”\n", "").replace(
        "    decide: [title]\n", ""
    ).replace("The line opens   #", '"A line: it opens"   #'.replace('"', "'")).replace(
        "    date: 2024-09-11\n", "    date: 2024-09-11\n    weight: key\n"
    )


def test_what_an_editor_wrote_above_the_sentence_stays() -> None:
    written = STUBS.replace("  # “The line", "  # Ask Pia.\n  # “The line")
    assert "  # Ask Pia.\n  - id: line-opens" in text_of(take(sheet(written), "line-opens", {}))
    removed = text_of(remove_record(sheet(written), "line-opens"))
    assert removed.startswith("# What happened.\nevents:\n  # Ask Pia.\n\n  - id: walk\n")


def test_a_sentence_on_several_lines_goes_whole() -> None:
    sentence = "  # “He said “so”, and\n  # “no” as well.”\n"
    written = f"events:\n  # Mine.\n{sentence}  - id: a\n    decide: [x]\n"
    assert text_of(take(sheet(written), "a", {})) == "events:\n  # Mine.\n  - id: a\n"


def test_a_comment_that_is_no_sentence_stays_when_its_record_goes() -> None:
    written = "events:\n  # The visit\n  - id: a\n  # “A walk.”\n  # or 2025\n  - id: b\n"
    assert text_of(remove_record(sheet(written), "b")) == "events:\n  # The visit\n  - id: a\n"
    assert text_of(remove_record(sheet(written), "a")).startswith("events:\n  # The visit\n  # “A")


@pytest.mark.parametrize(
    ("before", "fields", "after"),
    [
        ("title: One", {"title": "Two"}, "title: Two"),
        ("title: 'One'", {"title": "It's"}, "title: 'It''s'"),
        ('title: "One"', {"title": 'A "b"'}, 'title: "A \\"b\\""'),
        ("title: One # why", {"title": "a #b: c"}, "title: 'a #b: c' # why"),
        ("title: # one of: a, b", {"title": "a"}, "title: a # one of: a, b"),
        ("title:", {"title": "no"}, "title: no"),
        ("title: ~", {"title": "null"}, "title: 'null'"),
        ("title: >-\n      One\n      two\n", {"title": "Three"}, "title: >-\n      Three\n"),
        ("title: One\n      two", {"title": "Three"}, "title: Three"),
        ("who: a", {"who": ["a", "b"]}, "who: [a, b]"),
        ("who: [a, b]", {"who": "a"}, "who: a"),
        ("who: # both\n      - a\n      - b", {"who": ["c"]}, "# both\n    who: [c]"),
        ("a: 1\n    who: [a]\n    b: 2", {"who": None}, "a: 1\n    b: 2"),
        ("evidence: x", {"title": "T"}, "title: T\n    evidence: x"),
        ("title: x", {"evidence": "“a” – b"}, "title: x\n    evidence: “a” – b"),
        (
            "expected: {window: 2025, said_by: a}",
            {"expected": {"window": "2025-09", "said_by": None}},
            "expected: {window: 2025-09}",
        ),
        (
            "expected:\n      window: 2025 # so far\n      said_by: a",
            {"expected": {"window": "../2025-09", "said_by": "a"}},
            "expected:\n      window: ../2025-09 # so far\n      said_by: a",
        ),
        ("a: 1", {"date": "[2024-09-10,2024-09-11]"}, "a: 1\n    date: '[2024-09-10,2024-09-11]'"),
    ],
)
def test_a_field_is_set_as_a_hand_would(before: str, fields: Fields, after: str) -> None:
    frame = "events:\n  - id: other\n\n  - id: one\n    {}\n  # the end\n"
    edited = set_fields(sheet(frame.replace("{}", before)), "one", fields)
    assert text_of(edited) == frame.replace("{}", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"{first_line('timeline.yaml')}events:\n  - id: new\n    title: A: b\n"),
        ("", "events:\n  - id: new\n    title: A: b\n"),
        ("# Only this.\n", "# Only this.\nevents:\n  - id: new\n    title: A: b\n"),
        ("removed: []", "removed: []\n\nevents:\n  - id: new\n    title: A: b"),
        ("events:\n", "events:\n  - id: new\n    title: A: b\n"),
        ("events: # none\nremoved: []\n", "events: # none\n  - id: new\n    title: A: b\nremoved: []\n"),
        ("events: []\n", "events:\n  - id: new\n    title: A: b\n"),
        ("events:\n- id: a", "events:\n- id: a\n- id: new\n  title: A: b"),
        (
            "events:\n- id: a\n\n# b\n- id: b\n# c\nremoved: []\n",
            "events:\n- id: a\n\n# b\n- id: b\n\n- id: new\n  title: A: b\n# c\nremoved: []\n",
        ),
        ("events: [{id: a}]\n", "events: [{id: a}, {id: new, title: A: b}]\n"),
        ("events: [\n  {id: a},\n  {id: b},\n]\n", "events: [\n  {id: a},\n  {id: b},\n  {id: new, title: A: b},\n]\n"),
        ("events:\n  - {id: a}\n", "events:\n  - {id: a}\n  - {id: new, title: A: b}\n"),
        ("{events: [{id: a}]}", "{events: [{id: a}, {id: new, title: A: b}]}"),
        ("{removed: []}", "{removed: [], events: [{id: new, title: A: b}]}"),
        (
            "events:\n    - id: a\n      # about a\n  # about the rest\n",
            "events:\n    - id: a\n      # about a\n    - id: new\n      title: A: b\n  # about the rest\n",
        ),
    ],
)  # fmt: skip
def test_a_record_is_added_where_a_hand_would(before: str | None, after: str) -> None:
    added = add_record(
        Sheet(name="timeline.yaml", data=None if before is None else before.encode()),
        "events",
        {"id": "new", "title": "A: b"},
    )
    assert text_of(added) == after.replace("A: b", "'A: b'")


def test_a_field_of_a_new_record_may_be_left_empty() -> None:
    added = add_record(sheet("events: []\n"), "events", {"id": "b", "title": None, "date": "2024"})
    assert text_of(added) == "events:\n  - id: b\n    title:\n    date: 2024\n"


def test_a_record_may_have_a_comment() -> None:
    added = add_record(sheet("events:\n  - id: a\n"), "events", {"id": "b"}, "“One.”\nor 2025")
    assert text_of(added) == "events:\n  - id: a\n  # “One.”\n  # or 2025\n  - id: b\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("events:\n  - id: a\n  - id: b\n    x: y\n  - id: c\n", "events:\n  - id: a\n  - id: c\n"),
        ("events:\n  - id: a\n\n  - id: b\n\n  - id: c\n", "events:\n  - id: a\n\n  - id: c\n"),
        ("events:\n  - id: b # so\n# end\n", "events: []\n# end\n"),
        ("events:\n# “x”\n- id: b", "events: []"),
        ("events: [{id: a}, {id: b}, {id: c}]", "events: [{id: a}, {id: c}]"),
        ("events: [{id: b}, {id: c}]", "events: [{id: c}]"),
        ("events: [{id: b}]", "events: []"),
        ("events:\n  - id: a\n  - id: b", "events:\n  - id: a"),
        ("events:\n  -\n    id: a\n  -\n    id: b\n", "events:\n  -\n    id: a\n"),
    ],
)
def test_a_record_is_removed_without_a_trace(before: str, after: str) -> None:
    assert text_of(remove_record(sheet(before), "b")) == after


def test_windows_line_endings_and_a_byte_order_mark_stay() -> None:
    before = b"\xef\xbb\xbf" + STUBS.replace("\n", "\r\n").encode()
    taken = take(Sheet(name="timeline.yaml", data=before), "line-opens", {"title": "New"})
    assert taken.data
    assert taken.data.startswith(b"\xef\xbb\xbf# What happened.\r\n")
    assert taken.data.count(b"\n") == taken.data.count(b"\r\n") == STUBS.count("\n") - 2
    added = add_record(taken, "events", {"id": "b", "title": "B"})
    assert b"\r\n  - id: b\r\n    title: B\r\nremoved: []\r\n" in (added.data or b"")


def test_words_are_put_aside_with_their_reason() -> None:
    passage = {"words": "1,200 marks", "after": "for it"}
    edited = add_waiver(
        Sheet(name="coverage.yaml", data=None), passage, "Said in passing: no fact."
    )
    assert text_of(edited) == first_line("coverage.yaml") + (
        "waived:\n  - words: 1,200 marks\n    after: for it\n    why: 'Said in passing: no fact.'\n"
    )


def test_front_matter_is_decided_and_the_article_stays() -> None:
    article = "---\ntitle: A\ndecide: [standfirst]\nstandfirst: B\n---\n\ndecide: nothing\r\n---\n"
    edited = set_front(
        Sheet(name="article.md", data=article.encode()), {"decide": None, "standfirst": "C: d"}
    )
    assert text_of(edited) == (
        "---\ntitle: A\nstandfirst: 'C: d'\n---\n\ndecide: nothing\r\n---\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("events:\n  - id: a\n", "has no record ‘one’"),
        ("events:\n  - id: one\n  - id: one\n", "has two records ‘one’"),
        ("events:\n  - id: one\n   title: b\n", "timeline.yaml:3:4: "),
        ("events:\n  - id: one\n    title: &a b\n", "as an anchor"),
    ],
)
def test_an_edit_that_cannot_be_exact_is_refused(written: str, said: str) -> None:
    with pytest.raises(EditRefused, match=said) as refused:
        set_fields(sheet(written), "one", {"title": "b"})
    assert "nothing was changed" in str(refused.value).lower()


def test_a_value_that_a_sheet_cannot_hold_is_refused() -> None:
    with pytest.raises(EditRefused):
        set_fields(sheet("events:\n  - id: one\n"), "one", {"title": "a\u202eb"})
