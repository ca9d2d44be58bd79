"""A pattern is not tried on a text without its signs, and it finds the same."""

import atexit
import random
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dateline.patterns import compile_later
from dateline.signs import fold, signs_of
from tests.language.corpus import read_corpus
from tests.test_patterns import patterns_of_program


@pytest.fixture(autouse=True)
def _signs_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(atexit, "register", lambda _: None)


SITES = Path(__file__).parent / "sites"


def signs(pattern: str, flags: int = 0) -> set[str]:
    parser: Any = import_module("re._parser")
    return set(signs_of(parser.parse(pattern, flags)))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?i)christmas", {"christmas"}),
        ("(?:thirty|thirteen|thirties)!", {"thirty!", "thirteen!", "thirties!"}),
        (r"\b[0-9]+ (?:miles?|yards)", {" mile", " yards"}),
        ("(?: {1,3})Ends?(?: {1,3})at", {" end at", " ends at"}),
        ("(?:north|south)+|east[’']s", {"north", "south", "east’s", "east's"}),
        (r"(?<!the )\bbudget\w*(?= year)", {"budget"}),
        ("[0-9]+|budget", set()),
        ("(?:budget)?", set()),
        ("(?:budget){0,3}", set()),
        ("of the", {"of the"}),
        ("of", set()),
        ("[^@]+@", {"@"}),
    ],
)
def test_signs_are_read_from_a_pattern(pattern: str, expected: set[str]) -> None:
    assert signs(pattern) == expected


def test_a_pattern_that_asks_for_its_signs_finds_the_same_in_all_that_the_program_reads() -> None:
    articles = [path.read_text("utf-8", "replace") for path in SITES.rglob("article.md")]
    texts = [*articles, *(sentence.text for sentence in read_corpus())]
    whole = "\n\n".join(texts)
    drawn = random.Random(15)  # noqa: S311 - the same texts each time
    signed = {(each.pattern, each._flags) for each in patterns_of_program()}
    signed = {key for key in signed if signs(*key)}
    assert len(signed) > 300
    for pattern, flags in sorted(signed):
        plain, quick = re.compile(pattern, flags), compile_later(pattern, flags)
        at = drawn.randrange(len(whole) - _PART)
        part = whole[at : at + _PART]
        part = drawn.choice([part, part.upper(), part.title()])
        for text in (part, *drawn.sample(texts, 10)):
            found = [match.span() for match in plain.finditer(text)]
            assert [match.span() for match in quick.finditer(text)] == found, pattern
            assert bool(quick.search(text)) is bool(found), pattern


_PART = 20_000


def test_signs_are_looked_for_where_a_match_may_be() -> None:
    pattern = compile_later("easter", re.IGNORECASE)
    text = "Easter, and no other feast"
    assert pattern.search(text, 0, 6)
    assert not pattern.search(text, 1)
    assert not pattern.search(text, 0, 5)
    assert [match.start() for match in pattern.finditer(text, 0)] == [0]


def test_what_re_takes_for_the_same_letter_is_folded_alike() -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        others = {
            each for each in (letter.lower(), letter.upper(), letter.title()) if len(each) == 1
        }
        for other in others - {letter}:
            if re.fullmatch(re.escape(letter), other, re.IGNORECASE):
                assert fold(letter) == fold(other), (letter, other)
    assert re.fullmatch("mini", "MİNı", re.IGNORECASE)
    assert fold("MİNı") == "mini"
