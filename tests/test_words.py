"""Messages, docstrings and documents use plain English: docs/words.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted([*(ROOT / "dateline").rglob("*.py"), *(ROOT / "tools").rglob("*.py")])
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

ON_PAGES = {"We took this fact out.", " figures have been held against their source by a person."}
"""Words of published pages, which keep their bytes until the pages are rewritten."""


def texts() -> Iterator[tuple[str, str]]:
    """Each document, and each string of the code with its place.

    Of the grammar only docstrings count: its other strings are words that it reads in articles.
    """
    for path in DOCUMENTS:
        yield str(path.relative_to(ROOT)), path.read_text("utf-8")
    for path in CODE:
        for line, text in strings(path):
            yield f"{path.relative_to(ROOT)}:{line}", text


def strings(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        read_in_articles = "language" in path.parts and id(node) not in alone
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not read_in_articles:
            yield node.lineno, node.value


@pytest.mark.parametrize("phrase", REFUSED)
def test_translated_english_is_refused(phrase: str) -> None:
    found = [
        f"{place}: “{match[0]}”: write {REFUSED[phrase]}"
        for place, text in texts()
        if text not in ON_PAGES
        for match in re.finditer(phrase, text, re.IGNORECASE)
    ]
    assert found == []
