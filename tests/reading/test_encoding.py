"""Files are UTF-8; what is not, is refused with its place and the likely reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.problems import Problem
from dateline.reading.encoding import MAX_BYTES, SourceText, decode
from tests.faults.table import tried


def refusal(data: bytes) -> Problem:
    text, problems = decode(data, "a.md")
    assert text is None
    return problems[0]


def position(data: bytes) -> tuple[int, int]:
    found = refusal(data).position
    return found.line, found.column


def test_a_byte_order_mark_and_windows_line_ends_move_nothing() -> None:
    text, problems = decode("\ufeffone\r\ntwo\r\n".encode(), "a.md")
    assert problems == ()
    assert text is not None
    assert text.content == "one\ntwo\n"
    assert str(text.position(text.content.index("w"))) == "a.md:2:2"


@tried(6, "An article is in Windows-1252", "Refused at its byte, with the likely sign")
def test_windows_1252_is_recognised_by_its_byte() -> None:
    problem = refusal("Iran’s visit\ncosts €5".encode("cp1252"))
    assert str(problem.position) == "a.md:1:5"
    assert "(byte 4, hexadecimal 92)" in problem.found
    assert "probably as Windows-1252, with “’” here" in problem.found


@tried(6, "An article is in {encoding}", "Refused, naming the encoding")
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised(encoding: str) -> None:
    assert "UTF-16" in refusal("title: The visit\n".encode(encoding)).found


def test_the_offset_counts_bytes_and_the_column_characters() -> None:
    problem = refusal("\ufeffa\né".encode() + b"\xff")
    assert str(problem.position) == "a.md:2:2"
    assert "(byte 7, " in problem.found


@tried(6, "A lone surrogate", "Refused")
def test_half_a_character_is_a_lone_surrogate() -> None:
    assert "lone surrogate" in refusal(b"a\xed\xa0\x80").found
    assert "Windows-1252, with “í” here" in refusal(b"a\xedz").found


@tried(6, "The sign {character!r} in an article", "Refused at its place")
@pytest.mark.parametrize(
    "character", ["\0", "\x02", "\x1b", "\x7f", "\x85", "\ufeff", "\U000f0001"]
)
def test_characters_that_nobody_sees_are_refused(character: str) -> None:
    problem = refusal(f"one\ntw{character}o{character}".encode())
    assert str(problem.position) == "a.md:2:3"
    assert f"U+{ord(character):04X}" in problem.found
    assert "and 1 more" in problem.found


@tried(6, "A lone carriage return", "Refused")
def test_a_lone_carriage_return_is_not_a_line_end() -> None:
    assert "carriage return" in refusal(b"one\rtwo").found


@tried(6, "Marks of direction that are not balanced: {text!r}", "Refused at the mark")
@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a \u202e b", (1, 3)),
        ("a\n\u2066b\u2069 \u2067c", (2, 5)),
        ("\u2066a\nb\u2069", (1, 1)),
        ("a \u2069", (1, 3)),
        ("\u2066\u202ax\u2069\u202c", (1, 4)),
    ],
)
def test_marks_of_direction_are_balanced_on_their_line(text: str, where: tuple[int, int]) -> None:
    assert position(text.encode()) == where


@tried(6, "{text!r}", "Refused: {named}")
@pytest.mark.parametrize(
    ("text", "column", "named"),
    [
        ("is 3\u200d2 kilometres long", 5, "zero width joiner” (U+200D) is inside “32”"),
        ("is 3\ufe0f2 kilometres long", 5, "variation selector-16"),
        ("is 3\u31642 kilometres long", 5, "hangul filler"),
        ("cost 3.\u20605 million", 8, "word joiner"),
        ("cost 3\u200b,500", 7, "zero width space"),
        ("did n\u00adot sink", 6, "soft hyphen"),
        ("did no\u034ft sink", 7, "combining grapheme joiner"),
        ("killed 3\u03362 people", 9, "is drawn over a letter or digit of “32”"),
        ("killed 3\u03012 people", 9, "combining acute accent"),
        ("room 1\ufe0f\u20e32", 7, "inside “12”"),
        ("in \u202d8–3\u202c", 4, "left-to-right override"),
        ("won \u20678–3\u2069", 5, "shows what follows in another order"),
    ],
)
def test_what_readers_do_not_see_may_not_be_inside_a_word_or_number(
    text: str, column: int, named: str
) -> None:
    problem = refusal(text.encode())
    assert (str(problem.position), problem.rule) == (f"a.md:1:{column}", "file.character")
    assert named in problem.found


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم ۳۲\u200cکیلومتر",  # Persian: the letters would join without it
        "क\u094d\u200dष",  # Hindi: half a letter
        "a team\u200b\u00a0of two: 👩\u200d🚀 and 1\ufe0f\u20e3",
        "the Donau\u00addampf\u00adschiff of 2019\u2060–\u206020",
        "Cafe\u0301",
    ],
)
def test_joiners_that_a_script_or_an_emoji_needs_are_text(text: str) -> None:
    assert decode(text.encode(), "a.md")[1] == ()


def test_balanced_marks_of_direction_and_joiners_are_text() -> None:
    text, problems = decode("\u2067می\u200cخواهم\u2069 and \u202bب\u202c\u200f".encode(), "a.md")
    assert text is not None
    assert problems == ()


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> 1a2b3c (The bridge)", "<<<<<<<"])
def test_versions_that_were_not_merged_are_reported_alone(marker: str) -> None:
    problem = refusal(f"a\n{marker}\nn\u00adot\n=======\n".encode())
    assert (str(problem.position), problem.rule) == ("a.md:2:1", "file.merge")
    assert marker in problem.found


def test_quotations_and_headings_are_no_markers_of_a_merge() -> None:
    assert decode(b"Title\n=======\n\n> > a\n\n>>>>>>>> b\n", "a.md")[1] == ()


def test_a_file_has_a_size() -> None:
    assert refusal(b"a" * (MAX_BYTES + 1)).rule == "file.size"
    assert decode(b"a" * MAX_BYTES, "a.md")[1] == ()


def test_a_thousand_faults_are_not_a_thousand_problems() -> None:
    assert len(decode("\u202e\n".encode() * 1000, "a.md")[1]) <= 50


@given(st.text(alphabet="aé\n\u2028\u0085 ").map(str))
def test_lines_end_at_line_feeds_alone(content: str) -> None:
    text = SourceText("a.md", content)
    for offset in range(len(content)):
        found = text.position(offset)
        assert content.split("\n")[found.line - 1][found.column - 1 :][:1] in (content[offset], "")


@given(st.binary())
def test_no_bytes_surprise_the_decoder(data: bytes) -> None:
    text, problems = decode(data, "a.md")
    assert (text is None) == bool(problems)
