"""An article in two: the front matter between its fences, and the body below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.problems import Position, Problem, Related, Rule

if TYPE_CHECKING:
    from dateline.reading.encoding import SourceText

_FENCE: Final = "---"
_LIKE_A_FENCE: Final = re.compile(r"(-{2,}|—|–|\+{3,}|`{3,})\s*(yaml)?\s*")
_START: Final = "begin the article with a line of ---, its fields, and another line of ---"


def split_article(text: SourceText) -> tuple[SourceText, SourceText] | Problem:
    """The YAML and the Markdown of an article, each with empty lines where the other stands."""
    lines = [line.rstrip() for line in text.content.split("\n")]
    first = next((number for number, line in enumerate(lines, 1) if line), 1)
    if lines[first - 1] != _FENCE:
        return _no_start(text, lines, first)
    try:
        last = lines.index(_FENCE, first) + 1
    except ValueError:
        return _no_end(text, lines, first)
    return text.from_line(first + 1, last), text.from_line(last + 1)


def _no_start(text: SourceText, lines: list[str], first: int) -> Problem:
    line = lines[first - 1]
    position = Position(path=text.path, line=first)
    if not line:
        return _form(position, "the article is empty", _START)
    if _LIKE_A_FENCE.fullmatch(line.strip()):
        return _form(
            position, f"the front matter begins with “{line}”", "write --- alone on the line"
        )
    if _FENCE in lines:
        fence = Position(path=text.path, line=lines.index(_FENCE) + 1)
        return Problem(
            position=position,
            rule=Rule.FRONT_MATTER_FORM,
            found="text stands above the front matter",
            fix="move it below the second ---, or take it out",
            related=(Related(position=fence, note="the first --- stands here"),),
        )
    return _form(position, "the article has no front matter", _START)


def _no_end(text: SourceText, lines: list[str], first: int) -> Problem:
    """The front matter that is never closed, with the line that was perhaps meant to close it."""
    meant = next(
        (
            number
            for number, line in enumerate(lines[first:], first + 1)
            if _LIKE_A_FENCE.fullmatch(line.strip())
        ),
        None,
    )
    if meant:
        position = Position(path=text.path, line=meant)
        found = f"the front matter is not closed: “{lines[meant - 1]}” is no fence"
        return _form(position, found, "write --- alone on the line")
    position = Position(path=text.path, line=first)
    return _form(
        position,
        "the front matter is not closed",
        "write a line of --- between its fields and the text",
    )


def _form(position: Position, found: str, fix: str) -> Problem:
    return Problem(position=position, rule=Rule.FRONT_MATTER_FORM, found=found, fix=fix)
