"""Messages, docstrings, comments, names and documents use plain English: docs/words.md."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(
    path
    for folder in ("dateline", "tools", "benchmarks", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if path != Path(__file__)
)
COMMENTED = sorted(
    path
    for folder in ("static", "templates", "dateline")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".css", ".js", ".j2"}
)
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->|^[^\n\"'`]*//.*?$", re.DOTALL | re.MULTILINE)
DOCUMENTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")} - {ROOT / "docs/words.md"})

REFUSED = {
    r"\bwhence\b": "where … from",
    r"\banew\b": "again",
    r"\bnought\b": "zero",
    r"\bwhoever\b": "anyone who, the one who",
    r"\btold of\b": "reported",
    r"\b(?:is|are|was|were|be|been) told\b": "reported, listed, said",
    r"\b(?:hold|holds|held) (?:\w+ ){0,4}against\b": "check against, compare with",
    r"\bmend(?:s|ed|ing)?\b": "fix, correct",
    r"\b(?:take|takes|took|taken) (?:\S+ ){0,3}out\b(?! of)": "remove",
    r"\bbehind “": "after",
    r"\blay behind\b": "was before",
    r"\bis no (?:check|date|formula|id|list|name|number|text|value)\b": "is not a",
    r"\bleave to (?:open|read|write)\b": "permission",
    r"\bdivide the briefing\b": "split",
    r"\bstands? in the way\b": "prevents",
}
"""What a native writer would not say, and what to write instead."""

REFUSED_IN_NAMES = {
    r"\btold\b": "reported, listed, said",
    r"\b(?<!left )(?<!leave )behind\b(?! all of)": "after",
}
"""The same for names and comments, which quote no news prose."""


def texts() -> Iterator[tuple[str, str]]:
    """Each document, string of the code, name and comment, with its place.

    Of tests and of the grammar only docstrings count among the strings: the others are articles and
    the words that are read in them.
    """
    for path in DOCUMENTS:
        yield str(path.relative_to(ROOT)), path.read_text("utf-8")
    for path in CODE:
        for line, text in strings(path):
            yield f"{path.relative_to(ROOT)}:{line}", text
    yield from names_and_comments()


def strings(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    quoting = not {"language", "tests"}.isdisjoint(path.relative_to(ROOT).parts)
    for node in ast.walk(tree):
        counts = not quoting or id(node) in alone
        if counts and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def names_and_comments() -> Iterator[tuple[str, str]]:
    """A name comes as words, without its underscores."""
    for path in CODE:
        with tokenize.open(path) as file:
            for token in tokenize.generate_tokens(file.readline):
                if token.type in {tokenize.NAME, tokenize.COMMENT}:
                    place = f"{path.relative_to(ROOT)}:{token.start[0]}"
                    yield place, token.string.replace("_", " ")
    for path in COMMENTED:
        text = path.read_text("utf-8")
        for match in COMMENT.finditer(text):
            yield f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}", match[0]


TEXTS = list(texts())
NAMED = list(names_and_comments())


def found(phrase: str, instead: str, where: list[tuple[str, str]]) -> list[str]:
    wanted = re.compile(phrase, re.IGNORECASE)
    return [
        f"{place}: “{match[0]}”: write {instead}"
        for place, text in where
        for match in wanted.finditer(text)
    ]


@pytest.mark.parametrize("phrase", REFUSED)
def test_translated_english_is_refused(phrase: str) -> None:
    assert found(phrase, REFUSED[phrase], TEXTS) == []


@pytest.mark.parametrize("phrase", REFUSED_IN_NAMES)
def test_translated_english_is_refused_in_names_and_comments(phrase: str) -> None:
    assert found(phrase, REFUSED_IN_NAMES[phrase], NAMED) == []


def test_nothing_is_named_one() -> None:
    """A variable or a parameter is named after what it holds."""
    lines = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Name) and node.id == "one")
        or (isinstance(node, ast.arg) and node.arg == "one")
    ]
    assert lines == []
