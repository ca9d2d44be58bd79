"""How much Markdown an article may hold: checked before anything is parsed.

Python-Markdown's time grows with the square of the opening brackets in a paragraph, and its stack
with the depth of lists and quotations.
"""

import re
from collections.abc import Iterator
from typing import Final

from dateline.patterns import compile_later
from dateline.problems import Problem, Rule
from dateline.reading.encoding import SourceText

_MAX_CHARACTERS: Final = 1_000_000
_MAX_DEPTH: Final = 20
_MAX_INDENT: Final = 100
_SHORTEN: Final = "simplify or shorten it: an article like this takes too long to process"

# What is counted in the whole article, what an editor calls it, and how much is too much.
_WHOLE: Final = (
    (compile_later(r"[\[`]"), "opening square brackets and backticks", 25_000),
    (compile_later(r"<"), "signs of <", 5_000),
    (compile_later(r"[*_]"), "asterisks and underscores", 50_000),
    (compile_later(r"\|"), "vertical bars", 50_000),
    (compile_later(r"^ {0,3}\*\[", re.MULTILINE), "abbreviations", 50),
    (compile_later(r"^ {0,3}\[\^", re.MULTILINE), "footnotes", 2_000),
    (compile_later(r"\n"), "lines", 50_000),
)
# The same for one paragraph.
_PARAGRAPH: Final = (
    (compile_later(r"[\[<`]"), "opening brackets and backticks in one paragraph", 500),
    (compile_later(r"[&\\]"), "ampersands and backslashes in one paragraph", 2_000),
    (compile_later(r"(?s)."), "characters in one paragraph", 100_000),
)
_BREAK: Final = compile_later(r"\n[ \t]*\n")
_NESTING: Final = compile_later(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+\.(?=[ \t])))+")
_ONE_LEVEL: Final = compile_later(r">|[-*+](?=[ \t])|\d+\.")
_RULE: Final = compile_later(r"[-*_ \t]*")


def check_bounds(text: SourceText) -> Iterator[Problem]:
    """The first position, for each bound, at which the article exceeds it."""
    if len(text.content) > _MAX_CHARACTERS:
        yield _problem(text, _MAX_CHARACTERS, f"more than {_MAX_CHARACTERS:,} characters")
        return
    yield from _too_many(text, 0, len(text.content), _WHOLE)
    yield from _crowded_paragraph(text)
    yield from _too_deep(text)


def _too_many(
    text: SourceText, start: int, end: int, kinds: tuple[tuple[re.Pattern[str], str, int], ...]
) -> Iterator[Problem]:
    for pattern, name, limit in kinds:
        for number, match in enumerate(pattern.finditer(text.content, start, end)):
            if number == limit:
                yield _problem(text, match.start(), f"more than {limit:,} {name}")
                break


def _crowded_paragraph(text: SourceText) -> Iterator[Problem]:
    start = 0
    for end in [*(match.start() for match in _BREAK.finditer(text.content)), len(text.content)]:
        if problems := tuple(_too_many(text, start, end, _PARAGRAPH)):
            yield from problems
            return
        start = end


def _too_deep(text: SourceText) -> Iterator[Problem]:
    offset = 0
    for line in text.content.split("\n"):
        indent = len(line) - len(line.lstrip())
        prefix = _NESTING.match(line)
        depth = len(_ONE_LEVEL.findall(prefix[0])) if prefix else 0
        if _MAX_INDENT < indent < len(line) or (depth > _MAX_DEPTH and not _RULE.fullmatch(line)):
            found = f"a line more than {_MAX_DEPTH} lists or quotations deep"
            yield _problem(
                text, offset, found, "remove > signs or spaces from the start of the line"
            )
            return
        offset += len(line) + 1


def too_deep(text: SourceText) -> Problem:
    return _problem(text, 0, "elements nested too deeply")


def _problem(text: SourceText, offset: int, found: str, fix: str = _SHORTEN) -> Problem:
    return Problem(text.position(offset), Rule.ARTICLE_BOUNDS, f"the article has {found}", fix)
